"""Planters of the family link: measures, links and relations that do not go together."""

from __future__ import annotations

from tests.bench.city.defects.site import Site, add_heading
from tests.bench.city.links import linked
from tests.bench.city.model import Item, Link, Plan, Review
from tests.bench.city.plans import add


def _no_anchor(measure: Item) -> bool:
    return bool(measure.links) and not any(link.anchor for link in measure.links)


def _not_children(plan: Plan) -> bool:
    return plan.slug != "children"


def plan_not_linked_yet(site: Site) -> str | None:
    """All links of a plan are gone."""
    plan = site.plan(
        "links",
        lambda p: (
            p is not site.city.comprehensive
            and not any(m.taken or not _no_anchor(m) for m in p.measures)
        ),
    )
    if plan is None:
        return None
    for measure in plan.measures:
        measure.links.clear()
    return plan.iri


def measure_without_link(site: Site) -> str | None:
    """All links of a measure are gone."""
    found = site.measure(_no_anchor, _not_children, linked=True)
    if found is None:
        return None
    found[1].links.clear()
    return found[1].iri


def higher_plan_without_link(site: Site) -> str | None:
    """A plan names another one that none of its measures is linked to."""
    found = site.pair(lambda _plan, _other: True)
    if found is None:
        return None
    plan, other = found
    return add(plan, "cooperate", other.title, other.iri, "related").iri


def _proposal(site: Site, target: str, plan: str) -> tuple[Plan, Link] | None:
    found = site.measure(linked=True)
    if found is None:
        return None
    return found[0], linked(found[1], target, plan, site.dice, verdict=None)


def link_end_missing(site: Site) -> str | None:
    """A link leads to an item that a plan which was read does not have."""
    above = site.city.comprehensive.iri
    found = _proposal(site, f"{above}/9/9/99", above)
    return found and found[1].iri


def linked_plan_not_read(site: Site) -> str | None:
    """A link leads to an item of a plan that was not read."""
    found = _proposal(site, f"elsewhere/{site.city.code}/1", "elsewhere")
    return found and found[0].iri


def whole_plan_link(site: Site) -> str | None:
    """A link leads to a plan, not to an item."""
    found = _proposal(site, site.city.comprehensive.iri, site.city.comprehensive.iri)
    return found and found[1].iri


def link_to_undeclared_plan(site: Site) -> str | None:
    """A measure is linked to a plan that the text does not name."""
    found = site.pair(lambda plan, _other: any(not m.taken for m in plan.measures))
    if found is None:
        return None
    plan, other = found
    linked(_free(plan), other.goals()[0].iri, other.iri, site.dice)
    return f"{plan.iri} {other.iri}"


def _free(plan: Plan) -> Item:
    measure = next(m for m in plan.measures if not m.taken)
    measure.taken = True
    return measure


def link_to_superseded_edition(site: Site) -> str | None:
    """A measure is linked to the plan's former edition, which the text names."""
    plan = site.plan(
        "former",
        lambda p: p.replaces is not None and "links" not in p.taken
        and p is not site.city.comprehensive and any(not m.taken for m in p.measures),
    )  # fmt: skip
    if plan is None or plan.replaces is None:
        return None
    former = plan.replaces
    add(plan, "regard", former.title, former.iri)
    linked(_free(plan), add_heading(former).iri, former.iri, site.dice)
    return f"{plan.iri} {former.iri}"


def link_to_other_municipality(site: Site) -> str | None:
    """A measure is linked to the plan of a neighbour, which no text names either."""
    town = _neighbour(site)
    found = _proposal(site, town.measures[0].iri, town.iri)
    if found is None:
        return None
    site.also("link-to-undeclared-plan", f"{found[0].iri} {town.iri}")
    return found[1].iri


def _neighbour(site: Site) -> Plan:
    if not site.city.neighbours:
        name, series = f"奥{site.city.name}", f"{site.city.code}-neighbour/comprehensive"
        title = f"{name}総合計画"
        plan = Plan("comprehensive", f"{series}/1", series, title, title, 2024, 2033,
                    "comprehensive")  # fmt: skip
        item = Item(f"{plan.iri}/1", "measure", "施策", "山あいの暮らしの支援", 1, is_measure=True)
        plan.items, plan.measures = [item], [item]
        site.city.neighbours.append((name, plan))
    return site.city.neighbours[0][1]


def duplicate_link(site: Site) -> str | None:
    """A link is proposed that was made before."""
    units = {unit.iri: unit for unit in site.city.comprehensive.measures}

    def made(link: Link) -> bool:
        return link.accepted and link.target in units

    found = site.measure(lambda m: any(map(made, m.links)), linked=True)
    if found is None:
        return None
    first = next(filter(made, found[1].links))
    units[first.target or ""].taken = True
    return linked(found[1], first.target, first.plan, site.dice, verdict=None).iri


def link_cycle(site: Site) -> str | None:
    """A measure of the comprehensive plan contributes to one that contributes to it."""
    above = site.city.comprehensive
    units = {unit.iri: unit for unit in above.measures if not unit.taken}

    def leads_up(measure: Item) -> bool:
        return any(link.accepted and link.target in units for link in measure.links)

    found = site.measure(leads_up, linked=True)
    if found is None:
        return None
    plan, measure = found
    unit = next(units[x.target] for x in measure.links if x.accepted and x.target in units)
    unit.taken = True
    if plan.iri not in {relation.target for relation in above.relations}:
        add(above, "cooperate", plan.title, plan.iri, "related")
    linked(unit, measure.iri, plan.iri, site.dice)
    site.also("link-cycle", unit.iri)
    return measure.iri


def measures_proposed_only(site: Site) -> str | None:
    """Nobody has looked at the links of a measure."""
    found = site.measure(_no_anchor, _not_children, linked=True)
    if found is None:
        return None
    for link in found[1].links:
        link.reviews.clear()
    return found[0].iri


def link_disputed(site: Site) -> str | None:
    """One department accepted a link and another rejected it."""
    above = site.city.comprehensive
    found = site.measure(lambda m: len(m.links) < len(above.measures), linked=True)
    if found is None:
        return None
    targets = {link.target for link in found[1].links}
    unit = next(unit for unit in site.shuffled(above.measures) if unit.iri not in targets)
    unit.taken = True
    link = linked(found[1], unit.iri, above.iri, site.dice, verdict=None)
    link.reviews = [Review("企画政策課", "2026-05-11", "accept"),
                    Review("こども課", "2026-05-20", "reject")]  # fmt: skip
    return link.iri


def link_suspect(site: Site) -> str | None:
    """The words of a measure have changed since its link was accepted."""

    def kept(measure: Item) -> bool:
        return any(link.fingerprint == "" and link.accepted for link in measure.links)

    found = site.measure(kept, linked=True)
    if found is None:
        return None
    link = next(x for x in found[1].links if x.fingerprint == "" and x.accepted)
    link.fingerprint = "見直し前の施策"
    return link.iri
