"""新旧対照表 in each form says the same, underlines what differs, and holds hostile words."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import jsonschema
import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from rich.console import Console

from alignchecker.diff.revising import revise
from alignchecker.diff.revision import Revision
from alignchecker.lang import LANGUAGES
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    PassageDraft,
    PlanDraft,
    Position,
    ValueKind,
)
from alignchecker.reports.revisions import html, office, text
from alignchecker.reports.revisions import json as json_form
from alignchecker.reports.revisions.table import sections
from alignchecker.reports.revisions.words import examined
from tests.bench.revisions import edition
from tests.diff.revising import generated, revised

SCHEMA = Path(json_form.__file__).parents[1] / "schemas" / "diff.schema.json"
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
    for table, expected in zip(document.tables, tables, strict=True):
        assert [c.text for c in table.rows[0].cells] == ["旧", "新", "備考"]
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        across = [row for row in table.rows if row._tr.xpath("w:tc/w:tcPr/w:gridSpan")]
        headings = [above for above, _ in expected.headed() if above]
        assert [row.cells[0].text for row in across] == headings
        rows = [row for row in table.rows[1:] if not row._tr.xpath("w:tc/w:tcPr/w:gridSpan")]
        for row, line in zip(rows, expected.lines, strict=True):
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
    jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))
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


def _item(item_id: str, label: str, parent: str | None = None) -> ItemDraft:
    kind = ItemKind.GOAL if parent is None else ItemKind.MEASURE
    place = Position("a.txt")
    return ItemDraft(item_id, 1, "目標", kind, label, parent, place, code=item_id[-1])


def _table(old: PlanDraft, new: PlanDraft) -> dict[str, list[tuple[str, str]]]:
    found = revise(edition(old), edition(new))
    return {s.name: [(line.above, line.remark) for line in s.lines] for s in sections(found, "ja")}


def test_rows_stand_under_the_item_above() -> None:
    old = PlanDraft("a", "0", items=(_item("1", "緑"), _item("1/1", "公園の整備", "1")))
    items = (_item("1", "緑"), _item("1/1", "公園の整備と維持", "1"), _item("2", "水辺の再生"))
    found = _table(old, PlanDraft("a", "0", items=items))
    assert found["items"] == [("1 緑", "名称変更（推定）"), ("最上位の項目", "追加")]


def test_what_went_with_the_item_above_stands_under_the_old_one() -> None:
    old = PlanDraft(
        "a", "0", items=(_item("1", "緑"), _item("1/1", "公園", "1"), _item("2", "水辺"))
    )  # fmt: skip
    found = _table(old, replace(old, items=(_item("1", "水辺"),)))
    assert found["items"][:2] == [("最上位の項目", "削除"), ("（旧）1 緑", "削除")]


def test_what_one_document_does_not_say_is_no_change() -> None:
    old = PlanDraft("a", "0", title="青葉市計画", edition="第1期", items=(_item("1", "緑"),))
    new = replace(old, title=None, edition="第2期")
    assert [remark for _, remark in _table(old, new)["plan"]] == [
        "計画名は新から読み取れていません",
        "版の変更",
    ]


def test_a_plan_without_items_says_nothing_of_them() -> None:
    old = PlanDraft("a", "0", title="青葉市計画", items=(_item("1", "緑"),))
    found = revise(edition(old), edition(replace(old, items=())))
    assert found.rows == ()
    said = list(examined(found, "ja"))
    assert said[0] == "旧の1項目と新の0項目を比べました。"
    assert "新の計画から項目を読み取れていない" in said[1]
    assert "旧、新に段落の本文がない" in said[2]
    printed = replace(old, passages=(PassageDraft("緑", Position("a.txt")),))
    assert len(list(examined(revise(edition(printed), edition(printed)), "ja"))) == 1


def test_other_plans_are_told() -> None:
    old = PlanDraft("a", "0", items=(_item("1", "緑の保全"),))
    found = revise(edition(old), edition(replace(old, items=(_item("1", "消防団"),))))
    assert "同じ計画の新旧か確かめてください" in list(examined(found, "ja"))[-1]


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        ((("target", "12回", 2030),), "目標値の変更"),
        ((("target", "10回", 2031),), "目標値の年度の変更"),
        ((("target", "10回", 2030), ("baseline", "3回", 2024)), "基準値の変更"),
    ],
)
def test_which_value_of_an_indicator_changed(
    values: tuple[tuple[str, str, int], ...], remark: str
) -> None:
    def plan(values: tuple[tuple[str, str, int], ...]) -> PlanDraft:
        place = Position("a.txt")
        drafts = tuple(IndicatorValueDraft(ValueKind(k), w, place, y) for k, w, y in values)
        return PlanDraft("a", "0", indicators=(IndicatorDraft("i", "開催数", None, place, drafts),))

    assert _table(plan((("target", "10回", 2030),)), plan(values)) == {"indicators": [("", remark)]}


def test_a_screen_is_not_flooded_with_paragraphs() -> None:
    def plan(word: str, count: int) -> PlanDraft:
        lines = (f"{word}の{n}番目の段落。" for n in range(count))
        passages = tuple(PassageDraft(line, Position("a.txt")) for line in lines)
        return PlanDraft("a", "0", items=(_item("1", "緑"),), passages=passages)

    for count, is_shown in ((3, True), (60, False)):
        found = revise(edition(plan("むかし", count)), edition(plan("いまどき", count)))
        stream = io.StringIO()
        text.render(found, "ja", Console(file=stream, width=100, color_system=None))
        assert ("番目の段落" in stream.getvalue()) is is_shown
        assert ("--output-format docx" in stream.getvalue()) is not is_shown
        (section,) = [s for s in sections(found, "ja") if s.name == "passages"]
        assert len(section.lines) >= count
