"""Random shapes and graphs, as hypothesis strategies, and shapes as rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from alignchecker.graph.dataset import Dataset, Role, SourceFile, Statement
from alignchecker.model.names import RDF, XSD
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.plain_faults import targeted
from alignchecker.rules.plain_rules import Said, plain_rule, renamed

EX = "https://example.org/"
HEADER = f"""
@prefix ex: <{EX}> .
@prefix rdf: <{RDF}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <{XSD}> .
"""
_NODES = [NamedNode(EX + name) for name in "stu"]
_CLASSES = [NamedNode(EX + name) for name in ("A", "B")]
_LITERALS = [
    Literal(1),
    Literal(2),
    Literal(12),
    Literal("1.5", datatype=NamedNode(XSD + "decimal")),
    Literal("1"),
    Literal("b"),
    Literal("第3章"),
    Literal("第3章", language="ja"),
    Literal("chapter", language="en"),
    Literal("Chapter", language="en-GB"),
    Literal("abc", datatype=NamedNode(XSD + "integer")),
    Literal(True),
]
_TYPE = NamedNode(RDF + "type")
_NUMBERS = [Literal(n) for n in range(4)]

TRIPLES = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(_NODES),
            st.sampled_from([NamedNode(EX + name) for name in "pqr"]),
            st.one_of(st.sampled_from(_NODES), st.sampled_from(_LITERALS)),
        ),
        st.tuples(st.sampled_from(_NODES), st.just(_TYPE), st.sampled_from(_CLASSES)),
        # Only numbers, because pySHACL finds an order among things that SPARQL cannot compare.
        st.tuples(
            st.sampled_from(_NODES),
            st.sampled_from([NamedNode(EX + name) for name in "mn"]),
            st.sampled_from(_NUMBERS),
        ),
    ),
    min_size=6,
    max_size=24,
    unique=True,
)

_terms = st.sampled_from([str(t) for t in (*_NODES, *_LITERALS)])
_predicates = st.sampled_from(["ex:p", "ex:q", "ex:r"])
# pySHACL walks the inverse of a sequence in the order of the sequence.
_paths = st.recursive(
    st.one_of(_predicates, _predicates.map(lambda p: f"[ sh:inversePath {p} ]")),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"( {two[0]} {two[1]} )"),
        st.tuples(inner, inner).map(lambda two: f"[ sh:alternativePath ( {two[0]} {two[1]} ) ]"),
        st.tuples(st.sampled_from(["zeroOrMore", "oneOrMore", "zeroOrOne"]), inner).map(
            lambda two: f"[ sh:{two[0]}Path {two[1]} ]"
        ),
    ),
    max_leaves=3,
)
_small = st.integers(0, 3)
_of_values = st.one_of(
    st.sampled_from(["ex:A", "ex:B"]).map(lambda c: f"sh:class {c}"),
    st.sampled_from(["integer", "string", "decimal", "boolean"]).map(
        lambda t: f"sh:datatype xsd:{t}"
    ),
    st.just("sh:datatype rdf:langString"),
    st.sampled_from(
        ["IRI", "Literal", "BlankNode", "BlankNodeOrIRI", "IRIOrLiteral", "BlankNodeOrLiteral"]
    ).map(lambda k: f"sh:nodeKind sh:{k}"),
    st.tuples(
        st.sampled_from(["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"]), _small
    ).map(lambda two: f"sh:{two[0]} {two[1]}"),
    _small.map(lambda n: f"sh:minLength {n}"),
    st.integers(0, 22).map(lambda n: f"sh:maxLength {n}"),
    st.sampled_from(["^.$", "[0-9]", "^第", "CHAPTER"]).map(lambda p: f'sh:pattern "{p}"'),
    st.just('sh:pattern "CHAPTER" ; sh:flags "i"'),
    st.sampled_from(['("en")', '("ja" "en-GB")']).map(lambda tags: f"sh:languageIn {tags}"),
    st.lists(_terms, max_size=4, unique=True).map(lambda terms: f"sh:in ( {' '.join(terms)} )"),
    _terms.map(lambda t: f"sh:hasValue {t}"),
    _predicates.map(lambda p: f"sh:disjoint {p}"),
    _predicates.map(lambda p: f"sh:equals {p}"),
)
_of_properties = st.one_of(
    _of_values,
    _of_values,
    _small.map(lambda n: f"sh:minCount {n}"),
    _small.map(lambda n: f"sh:maxCount {n}"),
    st.just("sh:uniqueLang true"),
)


def _shapes(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Shapes that refer to others, as blank nodes."""
    several = st.lists(inner, min_size=1, max_size=3).map(" ".join)
    return st.one_of(
        inner.filter(lambda shape: "sh:path" not in shape.split("[")[1]).map(
            lambda shape: f"[ sh:node {shape} ]"
        ),
        inner.map(lambda shape: f"[ sh:not {shape} ]"),
        st.tuples(st.sampled_from(["and", "or", "xone"]), several).map(
            lambda two: f"[ sh:{two[0]} ( {two[1]} ) ]"
        ),
        st.tuples(_paths, inner).map(lambda two: f"[ sh:path {two[0]} ; sh:not {two[1]} ]"),
        st.tuples(_paths, _predicates, _of_properties).map(
            lambda three: (
                f"[ sh:property [ sh:path {three[0]} ;"
                f" sh:property [ sh:path {three[1]} ; {three[2]} ] ] ]"
            )
        ),
        st.tuples(_paths, inner, _small).map(
            lambda three: (
                f"[ sh:path {three[0]} ; sh:qualifiedValueShape {three[1]} ;"
                f" sh:qualifiedMinCount {three[2]} ]"
            )
        ),
        st.tuples(inner, inner, _predicates).map(
            lambda three: (
                "[ "
                + " ; ".join(
                    f"sh:property [ sh:path {three[2]} ; sh:qualifiedValueShape {shape} ;"
                    " sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMaxCount 1 ]"
                    for shape in three[:2]
                )
                + " ]"
            )
        ),
    )


_property_leaves = st.tuples(_paths, _of_properties).map(
    lambda two: f"[ sh:path {two[0]} ; {two[1]} ]"
)
_leaves = st.one_of(
    _of_values.map(lambda c: f"[ {c} ]"),
    _property_leaves,
    st.sampled_from(["lessThan", "lessThanOrEquals"]).map(
        lambda name: f"[ sh:path ex:m ; sh:{name} ex:n ]"
    ),
    st.sampled_from(["( rdf:type )", "( ex:q )", "()"]).map(
        lambda ignored: (
            f"[ sh:closed true ; sh:ignoredProperties {ignored} ;"
            " sh:property [ sh:path ex:p ; sh:maxCount 2 ] ]"
        )
    ),
    st.sampled_from(["Warning", "Info", "Violation"]).map(
        lambda severity: f"[ sh:path ex:p ; sh:minCount 1 ; sh:severity sh:{severity} ]"
    ),
    st.just("[ sh:deactivated true ; sh:nodeKind sh:Literal ]"),
    st.just(
        '[ sh:sparql [ sh:select "SELECT $this ?value WHERE { $this <https://example.org/p> ?value'
        ' FILTER isIRI(?value) }" ] ]'
    ),
)
SHAPES = st.tuples(
    st.sampled_from(
        ["sh:targetClass ex:A", "sh:targetSubjectsOf ex:p", "sh:targetObjectsOf ex:q",
         "sh:targetNode ex:s", 'sh:targetNode "b"']
    ),
    st.one_of(
        st.lists(_property_leaves, min_size=1, max_size=3).map(
            lambda shapes: "[ " + " ; ".join(f"sh:property {s}" for s in shapes) + " ]"
        ),
        _leaves,
        _shapes(_leaves),
        _shapes(_shapes(_leaves)),
    ),
).map(lambda two: f"ex:Shape {two[0]} ; {two[1][1:-1]} .")  # fmt: skip
"""A targeted shape in Turtle, without prefixes."""


def dataset_of(triples: Sequence[tuple[NamedNode, NamedNode, NamedNode | Literal]]) -> Dataset:
    """Triples as an input."""
    dataset = Dataset()
    dataset.add_file(SourceFile(Path("data.ttl"), Role.INPUT), iter(triples))
    return dataset


def rules_of(turtle: str) -> list[Rule]:
    """The targeted shapes of a text as rules."""
    quads = parse(HEADER + turtle, format=RdfFormat.TURTLE)
    said: list[Statement] = [
        (q.subject, q.predicate, q.object)
        for q in quads
        if not isinstance(q.subject, Triple) and not isinstance(q.object, Triple)
    ]
    roots = targeted(said)
    names = {n: NamedNode(f"urn:x:{n.value}") for n in roots if isinstance(n, BlankNode)}
    statements = tuple(renamed(said, names))  # type: ignore[arg-type]
    texts, rules = Said(statements), list[Rule]()
    for root in roots:
        named = names[root] if isinstance(root, BlankNode) else root
        taken = {rule.id for rule in rules}
        rules.append(plain_rule(named, statements, texts, "own.ttl:1", taken))
    return rules
