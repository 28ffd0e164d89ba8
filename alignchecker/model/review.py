"""What a person answered to a finding: done, dismissed or still open, how urgent, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_LISTED = 12
"""Things that a finding lists in a document for people, as many as the highest row of Excel shows.

Nobody has answered for the others.
"""


class Status(StrEnum):
    """What has become of a finding."""

    OPEN = "open"
    DONE = "done"
    DISMISSED = "dismissed"


class Priority(StrEnum):
    """How urgent a person calls it."""

    TOP = "top"
    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Review:
    """An answer. priority: None where nobody gave one. comment: for what is dismissed, the reason.

    date: YYYY-MM-DD. person, date: "" where nothing has been answered yet.
    """

    status: Status = Status.OPEN
    priority: Priority | None = None
    comment: str = ""
    person: str = ""
    date: str = ""

    def says_what(self, other: Review) -> bool:
        """Whether both say the same, whoever said it and when."""
        mine = (self.status, self.priority, self.comment)
        return mine == (other.status, other.priority, other.comment)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list of findings that came back: what it says, and what it said when written.

    row: its number in the sheet. number: what stands in the column No. results: the key of what
    the finding listed then.
    """

    row: int
    number: str
    fingerprint: str
    rule: str
    results: str
    plan: str
    label: str
    message: str
    now: Review
    before: Review


@dataclass(frozen=True, slots=True)
class FindingsList:
    """The list as it came back. as_of: the date of the check, YYYY-MM-DD; None without one.

    added: numbers of rows that are about no finding, but say something.
    """

    rows: tuple[Row, ...]
    as_of: str | None
    added: tuple[int, ...]


def results_key(fingerprints: Iterable[str]) -> str:
    """A short name for the results that a finding told when it was answered: 16 digits.

    A finding that lists things goes by the same name when it lists others.
    """
    return hashlib.sha256("\n".join(sorted(fingerprints)).encode()).hexdigest()[:16]
