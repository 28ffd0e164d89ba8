"""What a finding says beside its message: where, what stands there now, why, and what to do."""

from __future__ import annotations

from alignchecker.model.finding import Finding
from alignchecker.reports import related, sentences
from alignchecker.rules.catalogue import Rule

_MOST_RELATED = 20


def details(rule: Rule, finding: Finding, lang: str) -> dict[str, str]:
    """Its parts in the order they are read in, by the end of their key ``field.…``; no blank ones.

    place, current, related or other, evidence, remedy, department, review, waived, note.
    """
    # The document that an officer has comes before the file that was made of it.
    places = [sentences.place(place, lang) for place in reversed(finding.locations)]
    parts = {
        "place": "\n".join(places),
        "current": finding.current,
        "related" if rule.roll_up else "other": "\n".join(
            f"・{name}" for name in related.names(rule, finding, lang, most=_MOST_RELATED)
        ),
        "evidence": sentences.evidence(rule, finding, lang),
        "remedy": sentences.remedy(rule, finding, lang),
        "department": finding.department,
        "review": sentences.review(finding.review, lang) if finding.review else None,
        "waived": "\n".join(sentences.waived(w, lang) for w in finding.waived),
        "note": "\n".join(sentences.notes(finding, lang)),
    }
    return {key: text for key, text in parts.items() if text}
