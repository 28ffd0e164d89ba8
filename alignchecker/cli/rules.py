"""``rules``: the catalogue as a table."""

from __future__ import annotations

import json

from alignchecker.cli import options
from alignchecker.lang import say


def rules(lang: options.Lang = None, output_format: options.Format = "text") -> None:
    """規則の一覧を出します / List the rules."""
    from alignchecker.reports.families import family

    language, catalogue = options.catalogue_here(lang)
    if options.one_of(output_format, ("text", "json"), "出力形式", "format") == "json":
        listed = [
            {
                "id": rule.id,
                "family": rule.family,
                "severity": rule.severity.word,
                "profile": rule.profile,
                "since": rule.since,
                "title": dict(sorted(rule.title.items(), reverse=True)),
                "why": dict(sorted(rule.why.items(), reverse=True)),
                "remedy": dict(sorted(rule.remedy.items(), reverse=True)),
                "source": rule.source[language],
            }
            for rule in catalogue.rules.values()
        ]
        text = json.dumps({"schema": 1, "rules": listed}, ensure_ascii=False, indent=2)
        options.deliver(text + "\n", None)
        return

    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for key in ("family", "severity", "rule", "title"):
        table.add_column(say(f"field.{key}", language), no_wrap=key != "title", overflow="fold")
    for rule in catalogue.rules.values():
        table.add_row(
            family(rule, language),
            say(f"severity.{rule.severity.word}", language),
            rule.id,
            rule.title[language],
        )
    options.show(lambda console: console.print(table))
