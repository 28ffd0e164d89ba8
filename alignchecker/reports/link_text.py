"""What came of links that were brought in from elsewhere, in lines for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from alignchecker.lang import say
from alignchecker.links.merging import Merged
from alignchecker.links.records import Addition
from alignchecker.links.taking import Taken
from alignchecker.model.links import LinkRecord

_MOST = 20
_LABEL = 60
Title = Callable[[LinkRecord], str]
"""A link in a person's words."""


def of_list(taken: Taken, lang: str) -> Iterator[str]:
    """Of a workbook: what was recorded, and which rows were not."""
    yield from _count(taken.additions, lang)
    for reason, rows in taken.left.items():
        told = [
            say("links.row", lang, row=r.row, number=r.number, label=r.label[:_LABEL]) for r in rows
        ]
        yield say(f"links.left.{reason.value}", lang, rows=_listed(told, lang))


def of_file(merged: Merged, title: Title, lang: str) -> Iterator[str]:
    """Of another file of links: what was added, and what people differ on now."""
    yield from _count(merged.additions, lang)
    for key, links in (("disputed", merged.disputed), ("different", merged.different)):
        if links:
            yield say(f"links.{key}", lang, rows=_listed([title(k) for k in links], lang))


def _count(additions: Sequence[Addition], lang: str) -> Iterator[str]:
    if not additions:
        yield say("links.nothing", lang)
        return
    yield say("links.count", lang, count=sum(len(a.reviews) for a in additions))
    new = sum(a.is_new for a in additions)
    if new:
        yield say("links.new", lang, count=new)


def _listed(told: Sequence[str], lang: str) -> str:
    lines = "".join(f"\n  {each}" for each in told[:_MOST])
    left = len(told) - _MOST
    return lines + (f"\n  {say('report.more', lang, count=left)}" if left > 0 else "")
