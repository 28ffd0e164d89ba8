"""StratML of other organisations, and files that mean no good."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from alignchecker.graph.drafts import read_plans
from alignchecker.graph.turtle import to_turtle
from alignchecker.importers import read_document
from alignchecker.importers.stratml.document import read_stratml
from alignchecker.model.errors import InputError
from alignchecker.model.plan import ItemKind, Operator, Period, Position, ValueKind

_PART_1 = """<?xml version="1.0" encoding="UTF-8"?>
<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core">
  <Name>Strategic Plan of
    the Harbour</Name>
  <StrategicPlanCore>
    <Organization><Name>Harbour Office</Name></Organization>
    <Vision><Description>A busy harbour</Description></Vision>
    <Goal>
      <Name>Ships</Name><Description>More ships.</Description>
      <Identifier>_a</Identifier><SequenceIndicator>1</SequenceIndicator>
      <Objective><Name>Tugs</Name><Description/><SequenceIndicator>1.1</SequenceIndicator></Objective>
      <Objective><Description>Pilots on duty</Description>
        <OtherInformation>Day and night</OtherInformation></Objective>
    </Goal>
    <Goal><Name>People</Name><Description>unknown</Description></Goal>
  </StrategicPlanCore>
  <AdministrativeInformation>
    <StartDate>2026-01-01</StartDate><EndDate>2030-03-31</EndDate>
    <PublicationDate>2025-12-24</PublicationDate>
  </AdministrativeInformation>
</StrategicPlan>
"""
_PART_2 = """<PerformancePlanOrReport Type="Performance_Plan"
    xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport">
  <Name>Plan</Name>
  <StrategicPlanCore><Goal><Name>G</Name><Description/>
    <Objective><Name>O</Name>
      <Stakeholder StakeholderTypeType="Organization"><Name>Works</Name>
        <Role><Name>r</Name><RoleType>Performer</RoleType></Role></Stakeholder>
      <Stakeholder StakeholderTypeType="Organization"><Name>Fishers</Name></Stakeholder>
      <PerformanceIndicator>
        <MeasurementDimension>Depth</MeasurementDimension><UnitOfMeasurement>m</UnitOfMeasurement>
        <MeasurementInstance>
          <TargetResult><StartDate></StartDate><EndDate>2027-03-31</EndDate>
            <NumberOfUnits>12.5</NumberOfUnits></TargetResult>
          <ActualResult><NumberOfUnits></NumberOfUnits>
            <Descriptor><DescriptorName>Baseline</DescriptorName></Descriptor>
            <Description>12 m</Description></ActualResult>
        </MeasurementInstance>
      </PerformanceIndicator>
    </Objective></Goal></StrategicPlanCore>
</PerformancePlanOrReport>
"""


def _file(folder: Path, text: str | bytes, name: str = "plan.xml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("name", ["plan.xml", "plan.stratml"])
def test_part_1(tmp_path: Path, name: str) -> None:
    draft = read_document(_file(tmp_path, _PART_1, name))
    assert draft.title == "Strategic Plan of the Harbour"
    assert (draft.publisher, draft.vision) == ("Harbour Office", "A busy harbour")
    assert draft.period == Period(2025, 2029)
    assert draft.published == "2025-12-24"
    assert [(i.id, i.kind, i.label, i.level) for i in draft.items] == [
        ("1", ItemKind.GOAL, "Ships", 1),
        ("1/1.1", ItemKind.MEASURE, "Tugs", 2),
        ("1/u1", ItemKind.MEASURE, "Pilots on duty", 2),
        ("u1", ItemKind.GOAL, "People", 1),
    ]
    assert [i.text for i in draft.items] == ["More ships.", None, "Day and night", None]
    assert draft.measure_level == "Objective"
    assert draft.items[0].position == Position(name, line=8)


def test_part_2_indicators(tmp_path: Path) -> None:
    draft = read_stratml(_file(tmp_path, _PART_2))
    assert draft.items[1].departments == ("Works",)
    (indicator,) = draft.indicators
    assert (indicator.name, indicator.unit, indicator.item) == ("Depth", "m", "u1/u1")
    target, baseline = indicator.values
    assert (target.kind, target.fiscal_year, target.number) == (
        ValueKind.TARGET,
        2026,
        Decimal("12.5"),
    )
    assert (baseline.kind, baseline.operator, baseline.number) == (
        ValueKind.BASELINE,
        Operator.EQ,
        Decimal(12),
    )
    assert draft.period is None


def test_a_doctype_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n'
    text = _PART_1.replace("<StrategicPlan xmlns", bomb + "<StrategicPlan xmlns")
    with pytest.raises(InputError, match="DOCTYPE"):
        read_stratml(_file(tmp_path, text.replace("More ships.", "&a;&b;")))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"  \n",
        b"<a",
        b"\xff\xfe\x00",
        b"<html/>",
        b'<StrategicPlan xmlns="http://example.jp/"/>',
        b"PK\x03\x04",
        _PART_1[:300].encode(),
        b"<a>" * 2000,
    ],
)
def test_what_is_no_stratml_is_an_error_that_says_what_to_do(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_stratml(_file(tmp_path, text))
    assert "ください" in caught.value.ja


def test_an_empty_plan_is_read(tmp_path: Path) -> None:
    text = '<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"/>'
    draft = read_stratml(_file(tmp_path, text))
    assert draft.items == ()
    assert draft.title is None


def test_lines_that_name_each_other_as_parent_are_no_circle(tmp_path: Path) -> None:
    text = _PART_1.replace("<Identifier>_a</Identifier>", "<Identifier>_a</Identifier>", 1).replace(
        "<SequenceIndicator>1</SequenceIndicator>",
        "<SequenceIndicator>1</SequenceIndicator><OtherInformation>上位: _a</OtherInformation>",
        1,
    )
    assert read_stratml(_file(tmp_path, text)).items[0].parent is None


@pytest.mark.parametrize("number", ["1" * 16, "1E300", "1E-300", "NaN", "Infinity"])
def test_a_number_that_no_plan_file_holds_is_left_out(tmp_path: Path, number: str) -> None:
    """Its words stay; as a number it would make a file that cannot be read again."""
    text = _PART_2.replace("12.5", number)
    draft = read_stratml(_file(tmp_path, text))
    (indicator,) = draft.indicators
    assert indicator.values[0].number is None
    assert indicator.values[0].quoted_as == number
    stored = tmp_path / "plan.ttl"
    stored.write_text(to_turtle(draft), encoding="utf-8")
    assert len(read_plans(stored).plans) == 1
