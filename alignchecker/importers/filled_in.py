"""Workbooks that people fill in and send back: sheets known by hidden columns, days, problems.

They sort and filter, take rows out, move columns, add sheets, and save with other programs; so a
sheet is known by its hidden columns, and a column by its heading.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignchecker.importers.packages import Package, parse_xml
from alignchecker.importers.workbook.cells import Rows, read_rows
from alignchecker.model.calendar import dates, is_iso_day
from alignchecker.model.errors import InputError

_LAST_HEADER = 30
_MOST_TOLD = 20
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?")
_DAY_ZERO = datetime.date(1899, 12, 30)
"""Excel counts days from here."""
_DAY_ZERO_1904 = datetime.date(1904, 1, 1)
"""The same in workbooks that say so (date1904)."""
Words = Mapping[str, tuple[str, str]]
"""Key -> what it is called in ja and en."""
Problem = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FilledIn:
    """The cells below the headings; columns: key of a column -> its letters."""

    rows: Rows
    header: int
    columns: Mapping[str, str]
    day_zero: datetime.date


def find_sheet(
    package: Package,
    parts: Mapping[str, str],
    strings: list[str],
    named: Sequence[str],
    kept: Sequence[str],
    needed: Words,
) -> FilledIn | None:
    """The sheet with all hidden columns, the one of its name before a copy of it; None for none.

    Raises InputError where a column that is needed has another heading.
    """
    book = parse_xml(package.part(package.main) or b"", package.path).find("{*}workbookPr")
    is_1904 = book is not None and book.get("date1904") in {"1", "true"}
    for name in sorted(parts, key=lambda name: name not in named):
        rows = read_rows(package, parts[name], strings)
        for number in sorted(n for n in rows if n <= _LAST_HEADER):
            at = {cell_text(text): letters for letters, text in rows[number].items()}
            if all(key in at for key in kept):
                columns = {**_columns(package.path, at, needed), **{key: at[key] for key in kept}}
                return FilledIn(rows, number, columns, _DAY_ZERO_1904 if is_1904 else _DAY_ZERO)
    return None


def _columns(path: Path, at: Mapping[str, str], needed: Words) -> dict[str, str]:
    found = {}
    for key, words in needed.items():
        letters = next((at[word] for word in words if word in at), None)
        if letters is None:
            ja, en = words
            raise InputError(
                f"表に「{ja}」の列がありません。列の名前を元に戻してください。",
                f"The list has no column '{en}'. Give the columns their names again.",
                str(path),
            )
        found[key] = letters
    return found


def not_chosen(number: int, column: tuple[str, str], word: str, known: Words) -> Problem:
    """What is wrong with a word that cannot be chosen."""
    choices = zip(*known.values(), strict=True)
    ja, en = ("、".join(words) for words in choices)
    return (
        f"{number}行目の{column[0]}「{word[:40]}」は、{ja} から選んでください。",
        f"Row {number}: '{word[:40]}' is no {column[1].lower()}; choose one of {en}.",
    )


def no_date(number: int, column: str, text: str) -> Problem:
    """What is wrong with a text that is no day."""
    return (
        f"{number}行目の{column}「{text[:40]}」は日付として読めません。"
        "2026-06-01 のように書いてください。",
        f"Row {number}: '{text[:40]}' is no date; write it like 2026-06-01.",
    )


def day_of(text: str, day_zero: datetime.date) -> str | None:
    """A day as ISO text, "" for none; None for what is none. Excel keeps days as numbers."""
    if not text or is_iso_day(text):
        return text
    if _SERIAL.fullmatch(text):
        return (day_zero + datetime.timedelta(days=int(float(text)))).isoformat()
    found = [day for day, _ in dates(text.replace("-", "/"))]
    return found[0] if len(found) == 1 and is_iso_day(found[0]) else None


def cell_text(cell: str) -> str:
    """A cell without what editing leaves at its ends."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def refuse(path: Path, problems: list[Problem]) -> None:
    """Raises InputError for rows that cannot be meant."""
    if problems:
        more = len(problems) - _MOST_TOLD
        ja, en = ("".join(f"\n  {p[i]}" for p in problems[:_MOST_TOLD]) for i in (0, 1))
        if more > 0:
            ja, en = f"{ja}\n  ほか{more}件", f"{en}\n  and {more} more"
        raise InputError(
            f"次の行を直して、もう一度読み込んでください。{ja}",
            f"Mend these rows and import it again.{en}",
            str(path),
        )
