"""The pages of saved queries: every one, once, with all that its header says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from alignchecker.queries.library import library

ROOT = Path(__file__).parents[2]
SAVED = library()
PAGES = {"ja": "docs/queries.ja.md", "en": "docs/queries.md"}

each_page = pytest.mark.parametrize("lang", PAGES)


def page(lang: str) -> str:
    return (ROOT / PAGES[lang]).read_text("utf-8")


def section(name: str, lang: str) -> str:
    """What the page says of a query."""
    return page(lang).split(f'### <a id="{name}"></a>')[1].split("\n##")[0]


@each_page
def test_every_query_is_listed_once_and_told_once(lang: str) -> None:
    anchors = re.findall(r'^### <a id="([^"]+)">', page(lang), re.MULTILINE)
    listed = re.findall(r"^  - \[.+\]\(#([^)]+)\)", page(lang), re.MULTILINE)
    assert listed == anchors
    assert sorted(anchors) == sorted(SAVED)
    assert set(re.findall(r"\]\(#([^)]+)\)", page(lang))) <= set(
        re.findall(r'id="([^"]+)"', page(lang))
    )


@each_page
@pytest.mark.parametrize("name", SAVED)
def test_a_query_is_told_in_full(name: str, lang: str) -> None:
    told, header = section(name, lang), SAVED[name].header
    assert header.question is not None
    words = [header.question, *([header.note] if header.note else []), *header.columns.values()]
    words += [parameter.words for parameter in header.parameters.values()]
    for said in words:
        assert said.text(lang) in told
    for variable in (*header.parameters, *header.columns):
        assert f"`{variable}`" in told
    (command,) = re.findall(r"^alignchecker .*$", told, re.MULTILINE)
    _, verb, asked, path, *given = shlex.split(command)
    assert (verb, asked, path) == ("query", name, "PATH")
    examples = {p.name: p.example for p in header.parameters.values() if p.example is not None}
    assert dict(pair.split("=", 1) for pair in given[1::2]) == examples
    assert given[::2] == ["--param"] * len(examples)


@each_page
def test_the_commands_at_the_top_run(lang: str) -> None:
    commands = page(lang).split("```sh\n")[1].split("```")[0].splitlines()
    assert len(commands) == 3
    for command in commands:
        words = shlex.split(command)[1:]
        stands = {"PATH...": "tests/corpus/aoba", "フォルダー": "tests/corpus/aoba"}
        done = subprocess.run(
            [sys.executable, "-m", "alignchecker", *(stands.get(word, word) for word in words)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")


@each_page
def test_the_header_that_is_shown_is_one(lang: str) -> None:
    shown = page(lang).split('<a id="header">')[1].split("```\n")[1]
    text = SAVED["plans-in-force"].text
    assert shown == "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#+"))
