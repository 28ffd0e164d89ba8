"""Workbooks: values as a person sees them, merged areas, hidden parts, hostile files."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook as XlsxWriter

from alignchecker.importers.sheets import blocks
from alignchecker.importers.sheets.numbers import shown_number
from alignchecker.importers.sheets.xlsx import read_spreadsheet
from alignchecker.lang.import_warnings import warning_text
from alignchecker.model.errors import InputError
from alignchecker.model.plan import Position
from alignchecker.reading.content import Content, Paragraph, Table, column_letters
from alignchecker.reading.plan import read_content

SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Fill = Callable[[Worksheet], None]


def book(tmp_path: Path, fill: Fill, name: str = "plan.xlsx") -> Path:
    """A workbook of one sheet 進捗."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "進捗"
    fill(sheet)
    path = tmp_path / name
    made.save(path)
    return path


def shared(tmp_path: Path, *texts: str) -> Path:
    """A workbook with one row of shared strings."""
    path = tmp_path / "plan.xlsx"
    made = XlsxWriter(path)
    made.add_worksheet("進捗").write_row(0, 0, texts)
    made.close()
    return path


def nothing(_: Worksheet) -> None:
    """Leaves the sheet empty."""


def edited(path: Path, change: dict[str, Callable[[str], str]]) -> Path:
    """The workbook with the XML of some parts changed, or parts added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, edit in change.items():
        parts[name] = edit(parts.get(name, b"").decode()).encode("utf-8", "surrogatepass")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def with_rows(tmp_path: Path, rows: str, rest: str = "") -> Path:
    """A workbook whose sheet has the rows' XML, and other elements behind them."""
    path = book(tmp_path, nothing)
    data = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{rest}</worksheet>'
    return edited(path, {SHEET: lambda _: data})


def shapes(content: Content) -> list[str | list[list[str]]]:
    """A paragraph as its text, a table as the texts of its rows."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row] for row in block.rows]
        for block in content.blocks
    ]


def table(content: Content) -> Table:
    (block,) = (block for block in content.blocks if isinstance(block, Table))
    return block


def codes(content: Content) -> list[str]:
    return [warning.code for warning in content.unread]


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_spreadsheet(path)
    assert caught.value.ja.endswith("ください。")
    assert caught.value.en.endswith(".")
    return caught.value


def plan_rows(sheet: Worksheet) -> None:
    sheet.append(["青葉市計画 進捗管理シート"])
    sheet.append(["基本目標", "施策", "担当課"])
    sheet.append(["支え合うまち", "見守りの推進", "福祉課"])
    sheet.append([None, "居場所づくり", "福祉課"])
    sheet.merge_cells("A3:A4")


def test_cells_places_and_merged_cells(tmp_path: Path) -> None:
    content = read_spreadsheet(book(tmp_path, plan_rows))
    assert shapes(content)[0] == "青葉市計画 進捗管理シート"
    rows = table(content).rows
    assert rows[1][1].text == "見守りの推進"
    assert rows[1][1].place == Position("plan.xlsx", sheet="進捗", cell="B3")
    assert rows[2][0] is rows[1][0]
    assert rows[2][0].place.cell == "A3"
    assert len(content.sha256) == 64
    assert content.unread == ()


def test_a_plan_is_read(tmp_path: Path) -> None:
    draft = read_content(read_spreadsheet(book(tmp_path, plan_rows)))
    assert [item.label for item in draft.items] == ["支え合うまち", "見守りの推進", "居場所づくり"]
    assert draft.items[2].position == Position("plan.xlsx", sheet="進捗", cell="B4")


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("0.7", "0.0%", "70.0%"),
        ("0.7", "0%", "70%"),
        ("1234567.5", "#,##0", "1234568"),
        ("1234567", '#,##0,"千円"', "1235千円"),
        ("2.675", "0.00", "2.68"),
        ("3", '0"人"', "3人"),
        ("3", "0人", "3人"),
        ("-5", '#,##0;[Red]"△ "#,##0', "△ 5"),
        ("-0.4", "0", "0"),
        ("0", '0;-0;"－"', "－"),
        ("1", '[=1]"有";[=0]"無";General', "有"),
        ("7", '[=1]"有";[=0]"無";General', "7"),
        ("5", '"第"0"次"', "第5次"),
        ("1234567", r"000\-0000", "123-4567"),
        ("7", "000", "007"),
        ("1500", "[$¥-411]#,##0", "¥1500"),
        ("12.5", "0.0_);(0.0)", "12.5"),
        ("-12.5", "0.0_);(0.0)", "(12.5)"),
        ("3.0", "General", "3"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.3333333333333333", "General", "0.333333333"),
        ("123456789012", "General", "123456789012"),
        ("1E-5", "General", "0.00001"),
        ("8", 'G/標準"年度"', "8年度"),
        ("0.5", "# ?/?", "0.5"),
        ("12", "0.00E+00", "12"),
        ("46113", "yyyy/m/d", "2026-04-01"),
        ("46113.5", "yyyy/m/d h:mm", "2026-04-01 12:00"),
        ("46113", "yyyy/m", "2026-04"),
        ("46113", "mmm-yy", "2026-04"),
        ("46113", 'yyyy"年度"', "2026年度"),
        ("46113", 'm"月"d"日"(aaa)', "4月1日(水)"),
        ("46113", '[$-411]ggge"年"m"月"d"日"', "令和8年4月1日"),
        ("46113", "[$-411]ge.m.d", "R8.4.1"),
        ("43585", '[$-411]ggge"年"m"月"d"日";@', "平成31年4月30日"),
        ("43586", '[$-411]ggge"年"m"月"d"日"', "令和1年5月1日"),
        ("43586", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', "令和元年5月1日"),
        ("0.75", "h:mm", "18:00"),
        ("0.75", 'h"時"mm"分"', "18時00分"),
        ("1.5", "[h]:mm", "36:00"),
        ("0", "yyyy/m/d", "0"),
        ("-3", "yyyy/m/d", "-3"),
        ("99999999", "yyyy/m/d", "99999999"),
        ("1E+300", "#,##0", "1E+300"),
        ("nan", "0", "nan"),
        ("x", "0%", "x"),
        ("5", "0" * 300, "5"),
        ("1", "%" * 250 + "0", None),
        ("5", '"', ""),
        ("5", "[", ""),
    ],
)
def test_numbers_as_formatted(raw: str, code: str, shown: str | None) -> None:
    found = shown_number(raw, code)
    assert shown is None or found == shown


_CODE_LETTERS = '0#?.,%@;ymdhsgea年"[]$-411\\_*E+/<=9 '


@settings(max_examples=300, deadline=None)
@given(
    st.floats().map(repr),
    st.text(st.sampled_from('0#?.,%@;ymdhsgea年"[]$-411\\_*E+/<=9 '), max_size=14),
)
def test_any_format_shows_something(raw: str, code: str) -> None:
    assert isinstance(shown_number(raw, code), str)


def test_values_of_every_type(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["値", 0.7, datetime.date(2026, 4, 1), True, 3.0, "見\n守"])
        for cell, code in (("B1", "0.0%"), ("C1", "yyyy/m/d")):
            sheet[cell].number_format = code

    assert shapes(read_spreadsheet(book(tmp_path, fill))) == [
        [["値", "70.0%", "2026-04-01", "TRUE", "3", "見\n守"]]
    ]


def test_built_in_formats_and_text_formats(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append([46113, 46113, "企画"])
        sheet["C1"].number_format = '@"課"'

    path = book(tmp_path, fill)
    styles = '<cellXfs><xf numFmtId="58"/><xf numFmtId="14"/><xf numFmtId="{}"/></cellXfs>'
    own = '<numFmt numFmtId="170" formatCode="@&quot;課&quot;"/>'
    data = f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts>{styles.format(170)}</styleSheet>'
    rows = re.compile(r'r="([A-C])1"(?: s="\d+")?')
    number = {"A": 0, "B": 1, "C": 2}
    change = {
        "xl/styles.xml": lambda _: data,
        SHEET: lambda xml: rows.sub(lambda m: f'r="{m[1]}1" s="{number[m[1]]}"', xml),
    }
    content = read_spreadsheet(edited(path, change))
    assert shapes(content) == [[["令和8年4月1日", "2026-04-01", "企画課"]]]


def test_1904_dates(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    made = XlsxWriter(path, {"date_1904": True})
    sheet = made.add_worksheet()
    day = made.add_format({"num_format": "yyyy/m/d"})
    sheet.write(0, 0, "期日")
    sheet.write_datetime(0, 1, datetime.datetime(2026, 4, 1), day)
    made.close()
    assert shapes(read_spreadsheet(path)) == [[["期日", "2026-04-01"]]]


def test_shared_strings_without_readings(tmp_path: Path) -> None:
    path = shared(tmp_path, "x", "y")
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>見守</t><rPh sb="0" eb="2"><t>ミマモリ</t></rPh>'
        "<phoneticPr/></si><si><r><t>居</t></r><r><rPr/><t>場_x000D_\n所_x005F_x0041_</t></r>"
        '<rPh sb="0" eb="1"><t>イ</t></rPh></si></sst>'
    )
    content = read_spreadsheet(edited(path, {STRINGS: lambda _: strings}))
    assert shapes(content) == [[["見守", "居場\n所_x0041_"]]]


def test_inline_strings_dates_and_cells_without_places(tmp_path: Path) -> None:
    rows = (
        '<row><c t="inlineStr"><is><r><t>見</t></r><r><t>守り</t></r>'
        "<rPh><t>マモ</t></rPh></is></c>"
        '<c t="d"><v>2026-04-01T00:00:00</v></c><c t="str"><v>_xD83D_&#13;&#10;a</v></c></row>'
        '<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row>'
    )
    rows_read = table(read_spreadsheet(with_rows(tmp_path, rows))).rows
    assert [cell.text for cell in rows_read[0]] == ["見守り", "2026-04-01", "_xD83D_\na", ""]
    assert [(cell.text, cell.place.cell) for cell in rows_read[1]] == [
        ("", "A5"), ("", "B5"), ("1", "C5"), ("2", "D5")
    ]  # fmt: skip


def test_strict_namespaces(tmp_path: Path) -> None:
    path = shared(tmp_path, "a", "b")
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    change = {part: lambda xml: xml.replace(MAIN, strict) for part in (SHEET, STRINGS, BOOK)}
    assert shapes(read_spreadsheet(edited(path, change))) == [[["a", "b"]]]


def test_errors_and_formulas(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>X</f><v>#REF!</v></c>'
        '<c r="C1"><f>1+1</f></c><c r="D1"><f>1</f><v></v></c>'
        '<c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="e"><v>#N/A</v></c></row>'
    )
    content = read_spreadsheet(with_rows(tmp_path, rows))
    assert shapes(content) == [[["2", "#REF!", "#N/A"]]]
    assert [(w.code, w.arguments) for w in content.unread] == [
        ("cell-error", ("進捗", "2", "B1")),
        ("formula-without-value", ("進捗", "2", "C1")),
    ]
    assert content.unread[1].position == Position("plan.xlsx", sheet="進捗", cell="C1")
    for warning in content.unread:
        assert warning_text(warning.code, warning.arguments, "ja").endswith("ください。")


def test_only_formulas_without_values(tmp_path: Path) -> None:
    path = book(tmp_path, lambda sheet: sheet.append(["=1+1", "=2+2"]))
    assert "計算結果" in refused(path).ja


def test_hidden_sheets_rows_and_columns(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        sheet.append(["c", "d"])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        assert sheet.parent is not None
        for name, state in (("隠し", "hidden"), ("奥", "veryHidden")):
            other = sheet.parent.create_sheet(name)
            other["A1"] = "秘"
            other.sheet_state = state

    content = read_spreadsheet(book(tmp_path, fill))
    assert shapes(content) == [[["a", "b"], ["c", "d"]]]
    assert [(w.code, w.arguments) for w in content.unread] == [
        ("hidden-sheet", ("隠し",)), ("hidden-sheet", ("奥",)), ("hidden-rows", ("進捗",))
    ]  # fmt: skip


def test_hidden_rows_and_columns_without_content_are_not_worth_a_word(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions.group("D", "XFD", hidden=True)

    assert read_spreadsheet(book(tmp_path, fill)).unread == ()


def test_sheet_names_are_headings_where_there_are_several(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        assert sheet.parent is not None
        for name in ("Sheet1", "シート２", "空", "指標一覧"):
            other = sheet.parent.create_sheet(name)
            other["A1"] = None if name == "空" else f"{name}の値"
        sheet.parent.create_chartsheet("図")

    content = read_spreadsheet(book(tmp_path, fill))
    assert shapes(content) == [
        "進捗", [["a", "b"]], "Sheet1の値", "シート２の値", "指標一覧", "指標一覧の値"
    ]  # fmt: skip
    headings = [b for b in content.blocks if isinstance(b, Paragraph) and b.depth == 1]
    assert [b.place.sheet for b in headings] == ["進捗", "指標一覧"]


def test_text_boxes(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    made = XlsxWriter(path)
    sheet = made.add_worksheet("進捗")
    sheet.write(0, 0, "題")
    sheet.insert_textbox(4, 2, "基本理念\n共に生きる")
    made.close()
    last = read_spreadsheet(path).blocks[1:]
    assert [(b.text, b.place.cell) for b in last if isinstance(b, Paragraph)] == [
        ("基本理念", "C5"), ("共に生きる", "C5")
    ]  # fmt: skip


def test_text_boxes_alone_are_content_and_fallbacks_are_not(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    made = XlsxWriter(path)
    made.add_worksheet("進捗").insert_textbox(0, 0, "理念")
    made.close()
    name = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def doubled(xml: str) -> str:
        whole = re.search(r"<xdr:sp .*</xdr:sp>", xml, re.DOTALL)
        assert whole is not None
        both = (
            f'<mc:AlternateContent xmlns:mc="{name}"><mc:Choice>{whole[0]}</mc:Choice>'
            f"<mc:Fallback>{whole[0]}</mc:Fallback></mc:AlternateContent>"
        )
        return xml.replace(whole[0], both).replace("<xdr:row>0<", "<xdr:row>x<")

    content = read_spreadsheet(edited(path, {"xl/drawings/drawing1.xml": doubled}))
    assert content.blocks == (Paragraph("理念", Position("plan.xlsx", sheet="進捗")),)


def test_section_rows_merged_over_the_table_stay_in_it(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["表1"], ["施策", "指標", "値"], ["基本目標1"], ["a", "b", 1], ["注"]):
            sheet.append(row)
        for area in ("A1:C1", "A3:C3", "A5:C5"):
            sheet.merge_cells(area)

    content = read_spreadsheet(book(tmp_path, fill))
    assert shapes(content) == [
        "表1", [["施策", "指標", "値"], ["基本目標1"] * 3, ["a", "b", "1"]], "注"
    ]  # fmt: skip
    section = table(content).rows[1]
    assert all(cell is section[0] for cell in section)


def test_graph_paper_sheets_become_narrow_tables(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for top in (1, 3, 5):
            for i, (first, last) in enumerate((("A", "F"), ("G", "Z"), ("AA", "AH"))):
                sheet[f"{first}{top}"] = f"{'abc'[i]}{top}"
                sheet.merge_cells(f"{first}{top}:{last}{top + 1}")
        sheet["G7"] = "続き"
        sheet.merge_cells("G7:Z8")
        sheet["A9"], sheet["AA9"] = "d", "e"

    assert shapes(read_spreadsheet(book(tmp_path, fill))) == [
        [["a1", "b1", "c1"], ["a3", "b3", "c3"], ["a5", "b5", "c5"], ["", "続き", ""],
         ["d", "", "e"]]
    ]  # fmt: skip


def test_merged_areas_are_clipped_and_odd_ones_do_no_harm(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>題</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" t="str"><v>b</v></c></row>'
        '<row r="3"><c r="B3" t="str"><v>c</v></c><c r="C3" t="str"><v>隠</v></c></row>'
    )
    areas = (
        "A1:XFD1", "A2:A1048576", "B3:C3", "B3:B3", "C2:B2", "Z90:AB99", "A2:A3", "D:D", "7:8",
        "B3:XFD1048576",
    )  # fmt: skip
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    content = read_spreadsheet(with_rows(tmp_path, rows, f"<mergeCells>{merges}</mergeCells>"))
    assert shapes(content) == ["題", [["a", "b"], ["a", "c"]]]


def test_empty_areas_cost_nothing(tmp_path: Path) -> None:
    cells = "".join(f'<c r="{column_letters(c)}2" s="0"/>' for c in range(1, 16_385))
    rows = (
        f'<row r="1"><c r="A1"><v>5</v></c></row><row r="2">{cells}</row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    path = edited(
        with_rows(tmp_path, rows, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        {SHEET: lambda xml: xml.replace("<sheetData>", '<dimension ref="A1:B1"/><sheetData>')},
    )
    assert shapes(read_spreadsheet(path)) == ["5"]


def test_far_corners_make_a_small_table(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["XFD1"], sheet["A1048576"], sheet["XFD1048576"] = 1, 2, 3, 4

    rows = table(read_spreadsheet(book(tmp_path, fill))).rows
    assert [[cell.text for cell in row] for row in rows] == [["1", "2"], ["3", "4"]]
    assert rows[1][1].place.cell == "XFD1048576"


@pytest.mark.parametrize(
    ("rows", "rest"),
    [
        # A staircase, whose table would be all blank cells.
        ("".join(f'<row r="{i}"><c r="{{{i}}}{i}"><v>1</v></c><c><v>2</v></c></row>'
                 for i in range(1, 3001)), ""),
        # One long text under a whole column.
        ('<row r="1"><c r="A1" t="str"><v>' + "x" * 900_000 + "</v></c></row>"
         + "".join(f'<row r="{i}"><c r="B{i}"><v>1</v></c></row>' for i in range(2, 3000)),
         '<mergeCells><mergeCell ref="A1:A9999"/></mergeCells>'),
        # Wide areas, again and again.
        ('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>',
         "<mergeCells>" + '<mergeCell ref="A1:XFD9"/>' * 400 + "</mergeCells>"),
        # Elements that hold nothing.
        ('<row r="1"><c r="A1"><v>1</v></c></row>', "<x/>" * 60_000),
    ],
)  # fmt: skip
def test_hostile_areas_are_refused(
    tmp_path: Path, rows: str, rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks.Allowance.__init__, "__defaults__", (6_000,))
    rows = re.sub(r"\{(\d+)\}", lambda m: column_letters(int(m[1])), rows)
    assert "セルが多すぎます" in refused(with_rows(tmp_path, rows, rest)).ja


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="あ1"><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1" t="str"><v>' + "x" * 1_000_001 + "</v></c></row>",
        '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCell ref="?"/><sheetData>',
    ],
)
def test_broken_sheets_are_refused(tmp_path: Path, rows: str) -> None:
    assert "壊れて" in refused(with_rows(tmp_path, rows)).ja


@pytest.mark.parametrize("part", [SHEET, STRINGS])
@pytest.mark.parametrize("system", ["", ' SYSTEM "http://localhost:9/x"'])
def test_document_types_are_refused(tmp_path: Path, part: str, system: str) -> None:
    path = shared(tmp_path, "a", "b")
    bomb = f'<!DOCTYPE x{system} [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    refused(edited(path, {part: lambda xml: bomb + xml[xml.index("<", 2) :]}))


def test_missing_sheet_part(tmp_path: Path) -> None:
    path = book(tmp_path, lambda sheet: sheet.append(["a", "b"]))
    rels = "xl/_rels/workbook.xml.rels"
    refused(edited(path, {rels: lambda xml: xml.replace("sheet1.xml", "sheet9.xml")}))


def test_a_book_without_strings_and_styles(tmp_path: Path) -> None:
    path = with_rows(tmp_path, '<row r="1"><c r="A1" s="4"><v>1</v></c></row>')
    rels = "xl/_rels/workbook.xml.rels"
    gone = re.compile(r"<Relationship [^>]*(?:styles|sharedStrings)\.xml[^>]*/>")
    assert shapes(read_spreadsheet(edited(path, {rels: lambda xml: gone.sub("", xml)}))) == ["1"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"a,b\n", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    refused(path)


def test_binary_workbooks_say_so(tmp_path: Path) -> None:
    path = book(tmp_path, lambda sheet: sheet.append(["a"]))
    rels = "_rels/.rels"
    change = {
        rels: lambda xml: xml.replace("xl/workbook.xml", "xl/workbook.bin"),
        "xl/workbook.bin": lambda _: "x",
    }
    assert ".xlsb" in refused(edited(path, change)).ja


def test_empty_and_hidden_workbooks(tmp_path: Path) -> None:
    refused(book(tmp_path, nothing))
    refused(book(tmp_path, lambda sheet: sheet.append(["", "　"])))
    refused(tmp_path / "missing.xlsx")

    def hide(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet["A1"] = "秘"
        sheet.parent.create_sheet("空")
        sheet.sheet_state = "hidden"

    assert "表示" in refused(book(tmp_path, hide)).ja


def test_cut_files_are_refused(tmp_path: Path) -> None:
    whole = book(tmp_path, plan_rows).read_bytes()
    for length in range(1, len(whole), 397):
        path = tmp_path / "cut.xlsx"
        path.write_bytes(whole[:length])
        refused(path)


def test_comments_headers_and_unused_names_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    made = XlsxWriter(path)
    sheet = made.add_worksheet("進捗")
    sheet.write(0, 0, "題")
    sheet.write_comment(0, 0, "メモ")
    sheet.set_header("&C頭")
    made.close()
    assert shapes(read_spreadsheet(path)) == ["題"]


def test_same_bytes_same_content(tmp_path: Path) -> None:
    path = book(tmp_path, plan_rows)
    assert read_spreadsheet(path) == read_spreadsheet(path)


_TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n_x0041"), max_size=8
)
_CELLS = st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 30)), _TEXT, min_size=1)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cells=_CELLS, is_inline=st.booleans())
def test_cells_come_back_at_their_places(
    tmp_path: Path, cells: dict[tuple[int, int], str], is_inline: bool
) -> None:
    stream = io.BytesIO()
    made = XlsxWriter(stream, {"constant_memory": is_inline})
    sheet = made.add_worksheet()
    for (row, column), text in sorted(cells.items()):
        sheet.write_string(row, column, text)
    made.close()
    path = tmp_path / "plan.xlsx"
    path.write_bytes(stream.getvalue())
    written = {
        f"{column_letters(column + 1)}{row + 1}": text
        for (row, column), text in cells.items()
        if text.strip()
    }
    if not written:
        refused(path)
        return
    found: dict[str | None, str] = {}
    for block in read_spreadsheet(path).blocks:
        in_table = [] if isinstance(block, Paragraph) else [c for r in block.rows for c in r]
        shown = [block] if isinstance(block, Paragraph) else in_table
        found |= {cell.place.cell: cell.text for cell in shown if cell.text}
    assert found == written
