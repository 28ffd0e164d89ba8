"""Bulleted lists below measures: actions where they are clearly that, else said to be unread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ImportWarning, Position
from alignchecker.reading.branch import Branch, walk_all
from alignchecker.reading.departments import WIDE_ENDS, split_label, take_departments

UNNAMED_ACTION = "取組"
"""What actions are called that a plan lists without a name for them."""

_MAX_LABEL = 40
_SENTENCE = re.compile(r"。|(?:ます|です|する|した|こと|れる|せる|ている|[るす])$")


def read_bulleted_actions(
    tops: Sequence[Branch], level: str | None, file: str
) -> list[ImportWarning]:
    """Hang short noun phrases in a list below a measure on it; a warning for each other list."""
    warnings, added = [], []
    for branch in list(walk_all(tops)):
        # A responsible department behind each entry shows actions below any level.
        assigned = all(split_label(entry.text, WIDE_ENDS)[1] for entry in branch.bullets)
        if not branch.bullets or not (branch.word == level or (assigned and not branch.children)):
            continue
        if _are_printed_again(branch):
            continue
        if not branch.children and all(_is_action(entry.text) for entry in branch.bullets):
            branch.children = list(_children(branch))
            added += branch.children
            taken = {(entry.line, entry.text) for entry in branch.bullets}
            branch.texts = [e for e in branch.texts if (e.line, e.text) not in taken]
        else:
            arguments = (branch.label, str(len(branch.bullets)))
            place = Position(file, branch.bullets[0].line)
            warnings.append(ImportWarning("list-items-unread", arguments, place))
    take_departments(added)
    return warnings


def _are_printed_again(branch: Branch) -> bool:
    """The list prints the items below the branch once more: it says who is responsible for them."""
    items = {label_key(child.label): child for child in branch.children}
    if not all(label_key(split_label(e.text)[0]) in items for e in branch.bullets):
        return False
    for entry in branch.bullets:
        label, departments = split_label(entry.text)
        item = items[label_key(label)]
        item.departments += [name for name in departments if name not in item.departments]
        item.lines.append(entry.line)
    return True


def _children(branch: Branch) -> Iterator[Branch]:
    for entry in branch.bullets:
        yield Branch(
            entry.text, UNNAMED_ACTION, None, f"word:{UNNAMED_ACTION}", entry.line, branch.section,
            lines=[entry.line], confidence=0.5,
        )  # fmt: skip


def _is_action(text: str) -> bool:
    label, _ = split_label(text)
    return len(label) <= _MAX_LABEL and not _SENTENCE.search(label)
