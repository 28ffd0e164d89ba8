"""The text report: widths, order, and what it says when there is nothing to say."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from alignchecker.engine.check import CheckOptions, check
from alignchecker.model.finding import Location
from alignchecker.reports.check_text import render
from alignchecker.reports.sentences import place
from alignchecker.reports.wrapping import wrap
from alignchecker.rules.catalogue import load_catalogue

CORPUS = Path(__file__).parents[1] / "corpus" / "aoba"


def printed(width: int, lang: str = "ja", *paths: Path) -> list[str]:
    report = check(CheckOptions(paths=paths or [CORPUS]))
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, highlight=False, color_system=None)
    render(report, load_catalogue().rules, lang, console, statistics=False)
    return buffer.getvalue().splitlines()


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(cell_len, printed(width))) <= width


@pytest.mark.parametrize("width", [60, 80, 100])
def test_counts_are_never_cut(width: int) -> None:
    lines = printed(width)
    table = lines[next(i for i, line in enumerate(lines) if line.startswith("調べた件数")) :]
    assert not any("…" in line for line in table)
    assert sum("指摘 " in line for line in table) > 20


def test_file_names_are_whole_on_a_narrow_terminal() -> None:
    text = "".join(line.strip() for line in printed(60))
    assert "children.ttl" in text
    assert "…/" not in text


def test_the_worst_comes_first_within_a_plan() -> None:
    order = {"要修正": 3, "要確認": 2, "参考": 1}
    rank = 3
    for line in printed(100):
        if "──" in line:
            rank = 3
        for word, value in order.items():
            if line.startswith(f"{word} ") and "件" not in line[:8]:
                assert value <= rank
                rank = value


def test_nothing_found_says_so(tmp_path: Path) -> None:
    plan = tmp_path / "plan.ttl"
    plan.write_text(
        "<https://example.jp/p> a <https://w3id.org/alignchecker/ns#PlanEdition> .", "utf-8"
    )
    assert printed(100, "ja", plan)[0].startswith("項目のある計画が読み込まれていない")
    outline = Path(__file__).parents[2] / "data" / "national" / "kodomo-taiko.ttl"
    assert printed(100, "ja", outline)[0] == "指摘はありません。"
    assert printed(100, "en", outline)[0] == "No findings."


def test_what_an_import_could_not_read_stands_in_the_report(tmp_path: Path) -> None:
    text = tmp_path / "memo.txt"
    text.write_text("基本目標1 緑を増やす\n\n施策1 植樹\n\n施策2 緑化\n", encoding="utf-8")
    lines = "".join(printed(100, "ja", text))
    assert "memo.txt の読み取りで確かめてほしいこと" in lines
    assert "計画期間が読み取れませんでした" in lines


def test_what_a_finding_lists_stands_with_its_place_in_the_document(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    rows = "| 指標 | 現状値 | 目標値（令和11年度） |\n|---|---|---|\n"
    rows += "".join(f"| 見守り協力者数{n} | 120人 | 200人 |\n" for n in range(1, 12))
    plan.write_text(
        "# 潮見市地域福祉計画\n\n計画期間：令和8年度～令和11年度\n\n"
        "## 基本目標1　安心して暮らす\n\n"
        f"### 施策1　見守り\n\n{rows}"
    )
    lines = "\n".join(printed(100, "ja", plan))
    first = lines.index("見守り協力者数1（11行目）")
    assert (
        first < lines.index("見守り協力者数2（12行目）") < lines.index("見守り協力者数10（20行目）")
    )
    assert "見守り協力者数1 (line 11)" in "\n".join(printed(100, "en", plan))


def test_a_document_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    plan = tmp_path / "plan.ttl"
    plan.write_text(
        "<https://example.jp/p> a <https://w3id.org/alignchecker/ns#PlanEdition> ;"
        ' <http://purl.org/dc/terms/title> "計画\\u001b[2J[bold]\\u202e"@ja ;'
        " <https://w3id.org/alignchecker/ns#firstFiscalYear> 2026 ;"
        " <https://w3id.org/alignchecker/ns#lastFiscalYear> 2020 .",
        "utf-8",
    )
    lines = "".join(printed(100, "ja", plan))
    assert "計画[2J[bold]" in lines
    assert not set(lines) & {"\x1b", "\u202e"}


def test_a_file_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "赤\x1b[31m\n要修正.ttl").write_text("ここは Turtle ではない", "utf-8")
    lines = printed(100, "ja", tmp_path)
    assert "\x1b" not in "".join(lines)
    (line,) = (line for line in lines if "赤[31m" in line)
    assert "赤[31m 要修正.ttl" in line


def test_wrapping_keeps_words_and_punctuation() -> None:
    text = (
        "「青葉市環境基本計画」は、https://example.jp/a/long/address を参照し、令和8年度に改める。"
    )
    for width in range(12, 60):
        lines = wrap(text, width).split("\n")
        assert not any(line.startswith(("、", "。", "」")) for line in lines)
        assert not any(line.endswith("「") for line in lines)
        assert "https://example.jp/a/long/address" in wrap(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("location", "ja", "en"),
    [
        (Location("a.txt", line=3), "a.txt 3行目", "a.txt:3"),
        (Location("a.docx", line=3), "a.docx 3段落目", "a.docx, paragraph 3"),
        (Location("a.docx", line=9, sheet="表1", cell="B3"), "a.docx 表1 B3", "a.docx, 表1 B3"),
        (
            Location("a.xlsx", sheet="体系", cell="B3"),
            "a.xlsx 体系シート B3",
            "a.xlsx, sheet 体系, cell B3",
        ),
        (Location("a.csv", line=3, cell="B3"), "a.csv B3", "a.csv, cell B3"),
        (Location("a.pdf", line=3, page=12), "a.pdf 12ページ", "a.pdf, page 12"),
        (
            Location("a.pdf", line=3, sheet="表2", cell="C4", page=12),
            "a.pdf 12ページ 表2 C4",
            "a.pdf, page 12, 表2 C4",
        ),
        (Location("a.ttl"), "a.ttl", "a.ttl"),
    ],
)
def test_place(location: Location, ja: str, en: str) -> None:
    assert (place(location, "ja"), place(location, "en")) == (ja, en)
