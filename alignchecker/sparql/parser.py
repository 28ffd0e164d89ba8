"""SPARQL text -> algebra: the part of the language that rules and derived facts are written in.

Grammar: SPARQL 1.1 Query Language, section 19.8. What is left out raises ``Unsupported``: variables
as predicates, MINUS, VALUES, SERVICE, GRAPH, sub-SELECT, aggregates, LIMIT and OFFSET.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import NamedNode

from alignchecker.sparql.algebra import (
    Bind,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    Optional,
    Query,
    Slot,
    Union,
    Var,
)
from alignchecker.sparql.errors import QueryError, Unsupported
from alignchecker.sparql.expression_parser import ExpressionParser

_LEFT_OUT = {"MINUS", "VALUES", "SERVICE", "GRAPH", "FROM", "GROUP", "HAVING", "LIMIT", "OFFSET",
             "ASK", "DESCRIBE", "INSERT", "DELETE", "LOAD"}  # fmt: skip


class _Parser(ExpressionParser):
    """Queries and groups; expressions, paths and terms are below it."""

    def query(self) -> Query:
        self.prologue()
        if self.takes("CONSTRUCT"):
            template = self._template()
            self.takes("WHERE")
            return self._end(Query((), distinct=False, where=self.group(), template=template))
        self.needs("SELECT")
        distinct = self.takes("DISTINCT") or self.takes("REDUCED")
        columns = [] if self.takes("*") else self._columns()
        self.takes("WHERE")
        where = self.group()
        order = tuple(self._order())
        return self._end(Query(tuple(columns), distinct=distinct, where=where, order=order))

    def _order(self) -> Iterator[tuple[Expression, bool]]:
        if not self.takes("ORDER"):
            return
        self.needs("BY")
        while self.token.kind != "end":
            self.refuse(_LEFT_OUT)
            descending = self.takes("DESC")
            if not descending:
                self.takes("ASC")
            yield (
                self.variable() if self.token.kind == "variable" else self.constraint(),
                descending,
            )

    def _end(self, query: Query) -> Query:
        self.refuse(_LEFT_OUT)
        if self.token.kind != "end":
            raise self.error("the end of the query")
        return query

    def _columns(self) -> list[tuple[Var, Expression]]:
        columns: list[tuple[Var, Expression]] = []
        while self.token.kind == "variable" or self.token.text == "(":
            if self.takes("("):
                expression = self.expression()
                self.needs("AS")
                columns.append((self.variable(), expression))
                self.needs(")")
            else:
                variable = self.variable()
                columns.append((variable, variable))
        if not columns:
            raise self.error("a variable")
        return columns

    def _template(self) -> tuple[tuple[Slot, Slot, Slot], ...]:
        triples: list[tuple[Slot, Slot, Slot]] = []
        self.needs("{")
        while not self.takes("}"):
            for pattern in self.triples():
                path = pattern.path
                if not isinstance(path, NamedNode):
                    raise Unsupported("a path in a template")
                triples.append((pattern.subject, path, pattern.value))
            self.takes(".")
        return tuple(triples)

    def group(self) -> Group:
        self.needs("{")
        if self.token.text.upper() == "SELECT":
            raise Unsupported("SELECT within a query")
        elements: list[Element] = []
        while not self.takes("}"):
            elements += self._elements()
            self.takes(".")
        return Group(tuple(elements))

    def _elements(self) -> list[Element]:
        self.refuse(_LEFT_OUT)
        if self.takes("FILTER"):
            return [Filter(self.constraint())]
        if self.takes("OPTIONAL"):
            return [Optional(self.group())]
        if self.takes("BIND"):
            self.needs("(")
            expression = self.expression()
            self.needs("AS")
            bind = Bind(expression, self.variable())
            self.needs(")")
            return [bind]
        if self.token.text == "{":
            branches = [self.group()]
            while self.takes("UNION"):
                branches.append(self.group())
            return [Union(tuple(branches))]
        return list(self.triples())

    def exists(self) -> Exists:
        return Exists(self.group())


@lru_cache(maxsize=4096)
def _parse(text: str, prefixes: tuple[tuple[str, str], ...]) -> Query:
    return _Parser(text, dict(prefixes)).query()


def parse(text: str, prefixes: Mapping[str, str]) -> Query:
    """The query that a text is; prefixes beside those that it declares itself.

    Raises QueryError for a text that is no query, Unsupported for one that is not answered here.
    """
    try:
        return _parse(text, tuple(prefixes.items()))
    except RecursionError as error:
        raise QueryError("too deeply nested") from error
