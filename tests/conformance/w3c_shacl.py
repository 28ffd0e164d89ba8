"""The W3C SHACL test suite: python -m tests.conformance.w3c_shacl FOLDER prints the scores.

FOLDER is data-shapes-test-suite/tests of github.com/w3c/data-shapes, which is not in this
repository. A test passes if the results that an engine gives are those expected: graphs of results
are compared by isomorphism, with the properties that the suite says are compared
(sh:resultMessage only where the expected results have one). Literals are compared in the one form
of the index (4.0 and 4 are one xsd:decimal), ill-formed ones as they are written. Every entry of
every file counts, also one that no manifest includes.
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlparse

import pyshacl
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node as RdfNode

from alignchecker.engine.fast import FastEngine
from alignchecker.graph.dataset import Dataset, Role, SourceFile, Statement, Term
from alignchecker.model.names import RDF, SH
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.plain_faults import targeted
from alignchecker.rules.plain_rules import Said, plain_rule, renamed

from .report_graphs import canonical_literal, compared, graph_of, rewritten, tell

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_SHT = "http://www.w3.org/ns/shacl-test#"
_COMPARED = ("focusNode", "resultPath", "resultSeverity", "sourceConstraintComponent",
             "sourceShape", "value")  # fmt: skip
_IF_EXPECTED = ("sourceConstraint", "resultMessage")
_GRAPHS = ("dataGraph", "shapesGraph")
_FAILURE = URIRef(_SHT + "Failure")


class Failed(Exception):
    """An engine says that the shapes cannot be validated with (sht:Failure)."""


@dataclass(frozen=True, slots=True)
class Case:
    """One test. name: "core/node/and-001". expected: a report in graph, or sht:Failure."""

    name: str
    data: Path
    shapes: Path
    expected: RdfNode
    graph: Graph


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine gave. set_wise: whether no other engine had to help.

    rewritten: whether rdflib read the data, which writes ill-formed literals in its own way ("none"
    of xsd:boolean as "false"): then what is expected is read in the same way.
    """

    report: Graph
    node: RdfNode
    set_wise: bool
    rewritten: bool


def cases(folder: Path) -> list[Case]:
    """The tests of the suite, by name."""
    found = []
    for file in sorted(folder.rglob("*.ttl")):
        graph = graph_of(statements(file))
        for entries in graph.objects(None, URIRef(_MF + "entries")):
            for entry in graph.items(entries):
                action = graph.value(entry, URIRef(_MF + "action"))
                expected = graph.value(entry, URIRef(_MF + "result"))
                assert expected is not None
                files = (graph.value(action, URIRef(_SHT + name)) for name in _GRAPHS)
                data, shapes = map(_path, files)
                name = file.relative_to(folder).with_suffix("").as_posix()
                found.append(Case(name, data, shapes, expected, graph))
    return found


def _path(iri: RdfNode | None) -> Path:
    return Path(unquote(urlparse(str(iri)).path))


@cache
def statements(file: Path) -> tuple[Statement, ...]:
    """What a file says, its blank nodes the same whenever it is asked for."""
    quads = parse(path=str(file), format=RdfFormat.TURTLE, base_iri=file.as_uri())
    return tuple(
        (quad.subject, quad.predicate, quad.object)
        for quad in quads
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple)
    )


@cache
def rdflib_graph(file: Path) -> Graph:
    """A file as rdflib reads it."""
    return Graph().parse(file, format="turtle", publicID=file.as_uri())


def by_pyshacl(case: Case) -> Answer:
    """pySHACL as it comes. Raises Failed."""
    data, shapes = rdflib_graph(case.data), rdflib_graph(case.shapes)
    try:
        _, report, text = pyshacl.validate(data, shacl_graph=shapes, inplace=False)
    # It fails with as many kinds of errors as there are kinds of shapes.
    except Exception as error:
        raise Failed(repr(error)) from error
    if not isinstance(report, Graph):
        raise Failed(str(text))
    (node,) = report.subjects(URIRef(RDF + "type"), URIRef(SH + "ValidationReport"))
    return Answer(report, node, set_wise=False, rewritten=True)


def by_fast(case: Case) -> Answer:
    """The fast engine with its fallback, over the shapes as rules of a user. Raises Failed."""
    dataset = Dataset()
    dataset.add_file(SourceFile(case.data, Role.INPUT), iter(statements(case.data)))
    rules, original = _rules(statements(case.shapes))
    report, node = Graph(), BNode()
    conforms = True
    set_wise = True
    for evaluation in FastEngine().evaluate(dataset, rules):
        if evaluation.failure is not None:
            raise Failed(evaluation.failure)
        set_wise &= evaluation.engine == "fast"
        for result in evaluation.results:
            conforms = False
            tell(report, node, result, original)
    report.add((node, URIRef(SH + "conforms"), Literal(conforms)))
    return Answer(report, node, set_wise, rewritten=False)


def _rules(said: tuple[Statement, ...]) -> tuple[list[Rule], dict[Term, BlankNode]]:
    """The targeted shapes as rules, and what those without a name were called."""
    roots = targeted(said)
    names = {n: NamedNode(f"urn:x-blank:{n.value}") for n in roots if isinstance(n, BlankNode)}
    shapes = tuple(renamed(said, names))  # type: ignore[arg-type]
    texts = Said(shapes)
    rules: list[Rule] = []
    for root in roots:
        named = names[root] if isinstance(root, BlankNode) else root
        rules.append(plain_rule(named, shapes, texts, "suite.ttl", {rule.id for rule in rules}))
    return rules, {named: node for node, named in names.items()}


def passes(case: Case, answer: Answer) -> bool:
    """Whether an engine gave what is expected."""
    if case.expected == _FAILURE:
        return False
    asked = [*_COMPARED, *(name for name in _IF_EXPECTED if _is_expected(case, name))]
    same = rewritten if answer.rewritten else canonical_literal
    expected = compared(case.graph, case.expected, asked, same)
    return isomorphic(expected, compared(answer.report, answer.node, asked, same))


def _is_expected(case: Case, name: str) -> bool:
    results = case.graph.objects(case.expected, URIRef(SH + "result"))
    return any(case.graph.value(result, URIRef(SH + name)) is not None for result in results)


@dataclass(frozen=True, slots=True)
class Score:
    """The names of the tests that an engine passes, and of those that needed no other engine."""

    passed: frozenset[str]
    set_wise: frozenset[str]


ENGINES = {"fast": by_fast, "pyshacl": by_pyshacl}


def score(engine: Callable[[Case], Answer], every: Sequence[Case]) -> Score:
    """How an engine does."""
    passed, set_wise = set(), set()
    for case in every:
        try:
            answer = engine(case)
        except Failed:
            if case.expected == _FAILURE:
                passed.add(case.name)
            continue
        if passes(case, answer):
            passed.add(case.name)
        if answer.set_wise:
            set_wise.add(case.name)
    return Score(frozenset(passed), frozenset(set_wise))


def _lines(folder: Path) -> Iterator[str]:
    every = cases(folder)
    for name, engine in ENGINES.items():
        found = score(engine, every)
        parts = []
        for part in ("core", "sparql"):
            names = {case.name for case in every if case.name.startswith(f"{part}/")}
            parts.append(f"{len(names & found.passed)} of {len(names)} {part}")
        yield f"{name}: {', '.join(parts)}"
        if found.set_wise:
            yield f"  set-wise: {len(found.set_wise)}, of these right: " + str(
                len(found.set_wise & found.passed)
            )
        yield from (f"  fails {c.name}" for c in every if c.name not in found.passed)


def main() -> None:
    """The command."""
    # rdflib and pySHACL tell of each ill-formed literal that the suite has on purpose.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for line in _lines(Path(sys.argv[1]).resolve()):
        print(line)


if __name__ == "__main__":
    main()
