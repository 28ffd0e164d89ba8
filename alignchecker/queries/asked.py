"""A query's text -> what it asks, and the text that an engine gets.

Engines read SPARQL differently where it is written oddly: one that has no tokens of its own takes
the name ``SERVICEx:g`` for ``SERVICE x:g``, and sends a request out. So a query is taken apart into
the tokens of the grammar, what may not be asked is looked for among these, and the engine gets them
written anew: separated, with names as whole IRIs, and without anything that could be read in two
ways.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from alignchecker.model.names import PREFIXES
from alignchecker.queries.errors import QueryRefused
from alignchecker.queries.keywords import FORMS, KEYWORDS, UPDATES
from alignchecker.sparql.errors import QueryError
from alignchecker.sparql.tokens import Token, tokens

MOST_CHARACTERS = 100_000
_DEEPEST = 64
"""Brackets within brackets. Engines follow them by calling themselves, and end with the stack."""
_ESCAPE = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LOCAL_ESCAPE = re.compile(r"\\(.)")
OPENING, CLOSING = frozenset("{(["), frozenset("})]")


@dataclass(frozen=True)
class Asked:
    """A query that may be asked.

    name: of its file, or what else its reader calls it. form: "SELECT", "ASK", "CONSTRUCT" or
    "DESCRIBE". tokens: without prefixes, names as IRIs; each with its place in ``written``.
    """

    name: str
    form: str
    tokens: tuple[Token, ...]
    written: str = ""

    @cached_property
    def text(self) -> str:
        """What an engine gets."""
        return "".join(token.text + self._behind(n) for n, token in enumerate(self.tokens))

    def _behind(self, number: int) -> str:
        """What stands behind a token. Oxigraph takes no space between CONCAT and its bracket."""
        last = len(self.tokens) - 1
        is_call = (
            number < last and word(self.tokens[number]) and self.tokens[number + 1].text == "("
        )
        return "" if is_call or number == last else " "

    def place(self, character: int) -> tuple[int, int]:
        """Line and column, from 1, of what was written for a character of the text; behind its end
        those of the last token.
        """
        end = 0
        for number, token in enumerate(self.tokens):
            end += len(token.text) + len(self._behind(number))
            if character < end:
                break
        return _place(self.written, token.place)

    @property
    def names_graphs(self) -> bool:
        """Whether it speaks of named graphs."""
        return any(word(token) in {"GRAPH", "FROM"} for token in self.tokens)

    @property
    def is_graph(self) -> bool:
        """Whether its answer is made of triples."""
        return self.form in {"CONSTRUCT", "DESCRIBE"}


def read(text: str, name: str, graphs: Collection[str] | None = ()) -> Asked:
    """What a query asks.

    name: of the file, or another name by which its reader knows it. graphs: those that FROM and
    FROM NAMED may name, None for any. Raises QueryRefused for what is no query or may not be asked
    here.
    """
    return _Reader(text, name, graphs).read()


class _Reader:
    """Goes once through the tokens of one query."""

    def __init__(self, text: str, name: str, graphs: Collection[str] | None) -> None:
        self.text, self.name, self.graphs = _unescaped(text), name, graphs
        self.base = ""
        self.prefixes: dict[str, str] = {}

    def read(self) -> Asked:
        found = self._tokens()
        start = self._prologue(found)
        form = word(found[start])
        if form in UPDATES:
            raise self._refused(found[start], *_UPDATE)
        if form not in FORMS:
            raise self._refused(found[start], *_NO_QUERY)
        written = tuple(self._written(token) for token in found[start:-1])
        self._check_services(written)
        self._check_brackets(written)
        self._check_graphs(written)
        return Asked(self.name, form, written, self.text)

    def _tokens(self) -> list[Token]:
        if len(self.text) > MOST_CHARACTERS:
            raise QueryRefused(
                f"問い合わせが長すぎます（{MOST_CHARACTERS:,}字まで）。分けてください。",
                f"The query is too long (at most {MOST_CHARACTERS:,} characters). Divide it.",
                self.name,
            )
        try:
            return list(tokens(self.text))
        except QueryError as error:
            raise QueryRefused(
                f"SPARQL として読めません: {error}。ここの書き方を確かめてください。",
                f"This cannot be read as SPARQL: {error}. Check how it is written there.",
                self.name,
            ) from error

    def _prologue(self, found: Sequence[Token]) -> int:
        """Takes in BASE and PREFIX; gives the place behind them."""
        place = 0
        while (kind := word(found[place])) in {"BASE", "PREFIX"}:
            needed = found[place + 1 : place + (2 if kind == "BASE" else 3)]
            kinds = [token.kind for token in needed]
            if kinds == ["iri"]:
                self.base = self._absolute(needed[0])
            elif kinds == ["name", "iri"] and needed[0].text.find(":") == len(needed[0].text) - 1:
                self.prefixes[needed[0].text[:-1]] = self._absolute(needed[1])
            else:
                raise self._refused(found[place], *_PROLOGUE)
            place += len(needed) + 1
        return place

    def _absolute(self, token: Token) -> str:
        iri = token.text[1:-1]
        if _SCHEME.match(iri) or not self.base:
            return iri
        try:
            return urljoin(self.base, iri)
        except ValueError as error:
            raise self._refused(token, *_PROLOGUE) from error

    def _written(self, token: Token) -> Token:
        """A token as the engine gets it."""
        if token.kind == "iri":
            return token._replace(text=f"<{self._absolute(token)}>")
        if token.kind == "name":
            prefix, _, local = token.text.partition(":")
            if prefix not in self.prefixes:
                raise self._undeclared(token, prefix)
            whole = self.prefixes[prefix] + _LOCAL_ESCAPE.sub(r"\1", local)
            return token._replace(kind="iri", text=f"<{whole}>")
        if token.kind == "word" and token.text.upper() not in KEYWORDS:
            raise self._unknown(token)
        return token

    def _check_services(self, written: Sequence[Token]) -> None:
        for token in written:
            if word(token) == "SERVICE":
                raise self._refused(token, *_SERVICE)

    def _check_brackets(self, written: Sequence[Token]) -> None:
        depth = 0
        for token in written:
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if depth > _DEEPEST:
                raise self._refused(token, *_TOO_DEEP)
            if depth < 0:
                raise self._refused(token, *_UNBALANCED)
        if depth:
            raise self._refused(written[-1], *_UNBALANCED)

    def _check_graphs(self, written: Sequence[Token]) -> None:
        if self.graphs is None:
            return
        for number, token in enumerate(written):
            if word(token) == "FROM":
                behind = written[number + 1 : number + 3]
                named = next((t for t in behind if word(t) != "NAMED"), token)
                if named.kind != "iri" or named.text[1:-1] not in self.graphs:
                    raise self._refused(named, *_OTHER_GRAPH)

    def _refused(self, token: Token, ja: str, en: str) -> QueryRefused:
        return QueryRefused(ja, en, self.name, *_place(self.text, token.place))

    def _undeclared(self, token: Token, prefix: str) -> QueryRefused:
        iri = PREFIXES.get(prefix, "https://…")
        return self._refused(
            token,
            f"接頭辞「{prefix}:」が決められていません。先頭に PREFIX {prefix}: <{iri}> と"
            "書いてください。",
            f"The prefix '{prefix}:' is not declared. Write PREFIX {prefix}: <{iri}> at the top.",
        )

    def _unknown(self, token: Token) -> QueryRefused:
        return self._refused(
            token,
            f"「{token.text}」は SPARQL 1.1 の語ではありません。つづりを確かめてください。",
            f"'{token.text}' is no word of SPARQL 1.1. Check its spelling.",
        )


def _place(text: str, character: int) -> tuple[int, int]:
    """Line and column, from 1."""
    line = text.count("\n", 0, character) + 1
    return line, character - text.rfind("\n", 0, character)


def word(token: Token) -> str:
    """A keyword in capitals; empty for any other token."""
    return token.text.upper() if token.kind == "word" else ""


def _unescaped(text: str) -> str:
    r"""Characters for \u0041 and \U00000041 (section 19.2).

    Those of quotation marks, line ends and the like stay as they are: within a string the engine
    reads them, elsewhere they are no SPARQL.

    >>> _unescaped(r"\u0053ERVICE '\u0027'")
    "SERVICE '\\u0027'"
    """

    def character(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        number = int(digits, 16) if digits else 0
        found = chr(number) if number <= 0x10FFFF else ""
        return found if found.isprintable() and found not in "\"'\\" else match[0]

    return _ESCAPE.sub(character, text)


_UPDATE = (
    "これは更新です。ここでは問い合わせ（SELECT, ASK, CONSTRUCT, DESCRIBE）だけを受け付けます。",
    "This is an update. Only queries are taken here: SELECT, ASK, CONSTRUCT, DESCRIBE.",
)
_NO_QUERY = (
    "問い合わせではありません。SELECT, ASK, CONSTRUCT, DESCRIBE のどれかで始めてください。",
    "This is no query. Begin with SELECT, ASK, CONSTRUCT or DESCRIBE.",
)
_PROLOGUE = (
    "BASE <…> または PREFIX 名: <…> の形で書いてください。",
    "Write BASE <…> or PREFIX name: <…>.",
)
_SERVICE = (
    "SERVICE は使えません。問い合わせがこの計画の外へ送られるためです。"
    "docs/federation.ja.md の方法で、手元の道具から両方に問い合わせてください。",
    "SERVICE is not taken: it would send a request out. Ask both endpoints from a tool of your"
    " own, as docs/federation.md says.",
)
_OTHER_GRAPH = (
    "FROM と FROM NAMED には、読み込んだファイルのグラフだけを書けます。"
    "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } で名前を確かめてください。",
    "FROM and FROM NAMED can only name the graphs of the files that were read."
    " SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists them.",
)
_TOO_DEEP = (
    f"かっこの入れ子が{_DEEPEST}段を超えています。減らしてください。",
    f"There are more than {_DEEPEST} brackets within each other. Use fewer.",
)
_UNBALANCED = (
    "かっこの対応が取れていません。開きと閉じの数を合わせてください。",
    "Brackets do not match. Close each one that is opened.",
)
