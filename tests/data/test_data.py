"""The shipped data: each fact has a source or is marked, trees hang together, imports are fresh."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.loading import load
from tests.data.remake import DATA, PLANS, command

ROOT = DATA.parents[1]


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load([ROOT / "data"])


def _count(data: Dataset, pattern: str) -> int:
    return len(data.select(f"SELECT DISTINCT ?x WHERE {{ {pattern} }}"))


def test_everything_can_be_read(data: Dataset) -> None:
    assert [file for file in data.files if file.error] == []


@pytest.mark.parametrize(
    ("number", "levels"),
    [
        ("000", {"基本理念": 1, "group": 2, "基本目標": 7, "施策": 25}),
        ("001", {"基本理念": 1, "基本目標": 3, "基本施策": 12, "施策の方向": 39, "行政の取組": 21}),
        ("002", {"基本目標": 3, "基本施策": 12}),
        ("003", {"基本理念": 1, "基本方針": 3}),
        ("004", {"基本目標": 3, "基本施策": 16, "個別施策": 76}),
    ],
)
def test_plans_have_their_items(number: str, levels: dict[str, int]) -> None:
    text = PLANS[number].read_text(encoding="utf-8")
    names = [line.split('"')[1] for line in text.splitlines() if "aln:levelName" in line]
    claims = text.count("a aln:CountClaim")
    counted = Counter(names)
    assert sum(counted.values()) - claims == sum(levels.values())
    assert {name: counted[name] for name in levels if name != "基本目標"} == {
        name: count for name, count in levels.items() if name != "基本目標"
    }


def test_outline_has_its_units_and_targets(data: Dataset) -> None:
    outline = "<https://w3id.org/alignchecker/data/jp/children-outline/2023>"
    assert _count(data, f"?x aln:inPlan {outline} ; aln:answerable true") == 26
    assert _count(data, f"?x a aln:Indicator ; aln:inPlan {outline}") == 12


def test_sdgs_have_japanese_names(data: Dataset) -> None:
    goals = "?x a aln:Item ; skos:prefLabel ?l . FILTER (LANG(?l) = 'ja')"
    assert _count(data, goals + " FILTER (STRSTARTS(STR(?x), 'http://metadata.un.org/sdg/'))") == 17


@pytest.mark.parametrize("kind", ["Act", "Provision", "Demand"])
def test_law_names_its_source_and_whether_it_is_verified(data: Dataset, kind: str) -> None:
    every = _count(data, f"?x a aln:{kind}")
    assert every > 15
    assert _count(data, f"?x a aln:{kind} ; dcterms:source ?s ; aln:verified ?v") == every


def test_links_have_justification_confidence_and_a_reason(data: Dataset) -> None:
    every = _count(data, "?x a aln:Link")
    assert every > 100
    complete = "?x a aln:Link ; aln:justification ?j ; aln:confidence ?c ; rdfs:comment ?r"
    assert _count(data, complete) == every


def test_no_sentences_of_the_plans_are_carried(data: Dataset) -> None:
    assert _count(data, "?x aln:text ?text") == 0


@pytest.mark.parametrize("number", PLANS)
def test_imported_plans_are_fresh(number: str, seed: Callable[[str], Path], tmp_path: Path) -> None:
    target = tmp_path / PLANS[number].name
    corrections = PLANS[number].with_suffix(".corrections.toml")
    if corrections.exists():
        (tmp_path / corrections.name).write_bytes(corrections.read_bytes())
    subprocess.run(command(seed(number), target), check=True, capture_output=True)
    assert target.read_bytes() == PLANS[number].read_bytes()


def test_reading_a_plan_twice_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(
        "青葉市環境基本計画\n\n基本目標1 緑\n\n施策1 植樹\n\n施策2 緑化\n", encoding="utf-8"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-m", "alignchecker", "import", str(text)],
            env={"PYTHONHASHSEED": seed}, check=True, capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1
