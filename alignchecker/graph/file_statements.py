"""What one file says, as numbers of an index; from an earlier run where it has been read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from alignchecker.graph import blank
from alignchecker.graph.dataset import Dataset, Node, Role, SourceFile, Statement, aln
from alignchecker.graph.documents import triples
from alignchecker.graph.link_records import link_statements, review_statements
from alignchecker.graph.nodes import position_triples
from alignchecker.graph.parsed_files import Parsed, ParsedFiles
from alignchecker.graph.rdf_files import RDF_SUFFIXES, read_quads, statements
from alignchecker.graph.values import check_values
from alignchecker.importers import read_document
from alignchecker.importers.corrections import corrected, corrections_beside
from alignchecker.importers.decoding import MAX_BYTES, read_bytes
from alignchecker.importers.paths import is_file
from alignchecker.importers.sssom import is_link_set, read_sssom
from alignchecker.model.errors import InputError
from alignchecker.model.plan import ImportWarning, Position
from alignchecker.triples.index import Index, Numbered

Said = tuple[list[Numbered], tuple[ImportWarning, ...]]
"""The statements of a file, and what its import warns of."""


def read_file(dataset: Dataset, path: Path, parsed: ParsedFiles | None = None) -> Said:
    """What a file says, as numbers of the dataset's index, and what its import warns of.

    parsed: what earlier runs read.
    Raises InputError for a file that cannot be read.
    """
    if path.suffix.lower() in RDF_SUFFIXES:
        content = read_bytes(path, None)
        return _known_or_read(
            dataset.index,
            parsed,
            lambda: ("rdf", path.resolve().as_uri(), content),
            lambda: (_rdf(dataset.index, path, content), ()),
        )
    if is_link_set(path):
        content = read_bytes(path, MAX_BYTES)
        return _known_or_read(
            dataset.index,
            parsed,
            lambda: ("sssom", path.name, content),
            lambda: (dataset.index.number_all(_links(path, content)), ()),
        )
    said, warnings = _known_or_read(
        dataset.index,
        parsed,
        lambda: ("document", path.name, read_bytes(path, None), _corrections(path)),
        lambda: _document(dataset.index, path),
    )
    _check_edition(dataset, path, said)
    return said, warnings


def _known_or_read(
    index: Index,
    parsed: ParsedFiles | None,
    source: Callable[[], tuple[str | bytes, ...]],
    read: Callable[[], Said],
) -> Said:
    """source: everything that decides what reading gives."""
    if parsed is None:
        return read()
    name = parsed.name(*source())
    known = parsed.get(name)
    if known is not None:
        return index.number_lists(known.terms, known.triples), known.warnings
    said, warnings = read()
    # A file that was saved in between may have been read as something else than was looked at.
    if parsed.name(*source()) == name:
        parsed.put(name, Parsed(*index.lists(said), warnings))
    return said, warnings


def _links(path: Path, content: bytes) -> Iterator[Statement]:
    """The links of an SSSOM table, each with its line."""
    for line, link in read_sssom(path, content).links:
        yield from link_statements(link)
        for review in link.reviews:
            yield from review_statements(link.iri, review)
        place = position_triples(NamedNode(link.iri), Position(path.name, line))
        yield from _named([Quad(*triple) for triple in place])


def _corrections(path: Path) -> bytes:
    beside = corrections_beside(path)
    return read_bytes(beside, None) if is_file(beside) else b""


def _rdf(index: Index, path: Path, content: bytes) -> list[Numbered]:
    """The statements of an RDF file, every node with a name, its values looked at."""
    met = len(index.terms)
    said = index.number_quads(read_quads(path, content))
    if BlankNode in set(map(type, index.terms[met:])):
        said = index.number_all(_named(list(read_quads(path, content))))
    check_values(path, index, said)
    return said


def _named(quads: Sequence[Quad]) -> Iterator[Statement]:
    """The statements with an IRI for every blank node (see blank.py)."""
    named = blank.names(blank.statements(quads))

    def name(node: Node) -> Node:
        return NamedNode(named[node.value]) if isinstance(node, BlankNode) else node

    for subject, predicate, value in statements(quads):
        yield name(subject), predicate, value if isinstance(value, Literal) else name(value)


def _document(index: Index, path: Path) -> Said:
    """The plan of a document, corrected by the file beside it."""
    draft = corrected(read_document(path), path)
    return index.number_all(triples(draft)), draft.warnings


def _check_edition(dataset: Dataset, path: Path, said: Sequence[Numbered]) -> None:
    """Raises InputError where another document of the same edition was read: they would mix."""
    index = dataset.index
    document = index.number(aln("sourceDocument"))
    own = set(dataset.said(SourceFile(path, Role.INPUT)))
    for edition in {subject for subject, predicate, _ in said if predicate == document}:
        for earlier in index.column(document).values(edition):
            if (edition, document, earlier) not in own:
                name = index.terms[earlier].value
                raise InputError(
                    f"同じ計画の同じ版を「{name}」からも読み込んでいます。"
                    "概要版と本編などは、別々に調べてください。指摘を書き込んだ写しなどであれば、"
                    "別のフォルダーに移すか、調べる対象（設定の documents）から外してください。",
                    f"The same edition has been read from '{name}'. "
                    "Check a summary and the full plan separately. Move a copy, such as one with"
                    " findings in it, to another folder, or leave it out of what is checked"
                    " (documents in the configuration).",
                    str(path),
                )
