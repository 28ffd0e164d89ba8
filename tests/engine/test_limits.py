"""A rule that runs away is stopped and reported; the others go on."""

from __future__ import annotations

import dataclasses
import datetime
import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal

from alignchecker.engine.check import CheckOptions, check
from alignchecker.engine.fast import FastEngine
from alignchecker.engine.interface import Begin, Evaluation, silent
from alignchecker.engine.limits import LimitedEngine
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.loading import load
from alignchecker.model.finding import Outcome
from alignchecker.model.names import PREFIXES, SH
from alignchecker.rules.catalogue import Rule, load_catalogue
from tests.corpus import golden

HEADER = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
RULES = list(load_catalogue().rules.values())[:4]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    path = tmp_path_factory.mktemp("limits") / "plan.ttl"
    label = "a" * 60 + "b"
    path.write_text(HEADER + f"<urn:x:l> a aln:Link ; aln:from <urn:x:{label}> .", encoding="utf-8")
    return load([path])


def runaway(rule: Rule) -> Rule:
    """A rule with a regular expression that tries each of 2⁶⁰ ways."""
    select = 'SELECT $this WHERE { $this aln:from ?end FILTER (REGEX(STR(?end), ":(a+)+$")) }'
    links = load_catalogue().rule("link-disputed")
    triples = tuple(
        (rule.iri if s == links.iri else s, p, Literal(select) if p.value == SH + "select" else o)
        for s, p, o in links.triples
    )
    return dataclasses.replace(rule, select=select, triples=triples)


def test_a_runaway_rule_is_stopped_and_the_others_go_on(dataset: Dataset) -> None:
    rules = [RULES[0], runaway(RULES[1]), RULES[2], runaway(RULES[3])]
    started = time.perf_counter()
    found = LimitedEngine(FastEngine(), 1.0).evaluate(dataset, rules)
    assert time.perf_counter() - started < 20
    assert [e.rule.id for e in found] == [rule.id for rule in rules]
    assert [e.failure is None for e in found] == [True, False, True, False]
    assert "1" in (found[1].failure or "")


class _Dying:
    """An engine that the system ends at one rule."""

    def evaluate(
        self, dataset: Dataset, rules: Sequence[Rule], begin: Begin = silent
    ) -> list[Evaluation]:
        if rules[0].id == RULES[1].id:
            os._exit(9)
        return FastEngine().evaluate(dataset, rules, begin)


def test_a_process_that_ends_loses_one_rule(dataset: Dataset) -> None:
    found = LimitedEngine(_Dying(), 30.0).evaluate(dataset, RULES)
    assert [e.failure is None for e in found] == [True, False, True, True]


def test_with_time_enough_nothing_is_different() -> None:
    options = CheckOptions(paths=[golden.CITY], as_of=datetime.date(2026, 11, 22))
    free, limited = check(options), check(dataclasses.replace(options, rule_timeout=60.0))
    assert limited.findings == free.findings
    assert [(r.rule, r.outcome, r.examined) for r in limited.rules] == [
        (r.rule, r.outcome, r.examined) for r in free.rules
    ]


def test_a_stopped_rule_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "plan.ttl"
    path.write_text(HEADER + "<urn:x:l> a aln:Link ; aln:status code:status-disputed .", "utf-8")
    report = check(CheckOptions(paths=[path], rule_timeout=0.000001))
    failed = [run for run in report.rules if run.outcome is Outcome.FAILED]
    assert failed
    assert all("0" in (run.reason or "") for run in failed)
