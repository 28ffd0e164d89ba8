"""The reader of Markdown: headings, lists and tables as CommonMark and GitHub have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from alignchecker.importers.decoding import read_text
from alignchecker.model.plan import Position
from alignchecker.reading.content import Cell, Content, Paragraph, Table, column_letters

_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def read_markdown(path: Path) -> Content:
    """The paragraphs and tables of a Markdown file, with their lines.

    Emphasis, links and HTML tags leave their text; a list's number is part of it. Raises InputError
    for a file that cannot be read.
    """
    document = read_text(path)
    # Indented by an editor or for looks, text is text: plans hold no program code.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")
    tokens = parser.parse(document.text)
    blocks = tuple(_blocks(tokens, path.name))
    return Content(path.name, document.sha256, blocks)


def _blocks(tokens: list[Token], file: str) -> Iterator[Paragraph | Table]:
    depth: int | None = None
    marks: list[str] = []
    for i, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 1
        match token.type:
            case "heading_open":
                depth = int(token.tag[1:])
            case "heading_close":
                depth = None
            case "list_item_open":
                marks.append(f"{token.info}{token.markup} " if token.info else "")
            case "list_item_close":
                marks.pop()
            case "table_open":
                yield _table(tokens[i:], file)
            case "inline" if tokens[i - 1].type not in ("th_open", "td_open"):
                bullet = bool(marks) and not marks[-1]
                mark = marks[-1] if marks else ""
                for below, text in enumerate([_plain(token)] if depth else _source_lines(token)):
                    place = Position(file, line=line + below)
                    own = mark if below == 0 else ""
                    yield Paragraph(own + text, place, depth, bullet, gap=below == 0)
            case "fence" | "html_block":
                text = _TAG.sub("", _BREAK.sub("\n", token.content)).strip()
                if text:
                    yield Paragraph(text, Position(file, line=line))


def _table(tokens: list[Token], file: str) -> Table:
    """The table that opens at the first token; its header is one row."""
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    line = 1
    for token, content in pairwise(tokens):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            line = token.map[0] + 1 if token.map else line
            cells = []
        elif token.type in ("th_open", "td_open"):
            cell = f"{column_letters(len(cells) + 1)}{len(rows) + 1}"
            cells.append(Cell(_plain(content), Position(file, line=line, cell=cell)))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    return Table(tuple(rows), header_rows=1)


def _source_lines(token: Token) -> list[str]:
    """The text of an inline token by the lines of the source; <br> breaks none of these."""
    lines = [""]
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            lines.append("")
        else:
            lines[-1] += _child_text(child)
    return [line.strip() for line in lines]


def _plain(token: Token) -> str:
    """The text of an inline token; <br> and the line breaks of the source stay line breaks."""
    return "".join(map(_child_text, token.children or [])).strip()


def _child_text(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type == "html_inline":
        return "\n" if _BREAK.fullmatch(child.content) else ""
    return child.content
