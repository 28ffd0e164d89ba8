"""Prologue, terms, paths and triple patterns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import count

from pyoxigraph import Literal, NamedNode

from alignchecker.model.names import RDF, XSD
from alignchecker.sparql.algebra import Either, Inverse, Path, Pattern, Repeat, Slot, Steps, Var
from alignchecker.sparql.errors import QueryError, Unsupported
from alignchecker.sparql.tokens import Token, tokens
from alignchecker.triples.terms import Term

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CHARACTERS = {
    "t": "\t",
    "b": "\b",
    "n": "\n",
    "r": "\r",
    "f": "\f",
    '"': '"',
    "'": "'",
    "\\": "\\",
}
_REPEATS = {"*": (True, True), "+": (False, True), "?": (True, False)}


class PatternParser:
    """Reads tokens one by one, looking one ahead."""

    def __init__(self, text: str, prefixes: dict[str, str]) -> None:
        self._tokens = iter(tokens(text))
        self.token: Token = next(self._tokens)
        self._prefixes = prefixes
        self._fresh = count()

    def advance(self) -> str:
        """Goes on to the next token; gives the text of the one left behind."""
        text = self.token.text
        self.token = next(self._tokens, self.token)
        return text

    def takes(self, text: str) -> bool:
        """Goes on if the token is a word (in any case) or a sign."""
        found = self.token.text == text or (
            self.token.kind == "word" and self.token.text.upper() == text
        )
        if found:
            self.advance()
        return found

    def needs(self, text: str) -> None:
        """Goes on if the token is a word or a sign. Raises QueryError otherwise."""
        if not self.takes(text):
            raise self.error(text)

    def error(self, expected: str) -> QueryError:
        """The error of finding something else than what was expected."""
        return QueryError(
            f"expected {expected}, found {self.token.text!r} at character {self.token.place}"
        )

    def refuse(self, words: Collection[str]) -> None:
        """Raises Unsupported at one of some key words."""
        if self.token.kind == "word" and self.token.text.upper() in words:
            raise Unsupported(self.token.text.upper())

    def prologue(self) -> None:
        """PREFIX declarations."""
        while self.takes("PREFIX"):
            prefix = self.advance().removesuffix(":")
            self._prefixes[prefix] = self._iri(self.advance())
        self.refuse({"BASE"})

    def variable(self) -> Var:
        """A variable; ?x and $x are one."""
        if self.token.kind != "variable":
            raise self.error("a variable")
        return Var(self.advance()[1:])

    def term(self) -> Term:
        """An IRI or a literal."""
        token = self.token
        if token.kind in {"iri", "name"}:
            return self._named_node()
        if token.kind == "string":
            return self._string()
        if token.text.lower() in {"true", "false"}:
            return Literal(self.advance().lower() == "true")
        sign = self.advance() if token.text in {"+", "-"} else ""
        if self.token.kind == "number":
            return _number(sign.replace("+", "") + self.advance())
        raise self.error("a term")

    def _named_node(self) -> NamedNode:
        kind, text = self.token.kind, self.advance()
        if kind == "iri":
            return NamedNode(self._iri(text))
        prefix, _, local = text.partition(":")
        if prefix not in self._prefixes:
            raise QueryError(f"the prefix {prefix}: is not declared")
        return NamedNode(self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local))

    @staticmethod
    def _iri(text: str) -> str:
        iri = text[1:-1]
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri):
            raise Unsupported(f"the relative IRI {text}")
        return iri

    def _string(self) -> Literal:
        text = self.advance()
        quotes = 3 if len(text) >= 6 and text[:3] == text[0] * 3 else 1
        value = _ESCAPE.sub(_character, text[quotes:-quotes])
        if self.token.kind == "language":
            return Literal(value, language=self.advance()[1:].lower())
        if self.takes("^^"):
            return Literal(value, datatype=self._named_node())
        return Literal(value)

    def triples(self) -> Iterator[Pattern]:
        """A subject with all its predicates and objects."""
        subject, inner = self._slot()
        yield from inner
        if self.token.text in {".", "}"} and inner:
            return
        yield from self._properties(subject)

    def _properties(self, subject: Slot) -> Iterator[Pattern]:
        while True:
            path = self._verb()
            while True:
                value, inner = self._slot()
                yield from self._along(subject, path, value)
                yield from inner
                if not self.takes(","):
                    break
            if not self.takes(";"):
                return
            while self.takes(";"):
                pass
            if not self._begins_a_verb():
                return

    def _begins_a_verb(self) -> bool:
        token = self.token
        is_word = token.kind == "word"
        return token.text in {"a", "^", "(", "!"} or (
            token.kind in {"iri", "name", "variable"} and not is_word
        )

    def _slot(self) -> tuple[Slot, list[Pattern]]:
        if self.token.kind == "variable":
            return self.variable(), []
        if self.token.kind == "blank":
            return Var("." + self.advance()), []
        if self.takes("["):
            node = self._fresh_variable()
            inner = [] if self.token.text == "]" else list(self._properties(node))
            self.needs("]")
            return node, inner
        if self.token.text == "(":
            raise Unsupported("a list")
        return self.term(), []

    def _fresh_variable(self) -> Var:
        return Var(f".{next(self._fresh)}")

    def _along(self, subject: Slot, path: Path, value: Slot) -> Iterator[Pattern]:
        """The patterns that a path stands for: a variable of its own between two steps."""
        if isinstance(path, Inverse):
            yield from self._along(value, path.path, subject)
        elif isinstance(path, Steps):
            for step in path.paths[:-1]:
                between = self._fresh_variable()
                yield from self._along(subject, step, between)
                subject = between
            yield from self._along(subject, path.paths[-1], value)
        else:
            yield Pattern(subject, path, value)

    def _verb(self) -> Path:
        if self.token.kind == "variable":
            raise Unsupported("a variable as predicate")
        return self.path()

    def path(self) -> Path:
        """A property path."""
        paths = [self._steps()]
        while self.takes("|"):
            paths.append(self._steps())
        return paths[0] if len(paths) == 1 else Either(tuple(paths))

    def _steps(self) -> Path:
        paths = [self._inverse()]
        while self.takes("/"):
            paths.append(self._inverse())
        return paths[0] if len(paths) == 1 else Steps(tuple(paths))

    def _inverse(self) -> Path:
        if self.takes("^"):
            return Inverse(self._repeated())
        return self._repeated()

    def _repeated(self) -> Path:
        path = self._step()
        if self.token.text in _REPEATS:
            from_none, to_many = _REPEATS[self.advance()]
            return Repeat(path, from_none=from_none, to_many=to_many)
        return path

    def _step(self) -> Path:
        if self.takes("("):
            inner = self.path()
            self.needs(")")
            return inner
        if self.token.text == "!":
            raise Unsupported("a negated property set")
        if self.token.kind == "word" and self.token.text == "a":
            self.advance()
            return NamedNode(RDF + "type")
        if self.token.kind in {"iri", "name"}:
            return self._named_node()
        raise self.error("a predicate")


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    if match[3] not in _CHARACTERS:
        raise QueryError(f"{match[0]!r} is no escape")
    return _CHARACTERS[match[3]]


def _number(text: str) -> Literal:
    kind = "double" if "e" in text.lower() else "decimal" if "." in text else "integer"
    return Literal(text, datatype=NamedNode(XSD + kind))
