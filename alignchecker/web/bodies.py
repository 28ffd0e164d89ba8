"""The JSON that programs send, held to the schema that openapi.json shows of it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request

from alignchecker.reports.json_values import Json
from alignchecker.web.parts import LONGEST
from alignchecker.web.refusing import Refusal

_SHOWN = 40


async def read_body(request: Request, schema: Json) -> Mapping[str, Json]:
    """What was sent: an object with nothing but the texts and truth values of its schema.

    Raises Refusal for anything else.
    """
    try:
        sent: Json = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "body", words=type(error).__name__) from error
    except ClientDisconnect as error:
        raise Refusal(400, "body", words="…") from error
    assert isinstance(schema, dict)
    required, properties = schema["required"], schema["properties"]
    assert isinstance(required, list)
    assert isinstance(properties, dict)
    if not isinstance(sent, dict):
        raise Refusal(400, "body", words="object")
    missing = next((name for name in required if name not in sent), None)
    if missing is not None:
        raise Refusal(400, "body", words=missing)
    for name, value in sent.items():
        wanted = properties.get(name)
        if not isinstance(wanted, dict) or not _fits(value, wanted):
            raise Refusal(400, "body", words=name.encode(errors="replace").decode()[:_SHOWN])
    return sent


def body_of(request: Request) -> Mapping[str, Json]:
    """What the operation that is going on was sent."""
    found = request.state.body
    assert isinstance(found, Mapping)
    return found


def _fits(value: Json, wanted: Mapping[str, Json]) -> bool:
    if wanted["type"] == "boolean":
        return isinstance(value, bool)
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False  # half of a pair of surrogates
    least, most = wanted.get("minLength", 0), wanted.get("maxLength", LONGEST)
    assert isinstance(least, int)
    assert isinstance(most, int)
    choices = wanted.get("enum")
    is_known = not isinstance(choices, list) or value in choices
    return least <= len(value) <= most and is_known
