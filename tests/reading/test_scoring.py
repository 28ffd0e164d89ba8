"""The score falls when an item is lost, moved or renamed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from alignchecker.importers import read_document
from alignchecker.model.plan import ItemDraft
from tests.reading.scoring import read_gold, score

TEXTS = Path(__file__).parent / "texts"


@pytest.fixture(name="items")
def _items() -> tuple[ItemDraft, ...]:
    return read_document(TEXTS / "codes.txt").items


def _f1(items: tuple[ItemDraft, ...]) -> float:
    return score(items, read_gold(TEXTS / "codes.tree")).f1


def test_the_same_tree_scores_one(items: tuple[ItemDraft, ...]) -> None:
    assert _f1(items) == 1.0


def test_a_lost_item_costs(items: tuple[ItemDraft, ...]) -> None:
    assert _f1(items[:-1]) < 1.0


def test_a_moved_item_costs(items: tuple[ItemDraft, ...]) -> None:
    goals = [item.id for item in items if item.level == 1]
    moved = next(i for i in items if i.level == 2 and i.parent == goals[0])
    changed = tuple(replace(i, parent=goals[1]) if i is moved else i for i in items)
    assert _f1(changed) < 1.0


@pytest.mark.parametrize("field", ["label", "level_name", "code"])
def test_a_renamed_item_costs(items: tuple[ItemDraft, ...], field: str) -> None:
    last = {"label": "別の施策", "level_name": "取組", "code": "999"}[field]
    renamed = ItemDraft(**{**_fields(items[-1]), field: last})  # type: ignore[arg-type]
    assert _f1((*items[:-1], renamed)) < 1.0


def test_an_invented_item_costs(items: tuple[ItemDraft, ...]) -> None:
    assert _f1((*items, replace(items[-1], id="new", label="余分な施策"))) < 1.0


def _fields(item: ItemDraft) -> dict[str, object]:
    return {name: getattr(item, name) for name in ItemDraft.__dataclass_fields__}
