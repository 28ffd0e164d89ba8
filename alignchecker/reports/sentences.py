"""Sentences of a finding, put together from its rule's texts and its arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from alignchecker.lang import COMMAS, LANGUAGES, say
from alignchecker.lang.answers import PRIORITIES, STATUSES
from alignchecker.lang.constraints import SENTENCES, WHAT
from alignchecker.lang.import_warnings import warning_text
from alignchecker.lang.strings import STRINGS
from alignchecker.model.calendar import date_label, fiscal_year_label
from alignchecker.model.finding import (
    Argument,
    Finding,
    Location,
    Outcome,
    Reference,
    RuleRun,
    Waived,
)
from alignchecker.model.indicators import MeasuredValue, ValueState
from alignchecker.model.plan import ImportWarning, Position
from alignchecker.model.review import Review
from alignchecker.rules.catalogue import Rule, Texts

_TEXTS = (".md", ".markdown", ".txt")
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def fill(template: str, arguments: Mapping[str, Argument], lang: str) -> str:
    """A rule's text with its {?variables} put in; [[…]] falls out where one of its own is unbound.

    >>> fill("{?endYear}まで。[[次は「{?next}」。]]", {"endYear": 2025}, "ja")
    '令和7年度まで。'
    """

    def optional(match: re.Match[str]) -> str:
        bound = all(name in arguments for name in _PLACEHOLDER.findall(match[1]))
        return match[1] if bound else ""

    def placeholder(match: re.Match[str]) -> str:
        name = match[1]
        return _words(name, arguments[name], lang) if name in arguments else match[0]

    return _PLACEHOLDER.sub(placeholder, _OPTIONAL.sub(optional, template)).strip()


def _words(name: str, argument: Argument, lang: str) -> str:
    if isinstance(argument, int):
        return fiscal_year_label(argument, lang) if name.endswith("Year") else str(argument)
    if isinstance(argument, tuple):
        return COMMAS[lang].join(r.name(lang) for r in argument)
    if isinstance(argument, Reference):
        return argument.name(lang)
    return date_label(argument, lang) if name.endswith("Day") else argument


def _text(texts: Texts, finding: Finding, lang: str) -> str | None:
    return fill(texts[lang], finding.arguments, lang) if lang in texts else None


def message(rule: Rule, finding: Finding, lang: str) -> str:
    """What is wrong, in one sentence."""
    if finding.component is not None:
        return _of_shape(rule, finding, finding.component, lang)
    texts = rule.roll_up_message if rule.roll_up else rule.message
    return _text(texts, finding, lang) or rule.title[lang]


def _of_shape(rule: Rule, finding: Finding, component: str, lang: str) -> str:
    """What the shape says itself (SHACL 2.1.5), else a sentence about the kind of constraint."""
    said = {name: _words(name, value, lang) for name, value in finding.arguments.items()}
    if finding.stated:
        other = finding.stated.get("", min(finding.stated.items())[1])
        template = finding.stated.get(lang, other)
        return _PLACEHOLDER.sub(lambda match: said.get(match[1], match[0]), template).strip()
    number = LANGUAGES.index(lang)
    what = WHAT["of" if "path" in said else "value"][number]
    said = {"path": said["this"], "value": said["this"], "wanted": "…", **said}
    sentence = SENTENCES.get(component, SENTENCES[""])[number]
    return sentence.format(**{**said, "what": what.format(**said), "title": rule.title[lang]})


def evidence(rule: Rule, finding: Finding, lang: str) -> str | None:
    """The facts that were compared, or None where the message already says them."""
    return _text(rule.evidence, finding, lang) or None


def remedy(rule: Rule, finding: Finding, lang: str) -> str:
    """What to do about it."""
    return _text(rule.remedy, finding, lang) or ""


def notes(finding: Finding, lang: str) -> list[str]:
    """Why the severity is lower than the rule's own."""
    return [say(f"softened.{s.key}", lang) for s in finding.softened]


def doubt(warning: ImportWarning, lang: str) -> str:
    """What an importer asks to have checked, and where in its document."""
    words = warning_text(warning.code, warning.arguments, lang)
    at = warning.position
    if at is None:
        return words
    place = Location(at.file, line=at.line, sheet=at.sheet, cell=at.cell, page=at.page)
    return f"{place_within(place, lang)} {words}".strip()


def outcome(run: RuleRun, lang: str) -> str:
    """What became of a rule, and why where it was not run; of a failure in the engine's words."""
    words = say(f"outcome.{run.outcome.value}", lang, examined=run.examined)
    if run.outcome is Outcome.RAN and run.examined is None:
        words = say("outcome.uncounted", lang)
    if run.reason is None:
        return words
    key = f"reason.{run.reason}"
    reason = say(key, lang) if key in STRINGS else run.reason
    return say("outcome.because", lang, outcome=words, reason=reason)


def waived(waiver: Waived, lang: str) -> str:
    """Why a finding is waived, by whom and until when."""
    until = date_label(waiver.until, lang) if waiver.until else ""
    key = "field.waived-until" if until else "field.waived-by"
    return say(key, lang, reason=waiver.reason, person=waiver.person, until=until)


def review(answer: Review, lang: str) -> str:
    """What somebody answered to a finding, how urgent it is, who said so and when."""
    number = LANGUAGES.index(lang)
    parts = [STATUSES[answer.status][number]]
    if answer.priority is not None:
        parts.append(say("review.priority", lang, word=PRIORITIES[answer.priority][number]))
    words = COMMAS[lang].join([*parts, *filter(None, [answer.comment])])
    signed = {"person": answer.person, "day": date_label(answer.date, lang)}
    return say("review.signed", lang, words=words, **signed)


def document_place(finding: Finding, lang: str) -> str:
    """Where a finding stands in the document that an officer has, or else in what was made of it.

    Blank where it stands nowhere.
    """
    return place(finding.locations[-1], lang) if finding.locations else ""


def place(location: Location, lang: str) -> str:
    """A place in words: of a Word file the paragraph, or the table (表1) and its cell."""
    kind = _kind_of_place(location)
    if kind is None:
        return location.path
    return say(f"place.{'line' if kind == 'line' else 'part'}", lang, path=location.path,
               line=location.line, part=place_within(location, lang))  # fmt: skip


def place_within(location: Location, lang: str) -> str:
    """A place in words for those who know the document; blank for the whole of it."""
    kind = _kind_of_place(location)
    parts = {field: getattr(location, field) for field in ("line", "sheet", "cell", "page")}
    return say(f"within.{kind}", lang, **parts) if kind is not None else ""


def _kind_of_place(location: Location) -> str | None:
    suffix = PurePath(location.path).suffix.lower()
    if location.cell is not None and location.sheet is not None:
        return (
            "page-table" if location.page is not None else "sheet" if suffix == ".xlsx" else "table"
        )
    # A text's table has lines to go to, and nobody counts its cells.
    if location.cell is not None and not (suffix in _TEXTS and location.line is not None):
        return "cell"
    if location.page is not None:
        return "page"
    if location.line is not None:
        return "paragraph" if suffix == ".docx" else "line"
    return None


def position_text(position: Position, lang: str) -> str:
    """The place of something in a document, in words."""
    return place(
        Location(
            position.file,
            line=position.line,
            sheet=position.sheet,
            cell=position.cell,
            page=position.page,
        ),
        lang,
    )


def measured(values: Iterable[MeasuredValue], lang: str, between: str | None = None) -> str:
    """Values of an indicator with their years; 不明 and 設定なし are two things.

    between: what stands between two; None for a comma.
    """
    return (between or COMMAS[lang]).join(_value(value, lang) for value in values)


def _value(value: MeasuredValue, lang: str) -> str:
    if value.state is ValueState.UNKNOWN:
        return say("plans.unknown", lang)
    printed = say("coverage.not-set", lang) if value.state is ValueState.NOT_SET else value.printed
    if value.fiscal_year is None:
        return say("coverage.year-unknown", lang, value=printed)
    year = fiscal_year_label(value.fiscal_year, lang)
    return say("coverage.in-year", lang, value=printed, year=year)
