"""Report -> the JSON of ``check`` (design §5). Every key is always there, null where unknown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from alignchecker.lang.import_warnings import warning_text
from alignchecker.model.finding import (
    Finding,
    GoneFinding,
    InputFile,
    Location,
    PlanRef,
    PlanSummary,
    Reference,
    Report,
    RuleRun,
    TermText,
)
from alignchecker.reports import sentences
from alignchecker.reports.json_values import Json
from alignchecker.rules.catalogue import Rule


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The report as JSON text. Seconds are the only values that differ between equal runs."""
    document: Json = {
        "schema": 1,
        "asOf": report.as_of,
        "inputs": [_input(i, lang) for i in report.inputs],
        "findings": [_finding(f, rules[f.rule], lang) for f in report.findings],
        "rules": [_run(run) for run in report.rules],
        "notices": [
            {"path": notice.path, "line": notice.line, "message": notice.text(lang)}
            for notice in report.notices
        ],
        "plans": [plan_json(plan) for plan in report.plans],
        "gone": [_gone(gone) for gone in report.gone],
        "baseline": report.baseline,
        "since": report.since,
        "summary": _summary(report),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _input(file: InputFile, lang: str) -> Json:
    error = file.error.text(lang) if file.error is not None else None
    warnings: list[Json] = [
        {
            "code": warning.code,
            "message": warning_text(warning.code, warning.arguments, lang),
            "line": warning.position.line if warning.position else None,
        }
        for warning in file.warnings
    ]
    return {"path": file.path, "read": file.read, "error": error, "warnings": warnings}


def _finding(finding: Finding, rule: Rule, lang: str) -> Json:
    plan = finding.plan
    message = " ".join([sentences.message(rule, finding, lang), *sentences.notes(finding, lang)])
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "state": finding.state.value,
        "fingerprint": finding.fingerprint,
        "focus": finding.focus.iri,
        "label": finding.focus.label,
        "plan": None if plan is None else _plan(plan),
        "path": _term(finding.path),
        "value": _term(finding.value),
        "message": message,
        "current": finding.current,
        "evidence": sentences.evidence(rule, finding, lang),
        "remedy": sentences.remedy(rule, finding, lang),
        "department": finding.department,
        "confidence": finding.confidence.value,
        "locations": [_location(location) for location in finding.locations],
        "related": [_reference(reference) for reference in finding.related],
        "waived": [
            {"reason": w.reason, "person": w.person, "until": w.until} for w in finding.waived
        ],
    }


def _gone(gone: GoneFinding) -> Json:
    return {
        "rule": gone.rule,
        "plan": gone.plan,
        "label": gone.label,
        "value": gone.value,
        "fingerprint": gone.fingerprint,
    }


def _plan(plan: PlanRef) -> Json:
    return {"iri": plan.iri, "title": plan.title, "edition": plan.edition}


def _term(term: TermText | None) -> Json:
    if term is None:
        return None
    document: dict[str, Json] = {"type": term.type, "value": term.value}
    if term.language:
        document["xml:lang"] = term.language
    elif term.datatype:
        document["datatype"] = term.datatype
    return document


def _location(location: Location) -> Json:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "sheet": location.sheet,
        "cell": location.cell,
        "page": location.page,
    }


def _reference(reference: Reference) -> Json:
    places: list[Json] = [_location(location) for location in reference.locations]
    return {"iri": reference.iri, "label": reference.label, "locations": places}


def _run(run: RuleRun) -> Json:
    return {
        "id": run.rule,
        "outcome": run.outcome.value,
        "reason": run.reason,
        "examined": run.examined,
        "findings": run.findings,
        "seconds": round(run.seconds, 6),
        "engine": run.engine,
        "engineReason": run.left,
    }


def plan_json(plan: PlanSummary) -> Json:
    """One plan of ``plans`` and of ``check``."""
    return {
        "iri": plan.iri,
        "title": plan.title,
        "edition": plan.edition,
        "type": plan.plan_type,
        "publisher": plan.publisher,
        "period": {"first": plan.first_year, "last": plan.last_year},
        "form": plan.form,
        "status": plan.status,
        "items": plan.items,
        "measures": plan.measures,
        "input": plan.input,
        "standsUnder": [{"verb": tie.verb, "title": tie.title} for tie in plan.stands_under],
        "endsSameYear": list(plan.ends_same_year),
        "successor": plan.successor,
        "obligation": plan.obligation,
        "statutory": [{"type": kind, "obligation": word} for kind, word in plan.statutory],
    }


def _summary(report: Report) -> Json:
    active = Counter(f.severity.word for f in report.findings if f.state != "waived")
    states = Counter(f.state.value for f in report.findings)
    outcomes = Counter(run.outcome.value for run in report.rules)
    return {
        "findings": {word: active[word] for word in ("violation", "warning", "info")},
        "states": {
            **{word: states[word] for word in ("new", "known", "waived")},
            "gone": len(report.gone),
        },
        "rules": {word: outcomes[word] for word in ("ran", "none-applicable", "not-run", "failed")},
        "filesRead": sum(i.read for i in report.inputs),
        "filesFailed": sum(not i.read for i in report.inputs),
    }
