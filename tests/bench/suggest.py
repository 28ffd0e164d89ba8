"""How good suggestions are: ``python -m tests.bench.suggest [--model semantic]``.

On plans that nothing was fitted on, beside BM25 and TF-IDF over characters (of the item's heading
alone, and with those above it), with the 95% interval of the difference by paired bootstrap; how
often what was said came true; and what reviewed links of other plans add. ``suggest_speed`` has the
time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from alignchecker.links.suggestion.suggesting import Model, compare
from tests.bench.fit_suggestions import taught
from tests.bench.printed_links import HELD_OUT, UNREAD, Task, fields, tasks
from tests.bench.rankers import bm25, interval, marks, tf_idf

_BINS = 10
_FIRM = 0.7
_SHOWN = 5
_AWAY = 4
"""From one in so many measures the field of its answer is taken away."""

Marks = tuple[float, float, float]
Said = tuple[float, bool]
"""A probability, and whether it came true."""


@dataclass(frozen=True, slots=True)
class Result:
    """Of each measure: its marks, what was said of the five candidates, and of 該当なし."""

    marks: list[Marks]
    said: list[list[Said]]
    none: list[Said]


def result(task: Task, model: Model) -> Result:
    """What the suggestions for a task are worth."""
    names = range(len(task.items))
    whole = compare(*task.sides, most=len(task.items), model=model, extract=False)
    got: list[Marks] = []
    said: list[list[Said]] = []
    for row, answers in zip(whole, task.answers, strict=True):
        first = [int(candidate.iri) for candidate in row.candidates]
        got.append(marks([*first, *(at for at in names if at not in set(first))], answers))
        shown = row.candidates[:_SHOWN]
        said.append([(c.probability, int(c.iri) in answers) for c in shown])
    return Result(got, said, list(_none(task, model)))


def _none(task: Task, model: Model) -> Iterator[Said]:
    """What is said of 該当なし, with the field of the answer taken away for some measures."""
    field = fields(task.items)
    away: dict[frozenset[str], list[int]] = {}
    for place, answers in enumerate(task.answers):
        gone = frozenset(field[at] for at in answers) if place % _AWAY == 0 else frozenset()
        away.setdefault(gone, []).append(place)
    for gone, places in away.items():
        kept = [item for item, own in zip(task.items, field, strict=True) if own not in gone]
        sides = replace(task, items=tuple(kept)).sides
        rows = compare(*sides, most=1, model=model, extract=False) if kept else ()
        yield from ((row.none or 0.0, bool(gone)) for at, row in enumerate(rows) if at in places)


def quality(found: Sequence[tuple[Task, Result]]) -> Iterator[str]:
    """Lines that say how well it does on some tasks, overall and beside the others."""
    for task, one in found:
        size = f"{len(one.marks)} measures, {len(task.items)} items"
        yield f"{task.name}: {size}  P@1, R@5, AP {_means(one.marks)}"
    ours = [row for _, one in found for row in one.marks]
    yield f"all: {len(ours)} measures  P@1, R@5, AP {_means(ours)}"
    yield from _beside([task for task, _ in found], ours)
    yield "candidates:"
    said = [row for _, one in found for row in one.said]
    yield from reliability([pair for row in said for pair in row], len(said))
    yield "no counterpart:"
    yield from reliability([pair for _, one in found for pair in one.none], None)


def _beside(every: Sequence[Task], ours: Sequence[Marks]) -> Iterator[str]:
    for name, ranker in (("BM25", bm25), ("TF-IDF", tf_idf)):
        for above in (False, True):
            theirs: list[Marks] = []
            for task in every:
                items = [" ".join((i.label, *(i.above if above else ()))) for i in task.items]
                rankings = ranker([measure.label for measure in task.measures], items)
                theirs += [marks(r, a) for r, a in zip(rankings, task.answers, strict=True)]
            cells = []
            for own, other in zip(zip(*ours, strict=True), zip(*theirs, strict=True), strict=True):
                low, high = interval(own, other)
                cells.append(f"{mean(other):.3f} (ours {low:+.3f} to {high:+.3f})")
            yield f"{name}{' with headings above' if above else ''}: {'; '.join(cells)}"


def reliability(said: Sequence[Said], measures: int | None) -> Iterator[str]:
    """What was said beside how often it came true, in tenths, and at 0.7 and more."""
    for tenth in range(_BINS):
        held = [(p, true) for p, true in said if min(int(p * _BINS), _BINS - 1) == tenth]
        if held:
            told, came = mean(p for p, _ in held), mean(true for _, true in held)
            yield f"  {tenth / _BINS:.1f}: {len(held)}, said {told:.2f}, true {came:.2f}"
    firm = [true for p, true in said if p >= _FIRM]
    if firm and measures:
        share = sum(firm) / measures
        yield f"  p >= {_FIRM}: {len(firm)}, precision {mean(firm):.3f}, for {share:.3f} of all"


def learning(path: Path, model: Model) -> Iterator[str]:
    """What reviewed links of other plans add; halves of a list stand for two plans of a city."""
    with_links: list[Marks] = []
    without: list[Marks] = []
    for task in tasks(path):
        for part, items in taught(task, []):
            with_links += result(replace(part, items=items), model).marks
            without += result(part, model).marks
    yield f"taught: P@1, R@5, AP {_means(with_links)}, else {_means(without)}"
    pairs = zip(zip(*with_links, strict=True), zip(*without, strict=True), strict=True)
    cells = ["{:+.3f} to {:+.3f}".format(*interval(own, other)) for own, other in pairs]
    yield f"  difference {'; '.join(cells)}"


def _means(rows: Sequence[Marks]) -> str:
    return "  ".join(f"{mean(column):.3f}" for column in zip(*rows, strict=True))


def main() -> None:
    """Prints all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=list(Model), default=Model.NONE, type=Model)
    asked = parser.parse_args()
    every = []
    for path in (HELD_OUT, UNREAD):
        found = [(task, result(task, asked.model)) for task in tasks(path)]
        print(path.name, *quality(found), *learning(path, asked.model), sep="\n")
        every += found
    print("both", *quality(every), sep="\n")


if __name__ == "__main__":
    main()
