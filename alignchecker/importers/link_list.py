"""The list of links as it comes back from the people who reviewed them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from alignchecker.importers.filled_in import (
    FilledIn,
    Problem,
    Words,
    cell_text,
    day_of,
    find_sheet,
    no_date,
    not_chosen,
    refuse,
)
from alignchecker.importers.packages import open_package
from alignchecker.importers.sheets.xlsx import EXCEL_MAIN
from alignchecker.importers.workbook.cells import shared_strings, sheet_parts
from alignchecker.lang.link_review import (
    KINDS,
    LINK_COLUMNS,
    LINK_KEPT,
    LINK_LIST,
    LINK_MARKER,
    VERDICTS,
)
from alignchecker.model.errors import InputError
from alignchecker.model.link_list import LinkRow
from alignchecker.model.links import Contribution, Verdict
from alignchecker.model.normalize import fold

_NEEDED = ("number", "from", "to", "kind", "verdict", "reason", "person", "date")


def is_link_list(path: Path) -> bool:
    """Whether a file is a workbook that ``review export`` wrote. Errors of ``open_package``."""
    if path.suffix.lower() != ".xlsx":
        return False
    with open_package(path, EXCEL_MAIN) as package:
        return LINK_MARKER in sheet_parts(package)


def read_link_list(path: Path) -> list[LinkRow]:
    """The rows in which something was written.

    Raises InputError for what is no workbook, is damaged, holds no such list, or says what cannot
    be meant, with the rows.
    """
    needed = {key: LINK_COLUMNS[key] for key in _NEEDED}
    with open_package(path, EXCEL_MAIN) as package:
        parts, strings = sheet_parts(package), shared_strings(package)
        found = find_sheet(package, parts, strings, LINK_LIST, LINK_KEPT, needed)
    if found is None:
        raise InputError(
            "対応づけの表がありません。review export で作ったブックを指定してください"
            "（読み戻すための隠れた列を消していないかも確かめてください）。",
            "There is no list of links. Name a workbook that review export wrote, with its hidden"
            " columns.",
            str(path),
        )
    problems: list[Problem] = []
    rows = [row for row in _rows(found, problems) if row.start]
    refuse(path, problems)
    return [
        row
        for row in rows
        if row.verdict or row.reason or (row.kind and row.kind.value != row.was_kind)
    ]


def _rows(found: FilledIn, problems: list[Problem]) -> Iterator[LinkRow]:
    for number in sorted(n for n in found.rows if n > found.header):
        row = found.rows[number]
        cells = {key: cell_text(row.get(at, "")) for key, at in found.columns.items()}
        day = day_of(cells["date"], found.day_zero)
        if day is None:
            problems.append(no_date(number, LINK_COLUMNS["date"][0], cells["date"]))
        verdict = _chosen(number, "verdict", cells, VERDICTS, problems)
        kind = _chosen(number, "kind", cells, KINDS, problems)
        yield LinkRow(
            row=number,
            number=cells["number"],
            label=f"{cells['from']} → {cells['to']}".replace("\n", " "),
            link=cells["link"],
            start=cells["from-iri"],
            to=cells["to-iri"],
            none_in=cells["none-in"],
            state=cells["was-state"],
            was_kind=cells["was-kind"],
            was_from=cells["was-from"],
            was_to=cells["was-to"],
            verdict=Verdict(verdict) if verdict else None,
            kind=Contribution(kind) if kind else None,
            reason=cells["reason"],
            person=cells["person"],
            date=day or "",
        )


def _chosen(
    number: int, key: str, cells: Mapping[str, str], known: Words, problems: list[Problem]
) -> str | None:
    word = fold(cells[key]).strip()
    value = next((v for v, words in known.items() if word in words), None)
    if word and value is None:
        problems.append(not_chosen(number, LINK_COLUMNS[key], word, known))
    return value
