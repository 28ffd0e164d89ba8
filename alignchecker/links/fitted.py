"""What was fitted, on the development set and 612 projects of 宮城県, for each way of comparing.

CONTRIBUTING.md says how well it does on plans that nothing was fitted on. ``taught`` could not be
fitted, for want of plans with reviewed links of several others: it counts half of what the item's
own heading does.
"""

from __future__ import annotations

from alignchecker.links.calibration import Fitted
from alignchecker.links.scoring import Weights

FITTED = {
    "none": Fitted(
        Weights(runs=5.25, above_runs=1.58, up_runs=0.09, concepts=4.9, above_concepts=1.78,
                taught=2.5),
        none=2.64,
        knots=((0.018, 0.053), (0.039, 0.087), (0.076, 0.202), (0.121, 0.253), (0.173, 0.302),
               (0.245, 0.422), (0.377, 0.56), (0.578, 0.623), (0.85, 0.689), (0.951, 0.888)),
    ),
    "semantic": Fitted(
        Weights(runs=2.57, above_runs=0.95, concepts=4.11, above_concepts=1.38, taught=1.5,
                meaning=5.39),
        none=3.72,
        knots=((0.004, 0.027), (0.023, 0.06), (0.043, 0.065), (0.075, 0.153), (0.121, 0.276),
               (0.173, 0.342), (0.249, 0.463), (0.376, 0.538), (0.524, 0.634), (0.701, 0.682),
               (0.86, 0.751), (0.958, 0.858)),
    ),
}  # fmt: skip
"""The name of a model -> what was fitted for it."""
