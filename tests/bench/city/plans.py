"""Editions with their series, periods, relations and roles; earlier and later editions."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from alignchecker.model.names import DATA
from tests.bench.city.frames import OUTLINE, OUTLINE_TITLE, SDGS, SDGS_TITLE
from tests.bench.city.kinds import KINDS, Kind, Tie
from tests.bench.city.model import AS_OF_YEAR, City, Mention, Plan, Relation
from tests.bench.city.records import Claim, Role
from tests.bench.city.texts import PHRASES
from tests.bench.city.words import CLOSINGS, DEEDS, DISTRICTS, HEARTS

FEWEST_MEASURES, MOST_MEASURES, PLANS = 10, 150, 30
_EVERYWHERE = 9
_SDGS = 0.3
_MENTIONS = 0.4
_FORMER = 0.6


def sizes(measures: int) -> list[int]:
    """How many measures each plan of a city has: thirty plans, if each then has ten at least."""
    plans = max(-(-measures // MOST_MEASURES), min(PLANS, measures // FEWEST_MEASURES), 1)
    return [measures // plans + (place < measures % plans) for place in range(plans)]


def kinds(sizes_of_plans: Sequence[int], dice: Random) -> list[tuple[int, tuple[Kind, str]]]:
    """The kind of each plan of a city, with the district it is for once all kinds are used up.

    The first kinds are the same everywhere, for they name each other; the dice order the rest.
    """
    rest = list(KINDS[_EVERYWHERE:])
    dice.shuffle(rest)
    ordered = [*KINDS[:_EVERYWHERE], *rest]
    own = [kind for kind in rest if kind.plan_type is None]
    found = []
    for place, size in enumerate(sizes_of_plans):
        if place < len(ordered):
            found.append((size, (ordered[place], "")))
            continue
        round_number, index = divmod(place - len(ordered), len(own))
        again, district = divmod(round_number, len(DISTRICTS))
        found.append((size, (own[index], f"{DISTRICTS[district]}{again + 1 if again else ''}地区")))
    return found


def _span(kind: Kind, dice: Random) -> tuple[int, int]:
    """The period of a plan; what no Act sets begins a year earlier or later in some cities."""
    first, last = kind.span
    if kind.plan_type is not None:
        return kind.span
    steps = [s for s in (-1, 0, 1) if first + s <= AS_OF_YEAR < last + s <= KINDS[0].span[1]]
    step = dice.choice(steps)
    return first + step, last + step


def make(city: City, kind: Kind, district: str, place: int, dice: Random) -> Plan:
    """An edition without its tree and relations. place: among the plans of the city."""
    slug = f"{kind.slug}{f'-d{place}' if district else ''}"
    first, last = _span(kind, dice)
    series = f"{city.iri}/{slug}"
    name = f"{city.name}{district}{kind.title}"
    number = f"第{kind.number}{kind.counter}"
    plan = Plan(
        slug=slug, iri=f"{series}/fy{first}", series=series, title=f"{number}{name}",
        series_title=name, first=first, last=last, plan_type=kind.plan_type, edition_name=number,
        stated_years=last - first + 1, adopted=f"{first}-03-{dice.randint(10, 25)}",
        vision=_vision(kind, district, dice), measure_level=kind.levels.measure,
        full=dice.random() < 0.7,
    )  # fmt: skip
    plan.claims.append(Claim(f"{plan.iri}/claim/1", kind.levels.goal))
    if dice.random() < _FORMER or kind.plan_type == "comprehensive":
        _former(city, plan, kind, dice)
    if last == AS_OF_YEAR:
        later_edition(city, plan)
    for number_of, basis in enumerate(kind.bases, start=1):
        plan.constitutes.append(basis.plan_type)
        plan.citations.append(f"{basis.act}{basis.article}")
        plan.roles.append(
            Role(f"{plan.iri}/role/{number_of}", basis.plan_type, basis.name, basis.act)
        )
    return plan


def later_edition(city: City, plan: Plan) -> Plan:
    """The edition after a plan, made known if it is not yet. Its period is as long."""
    assert plan.first is not None
    assert plan.last is not None
    for other in city.register:
        if other.series == plan.series and other.first == plan.last + 1:
            return other
    name = plan.edition_name or "第1次"
    span = plan.last + 1, 2 * plan.last - plan.first + 1
    number = int(name[1:-1]) + 1
    later = known(city, name[-1], plan.slug, plan.series_title, number, span)
    later.replaces = plan
    return later


def known(
    city: City, counter: str, slug: str, name: str, number: int, span: tuple[int, int]
) -> Plan:
    """Another edition of a series, without text."""
    first, last = span
    edition = f"第{number}{counter}"
    series = f"{city.iri}/{slug}"
    plan = Plan(slug, f"{series}/fy{first}", series, f"{edition}{name}", name, first, last,
                edition_name=edition)  # fmt: skip
    city.register.append(plan)
    return plan


def _former(city: City, plan: Plan, kind: Kind, dice: Random) -> None:
    assert plan.first is not None
    assert plan.last is not None
    first, last = plan.first, plan.last
    before = (2 * first - last - 1, first - 1)
    if kind.number > 1:
        former = known(city, kind.counter, plan.slug, plan.series_title, kind.number - 1, before)
        plan.replaces = former
        if dice.random() < _MENTIONS:
            plan.mentions.append(Mention(f"{plan.iri}/mention/1", former))


def _vision(kind: Kind, district: str, dice: Random) -> str:
    heart, deed, end = (dice.choice(words) for words in (HEARTS, DEEDS, CLOSINGS))
    return f"{district}{kind.topics[0]}の{heart}{deed}{end}"


def relate(city: City, plan: Plan, kind: Kind, dice: Random) -> None:
    """Gives a plan the relations that its Act asks for and those that cities usually state."""
    above = city.comprehensive
    if plan is above:
        wider = city.prefecture.plans[0]
        add(plan, "regard", wider.title, wider.iri, rank="higher")
    else:
        add(plan, "under", above.title, above.iri, rank="highest")
    for tie in kind.ties:
        _tie(city, plan, tie)
    if plan is above or dice.random() < _SDGS:
        add(plan, "regard", SDGS_TITLE, SDGS)


def _tie(city: City, plan: Plan, tie: Tie) -> None:
    """A relation asked for by an Act, where the other plan is known."""
    if tie.target == "outline":
        add(plan, tie.verb, OUTLINE_TITLE, OUTLINE, by_law=True)
    elif tie.target == "prefectural-children":
        wider = city.prefecture.plans[1]
        add(plan, tie.verb, wider.title, wider.iri, by_law=True)
    elif "/" in tie.target:
        add(plan, tie.verb, tie.quoted, DATA + tie.target, by_law=True)
    else:
        for other in (p for p in city.plans if p.slug == tie.target):
            add(plan, tie.verb, other.title, other.iri, rank="related", by_law=True)


def add(
    plan: Plan, verb: str, quoted: str, target: str | None, rank: str | None = None, *,
    by_law: bool = False,
) -> Relation:  # fmt: skip
    """Adds a relation to a plan."""
    relation = Relation(plan.fresh("relation"), quoted, verb, PHRASES[verb], target, rank, by_law)
    return plan.relate(relation)
