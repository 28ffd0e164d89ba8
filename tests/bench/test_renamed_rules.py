"""Rules in a user's file cost what those of the catalogue cost."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from alignchecker.engine.fast import FastEngine
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.loading import load
from alignchecker.rules.catalogue import Rule, load_catalogue
from alignchecker.rules.own_rules import with_own_rules

from .generate import generate
from .renamed_rules import renamed, write_renamed

_MOST = 1.2
_ROUNDS = 5


def _seconds(dataset: Dataset, rules: Sequence[Rule]) -> float:
    started = time.process_time()
    FastEngine().evaluate(dataset, rules)
    return time.process_time() - started


def test_a_copy_of_the_catalogue_takes_no_longer(tmp_path: Path) -> None:
    """The best of some rounds in turn: other work of the machine slows some of them down."""
    city, folder = tmp_path / "city", tmp_path / "rules"
    for made in (city, folder):
        made.mkdir()
    generate(city, measures=500, seed=1)
    dataset = load([city])
    shipped = load_catalogue()
    every = with_own_rules(shipped, write_renamed(folder)).rules
    copied = [every[renamed(rule)] for rule in shipped.rules]
    own = list(shipped.rules.values())
    rounds = [(_seconds(dataset, own), _seconds(dataset, copied)) for _ in range(_ROUNDS)]
    best, best_copied = (min(times) for times in zip(*rounds, strict=True))
    assert best_copied <= _MOST * best
