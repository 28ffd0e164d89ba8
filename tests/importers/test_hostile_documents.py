"""Documents made to do harm: one error that names the file and what to do, soon, and no more."""

from __future__ import annotations

import os
import re
import socket
import urllib.request
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from alignchecker.importers import READERS, extent, read_document
from alignchecker.importers.corrections import corrected
from alignchecker.importers.decoding import read_bytes
from alignchecker.importers.sheets.delimited import read_delimited
from alignchecker.importers.workbook import cells
from alignchecker.model.errors import InputError
from alignchecker.reports.stratml import to_stratml
from alignchecker.reports.workbook import plan_workbook
from tests.importers.pdf_paper import Paper
from tests.importers.word_files import OFFICE, STYLES, p, styled, write_word

TEXT = """青葉市地域福祉計画
令和8年度～令和12年度
基本目標1 支え合うまち
施策1 見守りの推進
"""
CELLS = (("基本目標", "施策", "担当課"), ("1 支え合うまち", "1 見守り", "福祉課"))
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
Parts = Mapping[str, bytes]


def text(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")


def table(path: Path) -> None:
    mark = "\t" if path.suffix == ".tsv" else ","
    path.write_text("".join(mark.join(row) + "\n" for row in CELLS), encoding="utf-8")


def word(path: Path) -> None:
    heading = styled("1", "基本目標1 支え合うまち")
    write_word(path, p("青葉市地域福祉計画") + heading + p("施策1 見守りの推進"), styles=STYLES)


def workbook(path: Path) -> None:
    made = Workbook(path)
    sheet = made.add_worksheet()
    for number, row in enumerate(CELLS):
        sheet.write_row(number, 0, row)
    made.close()


def pdf(path: Path) -> None:
    paper = Paper(path)
    for number, line in enumerate(TEXT.splitlines()):
        paper.put(100 + 30 * number, line)
    paper.canvas.save()


def stratml(path: Path) -> None:
    source = path.with_name("plan-source.txt")
    text(source)
    path.write_bytes(to_stratml(read_document(source)))
    source.unlink()


MAKERS: dict[str, Callable[[Path], None]] = {
    ".txt": text, ".md": text, ".csv": table, ".tsv": table, ".docx": word, ".xlsx": workbook,
    ".pdf": pdf, ".xml": stratml, ".stratml": stratml,
}  # fmt: skip


def made(folder: Path, suffix: str) -> Path:
    path = folder / f"plan{suffix}"
    MAKERS[suffix](path)
    return path


def with_parts(path: Path, change: Callable[[Parts], Parts]) -> Path:
    """The package with some of its parts changed or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **change(parts)}.items():
            archive.writestr(name, data)
    return path


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_document(path)
    error = caught.value
    assert error.path == str(path)
    assert error.ja.startswith(str(path))
    assert error.ja.endswith("ください。")
    assert error.en.endswith(".")
    return error


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, forbidden)
    monkeypatch.setattr(urllib.request, "urlopen", forbidden)


def test_every_format_is_made_here() -> None:
    assert set(MAKERS) == set(READERS)


# Nothing outside the file is read


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("suffix", MAKERS)
def test_reading_asks_no_network(tmp_path: Path, suffix: str) -> None:
    assert read_document(made(tmp_path, suffix)).items


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_what_stands_outside_a_package_is_not_followed(tmp_path: Path, suffix: str) -> None:
    path = made(tmp_path, suffix)
    before = read_document(path)
    folder, main = ("word", "document") if suffix == ".docx" else ("xl", "workbook")
    kinds = ("attachedTemplate", "image", "externalLinkPath", "subDocument", "oleObject", "styles")
    outside = "".join(
        f'<Relationship Id="x{number}" Type="{OFFICE}/{kind}" TargetMode="External"'
        f' Target="{"http://127.0.0.1:9/x" if number % 2 else "file:///etc/passwd"}"/>'
        for number, kind in enumerate(kinds)
    ).encode()
    name = f"{folder}/_rels/{main}.xml.rels"

    def linked(parts: Parts) -> Parts:
        own = parts[name].replace(b"<Relationship ", outside + b"<Relationship ", 1)
        return {name: own, "../../../../etc/passwd": b"x", "/etc/shadow": b"x"}

    after = read_document(with_parts(path, linked))
    assert [item.label for item in after.items] == [item.label for item in before.items]
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name}


TARGETS = ("http://127.0.0.1:9/x", "file:///etc/passwd", "//127.0.0.1/share/x")
LAUGHS = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
DOCTYPES = {
    "laughs": f'<!DOCTYPE a [<!ENTITY e0 "x">{LAUGHS}<!ENTITY e "&e9;">]>',
    "quadratic": f'<!DOCTYPE a [<!ENTITY e "{"x" * 100_000}">]>',
    **{f"entity {t}": f'<!DOCTYPE a [<!ENTITY e SYSTEM "{t}">]>' for t in TARGETS},
    **{f"parameter {t}": f'<!DOCTYPE a [<!ENTITY % q SYSTEM "{t}"> %q;]>' for t in TARGETS},
    **{f"subset {t}": f'<!DOCTYPE a SYSTEM "{t}">' for t in TARGETS},
}


def with_doctype(xml: bytes, doctype: str) -> bytes:
    body = re.sub(r"^<\?xml.*?\?>\s*", "", xml.decode("utf-8-sig"))
    used = "" if "SYSTEM" in doctype and "ENTITY e " not in doctype else "&e;" * 1000
    return (doctype + body.replace("支え合うまち", used)).encode()


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
@pytest.mark.parametrize(
    ("suffix", "part"),
    [
        (".docx", "word/document.xml"),
        (".docx", "word/styles.xml"),
        (".docx", "_rels/.rels"),
        (".xlsx", SHEET),
        (".xlsx", STRINGS),
        (".xlsx", "xl/workbook.xml"),
        (".stratml", ""),
    ],
)
def test_a_doctype_is_refused(tmp_path: Path, suffix: str, part: str, doctype: str) -> None:
    path = made(tmp_path, suffix)
    if part:
        with_parts(path, lambda parts: {part: with_doctype(parts[part], doctype)})
    else:
        path.write_bytes(with_doctype(path.read_bytes(), doctype))
    refused(path)


# What is no file, or not what its name says


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_pipe_does_not_hold_us_up(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plan{suffix}"
    os.mkfifo(path)
    assert "パイプ" in refused(path).ja


def test_a_device_behind_a_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.symlink_to(os.devnull)
    assert "装置" in refused(path).ja


@pytest.mark.parametrize("name", ["folder", "folder.txt", "folder.docx", "folder.xlsx"])
def test_a_folder_is_called_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert "フォルダーです" in refused(tmp_path / name).ja


@pytest.mark.parametrize("suffix", [*MAKERS, ".doc", ".xls", ".docm", ".xlsm", ".odt", ""])
@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0" * 3000, bytes(range(256)) * 9])
def test_empty_and_random_files(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(data)
    refused(path)


BINARY, MARKUP = (".docx", ".xlsx", ".pdf"), (".xml", ".stratml")


@pytest.mark.parametrize("named", MAKERS)
@pytest.mark.parametrize("really", MAKERS)
def test_a_wrong_ending(tmp_path: Path, really: str, named: str) -> None:
    path = made(tmp_path, really).rename(tmp_path / f"wrong{named}")
    if really == named or {really, named} <= set(MARKUP):
        assert read_document(path).items
    elif really in BINARY or named in (*BINARY, *MARKUP):
        refused(path)
    else:
        # Texts pass for one another; what no heading is found in comes with a warning.
        draft = read_document(path)
        assert draft.items or "no-items" in {warning.code for warning in draft.warnings}


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf"])
def test_a_name_that_is_no_text(tmp_path: Path, suffix: str) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/plan\xff\xfe" + suffix.encode()))
    try:
        MAKERS[suffix](path)
    except (OSError, UnicodeError):
        pytest.skip("file names are always text here")
    assert "ファイル名" in refused(path).ja


def test_names_and_links_that_lead_nowhere(tmp_path: Path) -> None:
    assert "名前が長すぎます" in refused(tmp_path / ("長" * 200 + ".txt")).ja
    refused(tmp_path / ("長" * 200))
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert "リンクが循環" in refused(loop).ja


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".docx"])
def test_a_file_that_may_not_be_read(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, suffix)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    error = refused(path)
    assert "権限がありません" in error.ja
    assert "Permission denied" in error.en


def test_a_file_that_disappears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, ".csv")
    path.write_bytes(b"a\0b")

    def read_once(at: Path, limit: int) -> bytes:
        data = read_bytes(at, limit)
        at.unlink()
        return data

    monkeypatch.setattr("alignchecker.importers.decoding.read_bytes", read_once)
    with pytest.raises(InputError, match=r"no text file.*\.$"):
        read_delimited(path)


def test_corrections_whose_name_would_be_too_long(tmp_path: Path) -> None:
    draft = read_document(made(tmp_path, ".txt"))
    assert corrected(draft, tmp_path / ("x" * 250 + ".ttl")) == draft


# Too much


@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv", ".docx", ".xlsx"])
def test_too_many_lines(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, suffix)
    monkeypatch.setattr(extent, "MAX_LINES", 0)
    assert "内容が多すぎます" in refused(path).ja


def test_too_many_paragraphs_and_goals(tmp_path: Path) -> None:
    blank = write_word(tmp_path / "blank.docx", p("計画") + "<w:p/>" * 210_000)
    assert "内容が多すぎます" in refused(blank).ja
    path = made(tmp_path, ".stratml")
    goal = b"<Goal><Name>a</Name></Goal>"
    path.write_bytes(path.read_bytes().replace(b"<Goal>", goal * 100_001 + b"<Goal>", 1))
    assert "内容が多すぎます" in refused(path).ja


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
@pytest.mark.parametrize("piece", ["x", "施", "施策1 見守り。"])
def test_a_line_that_never_ends(tmp_path: Path, suffix: str, piece: str) -> None:
    path = tmp_path / f"plan{suffix}"
    line = piece * (150_000 // len(piece))
    if suffix == ".docx":
        write_word(path, p(line))
    else:
        path.write_text(line, encoding="utf-8")
    error = refused(path)
    assert "文字が多すぎます" in error.ja
    assert error.line == 1


@pytest.mark.parametrize(
    ("data", "line"),
    [('a,b\n"' + "x,y\n" * 50_000, 2), ("a,b\n" + "x" * 200_000 + "\n", 2)],
)
def test_an_endless_cell_says_to_look_for_its_quote(tmp_path: Path, data: str, line: int) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(data, encoding="utf-8")
    error = refused(path)
    assert "セルが長すぎます" in error.ja
    assert "引用符" in error.ja
    assert error.line == line


def test_elements_within_elements(tmp_path: Path) -> None:
    deep = 10_000
    for opening, closing in (
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ):
        path = write_word(tmp_path / "deep.docx", opening * deep + p("施策1") + closing * deep)
        refused(path)
    path = made(tmp_path, ".stratml")
    xml = path.read_bytes().replace(b"<Goal>", b"<Goal>" * deep, 1)
    path.write_bytes(xml.replace(b"</Goal>", b"</Goal>" * deep, 1))
    refused(path)


def test_quotes_and_brackets_within_one_another(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"{'>' * 3000} 施策1 見守り\n\n{'[' * 3000}{'*' * 3000}\n", encoding="utf-8")
    assert read_document(path).items is not None


def test_tables_that_lead_as_deep_as_xml_may(tmp_path: Path) -> None:
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    path = write_word(tmp_path / "deep.docx", opening * 80 + p("施策1 見守り") + closing * 80)
    assert read_document(path).items is not None


def test_a_number_of_thousands_of_digits_in_the_plan_workbook(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_workbook(read_document(made(tmp_path, ".txt"))))

    def wild(parts: Parts) -> Parts:
        sheets = (name for name in parts if name.startswith("xl/worksheets/sheet"))
        number = b"9" * 5000
        index = re.compile(rb'(?<= t="s"><v>)\d+')
        return {name: index.sub(number, parts[name]) for name in sheets}

    with_parts(path, wild)
    assert "壊れています" in refused(path).ja


def test_a_sheet_of_blank_cells_in_the_plan_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_workbook(read_document(made(tmp_path, ".txt"))))
    blanks = b"<worksheet>%s</worksheet>" % (b"<c/>" * 5000)
    with_parts(path, lambda _: {"xl/worksheets/sheet2.xml": blanks})
    monkeypatch.setattr(cells, "_MAX_CELLS", 4999)
    assert "大きすぎます" in refused(path).ja
