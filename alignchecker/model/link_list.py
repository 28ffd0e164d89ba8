"""A row of the list of links that came back: what it is about, and what a person wrote."""

from __future__ import annotations

from dataclasses import dataclass

from alignchecker.model.links import Contribution, Verdict


@dataclass(frozen=True, slots=True)
class LinkRow:
    """row: its number in the sheet. link: "" for an item without link, of which none_in is asked.

    state, was_kind, was_from, was_to: of the link, and of what its ends said, when the list was
    made. verdict, kind: None where nothing was chosen. date: YYYY-MM-DD or "".
    """

    row: int
    number: str
    label: str
    link: str
    start: str
    to: str
    none_in: str
    state: str
    was_kind: str
    was_from: str
    was_to: str
    verdict: Verdict | None
    kind: Contribution | None
    reason: str
    person: str
    date: str
