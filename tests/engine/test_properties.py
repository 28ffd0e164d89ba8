"""What must not matter does not: order, names, files, other cities. On the fictional city."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Quad, RdfFormat, parse, serialize

from alignchecker.engine.pyshacl_engine import PyshaclEngine
from alignchecker.graph.facts import run_facts
from alignchecker.graph.loading import load
from alignchecker.model.finding import Finding, Report
from alignchecker.reports.check_json import render
from alignchecker.rules import baseline, waiver_file
from alignchecker.rules.catalogue import load_catalogue
from tests.corpus import golden

ROOT = Path(__file__).parents[2]
Key = tuple[str, str, str, frozenset[str]]
Rename = Callable[[str], str]
few = settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def keys(report: Report, rename: Rename = str) -> Counter[Key]:
    """The findings without names of files and lines; of two equal links either may be the focus."""
    return Counter(
        (f.rule, f.severity.word, f.state.value, frozenset(map(rename, _named(f))))
        for f in report.findings
    )


def _named(finding: Finding) -> list[str]:
    return [finding.focus.iri, *golden.nodes(finding)]


@cache
def expected() -> Counter[Key]:
    return keys(golden.report())


@cache
def quads() -> dict[str, list[Quad]]:
    """The triples of each file of the city, by its name."""
    return {
        file.relative_to(golden.CITY).as_posix(): list(
            parse(path=file, base_iri=file.as_uri(), rename_blank_nodes=True)
        )
        for file in sorted(golden.CITY.rglob("*.ttl"))
    }


def write(folder: Path, files: dict[str, list[Quad]]) -> Path:
    """Files of triples, one on a line, with the city's waivers and baseline."""
    for name in (waiver_file.FILE, baseline.FILE):
        shutil.copy(golden.CITY / name, folder)
    for name, triples in files.items():
        path = (folder / name).with_suffix(".nt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(serialize([t.triple for t in triples], format=RdfFormat.N_TRIPLES) or b"")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that is emptied for each example."""
    city = tmp_path / "city"
    city.mkdir()
    yield city
    shutil.rmtree(city, ignore_errors=True)


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


@few
@given(seed=st.integers(0, 2**32))
def test_order_of_triples_does_not_matter(folder: Path, seed: int) -> None:
    shuffled = {name: list(triples) for name, triples in quads().items()}
    for triples in shuffled.values():
        random.Random(seed).shuffle(triples)
    assert keys(golden.report_on(write(emptied(folder), shuffled))) == expected()


@few
@given(seed=st.integers(0, 2**32))
def test_files_do_not_matter(folder: Path, seed: int) -> None:
    """The same triples in one to five files; what hangs on a blank node stays with it."""
    chance = random.Random(seed)
    together: dict[str, int] = {}
    count = chance.randint(1, 5)
    files: dict[str, list[Quad]] = {f"{number}.nt": [] for number in range(count)}
    for triples in quads().values():
        for quad in sorted(triples, key=lambda q: not isinstance(q.object, BlankNode)):
            number = chance.randrange(count)
            if isinstance(quad.object, BlankNode):
                number = together.setdefault(quad.object.value, number)
            if isinstance(quad.subject, BlankNode):
                number = together.setdefault(quad.subject.value, number)
            files[f"{number}.nt"].append(quad)
    assert keys(golden.report_on(write(emptied(folder), files))) == expected()


def renamed(iri: str) -> str:
    """Every part of a path by another name, so that the alphabetical order changes as well."""
    base, _, path = iri.partition("https://example.jp/")
    parts = (hashlib.sha256(part.encode()).hexdigest()[:8] for part in path.split("/"))
    return base + "https://example.net/" + "/".join(parts)


def test_names_do_not_matter(folder: Path) -> None:
    write(folder, quads())
    for file in [*folder.rglob("*.nt"), folder / baseline.FILE]:
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"https://example\.jp/[^>\"]+", lambda m: renamed(m[0]), text)
        file.write_text(text, encoding="utf-8")

    def new_name(iri: str) -> str:
        # A wording is named below its edition by what it says, which stays.
        given, wording, words = iri.partition("/wording/")
        return renamed(given) + wording + words if given.startswith("https://example.jp/") else iri

    assert keys(golden.report_on(folder)) == keys(golden.report(), new_name)


UNRELATED = """
@base <https://example.com/minato/> .
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix code: <https://w3id.org/alignchecker/code#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<city> skos:prefLabel "港町市"@ja .
<comprehensive> a aln:PlanSeries ; dcterms:title "港町市総合計画"@ja ;
    aln:planType code:type-comprehensive ; dcterms:publisher <city> .
<comprehensive/2> a aln:PlanEdition ; dcterms:isVersionOf <comprehensive> ;
    dcterms:title "第2次港町市総合計画"@ja ; aln:editionName "第2次"@ja ;
    aln:firstFiscalYear 2022 ; aln:lastFiscalYear 2031 .
<comprehensive/2/1> a aln:Measure ; aln:inPlan <comprehensive/2> ; aln:order 1 ;
    aln:levelName "施策" ; skos:notation "111" ; aln:answerable true ;
    skos:prefLabel "脱炭素の推進"@ja .
<environment> a aln:PlanSeries ; dcterms:title "港町市環境基本計画"@ja ; dcterms:publisher <city> .
<environment/3> a aln:PlanEdition ; dcterms:isVersionOf <environment> ;
    dcterms:title "第3次港町市環境基本計画"@ja ; aln:editionName "第3次"@ja ;
    aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2030 ; aln:relation <environment/3/relation/1> .
<environment/3/relation/1> a aln:PlanRelation ; aln:quotedAs "第2次港町市総合計画"@ja .
<environment/3/1> a aln:Measure ; aln:inPlan <environment/3> ;
    skos:prefLabel "里山・水辺の保全"@ja .
<environment/3/link/1> a aln:Link ; aln:from <environment/3/1> ; aln:to <comprehensive/2/1> ;
    aln:review [ aln:verdict code:verdict-accept ; aln:reviewer "環境課" ] .
"""


def test_another_citys_plans_do_not_matter(folder: Path) -> None:
    shutil.copytree(golden.CITY, folder, dirs_exist_ok=True)
    (folder / "minato.ttl").write_text(UNRELATED, encoding="utf-8")
    report = golden.report_on(folder)
    assert [file.path for file in report.inputs if not file.read] == []
    minato = "https://example.com/minato/"
    ours = [f for f in report.findings if not f.focus.iri.startswith(minato)]
    assert keys(replace(report, findings=tuple(ours))) == expected()


MENDED = {
    "stated-length-mismatch": ("plans/education-2.ttl", "aln:statedYears 4", "aln:statedYears 5"),
    "claimed-count-mismatch": (
        "plans/long-term-care-9.ttl",
        "aln:claimedCount 3",
        "aln:claimedCount 2",
    ),
    "link-end-missing": ("links/environment-3.ttl", "fy2022-koki/1/1/9>", "fy2022-koki/1/1/2>"),
}


@pytest.mark.parametrize("rule", MENDED)
def test_mending_a_defect_removes_its_finding_only(folder: Path, rule: str) -> None:
    name, defect, mended = MENDED[rule]
    shutil.copytree(golden.CITY, folder, dirs_exist_ok=True)
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(defect) == 1
    (folder / name).write_text(text.replace(defect, mended), encoding="utf-8")
    left = keys(golden.report_on(folder))
    assert not left - expected()
    assert [key[0] for key in (expected() - left).elements()] == [rule]


def without_seconds(document: str) -> str:
    return re.sub(r'"seconds": [\d.e-]+', '"seconds": 0', document)


def test_two_runs_give_the_same_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process and in another one whose strings hash differently."""
    monkeypatch.chdir(ROOT)
    here = without_seconds(render(golden.report_on(), load_catalogue().rules, "ja"))
    command = [sys.executable, "-m", "alignchecker", "check", str(golden.CITY)]
    options = ["--output-format", "json", "--as-of", golden.AS_OF.isoformat(), "--lang", "ja"]
    other = subprocess.run(
        [*command, *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "12345", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    there = without_seconds(other.stdout.decode("utf-8"))
    assert json.loads(there)["findings"] == json.loads(here)["findings"]
    assert there == here


def test_order_of_rules_does_not_matter() -> None:
    dataset = load([golden.CITY])
    dataset.add_facts(run_facts(golden.AS_OF))
    rules = list(load_catalogue().rules.values())
    mixed = random.Random(1).sample(rules, len(rules))
    found = {e.rule.id: e.results for e in PyshaclEngine().evaluate(dataset, rules)}
    again = PyshaclEngine().evaluate(dataset, mixed)
    assert [e.rule.id for e in again] == [rule.id for rule in mixed]
    assert {e.rule.id: e.results for e in again} == found
