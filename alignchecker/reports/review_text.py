"""What came of a list of findings that was filled in, in lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from alignchecker.lang import COMMAS, say
from alignchecker.model.review import Row
from alignchecker.rules import review_file, waiver_file
from alignchecker.rules.answers import Outcome
from alignchecker.rules.taking import Taken

_MOST = 20
_LABEL = 30


def lines(taken: Taken, folder: Path, lang: str) -> Iterator[str]:
    """First what was written, then which rows were not, and what is to be known of others."""
    recorded = len(taken.rows(Outcome.RECORD))
    if recorded:
        yield say("review.recorded", lang, count=recorded, file=folder / review_file.FILE)
    else:
        yield say("review.nothing", lang)
    if taken.waived:
        yield say("review.waived", lang, count=taken.waived, file=folder / waiver_file.FILE)
    for outcome in (Outcome.CONFLICT, Outcome.WITHOUT_REASON):
        rows = taken.rows(outcome)
        if rows:
            yield say(f"review.left.{outcome.value}", lang, rows=_rows(rows, lang))
    for remark, rows_of in taken.remarks.items():
        yield say(f"review.remark.{remark.value}", lang, rows=_rows(rows_of, lang))
    if taken.added:
        numbers = COMMAS[lang].join(map(str, taken.added))
        yield say("review.added", lang, rows=numbers)


def _rows(rows: Sequence[Row], lang: str) -> str:
    """5行目（No. 4「放課後の居場所づくり」）, one below the other."""
    told = [
        say("review.row", lang, row=row.row, number=row.number, label=_short(row.label))
        for row in rows[:_MOST]
    ]
    if len(rows) > _MOST:
        told.append(say("report.more", lang, count=len(rows) - _MOST))
    return "".join(f"\n  {line}" for line in told)


def _short(label: str) -> str:
    line = " ".join(label.split())
    return line if len(line) <= _LABEL else f"{line[:_LABEL]}…"
