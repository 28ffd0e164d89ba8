"""docs/ontology.svg: the main classes of the ontology and the properties between them.

Which classes are main, and where each stands, is the table PLACES; all else is read from the
ontology: a new property between two main classes is drawn by itself, a new main class needs a
place.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import copysign, hypot
from pathlib import Path
from unicodedata import east_asian_width

from pages import Graph, Term, ontology_graph

PLACES = {
    "PlanPart": (0, 0),
    "PlanSeries": (1, 0),
    "PlanRelation": (2, 0),
    "Act": (3, 0),
    "org:FormalOrganization": (0, 1),
    "PlanEdition": (1, 1),
    "Link": (2, 1),
    "Provision": (3, 1),
    "Indicator": (0, 2),
    "Review": (2, 2),
    "Demand": (3, 2),
    "IndicatorValue": (0, 3),
    "Item": (1, 3),
    "Measure": (2, 3),
    "ProgressRecord": (3, 3),
}
"""Main classes, each with its column and row."""
SHOWN_DERIVED = frozenset({"contributesTo"})
"""Derived facts that are drawn; the others stand on the page alone."""
LEFT_OUT = frozenset({"mentionedIn"})
"""What says how a text was read rather than how plans stand to each other."""
SUBCLASS = "rdfs:subClassOf"

WIDE, HIGH, ACROSS, DOWN, EDGE = 206, 90, 366, 200, 16
"""A box, the way from one to the next, and the margin, in pixels."""
LINE, SIZE, APART = 18, 14, 9
"""Between lines of text, of a letter, and of two lines between the same boxes from their middle."""
STYLE = """
.paper { fill: #ffffff } .box { fill: #eef3f8; stroke: #33506b; stroke-width: 1.5 }
text { fill: #14202b; font: 14px sans-serif; text-anchor: middle }
.name { font: bold 16px sans-serif }
.way { stroke: #33506b; stroke-width: 1.5 } .head { fill: #33506b }
.open { fill: #ffffff; stroke: #33506b; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
.paper { fill: #0f161d } .box { fill: #1d2a36; stroke: #9dbad3 } text { fill: #eaf1f7 }
.way { stroke: #9dbad3 } .head { fill: #9dbad3 } .open { fill: #0f161d; stroke: #9dbad3 }
}
"""
TITLE = "オントロジーの主なクラスとプロパティ / Main classes of the ontology and their properties"

Point = tuple[float, float]


@dataclass(frozen=True, order=True)
class Tie:
    """A property from one main class to another, or that the one is a kind of the other."""

    source: str
    target: str
    name: str
    label: str
    """What it is called in Japanese; empty where the term is another vocabulary's."""

    def __str__(self) -> str:
        return f"{self.source} → {self.target}: {self.name} {self.label}".rstrip()


@dataclass(frozen=True)
class Box:
    """A class as drawn: its middle and what is written in it, its name first."""

    x: float
    y: float
    lines: tuple[str, ...]

    def leave(self, aside: Point, toward: Point) -> Point:
        """Where a line leaves the box that starts beside its middle and runs in a direction."""
        sides = zip((WIDE / 2, HIGH / 2), aside, toward, strict=True)
        step = min((copysign(half, d) - off) / d for half, off, d in sides if d)
        return self.x + aside[0] + step * toward[0], self.y + aside[1] + step * toward[1]


@dataclass(frozen=True)
class Way:
    """A line from one box to another, with what is written at it."""

    start: Point
    end: Point
    kind: bool
    """That the one class is a kind of the other: an open head says so, without words."""
    lines: tuple[str, ...]
    at: Point
    """Where the middle of the words is."""


def classes(g: Graph) -> dict[str, Term]:
    """The main classes by name. Ends where the ontology has one of them no longer."""
    known = {g.short(term): term for term in g.typed("owl:Class")}
    if gone := sorted(set(PLACES) - set(known)):
        raise SystemExit(f"The ontology has no class {', '.join(gone)}: mend PLACES in {__file__}")
    return {name: known[name] for name in PLACES}


def ties(g: Graph) -> list[Tie]:
    """What ties the main classes to each other: superclasses, restrictions, domains and ranges."""
    found = set[Tie]()
    for name, node in classes(g).items():
        found |= {Tie(name, above, SUBCLASS, "") for above in g.names(node, SUBCLASS)}
        for asked in g.objects(node, SUBCLASS):
            found |= {
                Tie(name, other, term, "")
                for term in g.names(asked, "owl:onProperty")
                for other in g.names(asked, "owl:allValuesFrom")
            }
    for term in g.typed("owl:ObjectProperty"):
        derived = bool(g.objects(term, "aln:derivedFact"))
        if g.short(term) in LEFT_OUT or (derived and g.short(term) not in SHOWN_DERIVED):
            continue
        found |= {
            Tie(source, target, g.short(term), g.text(term, "rdfs:label", "ja"))
            for source in g.names(term, "rdfs:domain")
            for target in g.names(term, "rdfs:range")
        }
    return sorted(tie for tie in found if {tie.source, tie.target} <= set(PLACES))


def boxes(g: Graph) -> dict[str, Box]:
    """Each class with its labels and with the properties that lead to another of its kind."""
    drawn, found = ties(g), {}
    for name, node in classes(g).items():
        labels = [g.both(node, "rdfs:label", " / ")] if g.objects(node, "rdfs:label") else []
        own = [f"↻ {t.name} {t.label}" for t in drawn if t.source == t.target == name]
        x, y = (EDGE + n * step for n, step in zip(PLACES[name], (ACROSS, DOWN), strict=True))
        lines = (name, *labels, *(line.rstrip() for line in own))
        found[name] = Box(x + WIDE / 2, y + HIGH / 2, lines)
    return found


def ways(g: Graph) -> list[Way]:
    """One line for all properties from one class to another; there and back side by side."""
    placed = boxes(g)
    shared: dict[tuple[str, str, bool], list[Tie]] = {}
    for tie in ties(g):
        if tie.source != tie.target:
            shared.setdefault((tie.source, tie.target, tie.name == SUBCLASS), []).append(tie)
    found = []
    for (source, target, kind), together in shared.items():
        a, b = placed[source], placed[target]
        toward, back = (b.x - a.x, b.y - a.y), (a.x - b.x, a.y - b.y)
        side = (-toward[1] / hypot(*toward), toward[0] / hypot(*toward))
        alone = [{source, target} == set(key[:2]) for key in shared].count(True) == 1
        off = 0 if alone else -APART if kind else APART
        aside = (side[0] * off, side[1] * off)
        start, end = a.leave(aside, toward), b.leave(aside, back)
        words = () if kind else tuple(w for t in together for w in (t.name, t.label) if w)
        at = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        if words and not alone:  # beside the line, away from the other one
            _, _, right, bottom = area(words, (0, 0))
            push = right * abs(side[0]) + bottom * abs(side[1]) + 1
            at = (at[0] + side[0] * push, at[1] + side[1] * push)
        found.append(Way(start, end, kind, words, at))
    return found


def width(text: str) -> float:
    """How wide a text is, about, in pixels."""
    return sum(SIZE * (1 if east_asian_width(c) in "FWA" else 0.54) for c in text)


def area(lines: tuple[str, ...], at: Point) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of words about a point."""
    half, high = max(map(width, lines)) / 2 + 2, LINE * len(lines) / 2
    return at[0] - half, at[1] - high, at[0] + half, at[1] + high


def _text(lines: tuple[str, ...], at: Point, name: str = "") -> str:
    top = at[1] - LINE * len(lines) / 2 + LINE * 0.75
    return "".join(
        f'<text x="{at[0]:.1f}" y="{top + LINE * n:.1f}"{"" if n else name}>{escape(line)}</text>\n'
        for n, line in enumerate(lines)
    )


def _way(way: Way) -> str:
    (x1, y1), (x2, y2) = way.start, way.end
    head = "kind" if way.kind else "tie"
    line = f'<line class="way" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'{line} marker-end="url(#{head})"/>\n'


def _words(way: Way) -> str:
    if not way.lines:
        return ""
    left, top, right, bottom = area(way.lines, way.at)
    size = f'width="{right - left:.1f}" height="{bottom - top:.1f}"'
    return f'<rect class="paper" x="{left:.1f}" y="{top:.1f}" {size}/>\n' + _text(way.lines, way.at)


def _box(box: Box) -> str:
    corner = f'x="{box.x - WIDE / 2:.1f}" y="{box.y - HIGH / 2:.1f}"'
    frame = f'<rect class="box" {corner} width="{WIDE}" height="{HIGH}" rx="6"/>\n'
    return frame + _text(box.lines, (box.x, box.y), ' class="name"')


def ontology_picture(root: Path) -> str:
    """The picture, with its title and all it shows in words for those who do not see it."""
    g = ontology_graph(root)
    columns, rows = (max(place[n] for place in PLACES.values()) for n in (0, 1))
    size = (2 * EDGE + columns * ACROSS + WIDE, 2 * EDGE + rows * DOWN + HIGH)
    drawn = ways(g)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title words" ',
        f'viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" height="{size[1]}">\n',
        f'<title id="title">{escape(TITLE)}</title>\n',
        f'<desc id="words">{escape("; ".join(map(str, ties(g))))}</desc>\n<style>{STYLE}</style>\n',
        '<defs><marker id="tie" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" '
        'markerHeight="8" orient="auto"><path class="head" d="M0 0 10 5 0 10Z"/></marker>\n',
        '<marker id="kind" viewBox="-1 -1 14 14" refX="12" refY="6" markerWidth="14" '
        'markerHeight="14" orient="auto"><path class="open" d="M0 0 12 6 0 12Z"/></marker>\n',
        "</defs>\n",
        '<rect class="paper" width="100%" height="100%"/>\n',
        *(_way(way) for way in drawn),
        *(_words(way) for way in drawn),
        *(_box(box) for box in boxes(g).values()),
    ]
    return "".join([*parts, "</svg>\n"])
