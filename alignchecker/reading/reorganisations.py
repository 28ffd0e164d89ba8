"""A city's list of departments with its reorganisations: name, from, to, successor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignchecker.model.calendar import dates, year
from alignchecker.model.normalize import normalize
from alignchecker.model.plan import DepartmentDraft, Position
from alignchecker.reading.departments import split_departments
from alignchecker.reading.lines import Line

_NAME = re.compile(r"(?:課|室|係|部署|組織|所属|課室|部課|課・室)(?:等)?(?:の?名称?)?")
_WIDER_NAME = re.compile(r"(?:部|局|部局)(?:等)?(?:の?名称?)?")
_FROM = re.compile(
    r"(?:設置|新設|開始|施行|適用)(?:年月日|日|年月|年度)?|自|から|始期|期間\(?自\)?"
)
_TO = re.compile(r"(?:廃止|終了)(?:年月日|日|年月|年度)?|至|まで|終期|期間\(?至\)?")
_SUCCESSOR = re.compile(
    r"(?:後継|継承|承継|移管|引継ぎ?|改組後|再編後|統合)(?:先|の?(?:課|組織|部署|名称)|名)*|現在の(?:課|部署|組織|名称|課名)"
)
_COLUMNS = ("name", "first", "last", "successors")


def read_department_list(lines: Sequence[Line], file: str) -> tuple[DepartmentDraft, ...]:
    """The departments that tables with such columns list; none if there is no such table."""
    return tuple(_departments(lines, file))


def _departments(lines: Sequence[Line], file: str) -> Iterator[DepartmentDraft]:
    columns: dict[str, int] = {}
    for line in lines:
        found = _columns(line.cells)
        if found:
            columns = found
            continue
        if len(line.cells) < 2:
            columns = {} if not line.table else columns
            continue
        cells = {
            key: line.cells[i].strip() if i < len(line.cells) else "" for key, i in columns.items()
        }
        name = cells.get("name", "").replace("\n", "")
        if name:
            yield DepartmentDraft(
                name,
                _day(cells.get("first", ""), opens=True),
                _day(cells.get("last", ""), opens=False),
                tuple(split_departments(cells.get("successors", "").strip("-―－ー"))),
                Position(file, line.number_of(columns["name"])),
            )


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Where name, from, to and successor stand; empty unless the name and two of these do."""
    found: dict[str, int] = {}
    for i, cell in enumerate(cells):
        plain = normalize(cell)
        for key, pattern in zip(_COLUMNS, (_NAME, _FROM, _TO, _SUCCESSOR), strict=True):
            if pattern.fullmatch(plain):
                found.setdefault(key, i)
                break
    wider = (i for i, cell in enumerate(cells) if _WIDER_NAME.fullmatch(normalize(cell)))
    if "name" not in found and (place := next(wider, None)) is not None:
        found["name"] = place
    return found if "name" in found and len(found) >= 3 else {}


def _day(cell: str, *, opens: bool) -> str | None:
    """A day or month as printed; of a mere fiscal year its first day, or its last."""
    found = next(iter(dates(cell)), None)
    if found is not None:
        return found[0]
    fiscal_year = year(cell)
    if fiscal_year is None or "年度" not in cell:
        return None
    return f"{fiscal_year}-04-01" if opens else f"{fiscal_year + 1}-03-31"
