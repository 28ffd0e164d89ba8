"""Rows of the plan workbook, read cell by cell; what is wrong is collected, not raised."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from alignchecker.importers.workbook.cells import Rows
from alignchecker.lang.workbook import EXAMPLE, YES, Column, Sheet
from alignchecker.model.calendar import year
from alignchecker.model.errors import InputError, did_you_mean
from alignchecker.model.normalize import fold
from alignchecker.model.plan import Position
from alignchecker.reading.concepts import japanese_labels, notation_of
from alignchecker.reading.departments import split_departments

_SHOWN = 10
_YEARS = range(1868, 2201)
_WESTERN = re.compile(r"\d{4}(?:年度?)?")
_WHOLE = re.compile(r"\d{1,9}")
# No more digits than graph/values.py takes when the plan is read again.
_DECIMAL = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_PART = re.compile(r"(?:\\[\\、，,\n]|[^、，,\n])+")
_KEPT = re.compile(r"\\([\\、，,\n])")
_Enum = TypeVar("_Enum", bound=StrEnum)


@dataclass(slots=True)
class Problems:
    """What has to be mended, by place."""

    path: str
    found: list[tuple[str, str]] = field(default_factory=list)

    @property
    def are_shown(self) -> bool:
        """Whether one more would still be shown."""
        return len(self.found) < _SHOWN

    def add(self, sheet: str, cell: str, ja: str, en: str) -> None:
        """One more; ja and en say what is wrong and what to write instead."""
        self.found.append((f"シート「{sheet}」{cell}: {ja}", f"sheet {sheet}, {cell}: {en}"))

    def stop(self) -> None:
        """Raises one InputError for all of them, the first ten in full."""
        if not self.found:
            return
        more = len(self.found) - _SHOWN
        ja = [
            f"直すところが{len(self.found)}か所あります。",
            *(ja for ja, _ in self.found[:_SHOWN]),
        ]
        en = [f"{len(self.found)} cells have to be mended.", *(en for _, en in self.found[:_SHOWN])]
        if more > 0:
            ja.append(
                f"ほかに{more}か所あります。上のものを直してから、もう一度読み込んでください。"
            )
            en.append(f"{more} more. Mend these and import the workbook again.")
        raise InputError("\n  ".join(ja), "\n  ".join(en), self.path)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by the key of their column.

    places: cell by key ("C5"). by_hand: added by a person; blanks around its texts mean nothing.
    """

    sheet: Sheet
    number: int
    cells: Mapping[str, str]
    places: Mapping[str, str]
    problems: Problems
    file: str
    by_hand: bool

    def text(self, key: str) -> str | None:
        """The text of a cell, None where it is blank."""
        text = self.cells.get(key)
        if text is None or not text.strip():
            return None
        return text.strip() if self.by_hand else text

    def column(self, key: str) -> Column:
        """The column of a key."""
        return next(column for column in self.sheet.columns if column.key == key)

    def wrong(self, key: str, ja: str, en: str) -> None:
        """Notes that a cell has to be mended."""
        name = self.column(key).name
        place = self.places.get(key) or f"{self.number}行目"
        self.problems.add(self.sheet.name, f"{place}（{name}）", ja, en)

    def needed(self, key: str) -> str:
        """The text of a cell that must not be blank."""
        text = self.text(key)
        if text is None:
            self.wrong(key, "空いています。記入してください。", "is blank; fill it in.")
        return text or ""

    def year(self, key: str) -> int | None:
        """A fiscal year, in four digits or of an era."""
        text = self.text(key)
        if text is None:
            return None
        folded = fold(text).strip()
        found = int(folded[:4]) if _WESTERN.fullmatch(folded) else None
        if found is None and not folded.isdecimal():
            found = year(folded)
        if found in _YEARS:
            return found
        self.wrong(
            key,
            f"「{text[:40]}」は年度として読めません。「2026」や「令和8年度」と書いてください。",
            f'"{text[:40]}" is no fiscal year; write 2026 or 令和8年度.',
        )
        return None

    def whole(self, key: str) -> int | None:
        """A whole number."""
        text = self.text(key)
        if text is None:
            return None
        folded = fold(text).strip()
        if _WHOLE.fullmatch(folded):
            return int(folded)
        self.wrong(
            key,
            f"「{text[:40]}」は数ではありません。「5」のように書いてください。",
            f'"{text[:40]}" is no whole number; write it like 5.',
        )
        return None

    def decimal(self, key: str) -> Decimal | None:
        """A number with or without decimals."""
        text = self.text(key)
        if text is None:
            return None
        folded = fold(text).strip().replace(",", "")
        if _DECIMAL.fullmatch(folded):
            return Decimal(folded)
        self.wrong(
            key,
            f"「{text[:40]}」は数値ではありません。「80.5」のように数字だけを書いてください。",
            f'"{text[:40]}" is no number; write digits only, like 80.5.',
        )
        return None

    def share(self, key: str) -> float:
        """A number from 0 to 1; 1 where it is blank."""
        found = self.decimal(key)
        if found is not None and not 0 <= found <= 1:
            self.wrong(
                key, "0から1までの数で書いてください。", "must be a number from 0 to 1; write 0.5."
            )
            return 1.0
        return 1.0 if found is None else float(found)

    def flag(self, key: str) -> bool:
        """Whether the cell has a mark."""
        text = (self.text(key) or "").strip()
        if text and text not in {YES, "◯", "〇", "はい", "再掲", "1"}:
            self.wrong(
                key, f"「{YES}」を書くか、空けてください。", f"write {YES}, or leave it blank."
            )
        return bool(text)

    def words(self, key: str) -> tuple[str, ...]:
        """Parts between 、 or another comma or line; a backslash before it keeps one."""
        text = self.text(key)
        if text is None:
            return ()
        parts = (_KEPT.sub(r"\1", part) for part in _PART.findall(text))
        return tuple(part.strip() if self.by_hand else part for part in parts if part.strip())

    def offices(self, key: str) -> tuple[str, ...]:
        """The same of departments; those joined by ・ are several where a person wrote them."""
        words = self.words(key)
        if not self.by_hand:
            return words
        return tuple(office for word in words for office in split_departments(word))

    def concept(self, key: str) -> str | None:
        """The notation of what was chosen from the column's code list."""
        text = (self.text(key) or "").strip()
        scheme = self.column(key).scheme
        if not text or scheme is None:
            return None
        notation = notation_of(scheme, text)
        if notation is None:
            self._unknown(key, text, list(japanese_labels(scheme).values()))
        return notation

    def choice(self, key: str, choices: type[_Enum]) -> _Enum | None:
        """The same as a member of an enum."""
        notation = self.concept(key)
        if notation is None:
            return None
        if notation in set(choices):
            return choices(notation)
        labels = japanese_labels(self.column(key).scheme or "")
        self._unknown(key, self.cells[key], [labels.get(c, c) for c in choices])
        return None

    def _unknown(self, key: str, text: str, known: list[str]) -> None:
        close_ja, close_en = did_you_mean(text, known)
        some = "、".join(known[:8]) + (" など" if len(known) > 8 else "")
        self.wrong(
            key,
            f"「{text[:40]}」は選べません。{close_ja}一覧から選んでください（{some}）。",
            f'"{text[:40]}" is not on the list.{close_en} Choose one of: {some}.',
        )

    def place(self, key: str = "place", at: str = "order") -> Position:
        """Where the row was read in the original, else the cell ``at`` of this row."""
        own = Position(self.file, sheet=self.sheet.name, cell=self.places.get(at))
        text = self.text(key)
        if text is None:
            return own
        found = position_of(text)
        if found is None:
            self.wrong(
                key,
                "位置が読めません。隠れた列の、このセルを空けてください。",
                "is no position; clear this cell of the hidden column.",
            )
        return found or own


def position_of(text: str) -> Position | None:
    """A position as written in a hidden column, None where it is not well formed."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    kinds = {"file": str, "line": int, "sheet": str, "cell": str, "page": int}
    if not isinstance(found, dict) or "file" not in found:
        return None
    if not all(k in kinds and type(v) is kinds[k] for k, v in found.items()):
        return None
    return Position(**found)


def rows_of(sheet: Sheet, rows: Rows, problems: Problems, file: str) -> list[Row]:
    """The rows of a sheet in the order of their column 順, without blank rows and examples.

    The first row names the columns by key; text that is too long for a cell goes on in "key~2".
    """
    keys = rows.get(1, {})
    visible = {c.key for c in sheet.columns if not c.hidden} - {"order"}
    found: list[tuple[float, Row]] = []
    order = 0.0
    for number in sorted(n for n in rows if n > 2):
        cells, places = by_key(keys, rows[number], number)
        if cells.get("order", "").strip() == EXAMPLE:
            continue
        if not any(cells.get(key, "").strip() for key in visible):
            continue
        hand = not any(cells.get(c.key, "").strip() for c in sheet.columns if c.hidden)
        row = Row(sheet, number, cells, places, problems, file, hand)
        given = row.decimal("order")
        order = float(given) if given is not None else order
        found.append((order, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def by_key(
    keys: Mapping[str, str], row: Mapping[str, str], number: int
) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of a row and their cells, by the keys of the first row."""
    pieces: dict[str, list[tuple[int, str]]] = {}
    places: dict[str, str] = {}
    for letters, header in keys.items():
        key, _, count = header.partition("~")
        places.setdefault(key, f"{letters}{number}")
        if letters in row:
            piece = int(count) if _WHOLE.fullmatch(count) else 1
            pieces.setdefault(key, []).append((piece, row[letters]))
    return {key: "".join(text for _, text in sorted(of)) for key, of in pieces.items()}, places
