"""A table too long for a plan is read only where a header says that it is one."""

from __future__ import annotations

import pytest

from alignchecker.model.plan import Position
from alignchecker.reading.content import Content, SheetCell, SheetRow, Table
from alignchecker.reading.data_tables import MOST_ROWS, without_data


def content(head: tuple[str, ...], rows: int) -> Content:
    texts = [head, *((f"{n}", f"値{n}") for n in range(rows))]
    made = tuple(
        tuple(
            SheetCell(text, SheetRow("a.xlsx", number, "表"), column)
            for column, text in enumerate(row, start=1)
        )
        for number, row in enumerate(texts, start=1)
    )
    return Content("a.xlsx", "", (Table(made),))


def test_the_rows_left_out_are_told() -> None:
    cut = without_data(content(("項目", "数"), MOST_ROWS))
    (table,), (warning,) = cut.blocks, cut.unread
    assert isinstance(table, Table)
    assert (len(table.rows), warning.code) == (100, "data-table-unread")
    assert warning.arguments == (str(MOST_ROWS + 1 - 100),)
    assert warning.position == Position("a.xlsx", sheet="表", cell="A101")


@pytest.mark.parametrize(("head", "rows"), [(("施策", "担当課"), MOST_ROWS), (("項目", "数"), 99)])
def test_plans_and_short_tables_stay_whole(head: tuple[str, ...], rows: int) -> None:
    whole = content(head, rows)
    assert without_data(whole) == whole
