"""What was examined, and what was not: the first page of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from alignchecker.lang import say
from alignchecker.model.calendar import date_label
from alignchecker.model.finding import Outcome, Report, State
from alignchecker.reports import plan_words, sentences
from alignchecker.reports.office.tables import cell
from alignchecker.rules.catalogue import Rule


def lines(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[tuple[str, str]]:
    """Each thing to know and what it is; a blank name goes on with the one above."""
    yield say("office.date", lang), _day(report, lang)
    yield (
        say("office.examined", lang),
        plan_words.counted(report.examined_plans, lang),
    )
    yield say("office.findings", lang), _counts(report, lang)
    if report.baseline is not None:
        yield say("office.baseline", lang), _states(report, lang)
    if report.since is not None:
        yield say("office.since", lang), say("report.since", lang, revision=report.since)
    read = sum(file.read for file in report.inputs)
    yield say("ci.files", lang), say("office.files", lang, count=read)
    yield from _listed(say("report.unread", lang), list(_unread(report, lang)), lang)
    yield from _listed(say("office.not-run", lang), list(_not_run(report, rules, lang)), lang)
    notices = [f"{notice.path}: {notice.text(lang)}" for notice in report.notices]
    if notices:
        yield from _listed(say("report.notices", lang), notices, lang)


def _day(report: Report, lang: str) -> str:
    return date_label(report.as_of, lang) if report.as_of else say("office.no-date", lang)


def _counts(report: Report, lang: str) -> str:
    counts = Counter(
        "waived" if f.state is State.WAIVED else f.severity.word for f in report.findings
    )
    shown = {word: counts[word] for word in ("violation", "warning", "info", "waived")}
    return say("report.summary", lang, **shown)


def _states(report: Report, lang: str) -> str:
    states = Counter(finding.state.value for finding in report.findings)
    told = {word: states[word] for word in ("new", "known")}
    return say("report.states", lang, file=report.baseline, gone=len(report.gone), **told)


def _unread(report: Report, lang: str) -> Iterator[str]:
    for file in report.inputs:
        if file.error is not None:
            yield file.error.text(lang)


def _not_run(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[str]:
    for run in report.rules:
        if run.outcome in {Outcome.NOT_RUN, Outcome.FAILED} and not run.is_of_another_profile:
            yield f"{rules[run.rule].title[lang]}: {sentences.outcome(run, lang)}"


def _listed(name: str, found: list[str], lang: str) -> Iterator[tuple[str, str]]:
    """Things one below the other; that there are none is said too."""
    first, *others = found or [say("office.none", lang)]
    yield name, cell(first, lang)
    for other in others:
        yield "", cell(other, lang)
