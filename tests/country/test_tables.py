"""The rows that totals are made of: what does not apply, is unknown, or is not there."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from alignchecker.corpus.tables import Tables, tables
from alignchecker.graph.loading import load

from .making import AOBA, HEAD, MIDORI, OUTLINE, SAKURA, link, make, measure, plan

NAME = "08009/children/1"


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("country"))


def _tables(root: Path, folder: Path, as_of: datetime.date | None = None) -> Tables:
    return tables(load([root / folder], frames=sorted(root.rglob("national/**/*.ttl"))), as_of)


def _city(tmp_path: Path, text: str, as_of: datetime.date | None = None) -> Tables:
    (tmp_path / "national").mkdir()
    (tmp_path / "national" / "outline.ttl").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "08009-city").mkdir()
    (tmp_path / "08009-city" / "plan.ttl").write_text(HEAD + text, encoding="utf-8")
    return _tables(tmp_path, Path("08009-city"), as_of)


def _states(rows: tuple[dict[str, int | str | None], ...]) -> list[int | str | None]:
    return [row["state"] for row in rows]


def test_where_all_is_known(country: Path) -> None:
    found = _tables(country, AOBA)
    assert [(row["known"], row["title"]) for row in found.outlines] == [("all", "こども大綱")]
    assert _states(found.items) == ["answered", "proposed", "unanswered"]
    assert [row["number"] for row in found.items] == ["1", "2", "3"]
    assert _states(found.measures) == ["linked", "proposed", "no-counterpart", "unlinked"]
    # The prefecture's plan is not among these frames: nobody knows when it ended.
    assert sorted(map(str, _states(found.citations))) == ["in-force", "unknown", "unknown"]


def test_a_summary_leaves_unknown_what_it_does_not_say(country: Path) -> None:
    found = _tables(country, MIDORI)
    assert [row["known"] for row in found.outlines] == ["partly"]
    assert _states(found.items) == ["unknown", "unknown", "answered"]
    assert Counter(_states(found.measures)) == {"linked": 1, "unlinked": 1, "not-begun": 3}
    assert [(row["measures"], row["linking"]) for row in found.plans] == [
        (2, "begun"),
        (3, "not-begun"),
    ]


def test_without_such_a_plan_the_outline_does_not_apply(country: Path) -> None:
    found = _tables(country, SAKURA)
    assert found.outlines == found.items == found.citations == ()
    assert _states(found.measures) == ["not-applicable"] * 2


def test_a_plan_that_is_to_weigh_the_outline_but_is_not_linked(tmp_path: Path) -> None:
    """Under the Act, whether it names the outline or not."""
    found = _city(tmp_path, plan(NAME, "市こども計画", "children", "full") + measure(NAME, 1))
    assert [(row["known"], row["edition"]) for row in found.outlines] == [("nothing", None)]
    assert found.items == ()


def test_rejected_links_and_waivers(tmp_path: Path) -> None:
    text = plan(NAME, "市こども計画", "children", "full", ("outline/1",))
    text += "".join(measure(NAME, number) for number in range(1, 4))
    text += link(f"{NAME}/1", "outline/1/1", "reject") + link(f"{NAME}/2", "outline/1/2", "accept")
    for number, kind, subject, against in (
        (1, "out-of-scope", "outline/1/3", NAME),
        (2, "own", f"{NAME}/3", "outline/1"),
    ):
        text += (
            f"<w/{number}> a aln:Waiver ; aln:waiverKind code:waiver-{kind} ;"
            f' aln:subject <{subject}> ; aln:against <{against}> ; aln:reason "理由" ;'
            ' aln:person "課長" ; aln:date "2026-04-01" ; aln:until "2026-12-31" .\n'
        )
    found = _city(tmp_path, text, datetime.date(2026, 10, 1))
    assert _states(found.items) == ["unanswered", "answered", "waived"]
    assert _states(found.measures) == ["unlinked", "linked", "no-counterpart"]


def test_an_earlier_edition_of_itself_is_no_citation(tmp_path: Path) -> None:
    text = plan(NAME, "第2次市こども計画", "children", "full", ("08009/children/0",))
    text += (
        f"<08009/children/0> a aln:PlanEdition ; dcterms:isVersionOf <{NAME}/series> ;"
        " aln:firstFiscalYear 2021 ; aln:lastFiscalYear 2025 .\n"
    )
    assert _city(tmp_path, text).citations == ()


def test_nothing_read_gives_no_rows(tmp_path: Path) -> None:
    (tmp_path / "plan.ttl").write_text("broken", encoding="utf-8")
    assert tables(load([tmp_path]), None) == Tables()
