"""What was fitted, on the development set and 612 projects of 宮城県, for each way of comparing.

``python -m tests.bench.fit_suggestions`` prints these numbers; CONTRIBUTING.md says how well they
do on plans that nothing was fitted on.
"""

from __future__ import annotations

from alignchecker.links.suggestion.calibration import Curve, Fitted
from alignchecker.links.suggestion.scoring import Weights

FITTED = {
    "none": Fitted(
        Weights(runs=6.28, above_runs=2.4, up_runs=0.41, concepts=4.9, above_concepts=2.8,
                taught=3.0),
        accepted=Curve(base=-2.33, score=0.35, lead=0.32),
        none=Curve(base=-1.52, score=-0.47),
        usual=3.22,
    ),
    "semantic": Fitted(
        Weights(runs=2.64, above_runs=1.76, up_runs=0.64, concepts=4.13, above_concepts=2.13,
                taught=3.25, meaning=6.98),
        accepted=Curve(base=-2.83, score=0.32, lead=0.43),
        none=Curve(base=-1.5, score=-0.46),
        usual=5.3,
    ),
}  # fmt: skip
"""The name of a model -> what was fitted for it."""
