"""The totals of a corpus as text: the country, the outline's items, the prefectures."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from alignchecker.corpus.layout import prefecture_names
from alignchecker.corpus.overview import reason
from alignchecker.corpus.results import OUTLINES, SEVERITIES
from alignchecker.corpus.summary import (
    ITEM,
    MEASURES,
    MUNICIPALITIES,
    OUTLINE,
    Counts,
    Summary,
    Totals,
)
from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.reports.wrapping import harmless, wrap

_GAP = 2
_NARROWEST = 20
_BEGUN = ("linked", "proposed", "no-counterpart", "unlinked")
_DATED = ("in-force", "ended")


def render(summary: Summary, lang: str, console: Console) -> None:
    """Prints the totals."""
    _Text(summary, lang, console).print()


class _Text:
    def __init__(self, summary: Summary, lang: str, console: Console) -> None:
        self.summary, self.lang, self.console = summary, lang, console

    def say(self, key: str, **arguments: object) -> str:
        return say(key, self.lang, **arguments)

    def print(self) -> None:
        country = self.summary.country
        self.line(self.say("summary.country", count=country.municipalities.total()), "bold")
        self.line(self.counts("municipality", country.municipalities, MUNICIPALITIES))
        found = {word: country.findings[word] for word in SEVERITIES}
        self.line(self.say("corpus.findings", **found))
        self.line(self.counts("measure", country.measures, MEASURES))
        self.line(self.counts("citation", country.citations, (*_DATED, "unknown")))
        for outline in OUTLINES:
            self.outline(outline, country)
        self.prefectures()
        for unit, failure in self.summary.failed.items():
            self.line(f"{unit}: {reason(failure, self.lang)}", "red")

    def line(self, text: str, style: str = "") -> None:
        self.console.print(Text(wrap(text, self.console.width), style=style))

    def counts(self, kind: str, counts: Counts, words: Sequence[str]) -> str:
        """施策: 対応あり 9、候補のみ 16 …"""
        comma = "、" if self.lang == "ja" else ", "
        said = comma.join(f"{self.say(f'summary.{kind}.{w}')} {counts[w]}" for w in words)
        return f"{self.say(f'summary.{kind}')}: {said}"

    def outline(self, outline: str, country: Totals) -> None:
        """Who can answer the items of an outline, and who answers each of them."""
        title = label("type", outline, self.lang)
        self.console.print()
        self.line(self.say("summary.outline", title=title), "bold")
        self.line(self.counts("known", country.outlines[outline], OUTLINE))
        items = [item for item in self.summary.items if item.outline == outline]
        if not items:
            return
        columns = [self.say(f"summary.item.{word}") for word in ITEM]
        numbers = [harmless(item.number or "") for item in items]
        taken = [*columns, self.say("summary.rate"), max(numbers, key=cell_len)]
        width = self.console.width - sum(cell_len(text) + _GAP for text in taken)
        table = self.table(["", self.say("summary.item")], columns)
        for number, item in zip(numbers, items, strict=True):
            answers = country.items[item.iri]
            counts = (str(answers.states[word]) for word in ITEM)
            name = Text(wrap(item.label, max(width, _NARROWEST)))
            table.add_row(Text(number), name, *counts, _percent(answers.rate))
        self.console.print(table)
        self.line(self.say("summary.rate-of", count=country.outlines[outline]["all"]), "dim")

    def prefectures(self) -> None:
        self.console.print()
        self.line(self.say("summary.prefectures"), "bold")
        columns = ("checked", "with-plan", "unlinked", "not-begun", "ended")
        headers = [self.say(f"summary.prefecture.{column}") for column in columns]
        table = self.table([self.say("summary.prefecture")], headers)
        names = prefecture_names()
        areas = [(names[code], area) for code, area in self.summary.prefectures.items()]
        for name, area in [*areas, (self.say("summary.all"), self.summary.country)]:
            table.add_row(
                name,
                _share(area.municipalities, ("checked", "incomplete"), MUNICIPALITIES),
                str(sum(c[word] for c in area.outlines.values() for word in OUTLINE[:3])),
                _share(area.measures, ("unlinked",), _BEGUN),
                str(area.measures["not-begun"]),
                _share(area.citations, ("ended",), _DATED),
                _percent(area.rate),
            )
        self.console.print(table)
        self.line(self.say("summary.shares"), "dim")

    def table(self, words: Sequence[str], numbers: Sequence[str]) -> Table:
        """A table with columns of words, then of numbers, and the rate at the end."""
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
        for name in words:
            table.add_column(name, overflow="fold")
        for name in (*numbers, self.say("summary.rate")):
            table.add_column(name, justify="right", no_wrap=True)
        return table


def _share(counts: Counts, some: Sequence[str], of: Sequence[str]) -> str:
    """3 / 40: so many of those that can be told."""
    return f"{sum(counts[word] for word in some)} / {sum(counts[word] for word in of)}"


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.1%}"
