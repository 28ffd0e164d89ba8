"""How much text a plan may hold: reading takes time for each line, most for long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from alignchecker.importers.decoding import Document
from alignchecker.model.errors import InputError
from alignchecker.reading.content import Content, Paragraph

MAX_LINES = 100_000
"""Lines of a text; paragraphs, table rows or elements of other documents."""
MAX_LENGTH = 100_000
"""Characters of a line, paragraph or cell."""


def check_text(document: Document) -> Document:
    """The text itself. Raises InputError for more, or longer, lines than any plan has."""
    _check(enumerate(document.text.split("\n"), start=1), document.path)
    return document


def check_content(content: Content, path: Path) -> Content:
    """The content itself. Raises InputError for more, or longer, blocks than any plan has."""
    _check(_lines(content), path)
    return content


def too_many(path: Path) -> InputError:
    """The error for a document that is no plan by its mere extent."""
    return InputError(
        f"内容が多すぎます（上限 {MAX_LINES:,}行）。"
        "計画ではない資料を除くか、計画ごとに分けて指定してください。",
        f"It holds too much (limit {MAX_LINES:,} lines). Take out what is no plan, or split it, one"
        " plan per file.",
        str(path),
    )


def _check(lines: Iterable[tuple[int | None, str]], path: Path) -> None:
    for count, (line, text) in enumerate(lines, start=1):
        if count > MAX_LINES:
            raise too_many(path)
        if len(text) > MAX_LENGTH:
            raise InputError(
                f"1行（1段落）の文字が多すぎます（上限 {MAX_LENGTH:,}字）。"
                "改行が失われていないか確かめて直してから、もう一度指定してください。",
                f"A line or paragraph is too long (limit {MAX_LENGTH:,} characters). See whether"
                " line breaks were lost, mend it and name the file again.",
                str(path),
                line,
            )


def _lines(content: Content) -> Iterator[tuple[int | None, str]]:
    """Paragraphs and table rows; of a row the longest cell."""
    for block in content.blocks:
        if isinstance(block, Paragraph):
            yield block.place.line, block.text
            continue
        for row in block.rows:
            longest = max(row, key=lambda cell: len(cell.text), default=None)
            if longest is not None:
                yield longest.place.line, longest.text
