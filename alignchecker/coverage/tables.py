"""All tables of what answers what in a dataset, as reports show them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from alignchecker.coverage.correspondence import correspondences
from alignchecker.coverage.indicators import indicator_coverage
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.describe import Describer
from alignchecker.model.coverage import Coverage
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.waivers import Waivers


def coverage(dataset: Dataset, rules: Iterable[Rule], as_of: datetime.date | None) -> Coverage:
    """The tables of the plans of the inputs. rules: all that were read, which waivers may name.

    as_of: the date from which on a waiver that has ended counts no more; None: all count.
    """
    describe = Describer(dataset)
    waivers = Waivers.read(dataset, as_of)
    return Coverage(
        correspondences(dataset, describe, waivers, rules), indicator_coverage(dataset, describe)
    )
