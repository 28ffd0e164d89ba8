"""JSON Schema of a plan as it was read, and of a correction that is sent."""

from __future__ import annotations

from alignchecker.importers.corrections import FIELDS
from alignchecker.reports.json_values import Json
from alignchecker.web.parts import LONGEST
from alignchecker.web.schemas import MAYBE, TEXT, YES_OR_NO, holding, listed, one_of, or_null

TEXTS = {"field": "field", "value": "value", "reason": "reason", "item": "item",
         "asRead": "as_read", "valueAsRead": "value_as_read", "words": "words", "verb": "verb",
         "rank": "rank"}  # fmt: skip
"""Key in JSON -> what the corrections file calls it."""
_SENT: Json = {"type": "string", "maxLength": LONGEST}
CORRECTION: Json = {
    "type": "object",
    "required": ["revision", "field", "reason"],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(TEXTS, _SENT),
        "revision": _SENT,
        "field": one_of(FIELDS),
        "reason": {"type": "string", "minLength": 1, "maxLength": LONGEST},
        "verified": YES_OR_NO,
    },
}
"""Of what is sent to correct something. Which keys a field needs is in the guide."""
_ANY: Json = {"type": "object"}
READING = holding(
    key=TEXT,
    revision=TEXT,
    iri=TEXT,
    document=MAYBE,
    plan=_ANY,
    items=listed(_ANY),
    relations=listed(_ANY),
    warnings=or_null(listed(holding(code=TEXT, message=TEXT, place=TEXT))),
    corrections=listed(holding(id=TEXT, verified=YES_OR_NO, holds=YES_OR_NO)),
)
"""Of a plan as it was read: as ``import --to json`` gives it. ``warnings`` is null where the
document is not there, or has not been looked through yet."""
