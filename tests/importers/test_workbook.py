"""The plan workbook: what goes out comes back, and what a person does to it is understood."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.worksheet.worksheet import Worksheet

from alignchecker.importers import read_document
from alignchecker.importers.workbook.document import is_plan_workbook, read_plan_workbook
from alignchecker.lang.workbook import MARKER
from alignchecker.model.errors import InputError
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    Operator,
    Period,
    PlanDraft,
    Position,
    RoleDraft,
    ValueKind,
)
from alignchecker.reports.workbook import empty_workbook, plan_workbook
from tests.reading.drafts import with_records

_HERE = Position("plan.docx", 3)


def _item(id_: str, label: str, parent: str | None, kind: ItemKind, level: str) -> ItemDraft:
    depth = 1 if parent is None else 2
    number = id_.rpartition("/")[2]
    return ItemDraft(id_, depth, level, kind, label, parent, _HERE, printed_number=number)


_PLAN = PlanDraft(
    file="plan.docx",
    sha256="ab" * 32,
    title="青葉市こども計画",
    plan_type="children",
    period=Period(2026, 2030),
    measure_level="施策",
    items=(
        _item("1", "こどもの育ち", None, ItemKind.GOAL, "基本目標"),
        _item("1/1", "相談の充実", "1", ItemKind.MEASURE, "施策"),
        _item("1/2", "居場所づくり", "1", ItemKind.MEASURE, "施策"),
        _item("2", "若者の自立", None, ItemKind.GOAL, "基本目標"),
        _item("2/1", "相談の充実", "2", ItemKind.MEASURE, "施策"),
    ),
    indicators=(
        IndicatorDraft(
            "1/1/i1",
            "相談件数",
            "1/1",
            _HERE,
            (
                IndicatorValueDraft(
                    ValueKind.BASELINE, "70.0", _HERE, 2024, Operator.EQ, Decimal("70.0")
                ),
                IndicatorValueDraft(ValueKind.TARGET, "―", _HERE, 2030),
            ),
            unit="件",
        ),
    ),
    roles=(RoleDraft("市町村こども計画", "children", None, "2/1", _HERE),),
)

Edit = Callable[[openpyxl.Workbook], None]
Value = str | int | None


def _written(draft: PlanDraft, folder: Path) -> Path:
    path = folder / "計画.xlsx"
    path.write_bytes(plan_workbook(draft))
    return path


def _edited(path: Path, edit: Edit) -> PlanDraft:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return read_plan_workbook(path)


def _columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column or 0 for cell in sheet[1]}


def _set(book: openpyxl.Workbook, sheet: str, row: int, **values: Value) -> None:
    columns = _columns(book[sheet])
    for key, value in values.items():
        book[sheet].cell(row, columns[key]).value = value


def _fact(book: openpyxl.Workbook, key: str, value: Value) -> None:
    row = next(cell.row for cell in book["計画"]["A"] if cell.value == key)
    book["計画"].cell(row or 0, 3).value = value


@given(draft=with_records())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_a_draft_comes_back_unchanged(draft: PlanDraft, tmp_path: Path) -> None:
    assert read_plan_workbook(_written(draft, tmp_path)) == draft


def test_saved_again_by_another_program_it_is_still_the_same(tmp_path: Path) -> None:
    assert _edited(_written(_PLAN, tmp_path), lambda _: None) == _PLAN


def test_digits_come_back_as_printed(tmp_path: Path) -> None:
    (indicator,) = read_plan_workbook(_written(_PLAN, tmp_path)).indicators
    assert str(indicator.values[0].number) == "70.0"


def test_very_long_text_comes_back(tmp_path: Path) -> None:
    items = (replace(_PLAN.items[0], text="あ" * 40_000 + "😀" * 20_000), *_PLAN.items[1:])
    draft = replace(_PLAN, items=items, vision="い" * 33_000)
    assert read_plan_workbook(_written(draft, tmp_path)) == draft


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.jp/", "<r>x</r>", "{=A1}"]
    items = tuple(replace(i, label=t) for i, t in zip(_PLAN.items, hostile, strict=False))
    with zipfile.ZipFile(_written(replace(_PLAN, items=items), tmp_path)) as package:
        for name in package.namelist():
            data = package.read(name)
            assert b"<f>" not in data
            assert b"<hyperlink" not in data


def test_document_reader_knows_it(tmp_path: Path) -> None:
    path = _written(_PLAN, tmp_path)
    assert is_plan_workbook(path)
    assert read_document(path) == _PLAN


def test_another_workbook_is_not_one(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    openpyxl.Workbook().save(path)
    assert not is_plan_workbook(path)
    path.write_bytes(b"PK\x03\x04")
    assert not is_plan_workbook(path)
    assert not is_plan_workbook(tmp_path / "none.xlsx")


def test_rows_in_another_order_are_the_same_plan(tmp_path: Path) -> None:
    def turn(book: openpyxl.Workbook) -> None:
        sheet = book["施策体系"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(3, 7)]
        for number, row in enumerate(reversed(rows), start=3):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    assert _edited(_written(_PLAN, tmp_path), turn) == _PLAN


def test_a_row_added_by_hand_gets_the_importers_id(tmp_path: Path) -> None:
    draft = _edited(
        _written(_PLAN, tmp_path),
        lambda book: _set(
            book, "施策体系", 8,
            level_name=" 施策 ", label=" 遊び場の整備", parent="こどもの育ち", printed_number="３",
            departments="公園課、こども課",
        ),
    )  # fmt: skip
    added = draft.items[-1]
    assert (added.id, added.level, added.kind) == ("1/3", 2, ItemKind.MEASURE)
    assert (added.level_name, added.label) == ("施策", "遊び場の整備")
    assert added.departments == ("公園課", "こども課")
    assert added.position == Position("計画.xlsx", sheet="施策体系", cell="E8")
    assert draft.items[:5] == _PLAN.items


@pytest.mark.parametrize(
    ("cell", "departments"),
    [
        ("公園課，こども課", ("公園課", "こども課")),
        ("公園課\nこども課", ("公園課", "こども課")),
        ("公園課・こども課", ("公園課", "こども課")),
        ("人権・同和対策室", ("人権・同和対策室",)),
    ],
)
def test_departments_as_people_write_them(
    cell: str, departments: tuple[str, ...], tmp_path: Path
) -> None:
    draft = _edited(
        _written(_PLAN, tmp_path),
        lambda book: _set(
            book, "施策体系", 8,
            level_name="施策", label="遊び場の整備", parent="こどもの育ち", departments=cell,
        ),
    )  # fmt: skip
    assert draft.items[-1].departments == departments


@pytest.mark.parametrize(
    ("cell", "published"),
    [("令和8年3月", "2026-03"), ("R8.3.31", "2026-03-31"), ("２０２６/３/３１", "2026-03-31")],
)
def test_dates_as_people_write_them(cell: str, published: str, tmp_path: Path) -> None:
    draft = _edited(_written(_PLAN, tmp_path), lambda book: _fact(book, "published", cell))
    assert draft.published == published


@pytest.mark.parametrize("cell", ["46112", "令和8年13月", "令和8年3月ごろ", "R8.3からR9.3"])
def test_what_is_no_date_is_told(cell: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="策定年月"):
        _edited(_written(_PLAN, tmp_path), lambda book: _fact(book, "published", cell))


def test_a_copied_row_is_a_new_item(tmp_path: Path) -> None:
    def copy(book: openpyxl.Workbook) -> None:
        sheet = book["施策体系"]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(8, column).value = sheet.cell(5, column).value
        _set(book, "施策体系", 8, label="遊び場", printed_number="3")

    ids = [item.id for item in _edited(_written(_PLAN, tmp_path), copy).items]
    assert sorted(ids) == ["1", "1/1", "1/2", "1/3", "2", "2/1"]


def test_a_renamed_item_keeps_what_points_to_it(tmp_path: Path) -> None:
    draft = _edited(
        _written(_PLAN, tmp_path), lambda book: _set(book, "施策体系", 3, label="こどもの幸せ")
    )
    assert draft.items[0].label == "こどもの幸せ"
    assert [item.parent for item in draft.items] == [None, "1", "1", None, "2"]


def test_the_next_years_value_is_one_more_row(tmp_path: Path) -> None:
    draft = _edited(
        _written(_PLAN, tmp_path),
        lambda book: _set(
            book, "指標", 5, name="相談件数", item="こどもの育ち＞相談の充実", value_kind="実績値",
            fiscal_year="令和8年度", quoted_as="80件以上",
        ),
    )  # fmt: skip
    (indicator,) = draft.indicators
    assert indicator.id == "1/1/i1"
    value = indicator.values[-1]
    assert (value.kind, value.fiscal_year) == (ValueKind.ACTUAL, 2026)
    assert (value.operator, value.number, value.unit) == (Operator.GE, Decimal(80), "件")


def test_a_value_that_was_changed_is_read_again(tmp_path: Path) -> None:
    draft = _edited(
        _written(_PLAN, tmp_path), lambda book: _set(book, "指標", 3, quoted_as="75％以上")
    )
    value = draft.indicators[0].values[0]
    assert (value.number, value.operator, value.unit) == (Decimal(75), Operator.GE, "%")


def test_an_emptied_row_is_gone(tmp_path: Path) -> None:
    def clear(book: openpyxl.Workbook) -> None:
        keys = _columns(book["施策体系"])
        hidden = {"id", "place", "known_as"}
        _set(book, "施策体系", 5, **{key: None for key in keys if key not in hidden})

    draft = _edited(_written(_PLAN, tmp_path), clear)
    assert [item.id for item in draft.items] == ["1", "1/1", "2", "2/1"]


def test_everything_wrong_is_said_at_once_with_sheet_and_cell(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        _fact(book, "first_year", "20266")
        _fact(book, "plan_type", "市町村こども計面")
        _fact(book, "published", "令和8年")
        _set(book, "施策体系", 4, parent="こどもの育て")
        _set(book, "施策体系", 8, label="遊び場", level_name="施策", parent="相談の充実")
        _set(book, "指標", 3, fiscal_year="来年", number="たくさん", operator="より大")

    with pytest.raises(InputError) as caught:
        _edited(_written(_PLAN, tmp_path), spoil)
    ja, en = caught.value.ja, caught.value.en
    assert "直すところが8か所" in ja
    for place in (
        "シート「計画」C",
        "シート「施策体系」F4",
        "シート「施策体系」F8",
        "シート「指標」E3",
    ):
        assert place in ja
    assert "「市町村こども計画」ではありませんか" in ja
    assert "「こどもの育ち」ではありませんか" in ja
    assert "2つあります" in ja
    assert "sheet 施策体系, F4" in en


def test_at_most_ten_are_shown(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for row in range(8, 25):
            _set(book, "施策体系", row, label=f"取組{row}", level_name="施策", parent="なし")

    with pytest.raises(InputError) as caught:
        _edited(_written(_PLAN, tmp_path), spoil)
    assert "ほかに7か所" in caught.value.ja


def test_parents_in_a_circle_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        _edited(
            _written(_PLAN, tmp_path),
            lambda book: _set(book, "施策体系", 3, parent="居場所づくり"),
        )
    assert "この項目に戻るか" in caught.value.ja


def test_a_renamed_sheet_is_an_error(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["指標"].title = "KPI"

    with pytest.raises(InputError) as caught:
        _edited(_written(_PLAN, tmp_path), rename)
    assert "シート「指標」全体: シートがありません" in caught.value.ja


def test_a_newer_workbook_is_refused(tmp_path: Path) -> None:
    def newer(book: openpyxl.Workbook) -> None:
        book[MARKER]["B1"] = 2

    with pytest.raises(InputError) as caught:
        _edited(_written(_PLAN, tmp_path), newer)
    assert "版（2）" in caught.value.ja


def test_the_empty_template_is_an_empty_plan(tmp_path: Path) -> None:
    path = tmp_path / "ひな形.xlsx"
    path.write_bytes(empty_workbook())
    draft = read_plan_workbook(path)
    assert (draft.file, draft.items, draft.indicators, draft.relations) == (path.name, (), (), ())
    assert {w.code for w in draft.warnings} >= {"title-unknown", "period-unknown", "no-items"}


def test_a_filled_template_is_a_plan(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        _fact(book, "title", "水守市健康づくり計画")
        _fact(book, "publisher", "水守市")
        _fact(book, "first_year", 2026)
        _fact(book, "last_year", "R12")
        _set(book, "施策体系", 4, level_name="柱", label="食", printed_number=1)
        _set(book, "施策体系", 5, level_name="取組項目", label="朝食", parent="食", kind="施策")
        _set(book, "進捗", 4, item="朝食", fiscal_year=2026, evaluation="B")
        _set(book, "対応", 4, item="朝食", plan="県計画", to="食育")

    path = tmp_path / "p.xlsx"
    path.write_bytes(empty_workbook())
    draft = _edited(path, fill)
    assert draft.period == Period(2026, 2030)
    assert draft.measure_level == "取組項目"
    assert [(i.id, i.kind) for i in draft.items] == [
        ("1", ItemKind.GOAL),
        ("1/u1", ItemKind.MEASURE),
    ]
    assert [(p.item, p.fiscal_year) for p in draft.progress] == [("1/u1", 2026)]
    assert [w.code for w in draft.warnings if w.code.startswith("links")] == ["links-not-taken"]


def test_equal_drafts_give_equal_bytes() -> None:
    assert empty_workbook() == empty_workbook()
    assert plan_workbook(_PLAN) == plan_workbook(_PLAN)


def test_a_chain_of_ten_thousand_parents_is_refused_soon(tmp_path: Path) -> None:
    def chain(book: openpyxl.Workbook) -> None:
        for row in range(8, 3008):
            _set(book, "施策体系", row, label=f"{row}", level_name="施策", parent=f"{row - 1}")

    with pytest.raises(InputError) as caught:
        _edited(_written(_PLAN, tmp_path), chain)
    assert "50段を超えます" in caught.value.ja or "項目はシート" in caught.value.ja


@pytest.mark.parametrize("index", ["99999", "-1", "x"])
def test_a_cell_whose_text_is_not_there_is_an_error(tmp_path: Path, index: str) -> None:
    """Blank, it would be a plan without that fact."""
    path = _written(_PLAN, tmp_path)
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet2.xml"]
    assert b't="s"><v>' in sheet
    parts["xl/worksheets/sheet2.xml"] = re.sub(
        rb'(t="s"><v>)\d+(</v></c></row></sheetData>)',
        rb"\g<1>" + index.encode() + rb"\g<2>",
        sheet,
    )
    assert parts["xl/worksheets/sheet2.xml"] != sheet
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    with pytest.raises(InputError, match="damaged"):
        read_plan_workbook(path)


@pytest.mark.parametrize("day", ["2026-02-31", "２０２６-03"])
def test_a_day_that_there_is_not_is_an_error(tmp_path: Path, day: str) -> None:
    with pytest.raises(InputError, match="no month or date"):
        _edited(_written(_PLAN, tmp_path), lambda book: _fact(book, "published", day))
