"""Random shapes over random graphs: the same results as pySHACL gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from alignchecker.engine.fast import FastEngine
from alignchecker.engine.interface import Evaluation
from alignchecker.engine.pyshacl_engine import PyshaclEngine

from .shapes import SHAPES, TRIPLES, dataset_of, rules_of

_ASKED = Counter[str]()
_Results = set[tuple[str, ...]]
Triples = Sequence[tuple[NamedNode, NamedNode, NamedNode | Literal]]


def told(evaluation: Evaluation) -> _Results:
    """Results as SHACL knows them."""
    return {
        (
            str(result.focus),
            str(result.path),
            str(result.value),
            result.source.component.value,
            result.severity.word,
        )
        for result in evaluation.results
        if result.source is not None
    }


def compare(triples: Triples, shape: str) -> None:
    """Asks both engines; fails where they differ."""
    dataset, rules = dataset_of(triples), rules_of(shape)
    (found,) = FastEngine().evaluate(dataset, rules)
    if found.engine != "fast":
        _ASKED["left"] += 1
        return
    (expected,) = PyshaclEngine().evaluate(dataset, rules)
    assert found.failure is expected.failure is None, shape
    assert told(found) == told(expected), shape
    _ASKED["with results" if found.results else "without"] += 1


@given(TRIPLES, SHAPES)
@settings(max_examples=500, deadline=None)
def test_the_same_results(triples: Triples, shape: str) -> None:
    compare(triples, shape)


COMPONENTS = """
sh:class ex:A | sh:datatype xsd:integer | sh:datatype xsd:string | sh:datatype rdf:langString
sh:nodeKind sh:IRI | sh:nodeKind sh:Literal | sh:nodeKind sh:BlankNodeOrIRI
sh:minCount 2 | sh:maxCount 1 | sh:minInclusive 2 | sh:maxInclusive 2 | sh:minExclusive 2
sh:maxExclusive 2 | sh:minLength 2 | sh:maxLength 2 | sh:pattern "^[a-z]" | sh:languageIn ("en")
sh:pattern "^CH" ; sh:flags "i" | sh:uniqueLang true | sh:in ( 1 2 ex:s "b" ) | sh:hasValue ex:t
sh:equals ex:q | sh:disjoint ex:q | sh:not [ sh:class ex:A ] | sh:node [ sh:nodeKind sh:IRI ]
sh:and ( [ sh:class ex:A ] [ sh:class ex:B ] )
sh:or ( [ sh:class ex:A ] [ sh:datatype xsd:integer ] )
sh:xone ( [ sh:class ex:A ] [ sh:class ex:B ] ) | sh:property [ sh:path ex:q ; sh:maxCount 0 ]
sh:qualifiedValueShape [ sh:class ex:A ] ; sh:qualifiedMinCount 1
sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 1
sh:closed true ; sh:ignoredProperties ( rdf:type )
sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER isLiteral(?value) }" ]
"""


_COMPONENTS = [c.strip() for line in COMPONENTS.split("\n") for c in line.split("|") if c.strip()]


@pytest.mark.parametrize("constraint", _COMPONENTS)
@given(TRIPLES, st.sampled_from(["ex:p", "[ sh:inversePath ex:p ]", "( ex:p ex:q )"]))
@settings(max_examples=20, deadline=None)
def test_each_component_gives_the_same_results(
    constraint: str, triples: Triples, path: str
) -> None:
    shape = f"[ sh:path {path} ; {constraint} ]"
    compare(triples, f"ex:Shape sh:targetSubjectsOf ex:p , ex:q ; sh:property {shape} .")


@given(TRIPLES)
@settings(max_examples=50, deadline=None)
def test_numbers_are_in_the_same_order(triples: Triples) -> None:
    for name in ("lessThan", "lessThanOrEquals"):
        compare(
            triples,
            f"ex:Shape sh:targetSubjectsOf ex:m ; sh:property [ sh:path ex:m ; sh:{name} ex:n ] .",
        )


def test_many_of_them_had_results() -> None:
    """Runs behind the other one: a comparison of nothing with nothing compares little."""
    assert _ASKED["with results"] > 400, _ASKED
    assert _ASKED["left"] < 20, _ASKED
