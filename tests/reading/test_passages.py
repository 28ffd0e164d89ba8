"""The printed text of a document: all of it, once, where it stands."""

from __future__ import annotations

from pathlib import Path

import docx

from alignchecker.importers import read_document
from alignchecker.model.plan import PlanDraft, Position
from tests.cli.running import run

_TEXT = (
    "# 潮見市緑の基本計画\n\n目次\n第1章 はじめに …… 1\n\n"
    "## 第1章 はじめに\n\n緑を守ります。\n\n|施策|担当課|\n|--|--|\n|植樹|緑政課|\n\n- 1 -\n"
)


def _passages(draft: PlanDraft) -> list[tuple[str, bool]]:
    return [(passage.text, passage.heading) for passage in draft.passages]


def test_lines_and_rows_without_contents_and_page_numbers(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(_TEXT, encoding="utf-8")
    assert _passages(read_document(path)) == [
        ("潮見市緑の基本計画", True),
        ("第1章 はじめに", True),
        ("緑を守ります。", False),
        ("施策　担当課", False),
        ("植樹　緑政課", False),
    ]


def test_wrapped_lines_are_one_passage(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    sentence = "市民と事業者と行政が手を取り合って緑を守り育てていくことを目指します。"
    lines = [sentence * 4] * 6
    wrapped = "\n\n".join(
        "\n".join(line[i : i + 30] for i in range(0, len(line), 30)) for line in lines
    )
    path.write_text(wrapped, encoding="utf-8")
    draft = read_document(path)
    assert [passage.text for passage in draft.passages] == lines
    assert draft.passages[1].position == Position("plan.txt", 7)


def test_a_word_table_has_a_place_for_each_row(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    document = docx.Document()
    document.add_heading("潮見市緑の基本計画", 1)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("施策", "担当課", "植樹", "緑政課"), strict=True):
        cell.text = text
    document.save(str(path))
    passages = read_document(path).passages
    assert [(p.text, p.heading) for p in passages] == [
        ("潮見市緑の基本計画", True), ("施策　担当課", False), ("植樹　緑政課", False),
    ]  # fmt: skip
    assert [p.position.cell for p in passages] == [None, "A1", "A2"]


def test_structure_has_no_passages(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(_TEXT, encoding="utf-8")
    assert read_document(path).structure().passages == ()
    assert "aln:passage" in run("import", path).out
    assert "aln:passage" not in run("import", path, "--structure-only").out


def test_an_update_replaces_them(tmp_path: Path) -> None:
    draft, again, turtle = tmp_path / "1.md", tmp_path / "2.md", tmp_path / "plan.ttl"
    draft.write_text(_TEXT, encoding="utf-8")
    assert run("import", draft, "--output", turtle).status == 0
    by_hand = turtle.read_text(encoding="utf-8").replace("<undated/passage/2> ,", "")
    by_hand = by_hand.replace("aln:order 3", "aln:order 30").replace("緑政課", "緑政室")
    turtle.write_text(by_hand, encoding="utf-8")
    again.write_text(_TEXT.replace("緑を守ります。", "緑を増やします。\n\n憩えます。"), "utf-8")
    ran = run("import", again, "--update", turtle)
    assert ran.status == 0, ran.err
    fresh = run("import", again).out
    assert ran.out.count("aln:Passage") == fresh.count("aln:Passage") == 6
    assert "緑を守ります。" not in ran.out
    assert "緑政室" not in ran.out.partition("/passage/1> a")[2]
    assert "守ります" not in ran.err
