"""What stands on a screen: colour, widths, progress; and that a pipe gets text and nothing else."""

from __future__ import annotations

import os
import re

import pytest
from rich.cells import cell_len

from alignchecker.model.progress import Stage, Step

from .running import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
if os.name != "nt":
    from .terminal import ESCAPE, on_screen

PLAN = "data/municipalities/08236-omitama/children-fy2026.ttl"
CHECK = ("check", PLAN, "--fail-on", "never")
# A colour of SGR: 30–37, 40–47, 90–107 or one of 256, wherever it stands among other attributes.
_COLOUR = re.compile(r"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
_BOLD = re.compile(r"\x1b\[(?:[0-9]+;)*1[;m]")
_SLOW = """
import sys, time
import alignchecker.graph.loading as loading
derive = loading.derive
def slow(dataset):
    time.sleep(1.6)
    derive(dataset)
loading.derive = slow
from alignchecker.cli.app import run
sys.argv[0] = "alignchecker"
sys.exit(run())
"""
SLOW = ("-c", _SLOW)


def left(written: str) -> str:
    """What stands on the last line after all was written, line by line as a screen does."""
    line = ""
    for part in written.rpartition("\n")[2].split("\r"):
        line = part + line[len(part) :] if cell_len(part) < cell_len(line) else part
    return line


def test_a_screen_has_colour() -> None:
    seen = on_screen(*CHECK)
    assert seen.status == 0
    assert _COLOUR.search(seen.out)
    assert _BOLD.search(seen.out)


def test_no_color_leaves_bold_and_nothing_else() -> None:
    seen = on_screen(*CHECK, environment={"NO_COLOR": "1"})
    assert not _COLOUR.search(seen.out)
    assert _BOLD.search(seen.out)
    assert _COLOUR.search(on_screen(*CHECK, environment={"NO_COLOR": ""}).out), (
        "an empty one is none"
    )


@pytest.mark.parametrize(
    "words", [CHECK, ("explain", "period-unknown"), ("rules",), ("plans", PLAN), ("config", "show")]
)
def test_a_dumb_terminal_gets_no_escapes(words: tuple[str, ...]) -> None:
    assert "\x1b" not in on_screen(*words, environment={"TERM": "dumb"}).out


def test_explain_is_bold_and_has_no_colour() -> None:
    for environment in ({}, {"NO_COLOR": "1"}):
        seen = on_screen("explain", "period-unknown", environment=environment)
        assert _BOLD.search(seen.out)
        assert not _COLOUR.search(seen.out)


@pytest.mark.parametrize("words", [CHECK, ("explain", "period-unknown"), ("coverage", PLAN)])
def test_a_pipe_gets_neither_escapes_nor_progress(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    ran = run(*words)
    assert ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_what_takes_long_is_told_and_the_line_is_gone_at_the_end() -> None:
    seen = on_screen(*CHECK, program=SLOW)
    assert "読み込んだ内容を整理しています（1秒）" in seen.err
    assert "\n" not in seen.err
    assert left(seen.err).strip() == ""
    assert max(cell_len(part) for part in seen.err.split("\r")) < 80
    assert ESCAPE.sub("", seen.out) == ESCAPE.sub("", on_screen(*CHECK).out)
    english = on_screen(*CHECK, "--lang", "en", program=SLOW).err
    assert "Working out what follows (1 s)" in english


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"CI": "true"}])
def test_no_progress_where_nobody_looks_or_lines_stay(environment: dict[str, str]) -> None:
    assert on_screen(*CHECK, program=SLOW, environment=environment).err == ""


def test_what_is_quick_says_nothing() -> None:
    assert on_screen("explain", "period-unknown").err == ""
    assert on_screen("rules").err == ""


@pytest.mark.parametrize(
    "words", [("coverage", PLAN), ("plans", PLAN), ("baseline", "write", PLAN)]
)
def test_other_verbs_that_read_plans_tell_it_too(words: tuple[str, ...], tmp_path: object) -> None:
    more = ("--output", f"{tmp_path}/baseline.json") if words[0] == "baseline" else ()
    assert "整理しています" in on_screen(*words, *more, program=SLOW).err


def test_an_error_stands_on_a_line_of_its_own() -> None:
    seen = on_screen(*CHECK, "no-such-file.ttl", program=SLOW, columns=60)
    assert seen.status == 2
    lines = seen.err.splitlines()
    assert "ファイルがありません" in "".join(lines)
    assert max(map(cell_len, lines)) <= 60


def test_a_rule_with_a_time_limit_is_told_too() -> None:
    slow = _SLOW.replace("loading.derive = slow", "").replace(
        "from alignchecker.cli.app",
        "import alignchecker.engine.fast as fast\n"
        "evaluate = fast._evaluate\n"
        "def slowly(dataset, rule):\n"
        "    time.sleep(1.6 if rule.id == 'period-unknown' else 0)\n"
        "    return evaluate(dataset, rule)\n"
        "fast._evaluate = slowly\n"
        "from alignchecker.cli.app",
    )
    seen = on_screen(*CHECK, "--rule-timeout", "20", program=("-c", slow))
    assert re.search(r"規則に照らしています \d+/\d+（1秒） period-unknown", seen.err)
    assert left(seen.err).strip() == ""
    assert seen.status == 0


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize(
    "words",
    [
        ("check", "tests/corpus/aoba", "--as-of", "2026-10-01", "--statistics"),
        ("coverage", "tests/corpus/aoba"),
        ("plans", "data", "--lang", "en"),
        ("rules",),
        ("rules", "--lang", "en"),
        ("config", "show", "tests/corpus/aoba"),
    ],
    ids=lambda words: "-".join(words[:1] + words[2:3]),
)
def test_no_line_is_wider_than_the_screen(words: tuple[str, ...], columns: int) -> None:
    seen = on_screen(*words, columns=columns)
    assert seen.status in {0, 1}
    assert [line for line in seen.lines if cell_len(line.rstrip()) > columns] == []


def test_titles_of_rules_are_there_on_a_narrow_screen() -> None:
    for columns in (60, 80, 120):
        text = "\n".join(on_screen("rules", columns=columns).lines)
        assert "同じ対応づけが二重に記録されている" in text, columns


def test_a_name_in_a_step_cannot_steer_the_screen() -> None:
    from alignchecker.cli.progress import step_text  # noqa: PLC0415

    step = Step(Stage.READING, 1, 2, "計画\x1b[2J\n二.ttl")
    assert step_text(step, 3, "ja") == "読み込んでいます 1/2（3秒） 計画[2J 二.ttl"
    assert step_text(Step(Stage.TABLES), 1, "en") == "Making the tables of what answers what (1 s) "
