"""What somebody asks of a check; where it is silent, the configuration of the project counts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command line, or a page, asks for. since: a revision, whose findings are left out."""

    profile: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    as_of: datetime.date | None = None
    engine: str = "fast"
    baseline: Path | None = None
    since: str | None = None
    rule_timeout: float | None = None
