"""Parts -> a store on disk. Of the parts there is never more than one in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from alignchecker.graph.counts import ACROSS, COUNTED
from alignchecker.graph.dataset import Dataset, Role, aln
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.model.progress import Observer, Stage, Step, unobserved
from alignchecker.queries.store import graph_names
from alignchecker.queries.stored.parts import Part
from alignchecker.queries.stored.record import Unread

_ACROSS = aln(ACROSS)
_COUNT = f"""{SPARQL_PREFIXES}
SELECT ?plan (COUNT(DISTINCT ?thing) AS ?number) WHERE {{
  ?plan a aln:PlanEdition . OPTIONAL {{ {COUNTED[ACROSS]} }}
}} GROUP BY ?plan"""


def build(
    folder: Path,
    parts: Sequence[Part],
    roots: Sequence[Path],
    parsed: ParsedFiles | None = None,
    observe: Observer = unobserved,
) -> tuple[Unread, ...]:
    """Fills a new folder with what the parts say; gives what could not be read.

    roots: the paths given, which graphs are named after. Raises as ``load`` does, and OSError where
    the folder cannot be written to.
    """
    unread: dict[Unread, None] = {}
    store = Store(folder)
    for quads in _quads(parts, roots, parsed, observe, unread):
        store.bulk_extend(quads)
    if len(parts) > 1:
        store.bulk_extend(_counts_across(store))
    store.optimize()
    store.flush()
    return tuple(unread)


def _quads(
    parts: Sequence[Part],
    roots: Sequence[Path],
    parsed: ParsedFiles | None,
    observe: Observer,
    unread: dict[Unread, None],
) -> Iterator[Iterator[Quad]]:
    many = len(parts) > 1
    done: set[NamedNode] = set()
    for number, part in enumerate(parts, start=1):
        if many:
            observe(Step(Stage.MUNICIPALITIES, number, len(parts)))
        # What a country says would fill any cache.
        dataset = part.opened(None if many else parsed, unobserved if many else observe)
        for file in dataset.files:
            if file.error is not None:
                unread[Unread(file.error.ja, file.error.en)] = None
        yield _of_part(dataset, roots, done, many=many)
        del dataset
        # It leaves much behind that refers to itself; by itself it may stay for ten parts.
        gc.collect()


def _of_part(
    dataset: Dataset, roots: Sequence[Path], done: set[NamedNode], *, many: bool
) -> Iterator[Quad]:
    """What a part says. done: graphs that say the same in every part, as far as they are there."""
    for statement in dataset.triples():
        if not (many and statement[1] == _ACROSS):
            yield Quad(*statement)
    names: Mapping[Path, NamedNode] = graph_names(dataset, roots)
    for file in dataset.files:
        graph = names[file.path]
        if file.error is None and graph not in done:
            if file.role is Role.ONTOLOGY:
                done.add(graph)
            yield from (Quad(*statement, graph) for statement in dataset.statements_of(file))


def _counts_across(store: Store) -> list[Quad]:
    """The counts that no part can know by itself."""
    found = store.query(_COUNT)
    assert isinstance(found, QuerySolutions)
    return [
        Quad(row["plan"], _ACROSS, row["number"])
        for row in found
        if isinstance(row["plan"], NamedNode) and isinstance(row["number"], Literal)
    ]
