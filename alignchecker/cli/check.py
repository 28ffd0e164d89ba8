"""``check``: examines plans and reports findings. Writes nothing but the reports asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.checking import Asked, check_options, reported
from alignchecker.cli.country import Country, check_country
from alignchecker.cli.inputs import NO_INPUT
from alignchecker.cli.progress import progress
from alignchecker.lang import say
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from alignchecker.engine.check import CheckOptions
    from alignchecker.model.finding import Report
    from alignchecker.rules.catalogue import Rule

_BY_SUFFIX = {".html": "html", ".xlsx": "xlsx", ".docx": "docx", ".json": "json", ".sarif": "sarif"}
"""The form that somebody wants who names such a file."""


def check(
    paths: options.Paths,
    profile: Annotated[
        list[str] | None, typer.Option(help="規則の組 / pack of rules (rules --output-format json)")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="この規則・分類だけ / only this rule or family")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="この規則・分類を除く / leave out a rule or family")
    ] = None,
    fail_on: options.FailOn = None,
    baseline: Annotated[
        Path | None, typer.Option(help="既知の指摘の記録 / findings to call known (baseline.json)")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="gitのこの版より後に生じた指摘だけ / only findings since"),
    ] = None,
    as_of: options.AsOf = None,
    engine: Annotated[str, typer.Option(help="検査エンジン / engine")] = "fast",
    output_format: options.Formats = None,
    output: options.Outputs = None,
    lang: options.Lang = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="時間を表示 / times")] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="保存のたびに調べ直す / check again on changes"),
    ] = False,
    rule_timeout: Annotated[
        float | None,
        typer.Option(min=0.01, metavar="S", help="規則一つの秒数の上限 / seconds of a rule"),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="市町村ごとに、N個ずつ並行して / by municipality"),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="市町村ごとに、Daskで分担して / with Dask"),
    ] = None,
    unit_memory: Annotated[
        int | None,
        typer.Option(min=256, metavar="MB", help="一市町村のメモリーの上限 / memory of a unit"),
    ] = None,
    unit_timeout: Annotated[
        float | None,
        typer.Option(min=0.01, metavar="S", help="一市町村の秒数の上限 / seconds of a unit"),
    ] = None,
) -> None:
    """計画を調べて指摘を出します / Check plans and report findings."""
    asked = Asked(
        profile=profile or (),
        select=select or (),
        ignore=ignore or (),
        as_of=options.date(as_of),
        engine=engine,
        baseline=baseline,
        since=since,
        rule_timeout=rule_timeout,
    )
    country = Country(
        workers, scheduler, unit_memory, unit_timeout, fail_on, output_format, output, lang
    )
    if country.is_asked_for(asked, statistics=statistics, watch=watch):
        raise typer.Exit(check_country(paths, country, asked))

    from alignchecker.cli.watching import Settled, Watch
    from alignchecker.engine.check import Checker
    from alignchecker.rules import project
    from alignchecker.rules.configuration import find, read

    def settle() -> Settled:
        configuration = read(find(paths))
        language = options.language(lang, configuration.lang)
        threshold = fail_on or configuration.fail_on
        reporting = Reporting.asked(
            output_format, output, threshold, language, statistics=statistics
        )
        with progress(language) as observe:
            checked = check_options(paths, configuration, asked, observe)
        deliver = partial(reporting.deliver, checked=checked)
        return Settled(checked, deliver, language, reporting.shows_tables)

    if watch:
        files = partial(project.settings, paths, given=baseline)
        raise typer.Exit(Watch(settle, lambda: files(read(find(paths)))).run())
    settled = settle()
    checker = Checker(settled.options)
    with progress(settled.lang) as observe:
        report = reported(checker, tables=settled.tables, observe=observe)
    raise typer.Exit(settled.deliver(report))


@dataclass(frozen=True, slots=True)
class Reporting:
    """Where a report goes, in which formats, and what makes it fail."""

    targets: Sequence[tuple[str, Path | None]]
    fail_on: str
    lang: str
    statistics: bool

    @classmethod
    def asked(
        cls,
        formats: Sequence[str] | None,
        outputs: Sequence[Path] | None,
        fail_on: str,
        lang: str,
        *,
        statistics: bool,
    ) -> Reporting:
        """From the options of a verb. Raises ConfigError for what is not known or not enough."""
        from alignchecker.reports.forms import BYTES, NAMES, TEXT

        known = [options.one_of(f, NAMES, "出力形式", "format") for f in formats or [TEXT]]
        places = _outputs(known, list(outputs or []))
        for form, place in zip(known, places, strict=True):
            if form in BYTES:
                options.not_to_a_screen(place)  # before the check, which may take a while
        threshold = options.one_of(fail_on, options.FAIL_ON, "区分", "level for --fail-on")
        return cls(list(zip(known, places, strict=True)), threshold, lang, statistics)

    @property
    def shows_tables(self) -> bool:
        """Whether one of the formats shows what answers what."""
        from alignchecker.reports.forms import WITH_TABLES

        return any(form in WITH_TABLES for form, _ in self.targets)

    def deliver(self, report: Report, checked: CheckOptions) -> int:
        """Writes the report wherever it was asked for; gives the exit status."""
        from alignchecker.rules.catalogue import load_catalogue
        from alignchecker.rules.own_rules import with_own_rules

        if not report.inputs:
            _say_no_input(list(checked.paths), self.lang)
            return NO_INPUT
        for _, target in self.targets:
            options.not_over(target, (Path(file.path) for file in report.inputs))
        rules = with_own_rules(load_catalogue(), checked.shapes).rules
        for form, target in self.targets:
            _write(form, target, report, rules, self.lang, statistics=self.statistics)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            self._annotate(report, rules)
        return status(report, self.fail_on)

    def _annotate(self, report: Report, rules: Mapping[str, Rule]) -> None:
        """In GitHub Actions: puts findings beside their lines, and all of them into the summary.

        The runner reads commands from standard error as well, where no report goes.
        """
        from alignchecker.reports import forms

        if "github" not in (form for form, _ in self.targets):
            typer.echo(forms.render("github", report, rules, self.lang), err=True, nl=False)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            try:
                with Path(summary).open("a", encoding="utf-8", errors="replace") as file:
                    file.write(forms.render("markdown", report, rules, self.lang))
            except OSError as error:
                options.tell(say("ci.no-summary", self.lang, path=summary, words=error.strerror))


def _outputs(formats: list[str], outputs: list[Path]) -> list[Path | None]:
    """The n-th --output belongs to the n-th --output-format; one format may go to the screen."""
    padded: list[Path | None] = [*outputs, *[None] * (len(formats) - len(outputs))]
    if len(outputs) > len(formats) or padded.count(None) > 1:
        raise ConfigError(
            "--output-format ごとに --output を一つ書いてください（画面に出せるのは一つまで）。",
            "Give one --output for each --output-format (one of them may go to the screen).",
        )
    named = [path.absolute() for path in outputs]
    twice = next((path for path in outputs if named.count(path.absolute()) > 1), None)
    if twice is not None:
        raise ConfigError(
            f"{twice}: 二つの --output に同じファイルが指定されています。別の名前にしてください。",
            f"{twice}: Two --output name the same file. Give each its own name.",
        )
    for form, path in zip(formats, padded, strict=True):
        wanted = _BY_SUFFIX.get(path.suffix.lower()) if path is not None else None
        if wanted is not None and form == "text":
            raise ConfigError(
                f"{path}: この名前のファイルに画面の文章を書き出すと開けません。"
                f"--output-format {wanted} を付けてください。",
                f"{path}: What the screen shows is no such file. Add --output-format {wanted}.",
            )
    return padded


def _say_no_input(paths: list[Path], lang: str) -> None:
    from alignchecker.graph.loading import unread_documents

    key = "check.documents-only" if (count := unread_documents(paths)) else "check.nothing"
    options.tell(say(key, lang, count=count))


def _write(
    form: str,
    target: Path | None,
    report: Report,
    rules: Mapping[str, Rule],
    lang: str,
    *,
    statistics: bool,
) -> None:
    from alignchecker.reports import check_text, forms

    if form in forms.BYTES:
        options.deliver_bytes(forms.render_bytes(form, report, rules, lang), target)
        return
    if form != forms.TEXT:
        options.deliver(forms.render(form, report, rules, lang), target)
        return
    options.show(
        lambda console: check_text.render(report, rules, lang, console, statistics=statistics),
        target,
    )


def status(report: Report, fail_on: str) -> int:
    """Exit status: 2 for a file or rule that failed, else 1 for findings from ``fail_on`` up."""
    from alignchecker.model.finding import Outcome, State
    from alignchecker.model.severity import Severity

    if any(not i.read for i in report.inputs) or any(
        run.outcome is Outcome.FAILED for run in report.rules
    ):
        return 2
    if fail_on == "never":
        return 0
    limit = Severity[fail_on.upper()]
    return int(any(f.severity >= limit and f.state is State.NEW for f in report.findings))
