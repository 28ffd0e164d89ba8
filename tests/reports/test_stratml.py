"""StratML: valid against its schemas, nothing invented, and read back as the same tree."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from alignchecker.importers.stratml.document import read_stratml
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    Operator,
    Period,
    PlanDraft,
    Position,
    Scope,
    ValueKind,
)
from alignchecker.reports.stratml import to_stratml
from tests.reading.drafts import with_records

_HERE = Position("plan.docx", 3)
_SCHEMAS = Path(
    os.environ.get("ALIGNCHECKER_CONFORMANCE", Path(__file__).parents[3] / "shared" / "conformance")
)
_PART_1 = "StrategicPlanISOVersion20140401.xsd"
_PART_2 = (
    "PerformancePlanOrReport20160216.xsd",
    "PerformancePlanOrReportISODRAFTVersion20160506.xsd",
)


def _schema(name: str) -> etree.XMLSchema:
    path = _SCHEMAS / "stratml" / name
    if not path.is_file():
        pytest.skip(f"no {path}; name the folder of the schemas in ALIGNCHECKER_CONFORMANCE")
    return etree.XMLSchema(etree.parse(str(path)))


def _item(
    id_: str, level: int, word: str, kind: ItemKind, label: str, parent: str | None = None
) -> ItemDraft:
    return ItemDraft(id_, level, word, kind, label, parent, _HERE)


_PLAN = PlanDraft(
    file="plan.docx",
    sha256="ab" * 32,
    title="白波町こども計画",
    edition="第2次",
    plan_type="children",
    publisher="白波町",
    department="こども課",
    published="2026-03",
    period=Period(2026, 2030),
    vision="こどもが笑う町",
    measure_level="施策",
    items=(
        _item("vision", 0, "基本理念", ItemKind.VISION, "こどもが笑う町"),
        _item("g1", 0, "group", ItemKind.GROUP, "乳幼児期"),
        replace(
            _item("1", 1, "基本目標", ItemKind.GOAL, "すこやかに育つ", "g1"), printed_number="1"
        ),
        _item("1/1", 2, "基本施策", ItemKind.POLICY, "母子の健康", "1"),
        replace(
            _item("1/1/1", 3, "施策", ItemKind.MEASURE, "健診", "1/1"),
            text="健診を行います。\n受診を勧めます。",
            departments=("健康課", "こども課"),
            code="1-1-1",
        ),
        replace(_item("1/1/1/a1", 4, "取組", ItemKind.ACTION, "3歳児健診", "1/1/1"), repeated=True),
        _item("2", 1, "基本目標", ItemKind.GOAL, "のびのび学ぶ"),
    ),
)  # fmt: skip
_MEASURED = replace(
    _PLAN,
    indicators=(
        IndicatorDraft(
            "1/1/1/i1",
            "受診率",
            "1/1/1",
            _HERE,
            (
                IndicatorValueDraft(
                    ValueKind.BASELINE, "91.5％", _HERE, 2024, Operator.EQ, Decimal("91.5")
                ),
                IndicatorValueDraft(
                    ValueKind.TARGET, "95％以上", _HERE, 2030, Operator.GE, Decimal(95)
                ),
                IndicatorValueDraft(ValueKind.ACTUAL, "―", _HERE, 2026),
            ),
            unit="％",
            scope=Scope.ANNUAL,
            population="3歳児",
        ),
        IndicatorDraft("2/i1", "学力", "2", _HERE),
        IndicatorDraft("i1", "住みよさ", None, _HERE),
    ),
)


def _again(draft: PlanDraft, folder: Path) -> PlanDraft:
    path = folder / "plan.xml"
    path.write_bytes(to_stratml(draft))
    return read_stratml(path)


def test_a_plan_is_valid_part_1() -> None:
    _schema(_PART_1).assertValid(etree.fromstring(to_stratml(_PLAN)))


@pytest.mark.parametrize("name", _PART_2)
def test_a_plan_with_indicators_is_valid_part_2(name: str) -> None:
    _schema(name).assertValid(etree.fromstring(to_stratml(_MEASURED)))


@given(draft=with_records())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_whatever_the_plan_it_is_valid(draft: PlanDraft) -> None:
    schema = _schema(_PART_2[0] if draft.indicators else _PART_1)
    schema.assertValid(etree.fromstring(to_stratml(draft)))


@given(draft=with_records())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_whatever_the_plan_it_is_read_again(draft: PlanDraft, tmp_path: Path) -> None:
    again = _again(draft, tmp_path)
    assert again.period == draft.period
    assert len(again.indicators) == len(draft.indicators)


@pytest.mark.parametrize("plan", [_PLAN, _MEASURED], ids=["part-1", "part-2"])
def test_the_tree_comes_back(plan: PlanDraft, tmp_path: Path) -> None:
    again = _again(plan, tmp_path)
    for field in (
        "title", "edition", "plan_type", "publisher", "department", "published", "period",
        "vision", "measure_level",
    ):  # fmt: skip
        assert getattr(again, field) == getattr(plan, field), field
    assert [replace(i, position=_HERE) for i in again.items] == list(plan.items)
    mine = [
        replace(i, position=_HERE, values=tuple(replace(v, position=_HERE) for v in i.values))
        for i in again.indicators
    ]
    assert sorted(mine, key=lambda i: i.id) == sorted(plan.indicators, key=lambda i: i.id)


@given(draft=with_records())
@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
def test_what_is_lost_is_what_the_guide_says(draft: PlanDraft, tmp_path: Path) -> None:
    again = _again(draft, tmp_path)
    for field in (
        "relations", "roles", "claims", "mentions", "citations", "progress", "departments",
        "passages",
    ):  # fmt: skip
        assert getattr(again, field) == (), field


def test_nothing_is_invented() -> None:
    bare = PlanDraft(file="x.txt", sha256="ab" * 32, published="2026-03")
    root = etree.fromstring(to_stratml(bare))
    _schema(_PART_1).assertValid(root)
    text = to_stratml(bare).decode()
    for word in ("lang", "StartDate", "EndDate", "PublicationDate", "Organization", "Vision"):
        assert word not in text
    assert [e.text for e in root.iter("{*}Name")] == [None, None]


def test_what_was_unknown_is_unknown_again(tmp_path: Path) -> None:
    again = _again(PlanDraft(file="x.txt", sha256="ab" * 32), tmp_path)
    assert (again.title, again.period, again.publisher, again.items) == (None, None, None, ())
    assert {w.code for w in again.warnings} >= {"title-unknown", "period-unknown", "no-items"}


def test_control_characters_do_no_harm(tmp_path: Path) -> None:
    assert _again(replace(_PLAN, title="計\x0b画\x00"), tmp_path).title == "計\ufffd画\ufffd"


def test_equal_plans_give_equal_bytes_and_identifiers_follow_the_iri() -> None:
    assert to_stratml(_MEASURED) == to_stratml(_MEASURED)
    other = to_stratml(replace(_MEASURED, period=Period(2031, 2035)))
    ours = {e.text for e in etree.fromstring(to_stratml(_MEASURED)).iter("{*}Identifier")}
    assert ours.isdisjoint(e.text for e in etree.fromstring(other).iter("{*}Identifier"))
