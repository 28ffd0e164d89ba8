"""``suggest``: the likeliest items of a plan for each measure of another. It links nothing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import islice

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.describe import Describer
from alignchecker.links.suggestion import reading, semantic
from alignchecker.links.suggestion.calibration import chances, usual
from alignchecker.links.suggestion.concepts import shipped_concepts
from alignchecker.links.suggestion.fitted import FITTED
from alignchecker.links.suggestion.grounds import Reasons
from alignchecker.links.suggestion.reading import Side
from alignchecker.links.suggestion.scoring import Scorer, space_of
from alignchecker.model.errors import ConfigError
from alignchecker.model.progress import Observer, Stage, Step, unobserved
from alignchecker.model.suggestion import Candidate, Suggestion, Suggestions

_ALIKE = 0.5
"""From this likeness of embeddings on they are given as a reason."""
_COMPARED = 2
"""How many items a probability needs: the best and the next one."""


_TOLD = 50
"""After so many measures whoever waits is told."""


class Model(StrEnum):
    """How headings are compared: by characters and concepts alone, or by embeddings too."""

    NONE = "none"
    SEMANTIC = "semantic"


def suggestions(
    dataset: Dataset,
    plan: NamedNode,
    higher: NamedNode,
    *,
    most: int,
    model: Model,
    observe: Observer = unobserved,
) -> Suggestions:
    """The candidates in one plan for each measure of another. most: how many for each.

    Raises ConfigError where a plan has nothing to compare, both are the same, or the model is not
    installed.
    """
    describe = Describer(dataset)
    if plan == higher:
        raise ConfigError(
            "--from と --to に同じ計画が指定されています。別の計画を指定してください。",
            "--from and --to name the same plan. Name two plans.",
        )
    measures = reading.measures_of(dataset, describe, plan)
    items = reading.items_of(dataset, describe, higher, plan)
    for node, side in ((plan, measures), (higher, items)):
        if not side.iris:
            raise _nothing(describe.label(node))
    extract = reading.is_extract(dataset, higher)
    rows = compare(measures, items, most=most, model=model, extract=extract, observe=observe)
    titles = describe.label(plan), describe.label(higher)
    return Suggestions(titles[0], higher.value, titles[1], extract, rows)


def compare(
    measures: Side,
    items: Side,
    *,
    most: int,
    model: Model,
    extract: bool,
    observe: Observer = unobserved,
) -> tuple[Suggestion, ...]:
    """The candidates among some items for each of some measures."""
    total = len(measures.iris)
    observe(Step(Stage.SUGGESTING, 0, total))
    known, fitted = shipped_concepts(), FITTED[model]
    space = space_of(measures.headings, items.headings, known)
    scorer, reasons = Scorer(space, items.headings, fitted.weights), Reasons(space, known.label)
    meant = _meant(measures, items, model)
    pairs = list(zip(measures.headings, meant, strict=True))
    found = [scorer.best(heading, alike, max(most, _COMPARED)) for heading, alike in pairs]
    level = usual(found, fitted.usual)

    def candidate(place: int, at: int, chance: float) -> Candidate:
        heading, alike = pairs[place]
        near = bool(alike) and alike[at] >= _ALIKE
        grounds = reasons.of(heading, items.headings[at], meaning=near)
        return Candidate(items.iris[at], items.headings[at].label, round(chance, 3), grounds)

    rows = []
    for place, best in enumerate(found):
        if place % _TOLD == 0:
            observe(Step(Stage.SUGGESTING, place, total))
        said = chances(best, level, fitted)
        shown = islice(zip(best, said.items, strict=True), most)
        candidates = tuple(candidate(place, at, chance) for (_, at), chance in shown)
        none = None if extract else round(said.none, 3)
        label = measures.headings[place].label
        rows.append(Suggestion(measures.iris[place], label, none, candidates))
    return tuple(rows)


def _meant(measures: Side, items: Side, model: Model) -> Sequence[Sequence[float]]:
    """The likenesses of each measure to all items by embeddings; nothing without them."""
    if model is Model.NONE:
        return [()] * len(measures.iris)
    alike = semantic.likeness(
        [heading.label for heading in measures.headings],
        [heading.label for heading in items.headings],
    )
    return [alike(place) for place in range(len(measures.iris))]


def _nothing(title: str) -> ConfigError:
    return ConfigError(
        f"「{title}」には対応づける施策や項目がありません。施策の一覧がある計画のファイルを"
        "あわせて指定してください。",
        f"'{title}' has no measures or items to compare. Name the file with its measures, too.",
    )
