"""From triples back to the plan draft: the inverse of documents.triples.

A person may have corrected the file since it was imported, so nothing relies on how its nodes are
called beyond what the ontology says. What a draft has no field for is given as it stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term, aln
from alignchecker.graph.documents import edition_iri, triples
from alignchecker.graph.nodes import TYPE
from alignchecker.graph.plan_nodes import TITLE, PlanNodes, editions
from alignchecker.graph.rdf_files import read_rdf
from alignchecker.graph.statements import Statements
from alignchecker.graph.values import check_values
from alignchecker.importers.paths import is_file
from alignchecker.model.names import DATA
from alignchecker.model.plan import PlanDraft
from alignchecker.triples.index import Index


@dataclass(frozen=True)
class StoredPlan:
    """A plan of a file: the IRI of its edition there, its draft, and what its nodes are called.

    names: IRI that documents.triples gives -> the node of the file.
    """

    edition: NamedNode
    draft: PlanDraft
    names: Mapping[str, Node]

    @property
    def base(self) -> str:
        """What stands before <area>/<series>/<edition> in the edition's IRI."""
        parts = self.edition.value.rsplit("/", 3)
        return parts[0] + "/" if len(parts) == 4 and "://" in parts[0] else DATA

    def node(self, item: str) -> Node:
        """The node of the item with an id."""
        return self.names[f"{edition_iri(self.draft, self.base).value}/{item}"]


@dataclass(frozen=True)
class StoredFile:
    """The statements of an RDF file in the order written, and the plans among them.

    draft: of a document that was just imported; triples do not hold all of it (warnings).
    outline_kinds: see read_plans.
    """

    path: Path
    statements: tuple[Statement, ...]
    draft: PlanDraft | None = None
    outline_kinds: bool = False

    @cached_property
    def titles(self) -> dict[NamedNode, str]:
        """The editions with items of their own or imported from a document, with their titles."""
        index = self._index
        return {node: index.text(node, TITLE) or node.value for node in editions(index)}

    @cached_property
    def plans(self) -> tuple[StoredPlan, ...]:
        """The plans of these editions; see plan."""
        return tuple(self.plan(edition) for edition in self.titles)

    def plan(self, edition: NamedNode) -> StoredPlan:
        """One of the plans.

        Raises InputError for one that no draft can hold (an unknown kind of item, say).
        """
        stored = _stored(self._index, edition, self.path, outline_kinds=self.outline_kinds)
        return replace(stored, draft=self.draft) if self.draft is not None else stored

    @cached_property
    def _index(self) -> Statements:
        return Statements(self.statements, str(self.path))

    def about(self, plan: StoredPlan) -> tuple[Statement, ...]:
        """The statements about a plan, its items and all else below its IRI, in their order."""
        nodes = set(plan.names.values())
        below = f"{plan.edition.value}/"
        nodes |= {
            subject
            for subject, _, _ in self.statements
            if isinstance(subject, NamedNode) and subject.value.startswith(below)
        }
        known = self._with_blanks(nodes)
        return tuple(statement for statement in self.statements if statement[0] in known)

    def _with_blanks(self, nodes: set[Node]) -> set[Node]:
        """The nodes and the blank ones that they lead to."""
        ahead = list(nodes)
        while ahead:
            for value in self._index.blank(ahead.pop()):
                if value not in nodes:
                    nodes.add(value)
                    ahead.append(value)
        return nodes

    @cached_property
    def others(self) -> tuple[Statement, ...]:
        """What the drafts do not say again: reviews, links, statements added by hand."""
        return _unsaid(self.statements, self.plans)


def read_plans(path: Path, *, outline_kinds: bool = False) -> StoredFile:
    """The plans of a Turtle file, or of any RDF that is read.

    outline_kinds: headings and units of the State's outlines, which no importer gives, are taken
    for groups and measures; only for plans that are compared and not written again.

    Raises InputError for what is no RDF, or has a year that is no number and the like.
    """
    statements = tuple(read_rdf(path))
    index = Index()
    check_values(path, index, index.number_all(statements))
    return StoredFile(path, statements, outline_kinds=outline_kinds)


def from_draft(path: Path, draft: PlanDraft) -> StoredFile:
    """A plan that was just imported, as if it had been written and read."""
    return StoredFile(path, tuple(triples(draft)), draft)


def _stored(
    index: Statements, edition: NamedNode, path: Path, *, outline_kinds: bool
) -> StoredPlan:
    nodes = PlanNodes(index, edition, path.name, _sha256(path), outline_kinds=outline_kinds)
    draft = nodes.draft()
    plan = StoredPlan(edition, draft, {})
    written = edition_iri(draft, plan.base).value
    series = written.rpartition("/")[0]
    names: dict[str, Node] = {f"{written}/{path}": node for path, node in nodes.paths.items()}
    names[written] = edition
    above = {series: nodes.series, series.rpartition("/")[0]: nodes.publisher}
    names |= {iri: node for iri, node in above.items() if node is not None}
    made = (s for s, p, o in triples(draft, plan.base) if p == TYPE and o == aln("Department"))
    names |= {str(iri.value): node for iri, node in zip(made, nodes.departments, strict=False)}
    return StoredPlan(edition, draft, names)


def _sha256(path: Path) -> str:
    """The hash of a file by hand, which names no document that it was imported from."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if is_file(path) else ""


_Value = Term | frozenset[tuple[NamedNode, Term]]
_Key = tuple[Node, NamedNode, _Value]


def _unsaid(statements: Sequence[Statement], plans: Iterable[StoredPlan]) -> tuple[Statement, ...]:
    said: set[_Key] = set()
    for plan in plans:
        renamed = [_rename(s, plan.names) for s in triples(plan.draft, plan.base)]
        said.update(_keys(renamed))
    keys = list(_keys(statements))
    places = {
        value
        for (_, _, value), key in zip(statements, keys, strict=True)
        if isinstance(value, BlankNode) and key in said
    }
    return tuple(
        statement
        for statement, key in zip(statements, keys, strict=True)
        if key not in said and statement[0] not in places
    )


def _rename(statement: Statement, names: Mapping[str, Node]) -> Statement:
    subject, predicate, value = statement
    if isinstance(subject, NamedNode):
        subject = names.get(subject.value, subject)
    if isinstance(value, NamedNode):
        value = names.get(value.value, value)
    return subject, predicate, value


def _keys(statements: Sequence[Statement]) -> Iterator[_Key]:
    """Each statement with what a blank value says in its place, since its name means nothing."""
    about: dict[Node, set[tuple[NamedNode, Term]]] = {}
    for subject, predicate, value in statements:
        if isinstance(subject, BlankNode):
            about.setdefault(subject, set()).add((predicate, value))
    for subject, predicate, value in statements:
        known = about.get(value) if isinstance(value, BlankNode) else None
        yield subject, predicate, value if known is None else frozenset(known)
