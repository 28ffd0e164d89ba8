"""The order of rows: one where a query asks for none, and one that Oxigraph survives.

Oxigraph compares a number with a text that looks like one in a way that is no order, and a sort
that notices ends the process. SPARQL leaves their order open (section 15.1), so here all that is no
number comes before all that is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignchecker.queries.asked import CLOSING, OPENING, Asked, word
from alignchecker.sparql.tokens import Token


def ordered_by(asked: Asked, variables: Sequence[str]) -> Asked:
    """The query with its rows ordered by all variables, if it is a SELECT that asks for all rows
    in no order: an engine may give them differently each time.

    One that asks for the first few, whichever they are, does not want all of them sorted.
    """
    tail = {word(token): number for number, token in _tail(asked.tokens)}
    if asked.form != "SELECT" or not variables or tail.keys() & {"ORDER", "LIMIT", "OFFSET"}:
        return asked
    place = tail.get("VALUES", len(asked.tokens))
    added = [_added("word", "ORDER"), _added("word", "BY")]
    added += [_added("variable", f"?{name}") for name in variables]
    return replace(asked, tokens=(*asked.tokens[:place], *added, *asked.tokens[place:]))


def numbers_last(asked: Asked) -> Asked:
    """The query with each variable in ORDER BY set behind the question whether it is a number."""
    found: list[Token] = []
    place = 0
    while place < len(asked.tokens):
        words = [word(token) for token in asked.tokens[place : place + 2]]
        if words != ["ORDER", "BY"]:
            found.append(asked.tokens[place])
            place += 1
            continue
        found += asked.tokens[place : place + 2]
        place += 2
        while key := _key(asked.tokens, place):
            found += [*_is_number(key), *key]
            place += len(key)
    return replace(asked, tokens=tuple(found))


def _key(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """A variable there, alone or within ASC() or DESC(); empty where there is something else."""
    if tokens[place : place + 1] and tokens[place].kind == "variable":
        return tokens[place : place + 1]
    several = tokens[place : place + 4]
    kinds = [word(token) or token.text for token in several]
    is_key = len(several) == 4 and several[2].kind == "variable"
    return several if is_key and kinds[0] in {"ASC", "DESC"} and kinds[1::2] == ["(", ")"] else ()


def _is_number(key: Sequence[Token]) -> list[Token]:
    variable = next(token for token in key if token.kind == "variable")
    asked = [_added("word", "isNumeric"), _added("sign", "("), variable, _added("sign", ")")]
    direction = key[0] if word(key[0]) else _added("word", "ASC")
    return [direction, _added("sign", "("), *asked, _added("sign", ")")]


def _tail(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """What stands behind the WHERE part, with its places."""
    depth, is_behind = 0, False
    for number, token in enumerate(tokens):
        if token.text in OPENING:
            depth += 1
        elif token.text in CLOSING:
            depth -= 1
            is_behind = is_behind or (depth == 0 and token.text == "}")
        elif is_behind and depth == 0:
            yield number, token


def _added(kind: str, text: str) -> Token:
    return Token(kind, text, 0)
