"""Both engines asked of one graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal

from alignchecker.engine.fast import FastEngine
from alignchecker.engine.interface import Evaluation
from alignchecker.engine.pyshacl_engine import PyshaclEngine
from alignchecker.engine.targets import focus_nodes
from alignchecker.graph.dataset import Dataset, Role, SourceFile
from alignchecker.model.names import RDFS, SH
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Rule
from alignchecker.triples.terms import Statement, Term, canonical

from .material import TYPE, Case, Graph, ontology, rules
from .patterns import steps

_GRAPH = SourceFile(Path("graph.ttl"), Role.INPUT)
_ONTOLOGY = SourceFile(Path("ontology.ttl"), Role.ONTOLOGY)
_OWL = "http://www.w3.org/2002/07/owl#"
Key = tuple[str, ...]


@cache
def _asked_for() -> frozenset[str]:
    """Predicates that some rule looks at: what has another one, no result can depend on."""
    aims = (
        o.value
        for rule in rules()
        for s, p, o in rule.triples
        if s == rule.iri and p.value in (SH + "targetSubjectsOf", SH + "targetObjectsOf")
    )
    named = (step.predicate.value for asked in steps().values() for step in asked)
    return frozenset({TYPE.value, RDFS + "subClassOf", *named, *aims})


@cache
def _frame() -> Graph:
    """Of the ontology what rules look at; pySHACL would need longest to take in the rest."""
    return tuple(t for t in _concerned(ontology()) if not str(t[2]).startswith(f"<{_OWL}"))


def _concerned(graph: Iterable[Statement]) -> Iterable[Statement]:
    return (statement for statement in graph if statement[1].value in _asked_for())


@dataclass(frozen=True, slots=True)
class Compared:
    """What both engines gave for a rule. reference: None where it broke off; failure: why.

    left: whether the fast engine left the rule to the other one.
    """

    rule: Rule
    dataset: Dataset
    fast: frozenset[Key]
    reference: frozenset[Key] | None
    failure: str | None
    left: bool


def compared(case: Case) -> Sequence[Compared]:
    """What both engines say to the rules that a case concerns, and to those that find something.

    Raises AssertionError for a rule that fails in the fast engine.
    """
    dataset = Dataset()
    dataset.add_file(_GRAPH, _concerned(case.graph))
    dataset.add_file(_ONTOLOGY, _frame())
    aimed = [
        rule
        for rule in rules()
        if rule.id in case.rules or focus_nodes(dataset.index, rule.iri, rule.triples)
    ]
    found = [
        evaluation
        for evaluation in FastEngine().evaluate(dataset, aimed)
        if evaluation.results or evaluation.failure or evaluation.rule.id in case.rules
    ]
    reference = PyshaclEngine().evaluate(dataset, [evaluation.rule for evaluation in found])
    return [_both(dataset, one, two) for one, two in zip(found, reference, strict=True)]


def _both(dataset: Dataset, fast: Evaluation, reference: Evaluation) -> Compared:
    # What was left to pySHACL fails as pySHACL does.
    assert fast.failure is None or fast.left is not None, (fast.rule.id, fast.failure)
    return Compared(
        fast.rule,
        dataset,
        _keys(fast),
        None if reference.failure is not None else _keys(reference),
        reference.failure,
        fast.left is not None,
    )


def _keys(evaluation: Evaluation) -> frozenset[Key]:
    return frozenset(key(r.focus, r.path, r.value, r.severity) for r in evaluation.results)


def key(focus: Term, path: Term | None, value: Term | None, severity: Severity) -> Key:
    """A result as it is compared; without a value the focus node is the value (SHACL 5.3.1)."""
    return str(focus), _word(path), _word(None if value == focus else value), severity.word


def _word(term: Term | None) -> str:
    return str(canonical(term) if isinstance(term, Literal) else term)
