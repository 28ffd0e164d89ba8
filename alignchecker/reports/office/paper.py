"""A Word document on landscape A4, written so that 5,000 rows are no burden.

python-docx finds each cell again by walking the table; so tables are made as XML in one piece.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from alignchecker.diff.wording import Piece, Pieces
from alignchecker.reports.office.tables import Column, Table

_GOTHIC, _MINCHO = "游ゴシック", "游明朝"
_WIDTH = Mm(297 - 2 * 12)
_CREATED = datetime.datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""Equal reports give equal bytes, so the dates are no dates of anything."""
_BODY_SIZE, _TABLE_SIZE = 10.5, 9
_SIZES = {"Normal": _BODY_SIZE, "Title": 18, "Heading 1": 14, "Heading 2": 12, "Heading 3": 10.5}


class Paper:
    """What is written from top to bottom. Texts must be such as XML can hold (tables.cell)."""

    def __init__(self, title: str) -> None:
        self._document: Document = docx.Document()
        _fonts(self._document)
        _page(self._document)
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = title, "alignchecker", ""
        properties.last_modified_by, properties.revision = "alignchecker", 1
        properties.created = properties.modified = _CREATED
        relations = self._document.part.package.rels
        for name in [n for n, r in relations.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del relations[name]

    def title(self, text: str) -> None:
        """The title of the document."""
        self._document.add_paragraph(text, style="Title")

    def heading(self, text: str, level: int = 1) -> None:
        """A heading."""
        self._document.add_heading(text, level)

    def paragraph(self, text: str) -> None:
        """A paragraph of its own."""
        self._document.add_paragraph(text)

    def table(self, table: Table, *, headed: bool = True) -> None:
        """A table across the page; its heading stands on each page, a row stays on one."""
        total = sum(column.width for column in table.columns)
        widths = [int(column.width / total * _WIDTH.twips) for column in table.columns]
        marks = [column.centred for column in table.columns]
        rows = [_row([c.heading for c in table.columns], widths, head=True)] if headed else []
        rows += [_row(texts, widths, marks, first_bold=not headed) for texts in table.rows]
        self._insert(_table(widths, rows))

    def compared(
        self, columns: Sequence[Column], rows: Sequence[tuple[str | None, Sequence[Pieces]]]
    ) -> None:
        """A table like the others, in which what changed is underlined.

        rows: each with what to set above it, across all columns, or None.
        """
        total = sum(column.width for column in columns)
        widths = [int(column.width / total * _WIDTH.twips) for column in columns]
        lines = [_row([c.heading for c in columns], widths, head=True)]
        for above, row in rows:
            if above is not None:
                lines.append(_across(above, widths))
            cells = "".join(_cell(p, w) for p, w in zip(row, widths, strict=True))
            is_long = any(sum(len(piece.text) for piece in pieces) > _LONG for pieces in row)
            keep = "" if is_long else "<w:cantSplit/>"
            lines.append(f"<w:tr><w:trPr>{keep}</w:trPr>{cells}</w:tr>")
        self._insert(_table(widths, lines))

    def _insert(self, xml: str) -> None:
        body = self._document.element.body
        body.insert_element_before(parse_xml(xml), "w:sectPr")
        # Word joins tables that nothing stands between.
        gap = self._document.add_paragraph().paragraph_format
        gap.space_before = gap.space_after = Pt(0)
        gap.line_spacing = Pt(6)

    def content(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return _dateless(buffer)


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
_MARGINS = (
    '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
)


def _table(widths: Sequence[int], rows: Sequence[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_BORDERS}<w:tblLayout w:type="fixed"/>'
        f"{_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


_TALL = 10
"""Lines from which on a row may be divided: kept whole, it would leave half a page blank."""


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    centred: Sequence[bool] = (),
    *,
    head: bool = False,
    first_bold: bool = False,
) -> str:
    is_tall = any(text.count("\n") >= _TALL for text in texts)
    properties = ("" if is_tall else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    cells = "".join(
        _cell(
            (Piece(text),),
            width,
            is_centred=head or bool(centred and centred[number]),
            is_bold=head or (first_bold and number == 0),
            fill="DDEBF7" if head else "",
        )
        for number, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


_LONG = 400
"""Characters of a cell from which its row may be divided between pages, likewise."""


def _across(text: str, widths: Sequence[int]) -> str:
    """A row of one cell that stays with the row below."""
    cell = _cell((Piece(text),), sum(widths), is_bold=True, fill="F2F2F2", span=len(widths))
    kept = cell.replace("<w:pPr>", "<w:pPr><w:keepNext/>")
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{kept}</w:tr>"


def _cell(
    pieces: Pieces,
    width: int,
    *,
    is_centred: bool = False,
    is_bold: bool = False,
    fill: str = "",
    span: int = 1,
) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:jc w:val="center"/>' if is_centred else ""
    runs = "".join(_run(piece, is_bold=is_bold) for piece in pieces)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>{align}'
        f"</w:pPr>{runs}</w:p></w:tc>"
    )


def _run(piece: Piece, *, is_bold: bool) -> str:
    """A run; w:u stands behind the sizes (ECMA-376 part 1, 17.3.2.28)."""
    look = f'<w:sz w:val="{2 * _TABLE_SIZE}"/><w:szCs w:val="{2 * _TABLE_SIZE}"/>'
    line = '<w:u w:val="single"/>' if piece.changed else ""
    look = f"<w:rPr>{'<w:b/>' if is_bold else ''}{look}{line}</w:rPr>"
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(piece.text).split("\n"))
    return f'<w:r>{look}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def _fonts(document: Document) -> None:
    """Japanese fonts, of the defaults and of every style used: themes have none for Japanese."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    _set_fonts(defaults.find(qn("w:rPr")), _MINCHO)
    for name, size in _SIZES.items():
        style = document.styles[name]
        _set_fonts(style.element.get_or_add_rPr(), _MINCHO if name == "Normal" else _GOTHIC)
        style.font.color.rgb, style.font.size = RGBColor(0, 0, 0), Pt(size)


def _set_fonts(properties: object, font: str) -> None:
    """w:rFonts without a theme, which would win; and Japanese as the language of the text."""
    for old in properties.findall(qn("w:rFonts")) + properties.findall(qn("w:lang")):  # type: ignore[attr-defined]
        properties.remove(old)  # type: ignore[attr-defined]
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    properties.insert(0, fonts)  # type: ignore[attr-defined]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "ja-JP")
    properties.append(language)  # type: ignore[attr-defined]


def _page(document: Document) -> None:
    """Landscape A4 with narrow margins; page numbers at the foot."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(14)
    foot = section.footer.paragraphs[0]
    foot.alignment = 1
    for field in _fields():
        foot._p.append(parse_xml(field))


def _fields() -> Iterator[str]:
    def field(code: str) -> str:
        inner = "<w:r><w:t>1</w:t></w:r>"
        return f'<w:fldSimple {nsdecls("w")} w:instr=" {code} ">{inner}</w:fldSimple>'

    yield field("PAGE")
    yield f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> / </w:t></w:r>'
    yield field("NUMPAGES")


def _dateless(saved: io.BytesIO) -> bytes:
    """The package without the time at which it was packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(info))
    return target.getvalue()
