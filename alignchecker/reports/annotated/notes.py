"""The texts of a sheet's notes (ECMA-376 part 1, 18.7)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import unescape

from alignchecker.importers.packages import damaged
from alignchecker.importers.sheets.xlsx import Sheet
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.markup import DECLARATION, Element, Markup, quoted
from alignchecker.reports.annotated.note_shapes import Cell

AUTHOR = "alignchecker"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
LINE = "\n――――――――\n"
"""What parts one text of a note from the next."""
_WANTED = frozenset({"authors", "author", "commentList", "comment", "text", "t", "r"})
# Excel takes _x0041_ for a character (22.9.2.19), so a text that has it says _x005F_x0041_.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def excel_text(text: str) -> str:
    """A text as XML that Excel reads as it stands.

    >>> excel_text("a_x0041_ < b")
    'a_x005F_x0041_ &lt; b'
    """
    return quoted(_LOOKS_ESCAPED.sub("_x005F_", text))


def write_notes(copy: Copy, sheet: Sheet, texts: Mapping[Cell, Sequence[str]]) -> list[Cell]:
    """Writes notes; gives the cells that had none, for which boxes are to be drawn.

    Of a cell that has a note, its text goes on below a line.
    """
    if not texts:
        return []
    named = (r.target for r in copy.package.relations(sheet.part) if r.kind == "comments")
    part = next(named, None) or _new(copy, sheet)
    markup = Markup(copy.part(part), copy.path, lambda _, name: name in _WANTED)
    found = _Found(markup.elements)
    if found.authors is None or found.notes is None:
        raise damaged(copy.path)
    p, added = markup.own, ""
    names = [unescape(markup.content(author)) for author in found.names]
    number = names.index(AUTHOR) if AUTHOR in names else len(names)
    new: list[Cell] = []
    for cell, several in texts.items():
        text = excel_text(LINE.join([f"{AUTHOR}:\n{several[0]}", *several[1:]]))
        if cell.address in found.texts:
            _go_on(markup, found.texts[cell.address], text)
            continue
        new.append(cell)
        added += (
            f'<{p}comment ref="{cell.address}" authorId="{number}" shapeId="0">'
            f'<{p}text><{p}t xml:space="preserve">{text}</{p}t></{p}text></{p}comment>'
        )
    if new:
        if AUTHOR not in names:
            markup.append(found.authors, f"<{p}author>{AUTHOR}</{p}author>")
        markup.append(found.notes, added)
    copy.change(part, markup.to_bytes())
    return new


def _new(copy: Copy, sheet: Sheet) -> str:
    namespace = Markup(copy.part(sheet.part), copy.path, lambda *_: False).namespace
    part = copy.add(
        "xl/comments{}.xml",
        f'{DECLARATION}<comments xmlns="{namespace}"><authors/><commentList/></comments>',
        _CONTENT_TYPE,
    )
    copy.relate(sheet.part, "comments", part)
    return part


class _Found:
    """What there is in a part of notes. texts: of each cell, the text with what it holds."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.authors = next((e for e in elements if (e.depth, e.name) == (2, "authors")), None)
        self.notes = next((e for e in elements if (e.depth, e.name) == (2, "commentList")), None)
        self.names = [e for e in elements if (e.depth, e.name) == (3, "author")]
        self.texts: dict[str, list[Element]] = {}
        held: list[Element] = []
        for element in elements:
            if (element.depth, element.name) == (3, "comment"):
                held = self.texts.setdefault(element.attributes.get("ref", ""), [])
            elif element.name in ("text", "t", "r") and element.depth in (4, 5):
                held.append(element)
        self.texts = {ref: held for ref, held in self.texts.items() if held}


def _go_on(markup: Markup, held: Sequence[Element], text: str) -> None:
    """Adds to the text of a note: within its only piece, or as a run behind its last one."""
    p, pieces = markup.own, [element for element in held if element.depth == 5]
    if pieces and pieces[-1].name == "t" and not pieces[-1].is_empty:
        markup.insert(pieces[-1].end, quoted(LINE) + text)
        return
    run = f'<{p}r><{p}t xml:space="preserve">{quoted(LINE)}{text}</{p}t></{p}r>'
    if pieces:
        markup.insert(pieces[-1].after, run)
    else:
        markup.append(held[0], run)
