"""Planters of the family period: years that do not go together."""

from __future__ import annotations

from tests.bench.city.defects.site import Site
from tests.bench.city.links import linked
from tests.bench.city.model import AS_OF_YEAR, Mention, Plan
from tests.bench.city.plans import add


def cited_edition_expired(site: Site) -> str | None:
    """A plan names an edition of another one that ended before it begins."""

    def ended(plan: Plan, other: Plan) -> bool:
        former = other.replaces
        return (
            "former" not in other.taken and former is not None
            and (former.last or 0) < (plan.first or 0)
        )  # fmt: skip

    found = site.pair(ended)
    if found is None or found[1].replaces is None:
        return None
    found[0].taken.add("period")
    found[1].taken.add("former")
    former = found[1].replaces
    return add(found[0], "regard", former.title, former.iri, "related").iri


def higher_plan_ends_earlier(site: Site) -> str | None:
    """A plan stands under another one that ends before it."""

    def ends_within(plan: Plan, other: Plan) -> bool:
        free = any(not m.taken for m in plan.measures) and "later" not in other.taken
        is_last = all(p.series != other.series or p is other.replaces for p in site.city.register)
        return free and is_last and (plan.first or 0) <= (other.last or 0) < (plan.last or 0)

    found = site.pair(ends_within)
    if found is None:
        return None
    plan, other = found
    other.taken.add("later")
    measure = next(m for m in plan.measures if not m.taken)
    measure.taken = True
    linked(measure, other.goals()[0].iri, other.iri, site.dice)
    return add(plan, "regard", other.title, other.iri).iri


def edition_cited_without_number(site: Site) -> str | None:
    """A plan names the comprehensive plan without its number."""
    above = site.city.comprehensive
    plan = site.plan("number", lambda p: p is not above)
    if plan is None:
        return None
    relation = next(r for r in plan.relations if r.target == above.iri)
    relation.quoted = above.series_title
    return relation.iri


def cited_plans_unknown(site: Site) -> str | None:
    """A plan names another one that nothing is known of."""
    plan = site.plan("unknown")
    if plan is None:
        return None
    add(plan, "regard", f"{site.city.name}景観形成計画", None)
    return plan.iri


def cited_edition_unknown(site: Site) -> str | None:
    """A plan names an edition of another one that does not exist."""
    found = site.pair(lambda _plan, _other: True)
    if found is None:
        return None
    plan, other = found
    counter = (other.edition_name or "第1次")[-1]
    return add(plan, "cooperate", f"第99{counter}{other.series_title}", other.series, "related").iri


def stated_length_mismatch(site: Site) -> str | None:
    """The length that a plan states is not that of its period."""
    plan = site.plan("period")
    if plan is None or plan.stated_years is None:
        return None
    plan.stated_years += site.dice.choice((-1, 1))
    return plan.iri


def period_inverted(site: Site) -> str | None:
    """A plan ends before it begins."""
    return site.minor(2030, 2028).iri


def period_unknown(site: Site) -> str | None:
    """A plan that was read prints no period."""
    return site.minor(None, None, heading=True).iri


def editions_not_contiguous(site: Site) -> str | None:
    """A year lies between an edition and the one before."""
    plan = site.plan("former", lambda p: p.replaces is not None)
    if plan is None or plan.replaces is None or plan.replaces.last is None:
        return None
    plan.replaces.last -= 1
    return plan.iri


def plan_ended(site: Site) -> str | None:
    """A plan has ended and nothing follows."""
    return site.minor(2018, 2024).iri


def plan_ends_this_year(site: Site) -> str | None:
    """A plan that was read ends this year and nothing follows."""
    return site.minor(2022, AS_OF_YEAR, heading=True).iri


def period_quoted_wrongly(site: Site) -> str | None:
    """The text prints other years for the former edition than that has."""
    plan = site.plan("mention", lambda p: p.replaces is not None)
    if plan is None or plan.replaces is None:
        return None
    plan.mentions.append(Mention(plan.fresh("mention"), plan.replaces, -1))
    return plan.iri
