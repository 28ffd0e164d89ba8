"""The reader of CSV and TSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from alignchecker.importers.decoding import MAX_BYTES, Document, read_bytes, read_text
from alignchecker.importers.sheets.blocks import Allowance, Row, sheet_blocks
from alignchecker.model.errors import InputError
from alignchecker.reading.content import Content, SheetCell, SheetRow

_DELIMITERS = ",\t;"
_LINES_LOOKED_AT = 20
_BINARY_STARTS = (b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")


def read_delimited(path: Path) -> Content:
    """The cells of a CSV or TSV file as paragraphs and tables.

    Raises InputError for what is no text or empty, and for quotes that do not match.
    """
    document = _document(path)
    text, first_line, delimiter = document.text, 1, None
    if text.startswith("sep=") and len(text.partition("\n")[0]) == len("sep=,"):
        # Excel writes and obeys this line, and does not show it.
        delimiter, first_line, text = text[4], 2, text.partition("\n")[2]
    delimiter = delimiter or _delimiter(text, path.suffix.lower())
    allowance = Allowance(str(path))
    rows = tuple(_rows(text, delimiter, first_line, path, allowance))
    if not rows:
        raise InputError(
            "文字の入ったセルがありません。内容のあるファイルを指定してください。",
            "No cell holds any text. Name a file that has some.",
            str(path),
        )
    return Content(path.name, document.sha256, tuple(sheet_blocks(rows, (), allowance)))


def _document(path: Path) -> Document:
    try:
        return read_text(path)
    except InputError:
        line = _line_of_nul(path)
        if line is None:
            raise
    raise InputError(
        "文字ではないデータ（NUL）があります。書き出し元で CSV を保存し直してから、"
        "もう一度読み込んでください。",
        "There is a NUL here, which is no text. Export the CSV again and import that.",
        str(path),
        line,
    )


def _line_of_nul(path: Path) -> int | None:
    """The line of the first NUL in a file that is otherwise text."""
    try:
        before, nul, _ = read_bytes(path, MAX_BYTES).partition(b"\0")
    except InputError:
        return None
    if not nul or before.startswith(_BINARY_STARTS):
        return None
    return len(before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


def _delimiter(text: str, suffix: str) -> str:
    """The character that most of the first lines hold outside of quotes; the comma in doubt."""
    if suffix == ".tsv":
        return "\t"
    # What stands between quotes is every second part, whatever quotes are doubled there.
    looked_at = "".join(islice(io.StringIO(text), _LINES_LOOKED_AT))
    unquoted = " ".join(looked_at.split('"')[::2]).split("\n")

    def weight(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in unquoted]
        return sum(map(bool, counts)), sum(counts)

    return max(_DELIMITERS, key=weight)


def _rows(
    text: str, delimiter: str, first_line: int, path: Path, allowance: Allowance
) -> Iterator[Row]:
    """The rows with at least one filled cell, numbered as Excel shows them."""
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    for number, (line, texts) in enumerate(_records(text, delimiter, first_line, path), start=1):
        filled = [(c, cell) for c, cell in enumerate(texts, start=1) if cell.strip()]
        if not filled:
            continue
        allowance.spend(len(filled))
        columns = tuple(column for column, _ in filled)
        row = SheetRow(path.name, number, line=line)
        cells = tuple(SheetCell(cell, row, column) for column, cell in filled)
        yield Row(number, shared.setdefault(columns, columns), cells)


def _records(
    text: str, delimiter: str, first_line: int, path: Path
) -> Iterator[tuple[int, list[str]]]:
    """Each record of the text with the line on which it begins (RFC 4180)."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    while True:
        line = first_line + reader.line_num
        try:
            record = next(reader, None)
        except csv.Error as error:
            if "field limit" in str(error):
                raise _too_long(path, line) from error
            raise InputError(
                'この行から始まる引用符（"）が正しく閉じられていません。'
                "引用符の数を確かめて直してから、もう一度読み込んでください。",
                "A quote that opens on this line or row is not closed as it should be. Count its"
                " quotes, correct it and import the file again.",
                str(path),
                line,
            ) from error
        if record is None:
            return
        yield line, record


def _too_long(path: Path, line: int) -> InputError:
    limit = f"{csv.field_size_limit():,}"
    return InputError(
        f"この行から始まるセルが長すぎます（上限 {limit}字）。"
        '引用符（"）の閉じ忘れがないか確かめて直してから、もう一度読み込んでください。',
        f"A cell that begins on this line or row is too long (limit {limit} characters). Look for a"
        " quote that is not closed, correct it and import the file again.",
        str(path),
        line,
    )
