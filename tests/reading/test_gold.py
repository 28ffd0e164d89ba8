"""The importer's own output, before any correction, against the trees typed by hand."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from alignchecker.importers import read_document
from alignchecker.importers.decoding import Document
from alignchecker.importers.text import draft_of
from alignchecker.model.normalize import label_key
from tests.reading.scoring import read_gold, score

GOLD = Path(__file__).parents[1] / "gold"
SEEDS = ("000", "001", "002", "003", "004")
TOTALS = {
    "000": {"基本理念": 1, "group": 2, "基本目標": 7, "施策": 25},
    "001": {"基本理念": 1, "基本目標": 3, "基本施策": 12, "施策の方向": 39, "行政の取組": 21},
    "002": {"基本目標": 3, "基本施策": 12},
    "003": {"基本理念": 1, "基本方針": 3},
    "004": {"基本目標": 3, "基本施策": 16, "個別施策": 76},
}
MEASURES = {
    "000": "施策",
    "001": "施策の方向",
    "002": "基本施策",
    "003": None,
    "004": "個別施策",
}


@pytest.mark.parametrize("number", SEEDS)
def test_tree_is_the_gold_tree(number: str, seed: Callable[[str], Path]) -> None:
    draft = read_document(seed(number))
    result = score(draft.items, read_gold(GOLD / f"{number}.tree"))
    assert (result.missing, result.extra) == ((), ())
    assert result.f1 == 1.0


@pytest.mark.parametrize("number", SEEDS)
def test_totals_and_measure_level(number: str, seed: Callable[[str], Path]) -> None:
    draft = read_document(seed(number))
    assert Counter(item.level_name for item in draft.items) == TOTALS[number]
    assert draft.measure_level == MEASURES[number]


@pytest.mark.parametrize("number", SEEDS)
def test_order_is_the_gold_order(number: str, seed: Callable[[str], Path]) -> None:
    draft = read_document(seed(number))
    gold = [key[2] for key in read_gold(GOLD / f"{number}.tree")]
    assert [label_key(item.label) for item in draft.items] == gold


def _wrapped(text: str, width: int) -> str:
    return "\n".join(
        line[i : i + width] for line in text.split("\n") for i in range(0, max(1, len(line)), width)
    )


REWRITTEN: dict[str, Callable[[str], str]] = {
    "full-width digits": lambda text: text.translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "no blank lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "double-spaced": lambda text: text.replace("\n", "\n\n"),
    "tabs as spaces": lambda text: text.replace("\t", "   "),
    "indented": lambda text: "\n".join(f"  {line}" for line in text.split("\n")),
    "wrapped at 40": lambda text: _wrapped(text, 40),
    "wrapped at 30": lambda text: _wrapped(text, 30),
}


@pytest.mark.parametrize("number", SEEDS)
@pytest.mark.parametrize("how", sorted(REWRITTEN))
def test_other_ways_to_save_the_text(number: str, how: str, seed: Callable[[str], Path]) -> None:
    text = REWRITTEN[how](seed(number).read_text(encoding="utf-8"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    draft = draft_of(Document(Path("plan.txt"), text, "utf-8", digest))
    assert score(draft.items, read_gold(GOLD / f"{number}.tree")).f1 >= 0.98
