"""Suggested links as JSON (design §5); none is null where it is unknown."""

from __future__ import annotations

import json
from collections.abc import Sequence

from alignchecker.model.suggestion import Candidate, Suggestion, Suggestions
from alignchecker.reports.suggestion_words import why


def render(found: Sequence[Suggestions], *, plan_named: bool) -> str:
    """The document, with a line break at its end.

    plan_named: that the user named the plan to be linked to. Otherwise each row says which it is.
    """
    rows = [
        {**_row(row), **({} if plan_named else {"toPlan": plan.higher})}
        for plan in found
        for row in plan.rows
    ]
    document = {"schema": 1, "suggestions": rows}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _row(row: Suggestion) -> dict[str, object]:
    return {
        "from": row.iri,
        "fromLabel": row.label,
        "none": row.none,
        "candidates": [_candidate(candidate) for candidate in row.candidates],
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "to": candidate.iri,
        "toLabel": candidate.label,
        "probability": candidate.probability,
        "why": {lang: why(candidate.grounds, lang) for lang in ("ja", "en")},
    }
