"""One rule read out of its file alone is the rule of the catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignchecker.model.errors import ConfigError
from alignchecker.rules import catalogue
from alignchecker.rules.catalogue import load_catalogue, load_rule


def test_every_rule_is_that_of_the_catalogue() -> None:
    for rule_id, rule in load_catalogue().rules.items():
        alone = load_rule(rule_id)
        # Nodes without a name are others in each reading.
        assert len(alone.triples) == len(rule.triples)
        assert replace(alone, triples=()) == replace(rule, triples=())


def test_the_catalogue_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "load_catalogue", None)
    assert load_rule("measure-without-link").id == "measure-without-link"


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="measure-without-link"):
        load_rule("measure-without-lnik")
