"""From entries to a tree of headings, by the sequence of their numbers and the order of levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from alignchecker.reading.entry import Entry, EntryKind
from alignchecker.reading.level_words import is_action


@dataclass(slots=True, eq=False)
class Node:
    """A heading with what stands below it. The root has no entry.

    is_item: it is an item although nothing numbers or names it.
    """

    entry: Entry | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    texts: list[Entry] = field(default_factory=list)
    is_item: bool = False

    @property
    def style(self) -> str:
        return self.entry.style if self.entry else ""

    @property
    def word(self) -> str | None:
        return self.entry.word if self.entry else None

    @property
    def number(self) -> str | None:
        return self.entry.number if self.entry else None

    @property
    def ordinal(self) -> int | None:
        return self.entry.ordinal if self.entry else None

    @property
    def label(self) -> str:
        return self.entry.text if self.entry else ""

    @property
    def line(self) -> int:
        return self.entry.line if self.entry else 0

    def ancestors(self) -> Iterator[Node]:
        """From the parent up to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def build_outline(entries: Sequence[Entry]) -> Node:
    """The headings as a tree; everything else hangs on the heading it stands under."""
    order = LevelOrder(entries)
    root = Node()
    stack = [root]
    for entry in entries:
        _leave_table(stack, entry)
        if entry.kind is EntryKind.HEADING:
            _descend(stack, entry, order)
            node = Node(entry, stack[-1])
            stack[-1].children.append(node)
            stack.append(node)
        else:
            stack[-1].texts.append(entry)
    return root


def _leave_table(stack: list[Node], entry: Entry) -> None:
    """What follows a table stands under the heading over it, not under its last row."""
    table = stack[-1].entry.table if stack[-1].entry else None
    if table is None or entry.table == table:
        return
    while stack[-1].entry and stack[-1].entry.table == table:
        stack.pop()


def name_by_leads(entries: Sequence[Entry]) -> list[Entry]:
    """Headings that a lead names (個別施策 / 1101 …, 【主な取組】 / ◇ …) with that level word."""
    result = list(entries)
    by_style: dict[str, str] = {}
    lead: str | None = None
    own_style = ""
    run: tuple[str, int | None, str] | None = None
    for i, entry in enumerate(entries):
        if entry.kind is EntryKind.LEAD:
            lead, own_style = entry.words[0], entry.style
            continue
        # (3) after the lead (2) 基本方針 stands beside it, not in its list.
        if entry.kind is EntryKind.HEADING and entry.word is None and entry.style != own_style:
            run = _run(entry, lead, run)
            if run and run[0] == entry.style and run[1] == entry.ordinal:
                result[i] = _with_word(entry, run[2])
            if lead and entry.number and _is_specific(entry.style):
                by_style.setdefault(entry.style, lead)
        lead = None
    return [
        _with_word(entry, by_style[entry.style])
        if entry.word is None and entry.style in by_style
        else entry
        for entry in result
    ]


def _run(
    entry: Entry, lead: str | None, run: tuple[str, int | None, str] | None
) -> tuple[str, int | None, str] | None:
    """The list that a heading begins below a lead or goes on with: style, last number, its word.

    What only a bullet marks (◇) is a list below a lead of actions; text may stand between.
    """
    is_bullet = entry.style.startswith("bullet")
    if lead and (entry.number or (is_bullet and is_action(lead))):
        return entry.style, entry.ordinal, lead
    if run is None or run[0] != entry.style:
        return None if is_bullet or run is None or run[1] is None else run
    goes_on = run[1] is None or entry.ordinal == run[1] + 1
    return (run[0], entry.ordinal, run[2]) if goes_on else None


def _is_specific(style: str) -> bool:
    """A style that one level has for itself: a Markdown depth or codes of one width."""
    return style.startswith(("h1:", "h2:", "h3:", "h4:", "h5:", "h6:", "code"))


def _with_word(entry: Entry, word: str) -> Entry:
    return replace(entry, word=word, style=f"word:{word}")


class LevelOrder:
    """Which level word stands above which: read off the sequence of headings and header rows."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        labelled = [e for e in entries if e.kind is EntryKind.HEADING and e.word]
        self.chains = [e.words for e in entries if e.kind is EntryKind.CHAIN]
        self._pairs: set[tuple[str, str]] = set()
        first: dict[str, int] = {}
        for i, entry in enumerate(labelled):
            first.setdefault(entry.word or "", i)
        for upper, upper_place in first.items():
            numbers = {e.number for e in labelled if e.word == upper}
            for lower, lower_place in first.items():
                inside = _parents_with(labelled, upper, lower)
                if upper_place < lower_place and (len(inside) >= 2 or len(numbers) == 1):
                    self._pairs.add((upper, lower))
        for chain in self.chains:
            for i, upper in enumerate(chain):
                self._pairs |= {(upper, lower) for lower in chain[i + 1 :]}
                self._pairs -= {(lower, upper) for lower in chain[i + 1 :]}

    def is_above(self, upper: str, lower: str) -> bool:
        """Items called upper have items called lower below them."""
        if is_action(upper) != is_action(lower):
            return is_action(lower)
        if is_action(upper):
            # Lists of actions stand side by side (町の取組, 社協の取組) unless a header says else.
            return any(_orders(chain, upper, lower) for chain in self.chains)
        return (upper, lower) in self._pairs


def _orders(chain: Sequence[str], upper: str, lower: str) -> bool:
    return upper in chain and lower in chain and chain.index(upper) < chain.index(lower)


def _parents_with(labelled: Sequence[Entry], upper: str, lower: str) -> set[str]:
    """The items called upper after which one called lower stands before the next upper."""
    found: set[str] = set()
    current = ""
    for entry in labelled:
        if entry.word == upper:
            current = f"{entry.number} {entry.text}" if entry.number is None else entry.number
        elif entry.word == lower and current:
            found.add(current)
    return found


def _descend(stack: list[Node], entry: Entry, order: LevelOrder) -> None:
    """Close what the heading closes, so that its parent is on top of the stack."""
    if entry.table is not None and stack[-1].entry and stack[-1].entry.table == entry.table:
        _descend_in_table(stack, entry)
        return
    if entry.depth is not None:
        for i, node in enumerate(stack):
            if node.entry and node.entry.depth is not None and node.entry.depth >= entry.depth:
                del stack[i:]
                break
    if entry.word:
        _descend_labelled(stack, entry, order)
    elif entry.depth is None or entry.number:
        _descend_numbered(stack, entry)


def _descend_in_table(stack: list[Node], entry: Entry) -> None:
    """Within a table its columns say what is above what, whatever words the cells begin with."""
    while (top := stack[-1].entry) and top.table == entry.table and top.rank >= entry.rank:
        stack.pop()


def _descend_labelled(stack: list[Node], entry: Entry, order: LevelOrder) -> None:
    for i in range(len(stack) - 1, 0, -1):
        if stack[i].style == entry.style:
            del stack[i:]
            return
    first = _first_labelled(stack)
    while len(stack) > first and stack[-1].style.startswith("bullet"):
        stack.pop()
    while len(stack) > first:
        top = stack[-1]
        if top.word is None or order.is_above(top.word, entry.word or ""):
            return
        stack.pop()


def _first_labelled(stack: Sequence[Node]) -> int:
    """Where on the stack the policy tree begins; its length if it has not begun."""
    return next((i for i, node in enumerate(stack) if node.word), len(stack))


def _descend_numbered(stack: list[Node], entry: Entry) -> None:
    same = [i for i in range(len(stack) - 1, 0, -1) if stack[i].style == entry.style]
    ordinal = int(entry.number.rpartition("-")[2]) if entry.number else None
    if not same:
        _leave_chapters(stack, entry)
        return
    if ordinal is None:
        del stack[same[0] :]
        return
    for i in same:
        if stack[i].ordinal == ordinal - 1:
            del stack[i:]
            return
    if ordinal == 1 and same[0] < len(stack) - 1 and _may_nest(stack[same[0]], stack):
        return
    lower = [i for i in same if (stack[i].ordinal or 0) < ordinal]
    if ordinal > 1 and lower:
        del stack[lower[0] :]
    else:
        del stack[same[0] :]


def _may_nest(node: Node, stack: Sequence[Node]) -> bool:
    """A number that restarts at 1 below a labelled heading begins that heading's own list."""
    return any(other.word for other in stack[stack.index(node) + 1 :])


def _leave_chapters(stack: list[Node], entry: Entry) -> None:
    """第n章 closes everything but a larger division; parts, chapters, sections have an order."""
    units = "部編章節"
    if not entry.style.startswith("chapter:"):
        return
    rank = units.index(entry.style[-1])
    for i in range(1, len(stack)):
        style = stack[i].style
        if not style.startswith("chapter:") or units.index(style[-1]) >= rank:
            if entry.depth is not None and style.startswith("h"):
                continue
            del stack[i:]
            return
