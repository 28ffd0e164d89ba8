"""Names of departments as plans print them, and a city's list of departments to hold them against.

福祉部こども課 and こども課 are one department as long as the list knows no other こども課.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from alignchecker.graph.dataset import Node
from alignchecker.model.calendar import is_iso_day, is_iso_month_or_day
from alignchecker.model.normalize import label_key

_TAIL = re.compile(r"\([^()]*\)$|(?:等|ほか|など)$")
_ABOVE = re.compile(r"^.+(?:部|局|委員会|公室)(?=.+(?:課|室|係|担当|グループ|班)$)")
_BELOW = re.compile(r"(?<=課)[^課]+(?:係|担当|グループ|班|チーム)$")
# 総務課 of one 部 is not that of another.
_FREQUENT = {"総務課", "庶務課", "管理課"}
_OUTSIDE = re.compile(r"^(?:国の|県)|^.{2,3}[都道府県](?=.+課$)|警察|事務所|保健所")
_ALL = re.compile(r"^(?:各|全|関係|関連|庁内)")
_COMPLETE_FROM = 8
_COMPLETE_SHARE = 0.9


@lru_cache(maxsize=1 << 14)
def department_key(name: str) -> str:
    """The name as it is compared: without spaces, brackets behind it and 等.

    >>> department_key("福祉部 こども課（窓口担当）")
    '福祉部こども課'
    """
    key, before = label_key(name), ""
    while key != before:
        key, before = _TAIL.sub("", key), key
    return key


@lru_cache(maxsize=1 << 14)
def unit_of(name: str) -> str:
    """The department without what stands above it, and without its own sections.

    >>> unit_of("経済労働局産業振興部工業振興課"), unit_of("健康福祉部福祉総務課地域福祉推進係")
    ('工業振興課', '福祉総務課')
    """
    return _BELOW.sub("", _ABOVE.sub("", department_key(name)))


@lru_cache(maxsize=1 << 14)
def is_own_division(name: str) -> bool:
    """Whether a name is that of a division (課, 室) of the city itself, and of a particular one.

    >>> [is_own_division(n) for n in ("こども課", "社会福祉協議会", "県こども課", "関係各課")]
    [True, False, False, False]
    """
    key = department_key(name)
    return key.endswith(("課", "室", "係")) and not _OUTSIDE.search(key) and not is_everybody(name)


@lru_cache(maxsize=1 << 14)
def is_everybody(name: str) -> bool:
    """Whether a name means many departments at once: 全課, 関係各課, 庁内各課."""
    return _ALL.match(department_key(name)) is not None


def last_day(text: str) -> str | None:
    """The last day of a month given as YYYY-MM; a day as it stands, None for anything else.

    >>> last_day("2026-02"), last_day("2026-03-31"), last_day("令和8年3月")
    ('2026-02-28', '2026-03-31', None)
    """
    if not is_iso_month_or_day(text):
        return None
    if is_iso_day(text):
        return text
    return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A department of a list. last: the last day of the name, None where it is still borne."""

    node: Node
    name: str
    last: str | None
    successors: tuple[str, ...]


class DepartmentList:
    """The departments of one city, with the names that they bore."""

    def __init__(self, departments: Iterable[Listed]) -> None:
        self._by_key: dict[str, list[Listed]] = defaultdict(list)
        self._full: dict[str, set[str]] = defaultdict(set)
        for department in departments:
            key = department_key(department.name)
            self._by_key[key].append(department)
            self._full[unit_of(key)].add(key)

    def find(self, name: str) -> list[Listed]:
        """The entries that bear a name: as it stands, or with and without the 部 above it."""
        key, unit = department_key(name), unit_of(name)
        if key in self._by_key:
            return self._by_key[key]
        full = self._full.get(unit, set())
        one_is_bare = key == unit or unit in full
        if unit in _FREQUENT or len(full) != 1 or not one_is_bare:
            return []
        return self._by_key[next(iter(full))]

    def knows(self, name: str) -> bool:
        """Whether the list has a department of that name, under whatever 部."""
        return unit_of(name) in self._full

    def ended(self, name: str) -> Listed | None:
        """The entry that bore a name last, if nothing bears it any more."""
        found = self.find(name)
        if not found or any(entry.last is None for entry in found):
            return None
        return max(found, key=lambda entry: (entry.last or "", str(entry.node)))

    def is_complete_for(self, names: Iterable[str]) -> bool:
        """Whether the list looks like one of all departments: it has nearly all that are named.

        A list of the departments that one reorganisation touched has few of them.
        """
        units = {unit_of(name) for name in names}
        listed = sum(unit in self._full for unit in units)
        return listed >= _COMPLETE_FROM and listed >= _COMPLETE_SHARE * len(units)

    def later_names(self, name: str) -> set[str]:
        """The units that a name stands for: its own, and those that took over its work."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if unit_of(current) not in found:
                found.add(unit_of(current))
                waiting.extend(self._successors(current))
        return found

    def _successors(self, name: str) -> Iterator[str]:
        for entry in self.find(name):
            yield from entry.successors
