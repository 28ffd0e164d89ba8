"""How good and how quick suggestions are: ``python -m tests.bench.suggest [--model semantic]``.

Quality on the plans of ``links/held_out.json``, which nothing was fitted on, beside BM25 and TF-IDF
over characters (of the item's heading alone, and with those above it), with the 95% interval of
the difference by paired bootstrap. Time beside scikit-learn's TF-IDF, which is to be installed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from alignchecker.links.reading import Side
from alignchecker.links.suggesting import Model, compare
from alignchecker.links.vectors import Heading
from alignchecker.model.normalize import label_key

HELD_OUT = Path(__file__).parent / "links" / "held_out.json"
_BINS = 10
_FIRM = 0.7

Ranker = Callable[[Sequence[str], Sequence[str]], list[list[int]]]


@dataclass(frozen=True, slots=True)
class Task:
    """Measures of a plan, items of another, and which items each measure answers."""

    name: str
    measures: tuple[str, ...]
    items: tuple[Heading, ...]
    answers: tuple[frozenset[int], ...]


def tasks(path: Path = HELD_OUT) -> Iterator[Task]:
    """The tasks of a file."""
    for name, task in json.loads(path.read_text("utf-8")).items():
        place = {iri: at for at, (iri, _, _) in enumerate(task["candidates"])}
        yield Task(
            name,
            tuple(label for label, _ in task["pairs"]),
            tuple(Heading(label, tuple(above)) for _, label, above in task["candidates"]),
            tuple(frozenset(place[iri] for iri in found) for _, found in task["pairs"]),
        )


def _characters(text: str) -> list[str]:
    key = label_key(text)
    return [*key, *(key[i : i + 2] for i in range(len(key) - 1))]


def bm25(measures: Sequence[str], items: Sequence[str]) -> list[list[int]]:
    """Okapi BM25 over pairs of characters (k1 1.2, b 0.75)."""
    bags = [Counter(g for g in _characters(item) if len(g) > 1) for item in items]
    seen = Counter(gram for bag in bags for gram in bag)
    usual = mean(sum(bag.values()) for bag in bags)

    def score(measure: str, bag: Counter[str]) -> float:
        length = 1.2 * (0.25 + 0.75 * sum(bag.values()) / usual)
        return sum(
            math.log(1 + (len(items) - seen[g] + 0.5) / (seen[g] + 0.5))
            * bag[g] * 2.2 / (bag[g] + length)
            for g in set(_characters(measure))
            if g in bag
        )  # fmt: skip

    return [_ranked([score(measure, bag) for bag in bags]) for measure in measures]


def tf_idf(measures: Sequence[str], items: Sequence[str]) -> list[list[int]]:
    """Cosine of TF-IDF over one and two characters, as scikit-learn weighs it."""
    texts = [Counter(_characters(text)) for text in (*measures, *items)]
    seen = Counter(gram for text in texts for gram in text)
    rarity = {g: math.log((1 + len(texts)) / (1 + n)) + 1 for g, n in seen.items()}
    units = []
    for text in texts:
        vector = {g: n * rarity[g] for g, n in text.items()}
        length = math.sqrt(sum(v * v for v in vector.values())) or 1
        units.append({g: v / length for g, v in vector.items()})
    own, others = units[: len(measures)], units[len(measures) :]
    return [_ranked([sum(v * o.get(g, 0.0) for g, v in m.items()) for o in others]) for m in own]


def _ranked(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda at: (-scores[at], at))


def marks(ranking: Sequence[int], answers: frozenset[int]) -> tuple[float, float, float]:
    """P@1, R@5 and average precision of one ranking.

    >>> marks([2, 1, 0], frozenset({1}))
    (0.0, 1.0, 0.5)
    """
    hits = [at in answers for at in ranking]
    found = [sum(hits[: i + 1]) / (i + 1) for i, hit in enumerate(hits) if hit]
    return float(hits[0]), sum(hits[:5]) / len(answers), sum(found) / len(answers)


def interval(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The 95% interval of the mean difference, of 2,000 paired samples."""
    chance, pairs = random.Random(1), [a - b for a, b in zip(ours, theirs, strict=True)]
    drawn = sorted(mean(chance.choices(pairs, k=len(pairs))) for _ in range(2000))
    return drawn[50], drawn[1949]


def _ours(task: Task, model: Model) -> tuple[list[list[int]], list[list[tuple[float, bool]]]]:
    """Rankings, and the five probabilities of each measure with whether they came true."""
    names = tuple(str(at) for at in range(len(task.items)))
    measures = Side(task.measures, tuple(map(Heading, task.measures)))
    rows = compare(measures, Side(names, task.items), most=5, model=model, extract=False)
    longer = compare(measures, Side(names, task.items), most=10**6, model=model, extract=False)
    rankings, said = [], []
    for row, whole, answers in zip(rows, longer, task.answers, strict=True):
        first = [int(c.iri) for c in whole.candidates]
        rankings.append([*first, *(at for at in range(len(names)) if at not in set(first))])
        said.append([(c.probability, int(c.iri) in answers) for c in row.candidates])
    return rankings, said


def quality(model: Model) -> Iterator[str]:
    """Lines that say how well it does, overall and beside the others."""
    every = list(tasks())
    ours, said = [], []
    for task in every:
        rankings, chances = _ours(task, model)
        got = [marks(r, a) for r, a in zip(rankings, task.answers, strict=True)]
        means = "  ".join(f"{mean(column):.3f}" for column in zip(*got, strict=True))
        yield f"{task.name}: {len(got)} measures, {len(task.items)} items  P@1, R@5, AP {means}"
        ours += got
        said += chances
    for name, ranker in (("BM25", bm25), ("TF-IDF", tf_idf)):
        for above in (False, True):
            theirs = []
            for task in every:
                items = [" ".join((i.label, *(i.above if above else ()))) for i in task.items]
                rankings = ranker(task.measures, items)
                theirs += [marks(r, a) for r, a in zip(rankings, task.answers, strict=True)]
            cells = []
            for column, other in zip(
                zip(*ours, strict=True), zip(*theirs, strict=True), strict=True
            ):
                low, high = interval(column, other)
                cells.append(f"{mean(other):.3f} (ours {low:+.3f} to {high:+.3f})")
            yield f"{name}{' with headings above' if above else ''}: {'; '.join(cells)}"
    yield from reliability([pair for row in said for pair in row], len(said))


def reliability(said: Sequence[tuple[float, bool]], measures: int) -> Iterator[str]:
    """What was said beside how often it came true, in tenths, and at 0.7 and more."""
    for tenth in range(_BINS):
        held = [(p, true) for p, true in said if min(int(p * _BINS), _BINS - 1) == tenth]
        if held:
            told, came = mean(p for p, _ in held), mean(true for _, true in held)
            yield f"{tenth / _BINS:.1f}: {len(held)} candidates, said {told:.2f}, true {came:.2f}"
    firm = [true for p, true in said if p >= _FIRM]
    if firm:
        yield (
            f"p >= {_FIRM}: {len(firm)}, precision {mean(firm):.3f}, "
            f"for {sum(firm) / measures:.3f} of the measures"
        )


def speed(size: int) -> str:
    """The ratio of our time to scikit-learn's for as many measures and items, best of five."""
    chance = random.Random(1)
    held = list(tasks())
    words = sorted({label[:cut] for t in held for label in t.measures for cut in (4, 6, 8)})
    ends = ("の推進", "の充実", "への支援", "事業", "の整備", "体制の強化")

    def heading() -> str:
        return "・".join(chance.sample(words, 2)) + chance.choice(ends)

    measures = tuple(heading() for _ in range(size))
    items = tuple(Heading(heading(), (f"政策{at % 40}",)) for at in range(size))
    names = tuple(map(str, range(size)))
    own = Side(names, tuple(map(Heading, measures)))
    other = Side(names, items)

    def ours() -> None:
        compare(own, other, most=5, model=Model.NONE, extract=False)

    text = importlib.import_module("sklearn.feature_extraction.text")

    def theirs() -> None:
        made = text.TfidfVectorizer(analyzer="char", ngram_range=(1, 2))
        vectors = made.fit_transform([*measures, *(item.label for item in items)])
        (-(vectors[:size] @ vectors[size:].T).toarray()).argsort(axis=1)[:, :5]

    one, two = (_best(ours), _best(theirs))
    return f"{size} x {size}: {one:.2f} s, scikit-learn {two:.2f} s, ratio {one / two:.1f}"


def _best(run: Callable[[], None]) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Prints all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=list(Model), default=Model.NONE, type=Model)
    parser.add_argument("--size", type=int, default=1000)
    asked = parser.parse_args()
    for line in quality(asked.model):
        print(line)
    print(speed(asked.size))


if __name__ == "__main__":
    main()
