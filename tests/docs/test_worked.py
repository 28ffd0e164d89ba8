"""What pages for analysts show is so: each command, each result, each IRI."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, parse

from .worked import E_STAT, PAGES, ROOT, Step, place, steps, written_anew

FEDERATION = ("docs/federation.md", "docs/federation.ja.md")
_IRI = re.compile(
    r"(?<=`)https?://(?:data\.e-stat\.go\.jp|metadata\.un\.org|laws\.e-gov\.go\.jp"
    r"|w3id\.org/alignchecker/data)/[^`\s]+(?=`)"
)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"unverified|未確認")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the pages' commands are of a shell")


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_is_what_comes_of_it(page: str) -> None:
    """After a change that is meant: python -m tests.docs.worked."""
    todo = steps(text(page))
    assert sum(step.expected is not None for step in todo) >= 5
    with place() as here:
        for step in todo:
            said = here.take(step)
            if step.expected is None:
                assert said in {"", "\n"}, step.text
            else:
                assert said == step.expected, step.text


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_a_page_is_taken(page: str) -> None:
    """A result that belongs to nothing, or a program that nobody runs, would be an assertion."""
    taken = steps(text(page))
    results = sum(step.expected is not None for step in taken)
    kinds = re.findall(r"^```(\w+)", text(page), re.MULTILINE)
    assert len(kinds) == len(taken) + kinds.count("text")
    assert kinds.count("text") <= results


def test_a_result_that_is_wrong_is_seen_and_put_right() -> None:
    page = (
        "```sh\necho 1\n```\n\n```text\n2\n```\n\n```python\nprint('| a |')\n```\n\n| b |\n\nEnd\n"
    )
    assert steps(page)[1] == Step("python", "", "print('| a |')\n", "| b |\n")
    assert written_anew(page) == page.replace("2\n", "1\n").replace("| b |", "| a |")


def test_both_languages_take_the_same_steps() -> None:
    for page in PAGES[::2]:
        both = [steps(text(name)) for name in (page, page.replace(".md", ".ja.md"))]
        said = [[s.text.replace(" --lang en", "") for s in todo] for todo in both]
        assert said[0] == said[1]


@pytest.mark.parametrize("page", FEDERATION)
def test_every_iri_of_the_page_is_in_the_data_or_marked(page: str) -> None:
    terms = {
        term.value
        for file in (ROOT / "data").rglob("*.ttl")
        for quad in parse(path=file)
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, NamedNode)
    }
    prose = _FENCED.sub("", text(page))
    found = list(_IRI.finditer(prose))
    assert len(found) >= 7
    known = [match[0] for match in found if match[0] in terms]
    for match in found:
        marked = _MARK.search(prose[match.end() : match.end() + 60])
        assert (match[0] in terms) != bool(marked), match[0]
    for form in ("/sac/C08236", "/sac/C08000", "metadata.un.org/sdg/4", "laws.e-gov.go.jp"):
        assert any(form in iri for iri in known)


def test_the_code_and_the_class_of_an_area_are_as_the_page_says() -> None:
    area = NamedNode("http://data.e-stat.go.jp/lod/sac/C08236")
    said = {q.object for q in parse(path=ROOT / "data/terms/areas.ttl") if q.subject == area}
    assert "082368" in {getattr(term, "value", "") for term in said}
    assert NamedNode("http://data.e-stat.go.jp/lod/terms/sacs#PlainStandardAreaCode") in said


def test_stand_ins_say_that_they_are() -> None:
    folder: Path = ROOT / "docs" / "federation"
    for file in folder.glob("stand-in*.ttl"):
        first, second = file.read_text("utf-8").splitlines()[:2]
        assert "代用の例" in first
        assert "STAND-IN" in second
    assert E_STAT in (folder / "service.rq").read_text("utf-8")
