"""Which indicators are the same, within a plan and between plans, and which only look alike.

Compared are plans that have to do with each other: of one publisher, or one of which names the
other. A person's aln:sameIndicator counts whatever else is known; all else is a proposal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from alignchecker.graph.dataset import Dataset, Node, Role, Statement, aln, integer
from alignchecker.graph.indicator_names import is_specific, name_key, survey_key
from alignchecker.graph.indicator_values import unit_of
from alignchecker.graph.indicators import Indicator, read_indicators
from alignchecker.model.normalize import label_key

_Pair = tuple[Indicator, Indicator]
_FACTS = {
    "none": (aln("matchedIndicator"), aln("proposedMatch")),
    "unit": (aln("differsInUnit"),),
    "population": (aln("differsInPopulation"),),
    "survey": (aln("differsInSurvey"),),
    "scope": (aln("differsInScope"),),
}
_RANKS = ("municipality", "prefecture", "state", "international")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What decides whether two plans are compared, and which of the two is the lower one.

    area: the publisher, else the area; None where neither is known. first, last: fiscal years.
    rank: lower plans have lower ranks. ties: plan -> the relation that names it.
    """

    area: Node | None
    series: Node | None
    first: int | None
    last: int | None
    replaced: bool
    is_input: bool
    rank: int
    ties: Mapping[Node, Node]


def match_facts(dataset: Dataset) -> Iterator[Statement]:
    """matchedIndicator, proposedMatch, matchedThrough, repeatsIndicator and differsIn…"""
    indicators = dataset.answer(read_indicators)
    plans = _plans(dataset)
    reviewed = list(_reviewed(dataset, indicators))
    known = {frozenset((one.node, other.node)) for one, other in reviewed}
    for one, other in reviewed:
        lower, higher = _lower_first(one, other, plans)
        yield lower.node, aln("matchedIndicator"), higher.node
    for one, other in _of_one_name(indicators.values(), plans):
        if one.plan == other.plan:
            yield from _repeats(one, other)
        elif frozenset((one.node, other.node)) not in known:
            yield from _alike(one, other, plans)
    for one, other, tie in _across(indicators.values(), plans):
        if frozenset((one.node, other.node)) not in known:
            yield one.node, aln("matchedIndicator"), other.node
            yield one.node, aln("proposedMatch"), other.node
            yield one.node, aln("matchedThrough"), tie


def differences(one: Indicator, other: Indicator) -> tuple[str, ...]:
    """In what two indicators of one name differ, as far as both say it: unit, population …"""
    units = [{u[0] for v in i.values if (u := unit_of(v.unit))} for i in (one, other)]
    keys: Mapping[str, Callable[[str], str]] = {
        "population": label_key, "survey": survey_key, "scope": str,
    }  # fmt: skip
    found = ["unit"] if units[0] and units[1] and not units[0] & units[1] else []
    for name, key in keys.items():
        said = {key(text) for i in (one, other) if (text := i.one(name)) is not None}
        found += [name] if len(said) == 2 else []
    return tuple(found)


def _plans(dataset: Dataset) -> Mapping[Node, _Plan]:
    ties: dict[Node, dict[Node, Node]] = defaultdict(dict)
    for row in dataset.select(
        """SELECT ?plan ?relation ?target WHERE { ?plan aln:relation ?relation .
           ?relation aln:principalTie true ; aln:targetEdition ?target } ORDER BY ?relation"""
    ):
        ties[row["plan"]].setdefault(row["target"], row["relation"])
    rows = dataset.select(
        """SELECT ?plan ?publisher ?place ?series ?first ?last ?next ?level ?type WHERE {
           ?plan a aln:PlanEdition OPTIONAL { ?plan dcterms:publisher ?publisher }
           OPTIONAL { ?plan dcterms:spatial|dcterms:isVersionOf/dcterms:spatial ?place }
           OPTIONAL { ?plan dcterms:isVersionOf ?series }
           OPTIONAL { ?plan aln:firstFiscalYear ?first }
           OPTIONAL { ?plan aln:lastFiscalYear ?last } OPTIONAL { ?next dcterms:replaces ?plan }
           OPTIONAL { ?plan aln:planType ?type . ?type aln:administrationLevel ?level } }
           ORDER BY ?plan ?publisher ?place ?series ?first ?last ?level ?type"""
    )
    found: dict[Node, _Plan] = {}
    for row in rows:
        node = row["plan"]
        if node in found:
            continue
        source = dataset.file_of(node)
        level = row["level"].value.rpartition("#level-")[2] if row["level"] else _RANKS[0]
        whole = row["type"] is not None and row["type"].value.endswith("comprehensive")
        found[node] = _Plan(
            area=row["publisher"] or row["place"],
            series=row["series"],
            first=integer(row["first"]),
            last=integer(row["last"]),
            replaced=row["next"] is not None,
            is_input=source is not None and source.role is Role.INPUT,
            rank=2 * (_RANKS.index(level) if level in _RANKS else 0) + whole,
            ties=ties[node],
        )
    return found


def _reviewed(dataset: Dataset, indicators: Mapping[Node, Indicator]) -> Iterator[_Pair]:
    """Pairs that a person called the same, each once, whichever way it is written."""
    pairs = {
        tuple(sorted((row["a"], row["b"]), key=str))
        for row in dataset.select("SELECT ?a ?b WHERE { ?a aln:sameIndicator ?b }")
    }
    for one, other in sorted(pairs, key=str):
        if one in indicators and other in indicators and one != other:
            yield indicators[one], indicators[other]


def _of_one_name(indicators: Iterable[Indicator], plans: Mapping[Node, _Plan]) -> Iterator[_Pair]:
    """Pairs with one telling name, in one plan or in two that may be compared by their area."""
    groups: dict[tuple[Node, str], list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        plan = plans.get(indicator.plan)
        if plan is not None and is_specific(indicator.name):
            groups[plan.area or indicator.plan, name_key(indicator.name)].append(indicator)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.plan == other.plan or _coexist(plans[one.plan], plans[other.plan]):
                yield one, other


def _coexist(one: _Plan, other: _Plan) -> bool:
    """Whether both plans hold in some year, so that their numbers should agree.

    Not so for two editions of a series: the later one is made to set other targets.
    """
    if one.replaced or other.replaced or (one.series and one.series == other.series):
        return False
    starts, ends = (one.first, other.first), (one.last, other.last)
    known = [max(s for s in starts if s is not None)] if any(starts) else []
    known += [min(e for e in ends if e is not None)] if any(ends) else []
    return len(known) < 2 or known[0] <= known[1]


def _repeats(one: Indicator, other: Indicator) -> Iterator[Statement]:
    """An indicator listed twice in a plan: the one that is marked so, else the second."""
    if not differences(one, other):
        later, earlier = (one, other) if one.repeated and not other.repeated else (other, one)
        yield later.node, aln("repeatsIndicator"), earlier.node


def _alike(one: Indicator, other: Indicator, plans: Mapping[Node, _Plan]) -> Iterator[Statement]:
    """Two plans' indicators of one name: the same as far as is said, or different in something."""
    lower, higher = _lower_first(one, other, plans)
    for name in differences(lower, higher) or ("none",):
        for fact in _FACTS[name]:
            yield lower.node, fact, higher.node


def _lower_first(one: Indicator, other: Indicator, plans: Mapping[Node, _Plan]) -> _Pair:
    """The pair with the plan first that is to be looked at: an input, that names the other one."""

    def standing(indicator: Indicator, against: Indicator) -> tuple[bool, bool, int, int, str]:
        plan = plans[indicator.plan]
        named = against.plan in plan.ties
        return not plan.is_input, not named, plan.rank, -(plan.first or 0), str(indicator.node)

    return (one, other) if standing(one, other) <= standing(other, one) else (other, one)


def _across(
    indicators: Iterable[Indicator], plans: Mapping[Node, _Plan]
) -> Iterator[tuple[Indicator, Indicator, Node]]:
    """An indicator and its like in a plan of another publisher that its own plan names.

    Shares only: a city's count is no prefecture's count.
    """
    by_plan: dict[Node, dict[str, Indicator]] = defaultdict(dict)
    for indicator in indicators:
        if is_specific(indicator.name) and _is_percent(indicator):
            by_plan[indicator.plan].setdefault(name_key(indicator.name), indicator)
    for node, named in by_plan.items():
        plan = plans.get(node)
        for target, tie in plan.ties.items() if plan else ():
            other = plans.get(target)
            if plan is None or other is None or (plan.area and plan.area == other.area):
                continue
            for key in named.keys() & by_plan.get(target, {}).keys():
                one, its_like = named[key], by_plan[target][key]
                if not differences(one, its_like):
                    yield one, its_like, tie


def _is_percent(indicator: Indicator) -> bool:
    units = {unit[0] for v in indicator.values if (unit := unit_of(v.unit))}
    return units == {"%"}
