"""Codes over position: printed codes say which heading an item belongs to, wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alignchecker.reading.branch import Branch, walk_all

_CODE = re.compile(r"\d{3,6}")
_MIN_CODES = 3


@dataclass(frozen=True, slots=True)
class Dropped:
    """A heading that claims codes of another one: its label, number and the prefix claimed."""

    label: str
    number: str
    prefix: str
    line: int


def place_by_codes(tops: list[Branch]) -> tuple[list[Branch], list[Dropped]]:
    """The tree in the order of its codes, and the headings that the codes disown."""
    coded = [b for b in walk_all(tops) if b.number and _CODE.fullmatch(b.number)]
    widths = Counter(len(b.number or "") for b in coded)
    if len(coded) < _MIN_CODES or len(widths) != 1:
        return _place_hierarchical(tops), []
    codes = sorted({b.number or "" for b in coded})
    suffix = suffix_width(codes)
    if suffix is None:
        return tops, []
    for branch in coded:
        branch.code = branch.number
    parents = _parents(tops)
    headings: list[Branch] = []
    for branch in coded:
        parent = parents.get(id(branch))
        if parent is not None and parent not in headings:
            headings.append(parent)
    chosen, dropped = _claims(headings, coded, suffix)
    _rehang(coded, headings, chosen, suffix, parents)
    tops = _order_upwards(tops, chosen, parents, [h for h in headings if h not in chosen.values()])
    return tops, dropped


def suffix_width(codes: Sequence[str]) -> int | None:
    """How many digits at the end of the codes count within the heading above.

    The most digits for which every group of equal leading digits starts at 1.

    >>> suffix_width(["1101", "1102", "1201"]), suffix_width(["111", "112", "121"])
    (2, 1)
    """
    for width in range(len(codes[0]) - 1, 0, -1):
        groups: dict[str, list[int]] = {}
        for code in codes:
            groups.setdefault(code[:-width], []).append(int(code[-width:]))
        starting = sum(min(group) == 1 for group in groups.values())
        if starting * 5 >= len(groups) * 4:
            return width
    return None


def _parents(tops: Sequence[Branch]) -> dict[int, Branch]:
    return {id(child): branch for branch in walk_all(tops) for child in branch.children}


def _claims(
    headings: Sequence[Branch], coded: Sequence[Branch], suffix: int
) -> tuple[dict[str, Branch], list[Dropped]]:
    """The heading of each prefix. Of two, the one whose number agrees with the prefix keeps it."""
    claims: dict[str, list[Branch]] = {}
    for heading in headings:
        own = Counter(b.code[:-suffix] for b in heading.children if b in coded and b.code)
        prefix = min(own, key=lambda p: (-own[p], p))
        claims.setdefault(prefix, []).append(heading)
    prefixes = sorted(claims)
    upper = (suffix_width(prefixes) or len(prefixes[0])) if len(prefixes[0]) > 1 else 1
    chosen: dict[str, Branch] = {}
    dropped: list[Dropped] = []
    for prefix in prefixes:
        agreeing = [h for h in claims[prefix] if h.ordinal == int(prefix[-upper:])]
        chosen[prefix] = (agreeing or claims[prefix])[0]
        dropped += [
            Dropped(h.label, h.number or "", prefix, h.line)
            for h in claims[prefix]
            if h is not chosen[prefix]
        ]
    return chosen, dropped


def _rehang(
    coded: Sequence[Branch],
    headings: Sequence[Branch],
    chosen: dict[str, Branch],
    suffix: int,
    parents: dict[int, Branch],
) -> None:
    for heading in headings:
        heading.children = [child for child in heading.children if child not in coded]
    for branch in sorted(coded, key=lambda b: (b.code or "", b.line)):
        prefix = (branch.code or "")[:-suffix]
        home = chosen.get(prefix) or parents.get(id(branch))
        if home is not None:
            home.children.append(branch)
    for prefix, heading in chosen.items():
        heading.code = prefix


def _order_upwards(
    tops: list[Branch],
    chosen: dict[str, Branch],
    parents: dict[int, Branch],
    spurious: Sequence[Branch],
) -> list[Branch]:
    """Headings under the goal of their prefix's leading digits; all in the order of their codes."""
    uppers = [b for b in walk_all(tops) if b not in chosen.values() and b.children]
    for branch in uppers:
        branch.children = [c for c in branch.children if c not in spurious]
    loose: list[Branch] = []
    for prefix in sorted(chosen):
        heading = chosen[prefix]
        parent = parents.get(id(heading))
        if parent is None:
            loose.append(heading)
            continue
        goal = _upper(prefix, heading, parent, tops)
        parent.children.remove(heading)
        goal.children.append(heading)
    kept = [top for top in tops if top not in spurious]
    for branch in uppers:
        branch.children.sort(key=_sort_key(branch))
    return sorted(kept, key=lambda b: (b.ordinal is None, int(b.code or b.ordinal or 0), b.line))


def _upper(prefix: str, heading: Branch, parent: Branch, tops: Sequence[Branch]) -> Branch:
    """The branch of the parent's level whose number the prefix begins with."""
    level = [b for b in walk_all(tops) if b.word == parent.word and b.style == parent.style]
    for width in range(len(prefix) - 1, 0, -1):
        found = [b for b in level if b.ordinal == int(prefix[:width])]
        if found and found[0] not in list(heading.walk()):
            found[0].code = prefix[:width]
            return found[0]
    return parent


def _sort_key(parent: Branch) -> Callable[[Branch], tuple[bool, str, int]]:
    order = {id(child): i for i, child in enumerate(parent.children)}
    return lambda child: (child.code is None, child.code or "", order[id(child)])


def _place_hierarchical(tops: list[Branch]) -> list[Branch]:
    """1-2-3 belongs below 1-2, and 1-2 below the top item 1, wherever they are printed."""
    every = list(walk_all(tops))
    parents = _parents(tops)
    by_code: dict[str, Branch] = {b.number: b for b in reversed(tops) if b.number}
    by_code |= {b.number: b for b in reversed(every) if b.number and "-" in b.number}
    for branch in every:
        if not branch.number or "-" not in branch.number:
            continue
        prefix = branch.number.rpartition("-")[0]
        home, parent = by_code.get(prefix), parents.get(id(branch))
        if home is None or home in list(branch.walk()):
            continue
        branch.code = branch.number
        home.code = home.code or prefix
        if parent is None or home is parent or parent.number == prefix:
            continue
        parent.children.remove(branch)
        home.children.append(branch)
    return tops
