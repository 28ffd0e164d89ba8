"""Notes in an Excel workbook, at the cells that findings name; replies where a thread has begun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from alignchecker.importers.packages import damaged
from alignchecker.importers.sheets.xlsx import Sheet, worksheets
from alignchecker.importers.sheets.xml import MAX_ROW, column_number
from alignchecker.model.finding import Location
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.earlier import clear_notes
from alignchecker.reports.annotated.markup import Markup
from alignchecker.reports.annotated.note_shapes import Cell, Sizes, draw
from alignchecker.reports.annotated.notes import write_notes
from alignchecker.reports.annotated.remarks import Remark, gathered
from alignchecker.reports.annotated.threads import reply

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
# What stands behind legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99).
_BEHIND = frozenset(
    {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst",
        "http://schemas.openxmlformats.org/markup-compatibility/2006 AlternateContent",
    }
)  # fmt: skip
_SIZED = frozenset({"sheetFormatPr", "col", "row"})


def annotate(copy: Copy, remarks: Iterable[Remark], as_of: str | None, lang: str) -> None:
    """Writes notes into the copy, in place of those that it has of ours.

    as_of: the date of replies, YYYY-MM-DD; notes have none.
    """
    sheets = worksheets(copy.package)
    clear_notes(copy, sheets)
    numbers = {sheet.name: number for number, sheet in enumerate(sheets)}
    shown = [number for number, sheet in enumerate(sheets) if not sheet.is_hidden]
    if not shown:
        raise damaged(copy.path)

    def place_of(location: Location) -> tuple[int, Cell] | None:
        if location.sheet is None and location.line is not None and len(sheets) == 1:
            return 0, Cell(location.line, 1)
        number, cell = numbers.get(location.sheet or ""), _cell(location.cell or "")
        return None if number is None or cell is None else (number, cell)

    texts = gathered(remarks, place_of, (shown[0], Cell(1, 1)), lang)
    by_sheet: dict[int, dict[Cell, list[str]]] = defaultdict(dict)
    for number, cell in sorted(texts, key=lambda place: (place[0], place[1].row, place[1].column)):
        by_sheet[number][cell] = texts[number, cell]
    for number, cells in by_sheet.items():
        rest = reply(copy, sheets[number], cells, as_of)
        new = write_notes(copy, sheets[number], rest)
        if new:
            _show(copy, sheets[number], new)


def _cell(address: str) -> Cell | None:
    match = _CELL.fullmatch(address)
    column = column_number(match[1]) if match else 0
    if match is None or not column or int(match[2]) > MAX_ROW:
        return None
    return Cell(int(match[2]), column)


def _show(copy: Copy, sheet: Sheet, cells: Sequence[Cell]) -> None:
    """Draws the boxes of new notes in the sheet's drawing, which is made where there is none."""
    markup = Markup(
        copy.part(sheet.part),
        copy.path,
        lambda depth, name: depth == 2 or (name in _SIZED and depth <= 4),
    )
    top = [element for element in markup.elements if element.depth == 2]
    sizes = Sizes.of(markup.elements)
    drawing = next((element for element in top if element.name == "legacyDrawing"), None)
    if drawing is not None:
        id_ = drawing.attributes.get(f"{copy.relations_namespace} id", "")
        targets = {r.id: r.target for r in copy.package.relations(sheet.part)}
        if id_ not in targets:
            raise damaged(copy.path)
        draw(copy, targets[id_], cells, sizes)
        return
    part = draw(copy, None, cells, sizes)
    id_ = copy.relate(sheet.part, "vmlDrawing", part)
    behind = next((element for element in top if element.name in _BEHIND), None)
    r, declared = markup.prefix(copy.relations_namespace, "r")
    text = f'<{markup.own}legacyDrawing{declared} {r}:id="{id_}"/>'
    if behind is None:
        markup.append(markup.root, text)
    else:
        markup.insert(behind.start, text)
    copy.change(sheet.part, markup.to_bytes())
