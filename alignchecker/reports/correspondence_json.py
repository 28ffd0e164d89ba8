"""対応表 as JSON: part of what ``coverage`` gives; every key is always there."""

from __future__ import annotations

from collections.abc import Sequence

from alignchecker.model.coverage import Correspondence, Counterpart, Row, figures
from alignchecker.reports.json_values import Json


def tables(of: Sequence[Correspondence]) -> list[Json]:
    """The tables, each with its figures: in depth, and of direct links alone."""
    return [_table(table) for table in of]


def _table(table: Correspondence) -> Json:
    return {
        "relation": table.relation,
        "plan": {"iri": table.plan, "title": table.title},
        "higher": {"iri": table.higher, "title": table.higher_title},
        "verb": table.verb,
        "force": table.force,
        "items": _side(table.items),
        "measures": _side(table.measures),
    }


def _side(rows: Sequence[Row]) -> Json:
    return {
        "deep": _figures(rows, deep=True),
        "shallow": _figures(rows, deep=False),
        "rows": [_row(row) for row in rows],
    }


def _figures(rows: Sequence[Row], *, deep: bool) -> Json:
    return {standing.value: count for standing, count in figures(rows, deep=deep).items()}


def _row(row: Row) -> Json:
    return {
        "iri": row.iri,
        "label": row.label,
        "number": row.number,
        "above": list(row.above),
        "standing": row.standing().value,
        "shallow": row.standing(deep=False).value,
        "waived": row.waived,
        "counterparts": [_counterpart(counterpart) for counterpart in row.counterparts],
    }


def _counterpart(counterpart: Counterpart) -> Json:
    return {
        "iri": counterpart.iri,
        "label": counterpart.label,
        "plan": {"iri": counterpart.plan, "title": counterpart.plan_title},
        "accepted": counterpart.accepted,
        "direct": counterpart.direct,
    }
