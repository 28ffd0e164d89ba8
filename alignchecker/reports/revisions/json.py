"""A comparison as JSON; every key is always present, null where unknown or not applicable."""

from __future__ import annotations

import json

from alignchecker.diff.entries import EntryChange
from alignchecker.diff.matching import number
from alignchecker.diff.revision import Edition, Revision, Row, Sureness
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    Period,
    RelationDraft,
)
from alignchecker.reports.json_values import Json


def render(revision: Revision) -> str:
    """The document, with a line break at its end. Rows in which nothing changed are left out."""
    old, new = revision.old, revision.new
    document: Json = {
        "schema": 1,
        "old": plan(old),
        "new": plan(new),
        "examined": {"old": len(old.draft.items), "new": len(new.draft.items)},
        "summary": {
            **{kind.value: count for kind, count in revision.counts().items()},
            "unchanged": sum(not row.kinds for row in revision.rows),
            "undecided": len(revision.undecided),
        },
        "plan": [{"field": f.field, "old": f.old, "new": f.new} for f in revision.facts],
        "items": [_row(row, revision) for row in revision.changed],
        "relations": [_relation_change(change) for change in revision.relations],
        "indicators": [_indicator_change(change) for change in revision.indicators],
        "passages": [
            {"old": change.old, "new": change.new, "above": change.above}
            for change in revision.passages
        ],
        "undecided": [
            {
                "old": [item_json(item, old) for item in doubt.old],
                "new": [item_json(item, new) for item in doubt.new],
            }
            for doubt in revision.undecided
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def plan(edition: Edition) -> Json:
    """A plan by IRI, title, edition and fiscal years."""
    draft = edition.draft
    return {
        "iri": edition.iri,
        "title": draft.title,
        "edition": draft.edition,
        "part": draft.part,
        "file": draft.file,
        "firstFiscalYear": _year(draft.period, is_first=True),
        "lastFiscalYear": _year(draft.period, is_first=False),
    }


def item_json(item: ItemDraft, edition: Edition) -> Json:
    """An item of an edition."""
    return {
        "iri": edition.names.get(item.id),
        "id": item.id,
        "number": number(item),
        "label": item.label,
        "levelName": item.level_name,
        "kind": item.kind.value,
        "parent": edition.names.get(item.parent or ""),
        "departments": list(item.departments),
        "text": item.text,
    }


def _row(row: Row, revision: Revision) -> Json:
    return {
        "kinds": [kind.value for kind in row.kinds],
        "sureness": row.sureness.value if row.sureness else None,
        "fields": list(row.fields),
        "old": [item_json(item, revision.old) for item in row.old],
        "new": [item_json(item, revision.new) for item in row.new],
    }


def _relation_change(change: EntryChange[RelationDraft]) -> Json:
    old, new = (_relation(e) if e is not None else None for e in (change.old, change.new))
    return {"sureness": _sureness(change), "old": old, "new": new}


def _indicator_change(change: EntryChange[IndicatorDraft]) -> Json:
    old, new = (_indicator(e) if e is not None else None for e in (change.old, change.new))
    return {"sureness": _sureness(change), "old": old, "new": new}


def _sureness(change: EntryChange[RelationDraft] | EntryChange[IndicatorDraft]) -> Json:
    """How sure it is that both are one; null where there is only one."""
    if change.old is None or change.new is None:
        return None
    return (Sureness.LIKELY if change.is_likely else Sureness.CERTAIN).value


def _relation(relation: RelationDraft) -> Json:
    return {"name": relation.name, "verb": relation.verb, "rank": relation.rank}


def _indicator(indicator: IndicatorDraft) -> Json:
    return {
        "name": indicator.name,
        "item": indicator.item,
        "values": [_value(value) for value in indicator.values],
    }


def _value(value: IndicatorValueDraft) -> Json:
    return {
        "kind": value.kind.value,
        "fiscalYear": value.fiscal_year,
        "printed": value.quoted_as,
    }


def _year(period: Period | None, *, is_first: bool) -> Json:
    if period is None:
        return None
    return period.first if is_first else period.last
