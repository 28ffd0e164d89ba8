"""Report -> GitLab's code quality report: findings that a merge request brings, by fingerprint.

GitLab calls findings of two branches the same where their fingerprints are, so these must not
change with line numbers: they are those of the findings (see ``ResultKey``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from alignchecker.model.finding import Finding, Location, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.json_values import Json
from alignchecker.reports.places import lines_of, told
from alignchecker.rules.catalogue import Rule

_SEVERITIES = {Severity.VIOLATION: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The findings that nobody has waived, as a JSON array."""
    first = report.inputs[0].path if report.inputs else ""
    document = [
        _issue(finding, rules[finding.rule], first, lang)
        for finding in report.findings
        if finding.state is not State.WAIVED
    ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, rule: Rule, otherwise: str, lang: str) -> Json:
    """otherwise: the file of a finding without a place, for GitLab takes none without."""
    place = finding.locations[0] if finding.locations else Location(otherwise)
    message, to_do = sentences.message(rule, finding, lang), sentences.remedy(rule, finding, lang)
    words = (told(finding, lang), message, to_do)
    return {
        "description": " ".join(filter(None, words)),
        "check_name": rule.id,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.path, "lines": {"begin": lines_of(place) or 1}},
    }
