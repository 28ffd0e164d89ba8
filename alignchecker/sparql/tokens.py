"""A query's text -> its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignchecker.sparql.errors import QueryError

_TOKEN = re.compile(
    r"""(?P<space>(?:\s+|\#[^\r\n]*)+)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<variable>[?$][\w·̀-ͯ‿-⁀]+)
    |(?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)
    |(?P<blank>_:[\w.-]*\w)
    |(?P<name>(?:[^\W\d_](?:[\w·̀-ͯ‿-⁀.-]*[\w·̀-ͯ‿-⁀-])?)?:
      (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])
       (?:(?:[\w·̀-ͯ‿-⁀.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*
          (?:[\w·̀-ͯ‿-⁀:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]))?)?)
    |(?P<word>[A-Za-z_]+[0-9]*)
    |(?P<sign>\^\^|&&|\|\||!=|<=|>=|[{}()\[\].;,=<>!|/^*+?-])""",
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """kind: name of the group of the pattern that matched, "end" behind the last one."""

    kind: str
    text: str
    place: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, without white space and comments, an "end" behind them.

    Raises QueryError at a character that begins none.
    """
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise QueryError(f"{text[place : place + 20]!r} at character {place}")
        kind = match.lastgroup or ""
        if kind != "space":
            yield Token(kind, match[0], place)
        place = match.end()
    yield Token("end", "", place)
