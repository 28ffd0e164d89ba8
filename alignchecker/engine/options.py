"""What a check is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.model.severity import Severity
from alignchecker.rules.baseline import Baseline
from alignchecker.rules.configuration import Choice
from alignchecker.rules.review_file import Reviews


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check and how. ``profile`` empty: by the types of the plans that are read.

    plans: what is chosen for one plan, by its title or IRI. waivers: files of waivers.
    frames: files of plans that inputs may cite, before those that are shipped. shapes: files of
    rules beside the catalogue.
    baseline: findings to call known. before: those of the revision ``since``, to leave out.
    reviews: what was answered to findings.
    all_plans_here: a name in ``plans`` that is no plan among the paths is a mistake.
    rule_timeout: seconds that each rule may take. parsed: what earlier runs read.
    """

    paths: Sequence[Path]
    documents: Sequence[str] = ()
    frames: Sequence[Path] = ()
    shapes: Sequence[Path] = ()
    profile: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    plans: Mapping[str, Choice] = field(default_factory=dict)
    waivers: Sequence[Path] = ()
    reviews: Reviews = field(default_factory=Reviews)
    baseline: Baseline = field(default_factory=Baseline)
    before: Baseline | None = None
    since: str | None = None
    all_plans_here: bool = False
    as_of: datetime.date | None = None
    engine: str = "fast"
    rule_timeout: float | None = None
    parsed: ParsedFiles | None = None

    @property
    def everywhere(self) -> Choice:
        """What is chosen for all plans."""
        return Choice(self.profile, self.select, self.ignore, self.severity)
