"""RDF files as a parser gives them."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, parse

from alignchecker.importers.decoding import read_bytes
from alignchecker.model.errors import InputError
from alignchecker.triples.terms import Statement

RDF_SUFFIXES = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}


def read_rdf(path: Path) -> Iterator[Statement]:
    """The triples of an RDF file, in whatever graph it puts them; statements about statements not.

    Raises InputError, see read_quads.
    """
    return statements(read_quads(path))


def statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    """The triples of quads; statements about statements are left out."""
    for quad in quads:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, Triple) and not isinstance(value, Triple):
            yield subject, quad.predicate, value


def read_quads(path: Path, content: bytes | None = None) -> Iterator[Quad]:
    """What the parser gives. content: the bytes of the file, where they have been read.

    Raises InputError with line, column and what the parser expected. Nothing is fetched from
    elsewhere: a remote JSON-LD context is an error.
    """
    rdf_format = RDF_SUFFIXES[path.suffix.lower()]
    try:
        # Editors on Windows put a byte order mark in front, which no RDF syntax knows.
        text = (read_bytes(path, None) if content is None else content).removeprefix(BOM_UTF8)
        base = path.resolve().as_uri()
        quads = parse(text, format=rdf_format, base_iri=base, rename_blank_nodes=True)
        yield from quads
    except SyntaxError as error:
        raise _syntax_error(path, error) from error
    except ValueError as error:
        raise InputError(
            f"UTF-8 の文字として読めません。UTF-8 で保存し直してください（{error}）。",
            f"This is not UTF-8 text. Save it as UTF-8 ({error}).",
            str(path),
        ) from error


def _syntax_error(path: Path, error: SyntaxError) -> InputError:
    """Oxigraph's own words say what it met or expected; its place goes before them."""
    words = str(error.msg)
    place = (str(path), error.lineno, error.offset)
    if "LoadDocumentCallback" in words:
        return InputError(
            "JSON-LD の @context が外部を指しています。外部へは取りに行かないので、"
            "@context をこのファイルの中に書いてください。",
            "The @context is elsewhere and nothing is fetched. Write it into this file.",
            *place,
        )
    expected = words.split(": ", 1)[-1]
    return InputError(
        f"RDF の書き方の誤りです（{expected}）。この場所を直してください。",
        f"This is not well-formed RDF ({expected}). Mend it here.",
        *place,
    )
