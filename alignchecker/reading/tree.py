"""From entries to the items of the plan: ids, levels, kinds, texts, warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.model.plan import (
    ImportWarning,
    IndicatorDraft,
    ItemDraft,
    ItemKind,
    Position,
    ProgressDraft,
)
from alignchecker.reading.actions import read_bulleted_actions
from alignchecker.reading.branch import Branch
from alignchecker.reading.branches import read_branches
from alignchecker.reading.codes import place_by_codes
from alignchecker.reading.entry import Entry, EntryKind
from alignchecker.reading.groups import Group, read_groups
from alignchecker.reading.indicators import read_indicator_drafts, read_progress_drafts
from alignchecker.reading.level_words import is_action, kind_of
from alignchecker.reading.levels import measure_level, name_levels
from alignchecker.reading.outline import build_outline, name_by_leads
from alignchecker.reading.overviews import name_by_overviews, name_by_references
from alignchecker.reading.rows import settle_rows
from alignchecker.reading.vision import Vision

_MAX_TITLE = 24
_WHOLE = {"目標", "全体目標", "総合目標", "大目標", "最終目標"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The items of a plan in their order, the level of its measures, what was decided.

    vision: as given, or the one goal over the whole tree. indicators: those of items in the order
    of these, then those that stand under no item.
    """

    items: tuple[ItemDraft, ...]
    measure_level: str | None
    warnings: tuple[ImportWarning, ...]
    vision: Vision | None = None
    indicators: tuple[IndicatorDraft, ...] = ()
    progress: tuple[ProgressDraft, ...] = ()


def read_tree(entries: Sequence[Entry], vision: Vision | None, text: str, file: str) -> Tree:
    """The items that a document prints."""
    outline = build_outline(_named(entries))
    tops, dropped = place_by_codes(read_branches(outline))
    chains = _chains(entries)
    tops = name_levels(tops, chains, _titles(entries), text)
    tops, vision = _under_one_goal(tops, vision)
    groups = read_groups(entries, tops) if tops else []
    level = measure_level(tops)
    loose = settle_rows(tops, entries)
    unread = read_bulleted_actions(tops, level, file)
    taken = {group.line for group in groups} | set(vision.lines if vision else ())
    builder = _Builder(file, level, taken, _levels_with_text(tops, taken))
    items = list(_head(vision, file)) + list(builder.build(tops, groups))
    warnings = [
        ImportWarning("spurious-heading", (d.label, d.number, d.prefix), Position(file, d.line))
        for d in dropped
    ]
    warnings += builder.warnings + unread
    indicators = [*builder.indicators, *read_indicator_drafts(loose, None, file)]
    return Tree(
        tuple(items),
        level,
        tuple(warnings),
        vision,
        tuple(indicators),
        tuple(builder.progress),
    )


def _named(entries: Sequence[Entry]) -> list[Entry]:
    """Headings with their level where a reference, an overview or a lead says it, in this order."""
    return name_by_overviews(name_by_leads(name_by_overviews(name_by_references(entries))))


def _under_one_goal(
    tops: list[Branch], vision: Vision | None
) -> tuple[list[Branch], Vision | None]:
    """One unnumbered 目標 over the whole tree is the plan's vision, where it prints no other."""
    if vision is not None or len(tops) != 1 or tops[0].number or not tops[0].children:
        return tops, vision
    only = tops[0]
    if only.word not in _WHOLE:
        return tops, vision
    return only.children, Vision(only.label, only.word, only.line, tuple(only.lines))


def _chains(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """The orders of levels that header rows and leads in a row print, longest first."""
    chains = [entry.words for entry in entries if entry.kind is EntryKind.CHAIN]
    run: list[str] = []
    for entry in entries:
        if entry.kind is EntryKind.LEAD:
            run += [word for word in entry.words if word not in run]
            continue
        if len(run) > 1:
            chains.append(tuple(run))
        run = []
    return sorted(chains, key=len, reverse=True)


def _titles(entries: Sequence[Entry]) -> list[str]:
    """Headings, and short lines that may be headings without a mark."""
    kinds = (EntryKind.HEADING, EntryKind.TEXT)
    return [e.text for e in entries if e.kind in kinds and len(e.text) <= _MAX_TITLE]


def _head(vision: Vision | None, file: str) -> Iterator[ItemDraft]:
    if vision is not None:
        place = Position(file, vision.line)
        yield ItemDraft("vision", 0, vision.word, ItemKind.VISION, vision.label, None, place)


def _paragraphs(branch: Branch, taken: set[int]) -> list[str]:
    return [entry.text for entry in branch.texts if entry.line not in taken]


def _levels_with_text(tops: Sequence[Branch], taken: set[int]) -> set[str | None]:
    """Levels of which an item that is not the last one has text of its own.

    What follows the very last item may be the rest of the document.
    """
    every = [branch for top in tops for branch in top.walk()]
    last = max(every, key=lambda b: max(b.lines), default=None)
    return {b.word for b in every if b is not last and _paragraphs(b, taken)}


class _Builder:
    """Makes the drafts of a tree, with unique ids."""

    def __init__(
        self, file: str, level: str | None, taken: set[int], texts: set[str | None]
    ) -> None:
        self._file, self._level, self._taken, self._texts = file, level, taken, texts
        self._ids: set[str] = set()
        self.warnings: list[ImportWarning] = []
        self.indicators: list[IndicatorDraft] = []
        self.progress: list[ProgressDraft] = []

    def build(self, tops: Sequence[Branch], groups: Sequence[Group]) -> Iterator[ItemDraft]:
        by_top = {id(member): i for i, group in enumerate(groups) for member in group.members}
        seen: set[int] = set()
        for index, top in enumerate(tops, start=1):
            place = by_top.get(id(top))
            group = None
            if place is not None:
                group = f"g{place + 1}"
                if place not in seen:
                    seen.add(place)
                    position = Position(self._file, groups[place].line)
                    label = groups[place].label
                    yield ItemDraft(group, 0, "group", ItemKind.GROUP, label, None, position)
            yield from self._branch(top, None, group, 1, index, below=False)

    def _branch(
        self,
        branch: Branch,
        parent: Branch | None,
        parent_id: str | None,
        level: int,
        index: int,
        *,
        below: bool,
    ) -> Iterator[ItemDraft]:
        word = branch.word or ""
        identifier = self._id(branch, parent, parent_id if level > 1 else None, index)
        is_measure = word == self._level
        paragraphs = _paragraphs(branch, self._taken) if word in self._texts else []
        self._check_number(branch)
        self.indicators += read_indicator_drafts(branch.rows, identifier, self._file)
        self.progress += read_progress_drafts(branch.rows, identifier, self._file)
        yield ItemDraft(
            id=identifier,
            level=level,
            level_name=word,
            kind=kind_of(word, top=level == 1, is_measure=is_measure, below_measure=below),
            label=branch.label,
            parent=parent_id,
            position=Position(self._file, branch.line),
            code=branch.code,
            printed_number=None if _is_coded(branch) else branch.number,
            text="\n".join(paragraphs) or None,
            departments=tuple(branch.departments),
            repeated=branch.repeated,
            confidence=branch.confidence,
        )
        place = 0
        for child in _ordered(branch.children):
            place += child.number is None
            yield from self._branch(
                child, branch, identifier, level + 1, place, below=below or is_measure
            )

    def _id(self, branch: Branch, parent: Branch | None, parent_id: str | None, index: int) -> str:
        if branch.code and (parent is None or branch.code.startswith(parent.code or "\0")):
            base = branch.code
        else:
            own = branch.number or f"{'a' if is_action(branch.word or '') else 'u'}{index}"
            base = f"{parent_id}/{own}" if parent_id else own
        identifier, copy = base, 2
        while identifier in self._ids:
            identifier, copy = f"{base}~{copy}", copy + 1
        self._ids.add(identifier)
        return identifier

    def _check_number(self, branch: Branch) -> None:
        """A heading whose printed number is not the one that its code ends with."""
        if branch.code and branch.number and "-" not in branch.code:
            last = branch.code[-len(branch.number) :]
            if branch.code != branch.number and last != branch.number.zfill(len(last)):
                self.warnings.append(
                    ImportWarning(
                        "printed-number-disagrees",
                        (branch.label, branch.number, branch.code),
                        Position(self._file, branch.line),
                    )
                )


def _ordered(children: Sequence[Branch]) -> list[Branch]:
    """Levels of the tree first, then lists of actions, each in the order printed."""
    return sorted(children, key=lambda child: is_action(child.word or "") and not child.number)


def _is_coded(branch: Branch) -> bool:
    """What is printed beside the heading is its code (1101, 1-2), not a mere number."""
    return branch.number == branch.code and len(branch.number or "") > 2
