"""Edits of a plan's tree as they happen between two drafts, with what became of each item."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignchecker.model.plan import ItemDraft, ItemKind, Position

PLACE = Position("素案.txt", line=1)
_SUBJECTS = [
    *(
        "子育て家庭",
        "高齢者",
        "障がい者",
        "若者",
        "市民",
        "地域",
        "里山",
        "河川",
        "商店街",
        "農業",
        "漁業",
    ),
    *(
        "観光",
        "学校",
        "図書館",
        "文化財",
        "公園",
        "道路",
        "下水道",
        "防災",
        "消防",
        "公共交通",
        "空き家",
    ),
    *(
        "医療",
        "健康",
        "食育",
        "人権",
        "男女共同参画",
        "多文化共生",
        "情報発信",
        "財政",
        "職員",
        "ごみ",
    ),
    *(
        "生物多様性",
        "再生可能エネルギー",
        "騒音",
        "港",
        "森林",
        "水道",
        "スポーツ",
        "青少年",
        "保育",
    ),
    *("介護", "認知症", "自殺", "生活困窮者", "移住", "雇用"),
]
_DEEDS = [
    *(
        "相談体制の充実",
        "支援の推進",
        "環境の整備",
        "意識の啓発",
        "担い手の育成",
        "ネットワークの構築",
    ),
    *("計画的な更新", "利用の促進", "魅力の向上", "安全の確保", "活動への助成", "連携の強化"),
    *("実態の把握", "居場所づくり", "情報提供の充実", "保全と活用"),
]
_REWORDINGS = (
    lambda label: f"{label}と充実",
    lambda label: f"効果的な{label}",
    lambda label: label.replace("の推進", "を進める取組").replace("の充実", "の更なる充実"),
    lambda label: f"{label}（重点）",
    lambda label: label.replace("支援", "サポート").replace("整備", "整備・改善") + "の推進",
)


@dataclass(frozen=True, slots=True)
class Edited:
    """A tree after edits. kept: id before -> id after, of every item that is still there."""

    items: tuple[ItemDraft, ...]
    kept: dict[str, str]


def plan(size: int, seed: int) -> tuple[ItemDraft, ...]:
    """Goals, policies and measures: about ``size`` items; a tenth of its labels repeat."""
    chance = random.Random(seed)
    items: list[ItemDraft] = []
    labels = [f"{subject}{deed}" for subject in _SUBJECTS for deed in _DEEDS]
    chance.shuffle(labels)
    extra = iter(f"{place}地区の{label}" for place in ("東部", "西部", "沿岸") for label in labels)
    number, goal = iter([*labels]), 0
    kinds = (("基本目標", ItemKind.GOAL), ("基本施策", ItemKind.POLICY), ("施策", ItemKind.MEASURE))

    def add(item_id: str, level: int, parent: str | None) -> None:
        label = next(number, None) or next(extra)
        if items and level == 3 and chance.random() < 0.1:
            label = chance.choice([item for item in items if item.level > 0]).label
        name, kind = kinds[level - 1]
        items.append(_item(item_id, level, name, kind, label, parent))

    while len(items) < size:
        goal += 1
        add(f"{goal}", 1, None)
        for policy in range(1, chance.randint(2, 5)):
            add(f"{goal}/{policy}", 2, f"{goal}")
            for measure in range(1, chance.randint(2, 6)):
                add(f"{goal}/{policy}/{measure}", 3, f"{goal}/{policy}")
    return tuple(items)


def _item(
    item_id: str, level: int, name: str, kind: ItemKind, label: str, parent: str | None
) -> ItemDraft:
    number = item_id.rpartition("/")[2]
    return ItemDraft(
        item_id, level, name, kind, label, parent, PLACE, code=number, printed_number=number
    )


@dataclass(frozen=True, slots=True)
class Rates:
    """Which share of the items an edit touches; everything is numbered afresh after any of them."""

    rename: float = 0.0
    move: float = 0.0
    delete: float = 0.0
    insert: float = 0.0
    reorder: bool = False


def edit(items: Sequence[ItemDraft], seed: int, rates: Rates) -> Edited:
    """The tree after edits."""
    chance = random.Random(seed)
    nodes = {item.id: item for item in items}
    order = list(nodes)
    rest = [i for i in order if nodes[i].kind is not ItemKind.VISION]

    def some(rate: float) -> list[str]:
        return chance.sample(rest, round(len(rest) * rate))

    for item_id in some(rates.rename):
        label = chance.choice(_REWORDINGS)(nodes[item_id].label)
        nodes[item_id] = replace(nodes[item_id], label=label)
    for item_id in some(rates.move):
        _move(nodes, item_id, chance)
    parents = {item.parent for item in nodes.values()}
    for item_id in some(rates.delete):
        # A draft seldom drops a goal with all that stands under it.
        if item_id not in parents:
            order.remove(item_id)
    for number in range(round(len(rest) * rates.insert)):
        _insert(nodes, order, number, chance)
    if rates.reorder:
        chance.shuffle(order)
    return _renumbered(order, nodes)


def _insert(
    nodes: dict[str, ItemDraft], order: list[str], number: int, chance: random.Random
) -> None:
    """Puts an item with a label of its own before another one."""
    before = chance.choice(order)
    label = f"{chance.choice(_SUBJECTS)}に関する新たな{chance.choice(_DEEDS)}{number}"
    nodes[f"new{number}"] = replace(nodes[before], id=f"new{number}", label=label)
    order.insert(order.index(before), f"new{number}")


def _move(nodes: dict[str, ItemDraft], item_id: str, chance: random.Random) -> None:
    """Hangs an item under another parent of the same level as its own."""
    item = nodes[item_id]
    if item.parent is None:
        return
    level = nodes[item.parent].level
    others = [n.id for n in nodes.values() if n.level == level and n.id != item.parent]
    if others:
        nodes[item_id] = replace(item, parent=chance.choice(others))


def _renumbered(order: Sequence[str], nodes: dict[str, ItemDraft]) -> Edited:
    """The items depth first with new ids and numbers."""
    below: dict[str | None, list[str]] = {}
    for item_id in order:
        below.setdefault(nodes[item_id].parent, []).append(item_id)
    kept: dict[str, str] = {}
    items: list[ItemDraft] = []

    def walk(parent: str | None, new_parent: str | None) -> None:
        for number, item_id in enumerate(below.get(parent, []), start=1):
            item = nodes[item_id]
            is_vision = item.kind is ItemKind.VISION
            new_id = (
                item_id if is_vision else f"{new_parent}/{number}" if new_parent else f"{number}"
            )
            kept[item_id] = new_id
            printed = None if is_vision else str(number)
            items.append(
                replace(item, id=new_id, parent=new_parent, code=printed, printed_number=printed)
            )
            walk(item_id, new_id)

    walk(None, None)
    return Edited(
        tuple(items), {old: new for old, new in kept.items() if not old.startswith("new")}
    )
