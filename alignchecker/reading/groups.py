"""Groups: unnumbered headings that stand over some of the plan's top items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.model.normalize import label_key
from alignchecker.reading.branch import Branch
from alignchecker.reading.entry import Entry, EntryKind
from alignchecker.reading.level_words import is_column, is_development, vision_word

_MAX_LABEL = 40
_CAPTION = re.compile(r"[【\[(（]?[図表]\s*[-－\d０-９]")


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its label, the line it stands on, the top items below it."""

    label: str
    line: int
    members: tuple[Branch, ...]


def read_groups(entries: Sequence[Entry], tops: Sequence[Branch]) -> list[Group]:
    """The groups of the top items; none unless at least two stand directly over different ones.

    A title that stands once over the whole tree (施策の体系) is no group.
    """
    by_line = {line: top for top in tops for line in top.lines}
    found: dict[int, Entry] = {}
    for i, entry in enumerate(entries):
        top = by_line.get(entry.line)
        if top is None or entry.kind is not EntryKind.HEADING or entry.word != top.word:
            continue
        title = _title_before(entries, i)
        if title is not None and id(top) not in found:
            found[id(top)] = title
    labels = {label_key(title.text) for title in found.values()}
    # 実施主体：青葉市 under the last measure comes again and again, a group's title once.
    if len(labels) < len(found):
        return []
    if len(labels) < 2 or len(labels) >= len(tops) or id(tops[0]) not in found:
        return []
    return _partition(tops, found)


def _title_before(entries: Sequence[Entry], i: int) -> Entry | None:
    """The unnumbered heading directly before an entry or before the column headers over it."""
    headers = 0
    j = i - 1
    while j >= 0 and _is_header(entries[j]):
        headers += 1
        j -= 1
    title = entries[j] if j >= 0 else None
    if title is None or not _is_unnumbered(title) or not _stands_alone(title, headers):
        return None
    if re.search(r"[。：:]", title.text) or len(title.text) > _MAX_LABEL:
        return None
    if _CAPTION.match(title.text):
        return None
    if is_development(title.text) or vision_word(title.text):
        return None
    return title


def _stands_alone(title: Entry, headers: int) -> bool:
    """A blank line, a heading's mark or column headers below tell it from the line before."""
    return title.gap or title.kind is EntryKind.HEADING or headers >= 2


def _is_unnumbered(entry: Entry) -> bool:
    """A line without a number: plain, or marked as a heading by Markdown or a bullet."""
    if entry.kind is EntryKind.HEADING:
        return entry.word is None and entry.number is None
    return entry.kind is EntryKind.TEXT


def _is_header(entry: Entry) -> bool:
    if entry.kind in (EntryKind.LEAD, EntryKind.CHAIN):
        return True
    return entry.kind is EntryKind.TEXT and is_column(entry.text)


def _partition(tops: Sequence[Branch], found: dict[int, Entry]) -> list[Group]:
    groups: list[Group] = []
    members: list[Branch] = []
    for top in tops:
        title = found.get(id(top))
        if title is not None:
            members = [top]
            groups.append(Group(title.text, title.line, tuple(members)))
        elif groups:
            members.append(top)
            last = groups[-1]
            groups[-1] = Group(last.label, last.line, tuple(members))
    return groups
