"""Where rdflib, and pySHACL with it, is known to answer otherwise than SPARQL says.

Each is a kind of call in a query and a kind of term that it is given; and it counts only where
Oxigraph, as a third voice, says of each result in question what the fast engine says.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, Quad, QuerySolutions, Store, Triple, Variable

from alignchecker.engine.targets import focus_nodes
from alignchecker.sparql.algebra import (
    Bind,
    Call,
    Exists,
    Filter,
    Group,
    Optional,
    Union,
    Var,
    variables,
)
from alignchecker.sparql.query import prepare
from alignchecker.sparql.values import is_number, value_of
from alignchecker.triples.terms import Term

from .comparing import Compared, Key, key
from .patterns import steps

_ORDER = frozenset({"<", ">", "<=", ">="})
_ARITHMETIC = frozenset({"+", "-", "*", "/"})


@dataclass(frozen=True, slots=True)
class Deviation:
    """A way in which rdflib is wrong: of which calls, given which terms."""

    name: str
    calls: frozenset[str]
    of: Callable[[Term], bool]


def _is_no_number(term: Term) -> bool:
    """Whether a term is a literal that stands for no finite number."""
    value = value_of(term)
    is_finite = is_number(value) and math.isfinite(value)  # type: ignore[arg-type]
    return isinstance(term, Literal) and not is_finite


DEVIATIONS = (
    # SPARQL 17.3: "<" of what is neither two numbers, two strings, two booleans nor two dates is
    # an error. rdflib orders such literals as ORDER BY would: by datatype, language and letters.
    Deviation("an order of what has none", _ORDER, _is_no_number),
    # Also an error in SPARQL. rdflib goes round in circles with what is ill-typed, and makes a
    # Decimal of INF; it breaks off the query.
    Deviation("no end of arithmetic", _ARITHMETIC, _is_no_number),
    # SPARQL 17.4.2.5: STR takes a literal or an IRI. rdflib gives the label of a blank node.
    Deviation("the words of a blank node", frozenset({"STR"}), lambda t: isinstance(t, BlankNode)),
)


def deviation(asked: Compared) -> str | None:
    """The name of the deviation that a difference comes from, None for one not known."""
    known = next((d.name for d in DEVIATIONS if _may_concern(d, asked)), None)
    return known if known is not None and _fast_is_right(asked) else None


def _may_concern(deviation: Deviation, asked: Compared) -> bool:
    return any(deviation.of(term) for term in _given(asked, deviation.calls))


def _given(asked: Compared, calls: frozenset[str]) -> Iterator[Term]:
    """Terms that a rule's calls may be given: those of the variables within them."""
    where = prepare(asked.rule.select, asked.rule.prefixes, frozenset({"this"})).where
    names = frozenset[str]().union(*(variables(c) for c in _calls(where) if c.name in calls))
    for bind in _binds(where):
        if bind.variable.name in names:
            names |= variables(bind.expression)
    index = asked.dataset.index
    for step in steps()[asked.rule.id]:
        column = index.column(index.number(step.predicate))
        if isinstance(step.subject, Var) and step.subject.name in names:
            yield from (index.terms[number] for number in column.subjects())
        if isinstance(step.value, Var) and step.value.name in names:
            yield from (index.terms[number] for number in column.backward)


def _parts(part: object) -> Iterator[object]:
    yield part
    match part:
        case Filter(inner) | Exists(inner) | Optional(inner) | Bind(inner, _):
            yield from _parts(inner)
        case Call(_, parts) | Union(parts) | Group(parts):
            for each in parts:
                yield from _parts(each)


def _calls(where: Group) -> Iterator[Call]:
    return (part for part in _parts(where) if isinstance(part, Call))


def _binds(where: Group) -> list[Bind]:
    """The last first: what it is made of may have been made before."""
    return [part for part in _parts(where) if isinstance(part, Bind)][::-1]


def _fast_is_right(asked: Compared) -> bool:
    """Whether Oxigraph sides with the fast engine; where pySHACL broke off, in everything."""
    third = oxigraphs(asked)
    doubtful = asked.fast | third if asked.reference is None else asked.fast ^ asked.reference
    return not doubtful & (asked.fast ^ third)


def oxigraphs(asked: Compared) -> frozenset[Key]:
    """The results that Oxigraph's solutions for each focus node make."""
    index, rule = asked.dataset.index, asked.rule
    store = Store()
    store.extend([Quad(*triple) for triple in asked.dataset.triples()])
    found = set[Key]()
    for number in focus_nodes(index, rule.iri, rule.triples):
        focus = index.terms[number]
        given: dict[Variable, Term | Triple] = {Variable("this"): focus}
        rows = store.query(rule.select, prefixes=dict(rule.prefixes), substitutions=given)
        assert isinstance(rows, QuerySolutions)
        names = {variable.value for variable in rows.variables}
        for row in rows:
            path, value = (row[name] if name in names else None for name in ("path", "value"))
            found.add(key(focus, path, value, rule.severity))
    return frozenset(found)
