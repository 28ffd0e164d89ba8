"""Which form an answer is sent in: what the asker accepts (RFC 9110, 12.5.1), of what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat

HTML = "text/html"
_JSON, _XML = QueryResultsFormat.JSON, QueryResultsFormat.XML
_CSV, _TSV = QueryResultsFormat.CSV, QueryResultsFormat.TSV
_QUALITY = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answers: its media type, the short name that a page asks for it by, and who writes
    it. written as HTML, an answer is a page that is made of this form.
    """

    media_type: str
    name: str
    written: QueryResultsFormat | RdfFormat


ROWS: Sequence[Form] = (
    Form(_JSON.media_type, "json", _JSON),
    Form(_XML.media_type, "xml", _XML),
    Form("text/csv", "csv", _CSV),
    Form("text/tab-separated-values", "tsv", _TSV),
    Form(HTML, "html", _JSON),
    Form("application/json", "json", _JSON),
    Form("application/xml", "xml", _XML),
    Form("text/xml", "xml", _XML),
)
"""Of a SELECT, the first where all are the same to the asker."""
TRUTH: Sequence[Form] = tuple(form for form in ROWS if form.written not in {_CSV, _TSV})
"""Of an ASK: CSV and TSV are not defined for it."""
GRAPHS: Sequence[Form] = (
    Form(RdfFormat.TURTLE.media_type, "turtle", RdfFormat.TURTLE),
    Form(RdfFormat.N_TRIPLES.media_type, "ntriples", RdfFormat.N_TRIPLES),
    Form(RdfFormat.JSON_LD.media_type, "jsonld", RdfFormat.JSON_LD),
    Form(RdfFormat.RDF_XML.media_type, "rdfxml", RdfFormat.RDF_XML),
    Form(HTML, "html", RdfFormat.TURTLE),
)
"""Of a CONSTRUCT or DESCRIBE, and of what the endpoint says of itself."""


def chosen(accept: str, offered: Sequence[Form]) -> Form | None:
    """The form that an Accept header asks for first; None where it takes none of them.

    >>> chosen("text/csv;q=0.5, application/sparql-results+xml", ROWS).name
    'xml'
    >>> chosen("", ROWS).name, chosen("text/*", TRUTH).name, chosen("image/png", GRAPHS)
    ('json', 'html', None)
    """
    ranges = list(_ranges(accept)) if accept.strip() else [("*/*", 1.0)]
    liked = [(_quality(form.media_type, ranges), -n) for n, form in enumerate(offered)]
    quality, place = max(liked)
    return offered[-place] if quality > 0 else None


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much a type is liked, by the range that names it most exactly."""
    for wanted in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        said = [quality for name, quality in ranges if name == wanted]
        if said:
            return max(said)
    return 0.0


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Each media range and how much it is liked. What is not written as it should be counts for
    nothing."""
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        said = [p.partition("=")[2].strip() for p in parameters if p.partition("=")[0] == "q"]
        if name and all(map(_QUALITY.fullmatch, said)):
            yield name, float(said[0]) if said else 1.0
