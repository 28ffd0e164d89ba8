"""Report -> text for the terminal: by plan, the worst first, what was examined at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from alignchecker.lang import say
from alignchecker.model.finding import (
    Finding,
    Outcome,
    Report,
    State,
)
from alignchecker.model.severity import Severity
from alignchecker.reports import plan_words, sentences
from alignchecker.reports.details import details
from alignchecker.reports.wrapping import harmless, wrap
from alignchecker.rules.catalogue import Rule

_STYLES = {Severity.VIOLATION: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}
_INDENT = 3
_GAP = 2
_NARROWEST = 20


def render(
    report: Report, rules: Mapping[str, Rule], lang: str, console: Console, *, statistics: bool
) -> None:
    """Prints a report."""
    _Text(rules, lang, console).report(report, statistics=statistics)


class _Text:
    def __init__(self, rules: Mapping[str, Rule], lang: str, console: Console) -> None:
        self.rules, self.lang, self.console = rules, lang, console

    def say(self, key: str, **arguments: object) -> str:
        return say(key, self.lang, **arguments)

    def report(self, report: Report, *, statistics: bool) -> None:
        for _, group in groupby(report.findings, key=lambda f: f.plan and f.plan.iri):
            self.plan(list(group))
        read = any(file.read for file in report.inputs)
        if not report.findings and read:
            examined = any(plan.input and plan.items for plan in report.plans)
            key = "report.none" if examined else "report.nothing"
            self.console.print(self.text(self.say(key), 0))
        if read:
            self.examined(report, statistics=statistics)
        self.engines(report, statistics=statistics)
        self.unread(report)
        self.warnings(report)
        self.notices(report)
        self.summary(report)

    def plan(self, findings: list[Finding]) -> None:
        plan = findings[0].plan
        title = plan.title if plan else self.say("report.no-plan")
        counts = Counter(f.severity for f in findings if f.state is not State.WAIVED)
        words = [f"{self.say(f'severity.{s.word}')} {counts[s]}" for s in _STYLES if counts[s]]
        self.heading("　".join([title, *words]), "bold")
        for finding in findings:
            self.finding(finding)

    def finding(self, finding: Finding) -> None:
        rule = self.rules[finding.rule]
        word = self.say(f"severity.{finding.severity.word}")
        message = sentences.message(rule, finding, self.lang)
        if finding.state is not State.NEW:
            message = f"（{self.say(f'state.{finding.state.value}')}）{message}"
        head = Table.grid(padding=(0, 1))
        head.add_row(
            Text(word, style=_STYLES[finding.severity]), self.text(message, cell_len(word) + 1)
        )
        self.console.print(head)
        self.console.print(Padding(self.details(rule, finding), (0, 0, 1, _INDENT)))

    def heading(self, title: str, style: str) -> None:
        """A line across the terminal; a title too long for that is broken, not cut."""
        title = harmless(title)
        if cell_len(title) < self.console.width - _INDENT:
            self.console.print(Line(Text(title, style=style), align="left", style=style))
        else:
            self.console.print(self.text(title, 0), style=style)

    def text(self, content: str, taken: int) -> Text:
        """Text broken into lines that fit beside what is already taken of the width."""
        return Text(wrap(content, max(self.console.width - taken, _NARROWEST)))

    def details(self, rule: Rule, finding: Finding) -> RenderableType:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        rows = {**details(rule, finding, self.lang), "rule": finding.rule}
        shown = {self.say(f"field.{key}"): value for key, value in rows.items()}
        taken = _INDENT + 1 + max(map(cell_len, shown))
        for label, value in shown.items():
            table.add_row(label, self.text(value, taken))
        return table

    def examined(self, report: Report, *, statistics: bool) -> None:
        """What each rule looked at; rules that found nothing to look at are only counted."""
        rows = []
        idle = 0
        for run in report.rules:
            if run.is_of_another_profile:
                continue
            if run.outcome is Outcome.NONE_APPLICABLE and not statistics:
                idle += 1
                continue
            found = f"{self.say('report.findings')} {run.findings}" if run.findings else ""
            seconds = f"{run.seconds:.3f}{self.say('report.seconds')}" if statistics else ""
            title = self.rules[run.rule].title[self.lang]
            rows.append((title, sentences.outcome(run, self.lang), found, seconds))
        self.heading(self.say("report.examined"), "dim")
        self.console.print(_of_rules(rows, self.console.width), style="dim")
        if idle:
            self.console.print(self.text(self.say("report.idle", count=idle), 0), style="dim")
        if statistics:
            words = self.say("report.loading", seconds=report.loading_seconds)
            self.console.print(self.text(words, 0))

    def engines(self, report: Report, *, statistics: bool) -> None:
        """Which engine ran the rules, and why, where not the one that was asked for."""
        counts = Counter(run.engine for run in report.rules)
        if statistics:
            words = self.say("report.engines", fast=counts["fast"], pyshacl=counts["pyshacl"])
            self.console.print(self.text(words, 0), style="dim")
        for run in report.rules:
            if run.left is not None:
                words = self.say("report.left", rule=run.rule, reason=run.left)
                self.console.print(self.text(harmless(words), 0), style="dim")

    def notices(self, report: Report) -> None:
        """What is to be known of the files of rules that a user brought."""
        if report.notices:
            self.heading(self.say("report.notices"), "yellow")
        for notice in report.notices:
            place = notice.path if notice.line is None else f"{notice.path}:{notice.line}"
            self.console.print(self.text(harmless(f"{place}: {notice.text(self.lang)}"), 0))

    def unread(self, report: Report) -> None:
        failed = [i for i in report.inputs if not i.read]
        if failed:
            self.heading(self.say("report.unread"), "red")
        for i in failed:
            # A name or a parser's words may hold whatever the file holds.
            words = i.error.text(self.lang) if i.error else i.path
            self.console.print(self.text(words.replace(i.path, i.path.replace("\n", " ")), 0))

    def warnings(self, report: Report) -> None:
        """What an importer could not read or had to decide, by document."""
        for file in report.inputs:
            if file.warnings:
                self.heading(self.say("report.import-warnings", path=file.path), "yellow")
            for warning in file.warnings:
                words = sentences.doubt(warning, self.lang)
                self.console.print(self.text(f"・{words}", 0))

    def summary(self, report: Report) -> None:
        self.console.print(Line(style="dim"))
        self.console.print(self.text(plan_words.counted(report.examined_plans, self.lang), 0))
        key = "report.as-of" if report.as_of else "report.no-as-of"
        self.console.print(self.text(self.say(key, date=report.as_of), 0))
        counts = Counter(
            "waived" if f.state is State.WAIVED else f.severity.word for f in report.findings
        )
        shown = {word: counts[word] for word in ("violation", "warning", "info", "waived")}
        self.console.print(self.text(self.say("report.summary", **shown), 0), style="bold")
        states = Counter(f.state.value for f in report.findings)
        if report.baseline is not None:
            told = {word: states[word] for word in ("new", "known")}
            words = self.say("report.states", file=report.baseline, gone=len(report.gone), **told)
            self.console.print(self.text(words, 0))
        if report.since is not None:
            self.console.print(self.text(self.say("report.since", revision=report.since), 0))


def _of_rules(rows: Sequence[tuple[str, str, str, str]], width: int) -> Table:
    """Title, outcome, findings and seconds of rules; the counts are never broken."""
    counts = sum(_GAP + max(map(cell_len, column)) for column in list(zip(*rows, strict=True))[2:])
    title_width = max(width * 2 // 5, _NARROWEST)
    outcome_width = max(width - title_width - _GAP - counts, 1)
    table = Table.grid(padding=(0, _GAP))
    table.add_column(min_width=title_width)
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    for title, outcome, found, seconds in rows:
        broken = Text(wrap(title, title_width)), Text(wrap(outcome, outcome_width))
        table.add_row(*broken, found, seconds)
    return table
