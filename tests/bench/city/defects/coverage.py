"""Planters of the family coverage: what stands above is not answered, or a waiver is not right."""

from __future__ import annotations

from alignchecker.model.names import RULE
from tests.bench.city.defects.site import Site, add_heading
from tests.bench.city.frames import OUTLINE
from tests.bench.city.links import linked
from tests.bench.city.model import Item, Plan, Relation
from tests.bench.city.plans import add, later_edition
from tests.bench.city.records import Waiver
from tests.bench.city.words import UNANSWERED


def _outline(site: Site) -> tuple[Plan, Relation] | None:
    plan = site.a_plan("children")
    if plan is None:
        return None
    return plan, next(r for r in plan.relations if r.target == OUTLINE)


def _unit(site: Site, plan: Plan) -> str | None:
    """A unit of the outline that the plan answers and no defect is about."""
    targets = {x.target for m in plan.measures for x in m.links if x.plan == OUTLINE and x.target}
    free = sorted(target for target in targets if target and target not in plan.taken)
    if len(free) < 2:
        return None
    unit = site.dice.choice(free)
    plan.taken.add(unit)
    return unit


def outline_units_unanswered(site: Site) -> str | None:
    """What was linked to a unit of the outline is linked to another one."""
    found = _outline(site)
    unit = found and _unit(site, found[0])
    if found is None or unit is None:
        return None
    plan, relation = found
    for link in list(site.links_to(unit)):
        own = {other.target for other in link.source.links}
        others = {
            x.target for m in plan.measures for x in m.links if x.plan == OUTLINE and x.target
        }
        link.target = min((o for o in others - own if o not in plan.taken), default=None)
        if link.target is None:
            link.source.links.remove(link)
    return relation.iri


def units_answered_by_proposals_only(site: Site) -> str | None:
    """Nobody has looked at the links to a unit of the outline."""
    found = _outline(site)
    unit = found and _unit(site, found[0])
    if found is None or unit is None:
        return None
    for link in site.links_to(unit):
        link.reviews.clear()
    return found[1].iri


def measures_without_outline_counterpart(site: Site) -> str | None:
    """The links of a measure to the outline belong to another measure."""
    found = _outline(site)
    measure = found and next((m for m in site.shuffled(found[0].measures) if not m.taken), None)
    if found is None or measure is None or len(found[0].measures) < 2:
        return None
    measure.taken = True
    moved = [link for link in measure.links if link.plan == OUTLINE]
    measure.links = [link for link in measure.links if link.plan != OUTLINE]
    for link in moved:
        heirs = (m for m in found[0].measures if link.target and _may_take(m, link.target))
        heir = next(heirs, None)
        if heir is not None:
            link.source = heir
            heir.links.append(link)
    return found[1].iri


def _may_take(measure: Item, unit: str) -> bool:
    """Whether a measure is linked to the outline, but not to a unit of it."""
    targets = {link.target for link in measure.links if link.plan == OUTLINE}
    return bool(targets) and unit not in targets


def comprehensive_items_unanswered(site: Site) -> str | None:
    """No plan is linked to a measure of the comprehensive plan."""
    if len(site.city.plans) < 2 or site.free_unit() is None:
        return None
    return site.city.comprehensive.iri


def units_answered_by_ended_plans_only(site: Site) -> str | None:
    """Only the former edition of a plan is linked to a measure of the comprehensive plan."""
    plan = site.plan("former", lambda p: p.replaces is not None and p.slug != "comprehensive")
    unit = site.free_unit() if plan is not None else None
    if plan is None or plan.replaces is None or unit is None:
        return None
    former, above = plan.replaces, site.city.comprehensive
    add(former, "under", above.title, above.iri, "highest")
    linked(add_heading(former), unit.iri, above.iri, site.dice)
    return former.iri


def directions_without_action(site: Site) -> str | None:
    """A direction of a plan that lists actions has none."""

    def has_more(plan: Plan) -> bool:
        return plan.slug == "community-welfare" and len(plan.actions()) > 2

    found = site.measure(lambda m: bool(m.children), has_more)
    if found is None:
        return None
    plan, measure = found
    plan.items = [item for item in plan.items if item.parent is not measure]
    measure.children.clear()
    return plan.iri


def cited_editions_without_items(site: Site) -> str | None:
    """A plan names another one that is known by its period only."""
    plan = site.plan("cites-minor")
    if plan is None:
        return None
    other = site.minor(2024, 2033)
    add(plan, "regard", other.title, other.iri, "related")
    return plan.iri


def items_of_another_edition(site: Site) -> str | None:
    """A plan names the coming edition of another one, of which only the present one is read."""
    found = site.pair(lambda _, other: not other.taken & {"former", "later"})
    if found is None:
        return None
    plan, other = found
    other.taken |= {"former", "later"}
    later = later_edition(site.city, other)
    return add(plan, "cooperate", later.title, later.iri, "related").iri


def _waiver(
    site: Site, *, reason: str | None = "本市独自の施策のため", until: str | None = None
) -> str | None:
    found = site.measure(linked=True)
    if found is None:
        return None
    iri = f"{site.city.iri}/waiver/{len(site.city.waivers) + 1}"
    site.city.waivers.append(
        Waiver(
            iri,
            "own",
            found[1].iri,
            f"{RULE}measure-without-link",
            reason,
            "企画政策課",
            "2025-06-01",
            until,
        )
    )
    return iri


def waiver_incomplete(site: Site) -> str | None:
    """A waiver gives no reason."""
    return _waiver(site, reason=None)


def waiver_expired(site: Site) -> str | None:
    """A waiver is past its date."""
    return _waiver(site, until="2026-03-31")


def waiver_unused(site: Site) -> str | None:
    """A waiver is for a measure that nothing is said about."""
    return _waiver(site)


def background_issues_unanswered(site: Site) -> str | None:
    """The background names an issue that no item takes up."""
    plan = site.plan("issue", lambda p: p.passage("background") is not None)
    background = None if plan is None else plan.passage("background")
    if plan is None or background is None:
        return None
    issue = site.dice.choice(UNANSWERED)
    said = plan.say(f"{site.city.name}では、{issue}への対応が課題となっています。")
    said.order = background.order + 1
    return plan.iri
