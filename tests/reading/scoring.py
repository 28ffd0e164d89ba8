"""Compare the items of a draft with a gold tree typed by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft
from alignchecker.reading.level_words import vision_word


@dataclass(frozen=True)
class Score:
    """Precision, recall and their harmonic mean, with what is missing and what is too much."""

    precision: float
    recall: float
    f1: float
    missing: tuple[tuple[str, ...], ...]
    extra: tuple[tuple[str, ...], ...]


Key = tuple[str, ...]


def read_gold(path: Path) -> list[Key]:
    """The keys of a gold file: level name, number, and the labels from the item up to the top."""
    keys: list[Key] = []
    chain: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        level, number, label = (part.strip() for part in line.strip().split(" | ", 2))
        chain = [*chain[:depth], label_key(label)]
        keys.append((level, number, *reversed(chain)))
    return keys


def draft_keys(items: Iterable[ItemDraft]) -> list[Key]:
    """The same keys of a draft's items."""
    by_id = {item.id: item for item in items}
    keys = []
    for item in by_id.values():
        chain = [label_key(item.label)]
        parent = item.parent
        while parent is not None:
            above = by_id[parent]
            chain.append(label_key(above.label))
            parent = above.parent
        keys.append((item.level_name, item.printed_number or item.code or "-", *chain))
    return keys


def with_plain_levels(keys: Iterable[Key]) -> list[Key]:
    """The keys with 事業名 as 事業, and every vision (将来像, めざす姿) called 基本理念.

    Gold trees write either.
    """
    return [
        ("基本理念", *key[1:])
        if len(key) == 3 and key[1] == "-" and vision_word(key[0])
        else (re.sub("(?:名称|名)$", "", key[0]), *key[1:])
        for key in keys
    ]


def score(items: Iterable[ItemDraft], gold: Iterable[Key]) -> Score:
    """How well the items agree with the gold tree: level name, number, label and ancestors."""
    return score_keys(draft_keys(items), gold)


def score_keys(keys: Iterable[Key], gold: Iterable[Key]) -> Score:
    """The same of keys."""
    found, wanted = (
        Counter(keys),
        Counter((key[0], key[1].replace(".", "-"), *key[2:]) for key in gold),
    )
    common = sum((found & wanted).values())
    precision = common / max(1, found.total())
    recall = common / max(1, wanted.total())
    total = precision + recall
    return Score(
        precision,
        recall,
        2 * precision * recall / total if total else 0.0,
        tuple(sorted((wanted - found).elements())),
        tuple(sorted((found - wanted).elements())),
    )
