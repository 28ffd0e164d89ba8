"""A small project with two plans, and what its links say by the statements of its files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from alignchecker.graph.link_records import read_links
from alignchecker.graph.loading import load
from alignchecker.model.links import LinkRecord

BASE = "https://example.jp/aoba/"
MEASURES = 4
_HEAD = """@base <https://example.jp/aoba/> .
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix code: <https://w3id.org/alignchecker/code#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def plan(name: str, title: str, labels: list[str]) -> str:
    """A plan with a goal and measures below it."""
    items = "".join(
        f"<{name}/2026/1/{n}> a aln:Measure ; aln:inPlan <{name}/2026> ; aln:order {n + 1} ;\n"
        f'    aln:parent <{name}/2026/1> ; skos:prefLabel "{label}"@ja .\n'
        for n, label in enumerate(labels, start=1)
    )
    return f"""{_HEAD}<{name}> a aln:PlanSeries ; dcterms:title "{title}"@ja .
<{name}/2026> a aln:PlanEdition ; dcterms:isVersionOf <{name}> ; dcterms:title "{title}"@ja .
<{name}/2026/1> a aln:Item ; aln:inPlan <{name}/2026> ; skos:prefLabel "目標"@ja ; aln:order 1 .
{items}"""


def make(folder: Path) -> Path:
    """A project: a measure of each plan for each number, linked one to one by proposals."""
    (folder / "plans").mkdir(parents=True)
    (folder / "links").mkdir()
    (folder / "alignchecker.toml").write_text("", encoding="utf-8")
    numbers = range(1, MEASURES + 1)
    for name, title, word in (
        ("low", "青葉市こども計画", "支援"),
        ("high", "青葉市総合計画", "政策"),
    ):
        text = plan(name, title, [f"{word}{n}" for n in numbers])
        (folder / "plans" / f"{name}.ttl").write_text(text, encoding="utf-8")
    links = "".join(
        f"<low/link/{n}> a aln:Link ; aln:from <low/2026/1/{n}> ; aln:to <high/2026/1/{n}> .\n"
        for n in numbers
    )
    text = f"{_HEAD}# 担当: こども課\n{links}# 終わり"
    (folder / "links" / "low-2026--high-2026.ttl").write_text(text, encoding="utf-8")
    return folder


def links_of(folder: Path) -> Mapping[str, LinkRecord]:
    """The links of a project; every file of it must be readable."""
    dataset = load([folder])
    assert [file for file in dataset.files if file.error] == []
    return read_links(dataset)
