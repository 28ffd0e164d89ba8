"""What the real texts say of themselves, and what they do not say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from alignchecker.importers import read_document
from alignchecker.model.plan import Capture, Form, Period, PlanDraft

Seed = Callable[[str], Path]


def _facts(draft: PlanDraft) -> tuple[object, ...]:
    return (draft.title, draft.edition, draft.plan_type, draft.form, draft.capture)


def _imprint(draft: PlanDraft) -> tuple[object, ...]:
    return (draft.publisher, draft.department, draft.published, draft.period, draft.stated_years)


def _relations(draft: PlanDraft) -> list[tuple[str, str | None, str | None]]:
    return [(r.name, r.verb, r.rank) for r in draft.relations]


def _roles(draft: PlanDraft) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(r.quoted_as, r.plan_type, r.cited_act, r.item) for r in draft.roles]


def _codes(draft: PlanDraft) -> list[str]:
    return [warning.code for warning in draft.warnings]


def test_seed_000(seed: Seed) -> None:
    draft = read_document(seed("000"))
    assert _facts(draft) == ("小美玉市こども計画", None, "children", Form.SUMMARY, None)
    assert _imprint(draft) == ("小美玉市", "福祉部 こども課", "2026-03", Period(2026, 2029), 4)
    assert draft.vision == "こども・若者の夢と未来を家族・地域とともに輝かせるまち“おみたま”"
    assert _relations(draft) == [
        ("こども大綱", "weigh", None),
        ("茨城県こども計画", "weigh", None),
        ("小美玉市第2次総合計画（後期基本計画）", "under", "highest"),
        ("第3次小美玉市地域福祉計画", "under", "higher"),
        ("こども大綱", "regard", None),
        ("第3期小美玉市子ども・子育て支援事業計画", "model", None),
    ]
    assert _roles(draft) == [
        ("市町村こども計画", "children", "こども基本法", None),
        ("市町村こども・若者計画", "youth", "子ども・若者育成支援推進法", None),
    ]
    assert [(claim.level_name, claim.count) for claim in draft.claims] == [("基本目標", 7)]
    assert [c.quoted_as for c in draft.citations] == ["こども基本法", "子ども・若者育成支援推進法"]
    assert draft.relations[2].position.line == 33
    assert _codes(draft) == []


def test_seed_001(seed: Seed) -> None:
    draft = read_document(seed("001"))
    title = "小美玉市地域福祉計画"
    assert _facts(draft) == (title, "第4次", "community-welfare", Form.SUMMARY, None)
    assert _imprint(draft) == ("小美玉市", "福祉部 社会福祉課", "2026-03", Period(2026, 2030), 5)
    assert draft.vision == "ぬくもりあふれるまちづくり"
    assert _relations(draft) == [("小美玉市総合計画", "foundation", "highest")]
    assert _roles(draft) == [
        ("重層的支援体制整備事業実施計画", "multilayered-support", None, "2/1"),
        ("成年後見制度利用促進基本計画", "adult-guardianship", None, "2/5"),
        ("再犯防止推進計画", "recidivism-prevention", None, "2/6"),
    ]
    assert draft.claims == ()
    assert [c.quoted_as for c in draft.citations] == ["社会福祉法"]


def test_seed_002_names_no_plan_no_city_no_years(seed: Seed) -> None:
    draft = read_document(seed("002"))
    assert _facts(draft) == (None, None, None, Form.EXTRACT, Capture.OCR)
    assert _imprint(draft) == (None, None, None, None, None)
    assert (draft.vision, draft.relations, draft.roles, draft.claims) == (None, (), (), ())
    assert {"title-unknown", "publisher-unknown", "period-unknown"} <= set(_codes(draft))


def test_seed_003(seed: Seed) -> None:
    draft = read_document(seed("003"))
    title = "笠岡市子ども・子育て支援事業計画"
    assert _facts(draft) == (title, None, "childcare", Form.SUMMARY, None)
    department = "健康福祉部 子育て支援課"
    assert _imprint(draft) == ("笠岡市", department, "2015-03", Period(2015, 2019), 5)
    assert draft.vision == "子どもの健やかな育ちと親育ちを地域みんなで支えるまち笠岡"
    assert _relations(draft) == [("笠岡市総合計画", "sectoral", None)]
    assert _roles(draft) == [
        ("市町村行動計画", "next-generation", "次世代育成支援対策推進法", None),
        ("子ども・子育て支援事業計画", "childcare", "子ども・子育て支援法", None),
        ("笠岡市子ども条例に定める計画", "ordinance", "笠岡市子ども条例", None),
    ]
    # 3つの視点: 視点 is not what this plan calls a level.
    assert draft.claims == ()
    assert "児童福祉法第4条" in [c.quoted_as for c in draft.citations]
    assert _codes(draft) == ["no-measures"]


def test_seed_004_codes_decide(seed: Seed) -> None:
    draft = read_document(seed("004"))
    assert _facts(draft) == (None, None, None, Form.EXTRACT, Capture.OCR)
    assert _imprint(draft) == (None, None, None, None, None)
    assert (draft.part, draft.vision, draft.relations, draft.roles) == (None, None, (), ())
    spurious = [w.arguments for w in draft.warnings if w.code == "spurious-heading"]
    assert spurious == [("地域学習の充実", "4", "33")]
    by_id = {item.id: item for item in draft.items}
    assert by_id["3305"].parent == "33"
    assert by_id["33"].parent == "3"
    assert (by_id["24"].code, by_id["24"].printed_number) == ("24", "3")
    ids = [item.id for item in draft.items if item.level == 3]
    assert ids == sorted(ids)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_item_has_a_place_in_the_document(number: str, seed: Seed) -> None:
    path = seed(number)
    lines = path.read_text(encoding="utf-8").split("\n")
    for item in read_document(path).items:
        line = item.position.line or 0
        near = "".join(lines[line - 1 : line + 4]).replace("\u3000", "")
        assert item.label[:5] in near
