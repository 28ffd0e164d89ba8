"""Planters of the family structure: numbers, codes, headings and counts that do not agree."""

from __future__ import annotations

from tests.bench.city.defects.site import Site
from tests.bench.city.model import Item, Plan


def _certain(plan: Plan) -> bool:
    return "doubt" not in plan.taken


def _coded(plan: Plan) -> bool:
    return _certain(plan) and plan.measures[0].code is not None


def _uncoded(plan: Plan) -> bool:
    return _certain(plan) and plan.measures[0].code is None


def _siblings(measure: Item) -> list[Item]:
    assert measure.parent is not None
    return [item for item in measure.parent.children if item.is_measure]


def _is_last(measure: Item) -> bool:
    siblings = _siblings(measure)
    return len(siblings) > 1 and siblings[-1] is measure and not siblings[-2].taken


def number_code_mismatch(site: Site) -> str | None:
    """A measure is numbered otherwise than its code says."""
    found = site.measure(plans=_coded)
    if found is None or found[1].number is None:
        return None
    found[0].taken.add("structure")
    found[1].number += 1
    return found[1].iri


def same_label_two_codes(site: Site) -> str | None:
    """A measure has the heading of an earlier one."""
    found = site.measure(
        lambda m: any(x.order < m.order and not x.taken for x in _siblings(m)), _coded
    )
    if found is None:
        return None
    plan, measure = found
    earlier = next(x for x in _siblings(measure) if x.order < measure.order and not x.taken)
    earlier.taken = True
    plan.taken.add("structure")
    measure.label = earlier.label
    return measure.iri


def duplicate_code(site: Site) -> str | None:
    """The last measure below a heading has the code of the one before, and no number."""
    found = site.measure(_is_last, _coded)
    if found is None:
        return None
    found[0].taken.add("structure")
    before = _siblings(found[1])[-2]
    before.taken = True
    found[1].code, found[1].number = before.code, None
    return found[1].iri


def _renumbered(site: Site, step: int) -> str | None:
    found = site.measure(_is_last, _uncoded)
    if found is None or found[1].number is None:
        return None
    found[0].taken.add("structure")
    found[1].number += step
    return found[1].iri


def duplicate_number(site: Site) -> str | None:
    """The last measure below a heading has the number of the one before."""
    return _renumbered(site, -1)


def numbering_gap(site: Site) -> str | None:
    """A number is left out before the last measure below a heading."""
    return _renumbered(site, 1)


def claimed_count_mismatch(site: Site) -> str | None:
    """The text states one goal more than there are."""
    plan = site.plan("claim", _certain)
    if plan is None:
        return None
    plan.taken.add("structure")
    plan.claims[0].error = 1
    return plan.claims[0].iri


def action_repeated(site: Site) -> str | None:
    """An action stands under two measures."""
    plan = site.plan("action", lambda p: len(p.actions()) > 1)
    if plan is None:
        return None
    first, second = plan.actions()[:2]
    second.label = first.label
    for action in (first, second):
        assert action.parent is not None
        action.parent.taken = True
    return plan.iri


def tree_in_doubt(site: Site) -> str | None:
    """Measures below one heading are numbered anew halfway."""

    def whole(item: Item) -> bool:
        siblings = [child for child in item.children if child.is_measure]
        return len(siblings) > 2 and not any(child.taken for child in siblings)

    plan = site.plan(
        "doubt",
        lambda p: _uncoded(p) and "structure" not in p.taken and any(map(whole, p.policies())),
    )
    if plan is None:
        return None
    parent = next(filter(whole, plan.policies()))
    siblings = [child for child in parent.children if child.is_measure]
    half = (len(siblings) + 1) // 2
    for place, measure in enumerate(siblings):
        measure.number, measure.taken = place % half + 1, True
    return plan.iri


def plan_without_measures(site: Site) -> str | None:
    """A plan that was read has headings and no measure."""
    return site.minor(2024, 2033, heading=True, plan_type="ordinance").iri


def goal_without_measure(site: Site) -> str | None:
    """A goal has nothing below it."""

    def fits(plan: Plan) -> bool:
        goals = {goal.iri for goal in plan.goals()}
        # Among goals with records, one without would be missing its own.
        return len(goals) > 1 and not any(record.item in goals for record in plan.progress)

    plan = site.plan("goals", lambda p: _certain(p) and fits(p))
    if plan is None:
        return None
    plan.taken.add("structure")
    last = plan.goals()[-1]
    number = len(plan.goals()) + 1
    goal = Item(
        f"{plan.iri}/{number}", "goal", last.level, "次の世代へ引き継ぐ取組", plan.next_order(),
        number, last.parent, str(number) if last.code else None,
    )  # fmt: skip
    plan.items.append(goal)
    return goal.iri


def heading_left_out(site: Site) -> str | None:
    """The import left a heading out."""
    plan = site.plan("left-out")
    if plan is None:
        return None
    plan.left_out.append("9 みんなで楽しむまちづくり")
    return f"{plan.iri}/left-out/{len(plan.left_out)}"


def item_outside_groups(site: Site) -> str | None:
    """The last goal of a plan stands outside the group that holds the others."""
    plan = site.plan("goals", lambda p: p.goals()[0].parent is not None and len(p.goals()) > 2)
    if plan is None:
        return None
    goal = plan.goals()[-1]
    goal.parent = None
    return goal.iri
