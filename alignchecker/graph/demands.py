"""What Acts demand against what a plan says: types of cited plans, verbs met, basis stated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from pyoxigraph import NamedNode

from alignchecker.graph.citations import CitedName
from alignchecker.graph.dataset import Dataset, Statement, aln
from alignchecker.graph.plan_texts import WordsOfPlan
from alignchecker.model.names import CODE

FACTS_OF_LAW = [
    """CONSTRUCT { ?plan aln:citesPlanType ?type }
       WHERE { ?plan aln:relation/aln:targetPlanType ?type }""",
    # A plan need not cite what it is itself: 一体のものとして作成.
    """CONSTRUCT { ?plan aln:citesPlanType ?type }
       WHERE { ?plan a aln:PlanEdition ; aln:constitutes|^aln:inPlan/aln:constitutes ?type }""",
    """CONSTRUCT { ?plan aln:meetsDemand ?demand }
       WHERE { ?plan aln:relation ?relation . ?relation aln:targetPlanType ?type ; aln:verb ?verb .
               ?demand aln:targetType ?type ; aln:demandVerb ?verb }""",
    """CONSTRUCT { ?plan aln:statesBasisFor ?type }
       WHERE { ?plan a aln:PlanEdition ; aln:role|^aln:inPlan/aln:role ?role .
               ?role aln:planType ?type }""",
    """CONSTRUCT { ?plan aln:statesBasisFor ?type }
       WHERE { ?plan aln:citesAct/aln:quotedAs|aln:role/aln:citedAct ?quoted .
               ?act a aln:Act ; dcterms:title|skos:altLabel|aln:formerTitle ?title ;
                    ^dcterms:isPartOf/aln:demands/aln:onPlanType ?type
               FILTER (CONTAINS(STR(?quoted), STR(?title))) }""",
]
"""Queries that need aln:targetPlanType (``target_types``)."""

_MUNICIPALITY = NamedNode(CODE + "level-municipality")
_GUIDELINE_NAMES = {"国の基本指針", "国の指針", "基本指針"}
SHORT_NAMES = {"国の基本指針", "国の指針", "基本指針に即"}
"""What texts call the guideline that the Act behind a plan names."""
_STATE = NamedNode(CODE + "level-state")
_NO_CITYS = ("指針", "大綱", "方針")
_LEVELS = {
    "state": re.compile(r"国の|国土"),
    "prefecture": re.compile(r"北海道|東京都|京都府|大阪府|.{2,3}県|県|都道府県"),
    "municipality": re.compile(r".{0,7}?[市町村区]"),
}


def target_types(dataset: Dataset) -> Iterator[Statement]:
    """targetPlanType: the types of the plan that a relation means.

    Where that plan is not known here, those whose usual titles the quoted name contains;
    国の基本指針 is the guideline that the Act behind the plan names.
    """
    guidelines = _own_guidelines(dataset)
    rows = dataset.select(
        """SELECT DISTINCT ?plan ?relation ?name ?type WHERE { ?plan aln:relation ?relation
           OPTIONAL { ?relation aln:quotedAs ?name }
           OPTIONAL { ?relation (aln:targetEdition|aln:targetSeries)/aln:planType ?type } }"""
    )
    words = defaultdict(set)
    titles = """SELECT ?type ?word ?level
                WHERE { ?type aln:titleWord ?word ; aln:administrationLevel ?level }"""
    for row in dataset.select(titles):
        level = row["level"].value.removeprefix(CODE + "level-")
        words[row["type"]].add((CitedName.read(row["word"].value).rest, level))
    for row in rows:
        if row["type"] is not None:
            yield row["relation"], aln("targetPlanType"), row["type"]
        elif row["name"] is not None:
            name = CitedName.read(row["name"].value).rest
            for kind in guidelines.get(row["plan"], ()) if name in _GUIDELINE_NAMES else ():
                yield row["relation"], aln("targetPlanType"), kind
            stated = _level(name)
            for plan_type, usual in words.items():
                if any(word in name and stated in {None, level} for word, level in usual):
                    yield row["relation"], aln("targetPlanType"), plan_type


def mentioned_types(
    dataset: Dataset,
    titles: Mapping[NamedNode, Collection[str]],
    found: Mapping[NamedNode, WordsOfPlan],
) -> Iterator[Statement]:
    """citesPlanType of what the text of a plan names anywhere, be it in a table of plans.

    titles: usual titles by plan type (``searched_titles``). A title of the state's that a city's
    own plan may have too says nothing, unless it is an outline or a guideline. 国の基本指針 is the
    guideline to which the plan's own Act asks for a relation.
    """
    municipal = set(dataset.subjects(aln("administrationLevel"), _MUNICIPALITY))
    shared = {word for of, usual in titles.items() if of in municipal for word in usual}
    guidelines = _own_guidelines(dataset)
    for plan, words in found.items():
        if words.anywhere & SHORT_NAMES:
            yield from ((plan, aln("citesPlanType"), kind) for kind in guidelines.get(plan, ()))
        for plan_type, usual in titles.items():
            named = (word for word in usual if word in words.anywhere)
            if any(
                plan_type in municipal or word.endswith(_NO_CITYS) or word not in shared
                for word in named
            ):
                yield plan, aln("citesPlanType"), plan_type


def _own_guidelines(dataset: Dataset) -> Mapping[NamedNode, list[NamedNode]]:
    """The state's guidelines that the Acts behind each plan name."""
    found = defaultdict(list)
    rows = dataset.select(
        """SELECT DISTINCT ?plan ?type WHERE {
           ?plan a aln:PlanEdition ; (aln:constitutes|^aln:inPlan/aln:constitutes) ?own .
           ?demand aln:onPlanType ?own ; aln:targetType ?type .
           ?type aln:administrationLevel ?level ; aln:titleWord ?word
           FILTER (?level = code:level-state && CONTAINS(?word, "指針")) } ORDER BY ?type"""
    )
    for row in rows:
        found[row["plan"]].append(row["type"])
    return found


def searched_titles(
    dataset: Dataset, titles: Mapping[NamedNode, Collection[str]]
) -> dict[NamedNode, set[str]]:
    """Usual titles by plan type, the state's also as 国の…."""
    states = set(dataset.subjects(aln("administrationLevel"), _STATE))
    return {
        plan_type: {*usual, *(f"国の{word}" for word in usual if plan_type in states)}
        for plan_type, usual in titles.items()
    }


def _level(name: str) -> str | None:
    """Whose plan a name says it is; None where it does not say.

    >>> _level("青葉県こども計画"), _level("青葉市こども計画"), _level("こども大綱")
    ('prefecture', 'municipality', None)
    """
    return next((level for level, prefix in _LEVELS.items() if prefix.match(name)), None)
