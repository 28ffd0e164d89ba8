"""Planters of the family law: Acts, their articles and what they ask for, said wrongly or not."""

from __future__ import annotations

from alignchecker.model.names import DATA
from tests.bench.city.defects.site import Site
from tests.bench.city.frames import OUTLINE
from tests.bench.city.kinds import KINDS, Kind
from tests.bench.city.model import Plan, Relation
from tests.bench.city.plans import add
from tests.bench.city.records import Passage, Procedure, Role

_BY_SLUG = {kind.slug: kind for kind in KINDS}
_EFFORT = {
    "community-welfare",
    "health",
    "education",
    "adult-guardianship",
    "recidivism-prevention",
}
"""Kinds of plans that an Act asks for as an effort and calls 計画."""
_NAMED_IN_ACT = {
    "children", "youth", "next-generation", "community-welfare", "childcare", "health-promotion",
    "long-term-care", "disability", "disability-welfare", "suicide-prevention",
    "recidivism-prevention",
}  # fmt: skip
"""Plan types whose name the data on Acts have."""


def _single(plan: Plan) -> bool:
    """Whether a plan is one statutory plan, and nothing was planted about which it is."""
    return len(plan.constitutes) == 1 and "constituent" not in plan.taken


def _kind(plan: Plan) -> Kind:
    return _BY_SLUG[plan.slug]


def _to_the_state(plan: Plan) -> Relation | None:
    """The relation to a plan of the state of which no item is known."""
    return next(
        (r for r in plan.relations if r.by_law and r.target and r.target.startswith(DATA)
         and r.target != OUTLINE and not r.target.endswith("/n2")),
        None,
    )  # fmt: skip


def required_relation_missing(site: Site) -> str | None:
    """A plan says nothing about a plan of the state that its Act names."""
    plan = site.plan("tie", lambda p: _to_the_state(p) is not None)
    relation = None if plan is None else _to_the_state(plan)
    if plan is None or relation is None:
        return None
    plan.relations.remove(relation)
    plan.passages = [p for p in plan.passages if p.about != relation.iri]
    return plan.iri


def relation_verb_differs_from_act(site: Site) -> str | None:
    """The relation to a plan of the state is put in a word of administration."""
    plan = site.plan("tie", lambda p: _single(p) and _to_the_state(p) is not None)
    relation = None if plan is None else _to_the_state(plan)
    if relation is None:
        return None
    relation.verb, relation.phrase = "align", "と整合を図り"
    return relation.iri


def statutory_name_misquoted(site: Site) -> str | None:
    """The plan's name in the Act is quoted with another last word."""
    plan = site.plan("roles", lambda p: any(r.plan_type in _NAMED_IN_ACT for r in p.roles))
    if plan is None:
        return None
    role = next(r for r in plan.roles if r.plan_type in _NAMED_IN_ACT)
    role.quoted = role.quoted.replace("計画", "プラン")
    return role.iri


def act_title_outdated(site: Site) -> str | None:
    """A plan cites an Act by the title that it had before."""
    return _cite(site, "子どもの貧困対策の推進に関する法律", after=2024)


def abolished_provision_cited(site: Site) -> str | None:
    """A plan cites a provision that is gone."""
    return _cite(site, "地方自治法第2条第4項", after=2011)


def _cite(site: Site, quoted: str, after: int) -> str | None:
    plan = site.plan("citations", lambda p: (p.first or 0) > after)
    if plan is None:
        return None
    plan.citations.append(quoted)
    return f"{plan.iri}/citation/{len(plan.citations)}"


def statutory_basis_unstated(site: Site) -> str | None:
    """A statutory plan says nowhere that it is one."""
    plan = site.plan("citations", lambda p: _single(p) and "roles" not in p.taken)
    if plan is None:
        return None
    plan.taken.add("roles")
    plan.citations.clear()
    plan.roles.clear()
    return plan.iri


def statutory_term_mismatch(site: Site) -> str | None:
    """A plan begins a year earlier than the term of its Act lets it."""
    plan = site.plan(
        "period",
        lambda p: (
            p.slug in {"children", "childcare", "long-term-care"}
            and not p.taken & {"former", "progress"}
        ),
    )
    if plan is None or plan.first is None or plan.stated_years is None:
        return None
    plan.taken |= {"former", "progress"}
    plan.first -= 1
    plan.stated_years += 1
    if plan.replaces is not None and plan.replaces.last is not None:
        plan.replaces.last -= 1
    return plan.iri


def _drop_last(plan: Plan, about: str) -> None:
    """Takes the last passage that is there for something out of a text."""
    last = [passage for passage in plan.passages if passage.about == about][-1]
    plan.passages.remove(last)


def required_content_missing(site: Site) -> str | None:
    """A plan for childcare says nothing about what its Act asks for in the fourth place."""
    plan = site.plan("content", lambda p: p.slug == "childcare")
    if plan is None:
        return None
    _drop_last(plan, "content")
    return plan.iri


def effort_content_missing(site: Site) -> str | None:
    """A plan for childcare says nothing about what its Act would have it contain."""
    plan = site.plan("effort", lambda p: p.slug == "childcare")
    if plan is None:
        return None
    _drop_last(plan, "effort")
    return plan.iri


_OPINION = {
    "childcare": "procedure:prefecture-consultation",
    "disability-welfare": "procedure:prefecture-opinion",
}


def required_procedure_unrecorded(site: Site) -> str | None:
    """The text does not tell that the prefecture was asked."""
    plan = site.plan("procedure", lambda p: p.slug in _OPINION)
    if plan is None:
        return None
    _drop_last(plan, _OPINION[plan.slug])
    return plan.iri


def effort_procedure_unrecorded(site: Site) -> str | None:
    """The text does not tell that residents were asked."""
    plan = site.plan("procedure", lambda p: p.slug in {"community-welfare", "childcare"})
    if plan is None:
        return None
    _drop_last(plan, "procedure:residents-opinion")
    return plan.iri


def procedure_after_decision(site: Site) -> str | None:
    """Residents were asked after the plan was decided."""
    plan = site.plan("procedure", lambda p: p.adopted is not None)
    if plan is None or plan.adopted is None:
        return None
    record = Procedure(plan.fresh("procedure"), "residents-opinion", f"{plan.adopted[:4]}-12-01")
    plan.procedures.append(record)
    return record.iri


def act_ends_within_period(site: Site) -> str | None:
    """A plan runs on after its Act has ended."""
    return site.minor(2031, 2035, plan_type="next-generation").iri


def term_ends_without_successor(site: Site) -> str | None:
    """The term of a plan that an Act asks for ends this year and nothing follows."""
    return site.minor(2024, 2026, plan_type="long-term-care").iri


def obligation_misstated(site: Site) -> str | None:
    """The text calls a duty of effort a duty."""
    plan = site.plan("obligation", lambda p: p.slug in _EFFORT)
    if plan is None:
        return None
    basis = _kind(plan).bases[0]
    return plan.say(f"{basis.act}により、{basis.name}の策定が義務付けられています。").iri


def _basis(plan: Plan) -> Passage | None:
    found = plan.passage("basis")
    return found if found is not None and found.text.endswith("計画です。") else None


def basis_article_differs(site: Site) -> str | None:
    """The text bases the plan on an article that is about something else."""
    plan = site.plan("basis", lambda p: _basis(p) is not None)
    passage = None if plan is None else _basis(plan)
    if plan is None or passage is None:
        return None
    basis = _kind(plan).bases[0]
    passage.text = passage.text.replace(basis.article, "第99条")
    return passage.iri


def abolished_wording_quoted(site: Site) -> str | None:
    """The text quotes the wording of a provision that is gone."""
    plan = site.plan("wording-of-act")
    if plan is None:
        return None
    return plan.say("本計画は、地方自治法に定める基本構想に即して策定しました。").iri


def constituent_plan_without_items(site: Site) -> str | None:
    """A plan says that it is a plan against reoffending too, and has no item about it."""
    plan = site.plan(
        "constituent",
        lambda p: len(p.constitutes) == 1 and p.slug != "recidivism-prevention"
        and not p.taken & {"tie", "citations", "roles"},
    )  # fmt: skip
    if plan is None:
        return None
    plan.constitutes.append("recidivism-prevention")
    plan.roles.append(
        Role(plan.fresh("role"), "recidivism-prevention", "地方再犯防止推進計画",
             "再犯の防止等の推進に関する法律")
    )  # fmt: skip
    add(plan, "weigh", "国の再犯防止推進計画", f"{DATA}jp/state-recidivism", by_law=True)
    return plan.iri
