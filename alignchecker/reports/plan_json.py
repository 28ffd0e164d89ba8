"""A plan as read, as the import json of the contract: every key present, null where unknown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

from alignchecker.lang.import_warnings import warning_text
from alignchecker.model.plan import (
    ActCitation,
    CountClaim,
    DepartmentDraft,
    ImportWarning,
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    Period,
    PlanDraft,
    PlanMention,
    Position,
    ProgressDraft,
    RelationDraft,
    RoleDraft,
)
from alignchecker.reading.vocabulary import plan_type

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

SCHEMA = Path(__file__).parent / "schemas" / "import.schema.json"
"""JSON Schema (2020-12) of what plan_json writes."""


def plan_json(draft: PlanDraft, lang: str = "ja") -> bytes:
    """The draft in UTF-8, with warnings in one language; equal drafts give equal bytes."""
    document: Json = {
        "schema": 1,
        "plan": _plan(draft),
        "items": [_item(item) for item in draft.items],
        "relations": [_relation(relation) for relation in draft.relations],
        "roles": [_role(role) for role in draft.roles],
        "claims": [_claim(claim) for claim in draft.claims],
        "mentions": [_mention(mention) for mention in draft.mentions],
        "citations": [_citation(citation) for citation in draft.citations],
        "indicators": [_indicator(indicator) for indicator in draft.indicators],
        "progress": [_progress(record) for record in draft.progress],
        "departments": [_department(department) for department in draft.departments],
        "warnings": [_warning(warning, lang) for warning in draft.warnings],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _plan(draft: PlanDraft) -> Json:
    whole = [role.plan_type for role in draft.roles if role.item is None and role.plan_type]
    return {
        "file": draft.file,
        "sha256": draft.sha256,
        "title": draft.title,
        "edition": draft.edition,
        "part": draft.part,
        "planType": draft.plan_type,
        "form": draft.form,
        "capture": draft.capture,
        "stage": draft.stage,
        "publisher": draft.publisher,
        "department": draft.department,
        "published": draft.published,
        "period": _period(draft.period),
        "periodPosition": _position(draft.period_position),
        "statedYears": draft.stated_years,
        "vision": draft.vision,
        "measureLevel": draft.measure_level,
        "constitutes": list(dict.fromkeys(whole)),
        "positions": {
            name: _position(place) for name, place in sorted(draft.facts_position.items())
        },
    }


def _period(period: Period | None) -> Json:
    """Fiscal years as dates, the end inclusive: fiscal year 2029 ends on 2030-03-31."""
    if period is None:
        return None
    return {"start": f"{period.first}-04-01", "end": f"{period.last + 1}-03-31"}


def _position(position: Position | None) -> Json:
    return asdict(position) if position else None


def _item(item: ItemDraft) -> Json:
    return {
        "id": item.id,
        "level": item.level,
        "levelName": item.level_name,
        "kind": item.kind,
        "code": item.code or item.printed_number,
        "printedNumber": item.printed_number,
        "label": item.label,
        "parent": item.parent,
        "text": item.text,
        "departments": list(item.departments),
        "repeated": item.repeated,
        "confidence": item.confidence,
        "position": _position(item.position),
    }


def _relation(relation: RelationDraft) -> Json:
    return {
        "name": relation.name,
        "verb": relation.verb,
        "rank": relation.rank,
        "kind": plan_type(relation.name),
        "verbText": relation.verb_text,
        "position": _position(relation.position),
    }


def _role(role: RoleDraft) -> Json:
    return {
        "quotedAs": role.quoted_as,
        "planType": role.plan_type,
        "citedAct": role.cited_act,
        "item": role.item,
        "position": _position(role.position),
    }


def _claim(claim: CountClaim) -> Json:
    return {
        "levelName": claim.level_name,
        "count": claim.count,
        "quotedAs": claim.quoted_as,
        "position": _position(claim.position),
    }


def _mention(mention: PlanMention) -> Json:
    return {
        "name": mention.name,
        "period": _period(mention.period),
        "position": _position(mention.position),
    }


def _citation(citation: ActCitation) -> Json:
    return {"quotedAs": citation.quoted_as, "position": _position(citation.position)}


def _indicator(indicator: IndicatorDraft) -> Json:
    return {
        "id": indicator.id,
        "name": indicator.name,
        "item": indicator.item,
        "unit": indicator.unit,
        "scope": indicator.scope,
        "population": indicator.population,
        "sourceSurvey": indicator.source_survey,
        "departments": list(indicator.departments),
        "repeated": indicator.repeated,
        "values": [_value(value) for value in indicator.values],
        "position": _position(indicator.position),
    }


def _value(value: IndicatorValueDraft) -> Json:
    """operator null: the text prints a dash, so no value is set."""
    return {
        "kind": value.kind,
        "fiscalYear": value.fiscal_year,
        "operator": value.operator,
        "number": _number(value.number),
        "lower": _number(value.lower),
        "upper": _number(value.upper),
        "unit": value.unit,
        "scope": value.scope,
        "quotedAs": value.quoted_as,
        "position": _position(value.position),
    }


def _number(number: Decimal | None) -> Json:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _progress(record: ProgressDraft) -> Json:
    return {
        "item": record.item,
        "fiscalYear": record.fiscal_year,
        "evaluation": record.evaluation,
        "text": record.text,
        "position": _position(record.position),
    }


def _department(department: DepartmentDraft) -> Json:
    return {
        "name": department.name,
        "first": department.first,
        "last": department.last,
        "successors": list(department.successors),
        "position": _position(department.position),
    }


def _warning(warning: ImportWarning, lang: str) -> Json:
    return {
        "code": warning.code,
        "message": warning_text(warning.code, warning.arguments, lang),
        "position": _position(warning.position),
    }
