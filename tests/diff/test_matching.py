"""Which item is which: scored on edits made by program, and on the cases that fool people."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from alignchecker.diff.matching import Doubt, match
from alignchecker.importers import read_document
from alignchecker.model.plan import ItemDraft, ItemKind
from tests.diff.editing import PLACE, Edited, Rates, edit, plan

TEXTS = sorted(
    p for p in (Path(__file__).parents[1] / "reading" / "texts").iterdir() if p.suffix != ".tree"
)


def item(item_id: str, label: str, parent: str | None = None, level: int = 1) -> ItemDraft:
    kind = (ItemKind.GOAL, ItemKind.MEASURE)[level - 1]
    number = item_id.rpartition("/")[2]
    return ItemDraft(item_id, level, "目標", kind, label, parent, PLACE, code=number)


@dataclass(frozen=True, slots=True)
class Score:
    """right of ``given`` matches, where ``wanted`` items are still there."""

    right: int
    given: int
    wanted: int

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def score(old: tuple[ItemDraft, ...], edited: Edited) -> Score:
    pairs = match(old, edited.items).pairs
    right = sum(edited.kept.get(before) == after for before, after in pairs.items())
    return Score(right, len(pairs), len(edited.kept))


def total(scores: list[Score]) -> Score:
    return sum(scores, Score(0, 0, 0))


EDITS = {
    "renumbered": Rates(),
    "reordered": Rates(reorder=True),
    "renamed": Rates(rename=0.1),
    "moved": Rates(move=0.1),
    "deleted": Rates(delete=0.1),
    "inserted": Rates(insert=0.1),
    "all": Rates(rename=0.1, move=0.1, delete=0.1, insert=0.1, reorder=True),
}


def edited(items: tuple[ItemDraft, ...], seed: int, kind: str) -> Edited:
    return edit(items, seed, EDITS[kind])


@pytest.mark.parametrize("kind", EDITS)
def test_generated_plans(kind: str) -> None:
    plans = [plan(300, seed) for seed in range(6)]
    found = total([score(p, edited(p, seed, kind)) for seed, p in enumerate(plans)])
    print(f"{kind}: precision {found.precision:.4f} recall {found.recall:.4f}")
    assert found.precision >= 0.98, found
    assert found.recall >= 0.98, found


@pytest.mark.parametrize("kind", EDITS)
def test_plans_as_read(kind: str) -> None:
    plans = [read_document(text).items for text in TEXTS]
    runs = [score(p, edited(p, seed, kind)) for p in plans for seed in range(10)]
    found = total(runs)
    print(f"{kind}: precision {found.precision:.4f} recall {found.recall:.4f}")
    assert found.precision >= 0.98, found
    assert found.recall >= 0.98, found


def test_two_thousand_items_take_seconds() -> None:
    items = plan(2000, 1)
    began = time.process_time()
    score(items, edited(items, 1, "all"))
    assert time.process_time() - began < 10


@pytest.mark.parametrize("label", ["相談支援の推進", "あ", ""])
def test_two_thousand_times_one_label_take_seconds(label: str) -> None:
    flat = tuple(item(str(n), label) for n in range(2000))
    deep = tuple(item(f"d{n}", label, f"d{n - 1}" if n else None) for n in range(1000))
    began = time.process_time()
    assert len(match(flat, flat).pairs) == 2000
    match(deep, flat)
    match(deep, deep)
    assert time.process_time() - began < 10


def test_nothing_in_common() -> None:
    assert match(plan(60, 1), ()).pairs == {}
    assert match((), plan(60, 1)).pairs == {}


def test_swapped_numbers_do_not_fool_it() -> None:
    old = (item("1", "緑の保全"), item("2", "水辺の再生"))
    new = (item("1", "水辺の再生"), item("2", "緑の保全"))
    assert match(old, new).pairs == {"1": "2", "2": "1"}


def test_insertion_before_a_renamed_item_does_not_fool_it() -> None:
    old = (item("1", "緑の保全"), item("2", "水辺の再生と活用"), item("3", "まちなみの形成"))
    new = (
        item("1", "緑の保全"), item("2", "生きものとの共生"), item("3", "水辺の再生"),
        item("4", "まちなみの形成"),
    )  # fmt: skip
    assert match(old, new).pairs == {"1": "1", "2": "3", "3": "4"}


def test_same_number_with_another_label_is_another_item() -> None:
    old = (item("1", "緑の保全"), item("2", "商店街の活性化"))
    new = (item("1", "緑の保全"), item("2", "消防団への加入の促進"))
    assert match(old, new).pairs == {"1": "1"}


def test_one_character_forms_and_spaces_make_no_difference() -> None:
    old = (item("1", "こども・子育て支援（重点）"),)
    assert match(old, (item("1", "こども・子育て 支援 (重点)"),)).pairs == {"1": "1"}


def test_repeated_labels_are_told_apart_by_their_parents() -> None:
    old = (
        item("1", "子育て"), item("1/1", "相談支援", "1", 2),
        item("2", "高齢者"), item("2/1", "相談支援", "2", 2),
    )  # fmt: skip
    new = (
        item("1", "高齢者"), item("1/1", "相談支援", "1", 2),
        item("2", "子育て"), item("2/1", "相談支援", "2", 2),
    )  # fmt: skip
    assert match(old, new).pairs == {"1": "2", "1/1": "2/1", "2": "1", "2/1": "1/1"}


def test_repeated_label_under_a_goal_that_went_and_one_that_came_is_two_items() -> None:
    old = (
        item("1", "子育て"), item("1/1", "相談支援", "1", 2),
        item("2", "高齢者"), item("2/1", "相談支援", "2", 2),
    )  # fmt: skip
    new = (
        item("1", "子育て"), item("1/1", "相談支援", "1", 2),
        item("2", "防災と減災"), item("2/1", "相談支援", "2", 2),
    )  # fmt: skip
    found = match(old, new)
    assert found.pairs == {"1": "1", "1/1": "1/1"}
    assert found.doubts == (Doubt(("2/1",), ("2/1",)),)


def test_repeated_label_moved_to_a_known_goal_is_the_same_item() -> None:
    goals = (item("1", "子育て"), item("2", "高齢者"), item("3", "防災"))
    old = (*goals, item("1/1", "相談支援", "1", 2), item("2/1", "相談支援", "2", 2))
    new = (*goals, item("1/1", "相談支援", "1", 2), item("3/1", "相談支援", "3", 2))
    assert match(old, new).pairs["2/1"] == "3/1"


def test_repeated_label_of_one_parent_keeps_its_order() -> None:
    old = tuple(item(str(n), "広報") for n in (1, 2))
    new = (item("1", "計画の周知"), item("2", "広報"), item("3", "広報"))
    assert match(old, new).pairs == {"1": "2", "2": "3"}


def test_goal_with_another_name_is_known_by_what_stands_below() -> None:
    labels = ("健診の充実", "食育の推進", "予防接種")
    old = (item("1", "健やか"), *(item(f"1/{n}", w, "1", 2) for n, w in enumerate(labels)))
    new = (item("4", "元気に暮らす"), *(item(f"4/{n}", w, "4", 2) for n, w in enumerate(labels)))
    assert match(old, new).pairs["1"] == "4"


def test_split_is_left_to_a_person() -> None:
    old = (item("1", "防災・防犯対策の推進"), item("2", "緑の保全"))
    new = (item("1", "防災対策の推進"), item("2", "防犯対策の推進"), item("3", "緑の保全"))
    found = match(old, new)
    assert found.pairs == {"2": "3"}
    assert found.doubts == (Doubt(("1",), ("1", "2")),)


def test_merger_is_left_to_a_person() -> None:
    old = (item("1", "防災対策の推進"), item("2", "防犯対策の推進"), item("3", "緑の保全"))
    new = (item("1", "防災・防犯対策の推進"), item("2", "緑の保全"))
    found = match(old, new)
    assert found.pairs == {"3": "2"}
    assert found.doubts == (Doubt(("1", "2"), ("1",)),)


def test_new_wording_of_the_vision_is_still_the_vision() -> None:
    vision = ItemDraft("vision", 0, "基本理念", ItemKind.VISION, "緑かおるまち", None, PLACE)
    other = replace(vision, label="だれもが主役")
    assert match((vision,), (other,)).pairs == {"vision": "vision"}


def test_parents_that_form_a_circle_do_not_hang_it() -> None:
    circle = (item("1", "甲", "2"), item("2", "乙", "1"), item("3", "丙", "3"))
    assert match(circle, circle).pairs == {"1": "1", "2": "2", "3": "3"}
