"""Items among their siblings: label to compare, container, number, and what stands before it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer
from alignchecker.graph.entries import Entry, Items, items_of_plans
from alignchecker.model.names import CODE
from alignchecker.model.normalize import label_key
from alignchecker.triples.index import Numbered

_NORMALIZED_LABEL, _CONTAINER = aln("normalizedLabel"), aln("container")
_ITEM_NUMBER, _PREVIOUS_NUMBER = aln("itemNumber"), aln("previousNumber")
_GROUP = NamedNode(CODE + "kind-group")
_LEVEL_WORDS = {
    "measures": re.compile(r"(?:施策|事業|取り?組み?)$"),
    "goals": re.compile(r"(?:目標|方針|柱)$"),
}
_OUTSIDE_LEVELS = {_GROUP, NamedNode(CODE + "kind-vision")}


@dataclass(frozen=True, slots=True, eq=False)
class _Item:
    """An item; container is where its number counts."""

    node: Node
    plan: Node
    container: Node
    label: str
    level: str
    order: int
    code: str | None
    printed: int | None
    kind: Term | None


def item_facts(dataset: Dataset) -> Iterator[Sequence[Numbered]]:
    """normalizedLabel, container, codeNumber, itemNumber, sameNumberAs and previousNumber.

    Also treeInDoubtAt, for plans whose tree lacks a level or mixes two.
    """
    for plan, entries in dataset.answer(items_of_plans).items():
        yield dataset.once(_facts_of_plan, plan, entries)


def _facts_of_plan(plan: Node, entries: Sequence[Entry]) -> Iterator[Statement]:
    found = {entry.node: entry for entry in entries}
    items = _placed(found)
    siblings: dict[tuple[Node, str], list[_Item]] = defaultdict(list)
    for node, item in items.items():
        yield node, _NORMALIZED_LABEL, Literal(found[node].key)
        yield node, _CONTAINER, item.container
        siblings[item.container, item.level].append(item)
    levels: dict[str, list[dict[_Item, int]]] = defaultdict(list)
    for (container, level), group in siblings.items():
        above = items.get(container)
        coded = _code_numbers(group, _prefix(above) if above else None)
        for item, number in coded.items():
            yield item.node, aln("codeNumber"), Literal(number)
        printed = {item: item.printed for item in group if item.printed is not None}
        numbered = {**printed, **coded}
        levels[level].append({i: n for i in group if (n := numbered.get(i)) is not None})
    doubtful = _mixed_top(plan, items.values()) or next(
        filter(None, (_restart(numbers) for of_level in levels.values() for numbers in of_level)),
        None,
    )
    if doubtful is not None:
        yield plan, aln("treeInDoubtAt"), doubtful.node
    for containers in levels.values():
        for numbers in containers:
            yield from _number_facts(numbers, is_certain=doubtful is None)
        yield from _previous(containers)


def _placed(items: Items) -> Mapping[Node, _Item]:
    """The items that have a name, with the container of each: groups count as no level."""
    placed = {}
    for node, item in items.items():
        if not item.label:
            continue
        parent, seen = item.parent, {node}
        while parent is not None and parent in items and parent not in seen:
            if items[parent].kind != _GROUP:
                break
            seen.add(parent)
            parent = items[parent].parent
        placed[node] = _Item(
            node, item.plan, parent or item.plan, item.label, item.level, item.order or 0,
            item.code, item.printed, item.kind,
        )  # fmt: skip
    return placed


def _code_numbers(group: Sequence[_Item], above: str | None) -> dict[_Item, int]:
    """The number among siblings that a code gives: 22 under 2 is 2, 1-3 under 1 is 3, 4 is 4.

    Codes contain the code above only if those of all siblings do: 11 beside 2 to 12 under 1 is 11.
    Three digits of its own count through the plan, not among siblings.
    """
    codes = {item: item.code for item in group if item.code is not None}
    nested = bool(above) and all(c.startswith(above or "") and c != above for c in codes.values())
    found = {}
    for item, code in codes.items():
        rest = code.removeprefix(above or "").lstrip("-.") if nested else code
        number = _integer(rest)
        if number is not None and len(rest) < 3:
            found[item] = number
    return found


def _prefix(item: _Item) -> str | None:
    """What the codes of children begin with: the code, else the number it is printed with."""
    return item.code or (None if item.printed is None else str(item.printed))


def _mixed_top(plan: Node, items: Iterable[_Item]) -> _Item | None:
    """Where goals stand beside measures at the top of a plan, the first of the rarer kind.

    基本目標 beside 横断的な目標 or 重点プロジェクト is as plans are made.
    """
    levels: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        if item.container == plan and item.kind not in _OUTSIDE_LEVELS:
            name = next((n for n, words in _LEVEL_WORDS.items() if words.search(item.level)), None)
            if name is not None:
                levels[name].append(item)
    rarest = min(levels.values(), key=lambda group: (len(group), group[0].order), default=[])
    return min(rarest, key=_place) if len(levels) > 1 and len(rarest) > 1 else None


def _restart(numbers: Mapping[_Item, int]) -> _Item | None:
    """The item from which siblings are numbered anew: a heading above it was not read.

    Falling back to 1, or to a number from which the next ones go on. 1, 2, 2, 3 is a slip.
    """
    ordered = sorted(numbers, key=_place)
    for i, (before, item) in enumerate(pairwise(ordered)):
        after = numbers[ordered[i + 2]] if i + 2 < len(ordered) else None
        number = numbers[item]
        goes_on = after == number + 1 or (number == 1 and after in {None, 1})
        if number < numbers[before] and goes_on and _form(before) == _form(item):
            return item
    return None


def _place(item: _Item) -> tuple[int, str]:
    return item.order, item.node.value


def _form(item: _Item) -> str:
    """How an item is numbered: 3-1 is of another list than 1."""
    return "0" if item.code is None else re.sub(r"\d+", "0", item.code)


def _number_facts(numbers: Mapping[_Item, int], *, is_certain: bool) -> Iterator[Statement]:
    """itemNumber and, where the tree is certain, sameNumberAs."""
    first: dict[tuple[int, str], _Item] = {}
    for item in sorted(numbers, key=_place):
        number = numbers[item]
        yield item.node, _ITEM_NUMBER, Literal(number)
        earlier = first.setdefault((number, _form(item)), item)
        if is_certain and not _is_one_thing(earlier.label, item.label):
            yield item.node, aln("sameNumberAs"), earlier.node


def _is_one_thing(one: str, other: str) -> bool:
    """Two prints of a heading, or parts of what has the number: 駅前線 北工区 and 駅前線 南工区."""
    if label_key(one) == label_key(other):
        return True
    parts = one.split(maxsplit=1), other.split(maxsplit=1)
    return all(len(words) == 2 for words in parts) and parts[0][0] == parts[1][0]


def _previous(containers: Sequence[Mapping[_Item, int]]) -> Iterator[Statement]:
    """previousNumber; the numbers of a level may run on from one parent to the next."""
    used = Counter(number for numbers in containers for number in set(numbers.values()))
    running = max(used.values(), default=0) == 1 or _run_on(containers)
    for numbers in containers:
        known = sorted(used if running else set(numbers.values()))
        before = dict(zip(known[1:], known, strict=False))
        for item, number in numbers.items():
            if number in before:
                yield item.node, _PREVIOUS_NUMBER, Literal(before[number])


def _run_on(containers: Sequence[Mapping[_Item, int]]) -> bool:
    """Whether most parents begin where the one before left off, though some number recurs."""
    filled = [numbers for numbers in containers if numbers]
    filled.sort(key=lambda numbers: min(item.order for item in numbers))
    followed = sum(min(b.values()) == max(a.values()) + 1 for a, b in pairwise(filled))
    return followed * 2 > len(filled) - 1 > 0


def _integer(text: str) -> int | None:
    number = integer(Literal(text))
    return number if number is not None and number >= 0 else None
