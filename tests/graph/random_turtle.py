"""Writes well-formed Turtle and TriG with all the oddities that the grammar allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import TypeVar

_T = TypeVar("_T")
EX = "https://example.jp/"
NUMBER = EX + "number"
"""A property of blank nodes, with another value for each."""

_SPACES = ["", "", " ", "\n", "\r\n", "\r", "\t", "\n\n \r\n", "# 注 ' \" [ ( <x> . \\\n", "#\r\n"]
_NAMESPACES = [EX, "https://example.jp/other#", "https://example.jp/\\u68ee/", "../up/", "#"]
_PREFIXES = ["", "ex", "e.x-2", "森", "prefix", "graph", "base"]
_LOCAL_NAMES = [
    "", "a", "a1", "1a", "a.b", "a..b", "a\\,b", "\\~a", "a:b", ":", "%41b", "森.林", "_", "a-",
    "x\\(y", "e0", "a.1",
]  # fmt: skip
_IRIS = [
    EX + "a", EX + "a,b", "a", "", "#a", "../a", "deep/a.b", EX + "\\u0061", EX + "\\U000068EE",
    EX + "#'(", "urn:x:y.z",
]  # fmt: skip
_NUMBERS = ["1", "-1", "+01", "1.5", "-.5", "1.e0", "1E-3", "+1.5e3", "true", "false"]
_SHORT = ["", "x", " . ", "\\\\", "\\n", "\\u68ee", "# <a>", "森", "[", ")", "''' ", "\\'"]
_LONG = ["\n", "\r\n", "\r", "x", '\\"', "\\\\", "# <a> .", "\nex:a a ex:b .", "\u2028", "]", "\\'"]
_DATATYPES = ["", "", "@ja", "@ja-JP", "^^ex:type", "^^<https://example.jp/type>"]


@dataclass
class Writer:
    """One document; chance decides everything."""

    chance: Random
    numbers: Iterator[int] = field(default_factory=count)
    prefixes: set[str] = field(default_factory=lambda: {"ex"})

    def document(self, *, trig: bool) -> str:
        blocks = [self.triples, self.triples, self.directive]
        if trig:
            blocks += [self.graph, self.graph]
        text = f"@prefix ex: <{EX}> ." + self.gap()
        for _ in range(self.chance.randint(1, 8)):
            text = self.joined(text, self.pick(blocks)(), self.space())
        return text + "\n"

    def directive(self) -> str:
        if self.chance.random() < 0.3:
            iri = self.pick([EX, "deep/", "../", "https://example.jp/x/y"])
            keyword, words = "base", [f"<{iri}>"]
        else:
            keyword, prefix = "prefix", self.pick(_PREFIXES)
            self.prefixes.add(prefix)
            words = [f"{prefix}:", f"<{self.pick(_NAMESPACES)}>"]
        if self.chance.random() < 0.5:
            return self.joined("@" + keyword, *words, ".")
        return self.joined(self.pick([keyword, keyword.upper(), keyword.title()]), *words)

    def graph(self) -> str:
        label = self.pick([self.name(), "_:" + self.label(), "[]", "[ ]"])
        head = self.pick(["", label, self.joined(self.pick(["GRAPH", "graph"]), label)])
        body = self.joined(*(self.triples() for _ in range(self.chance.randint(0, 3))))
        if body and self.chance.random() < 0.5:
            body = body.removesuffix(".")
        return self.joined(head, "{", body, "}")

    def triples(self) -> str:
        kind = self.chance.randrange(8)
        if kind == 0:
            subject = self.nameless()
            if self.chance.random() < 0.4:
                return self.joined(subject, ".")
        elif kind == 1:
            subject = self.pick(["[]", f"[{self.space()}]", f"({self.space()})", self.list(2)])
        elif kind == 2:
            subject = "_:" + self.label()
        else:
            subject = self.name()
        return self.joined(subject, self.properties(2), ".")

    def properties(self, depth: int) -> str:
        parts: list[str] = []
        for _ in range(self.chance.randint(1, 2)):
            verb = self.pick(["a", self.name()])
            parts += [verb, self.value(depth)]
            for _ in range(self.chance.choice([0, 0, 1, 2])):
                parts += [",", self.value(depth)]
            parts += [";"] * self.chance.choice([1, 1, 2])
        while self.chance.random() < 0.8 and parts[-1] == ";":
            parts.pop()
        return self.joined(*parts)

    def value(self, depth: int) -> str:
        kinds: list[Callable[[], str]] = [self.name, self.string, lambda: self.pick(_NUMBERS)]
        kinds += [lambda: "_:" + self.label(), lambda: f"[{self.space()}]"]
        if depth:
            kinds += [lambda: self.nameless(depth - 1), lambda: self.list(depth - 1)]
        return self.pick(kinds)()

    def nameless(self, depth: int = 1) -> str:
        """Properties in brackets; one of them tells the node from all others."""
        number = f"<{NUMBER}>{self.gap()}{next(self.numbers)}"
        more = [";", self.properties(depth)] if self.chance.random() < 0.5 else []
        return self.joined("[", number, *more, "]")

    def list(self, depth: int) -> str:
        items = [self.value(depth) for _ in range(self.chance.randint(1, 3))]
        return self.joined("(", *items, ")")

    def name(self) -> str:
        if self.chance.random() < 0.4:
            return f"<{self.pick(_IRIS)}>"
        return f"{self.pick(sorted(self.prefixes))}:{self.pick(_LOCAL_NAMES)}"

    def label(self) -> str:
        return self.pick(["b", "1", "a.b", "_", "森-"])

    def string(self) -> str:
        quote = self.pick("\"'")
        if self.chance.random() < 0.5:
            pieces = [*_LONG, quote + "x", quote * 2 + "x"]
            inner = "".join(self.pick(pieces) for _ in range(self.chance.randint(0, 4)))
            written = quote * 3 + inner + quote * 3
        else:
            pieces = [piece for piece in _SHORT if quote not in piece.replace("\\'", "")]
            inner = "".join(self.pick(pieces) for _ in range(self.chance.randint(0, 3)))
            written = quote + inner + quote
        return written + self.pick(_DATATYPES)

    def joined(self, *parts: str) -> str:
        """Tokens with space between them where they would run together, elsewhere perhaps."""
        text = ""
        for part in filter(None, parts):
            last, first = text[-1:], part[0]
            apart = last in "<>\"'[]{}(),; \t\r\n" or first in "<\"'[]{}(),; \t\r\n."
            text += self.space() if apart and (last != first or last not in "\"'") else self.gap()
            text += part
        return text

    def space(self) -> str:
        return self.pick(_SPACES)

    def gap(self) -> str:
        return self.pick([" ", "\n", "\r\n", "\r"]) + self.space()

    def pick(self, options: Sequence[_T]) -> _T:
        return options[self.chance.randrange(len(options))]
