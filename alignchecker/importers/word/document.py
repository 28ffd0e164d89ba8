"""The reader of Word files (docx): what a print shows, all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from pathlib import Path

from lxml import etree

from alignchecker.importers.decoding import EMPTY
from alignchecker.importers.extent import MAX_LINES, too_many
from alignchecker.importers.packages import Package, open_package, parse_xml
from alignchecker.importers.word.numbering import Label, Numbering
from alignchecker.importers.word.styles import Style, Styles
from alignchecker.importers.word.tables import Box, Grid, grid_of
from alignchecker.importers.word.text import Fields, read_inline
from alignchecker.importers.word.unread import unread_parts
from alignchecker.importers.word.xml import (
    DELETED,
    SDT,
    TABLE,
    P,
    flat,
    is_on,
    is_placeholder,
    number,
    value,
    w,
)
from alignchecker.model.errors import InputError
from alignchecker.model.plan import Position
from alignchecker.reading.content import Cell, Content, Paragraph, Table

WORD_MAIN = "word/document.xml"
_BLOCKS, _FRAMED = frozenset({P, TABLE, SDT}), frozenset({P, TABLE})
_MAX_PLACES = 2_000_000
"""Places in the grids of all tables together."""
_MAX_PARAGRAPHS = 2 * MAX_LINES  # the blank ones included
_HEADING_LEVELS = 9
_NO_LABEL = Label("")
_BULLET = "・"
_PICTURES = frozenset({w("drawing"), w("pict"), w("object")})
Block = Paragraph | Table


def read_word(path: Path) -> Content:
    """The paragraphs and tables of a Word file.

    The places count paragraphs through body and tables. Raises InputError, saying what to do, for
    what is no Word file, is damaged, or has no text.
    """
    with open_package(path, WORD_MAIN) as package:
        body, reader = _opened(package)
        blocks = tuple(reader.blocks(body))
        if not any(_has_text(block) for block in blocks):
            raise _no_text(body, path)
        unread = (*package.unread, *unread_parts(body))
        return Content(path.name, package.sha256, blocks, unread)


def counted_paragraphs(package: Package) -> list[etree._Element]:
    """The paragraphs that places count: number 1 is the first. Raises InputError as read_word."""
    body, reader = _opened(package)
    for _ in reader.blocks(body):
        pass
    return reader.counted


def _opened(package: Package) -> tuple[etree._Element, _Reader]:
    """The body of a document, and what reads it."""
    root = parse_xml(package.part(package.main) or b"", package.path)
    body = root.find(w("body"))
    if body is None:
        raise InputError(*EMPTY, str(package.path))
    styles, numbering = Styles(_related(package, "styles")), _related(package, "numbering")
    return body, _Reader(package.path, styles, Numbering(numbering), Fields(body))


@dataclass(frozen=True, slots=True)
class _Read:
    """A paragraph as read: the label is the number or bullet that Word puts before the text."""

    text: str
    line: int
    label: Label = _NO_LABEL
    depth: int | None = None
    boxes: tuple[etree._Element, ...] = ()

    @property
    def printed(self) -> str:
        text = self.text.strip()
        return f"{self.label.text}{text}" if text else ""


class _Reader:
    """One way through the document, with what has been counted on it."""

    def __init__(self, path: Path, styles: Styles, numbering: Numbering, fields: Fields) -> None:
        self._path, self._styles, self._numbering, self._fields = path, styles, numbering, fields
        self.counted: list[etree._Element] = []
        self._tables = 0
        self._in_box = False
        self._room = _MAX_PLACES
        self._left = _MAX_PARAGRAPHS

    def blocks(self, container: etree._Element, outer: Position | None = None) -> Iterator[Block]:
        """The blocks of a container; outer: the place of the table cell that it stands in."""
        for element in self._elements(container):
            if not isinstance(element, _Read):
                yield from self._table(element, outer)
                continue
            if element.printed:
                yield Paragraph(
                    element.printed,
                    self._place(element.line, outer),
                    depth=element.depth,
                    bullet=element.label.bullet,
                )
            yield from self._boxed(element, outer)

    @property
    def _line(self) -> int:
        """The number of the paragraph that was counted last."""
        return len(self.counted)

    def _boxed(self, paragraph: _Read, outer: Position | None) -> Iterator[Block]:
        """What stands in the text boxes of a paragraph: it has the paragraph's own place."""
        was_in_box, self._in_box = self._in_box, True
        for box in paragraph.boxes:
            yield from self.blocks(box, outer)
        self._in_box = was_in_box

    def _elements(
        self, container: etree._Element, *, in_contents: bool = False
    ) -> Iterator[_Read | etree._Element]:
        """The paragraphs, read, and the tables of a container."""
        before: list[str] = []
        elements = list(islice(flat(container, _BLOCKS), _MAX_PARAGRAPHS + 1))
        if len(elements) > _MAX_PARAGRAPHS:
            raise too_many(self._path)
        for element, follower in zip_longest(elements, elements[1:]):
            if element.tag == TABLE:
                yield element
            elif element.tag == SDT:
                if not is_placeholder(element):
                    inside = in_contents or _is_contents(element)
                    yield from self._elements(element, in_contents=inside)
            else:
                joins = follower is not None and follower.tag == P and _is_unended(element)
                counts = not joins and (True if before else None)
                read = self._paragraph(element, counts=counts, in_contents=in_contents)
                before.append(read.text)
                yield replace(read, text="" if joins else "".join(before))
                before = before if joins else []

    def _paragraph(
        self, element: etree._Element, *, counts: bool | None, in_contents: bool
    ) -> _Read:
        """A paragraph; counts: whether it takes a number, None where its own text decides."""
        self._left -= 1
        if self._left < 0:
            raise too_many(self._path)
        if not self._in_box:
            self.counted.append(element)
        properties = element.find(w("pPr"))
        name = value(properties, "pStyle")
        style = self._styles.of(name)
        inline = read_inline(element, self._styles, self._fields, hidden=style.hidden)
        if style.contents or (in_contents and not style.contents_title):
            return _Read("", self._line)
        if counts is None:
            counts = bool(inline.text.strip()) or not _is_unprinted(element, style)
        label = self._label(properties, style, name) if counts else None
        depth = None if style.contents_title else _depth(properties, style)
        return _Read(inline.text, self._line, label or _NO_LABEL, depth, inline.boxes)

    def _label(
        self, properties: etree._Element | None, style: Style, name: str | None
    ) -> Label | None:
        """Count the paragraph in its list, its own or its style's."""
        own = None if properties is None else properties.find(w("numPr"))
        num, level = value(own, "numId"), value(own, "ilvl")
        if level is not None:
            at: int | None = number(level)
        else:
            at = style.level if num is None else None
        num = num or style.num
        return self._numbering.next(num, at, style.numbered_by or name) if num else None

    def _table(self, table: etree._Element, outer: Position | None) -> Iterator[Block]:
        """A table, then what stands inside its cells and is no text of them."""
        grid = grid_of(table, self._room, self._path)
        if not grid.cells:
            return
        self._room -= len(grid.rows) * len(grid.rows[0])
        if self._is_frame(grid):
            for cell, _ in grid.cells:
                yield from self.blocks(cell, outer)
            return
        self._tables += outer is None
        first, inner = self._line + 1, list[Block]()
        cells: dict[Box, Cell] = {}
        for element, box in grid.cells:
            place = self._cell_place(first, box, outer)
            text, line = self._cell(element, place, inner if box else [])
            if box:
                cells[box] = Cell(text, replace(place, line=line))
        for box in (box for row in grid.rows for box in row if box not in cells):
            cells[box] = Cell("", self._cell_place(first, box, outer))
        yield Table(tuple(tuple(cells[box] for box in row) for row in grid.rows), grid.header_rows)
        yield from inner

    def _is_frame(self, grid: Grid) -> bool:
        """One cell fills each row, and a heading or a table stands in one: it only lays out."""
        if len(grid.rows[0]) > 1:
            return False
        return any(
            element.tag == TABLE or self._heads(element)
            for cell, _ in grid.cells
            for element in flat(cell, _FRAMED)
        )

    def _heads(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(w("pPr"))
        style = self._styles.of(value(properties, "pStyle"))
        return _depth(properties, style) is not None

    def _cell(
        self, cell: etree._Element, place: Position, inner: list[Block]
    ) -> tuple[str, int | None]:
        """The text of a cell and the number of its first paragraph; inner takes all else in it."""
        texts: list[str] = []
        line = None
        for element in self._elements(cell):
            if not isinstance(element, _Read):
                inner += self._table(element, place)
                continue
            line = line or element.line
            if element.printed:
                texts.append(_BULLET * element.label.bullet + element.printed)
            inner += self._boxed(element, place)
        return "\n".join(texts), line or place.line

    def _place(self, line: int, outer: Position | None) -> Position:
        return replace(outer or Position(self._path.name), line=line)

    def _cell_place(self, line: int, box: Box | None, outer: Position | None) -> Position:
        """A cell of a table inside another one stands where the outer cell does."""
        if outer is not None:
            return replace(outer, line=line)
        address = box.address if box else None
        return Position(self._path.name, line, sheet=f"表{self._tables}", cell=address)


def _related(package: Package, kind: str) -> etree._Element | None:
    """The XML of the main part's relation of a kind, None where there is none."""
    for relation in package.relations(package.main):
        data = package.part(relation.target) if relation.kind == kind else None
        if data is not None:
            return parse_xml(data, package.path)
    return None


def _depth(properties: etree._Element | None, style: Style) -> int | None:
    said = value(properties, "outlineLvl")
    outline = style.outline if said is None else number(said, _HEADING_LEVELS)
    return outline + 1 if outline is not None and outline < _HEADING_LEVELS else None


def _is_unended(paragraph: etree._Element) -> bool:
    """The paragraph's mark is deleted, so that the next paragraph goes on with its text."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and any(child.tag in DELETED for child in mark)


def _is_unprinted(paragraph: etree._Element, style: Style) -> bool:
    """An empty paragraph whose mark is hidden or deleted takes no line and no number."""
    hidden = is_on(paragraph.find(f"{w('pPr')}/{w('rPr')}"), "vanish")
    return _is_unended(paragraph) or (style.hidden if hidden is None else hidden)


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}")
    return value(gallery, "docPartGallery") == "Table of Contents"


def _has_text(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text)
    return any(cell.text for row in block.rows for cell in row)


def _no_text(body: etree._Element, path: Path) -> InputError:
    if next(body.iter(*_PICTURES), None) is None:
        return InputError(*EMPTY, str(path))
    return InputError(
        "画像だけで、文字がありません。文字のある原稿のファイルを指定してください。",
        "There are only pictures, no text. Name the file of the manuscript, which has text.",
        str(path),
    )
