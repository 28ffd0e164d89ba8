"""The plan that a person means: by its IRI, or by a title that is unique among those read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, aln
from alignchecker.model.errors import ConfigError, did_you_mean
from alignchecker.model.names import DCTERMS, RDF, SKOS
from alignchecker.model.normalize import label_key

_TYPE = NamedNode(RDF + "type")
_NAMES = (NamedNode(DCTERMS + "title"), NamedNode(SKOS + "altLabel"))


class PlanNames:
    """Editions of plans by what they are called."""

    def __init__(
        self, named: Iterable[tuple[NamedNode, str | None]], mentions: Collection[NamedNode] = ()
    ) -> None:
        """named: editions, each with a name or without. mentions: those a plan only mentions."""
        self._titles: dict[str, str] = {}
        self._editions: dict[str, set[NamedNode]] = defaultdict(set)
        self._mentions = frozenset(mentions)
        for edition, name in named:
            self._editions[edition.value].add(edition)
            if name is not None:
                self._titles[label_key(name)] = name
                self._editions[label_key(name)].add(edition)

    @property
    def titles(self) -> Mapping[str, str]:
        """What the editions are called, by the form in which names are compared."""
        return self._titles

    def find(self, name: str) -> NamedNode | None:
        """The edition of that IRI or title; None where there is none.

        Raises ConfigError for a title that several have, with their IRIs.
        """
        found = self._editions.get(name) or self._editions.get(label_key(name)) or set()
        # What another plan only mentions is no second plan of that title.
        found = found - self._mentions or found
        if len(found) > 1:
            listed = "、".join(sorted(edition.value for edition in found))
            raise ConfigError(
                f"計画「{name}」は{len(found)}つあります。IRIで指定してください（{listed}）。",
                f"There are {len(found)} plans '{name}'. Name one by its IRI ({listed}).",
            )
        return next(iter(found), None)

    def the(self, name: str) -> NamedNode:
        """The edition of that IRI or title. Raises ConfigError naming the nearest if none is."""
        found = self.find(name)
        if found is None:
            ja, en = did_you_mean(label_key(name), self._titles)
            raise ConfigError(
                f"計画「{name}」は読み込んだ計画の中にありません。{ja}"
                "題名は alignchecker plans で確かめてください。",
                f"No plan that was read is called '{name}'.{en} See alignchecker plans.",
            )
        return found


def plan_names(dataset: Dataset) -> PlanNames:
    """The editions of a dataset by what they are called."""
    mentions = {n for n, _ in dataset.pairs(aln("mentionedIn")) if isinstance(n, NamedNode)}
    return PlanNames(_named(dataset), mentions)


def _named(dataset: Dataset) -> Iterator[tuple[NamedNode, str | None]]:
    for edition in dataset.subjects(_TYPE, aln("PlanEdition")):
        if isinstance(edition, NamedNode):
            yield edition, None
            for name in (name for p in _NAMES for name in dataset.objects(edition, p)):
                if isinstance(name, Literal):
                    yield edition, name.value
