"""Markdown as its syntax says: headings, lists, tables, breaks."""

from __future__ import annotations

from pathlib import Path

from alignchecker.importers.markdown import read_markdown
from alignchecker.reading.content import Paragraph, Table

TEXT = """\
# 青葉市環境基本計画

## **基本目標1**　水をまもる

1. 川の清掃
2. 井戸の調査
   - 年1回
- [ごみの減量](https://example.jp/)

| 施策 | 担当課 |
|------|--------|
| 川の<br>清掃 | 環境課 |
| a\\|b | |

> 将来像　水のまち

    字下げした行
"""


def _read(tmp_path: Path, text: str) -> tuple[Paragraph | Table, ...]:
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    return read_markdown(path).blocks


def test_blocks(tmp_path: Path) -> None:
    blocks = _read(tmp_path, TEXT)
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    assert [(p.text, p.depth, p.bullet, p.place.line) for p in paragraphs] == [
        ("青葉市環境基本計画", 1, False, 1),
        ("基本目標1　水をまもる", 2, False, 3),
        ("1. 川の清掃", None, False, 5),
        ("2. 井戸の調査", None, False, 6),
        ("年1回", None, True, 7),
        ("ごみの減量", None, True, 8),
        ("将来像　水のまち", None, False, 15),
        ("字下げした行", None, False, 17),
    ]


def test_table(tmp_path: Path) -> None:
    (table,) = (b for b in _read(tmp_path, TEXT) if isinstance(b, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["施策", "担当課"],
        ["川の\n清掃", "環境課"],
        ["a|b", ""],
    ]
    assert table.header_rows == 1
    place = table.rows[1][1].place
    assert (place.line, place.cell) == (12, "B2")


def test_breaks_within_a_paragraph(tmp_path: Path) -> None:
    found = _read(tmp_path, "一行目  \n二行目\n三行目<br/>四行目<b>太</b>\n\n五行目")
    paragraphs = [(p.text, p.place.line, p.gap) for p in found if isinstance(p, Paragraph)]
    assert paragraphs == [
        ("一行目", 1, True),
        ("二行目", 2, False),
        ("三行目\n四行目太", 3, False),
        ("五行目", 5, True),
    ]


def test_many_columns_have_cells_beyond_z(tmp_path: Path) -> None:
    row = "|" + "x|" * 30
    (table,) = _read(tmp_path, f"{row}\n|{'-|' * 30}\n{row}\n")
    assert isinstance(table, Table)
    assert table.rows[1][26].place.cell == "AA2"
