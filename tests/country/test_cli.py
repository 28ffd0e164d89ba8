"""``check ROOT --workers N`` and ``corpus summary ROOT`` from the outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest

from alignchecker.cli.checking import Asked
from alignchecker.cli.country import Country, check_country
from alignchecker.corpus.layout import RESULTS, Corpus
from alignchecker.model.errors import ConfigError

from ..cli.running import ROOT
from ..cli.running import run_anew as run
from .making import AOBA, HEAD, MIDORI
from .running import contents

SELECT = ("--select", "period-inverted")
QUICK = (*SELECT, "--workers", "2")


def test_one_line_for_each_municipality(country: Path) -> None:
    (country / AOBA / "more.ttl").write_text(
        f"{HEAD}<p> a aln:PlanEdition ; aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2020 .",
        encoding="utf-8",
    )
    ran = run("check", country, *QUICK)
    assert ran.status == 1
    lines = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines() if line}
    assert lines[AOBA.name] == ["1", "0", "0"]
    assert lines[MIDORI.name] == ["0", "0", "0"]
    assert ran.err == ""
    result = json.loads((country / RESULTS / f"{AOBA.name}.json").read_text(encoding="utf-8"))
    schema = ROOT / "alignchecker" / "reports" / "schemas" / "check.schema.json"
    jsonschema.validate(result["report"], json.loads(schema.read_text(encoding="utf-8")))
    (finding,) = result["report"]["findings"]
    assert finding["locations"][0]["path"] == f"{AOBA.as_posix()}/more.ttl"


def test_limits_concern_one_municipality(country: Path) -> None:
    """One with too much for the memory that it may have; the others finish."""
    text = "あ" * 30_000_000
    (country / AOBA / "large.ttl").write_text(f'{HEAD}<p> aln:text "{text}" .', encoding="utf-8")
    ran = run("check", country, *QUICK, "--unit-memory", "256", "--lang", "en")
    assert ran.status == 2
    assert f"{AOBA.name}: reached its limit of memory (256 MB)" in " ".join(ran.out.split())
    assert "3 checked in this run, 1 failed" in ran.out


def test_a_run_that_was_killed_goes_on_where_it_was(checked: Corpus, tmp_path: Path) -> None:
    results = tmp_path / "results"
    command = ["check", str(checked.root), *SELECT, "--workers", "1", "--output", str(results)]
    first = subprocess.Popen([sys.executable, "-m", "alignchecker", *command], cwd=ROOT)
    end = time.monotonic() + 60
    while not contents(results) and time.monotonic() < end:
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    before = {file.name: file.stat().st_mtime_ns for file in results.glob("*.json")}
    assert 0 < len(before) < 3
    ran = run(*command)
    assert ran.status == 0
    assert f"今回検査したもの {3 - len(before)}" in ran.out
    for name, changed in before.items():
        assert (results / name).stat().st_mtime_ns == changed
    assert len(contents(results)) == 3


def test_a_broken_frame_stops_all(country: Path) -> None:
    frame = country / "national" / "outlines" / "outline.ttl"
    frame.write_text("broken", encoding="utf-8")
    ran = run("check", country, *QUICK)
    assert ran.status == 2
    assert "outline.ttl" in ran.err
    assert not (country / RESULTS).exists()


def _country(**asked: object) -> Country:
    nothing = dict.fromkeys(field.name for field in fields(Country))
    return Country(**{**nothing, **asked})  # type: ignore[arg-type]


def _check(checked: Corpus, country: Country, asked: Asked) -> None:
    assert country.is_asked_for(asked, statistics=False, watch=False)
    check_country([checked.root], country, asked)


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        (Asked(since="HEAD"), "--since"),
        (Asked(baseline=Path("baseline.json")), "--baseline"),
        (Asked(select=["period-invertd"]), "period-inverted"),
        (Asked(profile=["childrn"]), "children"),
        (Asked(engine="pyshac"), "pyshacl"),
    ],
)
def test_what_makes_no_sense_for_many_is_an_error(checked: Corpus, asked: Asked, near: str) -> None:
    with pytest.raises(ConfigError, match=near):
        _check(checked, _country(workers=2), asked)


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ({"workers": 2, "scheduler": "tcp://a:1"}, "--scheduler"),
        ({"workers": 2, "outputs": [Path("a"), Path("b")]}, "--output"),
        ({"workers": 2, "formats": ["text", "json"]}, "--output-format"),
        ({"workers": 2, "formats": ["sarif"]}, "json"),
        ({"workers": 2, "fail_on": "warnin"}, "warning"),
        ({"workers": 2, "lang": "jp"}, "en"),
        ({"unit_timeout": 5.0}, "--workers"),
        ({"unit_memory": 500}, "--workers"),
    ],
)
def test_what_cannot_be_asked_for_is_an_error(
    checked: Corpus, asked: dict[str, object], near: str
) -> None:
    with pytest.raises(ConfigError, match=near):
        _check(checked, _country(**asked), Asked())


def test_more_than_one_folder_is_an_error(checked: Corpus) -> None:
    for paths in ([checked.root, checked.root], [checked.root / "national" / "none.ttl"]):
        with pytest.raises(ConfigError, match="folder"):
            check_country(paths, _country(workers=1), Asked())


def test_no_municipality_ends_with_3_and_says_how_to_lay_them_out(tmp_path: Path) -> None:
    for ran in (run("check", tmp_path, "--workers", "1"), run("corpus", "summary", tmp_path)):
        assert ran.status == 3
        assert "08236-omitama" in ran.err


def test_summary(checked: Corpus, tmp_path: Path) -> None:
    command = ("corpus", "summary", checked.root)
    ran = run(*command, "--output-format", "csv", "--output", tmp_path / "totals.csv")
    assert ran.status == 0
    assert (tmp_path / "totals.csv").read_bytes().startswith(b"\xef\xbb\xbfprefecture,")
    assert "茨城県" in run(*command).out
    nothing = run(*command, "--results", tmp_path / "none")
    assert nothing.status == 3
    assert "--workers" in nothing.err
