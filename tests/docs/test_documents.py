"""Every command in the documents runs; generated pages are not stale; links lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ["README.md", "README.ja.md", "CONTRIBUTING.md", "shapes/README.md"]
_COMMAND = re.compile(r"`(alignchecker [^`]+)`")
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_STANDS_FOR = {"PATH...": "data", "フォルダー": "data"}
_TEXT = "青葉市環境基本計画\n\n計画期間は、令和6年度から令和10年度までの5年間とします。\n"


def _commands() -> list[str]:
    found = [c for d in DOCUMENTS for c in _COMMAND.findall((ROOT / d).read_text("utf-8"))]
    return sorted(set(found))


def test_there_are_commands_to_run() -> None:
    assert len(_commands()) >= 6


@pytest.mark.parametrize("command", _commands())
def test_command_runs(command: str, tmp_path: Path) -> None:
    words = [_STANDS_FOR.get(word, word) for word in shlex.split(command)[1:]]
    (tmp_path / "data").symlink_to(ROOT / "data")
    for word in words:
        if word.endswith(".txt"):
            (tmp_path / word).write_text(_TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "alignchecker", *words],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in ({0, 1} if words[0] == "check" else {0}), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    page = ROOT / document
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_readme_has_exactly_two_set_up_commands_of_one_line() -> None:
    blocks = re.findall(
        r"^```sh set-up\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S
    )
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "check data --fail-on never" in blocks[0]
    assert "pytest" in blocks[1]
