"""``suggest``: the likeliest items of a plan for each measure of another. It links nothing."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from enum import StrEnum

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.describe import Describer
from alignchecker.links import reading, semantic
from alignchecker.links.calibration import chances
from alignchecker.links.concepts import shipped_concepts
from alignchecker.links.fitted import FITTED
from alignchecker.links.grounds import grounds
from alignchecker.links.reading import Side
from alignchecker.links.scoring import Scorer, space_of
from alignchecker.model.errors import ConfigError
from alignchecker.model.suggestion import Candidate, Suggestion, Suggestions

_ALIKE = 0.5
"""From this likeness of embeddings on they are given as a reason."""


class Model(StrEnum):
    """How headings are compared: by characters and concepts alone, or by embeddings too."""

    NONE = "none"
    SEMANTIC = "semantic"


def suggestions(
    dataset: Dataset, plan: NamedNode, higher: NamedNode, *, most: int, model: Model
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
    rows = compare(measures, items, most=most, model=model, extract=extract)
    return Suggestions(describe.label(plan), describe.label(higher), extract, rows)


def compare(
    measures: Side, items: Side, *, most: int, model: Model, extract: bool
) -> tuple[Suggestion, ...]:
    """The candidates among some items for each of some measures."""
    known, fitted = shipped_concepts(), FITTED[model]
    space = space_of(measures.headings, items.headings, known)
    scorer = Scorer(space, items.headings, fitted.weights)
    alike = None
    if model is Model.SEMANTIC:
        alike = semantic.likeness(
            [heading.label for heading in measures.headings],
            [heading.label for heading in items.headings],
        )
    rows = []
    for place, (iri, heading) in enumerate(zip(measures.iris, measures.headings, strict=True)):
        scores = scorer.scores(heading)
        meant = alike(place) if alike is not None else ()
        if meant:
            weight = fitted.weights.meaning
            scores = [score + weight * like for score, like in zip(scores, meant, strict=True)]
        found = chances(scores, fitted)
        candidates = tuple(
            Candidate(
                items.iris[at],
                items.headings[at].label,
                round(found.item(scores[at]), 3),
                grounds(
                    heading,
                    items.headings[at],
                    known,
                    meaning=bool(meant) and meant[at] >= _ALIKE,
                ),
            )
            for at in _best(scores, most)
        )
        none = None if extract else round(found.none, 3)
        rows.append(Suggestion(iri, heading.label, none, candidates))
    return tuple(rows)


def _best(scores: Sequence[float], most: int) -> list[int]:
    """Places of the highest scores above 0; of equals, those that stand first in the plan."""
    found = heapq.nsmallest(most, ((-score, at) for at, score in enumerate(scores) if score > 0))
    return [at for _, at in found]


def _nothing(title: str) -> ConfigError:
    return ConfigError(
        f"「{title}」には対応づける施策や項目がありません。施策の一覧がある計画のファイルを"
        "あわせて指定してください。",
        f"'{title}' has no measures or items to compare. Name the file with its measures, too.",
    )
