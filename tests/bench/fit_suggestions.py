"""Fits the numbers of fitted.py: ``python -m tests.bench.fit_suggestions links-dev.json``.

Likenesses are weighed by a conditional logit: each measure chooses among all items, and one that it
answers should be chosen. Then two logistic curves say how often candidates of a score are right,
and how often nothing is: on the measures as they are, and, counting less, with the field of their
answer taken away. Nothing is drawn at random: the same files give the same numbers.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from alignchecker.links.suggestion import semantic
from alignchecker.links.suggestion.calibration import Curve, Fitted, leads
from alignchecker.links.suggestion.concepts import shipped_concepts
from alignchecker.links.suggestion.products import Scored
from alignchecker.links.suggestion.scoring import Scorer, Weights, space_of
from alignchecker.links.suggestion.suggesting import Model
from alignchecker.links.suggestion.vectors import Heading, Space, Vector
from tests.bench.printed_links import FITTED_ON, Task, development, fields, tasks

Row = tuple[float, ...]

_LIKENESSES = ("runs", "above_runs", "up_runs", "concepts", "above_concepts", "meaning")
_SHARE = 0.2
"""What a measure counts that is not of the development set, which has a sixth as many."""
_AWAY = 0.25
"""What a measure counts whose answers were taken away."""
_RIDGE = 0.002
_ROUNDS = 200
_NEAR = 1e-4
"""A step as small as that is the last one."""
_MOST = 5
_TAUGHT = [at / 4 for at in range(21)]


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure: the likenesses of all items, those it answers, what it counts."""

    rows: tuple[Row, ...]
    answers: frozenset[int]
    counts: float


@dataclass(frozen=True, slots=True)
class Case:
    """What was found for a measure: scores, whether each is right, what the measure counts.

    none: that no item is right. usual: the mean of the best scores of the plan.
    """

    scores: tuple[float, ...]
    right: tuple[bool, ...]
    none: bool
    counts: float
    usual: float

    @property
    def above(self) -> float:
        """How far the best score is above the usual one."""
        return (self.scores[0] if self.scores else 0.0) - self.usual


def fit(found: Sequence[Task], others: Sequence[Task], model: Model) -> Fitted:
    """What fits the development set and some other tasks. Numbers are rounded to hundredths."""
    counted = [*((task, 1.0) for task in found), *((task, _SHARE) for task in others)]
    names = [name for name in _LIKENESSES if name != "meaning" or model is Model.SEMANTIC]
    weights = _weights([c for task, n in counted for c in _choices(task, names, n)], names)
    taught = max(_TAUGHT, key=lambda weight: _told(counted, replace(weights, taught=weight)))
    weights = replace(weights, taught=taught)
    cases = [case for task, n in counted for case in _cases(task, weights, n)]
    accepted = [
        ((1.0, score, lead), right, case.counts)
        for case in cases
        for score, lead, right in zip(case.scores, leads(case.scores), case.right, strict=True)
    ]
    none = [((1.0, case.above), case.none, case.counts) for case in cases]
    level = sum(c.usual * c.counts for c in cases) / sum(c.counts for c in cases)
    return Fitted(weights, Curve(*_curve(accepted)), Curve(*_curve(none)), usual=round(level, 2))


def _choices(task: Task, names: Sequence[str], counts: float) -> Iterator[Choice]:
    space = space_of(task.measures, task.items, shipped_concepts())
    meant = _meant(task) if "meaning" in names else []
    for at, (measure, answers) in enumerate(zip(task.measures, task.answers, strict=True)):
        rows = []
        for place, item in enumerate(task.items):
            alike = _likenesses(space, measure, item)
            alike["meaning"] = meant[at][place] if meant else 0.0
            rows.append(tuple(alike[name] for name in names))
        if answers:
            yield Choice(tuple(rows), answers, counts)


def _likenesses(space: Space, measure: Heading, item: Heading) -> dict[str, float]:
    runs, concepts = (space.weighed(part(measure.label)) for part in (space.runs, space.concepts))
    own = space.runs(item.label)
    up = [_product(space.weighed(space.runs(text)), own) for text in measure.above]
    return {
        "runs": _product(runs, own),
        "above_runs": _mean([_product(runs, space.runs(text)) for text in item.above]),
        "up_runs": _mean(up),
        "concepts": _product(concepts, space.concepts(item.label)),
        "above_concepts": _mean([_product(concepts, space.concepts(t)) for t in item.above]),
    }


def _product(one: Vector, other: Vector) -> float:
    return sum([value * other[term] for term, value in one.items() if term in other])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _meant(task: Task) -> list[list[float]]:
    alike = semantic.likeness(
        [heading.label for heading in task.measures], [heading.label for heading in task.items]
    )
    return [list(alike(at)) for at in range(len(task.measures))]


def _weights(choices: Sequence[Choice], names: Sequence[str]) -> Weights:
    """The conditional logit; a likeness of negative weight is left out and the rest fitted anew."""
    kept = list(range(len(names)))
    while True:
        values = _logit(choices, kept)
        if min(values) >= 0:
            break
        kept.pop(values.index(min(values)))
    found = {names[at]: value for at, value in zip(kept, values, strict=True)}
    # Of the headings above a measure only the ratio to its own goes into its vector.
    found["up_runs"] = found.get("up_runs", 0.0) / found["runs"]
    return Weights(**{name: round(value, 2) for name, value in found.items()})


def _logit(choices: Sequence[Choice], kept: Sequence[int]) -> list[float]:
    """Maximises the likelihood that an answer is chosen, by steps on its concave bound."""
    values = [1.0] * len(kept)
    whole = sum(choice.counts for choice in choices)
    for _ in range(_ROUNDS):
        slope = [-_RIDGE * whole * value for value in values]
        bend = [[_RIDGE * whole * (i == j) for j in range(len(kept))] for i in range(len(kept))]
        for choice in choices:
            _add(choice, kept, values, slope, bend)
        step = _solved(bend, slope)
        values = [value + more for value, more in zip(values, step, strict=True)]
        if max(map(abs, step)) < _NEAR:
            break
    return values


def _add(
    choice: Choice,
    kept: Sequence[int],
    values: Sequence[float],
    slope: list[float],
    bend: list[list[float]],
) -> None:
    """Adds what one measure says of the slope, and how the bound bends."""
    rows = [[row[at] for at in kept] for row in choice.rows]
    odds = [math.exp(sum(v * x for v, x in zip(values, row, strict=True))) for row in rows]
    whole, right = sum(odds), sum(odds[at] for at in choice.answers)
    size = range(len(kept))
    usual = [0.0 for _ in size]
    squares = [[0.0 for _ in size] for _ in size]
    for place, row in enumerate(rows):
        share = odds[place] / whole
        pull = (odds[place] / right if place in choice.answers else 0.0) - share
        for i in size:
            slope[i] += choice.counts * pull * row[i]
            usual[i] += share * row[i]
            for j in range(i + 1):
                squares[i][j] += share * row[i] * row[j]
    for i in size:
        for j in size:
            both = squares[max(i, j)][min(i, j)] - usual[i] * usual[j]
            bend[i][j] += choice.counts * both


def _told(counted: Sequence[tuple[Task, float]], weights: Weights) -> float:
    """The likelihood of the answers where links of other plans teach."""
    total = 0.0
    for task, counts in counted:
        for part, items in taught(task, [other for other, _ in counted]):
            scorer = Scorer(space_of(part.measures, items, shipped_concepts()), items, weights)
            for measure, answers in zip(part.measures, part.answers, strict=True):
                odds = {at: math.exp(score) for score, at in scorer.best(measure, (), len(items))}
                whole = sum(odds.values()) + len(items) - len(odds)
                right = sum(odds.get(at, 1.0) for at in answers)
                total += counts * math.log(right / whole) if answers else 0.0
    return total


def taught(task: Task, every: Sequence[Task]) -> Iterator[tuple[Task, tuple[Heading, ...]]]:
    """Measures to be scored, and the items with what others linked to them, none of their own.

    The others are the plans of the same target; where there is none, one half of the measures is
    taken for another plan of the city, and then the other half.
    """
    others = [other for other in every if other.target == task.target and other != task]
    if others:
        yield task, _with_links(task.items, others)
        return
    for half in (0, 1):
        yield _half(task, half), _with_links(task.items, [_half(task, 1 - half)])


def _half(task: Task, half: int) -> Task:
    return replace(task, measures=task.measures[half::2], answers=task.answers[half::2])


def _with_links(items: tuple[Heading, ...], others: Sequence[Task]) -> tuple[Heading, ...]:
    links: dict[int, set[str]] = {}
    for other in others:
        for measure, answers in zip(other.measures, other.answers, strict=True):
            for at in answers:
                links.setdefault(at, set()).add(measure.label)
    return tuple(
        replace(item, taught=tuple(sorted(links.get(at, ())))) for at, item in enumerate(items)
    )


def _cases(task: Task, weights: Weights, counts: float) -> Iterator[Case]:
    space = space_of(task.measures, task.items, shipped_concepts())
    scorer = Scorer(space, task.items, weights)
    meant = _meant(task) if weights.meaning else [[]] * len(task.measures)
    pairs = zip(task.measures, meant, strict=True)
    every = [scorer.best(measure, alike, len(task.items)) for measure, alike in pairs]
    level = sum(scored[0][0] for scored in every if scored) / len(every)
    field = fields(task.items)
    for scored, answers in zip(every, task.answers, strict=True):
        gone = {field[at] for at in answers}
        left = [(score, at) for score, at in scored if field[at] not in gone]
        yield _case(scored, answers, level, counts)
        if gone and left:
            yield _case(left, frozenset(), level, counts * _AWAY)


def _case(scored: Sequence[Scored], answers: frozenset[int], level: float, counts: float) -> Case:
    shown = scored[:_MOST]
    right = tuple(at in answers for _, at in shown)
    return Case(tuple(score for score, _ in shown), right, not answers, counts, level)


def _curve(cases: Sequence[tuple[Row, bool, float]]) -> list[float]:
    """A logistic regression, by Newton's method."""
    size = range(len(cases[0][0]))
    values = [0.0 for _ in size]
    for _ in range(_ROUNDS):
        slope = [-_RIDGE * value for value in values]
        bend = [[_RIDGE * (i == j) for j in size] for i in size]
        for row, right, counts in cases:
            said = 1 / (1 + math.exp(-sum(v * x for v, x in zip(values, row, strict=True))))
            for i in size:
                slope[i] += counts * (right - said) * row[i]
                for j in size:
                    bend[i][j] += counts * said * (1 - said) * row[i] * row[j]
        step = _solved(bend, slope)
        values = [value + more for value, more in zip(values, step, strict=True)]
        if max(map(abs, step)) < _NEAR:
            break
    return [round(value, 2) for value in values]


def _solved(left: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a few linear equations, by elimination.

    >>> _solved([[2.0, 0.0], [1.0, 1.0]], [4.0, 5.0])
    [2.0, 3.0]
    """
    rows = [[*row, value] for row, value in zip(left, right, strict=True)]
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda i: abs(rows[i][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for i, row in enumerate(rows):
            if i != at:
                rows[i] = [v - row[at] * w for v, w in zip(row, rows[at], strict=True)]
    return [row[-1] for row in rows]


def main() -> None:
    """Prints what goes into ``fitted.py``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("development", type=Path, help="links-dev.json")
    parser.add_argument("--model", choices=list(Model), type=Model)
    asked = parser.parse_args()
    found, others = list(development(asked.development)), list(tasks(FITTED_ON))
    for model in [asked.model] if asked.model else list(Model):
        print(f'"{model}": {fit(found, others, model)}')


if __name__ == "__main__":
    main()
