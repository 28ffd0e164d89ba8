"""Measures of plans, the items of other plans, and which of them each measure answers.

``links/held_out.json`` and ``links/unread.json`` are never fitted on, ``links/fitted_on.json`` and
the development set are (``fit_suggestions``). Each file names its sources.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignchecker.links.suggestion.reading import Side
from alignchecker.links.suggestion.vectors import Heading

_FOLDER = Path(__file__).parent / "links"
FITTED_ON = _FOLDER / "fitted_on.json"
HELD_OUT = _FOLDER / "held_out.json"
UNREAD = _FOLDER / "unread.json"


@dataclass(frozen=True, slots=True)
class Task:
    """Measures of a plan, items of another, and the places of those that each measure answers.

    target: what the other plan is; tasks of one target have the same items.
    """

    name: str
    target: str
    measures: tuple[Heading, ...]
    items: tuple[Heading, ...]
    answers: tuple[frozenset[int], ...]

    @property
    def sides(self) -> tuple[Side, Side]:
        """The measures and the items, named by their places."""
        return _side(self.measures), _side(self.items)


def tasks(path: Path) -> Iterator[Task]:
    """The tasks of a file."""
    for name, task in json.loads(path.read_text("utf-8")).items():
        place = {iri: at for at, (iri, _, _) in enumerate(task["candidates"])}
        yield Task(
            name,
            name,
            tuple(Heading(label) for label, _ in task["pairs"]),
            tuple(Heading(label, tuple(above)) for _, label, above in task["candidates"]),
            tuple(frozenset(place[iri] for iri in found) for _, found in task["pairs"]),
        )


def development(path: Path) -> Iterator[Task]:
    """The tasks of the development set, which is not in this repository (``links-dev.json``)."""
    for name, task in json.loads(path.read_text("utf-8")).items():
        place = {item["id"]: at for at, item in enumerate(task["candidates"])}
        gold = [task["gold"][query["id"]] for query in task["queries"]]
        yield Task(
            name,
            task["candidates"][0]["id"].partition("/")[0],
            tuple(_heading(query) for query in task["queries"]),
            tuple(_heading(item) for item in task["candidates"]),
            tuple(frozenset(place[i] for i in (*g["primary"], *g["secondary"])) for g in gold),
        )


def fields(items: Sequence[Heading]) -> tuple[str, ...]:
    """The heading right above each item; its own where there is none."""
    return tuple(item.above[-1] if item.above else item.label for item in items)


def _heading(entry: dict[str, list[str]]) -> Heading:
    return Heading(str(entry["label"]), tuple(reversed(entry["parents"])))


def _side(headings: tuple[Heading, ...]) -> Side:
    return Side(tuple(map(str, range(len(headings)))), headings)
