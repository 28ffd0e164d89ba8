"""Random queries that SPARQL 1.1 allows, over the terms of a dataset, written in many ways."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ALN = "https://w3id.org/alignchecker/ns#"
_VARIABLES = ("?a", "?b", "?c", "?d", "$e")
_UNSTEADY = ("RAND", "NOW", "UUID", "BNODE", "SAMPLE", "GROUP_CONCAT", "LIMIT", "OFFSET", "ORDER")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a dataset speaks of, as IRIs in angle brackets; and some literals as they are written.

    few: properties with few statements, so that paths over them end.
    """

    classes: Sequence[str]
    properties: Sequence[str]
    few: Sequence[str]
    nodes: Sequence[str]
    graphs: Sequence[str]
    literals: Sequence[str]


@dataclass(slots=True)
class Writer:
    """Writes one query after the other, the same ones for the same draws."""

    drawn: random.Random
    terms: Terms

    def query(self) -> str:
        """A query that is to be answered, or to end at a limit."""
        forms: Sequence[Callable[[], str]] = (
            self._select, self._select, self._select, self._grouped, self._ask, self._construct,
            self._describe,
        )  # fmt: skip
        return self._disguised(self.drawn.choice(forms)())

    def _select(self) -> str:
        shown = self.drawn.choice(("*", "?a", "?a ?b", f"?a ({self._value()} AS ?v)"))
        kind = self.drawn.choice(("", "", "DISTINCT ", "REDUCED "))
        return f"SELECT {kind}{shown} {self._source()}{self._where()}{self._end()}"

    def _grouped(self) -> str:
        inner = self.drawn.choice(("*", "?b", "DISTINCT ?b"))
        shown = f"(COUNT({inner}) AS ?n)"
        if self.drawn.random() < 0.5:
            function = self.drawn.choice(("SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"))
            shown += f" ({function}(?b) AS ?m)"
        key = self.drawn.choice((" GROUP BY ?a", " GROUP BY ?a HAVING (COUNT(?b) > 1)", ""))
        names = "?a " if key else ""
        return f"SELECT {names}{shown} {self._where()}{key}{self._end(('?n',))}"

    def _ask(self) -> str:
        return f"ASK {self._source()}{self._group(1)}"

    def _construct(self) -> str:
        made = self.drawn.choice(
            ("?a <urn:made> ?b", "?a ?c ?b . ?b a <urn:Made>", "[] <urn:of> ?a ; <urn:to> ?b")
        )
        return f"CONSTRUCT {{ {made} }} {self._source()}{self._where()}{self._limit()}"

    def _describe(self) -> str:
        if self.drawn.random() < 0.5:
            return f"DESCRIBE {self.drawn.choice(self.terms.nodes)}"
        return f"DESCRIBE ?a {self._where()}{self._limit()}"

    def _source(self) -> str:
        if self.drawn.random() < 0.9:
            return ""
        named = self.drawn.choice(("", "NAMED "))
        return f"FROM {named}{self.drawn.choice(self.terms.graphs)} "

    def _where(self) -> str:
        return self.drawn.choice(("WHERE ", "")) + self._group(2)

    def _group(self, depth: int) -> str:
        parts = [self._triples()]
        more: Sequence[Callable[[int], str]] = (
            self._optional, self._union, self._minus, self._filter, self._bind, self._values,
            self._graph, self._sub, self._exists,
        )  # fmt: skip
        if depth:
            some = self.drawn.sample(more, self.drawn.choice((0, 1, 1, 2)))
            parts += [part(depth - 1) for part in some]
        return "{ " + " ".join(parts) + " }"

    def _triples(self) -> str:
        found = [f"?a {self._property()} ?b ."]
        for _ in range(self.drawn.choice((0, 0, 1, 2))):
            start = self.drawn.choice(("?a", "?b"))
            found.append(self.drawn.choice((
                f"{start} a {self.drawn.choice(self.terms.classes)} .",
                f"{start} {self._property()} {self.drawn.choice(_VARIABLES)} .",
                f"{start} {self._path()} ?c .",
                f"{start} {self._property()} {self.drawn.choice(self.terms.literals)} .",
                f"{start} {self._property()} [ {self._property()} ?d ] .",
                f"{start} {self._property()} ?c ; {self._property()} ?d , $e .",
            )))  # fmt: skip
        return " ".join(found)

    def _property(self) -> str:
        return self.drawn.choice(self.terms.properties)

    def _path(self) -> str:
        one, other = self.drawn.choice(self.terms.few), self.drawn.choice(self.terms.few)
        return self.drawn.choice((
            f"{one}/{other}", f"{one}|{other}", f"^{one}", f"{one}+", f"{one}*", f"{one}?",
            f"({one}/^{other})", f"!({one}|^{other})", f"({one}|{other})+", f"{one} / {other} *",
        ))  # fmt: skip

    def _optional(self, depth: int) -> str:
        return f"OPTIONAL {self._group(depth)}"

    def _union(self, depth: int) -> str:
        return f"{self._group(depth)} UNION {self._group(depth)}"

    def _minus(self, depth: int) -> str:
        return f"MINUS {self._group(depth)}"

    def _filter(self, _: int) -> str:
        return f"FILTER ({self._truth(2)})"

    def _bind(self, _: int) -> str:
        return f"BIND ({self._value()} AS ?z{self.drawn.randrange(10**6)})"

    def _values(self, _: int) -> str:
        some = self.drawn.sample(self.terms.nodes, 3)
        return self.drawn.choice(
            (f"VALUES ?a {{ {' '.join(some)} }}", f"VALUES (?a ?c) {{ ({some[0]} UNDEF) }}")
        )

    def _graph(self, depth: int) -> str:
        name = self.drawn.choice(("?g", self.drawn.choice(self.terms.graphs)))
        return f"GRAPH {name} {self._group(depth)}"

    def _sub(self, depth: int) -> str:
        shown = f"?a (COUNT(*) AS ?n{self.drawn.randrange(10**6)})"
        return f"{{ SELECT {shown} {self._group(depth)} GROUP BY ?a }}"

    def _exists(self, depth: int) -> str:
        return f"FILTER {self.drawn.choice(('', 'NOT '))}EXISTS {self._group(depth)}"

    def _truth(self, depth: int) -> str:
        if depth and self.drawn.random() < 0.3:
            sign = self.drawn.choice(("&&", "||"))
            return f"({self._truth(depth - 1)} {sign} !({self._truth(depth - 1)}))"
        one = self.drawn.choice(("?a", "?b"))
        literal = self.drawn.choice(self.terms.literals)
        return self.drawn.choice((
            f"{one} = {literal}", f"{one} != {literal}", f"{one} < {literal}", f"BOUND({one})",
            f"isIRI({one})", f"isLiteral({one})", f'REGEX(STR({one}), "市|計画", "i")',
            f'CONTAINS(STR({one}), "a")', f'LANG({one}) = "ja"', f'LANGMATCHES(LANG({one}), "*")',
            f"{one} IN ({literal}, {self.drawn.choice(self.terms.nodes)})",
            f"{one} NOT IN ({literal})", f"STRLEN(STR({one})) > 20", f"sameTerm(?a, {one})",
            f"EXISTS {{ {one} {self._property()} ?q }}", f"DATATYPE({one}) = {literal}",
        ))  # fmt: skip

    def _value(self) -> str:
        one, number = self.drawn.choice(("?a", "?b")), self.drawn.randrange(100)
        return self.drawn.choice((
            f"STR({one})", f"STRLEN(STR({one}))", f"({number} + {number} * 2 - 1 / 3.0)",
            f'CONCAT(STR({one}), "-", "x"@ja)', f"IF(isIRI({one}), 1, 0)", f"UCASE(STR({one}))",
            f'REPLACE(STR({one}), "a", "b")', f"SUBSTR(STR({one}), 2, 3)", f"COALESCE({one}, 1)",
            f"STRAFTER(STR({one}), '/')", f"MD5(STR({one}))", f"ENCODE_FOR_URI(STR({one}))",
            f"IRI(CONCAT('urn:', STR({number})))", "NOW()", "RAND()", "BNODE()", "UUID()",
            f"STRDT('{number}', <http://www.w3.org/2001/XMLSchema#integer>)", f"-{number}",
            f"ABS(-{number}.5)", f"YEAR({one})", "true", f"'''it's {number}\\n'''",
        ))  # fmt: skip

    def _end(self, variables: Sequence[str] = ("?a", "?b")) -> str:
        order = ""
        if self.drawn.random() < 0.4:
            one = self.drawn.choice(variables)
            order = self.drawn.choice(
                (f" ORDER BY {one}", f" ORDER BY DESC({one})", f" ORDER BY ASC(STR({one})) {one}")
            )
        return order + self._limit()

    def _limit(self) -> str:
        number = self.drawn.randrange(1, 200)
        return self.drawn.choice((f" LIMIT {number}", f" OFFSET 2 LIMIT {number}", ""))

    def _disguised(self, text: str) -> str:
        """The same query, written oddly."""
        if self.drawn.random() < 0.3:
            text = f"PREFIX aln: <{ALN}>\nPREFIX : <{ALN}> " + text.replace(f"<{ALN}", "aln:\0")
            text = "".join(
                piece.replace(">", "", 1) if number else piece
                for number, piece in enumerate(text.split("\0"))
            )
        if self.drawn.random() < 0.2:
            text = text.replace(" ", self.drawn.choice(("\n", "\t", "  ", " # SERVICE <x>\n")))
        if self.drawn.random() < 0.1:
            text = text.replace("SELECT", "sElEcT").replace("FILTER", "filter")
        if self.drawn.random() < 0.1:
            text = text.replace("SELECT", "\\u0053ELECT").replace("?a", "?\\u0061")
        return text


def is_steady(query: str) -> bool:
    """Whether all engines have to give the same rows."""
    return not any(word in query for word in _UNSTEADY)
