"""Expressions: operators by their strength, functions, EXISTS and IN."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from pyoxigraph import NamedNode

from alignchecker.model.names import XSD
from alignchecker.sparql.algebra import Call, Constant, Exists, Expression
from alignchecker.sparql.errors import QueryError, Unsupported
from alignchecker.sparql.functions import CASTS, FUNCTIONS
from alignchecker.sparql.pattern_parser import PatternParser

_STRENGTHS: Sequence[Sequence[str]] = (
    ("||",),
    ("&&",),
    ("=", "!=", "<", ">", "<=", ">="),
    ("+", "-"),
    ("*", "/"),
)
"""Binary operators, the weakest first. Of comparisons one may stand at a place."""
_COMPARISONS = 2
_SPECIAL = {"BOUND", "COALESCE", "IF", "SAMETERM"}


class ExpressionParser(PatternParser):
    """Expressions over terms and variables."""

    @abstractmethod
    def exists(self) -> Exists:
        """The group of an EXISTS."""

    def constraint(self) -> Expression:
        """What a FILTER can have behind it: brackets, a function or EXISTS."""
        if self.token.text != "(" and self.token.kind not in {"word", "name", "iri"}:
            raise self.error("a condition in brackets")
        return self._primary()

    def expression(self) -> Expression:
        """An expression of any kind."""
        return self._binary(0)

    def _binary(self, strength: int) -> Expression:
        if strength == len(_STRENGTHS):
            return self._unary()
        left = self._binary(strength + 1)
        while True:
            operator = next((o for o in _STRENGTHS[strength] if self.token.text == o), None)
            if operator is not None:
                self.advance()
                left = Call(operator, (left, self._binary(strength + 1)))
            elif strength == _COMPARISONS and (membership := self._membership(left)):
                left = membership
            else:
                return left
            if strength == _COMPARISONS:
                return left

    def _membership(self, left: Expression) -> Expression | None:
        negated = self.takes("NOT")
        if not self.takes("IN"):
            if negated:
                raise self.error("IN")
            return None
        found = Call("IN", (left, *self._arguments()))
        return Call("!", (found,)) if negated else found

    def _unary(self) -> Expression:
        if self.takes("!"):
            return Call("!", (self._unary(),))
        if self.takes("-"):
            return Call("NEGATE", (self._unary(),))
        self.takes("+")
        return self._primary()

    def _primary(self) -> Expression:
        if self.takes("("):
            inner = self.expression()
            self.needs(")")
            return inner
        if self.token.kind == "variable":
            return self.variable()
        if self.token.kind == "word" and self.token.text.lower() not in {"true", "false"}:
            return self._named()
        term = self.term()
        if self.token.text == "(" and isinstance(term, NamedNode):
            return self._cast(term)
        return Constant(term)

    def _named(self) -> Expression:
        if self.takes("EXISTS"):
            return self.exists()
        if self.takes("NOT"):
            self.needs("EXISTS")
            return Call("!", (self.exists(),))
        return self._function()

    def _function(self) -> Expression:
        name = self.token.text.upper()
        self.advance()
        if name not in FUNCTIONS and name not in _SPECIAL:
            if self.token.text == "(":
                raise Unsupported(f"the function {name}")
            raise QueryError(f"{name} is no expression")
        arguments = self._arguments()
        if name in FUNCTIONS and len(arguments) not in FUNCTIONS[name].counts:
            raise QueryError(f"{name} with {len(arguments)} arguments")
        return Call(name, arguments)

    def _cast(self, datatype: NamedNode) -> Expression:
        if datatype.value not in CASTS:
            raise Unsupported(f"the function <{datatype.value}>")
        return Call("xsd:" + datatype.value.removeprefix(XSD), self._arguments())

    def _arguments(self) -> tuple[Expression, ...]:
        self.needs("(")
        arguments: list[Expression] = []
        while not self.takes(")"):
            if arguments:
                self.needs(",")
            arguments.append(self.expression())
        return tuple(arguments)
