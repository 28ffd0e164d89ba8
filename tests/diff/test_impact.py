"""What comes first: what happened and the force of the tie together."""

from __future__ import annotations

import itertools

import pytest

from alignchecker.diff.impact import FORCES, OF_KIND, WORST, Impact, Impacts, Priority, Reason
from alignchecker.diff.revising import revise
from alignchecker.diff.revision import Kind
from alignchecker.model.plan import PlanDraft
from tests.bench.revisions import edition


def impact(
    reason: Reason,
    force: str | None,
    *,
    accepted: bool | None = None,
    title: str | None = "計画",
    department: str | None = None,
) -> Impact:
    return Impact(reason, title, title, force, None, "施策", department, accepted)


@pytest.mark.parametrize(
    ("reason", "force", "priority"),
    [
        (Reason.REMOVED, "binding", Priority.TOP),
        (Reason.EDITION, "binding", Priority.TOP),
        (Reason.RENAMED, "binding", Priority.HIGH),
        (Reason.REMOVED, "weighing", Priority.HIGH),
        (Reason.REMOVED, "administrative", Priority.MIDDLE),
        (Reason.REMOVED, None, Priority.MIDDLE),
        (Reason.INDICATOR, "weighing", Priority.MIDDLE),
        (Reason.RENUMBERED, "binding", Priority.MIDDLE),
        (Reason.RENUMBERED, "administrative", Priority.LOW),
    ],
)
def test_priority(reason: Reason, force: str | None, priority: Priority) -> None:
    assert impact(reason, force).priority is priority


def test_no_reason_and_no_kind_is_without_a_grade() -> None:
    grades = tuple(Priority)
    for force in FORCES:
        found = [grades.index(impact(reason, force).priority) for reason in WORST]
        assert found == sorted(found)
    assert set(OF_KIND) == set(Kind) - {Kind.ADDED}


@pytest.mark.parametrize(("reason", "force"), list(itertools.product(Reason, FORCES)))
def test_a_link_only_proposed_is_never_more_urgent(reason: Reason, force: str | None) -> None:
    grades = tuple(Priority)
    proposed = grades.index(impact(reason, force, accepted=False).priority)
    assert proposed >= grades.index(impact(reason, force, accepted=True).priority)


def test_shares_count_by_plan_and_department() -> None:
    plan = edition(PlanDraft("a", "0"))
    found = (
        impact(Reason.UNANSWERED, "weighing", title=None),
        impact(Reason.REMOVED, "weighing", department="こども課"),
        impact(Reason.RENAMED, "weighing", department="こども課"),
        impact(Reason.RENAMED, "weighing", department="福祉課"),
    )
    shares = Impacts(revise(plan, plan), found, ()).shares()
    names = [(share.title, share.department, sum(share.counts.values())) for share in shares]
    assert names == [("計画", "こども課", 2), ("計画", "福祉課", 1), (None, None, 1)]
    assert shares[0].counts[Priority.HIGH] == shares[0].counts[Priority.MIDDLE] == 1
