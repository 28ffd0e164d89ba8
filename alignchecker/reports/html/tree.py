"""施策体系図: a plan from its goals to its measures, each beside what it answers in other plans.

From left to right goal, what is below it, measure, and in the last column the items that the
measure is linked to, so that no line crosses another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from alignchecker.model.outlines import Entry, Outline
from alignchecker.reports.html.hierarchy import Sheet
from alignchecker.reports.wrapping import wrap

_WIDTH, _HEIGHT, _ACROSS, _STEP = 196, 36, 28, 42
"""Of a box; between two columns; from row to row."""
_LETTERS, _LINES = 28, 2
_DEEPEST = 8
"""What stands deeper is drawn in the last of so many columns."""
_MOST = 5
"""How many items are drawn beside a measure; the others are counted."""
_SHAPE = 1.3
"""How much higher than wide a page of A4 is, with its heading."""


@dataclass(frozen=True, slots=True)
class TreeBox:
    """An item, or in the last column what is said of a measure's links.

    kind: "group", "measure", "accepted", "proposed", "open", "waived" or "more". below: a second
    line in small letters. count: of "more".
    """

    kind: str
    iri: str | None
    title: str
    lines: Sequence[str]
    x: int
    y: int
    below: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """From the right side of a box to the left side of another one. kind: as of a box."""

    kind: str
    x: int
    y: int
    turn: int
    end_x: int
    end_y: int


@dataclass(slots=True)
class Tree:
    """Sizes in units of the picture. sheets: parts for pages of print."""

    width: int = 0
    height: int = 0
    boxes: list[TreeBox] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    box_width = _WIDTH
    box_height = _HEIGHT


@dataclass(frozen=True, slots=True)
class Branch:
    """An item, and the items that stand below it in the order of the plan."""

    entry: Entry
    below: Sequence[Branch]


def branches(outline: Outline) -> Sequence[Branch]:
    """The items of a plan as a tree; what stands below itself is left out."""
    known = {entry.iri for entry in outline.entries}
    below: dict[str | None, list[Entry]] = {}
    for entry in outline.entries:
        below.setdefault(entry.parent if entry.parent in known else None, []).append(entry)
    return list(_branches(None, below, 0))


def _branches(
    parent: str | None, below: Mapping[str | None, Sequence[Entry]], depth: int
) -> Iterator[Branch]:
    # A circle never hangs on the top, so nothing is met twice on the way down.
    for entry in below.get(parent, ()):
        yield Branch(entry, list(_branches(entry.iri, below, depth + 1)))


def tree(
    outline: Outline, ends: Mapping[str, tuple[Entry, Outline]], higher: str | None = None
) -> Tree:
    """The picture of a plan.

    ends: item of another plan -> the item, and its plan. higher: only links to this plan are
    drawn, by its IRI; None: to all.
    """
    return _Sketch(outline, ends, higher).drawn()


@dataclass
class _Sketch:
    outline: Outline
    ends: Mapping[str, tuple[Entry, Outline]]
    higher: str | None
    picture: Tree = field(default_factory=Tree)
    row: int = 0
    starts: list[int] = field(default_factory=list)
    """Rows in which an item of the two upper levels begins: where a page may end."""

    def drawn(self) -> Tree:
        top = branches(self.outline)
        depth = min(_DEEPEST, _depth(top))
        self.last = depth * (_WIDTH + _ACROSS)
        self.has_links = any(self._bonds(entry) for entry in self.outline.entries)
        for branch in top:
            self._place(branch, 0)
        columns = depth + 1 if self.has_links else depth
        self.picture.width = max(1, columns) * (_WIDTH + _ACROSS) - _ACROSS
        self.picture.height = max(0, self.row * _STEP - (_STEP - _HEIGHT))
        self.picture.sheets = list(self._sheets())
        return self.picture

    def _place(self, branch: Branch, depth: int) -> TreeBox:
        entry = branch.entry
        column = min(depth, _DEEPEST - 1)
        x, y = column * (_WIDTH + _ACROSS), self.row * _STEP
        if depth < 2:
            self.starts.append(self.row)
        kind = "measure" if entry.is_measure else "group"
        title = f"{entry.number or ''} {entry.label}".strip()
        box = TreeBox(kind, entry.iri, title, _broken(title, _LINES), x, y)
        self.picture.boxes.append(box)
        beside = list(self._beside(entry))
        for made in beside:
            self._join(box, made)
            self.row += 1
        if not branch.below and not beside:
            self.row += 1
        for child in branch.below:
            self._join(box, self._place(child, depth + 1))
        return box

    def _join(self, box: TreeBox, other: TreeBox) -> None:
        if other not in self.picture.boxes:
            self.picture.boxes.append(other)
        x, y = box.x + _WIDTH, box.y + _HEIGHT // 2
        turn = other.x - _ACROSS // 2
        self.picture.lines.append(Line(other.kind, x, y, turn, other.x, other.y + _HEIGHT // 2))

    def _bonds(self, entry: Entry) -> Sequence[tuple[Entry, str, bool]]:
        found = []
        for bond in entry.bonds:
            if bond.iri in self.ends:
                other, plan = self.ends[bond.iri]
                if self.higher in {None, plan.plan}:
                    found.append((other, plan.title, bond.accepted))
        return found

    def _beside(self, entry: Entry) -> Iterator[TreeBox]:
        """What stands in the last column from the present row on."""
        bonds = self._bonds(entry)
        for number, (other, title, accepted) in enumerate(bonds[:_MOST]):
            y = (self.row + number) * _STEP
            kind = "accepted" if accepted else "proposed"
            name = f"{other.number or ''} {other.label}".strip()
            lines = _broken(name, _LINES if self.higher else 1)
            below = "" if self.higher else _broken(title, 1)[0]
            yield TreeBox(kind, other.iri, f"{name}（{title}）", lines, self.last, y, below)
        if len(bonds) > _MOST:
            y, count = (self.row + _MOST) * _STEP, len(bonds) - _MOST
            yield TreeBox("more", entry.iri, "", (), self.last, y, count=count)
        if entry.is_measure and self.has_links and not bonds:
            said = entry.excused if self.higher is None else {self.higher} & {*entry.excused}
            kind = "waived" if said else "open"
            yield TreeBox(kind, entry.iri, "", (), self.last, self.row * _STEP)

    def _sheets(self) -> Iterator[Sheet]:
        """Parts that fit on a page each, divided where an upper item begins if that can be."""
        most = max(1, int(self.picture.width * _SHAPE) // _STEP)
        begin = 0
        while begin < self.row:
            end = min(self.row, begin + most)
            if end < self.row:
                good = [start for start in self.starts if begin + most // 2 < start <= end]
                end = good[-1] if good else end
            yield Sheet(begin * _STEP, (end - begin) * _STEP)
            begin = end


def _depth(found: Sequence[Branch]) -> int:
    return max((1 + _depth(branch.below) for branch in found), default=0)


def _broken(title: str, most: int) -> Sequence[str]:
    lines = wrap(title, _LETTERS).split("\n")
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1][:-1] + "…"]
