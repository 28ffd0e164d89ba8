"""Suggested links as JSON (design §5); none is null where it is unknown."""

from __future__ import annotations

import json

from alignchecker.model.suggestion import Candidate, Suggestions
from alignchecker.reports.suggestion_words import why


def render(found: Suggestions) -> str:
    """The document, with a line break at its end."""
    document = {
        "schema": 1,
        "suggestions": [
            {
                "from": row.iri,
                "fromLabel": row.label,
                "none": row.none,
                "candidates": [_candidate(candidate) for candidate in row.candidates],
            }
            for row in found.rows
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "to": candidate.iri,
        "toLabel": candidate.label,
        "probability": candidate.probability,
        "why": {lang: why(candidate.grounds, lang) for lang in ("ja", "en")},
    }
