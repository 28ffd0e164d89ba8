"""What is to be written into a document, and where: remarks made of the findings about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from alignchecker.lang import COMMAS, say
from alignchecker.model.finding import Finding, Location, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.rules.catalogue import Rule

_MOST_AT_A_PLACE = 30
_MOST_OF_A_FINDING = 20
_LONGEST = 1000
"""Characters; with the most at a place, less than the 32,767 that a note in Excel holds."""

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a place; without a place, of the whole document.

    is_here: whether the place is in this very document.
    """

    place: Location | None
    severity: Severity
    text: str
    is_here: bool = True


def remarks(report: Report, path: str, rules: Mapping[str, Rule], lang: str) -> Iterator[Remark]:
    """The remarks about the input of a path, without what is waived.

    A finding that stands in other inputs only is not about this one.
    """
    others = {file.path for file in report.inputs if file.path != path}
    for finding in report.findings:
        paths = {location.path for location in finding.locations}
        if finding.state is not State.WAIVED and (path in paths or not paths & others):
            yield from _of_finding(finding, path, rules[finding.rule], lang)


def gathered(
    said: Iterable[Remark], place_of: Callable[[Location], Place | None], top: Place, lang: str
) -> dict[Place, list[str]]:
    """The texts at each place, the worst first, as many as one can read there.

    place_of: the place in the document that a location means, None where there is none. What has
    no place stands at the top and says so.
    """
    # A finding whose places fall together in the document is said once.
    found: dict[Place, dict[str, None]] = defaultdict(dict)
    for remark in sorted(said, key=lambda remark: -remark.severity):
        place = place_of(remark.place) if remark.place else None
        if place is None:
            found[top][f"{_about(remark, lang)}\n{remark.text}"] = None
        else:
            found[place][remark.text] = None
    return {place: _readable(list(texts), lang) for place, texts in found.items()}


def _of_finding(finding: Finding, path: str, rule: Rule, lang: str) -> Iterator[Remark]:
    """One for each place of the finding, and one for each thing that it lists."""
    head = _head(finding, rule, lang)
    ground, to_do = sentences.evidence(rule, finding, lang), sentences.remedy(rule, finding, lang)
    listed = [r for r in finding.related if rule.roll_up]
    names = [reference.name(lang) for reference in listed[:_MOST_OF_A_FINDING]]
    if len(listed) > len(names):
        names.append(say("report.more", lang, count=len(listed) - len(names)))
    whole = [
        head,
        _field("evidence", ground, lang),
        _field("remedy", to_do, lang),
        _field("related", COMMAS[lang].join(names), lang),
    ]
    own = [location for location in finding.locations if location.path == path]
    foreign = list(finding.locations[-1:])
    places: list[Location | None] = [*own[:_MOST_OF_A_FINDING]] or [*foreign] or [None]
    for place in places:
        yield Remark(place, finding.severity, _text(whole, finding, lang), is_here=bool(own))
    for reference in listed[:_MOST_OF_A_FINDING]:
        concerned = say("annotated.concerned", lang, label=reference.name(lang))
        for place in [p for p in reference.locations if p.path == path and p not in own][-1:]:
            parts = [head, concerned, _field("remedy", to_do, lang)]
            yield Remark(place, finding.severity, _text(parts, finding, lang))


def _head(finding: Finding, rule: Rule, lang: str) -> str:
    """How bad it is, whether it was known, what is wrong, and why it is less bad than usual."""
    words = [say(f"severity.{finding.severity.word}", lang)]
    if finding.state is State.KNOWN:
        words.append(say("state.known", lang))
    message = " ".join([sentences.message(rule, finding, lang), *sentences.notes(finding, lang)])
    return say("annotated.head", lang, words="・".join(words), message=message)


def _field(key: str, text: str | None, lang: str) -> str:
    return f"{say(f'field.{key}', lang)}: {text}" if text else ""


def _text(parts: Iterable[str], finding: Finding, lang: str) -> str:
    """The parts as lines, cut where a document made them endless, and the rule."""
    text = "\n".join(filter(None, parts))
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"{text}\n{_field('rule', finding.rule, lang)}"


def _about(remark: Remark, lang: str) -> str:
    """What a remark is about that cannot stand beside it."""
    if remark.place is None or not sentences.place_within(remark.place, lang):
        return say("annotated.whole", lang)
    # What this document is called does not matter here, and a copy is called otherwise.
    told = sentences.place_within if remark.is_here else sentences.place
    return say("annotated.elsewhere", lang, place=told(remark.place, lang))


def _readable(texts: list[str], lang: str) -> list[str]:
    left = len(texts) - _MOST_AT_A_PLACE
    more = [say("ci.left-out", lang, count=left)] if left > 0 else []
    return [*texts[:_MOST_AT_A_PLACE], *more]
