"""Where statements begin in Turtle, TriG, N-Triples and N-Quads text.

Reads no terms: regular expressions jump over strings, comments and whole statements, so that only
what begins a statement costs time in Python. Over bytes, because all that gives these formats their
structure is ASCII. Grammar: RDF 1.2 Turtle, section 6.5; RDF 1.2 TriG, section 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What stands at a place."""

    DIRECTIVE = auto()
    """A prefix, base or version, with its full stop if it has one."""
    SUBJECT = auto()
    """What names a subject: an IRI, a prefixed name, the label of a blank node, ``()``."""
    PROPERTIES = auto()
    """From ``[`` (in annotations ``{|``) to the first property of what has no name."""
    ANONYMOUS = auto()
    """``[]``."""
    LIST = auto()
    """The ``)`` of a list that is a subject."""


class Place(NamedTuple):
    """A piece of the text, by its offsets, and the line (from 1) on which it ends."""

    kind: Kind
    start: int
    end: int
    line: int


def _many(*alternatives: str) -> str:
    """As many of the alternatives as come, never given back: no input makes matching slow.

    The last alternative matches nothing. Until Python 3.11.5 a possessive repeat goes on from where
    its last try broke off (python/cpython#106052); entering an alternative puts it back.
    """
    return f"(?:{'|'.join([*alternatives, '(?!)'])})*+"


# Full stops belong to a name only if more of the name follows.
_LABEL = r"[0-9A-Za-z_\x80-\xff-]"
_LABEL_END = rf"{_LABEL}*+" + _many(rf"\.++(?={_LABEL}){_LABEL}++")
_LOCAL = r"[0-9A-Za-z_:%\x80-\xff-]"
_LOCAL_END = _many(rf"{_LOCAL}++", r"\\.", rf"\.++(?={_LOCAL}|\\)")
_PREFIX_END = rf":(?:(?:{_LOCAL}|\\.){_LOCAL_END})?"
_NAMES = (
    r'<[^\x00-\x20<>"{}|^`]*+>',
    rf"_:{_LABEL}{_LABEL_END}",
    rf"[A-Za-z\x80-\xff]{_LABEL_END}(?:{_PREFIX_END})?",
    _PREFIX_END,
)
_STRINGS = (
    r'"""' + _many(r'[^"\\]++', r"\\.", r'"(?!"")') + r'"""',
    r'"(?!"")[^"\\\r\n]*+' + _many(r'\\.[^"\\\r\n]*+') + r'"',
    r"'''" + _many(r"[^'\\]++", r"\\.", r"'(?!'')") + r"'''",
    r"'(?!'')[^'\\\r\n]*+" + _many(r"\\.[^'\\\r\n]*+") + r"'",
)
_NUMBER = r"[+-]?(?:[0-9]*+\.[0-9]++|[0-9]++\.(?=[eE][+-]?[0-9])|[0-9]++)(?:[eE][+-]?[0-9]++)?"
_COMMENT = r"#[^\r\n]*+"
_SPACE = _many(r"[ \t\r\n]++", _COMMENT)
_TOKENS = (*_NAMES, *_STRINGS, _COMMENT, _NUMBER, "@[0-9A-Za-z-]++", "<<", r"\|\}")

_NAME = "|".join(_NAMES)
_NAMELESS = rf"(?P<anonymous>\[{_SPACE}\])|(?P<properties>(?:\[|\{{\|){_SPACE}(?![\[({{]))"
_REST = (
    _many(r"[ \t\r\n;,^()\]>]++", *_TOKENS)
    + rf"(?:(?P<end>[.}}]|\{{(?!\|))|{_NAMELESS}|(?P<tilde>~){_SPACE}(?P<reifier>{_NAME})?)?"
)
_VALUE = rf"{_SPACE}(?:{_LABEL_END}:{_SPACE})?(?:{_NAMES[0]}|{'|'.join(_STRINGS)})"
_DIRECTIVE = (
    rf"@(?:prefix|base|version){_VALUE}{_SPACE}\."
    rf"|(?i:prefix|base|version)(?=[ \t\r\n#<\"']){_VALUE}"
)
_STATEMENT = (
    rf"{_SPACE}(?:(?P<directive>{_DIRECTIVE})|(?P<list>\()(?!{_SPACE}\))|(?![@.])"
    rf"(?:(?i:graph)(?=[ \t\r\n#<\[]){_SPACE})?(?P<subject>{_NAME}|\({_SPACE}\))?{_REST})"
)
_IN_LIST = (
    _many(r"[ \t\r\n;,^\]>]++", *_TOKENS) + rf"(?:(?P<opened>\(++)|(?P<closed>\))|{_NAMELESS})"
)
_at_statement, _in_statement, _in_list = (
    re.compile(pattern.encode("ascii"), re.DOTALL) for pattern in (_STATEMENT, _REST, _IN_LIST)
)

_KINDS = {
    "properties": Kind.PROPERTIES,
    "anonymous": Kind.ANONYMOUS,
    "reifier": Kind.SUBJECT,
}
_Span = tuple[Kind, int, int]


def places(content: bytes) -> Iterator[Place]:
    """Directives, subjects and nodes without a name, in the order of the text.

    content: Turtle, TriG, N-Triples or N-Quads, without a byte order mark. Lines end as editors
    end them: with LF, CR LF or CR. Stops, without raising, where the text is not well-formed.

    >>> [place.kind.name for place in places(b"@prefix : <urn:x> . :a :p [ :q 1.5 ] . [] :p ( ) .")]
    ['DIRECTIVE', 'SUBJECT', 'PROPERTIES', 'ANONYMOUS']
    """
    offset, line = 0, 1
    for kind, start, end in _spans(content):
        line += content.count(b"\n", offset, end) + content.count(b"\r", offset, end)
        line -= content.count(b"\r\n", offset, end)
        offset = end
        yield Place(kind, start, end, line)


def _spans(content: bytes) -> Iterator[_Span]:
    position = 0
    while match := _at_statement.match(content, position):
        # Before an opening brace it is the name of a graph.
        if match["subject"] is not None and match["end"] != b"{":
            yield Kind.SUBJECT, *match.span("subject")
        while match and (met := match.lastgroup) not in {"end", "subject", "directive", None}:
            position = match.end()
            if met == "list":
                position = yield from _list(content, position)
            elif met in _KINDS:
                yield _KINDS[met], *match.span(met)
            match = _in_statement.match(content, position)
        if match and met == "directive":
            yield Kind.DIRECTIVE, *match.span(met)
        elif not match or met != "end":
            return
        position = match.end()


def _list(content: bytes, position: int) -> Generator[_Span, None, int]:
    """From the opening parenthesis of a list that is a subject to where the closing one ends."""
    depth = 1
    while match := _in_list.match(content, position):
        position, met = match.end(), match.lastgroup
        if met == "opened":
            depth += position - match.start("opened")
        elif met == "closed":
            depth -= 1
            if not depth:
                yield Kind.LIST, *match.span(met)
                return position
        elif met in _KINDS:
            yield _KINDS[met], *match.span(met)
    return len(content)
