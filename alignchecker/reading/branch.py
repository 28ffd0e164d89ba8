"""An item of the plan's tree while it is being put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from alignchecker.reading.entry import Entry
from alignchecker.reading.labels import is_repeated


@dataclass(slots=True, eq=False)
class Branch:
    """An item of the tree while it is being put together.

    number: as printed. code: what places it, where that is more than its number.
    section: line of the heading, outside the tree, under which it is printed.
    bullets: those of texts that are a list directly below the heading. rows: indicators, progress.
    group: title of the table rows that it is one of.
    """

    label: str
    word: str | None
    number: str | None
    style: str
    line: int
    section: int
    texts: list[Entry] = field(default_factory=list)
    bullets: list[Entry] = field(default_factory=list)
    rows: list[Entry] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)
    children: list[Branch] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    code: str | None = None
    group: str = ""
    confidence: float = 1.0

    @property
    def ordinal(self) -> int | None:
        return int(self.number.rpartition("-")[2]) if self.number else None

    @property
    def repeated(self) -> bool:
        return is_repeated(self.label)

    def walk(self) -> Iterator[Branch]:
        """This branch and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def walk_all(branches: Sequence[Branch]) -> Iterator[Branch]:
    """All branches of a tree, in order."""
    for branch in branches:
        yield from branch.walk()
