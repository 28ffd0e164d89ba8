"""対応表 both ways, as tables: a row for each item, with what answers it in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.model.coverage import Correspondence, Row, Standing
from alignchecker.reports.office.tables import Column, Table, cell
from alignchecker.reports.standings import MARKS, counterpart_text, legend

_MOST = 30
"""How many counterparts of an item are shown."""
_SHARED = 3
"""Columns in front that say the same in all rows of one relation."""


def item_table(of: Sequence[Correspondence], lang: str) -> Table:
    """上位計画→施策: what answers each item of the higher plans."""
    columns = _columns(lang, "higher", "plan", say("office.answered-by", lang))
    rows = [
        _row(table, row, (table.higher_title, table.title), lang)
        for table in of
        for row in table.items
    ]
    return Table(say("office.items", lang), columns, rows, note(lang))


def measure_table(of: Sequence[Correspondence], lang: str) -> Table:
    """施策→上位計画: what each measure answers in the higher plans."""
    columns = _columns(lang, "plan", "higher", say("office.answers", lang))
    rows = [
        _row(table, measure, (table.title, table.higher_title), lang)
        for table in of
        for measure in table.measures
    ]
    # Only an item of a higher plan may be answered through one below it.
    shallow = [column.heading for column in columns].index(say("office.shallow", lang))
    del columns[shallow]
    for row in rows:
        del row[shallow]
    return Table(say("office.measures", lang), columns, rows, note(lang))


def by_relation(of: Sequence[Correspondence], lang: str) -> Iterator[tuple[str, Table, Table]]:
    """For each plan and one above it: what ties them, and both tables without what all rows share.

    A table without rows is left out by whoever shows it.
    """
    for table in of:
        verb = label("verb", table.verb, lang) if table.verb else ""
        plans = f"{table.title} → {table.higher_title}"
        title = say("correspondence.by", lang, plans=plans, verb=verb) if verb else plans
        both = (item_table([table], lang), measure_table([table], lang))
        items, measures = (
            replace(
                one,
                columns=one.columns[_SHARED:],
                rows=[row[_SHARED:] for row in one.rows],
            )
            for one in both
        )
        yield cell(title, lang), items, measures


def _columns(lang: str, one: str, other: str, counterparts: str) -> list[Column]:
    return [
        Column(say(f"column.{one}", lang), 18),
        Column(say(f"column.{other}", lang), 18),
        Column(say("column.verb", lang), 11),
        Column(say("column.above", lang), 26),
        Column(say("column.number", lang), 8),
        Column(say("column.item", lang), 34),
        Column(say("column.standing", lang), 7, centred=True),
        Column(say("office.shallow", lang), 7, centred=True),
        Column(counterparts, 44),
        Column(say("column.waived", lang), 20),
    ]


def _row(table: Correspondence, row: Row, plans: tuple[str, str], lang: str) -> list[str]:
    texts = [
        *plans,
        label("verb", table.verb, lang) if table.verb else "",
        " > ".join(row.above),
        row.number,
        row.label,
        MARKS[row.standing()],
        MARKS[row.standing(deep=False)],
        "\n".join(_counterparts(table, row, lang)),
        row.waived,
    ]
    return [cell(text, lang) for text in texts]


def _counterparts(table: Correspondence, row: Row, lang: str) -> Iterator[str]:
    for counterpart in row.counterparts[:_MOST]:
        mark = MARKS[Standing.ACCEPTED if counterpart.accepted else Standing.PROPOSED]
        below = "" if counterpart.direct else say("correspondence.below", lang)
        yield f"{mark} {counterpart_text(counterpart, table, lang)}{below}"
    if len(row.counterparts) > _MOST:
        yield say("report.more", lang, count=len(row.counterparts) - _MOST)


def note(lang: str) -> str:
    """What the marks of both tables mean."""
    return f"{legend(lang)}　{say('office.legend', lang)}"
