"""How a plan's levels are called, which belong to its tree, and which one holds the measures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alignchecker.model.normalize import fold
from alignchecker.reading.branch import Branch
from alignchecker.reading.level_words import is_action, is_goal, level_word, names_measures

UNNAMED = "項目"
"""The name of a level that its plan does not name."""

_CLAIM = re.compile(
    r"(\d{1,3})\s{0,2}(?:つ|個|項目|本)?\s{0,2}の\s{0,2}「?([一-龠ァ-ヶぁ-んー]{1,10})"
)


def name_levels(
    tops: list[Branch], chains: Sequence[Sequence[str]], titles: Sequence[str], text: str
) -> list[Branch]:
    """Give each unlabelled item its level's name; take out numbered lists that are no level.

    A name that the plan does not print lowers the item's confidence.
    """
    for _ in range(6):
        before = _unnamed(tops)
        _name_once(tops, chains)
        if _unnamed(tops) == before:
            break
    _name_by_counts(tops, text)
    _name_once(tops, chains)
    _prune(tops)
    default = _default_name(tops, titles)
    for depth, _, branch in _by_depth(tops):
        branch.word = branch.word or _division(branch.style)
        if branch.word is None:
            branch.word = default if depth == 2 else UNNAMED
            branch.confidence = 0.5
    return tops


def _default_name(tops: Sequence[Branch], titles: Sequence[str]) -> str:
    """What stands unnamed below the goals is a 施策 where the part's title (施策の体系) says so.

    Not where other items are called so: 具体的施策 below it are the 施策 that the title speaks of.
    """
    is_free = not any((branch.word or "").endswith("施策") for branch in _walk(tops))
    return "施策" if is_free and any(map(names_measures, titles)) else UNNAMED


def _division(style: str) -> str | None:
    """第1章 as a level without another name is called by its unit: 章."""
    return style.rpartition("chapter:")[2] if "chapter:" in style else None


def _walk(tops: Sequence[Branch]) -> Iterator[Branch]:
    for top in tops:
        yield from top.walk()


def _unnamed(tops: Sequence[Branch]) -> int:
    return sum(branch.word is None for branch in _walk(tops))


def _by_depth(tops: Sequence[Branch]) -> Iterator[tuple[int, Branch | None, Branch]]:
    """Every branch with its depth from 1 and its parent."""
    stack: list[tuple[int, Branch | None, Branch]] = [(1, None, top) for top in reversed(tops)]
    while stack:
        depth, parent, branch = stack.pop()
        yield depth, parent, branch
        stack += [(depth + 1, branch, child) for child in reversed(branch.children)]


def _name_once(tops: Sequence[Branch], chains: Sequence[Sequence[str]]) -> None:
    by_place: dict[tuple[str | None, str], Counter[str]] = {}
    for _, parent, branch in _by_depth(tops):
        if branch.word and branch.number:
            place = (parent.word if parent else None, branch.style)
            by_place.setdefault(place, Counter())[branch.word] += 1
    for _, parent, branch in _by_depth(tops):
        if branch.word:
            continue
        upper = parent.word if parent else None
        branch.word = _next_in_chain(upper, chains, is_top=parent is None)
        siblings = parent.children if parent else tops
        named = Counter(s.word for s in siblings if s.word and s.number and not is_action(s.word))
        if branch.word is None and named:
            branch.word = named.most_common(1)[0][0]
        if branch.word is None and (upper, branch.style) in by_place:
            branch.word = by_place[(upper, branch.style)].most_common(1)[0][0]


def _next_in_chain(
    upper: str | None, chains: Sequence[Sequence[str]], *, is_top: bool
) -> str | None:
    for chain in chains:
        if is_top:
            return chain[0]
        for above, below in pairwise(chain):
            if above == upper:
                return below
    return None


def _name_by_counts(tops: Sequence[Branch], text: str) -> None:
    """「12の基本施策」 names the level that has twelve items."""
    claims = {(int(count), word) for count, word in _counted_words(text)}
    levels: dict[int, list[Branch]] = {}
    for depth, _, branch in _by_depth(tops):
        if branch.word is None:
            levels.setdefault(depth, []).append(branch)
    taken = {branch.word for branch in _walk(tops)}
    for _, branches in sorted(levels.items()):
        words = sorted(
            word for count, word in claims if count == len(branches) and word not in taken
        )
        if len(words) == 1:
            taken.add(words[0])
            for branch in branches:
                branch.word = words[0]


def _counted_words(text: str) -> Iterator[tuple[str, str]]:
    for count, words in _CLAIM.findall(fold(text)):
        for end in range(len(words), 0, -1):
            word = level_word(words[:end])
            if word:
                yield count, word
                break


def _prune(tops: list[Branch]) -> None:
    """Take out unnamed numbered lists below the tree.

    They are a level only directly below the goals, and not when only the last goal has one: what
    follows the last goal (推進体制 …) is not part of it. Deeper, most items must have one.
    """
    levels: dict[int, list[Branch]] = {}
    for depth, _, branch in _by_depth(tops):
        levels.setdefault(depth, []).append(branch)
    for depth in sorted(levels):
        parents = [b for b in levels[depth] if any(c.word is None for c in b.children)]
        if not parents:
            continue
        only_last = len(levels[depth]) > 1 and parents == [levels[depth][-1]]
        if only_last or (depth > 1 and len(parents) * 2 < len(levels[depth])):
            for parent in parents:
                parent.children = [child for child in parent.children if child.word is not None]


def measure_level(tops: Sequence[Branch]) -> str | None:
    """The level whose items must be linked: the lowest of the policy tree.

    Lists of actions do not count while a policy level stands above them; goals alone have none.
    """
    below = [(depth, b) for depth, _, b in _by_depth(tops) if depth > 1]
    policy = [(depth, b) for depth, b in below if not is_action(b.word or "")]
    tops_of_measures = Counter(top.word for top in tops if top.word and not is_goal(top.word))
    if not policy and tops_of_measures:
        return tops_of_measures.most_common(1)[0][0]
    chosen = policy or [(depth, b) for depth, b in below if b.number]
    if not chosen:
        return None
    deepest = max(depth for depth, _ in chosen)
    names = Counter(b.word for depth, b in chosen if depth == deepest)
    return names.most_common(1)[0][0]
