"""Plans of other cities and kinds in every format, against what a person typed from them.

known: in sight while the reading methods were written. unseen: frozen before, and looked at only
after the last change. The floors are what was measured; they may rise, not fall.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers import read_document
from tests.bench.importing import PLANS, document_of, score_plan
from tests.importers.plan_facts import compare

FLOORS = {
    "annaka_cityplan": 0.92,
    "kaizuka_elderly": 1.0,
    "kaminoyama_comprehensive": 1.0,
    "katsuyama_resilience": 1.0,
    "kawanishi_gender": 1.0,
    "koganei_industry": 1.0,
    "sanda_disability": 0.75,
    "urayasu_environment": 1.0,
    "yokohama_health": 1.0,
}
# Stated otherwise than the person who typed the facts did, and arguable.
ARGUABLE = {
    "annaka_cityplan": {"form"},
    "urayasu_environment": {"form"},
    "kaizuka_elderly": {"title"},
}


@pytest.mark.parametrize("name", FLOORS)
def test_known(name: str) -> None:
    tree = PLANS / "known" / f"{name}.tree"
    draft = read_document(document_of(tree))
    assert score_plan(draft, tree).f1 >= FLOORS[name]
    facts = compare(draft, tree.with_suffix(".facts.json"))
    assert {fact.partition(":")[0] for fact in facts.wrong} == ARGUABLE.get(name, set())
    assert (facts.departments, facts.indicators) == (1.0, 1.0)


@pytest.mark.parametrize("name", FLOORS)
def test_the_same_file_gives_the_same_draft(name: str) -> None:
    path: Path = document_of(PLANS / "known" / f"{name}.tree")
    assert read_document(path) == read_document(path)
