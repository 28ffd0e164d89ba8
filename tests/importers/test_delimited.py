"""CSV and TSV: cells with their places, rows sorted into paragraphs and tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignchecker.importers.sheets import blocks
from alignchecker.importers.sheets.delimited import read_delimited
from alignchecker.model.errors import InputError
from alignchecker.model.plan import Position
from alignchecker.reading.content import Content, Paragraph, Table
from alignchecker.reading.plan import read_content

TEXT = "基本目標,施策,担当課\n支え合うまち,見守りの推進,福祉課\n,居場所づくり,福祉課\n"


def read(tmp_path: Path, text: str | bytes, name: str = "plan.csv") -> Content:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_delimited(path)


def shapes(content: Content) -> list[str | list[list[str]]]:
    """A paragraph as its text, a table as the texts of its rows."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row] for row in block.rows]
        for block in content.blocks
    ]


def table(content: Content) -> Table:
    (block,) = content.blocks
    assert isinstance(block, Table)
    return block


def test_cells_and_places(tmp_path: Path) -> None:
    content = read(tmp_path, TEXT)
    assert content.file == "plan.csv"
    assert len(content.sha256) == 64
    rows = table(content).rows
    assert [cell.text for cell in rows[1]] == ["支え合うまち", "見守りの推進", "福祉課"]
    assert [cell.text for cell in rows[2]] == ["", "居場所づくり", "福祉課"]
    assert rows[2][0].place == Position("plan.csv", line=3, cell="A3")
    assert rows[2][2].place == Position("plan.csv", line=3, cell="C3")


def test_a_plan_is_read(tmp_path: Path) -> None:
    draft = read_content(read(tmp_path, TEXT))
    assert [item.label for item in draft.items] == ["支え合うまち", "見守りの推進", "居場所づくり"]
    assert draft.items[2].position == Position("plan.csv", line=3, cell="B3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    content = read(tmp_path, TEXT.replace("\n", end).encode(encoding))
    assert shapes(content) == shapes(read(tmp_path, TEXT))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "名称,値\n川,5\n"),
        ("a.csv", "名称;値\n川;1,5\n海;2,5\n"),
        ("a.csv", "名称\t値\n川、海\t5\n"),
        ("a.tsv", "名称\t値\n川,海;山\t5\n"),
        ("a.csv", "sep=;\n名称;値\n川,海,山,谷;5\n"),
        ("a.csv", 'sep=|\n名称|"値"\n川|5\n'),
        ("a.csv", '名称,値\n"川;海;山\n;;;\n;;;",5\n'),
        ("a.TSV", "名称\t値\n川\t5\n"),
    ],
)
def test_delimiters_are_told_apart(tmp_path: Path, name: str, text: str) -> None:
    rows = table(read(tmp_path, text, name)).rows
    assert {len(row) for row in rows} == {2}
    assert rows[0][0].text == "名称"
    assert rows[0][1].text == "値"


def test_sep_line_is_a_line_but_no_row(tmp_path: Path) -> None:
    rows = table(read(tmp_path, "sep=,\na,b\n")).rows
    assert rows[0][1].place == Position("plan.csv", line=2, cell="B1")


def test_line_breaks_and_quotes_in_cells(tmp_path: Path) -> None:
    rows = table(read(tmp_path, 'a,"二行\nの「""セル""」"\n"x,y",z\n')).rows
    assert rows[0][1].text == '二行\nの「"セル"」'
    assert rows[1][0].text == "x,y"
    assert rows[1][0].place == Position("plan.csv", line=3, cell="A2")


def test_blank_lines_count_as_rows(tmp_path: Path) -> None:
    rows = table(read(tmp_path, "\n,,\na,b\n\n　,c,d\n")).rows
    assert rows[0][0].place.cell == "A3"
    assert [cell.text for cell in rows[1]] == ["", "c", "d"]
    assert rows[1][1].place == Position("plan.csv", line=5, cell="B5")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'a,b\nc,"d\ne\nf,g\n', 2),
        (b'a,b\n"c"d,e\n', 2),
        (b"a,b\r\nc,d\r\ne,\0f\r\n", 3),
        (b'sep=,\na,"b\n', 2),
        (b'a,"' + b"x" * 200_000 + b'"\n', 1),
    ],
)
def test_broken_files_name_the_line(tmp_path: Path, data: bytes, line: int) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, data)
    assert error.value.line == line
    assert error.value.ja.endswith("ください。")


@pytest.mark.parametrize("data", [b"", b",,,\n,,\n", b'""\n', b"PK\x03\x04\0", b"\xff\xfea\0\0\0"])
def test_what_holds_nothing_or_is_no_text(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, data)
    assert error.value.line is None
    assert error.value.ja.endswith("ください。")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_delimited(tmp_path / "missing.csv")
    with pytest.raises(InputError):
        read_delimited(tmp_path)


def test_titles_and_notes_are_paragraphs(tmp_path: Path) -> None:
    text = (
        "第3次青葉市計画,,\n施策,指標,値\na,b,1\n\n※ 令和8年度,,\n表2,,\n目標,数,\nc,2,\n出典：市,,"
    )
    assert shapes(read(tmp_path, text)) == [
        "第3次青葉市計画",
        [["施策", "指標", "値"], ["a", "b", "1"]],
        "※ 令和8年度",
        "表2",
        [["目標", "数"], ["c", "2"]],
        "出典：市",
    ]


def test_a_blank_row_alone_ends_no_table(tmp_path: Path) -> None:
    assert shapes(read(tmp_path, "a,b\n\n\nc,d\n")) == [[["a", "b"], ["c", "d"]]]


def test_one_cell_rows_within_a_table_stay(tmp_path: Path) -> None:
    text = "施策,事業\n見守り,訪問\n,電話\n,手紙\n居場所,\n遊び,広場\n,公園\n※ 事業は例\n"
    assert shapes(read(tmp_path, text)) == [
        [
            ["施策", "事業"],
            ["見守り", "訪問"],
            ["", "電話"],
            ["", "手紙"],
            ["居場所", ""],
            ["遊び", "広場"],
            ["", "公園"],
        ],
        "※ 事業は例",
    ]


def test_what_stands_left_of_a_table_or_is_a_note_ends_it(tmp_path: Path) -> None:
    assert shapes(read(tmp_path, ",a,b\n表2,,\n,c,d\n,,※ 注\n")) == [
        [["a", "b"]],
        "表2",
        [["c", "d"]],
        "※ 注",
    ]


def test_empty_columns_are_left_out(tmp_path: Path) -> None:
    content = read(tmp_path, ",,a,, ,b,\n,,c,,,d,\n")
    assert shapes(content) == [[["a", "b"], ["c", "d"]]]
    assert table(content).rows[1][1].place.cell == "F2"


def test_one_column_is_paragraphs(tmp_path: Path) -> None:
    assert shapes(read(tmp_path, "基本目標1 川\n施策1 海\n")) == ["基本目標1 川", "施策1 海"]


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks.Allowance.__init__, "__defaults__", (30,))
    staircase = "".join("," * i + "x,y\n" for i in range(14))
    with pytest.raises(InputError) as error:
        read(tmp_path, staircase)
    assert "セルが多すぎます" in error.value.ja


_EXAMPLES = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=8)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.lists(_CELL, min_size=1, max_size=5), min_size=1, max_size=8))
def test_cells_come_back_at_their_places(tmp_path: Path, rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    path = tmp_path / "plan.csv"
    path.write_text("sep=,\n" + text.getvalue(), encoding="utf-8", newline="")
    written = {
        f"{chr(65 + c)}{r}": cell
        for r, row in enumerate(rows, start=1)
        for c, cell in enumerate(row)
        if cell.strip()
    }
    if not written:
        with pytest.raises(InputError):
            read_delimited(path)
        return
    found: dict[str | None, str] = {}
    for block in read_delimited(path).blocks:
        table_cells = [] if isinstance(block, Paragraph) else [c for r in block.rows for c in r]
        cells = [block] if isinstance(block, Paragraph) else table_cells
        found |= {cell.place.cell: cell.text for cell in cells if cell.text}
    assert found == written


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.sampled_from('a,;\t"\n =sep見※|'), max_size=60))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    try:
        content = read(tmp_path, text)
    except InputError:
        return
    assert content.blocks
    for block in content.blocks:
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
    assert content == read(tmp_path, text)
