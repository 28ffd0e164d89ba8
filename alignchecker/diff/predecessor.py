"""Which edition a new one takes the place of, and the file that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from alignchecker.diff.revision import Edition
from alignchecker.graph.citations import fiscal_year
from alignchecker.graph.dataset import Dataset, Role, SourceFile, Statement, aln
from alignchecker.graph.drafts import StoredFile, StoredPlan, from_draft, read_plans
from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.importers import read_document
from alignchecker.importers.corrections import corrected
from alignchecker.model.errors import ConfigError
from alignchecker.model.names import DCTERMS, RDF

_REPLACES = NamedNode(DCTERMS + "replaces")
_SERIES = NamedNode(DCTERMS + "isVersionOf")
_WHOLE = NamedNode(DCTERMS + "isPartOf")
_TYPE = NamedNode(RDF + "type")


def origins(statements: Iterable[Statement], edition: NamedNode) -> list[str]:
    """IRIs of what an edition replaces, then of its series and the whole that it is part of."""
    said = [s for s in statements if s[0] == edition and not isinstance(s[2], Literal)]
    return [
        str(value.value)
        for predicate in (_REPLACES, _SERIES, _WHOLE)
        for _, p, value in said
        if p == predicate and not isinstance(value, Literal)
    ]


def predecessor(
    dataset: Dataset, new: Edition, known: Iterable[str], *, is_apart: bool
) -> NamedNode | None:
    """The edition before a new one, with items; None if the files hold none.

    known: of ``origins``. is_apart: the new one is a file of its own; then an edition of its IRI
    among the files is what it takes the place of, as with a later draft.
    """
    editions = [e for e in _editions(dataset) if _has_items(dataset, e)]
    if is_apart and any(e.value == new.iri for e in editions):
        return NamedNode(new.iri)
    named = set(known)
    for edition in editions:
        if edition.value in named and edition.value != new.iri:
            return edition
    earlier = [
        (fiscal_year(dataset, edition, "first") or 0, edition.value)
        for edition in editions
        if edition.value != new.iri and named & set(_groups(dataset, edition))
    ]
    period = new.draft.period
    before = [e for e in earlier if period is None or e[0] < period.first]
    return NamedNode(max(before)[1]) if before else None


def stored_in(dataset: Dataset, edition: NamedNode) -> tuple[StoredFile, StoredPlan]:
    """An edition as its file holds it, with the file. Raises ConfigError where none has items."""
    for source in _likely(dataset, edition):
        if source.path.suffix.lower() in RDF_SUFFIXES:
            file = read_plans(source.path, outline_kinds=True)
        else:
            file = from_draft(source.path, corrected(read_document(source.path), source.path))
        if edition in file.titles:
            return file, file.plan(edition)
    raise ConfigError(
        f"計画（{edition.value}）の項目が、読み込んだファイルにありません。"
        "項目のある計画のファイルを指定してください。",
        f"No file that was read holds items of the plan ({edition.value}). Name a file that does.",
    )


def _likely(dataset: Dataset, edition: NamedNode) -> Iterator[SourceFile]:
    """The file that describes the edition, then those of its items."""
    nodes = [edition, *dataset.subjects(aln("inPlan"), edition)[:1]]
    seen = set[SourceFile]()
    for node in nodes:
        source = dataset.file_of(node)
        if source is not None and source.role is not Role.ONTOLOGY and source not in seen:
            seen.add(source)
            yield source


def _editions(dataset: Dataset) -> list[NamedNode]:
    found = dataset.subjects(_TYPE, aln("PlanEdition"))
    return sorted((e for e in found if isinstance(e, NamedNode)), key=lambda e: e.value)


def _has_items(dataset: Dataset, edition: NamedNode) -> bool:
    return bool(dataset.subjects(aln("inPlan"), edition))


def _groups(dataset: Dataset, edition: NamedNode) -> Iterator[str]:
    for predicate in (_SERIES, _WHOLE):
        for value in dataset.objects(edition, predicate):
            if isinstance(value, NamedNode):
                yield value.value
