"""What a finding says beside its message: where, what stands there now, why, and what to do."""

from __future__ import annotations

from alignchecker.lang import say
from alignchecker.model.finding import Finding, Reference
from alignchecker.reports import sentences
from alignchecker.rules.catalogue import Rule

_MOST_RELATED = 20


def details(rule: Rule, finding: Finding, lang: str) -> dict[str, str]:
    """Its parts in the order they are read in, by the end of their key ``field.…``; no blank ones.

    place, current, related or other, evidence, remedy, department, waived, note.
    """
    # The document that an officer has comes before the file that was made of it.
    places = [sentences.place(place, lang) for place in reversed(finding.locations)]
    parts = {
        "place": "\n".join(places),
        "current": finding.current,
        "related" if rule.roll_up else "other": _related(rule, finding, lang),
        "evidence": sentences.evidence(rule, finding, lang),
        "remedy": sentences.remedy(rule, finding, lang),
        "department": finding.department,
        "waived": "\n".join(sentences.waived(w, lang) for w in finding.waived),
        "note": "\n".join(sentences.notes(finding, lang)),
    }
    return {key: text for key, text in parts.items() if text}


def _related(rule: Rule, finding: Finding, lang: str) -> str:
    """What a rolled-up finding lists; else the other place of the same document it is about."""
    doubt = say("report.unverified", lang)
    names = [
        r.name(lang) + (doubt if r.unverified else "") + _where(finding, r, lang)
        for r in finding.related
        if rule.roll_up or (not r.in_text and _same_document(finding, r))
    ]
    shown = names[:_MOST_RELATED]
    if len(names) > len(shown):
        shown.append(say("report.more", lang, count=len(names) - len(shown)))
    return "\n".join(f"・{name}" for name in shown)


def _where(finding: Finding, reference: Reference, lang: str) -> str:
    """Where a thing stands, in the document rather than in its import.

    Blank for what another document says, unless it is words found there.
    """
    is_near = _same_document(finding, reference)
    if not reference.locations or not (is_near or reference.in_text):
        return ""
    path = reference.locations[-1].path
    tell = sentences.place_within if is_near else sentences.place
    places = [tell(p, lang) for p in reference.locations if p.path == path]
    return f"（{'、'.join(places)}）" if all(places) else ""


def _same_document(finding: Finding, reference: Reference) -> bool:
    one, other = finding.locations, reference.locations
    return bool(one and other) and one[-1].path == other[-1].path
