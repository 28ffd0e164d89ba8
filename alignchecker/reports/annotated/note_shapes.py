"""The boxes in which Excel shows notes: VML beside the sheet (ECMA-376 part 4, 19).

Programs write VML that is no XML (an unclosed <br>), so it is added to as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from alignchecker.importers.packages import damaged
from alignchecker.importers.sheets.xml import MAX_COLUMN, MAX_ROW
from alignchecker.reading.content import column_letters
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.markup import Element

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_TYPE = (
    '<v:shapetype{} id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_HAS_TYPE = re.compile(rb"""<v:shapetype\b[^>]*\bid=["']_x0000_t202["']""")
_ID = re.compile(rb"_x0000_s([0-9]{1,8})\b")
_BLOCK = re.compile(rb"""<o:idmap\b[^>]*\bdata=["']([0-9, ]{1,200})["']""")
_PER_BLOCK = 1024
"""How many ids of shapes a drawing has in each of its blocks."""
_ROOT = re.compile(rb"<xml\b[^>]*>")
_END = b"</xml>"
_WIDTH, _HEIGHT = 320, 200
_PIXELS_PER_CHARACTER, _PIXELS_PER_POINT = 7, 96 / 72
_GAP = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by row and column, from 1."""

    row: int
    column: int

    @property
    def address(self) -> str:
        """Its name, as B3."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How wide columns and how high rows are, in pixels; what is not among them is usual."""

    columns: Mapping[range, float] = field(default_factory=dict)
    rows: Mapping[int, float] = field(default_factory=dict)
    column: float = 64
    row: float = 20

    @classmethod
    def of(cls, elements: Iterable[Element]) -> Sizes:
        """Of the sheetFormatPr, col and row elements of a sheet."""
        columns: dict[range, float] = {}
        rows: dict[int, float] = {}
        usual = cls()
        for element in elements:
            said = element.attributes
            if element.name == "sheetFormatPr":
                width = _number(said, "defaultColWidth") * _PIXELS_PER_CHARACTER
                height = _number(said, "defaultRowHeight") * _PIXELS_PER_POINT
                usual = cls(column=width or usual.column, row=height or usual.row)
            elif element.name == "col":
                width = _number(said, "width") * _PIXELS_PER_CHARACTER
                of = range(int(_number(said, "min")), int(_number(said, "max")) + 1)
                columns[of] = 0 if said.get("hidden") in ("1", "true") else width or usual.column
            elif element.name == "row" and ("ht" in said or "hidden" in said):
                height = _number(said, "ht") * _PIXELS_PER_POINT
                of_row = int(_number(said, "r"))
                rows[of_row] = 0 if said.get("hidden") in ("1", "true") else height or usual.row
        return cls(columns, rows, usual.column, usual.row)

    def width(self, column: int) -> float:
        """Of a column."""
        return next((size for of, size in self.columns.items() if column in of), self.column)

    def height(self, row: int) -> float:
        """Of a row."""
        return self.rows.get(row, self.row)


def draw(copy: Copy, part: str | None, cells: Sequence[Cell], sizes: Sizes) -> str:
    """Draws boxes for cells into a drawing, a new one where there is none; gives its part."""
    if part is None:
        block = max(_blocks(copy), default=0) + 1
        data = ",".join(str(block + more) for more in range(1 + len(cells) // _PER_BLOCK))
        shapes = _shapes(cells, block * _PER_BLOCK + 1, sizes, "")
        text = (
            f'<xml{_DECLARED}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit"'
            f' data="{data}"/></o:shapelayout>{_TYPE.format("")}{shapes}</xml>'
        )
        return copy.add("xl/drawings/vmlDrawing{}.vml", text, _CONTENT_TYPE)
    drawn = copy.part(part)
    at = drawn.rfind(_END)
    if at < 0:
        raise damaged(copy.path)
    root = _ROOT.search(drawn)
    is_declared = root is not None and all(
        f'xmlns:{prefix}="{uri}"'.encode() in root[0] for prefix, uri in _SPACES.items()
    )
    declared = "" if is_declared else _DECLARED
    first = max([_PER_BLOCK, *map(int, _ID.findall(drawn))]) + 1
    shapes = "" if _HAS_TYPE.search(drawn) else _TYPE.format(declared)
    shapes += _shapes(cells, first, sizes, declared)
    copy.change(part, drawn[:at] + shapes.encode() + drawn[at:])
    return part


def _blocks(copy: Copy) -> Iterable[int]:
    """The blocks of ids that the workbook's drawings have taken."""
    for name in copy.names():
        if name.lower().endswith(".vml"):
            for said in _BLOCK.findall(copy.part(name)):
                yield from (int(n) for n in said.split(b",") if n.strip().isdigit() and len(n) < 6)


def _shapes(cells: Sequence[Cell], first: int, sizes: Sizes, declared: str) -> str:
    return "".join(_shape(cell, id_, sizes, declared) for id_, cell in enumerate(cells, first))


def _shape(cell: Cell, id_: int, sizes: Sizes, declared: str) -> str:
    left, top = min(cell.column + 1, MAX_COLUMN), max(cell.row - 1, 1)
    right, bottom = (
        _reach(left, _GAP + _WIDTH, sizes.width, MAX_COLUMN),
        _reach(top, _GAP + _HEIGHT, sizes.height, MAX_ROW),
    )
    anchor = (left - 1, _GAP, top - 1, _GAP, right[0] - 1, right[1], bottom[0] - 1, bottom[1])
    return (
        f'<v:shape{declared} id="_x0000_s{id_}" type="#_x0000_t202" style="position:absolute;'
        'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{', '.join(map(str, anchor))}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{cell.row - 1}</x:Row><x:Column>{cell.column - 1}</x:Column></x:ClientData>"
        "</v:shape>"
    )


def _reach(first: int, pixels: float, size: Callable[[int], float], last: int) -> tuple[int, int]:
    """The column or row that so many pixels from the first one lead into, and how far into it."""
    place = first
    while pixels > size(place) and place < last:
        pixels -= size(place)
        place += 1
    return place, int(min(pixels, size(place)))


def _number(said: Mapping[str, str], name: str) -> float:
    """A size as the file gives it; 0 where it is none that Excel would write."""
    text = said.get(name, "")
    return float(text) if re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,20})?", text) else 0
