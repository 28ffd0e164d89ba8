"""What the reader of Word files leaves out, or decides, and the user must know."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from alignchecker.importers.word.xml import DELETED, FALLBACK, INSERTED, w
from alignchecker.model.plan import ImportWarning

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"


def unread_parts(body: etree._Element) -> Iterator[ImportWarning]:
    """Tracked changes, which are taken as accepted, and texts that stand in other files."""
    yield from _changes(body)
    yield from _embedded(body)


def _changes(body: etree._Element) -> Iterator[ImportWarning]:
    inserted, deleted = _count(body, *INSERTED), _count(body, *DELETED)
    if inserted or deleted:
        yield ImportWarning("tracked-changes", (str(inserted), str(deleted)))


def _embedded(body: etree._Element) -> Iterator[ImportWarning]:
    count = _count(body, _DIAGRAM, _EMBEDDED, w("altChunk"), w("subDoc"))
    if count:
        yield ImportWarning("embedded-text-unread", (str(count),))


def _count(body: etree._Element, *names: str) -> int:
    """How many elements there are of these names, each alternative drawing counted once."""
    found = body.iter(*names)
    return sum(next(element.iterancestors(FALLBACK), None) is None for element in found)
