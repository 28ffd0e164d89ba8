"""The list of findings as it comes back from the people who filled it in.

What filled_in.py says of such workbooks holds here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from alignchecker.importers.filled_in import (
    FilledIn,
    Problem,
    cell_text,
    day_of,
    find_sheet,
    no_date,
    not_chosen,
    refuse,
)
from alignchecker.importers.packages import Package, open_package
from alignchecker.importers.sheets.xlsx import EXCEL_MAIN
from alignchecker.importers.workbook.cells import read_rows, shared_strings, sheet_parts
from alignchecker.lang.answers import COLUMNS, KEPT, LIST, MARKER, PRIORITIES, STATUSES, VERSION
from alignchecker.model.calendar import is_iso_day
from alignchecker.model.errors import InputError
from alignchecker.model.normalize import fold
from alignchecker.model.review import FindingsList, Priority, Review, Row, Status

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_ANSWERED = ("status", "priority", "comment", "person", "date")
_NEEDED = ("number", "plan", "label", "message", *_ANSWERED)
_T = TypeVar("_T")


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
    problems: list[Problem] = []
    rows, added = [], []
    for number in sorted(n for n in found.rows if n > found.header):
        cells = {
            key: cell_text(found.rows[number].get(at, "")) for key, at in found.columns.items()
        }
        if _FINGERPRINT.fullmatch(cells["fingerprint"]):
            day = day_of(cells["date"], found.day_zero)
            rows.append(_row(number, cells, day, problems))
        elif any(cells[key] for key in _ANSWERED):
            added.append(number)
    refuse(path, problems)
    return FindingsList(tuple(rows), as_of if is_iso_day(as_of) else None, tuple(added))


def _find(package: Package, parts: Mapping[str, str], strings: list[str]) -> FilledIn:
    needed = {key: COLUMNS[key] for key in _NEEDED}
    found = find_sheet(package, parts, strings, LIST, KEPT, needed)
    if found is None:
        raise _no_list(package.path)
    return found


def _no_list(path: Path) -> InputError:
    return InputError(
        "指摘一覧がありません。check --output-format xlsx で作ったブックを指定してください"
        "（読み戻すための隠れた列を消していないかも確かめてください）。",
        "There is no list of findings. Name a workbook that check --output-format xlsx wrote, with"
        " its hidden columns.",
        str(path),
    )


def _row(number: int, cells: Mapping[str, str], day: str | None, problems: list[Problem]) -> Row:
    def one_of(key: str, known: Mapping[str, tuple[str, str]]) -> str | None:
        word = fold(cells[key]).strip()
        value = next((v for v, words in known.items() if word in words), None)
        if word and value is None:
            problems.append(not_chosen(number, COLUMNS[key], word, known))
        return value

    if day is None:
        problems.append(no_date(number, COLUMNS["date"][0], cells["date"]))
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
