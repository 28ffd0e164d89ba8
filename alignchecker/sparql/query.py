"""Queries as they are asked: text in, rows or triples out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from alignchecker.sparql.algebra import Query, Slot, Var, variables
from alignchecker.sparql.evaluation import Evaluation
from alignchecker.sparql.parser import parse
from alignchecker.sparql.scope import check
from alignchecker.sparql.table import UNBOUND, UNIT, Rows, Table
from alignchecker.sparql.values import Number, Value
from alignchecker.triples.index import Index, Numbered

_NOTHING = frozenset[str]()


@lru_cache(maxsize=4096)
def _prepared(text: str, prefixes: tuple[tuple[str, str], ...], given: frozenset[str]) -> Query:
    query = parse(text, dict(prefixes))
    check(query, given)
    return query


def prepare(text: str, prefixes: Mapping[str, str], given: frozenset[str] = _NOTHING) -> Query:
    """A query that can be answered here. given: variables that it is handed values of.

    Raises QueryError for a text that is no query, Unsupported for one that is not answered here.
    """
    return _prepared(text, tuple(prefixes.items()), given)


def solutions(index: Index, query: Query, given: Table = UNIT) -> Table:
    """The rows of a SELECT: a column for each variable that it asks for.

    given: values to begin with. With DISTINCT each row once; without it rows may come more or less
    often than SPARQL says.
    """
    evaluation = Evaluation(index)
    table = evaluation.group(query.where, given, _wanted(query))
    table = _sorted(evaluation, query, table)
    columns: dict[str, Rows] = {}
    for variable, expression in query.columns:
        columns[variable.name] = evaluation.expressions.numbers(expression, table)
    if not query.columns:
        columns = {n: rows for n, rows in table.columns.items() if not n.startswith(".")}
    maybe = frozenset(name for name, rows in columns.items() if UNBOUND in rows)
    found = Table(columns, table.size, maybe)
    return found.distinct() if query.distinct else found


def _wanted(query: Query) -> frozenset[str]:
    """The variables that are asked for outside of the WHERE part."""
    asked = [expression for _, expression in query.columns]
    asked += [expression for expression, _ in query.order]
    slots = [slot for triple in query.template for slot in triple]
    if not asked and not slots:
        return variables(query.where)
    return frozenset[str]().union(*map(variables, [*asked, *slots]))


def _sorted(evaluation: Evaluation, query: Query, table: Table) -> Table:
    """Rows as ORDER BY asks for them (15.1)."""
    for expression, descending in reversed(query.order):
        keys = [_rank(value) for value in evaluation.expressions.values(expression, table)]
        places = sorted(range(table.size), key=keys.__getitem__, reverse=descending)
        table = table.pick(places, {})
    return table


def _rank(value: Value) -> tuple[int, Number, str]:
    """No value before IRIs before literals, numbers by size and before others."""
    if value is None:
        return 0, 0, ""
    if isinstance(value, (int, Decimal, float)):
        return 2, value, ""
    return (3 if isinstance(value, (str, Literal)) else 1), 0, str(value)


def constructed(index: Index, query: Query) -> Sequence[Numbered]:
    """The triples that a CONSTRUCT makes, each once, none about a literal (SPARQL 16.2)."""
    table = Evaluation(index).group(query.where, UNIT, _wanted(query))
    made: dict[Numbered, None] = {}
    for triple in query.template:
        subject, predicate, value = (_column(index, slot, table) for slot in triple)
        made.update(dict.fromkeys(zip(subject, predicate, value, strict=True)))
    return [
        triple
        for triple in made
        if UNBOUND not in triple and not isinstance(index.terms[triple[0]], Literal)
    ]


def _column(index: Index, slot: Slot, table: Table) -> Rows:
    if isinstance(slot, Var):
        return table.columns.get(slot.name) or [UNBOUND] * table.size
    return [index.number(slot)] * table.size
