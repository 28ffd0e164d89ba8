"""Texts as people and programs mangle them: wraps, pages, lost tabs, lost columns."""

from __future__ import annotations

import random
import textwrap
import time

import pytest

from alignchecker.reading.lines import read_lines
from tests.reading.drafting import draft

OUTLINE = (
    "基本目標1 支え合うまち\n施策1 見守りの推進\n取組1 声かけ運動\n取組2 訪問相談\n"
    "施策2 居場所づくり\n基本目標2 学びのまち\n施策1 図書館の充実\n"
)
PROSE = (
    "高齢者や障がいのある人が安心して暮らせるよう、見守りと相談の体制を整え、地域の活動を支援し、"
    "関係機関と連携して課題の早期発見に努め、切れ目のない支援を続けます。"
)
TABLE = "基本目標 施策 内容\n" + "".join(
    f"基本目標{goal} {name} 1 {one} {PROSE}\n2 {two} {PROSE}\n"
    for goal, name, one, two in (
        (1, "支え合うまち", "見守りの推進", "居場所づくり"),
        (2, "学びのまち", "図書館の充実", "学校の支援"),
        (3, "緑のまち", "公園の整備", "里山の保全"),
    )
)
TREE = [
    ("1", "支え合うまち"), ("1/1", "見守りの推進"), ("1/2", "居場所づくり"),
    ("2", "学びのまち"), ("2/1", "図書館の充実"), ("2/2", "学校の支援"),
    ("3", "緑のまち"), ("3/1", "公園の整備"), ("3/2", "里山の保全"),
]  # fmt: skip


def _items(text: str) -> list[tuple[str, str]]:
    return [(item.id, item.label) for item in draft(text).items]


@pytest.mark.parametrize(
    "rewritten",
    [
        OUTLINE.replace("\n", "\n\n"),
        OUTLINE.replace("\n", "   \n"),
        OUTLINE.replace("\n", "\r\n").replace("\r", ""),
        "".join(f"　{line}\n" for line in OUTLINE.splitlines()),
        "".join(f"  {line}\n" for line in OUTLINE.splitlines()),
        OUTLINE.replace("施策2", "- 12 -\n\f施策2"),
        OUTLINE.replace("施策2", "\n12\n\f\n施策2"),
    ],
)
def test_ways_to_save_a_text(rewritten: str) -> None:
    assert _items(rewritten) == _items(OUTLINE)
    assert len(_items(OUTLINE)) == 7


def test_lines_count_as_in_an_editor() -> None:
    lines = read_lines("一行目\n二行目\n- 1 -\n\f三行目\n").lines
    assert [(line.number, line.text) for line in lines] == [
        (1, "一行目"), (2, "二行目"), (4, "三行目"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, 30, 40])
def test_hard_wraps_are_undone_across_pages(width: int) -> None:
    paragraphs = [f"{i:02}{PROSE}" for i in range(6)]
    wrapped = [p[i : i + width] for p in paragraphs for i in range(0, len(p), width)]
    paged = [f"- {i} -\n\f{line}" if i % 7 == 6 else line for i, line in enumerate(wrapped)]
    assert [line.text for line in read_lines("\n".join(paged)).lines] == paragraphs


def test_a_page_break_between_paragraphs_joins_nothing() -> None:
    paragraphs = [PROSE[:40] + "。", PROSE[:40] + "。"]
    text = "\n\n- 1 -\n\f".join(paragraphs * 4)
    assert len(read_lines(text).lines) == 8


def test_the_blank_at_the_end_of_a_wrapped_line_keeps_words_apart() -> None:
    text = "".join(f"{'あ' * 19} \n{'い' * 10}\n" for _ in range(6))
    assert {line.text for line in read_lines(text).lines} == {"あ" * 19 + " " + "い" * 10}


@pytest.mark.parametrize("width", [0, 25, 30, 40, 60])
def test_a_table_without_tabs_is_cut_by_its_numbering(width: int) -> None:
    rows = TABLE.splitlines()
    text = "\n".join(textwrap.fill(row, width) if width else row for row in rows)
    found = draft(text)
    assert [(item.id, item.label) for item in found.items] == TREE
    assert read_lines(text).columns_lost == ()


def test_a_table_of_markers_and_departments() -> None:
    text = (
        "基本目標 施策 担当課\n基本目標1 支え合うまち 施策1 見守り 福祉課\n"
        "施策2 居場所 生活支援課、都市課\n"
    )
    found = draft(text)
    assert [(i.id, i.label, i.departments) for i in found.items] == [
        ("1", "支え合うまち", ()),
        ("1/1", "見守り", ("福祉課",)),
        ("1/2", "居場所", ("生活支援課", "都市課")),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "基本目標 施策 担当課\n1 支え合うまち 見守り 福祉課\n2 学びのまち 図書館 生涯学習課\n",
        "基本目標 施策 担当課\n支え合うまち 見守り 福祉課\n学びのまち 図書館 生涯学習課\n",
        "施策 内容 担当課\n1 見守り 声かけ 福祉課\n2 居場所 広場 都市課\n",
        "基本目標 施策\n1 支え合うまち 見守り\n2 学びのまち 図書館\n",
        "施策 内容\n1 安心 安全 まちの守り\n2 居場所 広場 運営\n",
    ],
)
def test_columns_that_cannot_be_told_apart_are_lost_not_guessed(table: str) -> None:
    source = read_lines("計画の体系\n\n" + table + "\n計画の推進\n")
    assert source.columns_lost == (3,)
    assert [line.text for line in source.lines][-1] == "計画の推進"
    assert len(source.lines) == 3
    assert draft(table).items == ()


@pytest.mark.parametrize(
    "text",
    [
        "基本目標 施策\n\n基本目標1 支え合うまち\n施策1 見守り\n施策2 居場所\n",
        "基本目標 施策\n基本目標1 安心 安全のまち\n施策1 見守り\n施策2 居場所\n",
        "基本目標 施策 取組\n基本目標1 支え合うまち\n施策1 見守り\n取組1 声かけ\n",
        "施策 内容\n見守りを進めます。\n",
        "基本目標\t施策\n基本目標1 支え合う まち\t施策1 見守り 声かけ\n",
        "施策の体系 基本目標\n1 支え合うまち 見守り\n2 学びのまち 図書館\n",
    ],
)
def test_an_order_of_levels_above_an_outline_is_no_table(text: str) -> None:
    source = read_lines(text)
    assert source.columns_lost == ()
    assert [line.text for line in source.lines] == [row for row in text.split("\n") if row]


def test_a_label_with_a_blank_stays_whole() -> None:
    text = "基本目標 施策\n基本目標1 安心 安全のまち\n施策1 見守り 声かけ\n施策2 居場所\n"
    assert _items(text) == [("1", "安心 安全のまち"), ("1/1", "見守り 声かけ"), ("1/2", "居場所")]


def test_a_list_behind_a_heading_is_below_it() -> None:
    rows = (
        "基本目標1 支え合うまち\n1. 見守りの推進 (1) 声かけ運動 (2) 訪問相談\n"
        "2. 居場所づくり (1) 広場の運営 (2) 場所の提供\n"
    )
    expected = _items(rows.replace(" (1)", "\t(1)"))
    assert len(expected) == 7
    assert _items(rows) == expected
    assert _items(rows.replace(" (2) ", " (2)\n")) == expected
    assert _items(rows.replace(" (1) ", " (1)\n")) == expected
    assert _items(rows.replace(" (2) ", "\n(2) ")) == expected


def test_brackets_before_a_list_belong_to_the_heading_above() -> None:
    text = (
        "基本目標1 支え合うまち\n1. 見守りの推進\n(地域活動計画) (1) 声かけ運動 (2) 訪問相談\n"
        "2. 居場所づくり (1) 広場の運営 (2) 場所の提供\n"
    )
    assert _items(text)[1] == ("1/1", "見守りの推進 (地域活動計画)")


@pytest.mark.parametrize(
    "text",
    ["世代間交流の推進 (2)\n次の文です\n", "1. 見守り (仮称)\n声かけ\n", "人口 100\n世帯 200\n",
    "施策 1\n\n見守り\n"],
)  # fmt: skip
def test_a_number_that_ends_a_line_without_others_stays(text: str) -> None:
    assert [line.text for line in read_lines(text).lines] == [r for r in text.split("\n") if r]


def test_a_rule_of_a_markdown_table_is_no_line() -> None:
    lines = read_lines("| 目標 | 施策 |\n|:---|---:|\n| 1 まち | 1 守り |\n|a-b|\n").lines
    assert [line.cells for line in lines] == [("目標", "施策"), ("1 まち", "1 守り"), ("a-b",)]


@pytest.mark.parametrize(
    "text",
    [
        "\t".join(f"施策{i} 見守り" for i in range(20_000)),
        "\n".join(f"施策{i % 99 + 1} 見守り{i}" for i in range(3000)),
        "|" * 50_000 + "x",
        "|-" * 25_000 + "x",
        "あ" * 40 + "\n" + ("い" * 40 + "\n") * 25_000,
        "基本目標 施策\n" * 3000,
        "基本目標 施策 内容\n1 まち 1 守り " + "文 " * 50_000,
        "基本目標 施策 内容\n" + "1 まち 1 守り\n" * 3000,
        "(1) あ (1)\n" * 5000,
        "1 あ " * 20_000,
        "施策 " * 20_000,
    ],
    ids=range(11),
)
def test_hostile_texts_take_no_long_time(text: str) -> None:
    start = time.process_time()
    read_lines(text)
    assert time.process_time() - start < 4


def test_any_mixture_of_pieces_is_read() -> None:
    pieces = [
        "基本目標", "施策", "内容", "担当課", "方向性", " ", " ", "\n", "\n", "\f", "(1)", "1",
        "2", "①", "まち",
        "守り", "。", "\t", "- 1 -", "（", "福祉課",
    ]  # fmt: skip
    chooser = random.Random(6)
    for _ in range(400):
        text = "".join(chooser.choices(pieces, k=60))
        lines = read_lines(text).lines
        assert [line.number for line in lines] == sorted(line.number for line in lines)
        assert all(line.text and line.cells for line in lines)
