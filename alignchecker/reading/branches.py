"""From the outline of headings to the plan's own tree: what is an item, and each item once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignchecker.model.normalize import label_key
from alignchecker.reading.branch import Branch, walk_all
from alignchecker.reading.departments import split_departments, take_departments
from alignchecker.reading.entry import MAX_LABEL, PASSAGE, Entry, EntryKind
from alignchecker.reading.level_words import (
    is_about_the_plan,
    is_aspect,
    is_column,
    is_development,
    is_goal,
    is_passage_title,
    names_fields,
    priority,
)
from alignchecker.reading.outline import Node
from alignchecker.reading.overviews import take_lists
from alignchecker.reading.prints import merge_prints, place_again


def read_branches(root: Node) -> list[Branch]:
    """The top items with all below them, each once although it may be printed twice."""
    lists = take_lists(root)
    tops = _tops(root)
    take_departments(list(walk_all(tops)))
    merged = place_again(merge_prints(tops))
    _add_from_lists(merged, lists)
    return merged


def _add_from_lists(tops: Sequence[Branch], lists: Sequence[Node]) -> None:
    """Departments and indicators that a list prints beside the one item of that label."""
    by_label: dict[str, list[Branch]] = {}
    for branch in walk_all(tops):
        by_label.setdefault(label_key(branch.label), []).append(branch)
    for node in lists:
        found = by_label.get(label_key(node.label), [])
        if len(found) != 1:
            continue
        branch = found[0]
        said = Branch("", None, None, "", 0, 0)
        _hang(said, [e for e in node.texts if e.row or e.kind is EntryKind.DEPARTMENTS], 0)
        branch.rows += said.rows
        branch.departments += [d for d in said.departments if d not in branch.departments]


def _tops(root: Node) -> list[Branch]:
    labelled = [n for n in root.walk() if n.word and not any(a.word for a in n.ancestors())]
    if not labelled:
        return [branch for node in _unlabelled_tops(root) for branch in _branches(node)]
    above = _level_of_parents(labelled)
    while above:
        labelled, above = above, _level_of_parents(above)
        if not above:
            return [branch for node in labelled for branch in _branches(node)]
    tops = [branch for node in labelled for branch in _branches(node)]
    return _main_tree(tops)


def _level_of_parents(labelled: Sequence[Node]) -> list[Node]:
    """The numbered headings over the labelled ones, if these restart under each with other labels.

    第1章 安全なまち / 施策1 …, 第2章 学びのまち / 施策1 …: the chapters are the upper level. A tree
    printed in two chapters has the same labels in both.
    """
    groups: dict[int, list[Node]] = {}
    parents: dict[int, Node] = {}
    for node in labelled:
        above = node.parent
        if above is None or not above.number:
            continue
        if not is_development(above.label) or names_fields(above.label):
            groups.setdefault(id(above), []).append(node)
            parents[id(above)] = above
    keys = [{label_key(node.label) for node in group} for group in groups.values()]
    starts = [group[0].ordinal for group in groups.values()]
    styles = {parent.style for parent in parents.values()}
    disjoint = len(set().union(*keys)) == sum(map(len, keys)) if keys else False
    words = {group[0].word for group in groups.values()}
    if (
        len(groups) < 2
        or len(words) > 1
        or not disjoint
        or len(styles) != 1
        or set(starts) not in ({1}, {None})
    ):
        return []
    return list(parents.values())


def _unlabelled_tops(root: Node) -> list[Node]:
    """Where no level bears a name: the numbered headings of the part that sets out measures."""
    sections = [n for n in root.walk() if n.entry and is_development(n.label) and n.children]
    by_field = [n for n in sections if n.number and names_fields(n.label)]
    if len(by_field) > 1 and len({n.style for n in by_field}) == 1:
        return by_field
    if sections:
        chosen = max(sections, key=lambda n: (sum(1 for _ in n.walk()), -n.line))
        numbered = [c for c in chosen.children if c.number and not is_development(c.label)]
        return numbered or _by_style(chosen)
    parents = [
        n
        for n in root.walk()
        if any(c.style.startswith(("hier", "code")) for c in n.children)
        and not is_about_the_plan(n.label)
    ]
    if not parents:
        return _chapters_of_items(root)
    roots = [n for n in parents if not any(a in parents for a in n.ancestors())]
    tops: list[Node] = []
    for node in roots:
        tops += [node] if node.number else [c for c in node.children if c.number]
    return tops


def _chapters_of_items(root: Node) -> list[Node]:
    """Chapters that are goals themselves (第2章 誰もが学べるまち), among those about the plan."""
    chapters = [
        node
        for node in root.walk()
        if node.style.endswith("chapter:章")
        and not is_about_the_plan(node.label)
        and any(child.number for child in node.children)
    ]
    return chapters if len(chapters) > 1 else []


def _by_style(section: Node) -> list[Node]:
    """The headings below one where only their styles set them out, neither numbers nor words."""
    headings = [n for n in section.walk() if n is not section and n.entry and n.entry.depth]
    for node in headings:
        node.is_item = not is_aspect(node.label) and not is_passage_title(node.label)
    return [child for child in section.children if child.is_item]


def _main_tree(tops: list[Branch]) -> list[Branch]:
    """Without the numbered lists that stand beside the tree (視点1–3 next to 基本目標1–3).

    The tree is what branches; of lists that do not branch, goals come before views.
    """
    words = {branch.word for branch in tops if branch.word}
    branching = {b.word for b in tops if b.word and b.children}
    if not branching:
        best = min(words, key=lambda word: (priority(word), word), default=None)
        return [b for b in tops if b.word == best]
    kept = branching
    if not any(is_goal(word) for word in branching):
        kept = branching | {word for word in words if priority(word) < 2}
    return [branch for branch in tops if branch.word in kept]


def _branches(node: Node) -> list[Branch]:
    """The items that a heading gives: itself, or what stands below it if it is no item."""
    if node.entry is None:
        return []
    if not node.word and not node.is_item and (not node.number or is_aspect(node.label)):
        return [branch for child in node.children for branch in _branches(child)]
    if not node.label:
        return []
    section = next((a.line for a in node.ancestors() if not a.word and a.entry), 0)
    branch = Branch(
        node.label, node.word, node.number, node.style, node.line, section, lines=[node.line],
        group=node.entry.group,
    )  # fmt: skip
    _hang(branch, node.texts, section)
    branch.bullets = list(_own_bullets(branch, node.texts))
    for child in _first_run(node.children):
        unnamed = not child.word and not child.is_item
        if unnamed and (not child.number or is_aspect(child.label)):
            _hang(branch, child.texts, section)
        branch.children += _branches(child)
    return [branch]


def _first_run(children: Sequence[Node]) -> Iterator[Node]:
    """Children without those unnamed ones whose numbers begin again at 1: that is another list."""
    ended: set[str] = set()
    seen: dict[str, Node] = {}
    for child in children:
        first = seen.get(child.style)
        if child.word is None and child.number:
            if first and child.number == "1" and label_key(child.label) != label_key(first.label):
                ended.add(child.style)
            seen.setdefault(child.style, child)
        if child.word or child.style not in ended:
            yield child


def _hang(branch: Branch, entries: Sequence[Entry], section: int) -> None:
    """Lists become items below the branch; text and departments become its own.

    A sentence below each entry of a list is about that entry, and does not end the list.
    """
    lead: str | None = None
    title: Entry | None = None
    run = 0  # entries of the list since the last sentence
    for entry in entries:
        if entry.kind is EntryKind.LIST:
            branch.children += [
                _unnumbered(part, entry.word, entry.line, section)
                for part in re.split(r"[／/]", entry.text)
                if part.strip()
            ]
        elif entry.kind is EntryKind.DEPARTMENTS:
            is_beside = entry.style == PASSAGE
            owner = branch.children[-1] if lead and branch.children and not is_beside else branch
            owner.departments += split_departments(entry.text)
        elif entry.kind is EntryKind.LEAD:
            lead, title, run = entry.words[0], entry, 0
        elif entry.row is not None:
            branch.rows.append(entry)
        elif entry.kind is EntryKind.BULLET and lead and _is_label(entry.text):
            branch.children.append(_unnumbered(entry.text, lead, entry.line, section))
            run += 1
        elif lead and run == 1 and entry.kind is EntryKind.TEXT and entry.text.endswith("。"):
            branch.children[-1].texts.append(entry)
            run = 0
        elif entry.kind in (EntryKind.TEXT, EntryKind.BULLET) and not is_column(entry.text):
            if title is not None and entry.kind is EntryKind.TEXT:
                branch.texts.append(replace(title, kind=EntryKind.TEXT, text=f"【{title.text}】"))
            branch.texts.append(entry)
            title = None
            lead = lead if entry.kind is EntryKind.BULLET else None


def _own_bullets(branch: Branch, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The list lines below a heading that stand under no passage's title (【現状と課題】)."""
    read = {line for child in branch.children for line in child.lines}
    is_aside = False
    for entry in entries:
        if entry.kind is EntryKind.LEAD:
            is_aside = False
        elif entry.kind is EntryKind.TEXT and is_passage_title(entry.text):
            is_aside = True
        elif entry.kind is EntryKind.BULLET and not is_aside and entry.line not in read:
            yield entry


def _unnumbered(text: str, word: str | None, line: int, section: int) -> Branch:
    return Branch(text.strip(), word, None, f"word:{word}", line, section, lines=[line])


def _is_label(text: str) -> bool:
    return "。" not in text and len(text) <= MAX_LABEL
