"""A comparison as one HTML file that loads nothing and prints on A4."""

from __future__ import annotations

from alignchecker.diff.revision import Revision
from alignchecker.reports.html import pages
from alignchecker.reports.revisions import table, words


def render(revision: Revision, lang: str) -> str:
    """The page, in "ja" or "en"."""
    return pages.page(
        "diff.html",
        lang,
        old=words.plan_name(revision.old, lang),
        new=words.plan_name(revision.new, lang),
        examined=list(words.examined(revision, lang)),
        counts=words.counts(revision, lang),
        tables=table.sections(revision, lang),
        undecided=words.undecided(revision, lang),
    )
