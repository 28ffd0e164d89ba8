"""The generated pages: never stale, whole, and every link on them leads somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from alignchecker.rules.catalogue import Rule, load_catalogue

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
RULES = list(CATALOGUE.rules.values())
PAGES = {"ja": "rules.ja.md", "en": "rules.md"}

PICTURED = {"docs/ontology.md", "docs/ontology.svg"}

QUERIES = {"docs/queries.md", "docs/queries.ja.md"}
SAVED = "alignchecker/queries/saved"

each_page = pytest.mark.parametrize("lang", PAGES)


def stale(root: Path) -> set[str]:
    """Files that the generator of a copy of the project calls stale."""
    done = subprocess.run(
        [sys.executable, str(root / "docs" / "generate.py"), "--check"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    named = set(re.findall(r"^(\S+) is stale", done.stdout, re.MULTILINE))
    assert done.returncode == bool(named)
    return named


def test_pages_are_not_stale() -> None:
    """After a change that is meant: python docs/generate.py."""
    assert stale(ROOT) == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        ("ontology/code-lists.ttl", "努力義務", "努力目標", {"docs/ontology.md"}),
        (
            "ontology/alignchecker.ttl",
            "aln:vision a",
            "aln:visions a",
            {"docs/ontology.md", "ontology/context.jsonld"},
        ),
        ("ontology/alignchecker.ttl", "親の項目", "上の項目", PICTURED),
        ("shapes/link.ttl", '。"@ja', '！"@ja', {"docs/rules.ja.md"}),
        ("shapes/link.ttl", '."@en', '!"@en', {"docs/rules.md"}),
        ("shapes/law.ttl", "ex:act ", "ex:code ", {"docs/rules.ja.md", "docs/rules.md"}),
        (SAVED + "/plans-period-unknown.rq", 'ja = "', 'ja = "※', {"docs/queries.ja.md"}),
        (SAVED + "/plans-in-force.rq", "example = ", "example = 2", QUERIES),
        ("shapes/profiles.ttl", '"@en', '!"@en', {"docs/rules.md"}),
    ],
)
def test_a_stale_page_is_noticed(
    tmp_path: Path, file: str, old: str, new: str, pages: set[str]
) -> None:
    for folder in ("docs", "ontology", "shapes", SAVED):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    changed = tmp_path / file
    text = changed.read_text(encoding="utf-8")
    assert old in text
    changed.write_text(text.replace(old, new), encoding="utf-8")
    assert stale(tmp_path) == pages


def page(lang: str) -> str:
    return (ROOT / "docs" / PAGES[lang]).read_text(encoding="utf-8")


@each_page
def test_anchors_are_unique_and_links_within_a_page_lead_to_one(lang: str) -> None:
    anchors = re.findall(r'<a id="([^"]+)">', page(lang))
    assert len(anchors) == len(set(anchors))
    assert {rule.id for rule in RULES} <= set(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", page(lang))) <= set(anchors)


def unmarked(rule: Rule, lang: str) -> str:
    """A rule's section without what Markdown needs."""
    section = page(lang).split(f'<a id="{rule.id}"></a>')[1].split("\n##")[0]
    return re.sub(r"\\(.)", r"\1", section)


@each_page
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_told_in_full(rule: Rule, lang: str) -> None:
    section = unmarked(rule, lang)
    message = rule.roll_up_message if rule.roll_up else rule.message
    for texts in (rule.title, rule.description, rule.why, rule.remedy, rule.source, message):
        shown = re.sub(r"\{\?\w+\}", "…", texts[lang])
        assert shown.replace("[[", "").replace("]]", "") in section
    # What is unmarked has lost its backslashes, also those of code.
    told = "".join(section.split())
    for code in (rule.passing, rule.failing, rule.select, rule.applies_to or ""):
        assert "".join(code.replace("\\", "").split()) in told
    assert ("軽くなる場合" in section or "Softened by" in section) == bool(rule.softened_by)
    assert ("必要な条件" in section or "Needs" in section) == bool(rule.needs)


@each_page
def test_markdown_is_read_as_it_is_meant(lang: str) -> None:
    """No example or query runs out of its fence, and nothing of a text is taken for markup."""
    tokens = MarkdownIt("commonmark").parse(page(lang))
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings.count("h3") == len(RULES) + len(CATALOGUE.profiles)
    fences = [token.info for token in tokens if token.type == "fence"]
    assert fences.count("turtle") == 2 * len(RULES)
    assert fences.count("sparql") == len(RULES) + len([r for r in RULES if r.applies_to])
    assert [token for token in tokens if token.type == "code_block"] == []
    inline = [child for token in tokens for child in token.children or ()]
    assert [child.content for child in inline if "{?" in child.content] == []
    raw = {child.content for child in inline if child.type == "html_inline"}
    assert all(re.fullmatch(r'<a id="[a-z-]+">|</a>', html) for html in raw)


@each_page
def test_every_rule_is_listed_once_in_the_contents_and_once_under_its_profile(lang: str) -> None:
    links = re.findall(r"^  - \[.*\]\(#([a-z-]+)\)", page(lang), re.MULTILINE)
    assert sorted(links) == sorted([rule.id for rule in RULES] * 2)
    profiles = page(lang).partition('<a id="profiles"></a>')[2]
    for profile in CATALOGUE.profiles.values():
        section = profiles.partition(f'<a id="profile-{profile.id}"></a>')[2].split("\n##")[0]
        own = [rule.id for rule in RULES if rule.profile == profile.id]
        assert re.findall(r"^  - \[.*\]\(#([a-z-]+)\)", section, re.MULTILINE) == own
