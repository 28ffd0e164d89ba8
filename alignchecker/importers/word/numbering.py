"""The automatic numbers of Word lists and headings, as Word prints them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from alignchecker.importers.word.number_formats import printed
from alignchecker.importers.word.xml import is_on, number, value, w

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_SUFFIXES = {"space": " ", "nothing": ""}
_TAB = "　"
_MAX_TEXT = 255


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: its number with the space behind it, or a bullet."""

    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """restart: how many levels from the top restart it, None for all above it, 0 for none."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: its levels, and the counters that it shares with the others of its definition."""

    levels: dict[int, _Level]
    counters: list[int | None]
    starts: dict[int, int]
    started: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, with how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        definitions = {
            definition.get(w("abstractNumId"), ""): definition
            for definition in root.iterchildren(w("abstractNum"))
        }
        named = {value(d, "styleLink"): name for name, d in definitions.items()}
        counters: dict[str, list[int | None]] = {}
        levels: dict[str, dict[int, _Level]] = {}
        for num in root.iterchildren(w("num")):
            name = value(num, "abstractNumId") or ""
            if name not in definitions:
                continue
            link = value(definitions[name], "numStyleLink")
            name = named.get(link, name) if link is not None else name
            if name not in levels:
                levels[name] = _levels(definitions[name])
            shared = counters.setdefault(name, [None] * _LEVELS)
            self._lists[num.get(w("numId"), "")] = _list(num, levels[name], shared)

    def next(self, num: str, level: int | None, style: str | None) -> Label | None:
        """Count one paragraph of a list; None where there is no such list or level.

        level: from 0, None where it is the one that the list links to the style (its id).
        """
        numbers = self._lists.get(num)
        if numbers is None:
            return None
        if level is None:
            linked = (n for n, each in numbers.levels.items() if each.style == style)
            level = next(linked, 0) if style is not None else 0
        own = numbers.levels.get(level)
        if own is None:
            return None
        _count(numbers, level)
        if own.format == "bullet":
            return Label("", bullet=True)
        text = _PLACE.sub(lambda place: _place(numbers, own, int(place.group(1)) - 1), own.text)
        return Label(text[:_MAX_TEXT] + own.suffix if text else "")


def _levels(definition: etree._Element) -> dict[int, _Level]:
    read = ((number(raw.get(w("ilvl"))), raw) for raw in definition.iterchildren(w("lvl")))
    return {at: _level(raw) for at, raw in read if at < _LEVELS}


def _level(raw: etree._Element) -> _Level:
    restart = value(raw, "lvlRestart")
    return _Level(
        start=number(value(raw, "start")),
        format=value(raw, "numFmt") or "decimal",
        text=(value(raw, "lvlText") or "")[:_MAX_TEXT],
        suffix=_SUFFIXES.get(value(raw, "suff") or "", _TAB),
        restart=None if restart is None else number(restart),
        legal=is_on(raw, "isLgl") is True,
        style=value(raw, "pStyle"),
    )


def _list(num: etree._Element, levels: dict[int, _Level], counters: list[int | None]) -> _List:
    """A list with its own levels in place of those of its definition."""
    own = _List(levels, counters, {})
    replaced: dict[int, _Level] = {}
    for override in num.iterchildren(w("lvlOverride")):
        at = number(override.get(w("ilvl")))
        start, raw = value(override, "startOverride"), override.find(w("lvl"))
        if at < _LEVELS and start is not None:
            own.starts[at] = number(start)
        if at < _LEVELS and raw is not None:
            replaced[at] = _level(raw)
    return _List({**levels, **replaced}, counters, own.starts) if replaced else own


def _count(numbers: _List, level: int) -> None:
    counters = numbers.counters
    if level in numbers.starts and level not in numbers.started:
        numbers.started.add(level)
        counters[level] = None
    value_before = counters[level]
    counters[level] = _start(numbers, level) if value_before is None else value_before + 1
    for deeper in range(level + 1, _LEVELS):
        restart = numbers.levels[deeper].restart if deeper in numbers.levels else None
        if restart is None or level < restart:
            counters[deeper] = None


def _start(numbers: _List, level: int) -> int:
    return numbers.starts.get(level, numbers.levels[level].start)


def _place(numbers: _List, own: _Level, level: int) -> str:
    """The number of one level in a label; of a level not yet used the one that it starts with."""
    at = numbers.levels.get(level)
    if at is None:
        return ""
    counted = numbers.counters[level]
    now = _start(numbers, level) if counted is None else counted
    return printed(now, "decimal" if own.legal else at.format)
