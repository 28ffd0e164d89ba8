"""To which items the rows of indicators and progress belong, wherever they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from alignchecker.model.normalize import label_key
from alignchecker.reading.branch import Branch, walk_all
from alignchecker.reading.entry import Entry
from alignchecker.reading.indicator_rows import IndicatorRow
from alignchecker.reading.indicators import indicator_key
from alignchecker.reading.level_words import is_action


def settle_rows(tops: Sequence[Branch], entries: Sequence[Entry]) -> list[Entry]:
    """Hang each row on its item: the one it names, else the one it stands under.

    Gives the rows that belong to no item; what is printed under an item as well is not one of them.
    """
    for top in tops:
        _lift(top)
    return _hang_by_label(tops, entries)


def _lift(branch: Branch) -> None:
    """A table that stands only behind the last of an item's parts is about the item, not that part.

    Where one of the other parts has a table too, each is about its own part. An only part keeps its
    table, unless it is an action: what follows a list of actions is about what the list is of.
    """
    for child in branch.children:
        _lift(child)
    if not branch.children:
        return
    *others, last = branch.children
    if not others and not is_action(last.word or ""):
        return
    if not any(entry.row for other in others for part in other.walk() for entry in part.rows):
        unnamed = [entry for entry in last.rows if entry.row and not entry.row.owner]
        branch.rows += unnamed
        last.rows = [entry for entry in last.rows if entry not in unnamed]


def _hang_by_label(tops: Sequence[Branch], entries: Sequence[Entry]) -> list[Entry]:
    by_label: dict[str, list[Branch]] = {}
    for branch in walk_all(tops):
        by_label.setdefault(label_key(branch.label), []).append(branch)
    home = {id(entry): branch for branch in walk_all(tops) for entry in branch.rows}
    loose: list[Entry] = []
    for entry in entries:
        if entry.row is None:
            continue
        named = by_label.get(label_key(entry.row.owner), [])
        here = home.get(id(entry))
        if len(named) == 1 and here is not named[0]:
            named[0].rows.append(entry)
            if here is not None:
                here.rows.remove(entry)
        elif here is None:
            loose.append(entry)
    known = {
        indicator_key(entry.row)
        for branch in walk_all(tops)
        for entry in branch.rows
        if isinstance(entry.row, IndicatorRow)
    }
    return [
        entry
        for entry in loose
        if isinstance(entry.row, IndicatorRow) and indicator_key(entry.row) not in known
    ]
