"""新旧対照表 in each form says the same, underlines what differs, and holds hostile words."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from rich.console import Console

from alignchecker.diff.revising import revise
from alignchecker.diff.revision import Revision
from alignchecker.lang import LANGUAGES
from alignchecker.reports.revisions import html, office, text
from alignchecker.reports.revisions import json as json_form
from alignchecker.reports.revisions.table import sections
from tests.bench.revisions import edition
from tests.diff.revising import generated, revised

HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>\x1b[2J\ufffe<r>計画</r>'


@pytest.fixture(scope="module", name="found")
def revision() -> Revision:
    old = generated(60, 3)
    new, _, _ = revised(old, 1)
    items = tuple(
        replace(i, label=i.label + HOSTILE) if n == 3 else i for n, i in enumerate(new.items)
    )
    return revise(edition(old), edition(replace(new, title=HOSTILE, items=items)))


def test_docx(found: Revision) -> None:
    document = docx.Document(io.BytesIO(office.document(found, "ja")))
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    tables = sections(found, "ja")
    assert [len(table.rows) - 1 for table in document.tables] == [len(t.lines) for t in tables]
    for table, expected in zip(document.tables, tables, strict=True):
        assert [c.text for c in table.rows[0].cells] == ["旧", "新", "備考"]
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        for row, line in zip(table.rows[1:], expected.lines, strict=True):
            for cell, pieces in zip(row.cells, (line.old, line.new), strict=False):
                runs = [r for p in cell.paragraphs for r in p.runs]
                assert [bool(r.underline) for r in runs] == [p.changed for p in pieces]
            assert row.cells[2].text == line.remark


def test_xlsx(found: Revision) -> None:
    content = office.workbook(found, "ja")
    sheet = load_workbook(io.BytesIO(content), rich_text=True).active
    assert sheet is not None
    assert sheet.page_setup.orientation == "landscape"
    head = next(r for r in range(1, 12) if sheet.cell(r, 1).value == "旧")
    assert sheet.print_title_rows == f"${head}:${head}"
    cells = [c for row in sheet.iter_rows(min_row=head + 1) for c in row]
    assert all(c.data_type in {"s", "n"} for c in cells)
    rich = [c.value for c in cells if isinstance(c.value, CellRichText)]
    blocks = [b for value in rich for b in value if isinstance(b, TextBlock)]
    assert {b.text for b in blocks if b.font.u} >= {"9", "13"}
    assert any("HYPERLINK" in str(c.value) for c in cells)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_equal_input_gives_equal_bytes(found: Revision, lang: str) -> None:
    assert office.document(found, lang) == office.document(found, lang)
    assert office.workbook(found, lang) == office.workbook(found, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_html_runs_nothing(found: Revision, lang: str) -> None:
    page = html.render(found, lang)
    assert "<script" not in page
    assert "\x1b" not in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert page.count("<ins>") >= 5


def test_json_has_every_key(found: Revision) -> None:
    document = json.loads(json_form.render(found))
    assert document["schema"] == 1
    keys = {"kinds", "sureness", "fields", "old", "new"}
    assert all(set(row) == keys for row in document["items"])
    assert len(document["items"]) == len(found.changed)
    assert document["summary"]["unchanged"] == len(found.rows) - len(found.changed)


@pytest.mark.parametrize("width", [40, 100])
def test_text_fits_the_screen(found: Revision, width: int) -> None:
    stream = io.StringIO()
    text.render(found, "ja", Console(file=stream, width=width, color_system=None))
    console = Console(width=width)
    said = stream.getvalue()
    assert "\x1b" not in said
    assert "名称変更（推定）" in said
    words = [line for line in said.splitlines() if not any(c.isascii() for c in line.strip())]
    assert all(console.measure(line).maximum <= width for line in words)
