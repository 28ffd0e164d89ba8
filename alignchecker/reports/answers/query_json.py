"""Saved queries as JSON: what their headers say, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from alignchecker.queries.header import Parameter, Words
from alignchecker.queries.library import Saved
from alignchecker.reports.json_values import Json


def render(queries: Iterable[Saved]) -> str:
    """Every key always present, null where nothing is said.

    Raises QueryRefused for a query whose header cannot be read.
    """
    document = {"schema": 1, "queries": [_query(saved) for saved in queries]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _query(saved: Saved) -> Json:
    header = saved.header
    return {
        "name": saved.name,
        "topic": header.topic.value,
        "question": _words(header.question),
        "note": _words(header.note),
        "parameters": [_parameter(parameter) for parameter in header.parameters.values()],
        "columns": [{"name": name, "label": _words(w)} for name, w in header.columns.items()],
        "text": saved.text,
    }


def _parameter(parameter: Parameter) -> Json:
    return {
        "name": parameter.name,
        "type": parameter.kind.value,
        "label": _words(parameter.words),
        "example": parameter.example,
        "default": parameter.default,
        "optional": parameter.is_optional,
    }


def _words(words: Words | None) -> Json:
    return None if words is None else {"ja": words.ja, "en": words.en}
