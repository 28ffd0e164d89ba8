"""What a finding lists: the items of one that rolls up, or the other place that it is about."""

from __future__ import annotations

from alignchecker.lang import COMMAS, say
from alignchecker.model.finding import Finding, Reference
from alignchecker.reports import sentences
from alignchecker.rules.catalogue import Rule


def names(rule: Rule, finding: Finding, lang: str, *, most: int) -> list[str]:
    """What a rolled-up finding lists, with places; else the other place of the same document.

    most: how many are named; one more line counts the others.
    """
    doubt = say("report.unverified", lang)
    listed = [
        r.name(lang) + (doubt if r.unverified else "") + _where(finding, r, lang)
        for r in finding.related
        if rule.roll_up or (not r.in_text and _same_document(finding, r))
    ]
    left = len(listed) - most
    return [*listed[:most], say("report.more", lang, count=left)] if left > 0 else listed


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
    around = "（{}）" if lang == "ja" else " ({})"
    return around.format(COMMAS[lang].join(places)) if all(places) else ""


def _same_document(finding: Finding, reference: Reference) -> bool:
    one, other = finding.locations, reference.locations
    return bool(one and other) and one[-1].path == other[-1].path
