"""The list of findings as it comes back from the people who filled it in.

They sort and filter it, take rows out, move columns, add sheets, and save it with other programs;
so the sheet is known by its hidden columns, and a column by its heading.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from alignchecker.importers.packages import Package, open_package, parse_xml
from alignchecker.importers.sheets.xlsx import EXCEL_MAIN
from alignchecker.importers.workbook.cells import Rows, read_rows, shared_strings, sheet_parts
from alignchecker.lang.answers import COLUMNS, KEPT, LIST, MARKER, PRIORITIES, STATUSES, VERSION
from alignchecker.model.calendar import dates, is_iso_day
from alignchecker.model.errors import InputError
from alignchecker.model.normalize import fold
from alignchecker.model.review import FindingsList, Priority, Review, Row, Status

_LAST_HEADER = 30
_MOST_TOLD = 20
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?")
_ANSWERED = ("status", "priority", "comment", "person", "date")
_NEEDED = ("number", "plan", "label", "message", *_ANSWERED)
_DAY_ZERO = datetime.date(1899, 12, 30)
"""Excel counts days from here."""
_DAY_ZERO_1904 = datetime.date(1904, 1, 1)
"""The same in workbooks that say so (date1904)."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _List:
    """The cells below the headings; columns: key of a column -> its letters."""

    rows: Rows
    header: int
    columns: Mapping[str, str]
    day_zero: datetime.date


def read_findings_list(path: Path) -> FindingsList:
    """The list in a workbook that ``check --output-format xlsx`` wrote.

    Raises InputError for what is no workbook, is damaged, holds no such list, or says what cannot
    be meant, with the rows.
    """
    if path.suffix.lower() != ".xlsx":
        raise _no_list(path)
    with open_package(path, EXCEL_MAIN) as package:
        strings, parts = shared_strings(package), sheet_parts(package)
        found = _find(package, parts, strings)
        marks = read_rows(package, parts.get(MARKER, ""), strings).get(1, {})
    if marks.get("B", str(VERSION)) != str(VERSION):
        raise InputError(
            "このブックは、ほかの版の alignchecker で作られています。今の版で check をやり直し、"
            "新しいブックに書き写してください。",
            "Another version of alignchecker made this workbook. Check again with this one, and"
            " copy the answers.",
            str(path),
        )
    as_of = marks.get("C", "")
    problems: list[tuple[str, str]] = []
    rows, added = [], []
    for number in sorted(n for n in found.rows if n > found.header):
        cells = {key: _text(found.rows[number].get(at, "")) for key, at in found.columns.items()}
        if _FINGERPRINT.fullmatch(cells["fingerprint"]):
            day = _day(cells["date"], found.day_zero)
            rows.append(_row(number, cells, day, problems))
        elif any(cells[key] for key in _ANSWERED):
            added.append(number)
    _refuse(path, problems)
    return FindingsList(tuple(rows), as_of if is_iso_day(as_of) else None, tuple(added))


def _find(package: Package, parts: Mapping[str, str], strings: list[str]) -> _List:
    """The sheet with the list: the one of its name before a copy of it."""
    book = parse_xml(package.part(package.main) or b"", package.path).find("{*}workbookPr")
    is_1904 = book is not None and book.get("date1904") in {"1", "true"}
    for name in sorted(parts, key=lambda name: name not in LIST):
        rows = read_rows(package, parts[name], strings)
        for number in sorted(n for n in rows if n <= _LAST_HEADER):
            at = {_text(text): letters for letters, text in rows[number].items()}
            if all(key in at for key in KEPT):
                columns = {**_columns(package.path, at), **{key: at[key] for key in KEPT}}
                return _List(rows, number, columns, _DAY_ZERO_1904 if is_1904 else _DAY_ZERO)
    raise _no_list(package.path)


def _no_list(path: Path) -> InputError:
    return InputError(
        "指摘一覧がありません。check --output-format xlsx で作ったブックを指定してください"
        "（読み戻すための隠れた列を消していないかも確かめてください）。",
        "There is no list of findings. Name a workbook that check --output-format xlsx wrote, with"
        " its hidden columns.",
        str(path),
    )


def _columns(path: Path, at: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for key in _NEEDED:
        letters = next((at[word] for word in COLUMNS[key] if word in at), None)
        if letters is None:
            ja, en = COLUMNS[key]
            raise InputError(
                f"指摘一覧に「{ja}」の列がありません。列の名前を元に戻してください。",
                f"The list has no column '{en}'. Give the columns their names again.",
                str(path),
            )
        found[key] = letters
    return found


def _row(
    number: int, cells: Mapping[str, str], day: str | None, problems: list[tuple[str, str]]
) -> Row:
    def one_of(key: str, known: Mapping[str, tuple[str, str]]) -> str | None:
        word = fold(cells[key]).strip()
        value = next((v for v, words in known.items() if word in words), None)
        if word and value is None:
            choices = zip(*known.values(), strict=True)
            ja, en = ("、".join(words) for words in choices)
            problems.append((
                f"{number}行目の{COLUMNS[key][0]}「{word[:40]}」は、{ja} から選んでください。",
                f"Row {number}: '{word[:40]}' is no {COLUMNS[key][1].lower()}; choose one of {en}.",
            ))  # fmt: skip
        return value

    if day is None:
        problems.append((
            f"{number}行目の{COLUMNS['date'][0]}「{cells['date'][:40]}」は日付として読めません。"
            "2026-06-01 のように書いてください。",
            f"Row {number}: '{cells['date'][:40]}' is no date; write it like 2026-06-01.",
        ))  # fmt: skip
    status, priority = one_of("status", STATUSES), one_of("priority", PRIORITIES)
    return Row(
        row=number,
        number=cells["number"],
        fingerprint=cells["fingerprint"],
        rule=cells["rule"],
        results=cells["results"],
        plan=cells["plan"],
        label=cells["label"],
        message=cells["message"],
        now=Review(
            Status(status) if status else Status.OPEN,
            Priority(priority) if priority else None,
            cells["comment"],
            cells["person"],
            day or "",
        ),
        before=Review(
            _known(Status, cells["was-status"]) or Status.OPEN,
            _known(Priority, cells["was-priority"]),
            cells["was-comment"],
            cells["was-person"],
            cells["was-date"],
        ),
    )


def _known(kind: type[_T], word: str) -> _T | None:
    try:
        return kind(word)  # type: ignore[call-arg]  # an enumeration
    except ValueError:
        return None


def _day(text: str, day_zero: datetime.date) -> str | None:
    """A day as ISO text, "" for none; None for what is none. Excel keeps days as numbers."""
    if not text or is_iso_day(text):
        return text
    if _SERIAL.fullmatch(text):
        return (day_zero + datetime.timedelta(days=int(float(text)))).isoformat()
    found = [day for day, _ in dates(text.replace("-", "/"))]
    return found[0] if len(found) == 1 and is_iso_day(found[0]) else None


def _text(cell: str) -> str:
    """A cell without what editing leaves at its ends."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _refuse(path: Path, problems: list[tuple[str, str]]) -> None:
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
