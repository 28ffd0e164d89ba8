"""Plans as Word and Excel files, checked and annotated, and what is compared of the results."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.workbook import Workbook
from PIL import Image as Picture

from alignchecker.engine.check import CheckOptions, check
from alignchecker.model.finding import Finding, Location, Report
from alignchecker.reports import forms
from alignchecker.rules.catalogue import load_catalogue

AS_OF = datetime.date(2026, 11, 22)
INDICATORS = [
    ["指標", "単位", "現状値（令和6年度）", "目標値（令和11年度）"],
    ["受診率", "％", "95", "90"],
    ["相談件数", "件", "", "100"],
]
ROWS: list[list[str | None]] = [
    ["青葉市こども計画"],
    ["計画期間", "令和8年度～令和11年度"],
    [],
    ["基本目標", "施策", "主な取組", "担当課", "指標", "現状値", "目標値"],
    ["1 すこやか", "1-1 母子保健", "健診", "健康課", "受診率", "95%", "90%"],
    [None, "1-2 子育て支援", "相談", "こども課", "", "", ""],
]


def picture() -> io.BytesIO:
    """A small image."""
    stream = io.BytesIO()
    Picture.new("RGB", (8, 8), "red").save(stream, "PNG")
    stream.seek(0)
    return stream


def word_plan(path: Path, *, comments: Iterable[str] = ()) -> Path:
    """A plan with an image, a header, a table with merged cells, and comments of a colleague."""
    document: Document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "青葉市"
    document.sections[0].footer.paragraphs[0].text = "こども課 & 健康課"
    document.add_heading("青葉市こども計画", 0)
    period = document.add_paragraph("計画期間　令和8年度～令和11年度")
    for text in comments:
        document.add_comment(period.runs, text, author="課長", initials="課")
    document.add_picture(picture())
    document.add_heading("基本目標1　すこやかに育つ", 1)
    document.add_heading("施策1-1　母子保健の充実", 2)
    document.add_paragraph("健診を「早期」に行います。")
    table = document.add_table(rows=4, cols=4)
    table.cell(3, 0).merge(table.cell(3, 3)).text = "※ 値は年度末のもの"
    for number, row in enumerate(INDICATORS):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    document.add_heading("施策1-2　子育て支援", 2)
    document.add_paragraph("相談に応じます。")
    document.save(str(path))
    return path


def excel_plan(path: Path, notes: Mapping[str, str] | None = None) -> Path:
    """A plan with an image, a merged cell, page headers and notes of a colleague, on two sheets."""
    book: Workbook = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "施策体系"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A5:A6")
    sheet.add_image(Image(picture()), "I2")
    header = sheet.oddHeader
    assert header is not None
    header.center.text = "青葉市"
    sheet.column_dimensions["B"].width = 40
    for cell, text in (notes or {}).items():
        sheet[cell].comment = Comment(text, "課長")
    book.create_sheet("覚え書き")["B2"] = "課内用"
    book.save(path)
    return path


def report_on(*paths: Path) -> Report:
    """What a check finds."""
    return check(CheckOptions(paths=paths, as_of=AS_OF))


def annotated(report: Report, lang: str = "ja") -> bytes:
    """The file with what was found in it."""
    return forms.render_bytes("annotated", report, load_catalogue().rules, lang)


def moved(report: Report, *locations: Location, times: int = 1) -> Report:
    """The report with its first finding only, elsewhere, in so many wordings."""
    finding = replace(report.findings[0], locations=locations, related=(), component="x")
    worded = (replace(finding, stated={"": f"指摘{number}"}) for number in range(times))
    return replace(report, findings=tuple(worded))


def finding(report: Report, rule: str) -> Finding:
    """The finding of a rule."""
    (found,) = (finding for finding in report.findings if finding.rule == rule)
    return found


def members(data: bytes) -> dict[str, bytes]:
    """The members of a zip in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(path: Path, changes: Mapping[str, str | bytes]) -> Path:
    """The file with some members changed or added."""
    parts: dict[str, str | bytes] = {**members(path.read_bytes()), **changes}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def assert_members_kept(before: bytes, after: bytes, changed: set[str], added: set[str]) -> None:
    """All members are there in their order, packed as before, and alike but for those named."""
    with (
        zipfile.ZipFile(io.BytesIO(before)) as old,
        zipfile.ZipFile(io.BytesIO(after)) as new,
    ):
        assert new.testzip() is None
        count = len(old.infolist())
        for was, now in zip(old.infolist(), new.infolist()[:count], strict=True):
            assert (now.filename, now.date_time, now.compress_type, now.external_attr) == (
                was.filename, was.date_time, was.compress_type, was.external_attr
            )  # fmt: skip
            assert (new.read(now) != old.read(was)) == (now.filename in changed), now.filename
        assert {info.filename for info in new.infolist()[count:]} == added
        assert {info.date_time[0] for info in new.infolist()[count:]} <= {1980}
