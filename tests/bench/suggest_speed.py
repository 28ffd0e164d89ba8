"""How quick suggestions are, beside scikit-learn's TF-IDF: ``python -m tests.bench.suggest_speed``.

Each run has headings that nobody has seen, so that nothing is known from the one before, and both
get the headings above the items, too. TF-IDF gives an order only; ours is timed without reasons and
probabilities, and with them. Medians of processor time; scikit-learn is to be installed.
"""

from __future__ import annotations

import argparse
import importlib
import random
import time
from statistics import median

from alignchecker.links.suggestion.concepts import shipped_concepts
from alignchecker.links.suggestion.fitted import FITTED
from alignchecker.links.suggestion.reading import Side
from alignchecker.links.suggestion.scoring import Scorer, space_of
from alignchecker.links.suggestion.suggesting import Model, compare
from alignchecker.links.suggestion.vectors import Heading
from tests.bench.printed_links import HELD_OUT, tasks

_ENDS = ("の推進", "の充実", "への支援", "事業", "の整備", "体制の強化")
_RUNS = 9


def sides(size: int, seed: int) -> tuple[Side, Side]:
    """As many measures and items, put together from words of real ones."""
    chance = random.Random(seed)
    held = [measure.label for task in tasks(HELD_OUT) for measure in task.measures]
    words = sorted({label[:cut] for label in held for cut in (4, 6, 8)})

    def heading() -> str:
        return "・".join(chance.sample(words, 2)) + chance.choice(_ENDS)

    names = tuple(map(str, range(size)))
    items = tuple(Heading(heading(), (f"政策{at % 40}",)) for at in range(size))
    return Side(names, tuple(Heading(heading()) for _ in names)), Side(names, items)


def order(measures: Side, items: Side) -> None:
    """Ours, without reasons and probabilities."""
    space = space_of(measures.headings, items.headings, shipped_concepts())
    scorer = Scorer(space, items.headings, FITTED[Model.NONE].weights)
    for heading in measures.headings:
        scorer.best(heading, (), 5)


def whole(measures: Side, items: Side) -> None:
    """Ours."""
    compare(measures, items, most=5, model=Model.NONE, extract=False)


def tf_idf(measures: Side, items: Side) -> None:
    """scikit-learn's, one and two characters."""
    text = importlib.import_module("sklearn.feature_extraction.text")
    own = [heading.label for heading in measures.headings]
    others = [" ".join((heading.label, *heading.above)) for heading in items.headings]
    made = text.TfidfVectorizer(analyzer="char", ngram_range=(1, 2))
    vectors = made.fit_transform([*own, *others])
    (-(vectors[: len(own)] @ vectors[len(own) :].T).toarray()).argsort(axis=1)[:, :5]


_WAYS = (tf_idf, order, whole)


def seconds(size: int) -> list[tuple[float, ...]]:
    """The processor time of each way in each run, ways next to each other; the first warms up."""
    runs = []
    for run in range(_RUNS + 1):
        times = []
        for at, way in enumerate(_WAYS):
            measures, items = sides(size, run * len(_WAYS) + at)
            start = time.process_time()
            way(measures, items)
            times.append(time.process_time() - start)
        runs.append(tuple(times))
    return runs[1:]


def main() -> None:
    """Prints the median seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    size = parser.parse_args().size
    runs = seconds(size)
    print(f"{size} x {size}: scikit-learn {median(run[0] for run in runs):.3f} s")
    for at, name in ((1, "order"), (2, "with probabilities and reasons")):
        ratio = median(run[at] / run[0] for run in runs)
        print(f"  {name}: {median(run[at] for run in runs):.2f} s, ratio {ratio:.1f}")


if __name__ == "__main__":
    main()
