"""From paths to a dataset: finds the files, reads them, adds the shipped frames they cite."""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from alignchecker.graph import blank
from alignchecker.graph.citations import cited_plans
from alignchecker.graph.dataset import Dataset, Node, Role, SourceFile, Term, aln
from alignchecker.graph.documents import edition_iri, triples
from alignchecker.graph.facts import derive
from alignchecker.graph.values import check_values
from alignchecker.importers import READERS, read_document, unknown_format
from alignchecker.importers.corrections import corrected
from alignchecker.importers.decoding import check_is_file, read_bytes, unopened
from alignchecker.importers.paths import is_file, is_folder
from alignchecker.model.errors import AligncheckerError, ConfigError, InputError
from alignchecker.model.names import DCTERMS, RDF
from alignchecker.model.plan import PlanDraft
from alignchecker.model.resources import resource

RDF_SUFFIXES = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}
_TYPE = NamedNode(RDF + "type")
_IS_VERSION_OF = NamedNode(DCTERMS + "isVersionOf")
_PLANS = (aln("PlanEdition"), aln("PlanPart"), aln("PlanSeries"))


def load(
    paths: Sequence[Path], documents: Sequence[str] = (), frames: Sequence[Path] = ()
) -> Dataset:
    """Reads every input, adds frames and derives facts.

    documents: glob patterns (relative to a folder among the paths) of documents to import with it.
    frames: files of plans that inputs may cite, which go before those that are shipped.
    A file or folder that cannot be read is kept in ``Dataset.files`` with its error; the others
    still load.
    Raises InputError for a path that does not exist or is of no known kind.
    """
    dataset = Dataset()
    for path in paths:
        for file in _files(path, documents, dataset.files):
            if all(file.resolve() != known.path.resolve() for known in dataset.files):
                _read_into(dataset, file, Role.INPUT)
    if not any(file.error is None for file in dataset.files):
        return dataset
    for file in sorted(resource("ontology").glob("*.ttl")):
        _read_into(dataset, file, Role.ONTOLOGY)
    for file in sorted(resource("data", "laws").glob("*.ttl")):
        if not _already_loaded(dataset, file):
            _read_into(dataset, file, Role.FRAME)
    _add_frames(dataset, frames)
    derive(dataset)
    return dataset


def problem(path: Path) -> AligncheckerError | None:
    """Why a file cannot be read; None where it can."""
    dataset = Dataset()
    _read_into(dataset, path, Role.FRAME)
    return dataset.files[0].error


def _files(path: Path, documents: Sequence[str], failed: list[SourceFile]) -> Iterator[Path]:
    """The files of an input; failed takes folders that cannot be looked into."""
    if is_file(path):
        if path.suffix.lower() not in RDF_SUFFIXES and path.suffix.lower() not in READERS:
            raise unknown_format(path, sorted([*RDF_SUFFIXES, *READERS]))
        yield path
    elif is_folder(path):
        visible = sorted(_visible(path, failed))
        rdf = [p for p in visible if p.suffix.lower() in RDF_SUFFIXES and _is_readable(p)]
        yield from rdf
        wanted = {p for pattern in documents for p in _matching(path, pattern)}
        imported = _imported_hashes(rdf)
        yield from (p for p in sorted(wanted) if _sha256(p) not in imported)
    else:
        check_is_file(path)


def _visible(folder: Path, failed: list[SourceFile]) -> Iterator[Path]:
    """What stands in a folder and below it, without what is hidden."""

    def fail(error: OSError) -> None:
        locked = Path(error.filename)
        failed.append(SourceFile(locked, Role.INPUT, unopened(locked, error)))

    for above, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(above, name) for name in names if not name.startswith("."))


def _is_readable(path: Path) -> bool:
    """Whether it is a file; also one that is locked, which reading it will tell."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return [path for path in folder.glob(pattern) if is_file(path)]
    except (ValueError, NotImplementedError) as error:
        raise ConfigError(
            f"設定 documents の「{pattern}」は使えません。"
            "*.txt や 本文/*.txt のように書いてください。",
            f"'{pattern}' in documents is no pattern. Write it like *.txt or text/*.txt.",
        ) from error


def unread_documents(paths: Sequence[Path]) -> int:
    """How many importable documents lie in the folders given; a folder alone does not read them."""
    folders = [path for path in paths if is_folder(path)]
    return sum(file.suffix.lower() in READERS for f in folders for file in f.rglob("*"))


def _imported_hashes(rdf: Iterable[Path]) -> set[str]:
    """Hashes of documents that a Turtle file of the folder was imported from."""
    hashes: set[str] = set()
    for path in rdf:
        # A file that cannot be opened is reported when it is read.
        with suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
            hashes.update(part[:64] for part in text.split('"sha256:')[1:])
    return hashes


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _already_loaded(dataset: Dataset, path: Path) -> bool:
    digest = _sha256(path)
    return any(f.path.name == path.name and _sha256(f.path) == digest for f in dataset.files)


def _read_into(dataset: Dataset, path: Path, role: Role) -> None:
    source = SourceFile(path, role)
    try:
        if path.suffix.lower() in RDF_SUFFIXES:
            quads = _name_blank_nodes(list(read_rdf(path, source.graph)))
            check_values(path, quads)
        else:
            draft = _read_document(dataset, path)
            quads = [Quad(s, p, o, source.graph) for s, p, o in triples(draft)]
            source = replace(source, warnings=draft.warnings)
        dataset.store.extend(quads)
    except AligncheckerError as error:
        source = replace(source, error=error)
    dataset.files.append(source)


def _read_document(dataset: Dataset, path: Path) -> PlanDraft:
    """The plan of a document, corrected by the file beside it.

    Raises InputError where another document of the same edition has been read: the two would mix.
    """
    draft = corrected(read_document(path), path)
    for earlier in dataset.objects(edition_iri(draft), aln("sourceDocument")):
        raise InputError(
            f"同じ計画の同じ版を「{earlier.value}」からも読み込んでいます。"
            "概要版と本編などは、別々に調べてください。",
            f"The same edition has been read from '{earlier.value}'. "
            "Check a summary and the full plan separately.",
            str(path),
        )
    return draft


def _name_blank_nodes(quads: list[Quad]) -> list[Quad]:
    """The same statements with an IRI for every blank node (see blank.py)."""
    if not any(isinstance(t, BlankNode) for q in quads for t in (q.subject, q.object)):
        return quads
    plain = [
        (q.subject, q.predicate, q.object, q.graph_name)
        for q in quads
        if not isinstance(q.subject, Triple) and not isinstance(q.object, Triple)
    ]
    named = blank.names((_key(s), _key(p), _key(o)) for s, p, o, _ in plain)

    def name(node: Node) -> Node:
        return NamedNode(named[node.value]) if isinstance(node, BlankNode) else node

    return [
        Quad(name(s), p, o if isinstance(o, Literal) else name(o), graph)
        for s, p, o, graph in plain
    ]


def _key(term: Term) -> blank.Key:
    if isinstance(term, Literal):
        plain = term.language or term.datatype.value.endswith("#string")
        return "literal", term.value, term.language or "", "" if plain else term.datatype.value
    return "blank" if isinstance(term, BlankNode) else "iri", term.value, "", ""


def read_rdf(path: Path, graph: NamedNode) -> Iterator[Quad]:
    """The triples of an RDF file, in the graph given.

    Raises InputError with line, column and what the parser expected. Nothing is fetched from
    elsewhere: a remote JSON-LD context is an error.
    """
    rdf_format = RDF_SUFFIXES[path.suffix.lower()]
    try:
        # Editors on Windows put a byte order mark in front, which no RDF syntax knows.
        content = read_bytes(path, None).removeprefix(codecs.BOM_UTF8)
        base = path.resolve().as_uri()
        quads = parse(content, format=rdf_format, base_iri=base, rename_blank_nodes=True)
        yield from (Quad(q.subject, q.predicate, q.object, graph) for q in quads)
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


def _add_frames(dataset: Dataset, own: Sequence[Path]) -> None:
    """Adds plans that an input cites or links to: first one's own frames, then the shipped ones.

    What an input describes is its own, and what one's own frames describe is not taken from the
    shipped ones.
    """
    defined = _described(dataset, _PLANS)
    frames = []
    for file in (*own, *_shipped_frames()):
        if not _already_loaded(dataset, file):
            _read_into(dataset, file, Role.FRAME)
            frames.append(file)
    cited = cited_plans(dataset)
    for file in frames:
        graph = SourceFile(file, Role.FRAME).graph
        described = _described(dataset, _PLANS, graph)
        left = set(described)
        for plan in sorted(described & defined):
            left -= {plan, *_remove_plan(dataset, NamedNode(plan), graph)}
        if not left & cited:
            dataset.store.remove_graph(graph)
            dataset.files = [f for f in dataset.files if f.path != file]
        elif file in own:
            defined |= described


def _shipped_frames() -> Iterator[Path]:
    for folder in ("national", "prefectures"):
        yield from sorted(resource("data", folder).rglob("*.ttl"))


def _remove_plan(dataset: Dataset, plan: NamedNode, graph: NamedNode) -> set[str]:
    """Takes a plan and its items out of a frame; gives the series that it is an edition of."""
    series = dataset.store.quads_for_pattern(plan, _IS_VERSION_OF, None, graph)
    found = {quad.object.value for quad in series if isinstance(quad.object, NamedNode)}
    items = dataset.store.quads_for_pattern(None, aln("inPlan"), plan, graph)
    for node in [plan, *(quad.subject for quad in items)]:
        for quad in list(dataset.store.quads_for_pattern(node, None, None, graph)):
            dataset.store.remove(quad)
    return found


def _described(
    dataset: Dataset, kinds: Sequence[NamedNode], graph: NamedNode | None = None
) -> set[str]:
    """IRIs of the plans of some kinds that a graph (or any) describes."""
    return {
        q.subject.value
        for kind in kinds
        for q in dataset.store.quads_for_pattern(None, _TYPE, kind, graph)
        if isinstance(q.subject, NamedNode)
    }
