"""A plan draft as the rows of the workbook's sheets: the inverse of importers/workbook/."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal

from alignchecker.graph.plan_links import PlanLink
from alignchecker.importers.workbook.items import named
from alignchecker.lang import workbook as layout
from alignchecker.lang.import_warnings import warning_text
from alignchecker.lang.workbook import YES, Sheet
from alignchecker.model.plan import (
    ImportWarning,
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    PlanDraft,
    Position,
)
from alignchecker.reading.concepts import japanese_labels

Cells = Mapping[str, str]
"""Key of a column -> text; blank cells have the text ""."""

_SEPARATOR = re.compile(r"[\\、，,\n]")
"""A backslash keeps what would part two names."""


def plan_rows(draft: PlanDraft) -> tuple[Cells, Cells]:
    """The values of the sheet 計画, and where each was read."""
    period = draft.period
    names = {column.key: column.name for column in layout.PLAN.columns}
    names |= {"period": "計画期間", "relations": layout.RELATIONS.name}
    values = {
        "title": draft.title,
        "edition": draft.edition,
        "part": draft.part,
        "plan_type": _label("type", draft.plan_type),
        "form": _label("form", draft.form),
        "stage": _label("stage", draft.stage),
        "capture": _label("capture", draft.capture),
        "publisher": draft.publisher,
        "department": draft.department,
        "published": draft.published,
        "first_year": _number(period.first if period else None),
        "last_year": _number(period.last if period else None),
        "stated_years": _number(draft.stated_years),
        "vision": draft.vision,
        "measure_level": draft.measure_level,
        "unverified": _joined(names.get(field, field) for field in draft.unverified),
        "file": draft.file,
        "sha256": draft.sha256,
    }
    places = {key: _place(place) for key, place in draft.facts_position.items()}
    places["first_year"] = _place(draft.period_position)
    return {key: value or "" for key, value in values.items()}, places


def table_rows(draft: PlanDraft, links: Iterable[PlanLink]) -> list[tuple[Sheet, list[Cells]]]:
    """The rows of every other sheet, numbered in the column 順."""
    names = named(draft.items)
    by_id = {item.id: names.name(item) for item in names.items}
    tables: list[tuple[Sheet, Iterable[Cells]]] = [
        (layout.ITEMS, (_item(item, by_id) for item in draft.items)),
        (layout.LINKS, (_link(link, by_id) for link in links)),
        (layout.INDICATORS, _indicators(draft.indicators, by_id)),
        (layout.PROGRESS, _progress(draft, by_id)),
        (layout.RELATIONS, _relations(draft)),
        (layout.ROLES, _roles(draft, by_id)),
        (layout.CLAIMS, _claims(draft)),
        (layout.MENTIONS, _mentions(draft)),
        (layout.CITATIONS, _citations(draft)),
        (layout.DEPARTMENTS, _departments(draft)),
        (layout.PASSAGES, _passages(draft)),
        (layout.WARNINGS, (_warning(warning) for warning in draft.warnings)),
    ]
    return [
        (sheet, [{"order": str(order), **cells} for order, cells in enumerate(rows, start=1)])
        for sheet, rows in tables
    ]


def _label(scheme: str, notation: str | None) -> str:
    return japanese_labels(scheme).get(notation, notation) if notation else ""


def _number(number: int | Decimal | None) -> str:
    return "" if number is None else f"{number:f}" if isinstance(number, Decimal) else str(number)


def _joined(parts: Iterable[str]) -> str:
    return "、".join(_SEPARATOR.sub(r"\\\g<0>", part) for part in parts)


def _place(place: Position | None) -> str:
    if place is None:
        return ""
    said = {key: value for key, value in asdict(place).items() if value is not None}
    return json.dumps(said, ensure_ascii=False)


def _item(item: ItemDraft, names: Mapping[str, str]) -> Cells:
    return {
        "level_name": item.level_name,
        "printed_number": item.printed_number or "",
        "code": item.code or "",
        "label": item.label,
        "parent": names[item.parent] if item.parent else "",
        "kind": _label("kind", item.kind),
        "departments": _joined(item.departments),
        "text": item.text or "",
        "repeated": YES if item.repeated else "",
        "confidence": "" if item.confidence >= 1 else _number(Decimal(repr(item.confidence))),
        "known_as": names[item.id],
        "id": item.id,
        "place": _place(item.position),
    }


def _link(link: PlanLink, names: Mapping[str, str]) -> Cells:
    return {
        "item": names[link.item],
        "plan": link.plan,
        "to": link.to or "（該当なし）",
        "contribution": _label("contribution", link.contribution),
        "status": _label("status", link.status),
        "note": link.note or "",
        "target": link.target,
        "id": link.iri,
    }


def _indicators(indicators: Iterable[IndicatorDraft], names: Mapping[str, str]) -> Iterator[Cells]:
    for indicator in indicators:
        own = {
            "name": indicator.name,
            "item": names[indicator.item] if indicator.item else "",
            "unit": indicator.unit or "",
            "scope": _label("scope", indicator.scope),
            "population": indicator.population or "",
            "source_survey": indicator.source_survey or "",
            "departments": _joined(indicator.departments),
            "repeated": YES if indicator.repeated else "",
            "id": indicator.id,
            "place": _place(indicator.position),
        }
        for value in indicator.values or (None,):
            yield own if value is None else own | _value(value)


def _value(value: IndicatorValueDraft) -> dict[str, str]:
    return {
        "value_kind": _label("value", value.kind),
        "fiscal_year": _number(value.fiscal_year),
        "quoted_as": value.quoted_as,
        "quoted_before": value.quoted_as,
        "operator": _label("operator", value.operator),
        "number": _number(value.number),
        "lower": _number(value.lower),
        "upper": _number(value.upper),
        "value_unit": value.unit or "",
        "value_scope": _label("scope", value.scope),
        "value_place": _place(value.position),
    }


def _progress(draft: PlanDraft, names: Mapping[str, str]) -> Iterator[Cells]:
    for record in draft.progress:
        yield {
            "item": names[record.item],
            "fiscal_year": _number(record.fiscal_year),
            "evaluation": record.evaluation or "",
            "text": record.text or "",
            "place": _place(record.position),
        }


def _relations(draft: PlanDraft) -> Iterator[Cells]:
    for relation in draft.relations:
        yield {
            "name": relation.name,
            "verb": _label("verb", relation.verb),
            "rank": _label("rank", relation.rank),
            "verb_text": relation.verb_text,
            "place": _place(relation.position),
        }


def _roles(draft: PlanDraft, names: Mapping[str, str]) -> Iterator[Cells]:
    for role in draft.roles:
        yield {
            "quoted_as": role.quoted_as,
            "plan_type": _label("type", role.plan_type),
            "cited_act": role.cited_act or "",
            "item": names[role.item] if role.item else "",
            "place": _place(role.position),
        }


def _claims(draft: PlanDraft) -> Iterator[Cells]:
    for claim in draft.claims:
        yield {
            "level_name": claim.level_name,
            "count": _number(claim.count),
            "quoted_as": claim.quoted_as,
            "place": _place(claim.position),
        }


def _mentions(draft: PlanDraft) -> Iterator[Cells]:
    for mention in draft.mentions:
        yield {
            "name": mention.name,
            "first_year": _number(mention.period.first),
            "last_year": _number(mention.period.last),
            "place": _place(mention.position),
        }


def _citations(draft: PlanDraft) -> Iterator[Cells]:
    for citation in draft.citations:
        yield {"quoted_as": citation.quoted_as, "place": _place(citation.position)}


def _departments(draft: PlanDraft) -> Iterator[Cells]:
    for department in draft.departments:
        yield {
            "name": department.name,
            "first": department.first or "",
            "last": department.last or "",
            "successors": _joined(department.successors),
            "place": _place(department.position),
        }


def _passages(draft: PlanDraft) -> Iterator[Cells]:
    for passage in draft.passages:
        yield {
            "text": passage.text,
            "heading": YES if passage.heading else "",
            "place": _place(passage.position),
        }


def _warning(warning: ImportWarning) -> Cells:
    return {
        "message": warning_text(warning.code, warning.arguments, "ja"),
        "code": warning.code,
        "arguments": json.dumps(warning.arguments, ensure_ascii=False),
        "place": _place(warning.position),
    }
