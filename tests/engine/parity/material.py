"""What random graphs begin with: the examples of the rules, the fictional city, the data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from alignchecker.graph.dataset import Dataset, Role, SourceFile
from alignchecker.graph.facts import derive, run_facts
from alignchecker.model.names import RDF
from alignchecker.model.resources import resource
from alignchecker.rules.catalogue import Rule, load_catalogue
from alignchecker.triples.terms import Node, Statement, Term
from tests.corpus.golden import CITY
from tests.shapes.running import AS_OF, EXAMPLE

ROOT = Path(__file__).parents[3]
TYPE = NamedNode(RDF + "type")
Graph = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A graph and rules that it may concern, by their ids."""

    graph: Graph
    rules: frozenset[str]


def rules() -> Sequence[Rule]:
    """All shipped rules."""
    return tuple(load_catalogue().rules.values())


@cache
def examples() -> Sequence[Case]:
    """What passes and what fails, of every rule."""
    return [
        Case(read(parse(EXAMPLE + text, format=RdfFormat.TURTLE)), frozenset({rule.id}))
        for rule in rules()
        for text in (rule.failing, rule.passing)
    ]


@cache
def ontology() -> Graph:
    """The ontology, as it is in every dataset."""
    files = sorted(resource("ontology").glob("*.ttl"))
    return tuple(chain(*(read(parse(path=file), f"o{n}") for n, file in enumerate(files))))


@cache
def plans() -> Graph:
    """The fictional city and the data, as one graph."""
    files = sorted([*CITY.rglob("*.ttl"), *(ROOT / "data").rglob("*.ttl")])
    read_files = (
        read(parse(path=file, base_iri="https://example.jp/data/"), f"f{number}")
        for number, file in enumerate(files)
    )
    return tuple(dict.fromkeys(chain(*read_files)))


def read(quads: Iterable[Quad], mark: str = "") -> Graph:
    """Triples with blank nodes named by their order, so that they are called the same each time."""
    names: dict[Term, BlankNode] = {}

    def named(term: Node | Literal) -> Node | Literal:
        if isinstance(term, BlankNode):
            return names.setdefault(term, BlankNode(f"{mark}b{len(names)}"))
        return term

    return tuple(
        (named(quad.subject), quad.predicate, named(quad.object))  # type: ignore[misc]
        for quad in quads
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple)
    )


@cache
def _ties() -> dict[Term, list[int]]:
    """Node -> places of the statements in ``plans`` that it is in."""
    found: dict[Term, list[int]] = {}
    for place, (subject, _, value) in enumerate(plans()):
        found.setdefault(subject, []).append(place)
        if not isinstance(value, Literal):
            found.setdefault(value, []).append(place)
    return found


def excerpt(place: int, size: int) -> Graph:
    """Statements of ``plans`` about a statement's subject and what is near to it."""
    graph = plans()
    subject = graph[place % len(graph)][0]
    waiting: list[Term] = [subject]
    seen, taken = {subject}, dict[int, None]()
    while waiting and len(taken) < size:
        # Of a class or a plan with hundreds of ties some are enough.
        ties = _ties().get(waiting.pop(0), [])[: size // 2]
        taken.update(dict.fromkeys(ties))
        for tie in ties:
            predicate, ends = graph[tie][1], (graph[tie][0], graph[tie][2])
            near = [n for n in ends if n not in seen and not isinstance(n, Literal)]
            if predicate != TYPE:
                seen.update(near)
                waiting += near
    return tuple(graph[place] for place in taken)


@cache
def known_values() -> dict[NamedNode, Sequence[Term]]:
    """Predicate -> values that it has somewhere in the material."""
    found: dict[NamedNode, dict[Term, None]] = {}
    every = chain(*(example.graph for example in examples()))
    for _, predicate, value in chain(with_facts(tuple(dict.fromkeys(every))), ontology()):
        found.setdefault(predicate, {})[value] = None
    return {predicate: list(values)[:40] for predicate, values in found.items()}


def with_facts(graph: Graph) -> Graph:
    """A graph with all that is derived from it."""
    dataset = Dataset()
    dataset.add_file(SourceFile(Path("graph.ttl"), Role.INPUT), graph)
    dataset.add_file(SourceFile(Path("ontology.ttl"), Role.ONTOLOGY), ontology())
    derive(dataset)
    known = _known()
    return (*(t for t in dataset.triples() if t not in known), *run_facts(AS_OF))


@cache
def _known() -> frozenset[Statement]:
    return frozenset(ontology())
