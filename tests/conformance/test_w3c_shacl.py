"""The W3C SHACL suite: both engines pass what they are known to pass, and nothing gets worse."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from .w3c_shacl import ENGINES, Case, Score, cases, score

FOLDER = (
    Path(
        os.environ.get(
            "ALIGNCHECKER_CONFORMANCE", Path(__file__).parents[3] / "shared" / "conformance"
        )
    )
    / "shacl"
)

KNOWN_FAILURES = {
    "fast": {
        # $shapesGraph: left to pySHACL, which does not know it either, and says so.
        "sparql/pre-binding/shapesGraph-001",
    },
    "pyshacl": {
        "sparql/pre-binding/shapesGraph-001",
        # sh:uniqueLang "1"^^xsd:boolean is not sh:uniqueLang true.
        "core/property/uniqueLang-002",
    },
}
SET_WISE = 103
"""Tests that the fast engine answers without pySHACL."""


@pytest.fixture(scope="module")
def suite() -> list[Case]:
    """The tests of the suite, which is not shipped."""
    if not (FOLDER / "manifest.ttl").is_file():
        pytest.skip(
            f"no W3C SHACL suite in {FOLDER}: put data-shapes-test-suite/tests of"
            " github.com/w3c/data-shapes there, or name the folder above it in"
            " ALIGNCHECKER_CONFORMANCE"
        )
    return cases(FOLDER.resolve())


@cache
def scored(engine: str) -> Score:
    return score(ENGINES[engine], cases(FOLDER.resolve()))


def test_the_suite_is_whole(suite: list[Case]) -> None:
    parts = [sum(case.name.startswith(part) for case in suite) for part in ("core/", "sparql/")]
    assert parts == [98, 23]


@pytest.mark.parametrize("engine", ENGINES)
def test_failures_are_the_known_ones(suite: list[Case], engine: str) -> None:
    """An unlisted failure is a defect; a listed one that passes is to be taken off the list."""
    failed = {case.name for case in suite} - scored(engine).passed
    assert failed == KNOWN_FAILURES[engine]


def test_most_of_it_is_answered_set_wise(suite: list[Case]) -> None:
    found = scored("fast")
    assert len(found.set_wise) >= SET_WISE
    assert found.set_wise <= found.passed
    assert found.set_wise <= {case.name for case in suite}
