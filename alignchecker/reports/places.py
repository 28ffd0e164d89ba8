"""Places as programs want them: a URI, and a line only where the file has lines to go to."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from alignchecker.model.finding import Finding, Location
from alignchecker.reports import sentences

_WITHOUT_LINES = {".docx", ".xlsx", ".pdf"}
"""Documents of which a line counts paragraphs, or lines of a page."""


def uri(path: str) -> str:
    """A path as a URI: relative to where the check ran, or absolute.

    >>> uri("計画/a b.ttl"), uri("/srv/a.ttl")
    ('%E8%A8%88%E7%94%BB/a%20b.ttl', 'file:///srv/a.ttl')
    """
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix(), errors="replace")


def told(finding: Finding, lang: str) -> str | None:
    """Where a finding stands, in words, if that is in a document without lines to go to."""
    place = finding.locations[0] if finding.locations else None
    return sentences.place(place, lang) if place and not _has_lines(place) else None


def lines_of(location: Location) -> int | None:
    """The line of a text file; None for documents that are no text."""
    return location.line if _has_lines(location) else None


def _has_lines(location: Location) -> bool:
    return PurePath(location.path).suffix.lower() not in _WITHOUT_LINES
