"""The items that one cell of a table lists."""

from __future__ import annotations

from alignchecker.reading.labels import ends_complete
from alignchecker.reading.markers import (
    on_one_line,
    read_list_item,
    read_marker,
    split_inline,
)

_GOES_ON = "・、のをにとが）"
"""A line of a cell that begins so goes on with the one above."""


def cell_items(cell: str, *, are_actions: bool = False) -> list[str]:
    """The items that one cell lists: bulleted, numbered, or actions one below the other."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()] or [""]
    starts = [read_list_item(line) is not None for line in lines]
    # A later line that begins with ・ goes on with a name: 深化 / ・推進.
    if not starts[0]:
        starts = [read_marker(line) is not None for line in lines]
    if not any(starts) and are_actions:
        ends = [True, *(ends_complete(line) for line in lines)]
        starts = [end and line[0] not in _GOES_ON for line, end in zip(lines, ends, strict=False)]
    whole: list[str] = []
    for line, begins in zip(lines, starts, strict=True):
        is_open = bool(whole) and whole[-1].count("（") > whole[-1].count("）")
        if begins and not is_open:
            whole.append(read_list_item(line) or line)
        elif whole:
            whole[-1] = on_one_line(f"{whole[-1]}\n{line}")
        else:
            whole.append(line)
    return [part for entry in whole for part in split_inline(entry)]
