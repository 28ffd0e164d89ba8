"""What the answers of /api hold, as JSON Schema, and what may be asked: a part of the description.

An operation that is not named here is described without.
"""

from __future__ import annotations

from collections.abc import Mapping

from alignchecker.reports.json_values import Json
from alignchecker.web.downloading import FORMS
from alignchecker.web.work.jobs import State

_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "integer"}
_YEAR: Json = {"type": ["integer", "null"]}
_MAYBE: Json = {"type": ["string", "null"]}


def _object(**properties: Json) -> Json:
    """An object that has all of some properties."""
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(of: Json) -> Json:
    return {"type": "array", "items": of}


_PLAN = _object(
    iri=_TEXT,
    title=_TEXT,
    edition=_MAYBE,
    type=_MAYBE,
    publisher=_MAYBE,
    period=_object(first=_YEAR, last=_YEAR),
    form=_MAYBE,
    status=_MAYBE,
    items=_NUMBER,
    measures=_NUMBER,
    input={"type": "boolean"},
)
_FINDING = _object(
    rule=_TEXT,
    severity={"enum": ["violation", "warning", "info"]},
    state=_TEXT,
    fingerprint=_TEXT,
    focus=_TEXT,
    message=_TEXT,
    remedy=_MAYBE,
    locations=_list(_object(path=_TEXT, line=_YEAR, sheet=_MAYBE, cell=_MAYBE, page=_YEAR)),
)
JOB = _object(
    id=_TEXT,
    kind=_TEXT,
    state={"enum": [state.value for state in State]},
    words=_TEXT,
    step={"anyOf": [{"type": "null"}, _object(stage=_TEXT, number=_NUMBER, total=_NUMBER)]},
    page=_TEXT,
    file=_MAYBE,
)
"""How far something is."""
_ANSWERS: Mapping[str, Json] = {
    "listPlans": _object(
        revision=_TEXT,
        files=_list(_object(key=_TEXT, path=_TEXT, revision=_TEXT)),
        plans=_list(_PLAN),
    ),
    "listFindings": _object(
        revision=_TEXT,
        report=_object(
            schema={"const": 1},
            asOf=_MAYBE,
            inputs=_list(_object(path=_TEXT)),
            findings=_list(_FINDING),
            rules=_list(_object(id=_TEXT, outcome=_TEXT)),
            plans=_list(_PLAN),
            summary={"type": "object"},
        ),
    ),
    **dict.fromkeys(("check", "makeReport", "showJob", "cancelJob", "uploadPlan"), JOB),
}
_ASKED: Mapping[tuple[str, str], Json] = {
    ("listFindings", "lang"): {"enum": ["ja", "en"]},
    ("check", "asOf"): {"type": "string", "format": "date"},
    ("makeReport", "form"): {"enum": [*FORMS, "annotated"]},
}
_NEEDED = {("makeReport", "form")}
_ERROR: Json = {"schema": {"$ref": "#/components/schemas/Error"}}


def completed(name: str, status: int, said: dict[str, Json]) -> Json:
    """The description of an operation with what is known of its answers and its query."""
    responses, parameters = said["responses"], said["parameters"]
    assert isinstance(responses, dict)
    assert isinstance(parameters, list)
    if name in _ANSWERS:
        content: Json = {"application/json": {"schema": _ANSWERS[name]}}
        responses[str(status)] = {"description": "OK", "content": content}
    elif name == "downloadFile":
        responses[str(status)] = {"description": "OK", "content": {"*/*": {}}}
    responses["default"] = {"description": "Error", "content": {"application/json": _ERROR}}
    for parameter in parameters:
        assert isinstance(parameter, dict)
        key = (name, str(parameter["name"]))
        parameter["schema"] = _ASKED.get(key, parameter["schema"])
        if key in _NEEDED:
            parameter["required"] = True
    return said
