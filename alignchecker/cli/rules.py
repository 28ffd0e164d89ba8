"""``rules``: the catalogue as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignchecker.cli import options
from alignchecker.lang import say
from alignchecker.reports.wrapping import wrap

if TYPE_CHECKING:
    from rich.console import RenderableType

_GAP = 2
_NARROWEST_TITLE = 30
"""Cells below which a column of titles would be little but line breaks."""


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

    rows = [
        [
            family(rule, language),
            say(f"severity.{rule.severity.word}", language),
            rule.id,
            rule.title[language],
        ]
        for rule in catalogue.rules.values()
    ]
    head = [say(f"field.{key}", language) for key in ("family", "severity", "rule", "title")]
    options.show(lambda console: console.print(_table([head, *rows], console.width)))


def _table(rows: Sequence[Sequence[str]], width: int) -> RenderableType:
    """The rows below a head; on a narrow screen each title has a line of its own."""
    from rich.cells import cell_len
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    short = [max(map(cell_len, column)) for column in list(zip(*rows, strict=True))[:3]]
    left = width - sum(short) - _GAP * len(short)
    table = Table.grid(padding=(0, _GAP))
    for _ in short:
        table.add_column(no_wrap=True)
    if left >= _NARROWEST_TITLE:
        for number, (*cells, title) in enumerate(rows):
            style = "bold" if number == 0 else ""
            table.add_row(*cells, Text(wrap(title, left)), style=style)
        return table
    texts = (f"{'  '.join(cells)}\n{' ' * _GAP}{title}" for *cells, title in rows[1:])
    return Group(*(Text(wrap(text, width, _GAP)) for text in texts))
