"""``reason``: examines logic with owlready2 and HermiT. Writes only the reports asked for."""

from __future__ import annotations

from typing import Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.check import Reporting
from alignchecker.cli.checking import Asked, check_options
from alignchecker.cli.progress import progress


def reason(
    paths: options.Paths,
    fail_on: options.FailOn = None,
    as_of: options.AsOf = None,
    rule_timeout: Annotated[
        float,
        typer.Option(min=0.01, metavar="S", help="推論一回の秒数の上限 / seconds per examination"),
    ] = 120,
    output_format: options.Formats = None,
    output: options.Outputs = None,
    lang: options.Lang = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="時間を表示 / times")] = False,
) -> None:
    """計画の記載が論理の上で矛盾しないかを調べます / Look for contradictions."""
    from alignchecker.reasoning.reason import reason as run_reason
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    reporting = Reporting.asked(
        output_format, output, fail_on or configuration.fail_on, language, statistics=statistics
    )
    asked = Asked(as_of=options.date(as_of))
    checked = check_options(paths, configuration, asked)
    with progress(language) as observe:
        report = run_reason(checked, rule_timeout, observe)
    raise typer.Exit(reporting.deliver(report, checked))
