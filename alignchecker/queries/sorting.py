"""The order of rows: one where a query asks for none, and one that Oxigraph survives.

Oxigraph compares a number with a text that looks like one in a way that is no order, likewise times
with and without a zone, and durations; a sort that notices ends the process. SPARQL leaves the
order of such values open (section 15.1), so here they are sorted by group first: texts, durations
(by their letters), times by kind and by whether they have a zone, numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignchecker.model.names import XSD
from alignchecker.queries.asked import CLOSING, OPENING, Asked, word
from alignchecker.sparql.tokens import Token, tokens

_END = Token("end", "", 0)
_BEHIND = {"LIMIT", "OFFSET", "VALUES"}
"""What may stand behind ORDER BY."""
_TIMES = ("dateTime", "date", "time", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay")
_DURATIONS = ("duration", "yearMonthDuration", "dayTimeDuration")


def _types(names: Sequence[str]) -> str:
    return ", ".join(f"<{XSD}{name}>" for name in names)


_GROUPS = tuple(
    token._replace(place=0)
    for token in tokens(f"""
    IF(isNumeric(?key), "~", IF(DATATYPE(?key) IN ({_types(_TIMES)}),
      CONCAT(STR(DATATYPE(?key)), STR(REGEX(STR(?key), "(Z|[+-][0-9][0-9]:[0-9][0-9])$"))),
      IF(DATATYPE(?key) IN ({_types(_DURATIONS)}), STR(?key), "")))""")
    if token.kind != "end"
)
"""The group of a value, as a text that numbers come last by. What is no literal has none."""


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


def sortable(asked: Asked) -> Asked:
    """The query with each condition in ORDER BY set behind the group that its value is in."""
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
            found += [*_group(key), *key]
            place += len(key)
    return replace(asked, tokens=tuple(found))


def _key(written: Sequence[Token], place: int) -> Sequence[Token]:
    """A condition there: a variable, or what stands in brackets with a word or name before them.
    Empty where there is something else."""
    first = written[place] if place < len(written) else _END
    if first.kind == "variable":
        return (first,)
    opening = place + (first.kind in {"word", "iri"})
    if word(first) in _BEHIND or opening >= len(written) or written[opening].text != "(":
        return ()
    depth = 0
    for number in range(opening, len(written)):
        depth += (written[number].text in OPENING) - (written[number].text in CLOSING)
        if depth == 0:
            return written[place : number + 1]
    return ()


def _group(key: Sequence[Token]) -> list[Token]:
    """The condition that puts values into groups; none for one with a pattern of its own, whose
    blank nodes cannot be written twice."""
    if any(token.text == "{" for token in key):
        return []
    is_directed = word(key[0]) in {"ASC", "DESC"}
    direction = key[0] if is_directed else _added("word", "ASC")
    value = key[1:] if is_directed else key
    asked = [
        token for pattern in _GROUPS for token in (value if pattern.text == "?key" else (pattern,))
    ]
    return [direction, _added("sign", "("), *asked, _added("sign", ")")]


def _tail(written: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """What stands behind the WHERE part, with its places."""
    depth, is_behind = 0, False
    for number, token in enumerate(written):
        if token.text in OPENING:
            depth += 1
        elif token.text in CLOSING:
            depth -= 1
            is_behind = is_behind or (depth == 0 and token.text == "}")
        elif is_behind and depth == 0:
            yield number, token


def _added(kind: str, text: str) -> Token:
    return Token(kind, text, 0)
