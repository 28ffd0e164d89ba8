"""From a dataset to a theory: the axioms of the ontology, the statements of the files.

HermiT takes neither dates nor years, and knows no rules; those stay out, and so do annotations
(titles, sources), derived facts and owl:imports: nothing is ever fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from alignchecker.graph.blank import PREFIX as BLANK
from alignchecker.graph.dataset import Dataset, Node, Role, Statement, Term
from alignchecker.model.names import RDF
from alignchecker.reasoning.axioms import TYPE, Axiom, Kind, owl, rdfs
from alignchecker.reasoning.literals import fit, is_taken

_DECLARATIONS = tuple(owl(n) for n in ("Class", "ObjectProperty", "DatatypeProperty"))
_CHARACTERISTICS: Mapping[Term, Kind] = {
    owl("FunctionalProperty"): Kind.FUNCTIONAL,
    owl("InverseFunctionalProperty"): Kind.INVERSE_FUNCTIONAL,
    owl("AsymmetricProperty"): Kind.ASYMMETRIC,
    owl("IrreflexiveProperty"): Kind.OTHER,
    owl("ReflexiveProperty"): Kind.OTHER,
    owl("SymmetricProperty"): Kind.OTHER,
    owl("TransitiveProperty"): Kind.OTHER,
}
_RELATIONS = {
    rdfs("subClassOf"): Kind.SUBCLASS,
    rdfs("domain"): Kind.DOMAIN,
    rdfs("range"): Kind.RANGE,
    owl("disjointWith"): Kind.DISJOINT,
    **dict.fromkeys(
        [rdfs("subPropertyOf"), *map(owl, (
            "equivalentClass", "disjointUnionOf", "complementOf", "unionOf", "intersectionOf",
            "oneOf", "equivalentProperty", "inverseOf", "propertyDisjointWith",
            "propertyChainAxiom", "hasKey",
        ))],
        Kind.OTHER,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theory:
    """All that is examined.

    misfits: statements whose value is text where a thing is due, or the other way round; OWL has
    no such statements, so no reasoner is given them.
    unions: class expression -> the classes of which a member is one.
    inputs: the files that were asked for, as against shipped ones.
    named: file -> the things that it names. Two names in one file are two things, unless some file
    says that they are the same.
    """

    ontology: tuple[Axiom, ...]
    statements: tuple[Axiom, ...]
    misfits: tuple[tuple[Axiom, Axiom], ...]
    declarations: Mapping[Node, tuple[Statement, ...]]
    unions: Mapping[Node, tuple[NamedNode, ...]]
    inputs: frozenset[NamedNode]
    named: Mapping[NamedNode, frozenset[NamedNode]]
    same: Mapping[NamedNode, NamedNode]

    def names(self, among: Iterable[Axiom]) -> Iterator[Triple]:
        """Says of all things of a file that they differ, in as many triples as there are things.

        among: only of the things that some axioms are about.

        owl:AllDifferent makes HermiT compare each with each. A name that a thing can have but one
        of says as much.
        """
        nodes = {node for axiom in among for node in axiom.nodes()}
        for number, graph in enumerate(sorted(self.named, key=str)):
            name = NamedNode(f"urn:x-alignchecker:name:{number}")
            yield Triple(name, TYPE, owl("DatatypeProperty"))
            yield Triple(name, TYPE, owl("FunctionalProperty"))
            for node in sorted(self.named[graph] & nodes, key=str):
                yield Triple(node, name, Literal(self.same.get(node, node).value))

    def differ(self, one: NamedNode, other: NamedNode) -> Axiom | None:
        """That two names of one file mean two things, if they do."""
        if one == other or self.same.get(one, one) == self.same.get(other, other):
            return None
        if not any(one in names and other in names for names in self.named.values()):
            return None
        return Axiom(Kind.DIFFERENT, (one, owl("differentFrom"), other), None)

    def declared(self, axioms: Iterable[Axiom]) -> Iterator[Triple]:
        """What the classes and properties of some axioms are."""
        terms = {term for axiom in axioms for term in axiom.terms()}
        for term in sorted(terms & self.declarations.keys(), key=str):
            yield from (Triple(*statement) for statement in self.declarations[term])


def read_theory(dataset: Dataset) -> Theory:
    """The theory of a dataset, in an order that depends on nothing but its files."""
    said = _in_order(dataset)
    inputs = frozenset(file.graph for file in dataset.files if file.role is Role.INPUT)
    reader = _Reader(said, inputs)
    for statement, graph in said:
        reader.read(statement, graph)
    return reader.theory()


_Said = tuple[Statement, NamedNode]


def _in_order(dataset: Dataset) -> list[_Said]:
    """Statements and their files: inputs before frames before the ontology, each as if sorted."""
    roles = [Role.INPUT, Role.FRAME, Role.ONTOLOGY]
    files = sorted(dataset.files, key=lambda file: (roles.index(file.role), file.graph.value))
    found: list[_Said] = []
    for graph, file in {file.graph: file for file in files}.items():
        said = sorted(dataset.statements_of(file), key=lambda s: tuple(map(str, s)))
        found += ((statement, graph) for statement in said)
    return found


class _Reader:
    """Sorts statements into axioms, each once, whichever files say it."""

    def __init__(self, said: Sequence[_Said], inputs: frozenset[NamedNode]) -> None:
        self.inputs = inputs
        self.about: dict[Node, list[Statement]] = defaultdict(list)
        self.declarations: dict[Node, list[Statement]] = defaultdict(list)
        self.kinds: dict[Term, set[Term]] = defaultdict(set)
        for statement, _ in said:
            subject, predicate, value = statement
            self.about[subject].append(statement)
            if predicate == TYPE and value in _DECLARATIONS:
                self.declarations[subject].append(statement)
                self.kinds[subject].add(value)
        self.axioms: dict[Statement, Axiom] = {}
        self.misfits: dict[Statement, tuple[Axiom, Axiom]] = {}
        self.named: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        self.same: dict[NamedNode, NamedNode] = {}

    def read(self, statement: Statement, graph: NamedNode) -> None:
        """Takes in one statement of a file."""
        predicate = statement[1]
        if predicate == TYPE:
            self._type(statement, graph)
        elif predicate in _RELATIONS:
            self._relation(statement, graph)
        elif predicate in (owl("sameAs"), owl("differentFrom")):
            self._identity(statement, graph)
        elif owl("ObjectProperty") in self.kinds.get(predicate, ()):
            self._value(statement, graph, literal=False)
        elif owl("DatatypeProperty") in self.kinds.get(predicate, ()):
            self._value(statement, graph, literal=True)

    def theory(self) -> Theory:
        axioms = list(self.axioms.values())
        return Theory(
            ontology=tuple(a for a in axioms if not a.is_statement),
            statements=tuple(a for a in axioms if a.is_statement),
            misfits=tuple(self.misfits.values()),
            declarations={n: tuple(dict.fromkeys(d)) for n, d in self.declarations.items()},
            unions={
                node: tuple(self._list(root))
                for node in self.about
                if (root := self._first(node, owl("unionOf"))) is not None
            },
            inputs=self.inputs,
            named={graph: frozenset(nodes) for graph, nodes in self.named.items()},
            same={node: self._meant(node) for node in self.same},
        )

    def _add(self, axiom: Axiom) -> None:
        self.axioms.setdefault(axiom.triple, axiom)
        if axiom.graph is not None:
            self.named[axiom.graph].update(axiom.nodes())

    def _type(self, statement: Statement, graph: NamedNode) -> None:
        subject, _, kind = statement
        if kind in (owl("AllDisjointClasses"), owl("AllDifferent")):
            self._members(subject, kind, graph)
        elif kind in _CHARACTERISTICS:
            if subject in self.kinds:
                self._add(Axiom(_CHARACTERISTICS[kind], statement, graph))
        elif owl("Class") in self.kinds.get(kind, ()):
            self._add(Axiom(Kind.TYPE, statement, graph))

    def _members(self, subject: Node, kind: Term, graph: NamedNode) -> None:
        """All of a list differ: written as pairs, so that an explanation can name the pair."""
        members = list(self._list(self._first(subject, owl("members"), owl("distinctMembers"))))
        disjoint = kind == owl("AllDisjointClasses")
        predicate = owl("disjointWith" if disjoint else "differentFrom")
        for number, one in enumerate(members):
            for other in members[number + 1 :]:
                self._add(
                    Axiom(
                        Kind.DISJOINT if disjoint else Kind.DIFFERENT,
                        (one, predicate, other),
                        graph,
                        self._expression(one) + self._expression(other),
                    )
                )

    def _relation(self, statement: Statement, graph: NamedNode) -> None:
        subject, predicate, value = statement
        inside = isinstance(subject, NamedNode) and subject.value.startswith(BLANK)
        # Parts of an expression come with the axiom that they are part of. What is said of an
        # annotation property has no meaning in OWL.
        if inside and predicate not in (rdfs("subClassOf"), owl("disjointWith")):
            return
        if predicate in (rdfs("domain"), rdfs("range")) and subject not in self.kinds:
            return
        kind, detail = _RELATIONS[predicate], tuple[Term, ...]()
        if kind is Kind.SUBCLASS and not isinstance(value, Literal):
            on = self._first(value, owl("onProperty"))
            filler = self._first(value, owl("allValuesFrom"))
            if on is not None and filler is not None:
                kind, detail = Kind.ONLY, (on, filler)
        more = self._expression(subject) + self._expression(value)
        self._add(Axiom(kind, statement, graph, more, detail))

    def _identity(self, statement: Statement, graph: NamedNode) -> None:
        one, predicate, other = statement
        if not (isinstance(one, NamedNode) and isinstance(other, NamedNode)):
            return
        if predicate == owl("differentFrom"):
            self._add(Axiom(Kind.DIFFERENT, statement, graph))
            return
        self._add(Axiom(Kind.SAME, statement, graph))
        first, second = sorted([self._meant(one), self._meant(other)], key=str)
        for node in (one, other, first, second):
            self.same.setdefault(node, node)
        self.same[second] = first

    def _meant(self, node: NamedNode) -> NamedNode:
        while self.same.get(node, node) != node:
            node = self.same[node]
        return node

    def _value(self, statement: Statement, graph: NamedNode, *, literal: bool) -> None:
        subject, predicate, value = statement
        if literal != isinstance(value, Literal):
            wanted = owl("DatatypeProperty" if literal else "ObjectProperty")
            rule = Axiom(
                Kind.LITERALS if literal else Kind.OBJECTS, (predicate, TYPE, wanted), None
            )
            self.misfits.setdefault(statement, (Axiom(Kind.VALUE, statement, graph), rule))
        elif not isinstance(value, Literal):
            self._add(Axiom(Kind.VALUE, statement, graph))
        elif is_taken(value):
            self._add(Axiom(Kind.VALUE, (subject, predicate, fit(value)), graph, (), (value,)))

    def _first(self, node: Term | None, *predicates: NamedNode) -> Node | None:
        if node is None or isinstance(node, Literal):
            return None
        found = (v for _, p, v in self.about.get(node, ()) if p in predicates)
        return next((v for v in found if not isinstance(v, Literal)), None)

    def _list(self, node: Node | None) -> Iterator[NamedNode]:
        seen = set[Node]()
        while node is not None and node not in seen:
            seen.add(node)
            member = self._first(node, NamedNode(RDF + "first"))
            if isinstance(member, NamedNode):
                yield member
            node = self._first(node, NamedNode(RDF + "rest"))

    def _expression(self, node: Term) -> tuple[Statement, ...]:
        """What a node without a name says, with all that it leads to."""
        found: dict[Statement, None] = {}
        waiting = [node]
        while waiting:
            current = waiting.pop()
            if not isinstance(current, NamedNode) or not current.value.startswith(BLANK):
                continue
            for statement in self.about.get(current, ()):
                if statement not in found:
                    found[statement] = None
                    waiting.append(statement[2])
        return tuple(found)
