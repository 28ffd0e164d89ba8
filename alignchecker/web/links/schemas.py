"""JSON Schema of the review of links: what is sent, and what is answered."""

from __future__ import annotations

from alignchecker.model.links import LinkStatus, Verdict
from alignchecker.reports.json_values import Json
from alignchecker.web.links.standing import State
from alignchecker.web.links.verdicts import GIVEN, LONGEST_NAME
from alignchecker.web.parts import LONGEST
from alignchecker.web.schemas import (
    DAY,
    MAYBE,
    MAYBE_DAY,
    NAMED,
    NUMBER,
    TEXT,
    YES_OR_NO,
    holding,
    listed,
    one_of,
)

_SENT: Json = {"type": "string", "maxLength": LONGEST}
_NAME: Json = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
VERDICT: Json = {
    "type": "object",
    "additionalProperties": False,
    "required": ["measure", "verdict", "reviewer"],
    "properties": {
        "measure": _SENT,
        "to": _SENT,
        "verdict": one_of(GIVEN),
        "reviewer": _NAME,
        "reason": _SENT,
        "date": DAY,
        "decides": YES_OR_NO,
        "fingerprintFrom": _SENT,
        "fingerprintTo": _SENT,
    },
}
UNDO: Json = {
    "type": "object",
    "additionalProperties": False,
    "required": ["link", "reviewer"],
    "properties": {"link": _SENT, "reviewer": _NAME, "review": _SENT, "date": DAY},
}
_PAIR: dict[str, Json] = {
    "key": TEXT,
    "from": NAMED,
    "to": NAMED,
    "measures": NUMBER,
    "states": holding(**dict.fromkeys((*State, "suspect"), NUMBER)),
}
PAIRS = holding(pairs=listed(holding(**_PAIR)))
MEASURES = holding(
    **_PAIR,
    list=listed(holding(iri=TEXT, label=TEXT, state=one_of(State), suspect=YES_OR_NO)),
)
_REVIEW = holding(
    iri=TEXT,
    reviewer=TEXT,
    date=MAYBE_DAY,
    verdict=one_of(Verdict),
    reason=TEXT,
    decides=YES_OR_NO,
    undoes=MAYBE,
    counts=YES_OR_NO,
)
_LINK = holding(
    iri=TEXT,
    to=MAYBE,
    noCounterpartIn=MAYBE,
    status=one_of(LinkStatus),
    withdrawn=YES_OR_NO,
    suspect=YES_OR_NO,
    wordingTo=TEXT,
    reviews=listed(_REVIEW),
)
_SHARE: dict[str, Json] = {"type": "number", "minimum": 0, "maximum": 1}
CANDIDATES = holding(
    measure=TEXT,
    label=TEXT,
    fingerprint=TEXT,
    noCounterpart={"type": ["number", "null"]},
    candidates=listed(
        holding(iri=TEXT, label=TEXT, probability=_SHARE, why=TEXT, fingerprint=TEXT)
    ),
    links=listed(_LINK),
)
GIVEN_VERDICT = holding(
    link=TEXT, review=TEXT, verdict=one_of(Verdict), status=one_of(LinkStatus), new=YES_OR_NO
)
