"""Every rule fires on its failing example and not on its passing one, and its sentences fit."""

from __future__ import annotations

import re
from functools import cache

import pytest

from alignchecker.engine.applicability import applicable, condition
from alignchecker.engine.interface import Result
from alignchecker.graph.dataset import Dataset
from alignchecker.model.names import RULE
from alignchecker.rules.catalogue import Rule, load_catalogue

from .running import dataset_of, evaluate

RULES = list(load_catalogue().rules.values())

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@cache
def failing(rule_id: str) -> tuple[Dataset, tuple[Result, ...]]:
    """The failing example of a rule, and what is found there."""
    rule = load_catalogue().rule(rule_id)
    dataset = dataset_of(rule.failing)
    return dataset, evaluate(dataset, rule).results


@each_rule
def test_failing_example_fires(rule: Rule) -> None:
    dataset, results = failing(rule.id)
    assert results
    applied = applicable(dataset, condition(rule))
    assert {dataset.index.find(result.focus) for result in results} <= applied
    assert len({(r.focus, r.path, r.value) for r in results}) == len(results)


@each_rule
def test_passing_example_applies_and_is_silent(rule: Rule) -> None:
    dataset = dataset_of(rule.passing)
    assert applicable(dataset, condition(rule))
    assert evaluate(dataset, rule).results == ()


@each_rule
def test_sentences_have_what_they_name(rule: Rule) -> None:
    """In every row of the failing example; only what stands in [[…]] may be unbound."""
    for result in failing(rule.id)[1]:
        known = {*result.row, "this", "value", "count", "values"}
        for text in sentences(rule):
            assert set(variables(re.sub(r"\[\[.*?\]\]", "", text))) <= known


@each_rule
def test_variables_of_sentences_are_projected(rule: Rule) -> None:
    """In both languages the same ones, and nothing optional where a sentence must stand whole."""
    projected = set(re.findall(r"[?$](\w+)", rule.select.split("WHERE", 1)[0]))
    for texts in (rule.message, rule.evidence, rule.remedy, rule.roll_up_message):
        for text in texts.values():
            assert set(variables(text)) <= projected | {"this", "value", "count", "values"}
    assert not any("[[" in text for text in rule.message.values())


@each_rule
def test_form(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.id)
    assert rule.iri.value == RULE + rule.id


def sentences(rule: Rule) -> list[str]:
    """The texts that are filled in for each finding."""
    filled = (rule.message, rule.evidence, rule.remedy, rule.roll_up_message)
    return [text for texts in filled for text in texts.values()]


def variables(text: str) -> list[str]:
    """Names of the placeholders in a sentence."""
    return re.findall(r"\{\?(\w+)\}", text)
