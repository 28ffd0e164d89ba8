"""Report -> workflow commands of GitHub Actions, which put a finding beside its line.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others without a word,
so the worst are given, new ones only, and the job's summary (markdown.py) has all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignchecker.lang import say
from alignchecker.model.finding import Finding, Location, Outcome, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.places import lines_of, told
from alignchecker.rules.catalogue import Rule

_MOST = 10
_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_VALUES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = {**_IN_VALUES, **str.maketrans({":": "%3A", ",": "%2C"})}


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """A command a line: files and rules that failed, then findings by severity."""
    return "".join(f"{line}\n" for line in _commands(report, rules, lang))


def _commands(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[str]:
    failures = [
        _command("error", file.error.text(lang), Location(file.path), say("report.unread", lang))
        for file in report.inputs
        if file.error is not None
    ]
    failures += [
        _command("error", sentences.outcome(run, lang), None, run.rule)
        for run in report.rules
        if run.outcome is Outcome.FAILED
    ]
    yield from failures[:_MOST]
    new = [finding for finding in report.findings if finding.state is State.NEW]
    for severity, command in _COMMANDS.items():
        room = _MOST - len(failures) if severity is Severity.VIOLATION else _MOST
        for finding in [f for f in new if f.severity is severity][: max(room, 0)]:
            yield _of_finding(command, finding, rules[finding.rule], lang)


def _of_finding(command: str, finding: Finding, rule: Rule, lang: str) -> str:
    message, to_do = sentences.message(rule, finding, lang), sentences.remedy(rule, finding, lang)
    place = finding.locations[0] if finding.locations else None
    title = f"{say(f'severity.{finding.severity.word}', lang)} {rule.title[lang]}"
    return _command(
        command, "\n".join(filter(None, (told(finding, lang), message, to_do))), place, title
    )


def _command(command: str, text: str, place: Location | None, title: str) -> str:
    properties = {"title": title}
    if place is not None:
        properties = {"file": place.path, **properties}
        line = lines_of(place)
        if line is not None:
            properties["line"] = str(line)
    said = ",".join(f"{key}={value.translate(_IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{command} {said}::{text.translate(_IN_VALUES)}"
