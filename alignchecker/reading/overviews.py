"""Overviews that list again what the body sets out under its own headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from alignchecker.model.normalize import label_key
from alignchecker.reading.entry import Entry, EntryKind
from alignchecker.reading.level_words import is_development
from alignchecker.reading.markers import bare_marker
from alignchecker.reading.outline import Node

_MOST = 0.6
ASIDE = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]+)[)）\]］】]$")
"""What stands in brackets at the end of a heading, and says more of it: （新設）, （基本目標1）."""
_Key = tuple[str, str | None]


def name_by_overviews(entries: Sequence[Entry]) -> list[Entry]:
    """Numbered headings get the level that an overview lists them under, if it lists most of them.

    | 方針 | 担当課 | over "1 道路の整備" says what the heading "１　道路の整備" of the body is.
    """
    listed: dict[str, set[_Key]] = {}
    body: dict[_Key, list[int]] = {}
    for i, entry in enumerate(entries):
        key = (label_key(ASIDE.sub("", entry.text)), entry.number)
        if entry.kind is not EntryKind.HEADING:
            continue
        if entry.word:
            listed.setdefault(entry.word, set()).add(key)
        elif entry.word is None and entry.number:
            body.setdefault(key, []).append(i)
    named = list(entries)
    for word, keys in listed.items():
        places = sorted(i for key in keys for i in body.get(key, ()))
        styles = Counter(entries[i].style for i in places)
        style = max(styles, key=lambda name: styles[name], default=None)
        if style is None or styles[style] < _MOST * len(keys):
            continue
        for i in places:
            if entries[i].style == style:
                named[i] = replace(entries[i], word=word, style=f"word:{word}")
    return named


def name_by_references(entries: Sequence[Entry]) -> list[Entry]:
    """Headings are the items whose level and number stand behind them, where several are.

    "5-1 健康づくり（基本目標1）" sets out what an overview lists as 基本目標1, and is called so.
    """
    listed = {
        (entry.word, entry.number): entry.text
        for entry in reversed(entries)
        if entry.kind is EntryKind.HEADING and entry.word and entry.number
    }
    found: dict[tuple[str, str], dict[str, int]] = {}
    for i, entry in enumerate(entries):
        aside = ASIDE.search(entry.text)
        if entry.kind is not EntryKind.HEADING or entry.word or not entry.number or not aside:
            continue
        marker = bare_marker(aside[1])
        if marker and marker.word and marker.number and (marker.word, marker.number) in listed:
            found.setdefault((entry.style, marker.word), {}).setdefault(marker.number, i)
    named = list(entries)
    for (_, word), places in found.items():
        # One such heading only points to the item.
        for number, i in places.items() if len(places) > 1 else ():
            text = listed[word, number]
            named[i] = replace(
                entries[i], text=text, word=word, number=number, style=f"word:{word}"
            )
    return named


def take_lists(root: Node) -> list[Node]:
    """Take out of the outline the rows that list again items which stand deeper in the body.

    Gives the nodes taken out: they may say who is responsible. What stands over them in the table
    says where they are (第4章第1節). A table in which something is new stays.
    """
    body = {
        (label_key(node.label), node.word)
        for node in root.walk()
        if node.word and not _in_table(node) and _stands_deeper(node)
    }
    taken: list[Node] = []
    for top in list(root.walk()):
        if top.parent is None or not _in_table(top) or any(a.word for a in top.ancestors()):
            continue
        leaves = [node for node in top.walk() if not node.children]
        if all((label_key(leaf.label), leaf.word) in body for leaf in leaves):
            top.parent.children.remove(top)
            taken += leaves
    return taken


def _in_table(node: Node) -> bool:
    return node.entry is not None and node.entry.table is not None


def _stands_deeper(node: Node) -> bool:
    """A heading over it, which a row of the table alone does not show, is part of the tree."""
    above = node.parent
    return above is not None and above.number is not None and not is_development(above.label)
