"""計画の体系図: which plan stands under which, drawn with the higher ones above.

Plans that stand under nothing are at the top; each other one is a layer below the lowest that it
stands under.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from rich.cells import cell_len

from alignchecker.graph.codes import label
from alignchecker.model.finding import PlanSummary, PlanTie
from alignchecker.model.normalize import label_key
from alignchecker.reports.wrapping import wrap

_ACROSS = 7
"""How many boxes stand beside each other: as many as can be read on A4 across."""
_WIDTH, _HEIGHT, _GAP, _BETWEEN = 168, 66, 40, 128
"""Of a box, between two boxes, and between two rows, where the verbs are written upright."""
_ROWS = 5
"""Rows on a page of A4 across, so that letters can be read."""
_LANES = (0, 6, -6, 12, -12, 18, -18)
"""How far from the middle between two boxes lines go that pass there, one after the other."""
_LETTERS, _LINES = 24, 3
"""Letters of half width on a line of a box, and lines."""
_LONGEST = 22
"""Letters of half width of the verbs that fit between two rows."""


@dataclass(frozen=True, slots=True)
class Box:
    """A plan. x, y: its upper left corner. known: whether it is one that was read.

    iri: None of one that is only quoted.
    """

    iri: str | None
    title: str
    lines: Sequence[str]
    x: int
    y: int
    own: bool
    known: bool

    @property
    def middle(self) -> int:
        """The x of its middle."""
        return self.x + _WIDTH // 2


@dataclass(frozen=True, slots=True)
class Edge:
    """From a plan to one that it stands under. x, y: where it leaves the lower box.

    turn: the y above the verbs, from where it goes from point to point, to the higher box at last.
    """

    verbs: str
    force: str
    x: int
    y: int
    turn: int
    points: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Tie:
    """A line of the table: who, what, by which verbs; force: notation or "unknown".

    plan_iri, higher_iri: None of one that is only quoted.
    """

    plan: str
    higher: str
    plan_iri: str | None
    higher_iri: str | None
    verbs: Sequence[str]
    force: str
    uncovered: Sequence[tuple[int, int]] | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of a picture that fits on a page. y: where it begins."""

    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Sizes in units of the picture; ties: the same as a table. alone: plans without a tie, by IRI.

    sheets: from where to where downwards on each page of print.
    """

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: Sequence[Box]
    edges: Sequence[Edge]
    ties: Sequence[Tie]
    margin = _GAP
    alone: Mapping[str, str]
    sheets: Sequence[Sheet]


def drawn(plans: Sequence[PlanSummary], lang: str) -> Drawing:
    """The plans of the inputs with all they stand under, as far up as is known."""
    return _Sketch(plans, lang).drawing


@dataclass(frozen=True)
class _Sketch:
    plans: Sequence[PlanSummary]
    lang: str

    @cached_property
    def known(self) -> Mapping[str, PlanSummary]:
        return {plan.iri: plan for plan in self.plans}

    @cached_property
    def above(self) -> Mapping[str, Mapping[str, Sequence[PlanTie]]]:
        """Plan -> plan above it -> ties; a plan that is only quoted goes by its name."""
        found: dict[str, dict[str, list[PlanTie]]] = {}
        waiting = [plan.iri for plan in self.plans if plan.input]
        while waiting:
            iri = waiting.pop()
            if iri in found:
                continue
            ends = found[iri] = {}
            for tie in self.known[iri].stands_under if iri in self.known else ():
                end = tie.target or f"quoted:{label_key(tie.title)}"
                if end != iri:
                    ends.setdefault(end, []).append(tie)
            waiting += ends
        return found

    @cached_property
    def layers(self) -> Sequence[Sequence[str]]:
        """Plans with ties by layer, the topmost first; each as near as can be to those above it."""
        tied = {end for ends in self.above.values() for end in ends}
        tied |= {iri for iri, ends in self.above.items() if ends}
        depth = _depths(self.above)
        count = max((depth[iri] for iri in tied), default=-1) + 1
        placed: dict[str, float] = {}

        def below_what(iri: str) -> tuple[float, str, str]:
            above = [placed[end] for end in self.above[iri] if end in placed]
            return (sum(above) / len(above) if above else 0.0), self.title(iri), iri

        layers = []
        for number in range(count):
            layer = sorted((iri for iri in tied if depth[iri] == number), key=below_what)
            placed.update((iri, place / len(layer)) for place, iri in enumerate(layer))
            layers.append(layer)
        return layers

    def title(self, iri: str) -> str:
        if iri in self.known:
            return self.known[iri].title
        ties = (tie for ends in self.above.values() for tie in ends.get(iri, ()))
        return next(ties).title

    @cached_property
    def drawing(self) -> Drawing:
        rows = [
            layer[start : start + _ACROSS]
            for layer in self.layers
            for start in range(0, len(layer), _ACROSS)
        ]
        width = _ACROSS * (_WIDTH + _GAP) - _GAP
        boxes = {
            iri: self._box(iri, _left(number, len(row), width), y * (_HEIGHT + _BETWEEN))
            for y, row in enumerate(rows)
            for number, iri in enumerate(row)
        }
        step, height = _HEIGHT + _BETWEEN, max(0, len(rows) * (_HEIGHT + _BETWEEN) - _BETWEEN)
        return Drawing(
            width=width,
            height=height,
            box_width=_WIDTH,
            box_height=_HEIGHT,
            boxes=list(boxes.values()),
            edges=list(self._edges(boxes, [[boxes[iri] for iri in row] for row in rows])),
            ties=list(self._ties()),
            alone={iri: self.title(iri) for iri in sorted(self.above) if iri not in boxes},
            sheets=[
                Sheet(max(0, number * step - _BETWEEN), min(_ROWS, len(rows) - number) * step)
                for number in range(0, len(rows), _ROWS)
            ],
        )

    def _box(self, iri: str, x: int, y: int) -> Box:
        plan = self.known.get(iri)
        lines = _broken(self.title(iri))
        own, known = plan is not None and plan.input, plan is not None
        return Box(self._named(iri), self.title(iri), lines, x, y, own, known)

    def _named(self, iri: str) -> str | None:
        """The IRI of a plan that is known."""
        return iri if iri in self.known else None

    def _edges(self, boxes: Mapping[str, Box], rows: Sequence[Sequence[Box]]) -> Iterator[Edge]:
        lanes = Counter[tuple[int, int]]()
        for iri, box in boxes.items():
            ends = sorted(self.above[iri], key=lambda end: boxes[end].middle)
            for number, end in enumerate(ends, start=1):
                ties, target = self.above[iri][end], boxes[end]
                words = self._verbs(ties)
                yield Edge(
                    verbs=words,
                    force=_force(ties),
                    x=box.x + number * _WIDTH // (len(ends) + 1),
                    y=box.y,
                    turn=box.y - cell_len(words) * 5 - 8,
                    points=_way(box, target, rows, lanes),
                )

    def _verbs(self, ties: Sequence[PlanTie]) -> str:
        words = "・".join(label("verb", tie.verb, self.lang) for tie in ties)
        if cell_len(words) <= _LONGEST:
            return words
        return wrap(words, _LONGEST - cell_len("…")).partition("\n")[0] + "…"

    def _ties(self) -> Iterator[Tie]:
        for iri, ends in sorted(
            self.above.items(), key=lambda pair: (self.title(pair[0]), pair[0])
        ):
            for end, ties in ends.items():
                verbs = [label("verb", tie.verb, self.lang) for tie in ties]
                missing = ties[0].uncovered
                ends_of = self._named(iri), self._named(end)
                yield Tie(self.title(iri), self.title(end), *ends_of, verbs, _force(ties), missing)


def _left(number: int, count: int, width: int) -> int:
    """The x of a box, so that a row stands in the middle."""
    taken = count * (_WIDTH + _GAP) - _GAP
    return (width - taken) // 2 + number * (_WIDTH + _GAP)


def _way(
    box: Box, target: Box, rows: Sequence[Sequence[Box]], lanes: Counter[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """The points from a box up to a higher one, between the boxes of the rows that lie between.

    lanes: how many lines pass between two boxes already; this one keeps away from them.
    """
    points = []
    passed = [row for row in rows if target.y < row[0].y < box.y]
    for row in reversed(passed):
        straight = target.middle + (box.middle - target.middle) * (row[0].y - target.y) // (
            box.y - target.y
        )
        gaps = [row[0].x - _GAP // 2, *(each.x + _WIDTH + _GAP // 2 for each in row)]
        gap = min(gaps, key=lambda gap: abs(gap - straight))
        x = gap + _LANES[lanes[gap, row[0].y] % len(_LANES)]
        lanes[gap, row[0].y] += 1
        points += [(x, row[0].y + _HEIGHT), (x, row[0].y)]
    return [*points, (target.middle, target.y + _HEIGHT)]


def _force(ties: Sequence[PlanTie]) -> str:
    """The strongest force of some ties; "unknown" where none is known."""
    order = ("binding", "weighing", "administrative")
    return next((force for force in order if any(t.force == force for t in ties)), "unknown")


def _broken(title: str) -> Sequence[str]:
    lines = wrap(title, _LETTERS).split("\n")
    if len(lines) <= _LINES:
        return lines
    return [*lines[: _LINES - 1], lines[_LINES - 1][:-1] + "…"]


def _depths(above: Mapping[str, Mapping[str, object]]) -> Mapping[str, int]:
    """How many layers stand above each plan; of a circle of plans one tie is not counted."""
    ends = {iri: list(found) for iri, found in above.items()}
    while True:
        try:
            order = tuple(TopologicalSorter(ends).static_order())
        except CycleError as error:
            higher, lower, *_ = error.args[1]
            ends[lower].remove(higher)
        else:
            break
    depths: dict[str, int] = {}
    for iri in order:
        depths[iri] = max((depths[end] + 1 for end in ends[iri]), default=0)
    return depths
