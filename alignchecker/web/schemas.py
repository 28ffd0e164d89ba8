"""JSON Schema of what /api answers: what its forms are put together of, and what all rooms share.

A form names what is always there; more may be.
"""

from __future__ import annotations

from collections.abc import Iterable

from alignchecker.reports.json_values import Json
from alignchecker.web.work.jobs import State

TEXT: Json = {"type": "string"}
MAYBE: Json = {"type": ["string", "null"]}
NUMBER: Json = {"type": "integer"}
MAYBE_NUMBER: Json = {"type": ["integer", "null"]}
YES_OR_NO: Json = {"type": "boolean"}
DAY: dict[str, Json] = {"type": "string", "format": "date"}
MAYBE_DAY: Json = {"type": ["string", "null"]}
"""YYYY-MM-DD."""


def holding(**properties: Json) -> dict[str, Json]:
    """An object that has all of some properties."""
    return {"type": "object", "required": list(properties), "properties": properties}


def listed(of: Json) -> dict[str, Json]:
    """A list of something."""
    return {"type": "array", "items": of}


def by_name(of: Json) -> dict[str, Json]:
    """An object that has something under each of its names, which are not known beforehand."""
    return {"type": "object", "additionalProperties": of}


def one_of(words: Iterable[str]) -> dict[str, Json]:
    """One of some words."""
    return {"type": "string", "enum": list(words)}


def or_null(of: Json) -> dict[str, Json]:
    """Something, or null where it is unknown."""
    return {"anyOf": [{"type": "null"}, of]}


NAMED = holding(iri=TEXT, title=TEXT)
"""A plan by name."""
PERIOD = holding(first=MAYBE_NUMBER, last=MAYBE_NUMBER)
"""Fiscal years."""
PLAN = holding(
    iri=TEXT,
    title=TEXT,
    edition=MAYBE,
    type=MAYBE,
    publisher=MAYBE,
    period=PERIOD,
    form=MAYBE,
    status=TEXT,
    items=NUMBER,
    measures=NUMBER,
    input=YES_OR_NO,
    standsUnder=listed(holding(verb=MAYBE, title=TEXT)),
    endsSameYear=listed(TEXT),
    successor=MAYBE,
    obligation=MAYBE,
    statutory=listed(holding(type=TEXT, obligation=TEXT)),
)
"""A plan as the command line gives it."""
_FINDING = holding(
    rule=TEXT,
    severity=one_of(("violation", "warning", "info")),
    state=TEXT,
    fingerprint=TEXT,
    focus=TEXT,
    message=TEXT,
    remedy=MAYBE,
    locations=listed(
        holding(path=TEXT, line=MAYBE_NUMBER, sheet=MAYBE, cell=MAYBE, page=MAYBE_NUMBER)
    ),
)
REPORT = holding(
    revision=TEXT,
    report=holding(
        schema={"const": 1},
        asOf=MAYBE_DAY,
        inputs=listed(holding(path=TEXT)),
        findings=listed(_FINDING),
        rules=listed(holding(id=TEXT, outcome=TEXT)),
        plans=listed(PLAN),
        summary={"type": "object"},
    ),
)
"""The last check."""
JOB = holding(
    id=TEXT,
    kind=TEXT,
    state=one_of(state.value for state in State),
    words=TEXT,
    step=or_null(holding(stage=TEXT, number=NUMBER, total=NUMBER)),
    page=TEXT,
    file=MAYBE,
)
"""How far something is."""
DOCUMENT = holding(document={"type": "string", "contentMediaType": "application/octet-stream"})
"""A document that is sent."""
ERROR = holding(error=holding(reason=TEXT, message=holding(ja=TEXT, en=TEXT)))
"""Whatever is refused."""
