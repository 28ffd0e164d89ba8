"""What a new edition bears on, as JSON; every key is always present, null where unknown."""

from __future__ import annotations

import json

from alignchecker.diff.impact import Impact, Impacts
from alignchecker.diff.revision import Revision
from alignchecker.reports.impacts import sentences
from alignchecker.reports.json_values import Json
from alignchecker.reports.revisions.json import item_json, plan


def render(impacts: Impacts, lang: str) -> str:
    """The document, with a line break at its end; messages in one language."""
    revision = impacts.revision
    document: Json = {
        "schema": 1,
        "old": plan(revision.old),
        "new": plan(revision.new),
        "examined": {"old": len(revision.old.draft.items), "new": len(revision.new.draft.items)},
        "shares": [
            {
                "plan": share.title,
                "department": share.department,
                **{priority.value: count for priority, count in share.counts.items()},
            }
            for share in impacts.shares()
        ],
        "impacts": [_impact(impact, revision, lang) for impact in impacts.found],
        "unlinkedPlans": list(impacts.unlinked),
        "undecided": len(revision.undecided),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _impact(impact: Impact, revision: Revision, lang: str) -> Json:
    first, last = impact.years or (None, None)
    return {
        "reason": impact.reason.value,
        "priority": impact.priority.value,
        "force": impact.force,
        "plan": {"iri": impact.plan, "title": impact.title} if impact.plan else None,
        "focus": impact.focus,
        "label": impact.label,
        "department": impact.department,
        "accepted": impact.accepted,
        "sureness": impact.sureness.value if impact.sureness else None,
        "old": [item_json(item, revision.old) for item in impact.old],
        "new": [item_json(item, revision.new) for item in impact.new],
        "words": list(impact.words),
        "firstFiscalYear": first,
        "lastFiscalYear": last,
        "message": sentences.reason(impact, lang),
    }
