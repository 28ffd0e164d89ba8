"""Planters of the family organisation: departments that are missing, gone, unknown or at odds."""

from __future__ import annotations

from tests.bench.city.defects.site import Site
from tests.bench.city.departments import JUST_GONE, LONG_GONE, UNLISTED
from tests.bench.city.model import Item, Plan
from tests.bench.city.words import DISTRICTS

_FEWEST = 20
"""How many departments have to be named for two unlisted ones to be one in ten at most."""


def _named(site: Site) -> tuple[Plan, Item] | None:
    """A measure with departments, in a plan that does name departments."""
    found = site.measure(
        lambda m: bool(m.departments) and not m.indicators, lambda p: "departments" not in p.taken
    )
    if found is not None:
        found[0].taken.add("department")
    return found


def items_without_department(site: Site) -> str | None:
    """A measure names no department though most do."""
    found = _named(site)
    if found is not None:
        found[1].departments = []
    return found and found[0].iri


def plan_without_departments(site: Site) -> str | None:
    """No measure names a department, in a plan that gives its whole text and lists actions."""
    plan = site.plan(
        "departments", lambda p: p.full and bool(p.actions()) and "department" not in p.taken
    )
    if plan is None:
        return None
    for measure in plan.measures:
        measure.departments = []
    return plan.iri


def _replaced(site: Site, name: str) -> str | None:
    found = _named(site)
    if found is not None:
        found[1].departments = [name]
    return found and found[0].iri


def department_abolished_before_plan(site: Site) -> str | None:
    """A measure names a department that was gone when the plan was made."""
    return _replaced(site, site.dice.choice(LONG_GONE)[0])


def department_abolished_since(site: Site) -> str | None:
    """A measure names a department that was abolished after the plan was made."""
    return _replaced(site, site.dice.choice(JUST_GONE)[0])


def departments_not_listed(site: Site) -> str | None:
    """A measure names a department that the city's list does not have."""
    names = {name for p in site.city.plans for m in p.measures for name in m.departments}
    return _replaced(site, site.dice.choice(UNLISTED)) if len(names) >= _FEWEST else None


def same_measure_other_department(site: Site) -> str | None:
    """Two plans have one project under different departments."""
    found = _named(site)
    if found is None:
        return None
    again = site.measure(
        lambda m: bool(m.departments),
        lambda p: p is not found[0] and "departments" not in p.taken,
    )
    if again is None:
        return None
    again[0].taken.add("department")
    number = len(site.keys["same-measure-other-department"])
    place = DISTRICTS[number % len(DISTRICTS)]
    for (_, measure), name in ((found, "こども課"), (again, "農政課")):
        measure.label = f"{place}{number + 1}番街ふれあい食卓出前訪問事業"
        measure.departments = [name]
    return again[1].iri
