"""Fictional plans of other kinds: the same methods on other words, marks and orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers import read_document
from alignchecker.model.plan import Form, ItemKind, Period
from tests.reading.scoring import read_gold, score

TEXTS = Path(__file__).parent / "texts"
KINDS = sorted(path.stem for path in TEXTS.glob("*.tree"))


def _text(stem: str) -> Path:
    return next(p for p in sorted(TEXTS.glob(f"{stem}.*")) if p.suffix != ".tree")


@pytest.mark.parametrize("stem", KINDS)
def test_tree(stem: str) -> None:
    result = score(read_document(_text(stem)).items, read_gold(TEXTS / f"{stem}.tree"))
    assert (result.missing, result.extra) == ((), ())


def test_environment_plan() -> None:
    draft = read_document(_text("environment"))
    assert (draft.title, draft.edition, draft.form) == ("水守市環境基本計画", "第3次", Form.FULL)
    assert (draft.period, draft.stated_years) == (Period(2025, 2034), 10)
    assert (draft.publisher, draft.department) == ("水守市", "市民生活部 環境政策課")
    assert [(r.name, r.verb, r.rank) for r in draft.relations] == [
        ("水守市総合計画", "other", "higher"),
        ("第六次環境基本計画", "regard", None),
        ("第４次青葉県環境基本計画", "regard", None),
        ("水守市都市計画マスタープラン", "align", None),
    ]
    assert [(r.quoted_as, r.plan_type) for r in draft.roles] == [("環境基本計画", "ordinance")]
    assert [(c.level_name, c.count) for c in draft.claims] == [("柱", 2), ("施策", 5)]
    assert draft.measure_level == "施策"
    actions = [item for item in draft.items if item.kind is ItemKind.ACTION]
    assert [action.id for action in actions][:2] == ["1-1/a1", "1-1/a2"]


def test_long_term_care_plan() -> None:
    draft = read_document(_text("long-term-care"))
    assert (draft.edition, draft.period, draft.stated_years) == ("第9期", Period(2024, 2026), 3)
    assert [(r.quoted_as, r.plan_type, r.cited_act) for r in draft.roles] == [
        ("市町村介護保険事業計画", "long-term-care", "介護保険法"),
        ("市町村老人福祉計画", "elderly-welfare", "老人福祉法"),
    ]
    assert [(r.name, r.verb) for r in draft.relations] == [
        ("白波町地域福祉計画", "harmonize"),
        ("白波町総合計画", "accord"),
    ]
    assert [c.quoted_as for c in draft.citations] == ["介護保険法第117条", "老人福祉法第20条の8"]


def test_education_draft() -> None:
    draft = read_document(_text("education"))
    assert (draft.title, draft.stage) == ("青嶺村教育振興基本計画", "draft")
    assert draft.period == Period(2026, 2030)
    assert {item.id for item in draft.items} >= {"1", "1-3", "1-3-1"}


def test_comprehensive_plan_part() -> None:
    draft = read_document(_text("fields"))
    assert (draft.title, draft.edition, draft.part) == ("榛名野市総合計画", "第2次", "後期")
    assert draft.plan_type == "comprehensive"


def test_markdown_plan_has_groups_departments_and_text() -> None:
    draft = read_document(_text("health"))
    by_label = {item.label: item for item in draft.items}
    assert by_label["食生活の改善"].departments == ("健康課", "学校教育課")
    assert by_label["食生活の改善"].text == "減塩を呼びかけます。"
    assert by_label["生活習慣病を防ぐ"].parent == by_label["からだの健康"].id == "g1"
    assert by_label["生活習慣病を防ぐ"].level == 1


def test_table_columns_in_any_order() -> None:
    draft = read_document(_text("table"))
    by_label = {item.label: item for item in draft.items}
    assert by_label["一時預かり事業"].departments == ("こども課", "福祉課")
    assert by_label["奨学金貸付事業"].kind is ItemKind.ACTION
    assert (draft.measure_level, draft.form) == ("施策", Form.EXTRACT)


def test_spurious_heading_of_other_codes() -> None:
    draft = read_document(_text("codes"))
    spurious = [w.arguments for w in draft.warnings if w.code == "spurious-heading"]
    assert spurious == [("雑草対策", "3", "11")]


def test_two_actors_lists_stand_side_by_side() -> None:
    draft = read_document(_text("community"))
    assert (draft.title, draft.edition) == ("星野町地域福祉計画・地域福祉活動計画", "第三期")
    assert (draft.publisher, draft.period) == ("星野町", Period(2025, 2029))
    assert [(r.name, r.verb, r.rank) for r in draft.relations] == [
        ("星野町総合振興計画", "other", "higher"),
        ("高齢者福祉計画", "align", None),
        ("障がい者計画", "align", None),
        ("こども計画", "align", None),
    ]
    assert {item.kind for item in draft.items if item.level == 3} == {ItemKind.ACTION}


def test_lists_after_the_tree_are_not_its_items() -> None:
    draft = read_document(_text("childcare"))
    assert (draft.department, draft.stated_years) == ("こども未来部子育て政策課", 5)
    assert "教育・保育" not in [item.label for item in draft.items]


def test_cp932_with_an_unnamed_level() -> None:
    draft = read_document(_text("disability-cp932"))
    assert draft.period == Period(2018, 2023)
    assert [w.code for w in draft.warnings] == ["level-unnamed"]
    assert [(r.name, r.verb) for r in draft.relations] == [
        ("障害者基本計画", "base"),
        ("赤松県障害者計画", "base"),
    ]
