"""Expressions over a table: a value for each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from alignchecker.sparql.algebra import Call, Constant, Exists, Expression, Var
from alignchecker.sparql.functions import FUNCTIONS, OPERATORS
from alignchecker.sparql.table import UNBOUND, Rows, Table
from alignchecker.sparql.values import Value, equals, term_of, truth, value_of
from alignchecker.triples.index import Index


class _Values(dict[int, Value]):
    """Number of a term -> its value, worked out once."""

    def __init__(self, index: Index) -> None:
        super().__init__({UNBOUND: None})
        self._index = index

    def __missing__(self, number: int) -> Value:
        self[number] = value = value_of(self._index.terms[number])
        return value


class Expressions:
    """Evaluates the expressions of one query."""

    def __init__(self, index: Index, exists: Callable[[Exists, Table], list[bool]]) -> None:
        self._index, self._exists = index, exists
        self._values = _Values(index)

    def conditions(self, condition: Expression, table: Table) -> Sequence[object]:
        """Which rows a FILTER lets through: an error is no yes."""
        values = self.values(condition, table)
        return values if _are_flags(condition) else [truth(value) for value in values]

    def values(self, expression: Expression, table: Table) -> Sequence[Value]:
        """The value of an expression in each row; None for an error."""
        match expression:
            case Var(name):
                rows = table.columns.get(name)
                if rows is None:
                    return [None] * table.size
                return list(map(self._values.__getitem__, rows))
            case Constant(term):
                return [value_of(term)] * table.size
            case Exists():
                return self._exists(expression, table)
            case Call(name, arguments):
                return self._call(name, arguments, table)

    def _call(self, name: str, arguments: Sequence[Expression], table: Table) -> Sequence[Value]:
        if name == "BOUND":
            return [number != UNBOUND for number in self.numbers(arguments[0], table)]
        if name in {"COALESCE", "IF", "SAMETERM"}:
            numbers = self.numbers(Call(name, tuple(arguments)), table)
            return list(map(self._values.__getitem__, numbers))
        if name == "!" and isinstance(arguments[0], Exists):
            return [not there for there in self._exists(arguments[0], table)]
        columns = [self.values(argument, table) for argument in arguments]
        if not columns:
            columns = [[""] * table.size]  # CONCAT() is the empty string
        if name in _WITH_ERRORS:
            return list(map(_WITH_ERRORS[name], *columns))
        apply = OPERATORS[name] if name in OPERATORS else FUNCTIONS[name].apply
        return _applied(apply, columns)

    def numbers(self, expression: Expression, table: Table) -> Rows:
        """The term of an expression in each row as its number."""
        match expression:
            case Var(name):
                return table.columns.get(name) or [UNBOUND] * table.size
            case Constant(term):
                return [self._index.number(term)] * table.size
            case Call("COALESCE", arguments):
                columns = [self.numbers(argument, table) for argument in arguments]
                return [
                    next((number for number in row if number != UNBOUND), UNBOUND)
                    for row in zip(*columns, strict=True)
                ]
            case Call("IF", (condition, yes, no)):
                known = [truth(value) for value in self.values(condition, table)]
                either = zip(known, self.numbers(yes, table), self.numbers(no, table), strict=True)
                return [UNBOUND if k is None else a if k else b for k, a, b in either]
            case Call("SAMETERM", (one, other)):
                pairs = zip(self.numbers(one, table), self.numbers(other, table), strict=True)
                return [
                    UNBOUND if UNBOUND in pair else self._flag(pair[0] == pair[1]) for pair in pairs
                ]
        return [self._number(value) for value in self.values(expression, table)]

    def _flag(self, known: bool) -> int:
        return self._number(known)

    def _number(self, value: Value) -> int:
        term = term_of(value)
        return UNBOUND if term is None else self._index.number(term)


def _applied(apply: Callable[..., Value], columns: Sequence[Sequence[Value]]) -> Sequence[Value]:
    """A function of each row; an error among its arguments is an error.

    With ``is``: to ask terms whether they equal None takes longer than most functions.
    """
    if len(columns) == 1:
        return [None if a is None else apply(a) for a in columns[0]]
    if len(columns) == 2:
        pairs = zip(*columns, strict=True)
        return [None if a is None or b is None else apply(a, b) for a, b in pairs]
    rows = zip(*columns, strict=True)
    return [None if any(v is None for v in row) else apply(*row) for row in rows]


def _or(one: Value, other: Value) -> Value:
    first, second = truth(one), truth(other)
    return True if first or second else None if None in {first, second} else False


def _and(one: Value, other: Value) -> Value:
    first, second = truth(one), truth(other)
    return False if False in {first, second} else None if None in {first, second} else True


_FLAGS = {"||", "&&", "!", "=", "!=", "<", ">", "<=", ">=", "IN", "BOUND", "CONTAINS", "REGEX",
          "STRSTARTS", "STRENDS", "ISIRI", "ISLITERAL"}  # fmt: skip


def _are_flags(condition: Expression) -> bool:
    """Whether an expression gives nothing but yes, no and error."""
    return isinstance(condition, Exists) or (
        isinstance(condition, Call) and condition.name in _FLAGS
    )


def _is_one_of(value: Value, *others: Value) -> bool | None:
    """IN: an error where none is equal and one cannot be compared (17.4.1.9)."""
    unknown = False
    for other in others:
        found = equals(value, other)
        if found:
            return True
        unknown = unknown or found is None
    return None if unknown else False


_WITH_ERRORS: Mapping[str, Callable[..., Value]] = {"||": _or, "&&": _and, "IN": _is_one_of}
"""What can have a value where an argument is an error."""
