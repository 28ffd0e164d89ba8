"""The whole printed text, for rules on prose and for those who search it."""

from __future__ import annotations

import re

from alignchecker.model.plan import PassageDraft, Position
from alignchecker.reading.lines import Line, Source

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")


def read_passages(source: Source, file: str) -> tuple[PassageDraft, ...]:
    """Each line and table row that carries text, with its place in the document."""
    places = source.places
    return tuple(
        PassageDraft(
            text,
            Position(file, line.number) if places is None else places[line.number - 1].place,
            heading=bool(mark),
        )
        for line in source.printed
        for mark, text in (_text(line),)
        if text
    )


def _text(line: Line) -> tuple[str, str]:
    """The mark of a heading, if there is one, and the words; a row's cells once each."""
    if len(line.cells) > 1 and line.table is None:
        return "", "\u3000".join(dict.fromkeys(cell for cell in line.cells if cell))
    mark = _HEADING.match(line.text)
    return (mark[0], line.text[mark.end() :]) if mark else ("", line.text)
