"""What a new edition bears on, in each form: the same things, the worst first, no formula."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook
from rich.console import Console

from alignchecker.diff.impact import Impact, Impacts, Reason
from alignchecker.diff.revising import revise
from alignchecker.diff.revision import Sureness
from alignchecker.lang import LANGUAGES
from alignchecker.model.plan import ItemDraft, ItemKind, PlanDraft, Position
from alignchecker.reports.impacts import json as json_form
from alignchecker.reports.impacts import lists, sentences, text
from tests.bench.revisions import edition

SCHEMA = Path(json_form.__file__).parents[1] / "schemas" / "impact.schema.json"
HOSTILE = '=HYPERLINK("x")\x1b[2J'


@pytest.fixture(scope="module", name="found")
def impacts() -> Impacts:
    place = Position("a.txt")
    old = ItemDraft("1", 1, "施策", ItemKind.MEASURE, "緑の保全", None, place, code="1")
    plan = edition(PlanDraft("a", "0", title="大綱", items=(old,)))
    found = (
        Impact(
            Reason.REMOVED, "p", "こども計画", "binding", "m", HOSTILE, "こども課", True,
            (old,), (), Sureness.CERTAIN,
        ),
        Impact(
            Reason.RENAMED, "q", "福祉計画", "weighing", "m", "見守り", None, False, (old,), (old,),
            Sureness.LIKELY,
        ),
        Impact(
            Reason.PERIOD, "q", "福祉計画", "weighing", "q", "福祉計画", "福祉課",
            years=(2024, None),
        ),
        Impact(Reason.UNANSWERED, None, None, None, "i", "新しい項目", new=(old,)),
    )  # fmt: skip
    return Impacts(revise(plan, plan), found, ("環境計画",))


def test_json_follows_its_schema(found: Impacts) -> None:
    document = json.loads(json_form.render(found, "ja"))
    jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))
    assert [impact["priority"] for impact in document["impacts"]] == ["top", "low", "low", "middle"]
    assert document["shares"][0] == {
        "plan": "こども計画", "department": "こども課", "top": 1, "high": 0, "middle": 0, "low": 0,
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csv_is_by_department(found: Impacts, lang: str) -> None:
    said = lists.render_csv(found, lang)
    assert said.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(said.removeprefix("\ufeff")))
    assert len({len(row) for row in (head, *rows)}) == 1
    # What has no department stands last; no cell is a formula.
    assert [row[0] for row in rows] == ["こども課", "福祉課", "", ""]
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_xlsx_has_who_and_what(found: Impacts, lang: str) -> None:
    content = lists.render_xlsx(found, lang)
    assert content == lists.render_xlsx(found, lang)
    shares, listed = load_workbook(io.BytesIO(content)).worksheets
    assert listed.auto_filter.ref == "A2:J6"
    assert [row[0] for row in listed.iter_rows(min_row=3, values_only=True)][:2] == [
        "こども課",
        "福祉課",
    ]
    cells = [cell for sheet in (shares, listed) for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type in {"s", "n"} for cell in cells)
    assert "環境計画" in str(shares.cell(1, 1).value)


@pytest.mark.parametrize(("lang", "width"), [("ja", 40), ("ja", 100), ("en", 60)])
def test_text_begins_with_who_has_how_much(found: Impacts, lang: str, width: int) -> None:
    stream = io.StringIO()
    text.render(found, lang, Console(file=stream, width=width, color_system=None))
    said = stream.getvalue()
    assert "\x1b" not in said
    first, second = (sentences.share(share, lang)[:5] for share in found.shares()[:2])
    assert (
        said.index(first)
        < said.index(second)
        < said.index(sentences.reason(found.found[0], lang)[:4])
    )
    assert "環境計画" in said.replace("\n", "")


def test_every_reason_has_words() -> None:
    for lang in LANGUAGES:
        for reason in Reason:
            said = sentences.reason(Impact(reason, None, None, None, None, "x"), lang)
            assert said
            assert "{" not in said
