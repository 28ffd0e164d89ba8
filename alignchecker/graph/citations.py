"""Which plan a quoted name means: 「第3次青葉市地域福祉計画」 -> its series and edition.

A name is read as number, part and rest: 第3次, 後期, 青葉市地域福祉計画. The rest finds the series,
number and part its edition. A name without either means the series, and of its editions the one in
force in the first year of the citing plan.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer
from alignchecker.model.calendar import kanji_number
from alignchecker.model.names import DCTERMS, FOAF, RDF, RDFS, SKOS
from alignchecker.model.normalize import label_key

_NUMBER = re.compile(r"第(\d+|[一二三四五六七八九十]+)[次期]")
# 後期高齢者 are people of 75 and more, not the second half of a plan.
_PART = re.compile(r"(前期|後期)(?!高齢)(?:基本計画)?|(基本構想)")
_BRACKETS = re.compile(r"[()（）「」『』【】\[\]・,、]")
_TITLES = (NamedNode(DCTERMS + "title"), NamedNode(SKOS + "altLabel"))
_NAMES_OF_ORGANISATIONS = (SKOS + "prefLabel", FOAF + "name", RDFS + "label")
MUNICIPALITIES = ("市", "町", "村", "区")
"""What the name of a municipality ends in."""
_IS_VERSION_OF = NamedNode(DCTERMS + "isVersionOf")
_MENTIONED_IN = aln("mentionedIn")
_IS_PART_OF = NamedNode(DCTERMS + "isPartOf")
_PUBLISHER = NamedNode(DCTERMS + "publisher")
_TYPE = NamedNode(RDF + "type")


@dataclass(frozen=True, slots=True)
class CitedName:
    """A plan's name taken apart. number and part are None where the name has none."""

    number: str | None
    part: str | None
    rest: str

    @classmethod
    def read(cls, text: str) -> CitedName:
        """Takes a title or a quoted name apart.

        >>> CitedName.read("青葉市第2次総合計画（後期基本計画）")
        CitedName(number='2', part='後期', rest='青葉市総合計画')
        """
        key = _BRACKETS.sub("", label_key(text))
        number, part = _NUMBER.search(key), _PART.search(key)
        rest = _PART.sub("", _NUMBER.sub("", key))
        counted = kanji_number(number[1]) if number else None
        return cls(
            str(counted) if counted is not None else number and number[1],
            (part[1] or part[2]) if part else None,
            rest,
        )

    def is_stated_by(self, other: CitedName) -> bool:
        """Whether another name has the number and the part that this one states."""
        return self.number in {None, other.number} and self.part in {None, other.part}

    @property
    def states_edition(self) -> bool:
        """Whether the name says which edition it means."""
        return self.number is not None or self.part is not None


class Catalogue:
    """All plans of a dataset by name."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.series: dict[str, set[NamedNode]] = defaultdict(set)
        self.editions: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        self.names: dict[NamedNode, list[CitedName]] = {}
        for edition in self._of_type("PlanEdition", "PlanPart"):
            self.names[edition] = self._names(edition)
            series = self.series_of(edition)
            if series is not None:
                self.editions[series].append(edition)
                for name in self.names[edition]:
                    self.series[name.rest].add(series)
        for series in self._of_type("PlanSeries"):
            for name in self._names(series):
                self.series[name.rest].add(series)
        self.placed = dict(self._place_mentions())

    def _of_type(self, *names: str) -> list[NamedNode]:
        found = {
            plan
            for name in names
            for plan in self.dataset.subjects(_TYPE, aln(name))
            if isinstance(plan, NamedNode)
        }
        return sorted(found, key=str)

    def _names(self, plan: NamedNode) -> list[CitedName]:
        titles = [t for p in _TITLES for t in self.dataset.objects(plan, p)]
        return [CitedName.read(t.value) for t in titles if isinstance(t, Literal)]

    def series_of(self, edition: NamedNode) -> NamedNode | None:
        """A part belongs to its edition's series."""
        series = self.dataset.value(edition, _IS_VERSION_OF)
        if series is None:
            whole = self.dataset.value(edition, _IS_PART_OF)
            series = (
                self.dataset.value(whole, _IS_VERSION_OF) if isinstance(whole, NamedNode) else None
            )
        return series if isinstance(series, NamedNode) else None

    def _place_mentions(self) -> Iterator[tuple[NamedNode, NamedNode]]:
        """Editions known only because a text prints their years, with the series they belong to.

        An edition that is known by itself goes before what others print about it.
        """
        for edition in self._of_type("PlanEdition"):
            plan = self.dataset.value(edition, _MENTIONED_IN)
            if not isinstance(plan, NamedNode) or self.series_of(edition) is not None:
                continue
            name = next(iter(self.names[edition]), None)
            if name is None:
                continue
            series = self.find_series(name, publisher_name(self.dataset, plan))
            if series is None:
                series = _series_of_mention(edition)
                self.series[name.rest].add(series)
            if not self._named(series, name):
                self.editions[series].append(edition)
                yield edition, series

    def _named(self, series: NamedNode, name: CitedName) -> list[NamedNode]:
        """The editions of a series whose names have what this name states."""
        return [
            edition
            for edition in self.editions[series]
            if any(name.is_stated_by(other) for other in self.names[edition])
        ]

    def find_series(self, name: CitedName, publisher: str) -> NamedNode | None:
        """The series of that name: with the publisher's name in front, else as it is.

        A bare name such as 総合計画 never means another city's plan.
        """
        own = self.series.get(publisher + name.rest, set()) if publisher else set()
        bare = {s for s in self.series.get(name.rest, set()) if self._may_mean(s, name, publisher)}
        for found in (own, bare):
            if len(found) == 1:
                return next(iter(found))
        return None

    def _may_mean(self, series: NamedNode, name: CitedName, publisher: str) -> bool:
        other = publisher_name(self.dataset, series)
        return (
            not other
            or other == publisher
            or name.rest.startswith(other)
            or not other.endswith(MUNICIPALITIES)
        )

    def find_edition(
        self, series: NamedNode, name: CitedName, year: int | None
    ) -> NamedNode | None:
        """The edition a name means: by number and part, else the one in force in ``year``.

        Only one that is over by then may be known; a bare name means another.
        """
        editions = self.editions[series]
        if name.states_edition:
            editions = self._named(series, name)
            exact = [e for e in editions if any(name == other for other in self.names[e])]
            editions = exact or editions
        if len(editions) == 1 and (name.states_edition or not self._is_over(editions[0], year)):
            return editions[0]
        current = [e for e in editions if year is not None and self._in_force(e, year)]
        # Of 総合計画 and its 後期基本計画, both in force, the part is what plans stand under.
        parts = [e for e in current if self.dataset.value(e, _IS_PART_OF) in current]
        closest = parts or current
        return closest[0] if len(closest) == 1 else None

    def _is_over(self, edition: NamedNode, year: int | None) -> bool:
        last = fiscal_year(self.dataset, edition, "last")
        return year is not None and last is not None and last < year

    def _in_force(self, edition: NamedNode, year: int) -> bool:
        first, last = (fiscal_year(self.dataset, edition, end) for end in ("first", "last"))
        return first is not None and last is not None and first <= year <= last


def fiscal_year(dataset: Dataset, edition: Node, end: str) -> int | None:
    """First or last fiscal year of an edition (end: "first" or "last"), None where unknown."""
    return integer(dataset.value(edition, aln(f"{end}FiscalYear")))


def resolve(dataset: Dataset) -> Iterator[Statement]:
    """targetSeries, targetEdition and editionStated of every relation whose plan is known."""
    catalogue = Catalogue(dataset)
    for mention, series in catalogue.placed.items():
        yield mention, _IS_VERSION_OF, series
        if series == _series_of_mention(mention):
            title = dataset.text(mention, _TITLES[0]) or ""
            yield series, _TITLES[0], Literal(_NUMBER.sub("", title), language="ja")
    for edition, relation in sorted(dataset.pairs(aln("relation")), key=str):
        if not isinstance(edition, NamedNode) or not isinstance(relation, NamedNode):
            continue
        yield from _resolve_one(dataset, catalogue, edition, relation)


def _resolve_one(
    dataset: Dataset, catalogue: Catalogue, edition: NamedNode, relation: NamedNode
) -> Iterator[Statement]:
    name = CitedName.read(dataset.text(relation, aln("quotedAs")) or "")
    target = dataset.value(relation, aln("target"))
    year = fiscal_year(dataset, edition, "first")
    meant: NamedNode | None
    if isinstance(target, NamedNode):
        series = catalogue.series_of(target) or target
        meant = target if target in catalogue.names else catalogue.find_edition(series, name, year)
    else:
        found = catalogue.find_series(name, publisher_name(dataset, edition))
        if found is None:
            yield relation, aln("editionStated"), Literal(name.states_edition)
            return
        series, meant = found, catalogue.find_edition(found, name, year)
    yield relation, aln("targetSeries"), series
    if meant is not None:
        yield relation, aln("targetEdition"), meant
    is_only = meant is not None and len(catalogue.editions[series]) == 1
    stated = name.states_edition or is_only
    yield relation, aln("editionStated"), Literal(stated)


def _series_of_mention(edition: NamedNode) -> NamedNode:
    """The series of an edition that only a text names: nothing else is known of it."""
    return NamedNode(edition.value + "/series")


def publisher_name(dataset: Dataset, plan: Node) -> str:
    """The name of a plan's publisher, as it is compared; empty where unknown."""
    publisher = dataset.value(plan, _PUBLISHER)
    return organisation_name(dataset, publisher) if publisher is not None else ""


def organisation_name(dataset: Dataset, organisation: Term) -> str:
    """The name of an organisation, as it is compared; empty where unknown."""
    if not isinstance(organisation, NamedNode):
        return ""
    names = [dataset.text(organisation, NamedNode(name)) for name in _NAMES_OF_ORGANISATIONS]
    return label_key(next((name for name in names if name), ""))


def cited_plans(dataset: Dataset) -> set[str]:
    """IRIs of the editions and series that relations name and links point into."""
    cited = {node.value for _, _, node in resolve(dataset) if isinstance(node, NamedNode)}
    in_plan = aln("inPlan")
    for predicate in ("to", "noCounterpartIn", "target"):
        for _, end in dataset.pairs(aln(predicate)):
            if isinstance(end, NamedNode):
                plan = dataset.value(end, in_plan)
                cited.add(end.value)
                cited |= {plan.value} if isinstance(plan, NamedNode) else set()
    return cited
