"""The generated city: what was planted is found, and nothing else; always the same bytes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from alignchecker.engine.check import CheckOptions, check
from alignchecker.rules.catalogue import load_catalogue
from tests.bench.city.defects import DEFECTS, EXCEPTIONS, NATURAL, Planting
from tests.bench.generate import generate


def found_in(folder: Path) -> Counter[str]:
    """How many findings each rule makes, as a check reports them."""
    report = check(CheckOptions(paths=[folder], as_of=date(2026, 11, 22)))
    assert not [file.error for file in report.inputs if file.error is not None]
    return Counter(finding.rule for finding in report.findings)


def test_each_defect_is_found_where_it_was_planted(tmp_path: Path) -> None:
    planted = generate(tmp_path, measures=100, seed=1, planting=Planting.EVERY)
    assert {defect.rule for defect in DEFECTS} <= set(planted)
    assert found_in(tmp_path) == planted


def test_a_sound_city_has_only_what_cities_have_by_nature(tmp_path: Path) -> None:
    planted = generate(tmp_path, measures=50, seed=5, planting=Planting.NONE)
    assert set(planted) <= {*NATURAL, "outline-units-unanswered"}
    assert found_in(tmp_path) == planted


def test_cities_of_a_country_do_not_disturb_each_other(tmp_path: Path) -> None:
    planted = generate(tmp_path, measures=12, seed=3, planting=Planting.EVERY, municipalities=2)
    assert found_in(tmp_path) == planted


def test_every_rule_is_planted_or_excepted() -> None:
    tables = Counter([*(defect.rule for defect in DEFECTS), *NATURAL, *EXCEPTIONS])
    assert max(tables.values()) == 1, "a rule stands in two tables of tests.bench.city.defects"
    assert set(tables) == set(load_catalogue().rules), "add a planter to tests.bench.city.defects"


@pytest.mark.parametrize("municipalities", [None, 3])
def test_the_same_arguments_give_the_same_bytes(tmp_path: Path, municipalities: int | None) -> None:
    written = []
    for name in ("a", "b"):
        generate(tmp_path / name, measures=50, seed=5, municipalities=municipalities)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        written.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert written[0] == written[1]


def test_another_seed_makes_another_city(tmp_path: Path) -> None:
    names = set()
    for seed in (1, 2):
        generate(tmp_path / str(seed), measures=20, seed=seed)
        names.add((tmp_path / str(seed) / "city.ttl").read_text(encoding="utf-8"))
    assert len(names) == 2


def test_a_country_has_folders_for_cities_and_prefectures(tmp_path: Path) -> None:
    generate(tmp_path, measures=10, seed=1, municipalities=49)
    cities = sorted(path.name for path in (tmp_path / "municipalities").iterdir())
    prefectures = sorted(path.name for path in (tmp_path / "prefectures").iterdir())
    assert len(cities) == 49
    assert {name[:2] for name in cities} == {f"{number:02}" for number in range(1, 48)}
    assert prefectures[:2] == ["01-hokkaido", "02-aomori"]
    assert len({name.partition("-")[2] for name in cities}) == 49
