"""Report -> SARIF 2.1.0, the form that GitHub code scanning and most editors read.

Limits are GitHub's (documentation of code scanning, "SARIF support"): it keeps the 5,000 worst
results of a run, 100 places of a result and 10 tags of a rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from alignchecker import __version__
from alignchecker.lang import say
from alignchecker.model.finding import Finding, Location, Outcome, Report, RuleRun, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.families import family
from alignchecker.reports.json_values import Json
from alignchecker.reports.places import lines_of, told, uri
from alignchecker.rules.catalogue import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RESULTS = 5000
_PLACES = 100
_ROOT = "%SRCROOT%"
_FINGERPRINT = "alignchecker/v1"


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The report as a SARIF log of one run, the worst findings first."""
    places = {run.rule: place for place, run in enumerate(report.rules)}
    worst = sorted(report.findings, key=lambda finding: -finding.severity)
    kept = worst[:_RESULTS]
    run: Json = {
        "tool": {
            "driver": {
                "name": "alignchecker",
                "semanticVersion": __version__,
                "rules": [_rule(rules[rule_id], lang) for rule_id in places],
            }
        },
        "invocations": [_invocation(report, len(worst) - len(kept), lang)],
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, rules[finding.rule], places[finding.rule], report, lang)
            for finding in kept
        ],
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, lang: str) -> Json:
    parts = (("why", rule.why), ("source", rule.source))
    more = [f"{say(f'field.{key}', lang)}: {said[lang]}" for key, said in parts if lang in said]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title[lang]},
        "fullDescription": {"text": rule.description[lang]},
        "help": {"text": "\n".join([rule.description[lang], *more])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [family(rule, lang), rule.profile]},
    }


def _result(finding: Finding, rule: Rule, index: int, report: Report, lang: str) -> Json:
    places: list[Json] = [_place(location) for location in finding.locations[:_PLACES]]
    if not places and report.inputs:
        # GitHub takes no result without a place.
        places = [_place(Location(report.inputs[0].path))]
    result: dict[str, Json] = {
        "ruleId": rule.id,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(_said(finding, rule, lang))},
        "locations": places[:1],
        "relatedLocations": [*_related(finding, places[1:], lang)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {
            "plan": finding.plan.title if finding.plan else None,
            "department": finding.department,
            "current": finding.current,
            "confidence": finding.confidence.value,
        },
    }
    if report.baseline is not None:
        result["baselineState"] = "unchanged" if finding.state is State.KNOWN else "new"
    if finding.waived:
        result["suppressions"] = [
            {"kind": "external", "justification": sentences.waived(waiver, lang)}
            for waiver in finding.waived
        ]
    return result


def _said(finding: Finding, rule: Rule, lang: str) -> Iterator[str]:
    """Where (if no line says so), what is wrong, why it weighs less, the ground, what to do."""
    place = told(finding, lang)
    if place is not None:
        yield place
    yield " ".join([sentences.message(rule, finding, lang), *sentences.notes(finding, lang)])
    ground, to_do = sentences.evidence(rule, finding, lang), sentences.remedy(rule, finding, lang)
    for key, text in (("evidence", ground), ("remedy", to_do)):
        if text:
            yield f"{say(f'field.{key}', lang)}: {text}"


def _related(finding: Finding, others: Sequence[Json], lang: str) -> Iterator[Json]:
    """The finding's other places, and those of what else it names, as far as they are taken."""
    places: list[dict[str, Json]] = [dict(place) for place in others if isinstance(place, dict)]
    for reference in finding.related:
        for location in reference.locations[:1]:
            places.append({**_place(location), "message": {"text": reference.name(lang)}})
    for number, place in enumerate(places[:_PLACES], start=1):
        yield {"id": number, **place}


def _place(location: Location) -> dict[str, Json]:
    artifact: dict[str, Json] = {"uri": uri(location.path)}
    if not uri(location.path).startswith(("file:", "..")):
        artifact["uriBaseId"] = _ROOT
    physical: dict[str, Json] = {"artifactLocation": artifact}
    line = lines_of(location)
    if line is not None:
        physical["region"] = {"startLine": line}
        if location.column is not None:
            physical["region"] = {"startLine": line, "startColumn": location.column}
    return {"physicalLocation": physical}


def _invocation(report: Report, left_out: int, lang: str) -> Json:
    failed = [run for run in report.rules if run.outcome is Outcome.FAILED]
    unread = [file for file in report.inputs if file.error is not None]
    notes: list[Json] = [
        {
            "level": "error",
            "message": {"text": file.error.text(lang)},
            "locations": [_place(Location(file.path))],
        }
        for file in unread
        if file.error is not None
    ]
    notes += [_note("error", sentences.outcome(run, lang), run) for run in failed]
    if left_out:
        notes.append(
            {"level": "note", "message": {"text": say("ci.left-out", lang, count=left_out)}}
        )
    not_run = [run for run in report.rules if run.outcome is Outcome.NOT_RUN]
    return {
        "executionSuccessful": not failed and not unread,
        "toolExecutionNotifications": notes,
        "toolConfigurationNotifications": [
            _note("note", sentences.outcome(run, lang), run) for run in not_run
        ],
    }


def _note(level: str, text: str, run: RuleRun) -> Json:
    return {"level": level, "message": {"text": text}, "associatedRule": {"id": run.rule}}
