"""Items that a plan prints more than once, in its overview and its body, each once."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from alignchecker.model.normalize import label_key
from alignchecker.reading.branch import Branch, walk_all
from alignchecker.reading.overviews import ASIDE

_SIMILAR = 0.85


def merge_prints(branches: Sequence[Branch]) -> list[Branch]:
    """Items printed more than once under one parent, as one: the first print's label stays."""
    merged: list[Branch] = []
    # Prints of one item have their label or their number in common.
    alike: dict[str | int, list[Branch]] = {}
    for branch in branches:
        keys: list[str | int] = [label_key(branch.label)]
        keys += [branch.ordinal] if branch.ordinal is not None else []
        candidates = (other for key in keys for other in alike.get(key, ()))
        same = next((other for other in candidates if _is_same(other, branch)), None)
        if same is None:
            merged.append(branch)
            for key in keys:
                alike.setdefault(key, []).append(branch)
            continue
        _absorb(same, branch)
    for branch in merged:
        branch.children = merge_prints(branch.children)
    return merged


def _absorb(same: Branch, branch: Branch) -> None:
    """Take over what another print of the item says; the first print's label stays."""
    same.word = same.word or branch.word
    same.number = same.number or branch.number
    known = {entry.text for entry in same.texts}
    same.texts += [entry for entry in branch.texts if entry.text not in known]
    same.bullets += [entry for entry in branch.bullets if entry.text not in known]
    same.departments += [d for d in branch.departments if d not in same.departments]
    same.children += branch.children
    same.lines += branch.lines
    same.rows += branch.rows


def place_again(tops: list[Branch]) -> list[Branch]:
    """Items printed again without what stands above them go to their place in the tree.

    The overview has 基本目標1 > プロジェクト1, the body begins with プロジェクト1.
    """
    nested: dict[tuple[str | None, str, str | None], list[tuple[Branch, Branch]]] = {}
    for top in tops:
        for branch in walk_all(top.children):
            key = (branch.word, label_key(branch.label), branch.number)
            nested.setdefault(key, []).append((branch, top))
    found = {id(top): nested.get((top.word, label_key(top.label), top.number), []) for top in tops}
    again = {key for key, places in found.items() if len(places) == 1}
    kept: list[Branch] = []
    for top in tops:
        places = found[id(top)]
        # A tree that is printed again itself is no place to go to.
        if id(top) not in again or top.word is None or id(places[0][1]) in again:
            kept.append(top)
            continue
        home = places[0][0]
        _absorb(home, top)
        home.children = merge_prints(home.children)
    return kept


def _is_same(one: Branch, other: Branch) -> bool:
    keys = label_key(one.label), label_key(other.label)
    if one.word and other.word and one.word != other.word:
        # 主要事業 of the overview are 事業 in the body.
        shorter, longer = sorted((one.word, other.word), key=len)
        if keys[0] != keys[1] or not longer.endswith(shorter):
            return False
    if one.group and other.group and one.group != other.group:
        return False
    numbers_agree = not one.number or not other.number or one.ordinal == other.ordinal
    if keys[0] == keys[1]:
        return numbers_agree
    if not one.number or not other.number or not numbers_agree:
        return False
    # 安全・安心 in one place, 安心・安全 in another; 【新設】 behind one of them.
    plain = [sorted(ASIDE.sub("", key)) for key in keys]
    return plain[0] == plain[1] or (
        one.section != other.section
        and difflib.SequenceMatcher(None, *keys, autojunk=False).ratio() >= _SIMILAR
    )
