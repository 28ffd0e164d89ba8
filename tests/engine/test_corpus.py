"""The fictional city: each planted defect is found where it stands, and nothing else is."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, parse

from alignchecker.engine.check import CheckOptions
from alignchecker.model.finding import Report
from alignchecker.model.names import ALN, CODE
from alignchecker.model.resources import resource
from alignchecker.reasoning.reason import reason
from alignchecker.rules.catalogue import load_catalogue
from tests.corpus import golden

report = golden.report


@cache
def reasoned() -> Report:
    """The city with a file of contradictions beside it, examined by the reasoner."""
    return reason(CheckOptions(paths=[golden.CITY, golden.LOGIC], as_of=golden.AS_OF))


def places() -> dict[tuple[str, str], set[str]]:
    """Every (rule, focus) that was found, with the places of focus and values."""
    found: dict[tuple[str, str], set[str]] = {}
    for finding in report().findings:
        here = found.setdefault((finding.rule, finding.focus.iri), set())
        here.update(golden.place(location) for location in finding.locations)
        for other in finding.related:
            here.update(golden.place(location) for location in other.locations)
    return found


def test_every_file_is_read() -> None:
    assert [file.path for file in report().inputs if not file.read] == []


def test_every_term_is_declared() -> None:
    city = {t for file in golden.CITY.rglob("*.ttl") for t in _terms(file)}
    declared = {t for file in resource("ontology").glob("*.ttl") for t in _terms(file)}
    assert city - declared == set()


def _terms(file: Path) -> set[str]:
    nodes = (node for quad in parse(path=file, base_iri=file.as_uri()) for node in quad.triple)
    return {n.value for n in nodes if isinstance(n, NamedNode) and n.value.startswith((ALN, CODE))}


def test_findings_are_the_expected_ones() -> None:
    """After a change that is meant: python -m tests.corpus.golden --write."""
    expected = json.loads(golden.EXPECTED.read_text(encoding="utf-8"))
    assert golden.rows(report()) == expected


def test_every_planted_defect_is_found() -> None:
    found = {(rule, place) for (rule, _), here in places().items() for place in here}
    assert set(golden.planted()) - found == set()


def test_sound_material_stays_silent() -> None:
    """Each finding is at a planted defect: at its focus or at one of its values."""
    planted = set(golden.planted())
    unplanted = [
        (rule, focus)
        for (rule, focus), here in places().items()
        if not any((rule, place) in planted for place in here)
    ]
    assert unplanted == []


def test_every_rule_applies_and_finds_something() -> None:
    """Those on logic in a run of ``reason``, on a file that contradicts itself."""
    left_to_reason = {run.rule for run in reasoned().rules}
    assert set(golden.idle(report())) == left_to_reason
    assert golden.idle(reasoned()) == []
    assert {run.rule for run in report().rules} == set(load_catalogue().rules)


def test_contradictions_are_found_where_they_are_planted_and_nowhere_else() -> None:
    found = {(f.rule, golden.place(f.locations[0], golden.LOGIC)) for f in reasoned().findings}
    assert found == set(golden.planted(golden.LOGIC))
    assert len(reasoned().findings) == len(found)
    assert all(run.reason is None for run in reasoned().rules)
