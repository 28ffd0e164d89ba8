"""The functions of SPARQL that see one row and no error: names, numbers of arguments, what they do.

SPARQL 1.1 Query Language, section 17.4. None is an error, as an argument never and as a result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from functools import lru_cache
from operator import add, mul, sub

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.model.names import RDF, XSD
from alignchecker.sparql.errors import Unsupported
from alignchecker.sparql.values import (
    Number,
    Value,
    equals,
    is_less,
    is_number,
    paired,
    term_of,
    truth,
)

_STRING = NamedNode(XSD + "string")
_LANG_STRING = NamedNode(RDF + "langString")
_INTEGER = re.compile(r"\s*[+-]?[0-9]+\s*")
# What Python's expressions read otherwise than XPath's.
_OTHER_REGEX = re.compile(r"\\[pPicIC]|-\[|\(\?")
CASTS = {XSD + name for name in ("integer", "decimal", "boolean", "string")}
"""Datatypes that can be called as functions."""


@dataclass(frozen=True, slots=True)
class Function:
    """counts: how many arguments it takes."""

    counts: Collection[int]
    apply: Callable[..., Value]


def text_of(value: Value) -> str | None:
    """The characters of a string, with or without language; None for anything else."""
    if isinstance(value, str):
        return value
    return value.value if isinstance(value, Literal) and value.language is not None else None


def _str(value: Value) -> Value:
    term = term_of(value)
    return None if term is None or isinstance(term, BlankNode) else term.value


def _lang(value: Value) -> Value:
    if isinstance(value, (NamedNode, BlankNode)):
        return None
    return (value.language or "") if isinstance(value, Literal) else ""


def _datatype(value: Value) -> Value:
    term = term_of(value)
    if not isinstance(term, Literal):
        return None
    return _LANG_STRING if term.language is not None else term.datatype


def _lang_matches(tag: Value, wanted: Value) -> Value:
    if not isinstance(tag, str) or not isinstance(wanted, str):
        return None
    if wanted == "*":
        return bool(tag)
    return f"{tag.lower()}-".startswith(f"{wanted.lower()}-")


def _on_texts(test: Callable[[str, str], bool | str]) -> Callable[[Value, Value], Value]:
    """A function of two strings; one with a language goes only with the same or without."""

    def apply(one: Value, other: Value) -> Value:
        first, second = text_of(one), text_of(other)
        if first is None or second is None:
            return None
        languages = [v.language for v in (one, other) if isinstance(v, Literal)]
        if isinstance(other, Literal) and languages != [other.language] * 2:
            return None
        return test(first, second)

    return apply


def _around(pick: Callable[[str, str], str | None]) -> Callable[[Value, Value], Value]:
    """STRBEFORE and STRAFTER: empty and without language where the other is not found."""

    def apply(one: Value, other: Value) -> Value:
        found = _on_texts(lambda a, b: b in a)(one, other)
        if found is None:
            return None
        part = pick(text_of(one) or "", text_of(other) or "")
        return _like(one, part) if found and part is not None else ""

    return apply


def _like(original: Value, text: str) -> Value:
    """A string with the language of another one."""
    is_tagged = isinstance(original, Literal)
    return Literal(text, language=original.language) if is_tagged else text  # type: ignore[union-attr]


def _mapped(change: Callable[[str], str]) -> Callable[[Value], Value]:
    def apply(value: Value) -> Value:
        text = text_of(value)
        return None if text is None else _like(value, change(text))

    return apply


def _strlen(value: Value) -> Value:
    text = text_of(value)
    return None if text is None else len(text)


def _substr(value: Value, start: Value, length: Value = 10**9) -> Value:
    """From the place ``start``, counted from 1; what lies before the first character is empty."""
    text = text_of(value)
    if text is None or type(start) is not int or type(length) is not int:
        return None
    first = max(start, 1)
    return _like(value, text[first - 1 : max(start + length - 1, first - 1)])


def _concat(*values: Value) -> Value:
    texts = [text_of(value) for value in values]
    if None in texts:
        return None
    languages = {value.language if isinstance(value, Literal) else None for value in values}
    joined = "".join(text for text in texts if text is not None)
    language = languages.pop() if len(languages) == 1 else None
    return joined if language is None else Literal(joined, language=language)


@lru_cache(maxsize=256)
def _pattern(text: str, flags: str) -> re.Pattern[str] | None:
    if _OTHER_REGEX.search(text) or set(flags) - set("ism"):
        raise Unsupported(f"the regular expression {text!r}")
    # XPath's $ is the end of the text, Python's also the place before a last line break.
    ended = re.sub(r"(\\.|\[(?:\\.|[^\]\\])*\])|\$", lambda m: m[1] or r"\Z", text)
    known = {"i": re.IGNORECASE, "s": re.DOTALL, "m": re.MULTILINE}
    try:
        return re.compile(
            text if "m" in flags else ended, sum((known[f] for f in set(flags)), re.RegexFlag(0))
        )
    except re.error:
        return None


def _regex(value: Value, pattern: Value, flags: Value = "") -> Value:
    text = text_of(value)
    if text is None or not isinstance(pattern, str) or not isinstance(flags, str):
        return None
    compiled = _pattern(pattern, flags)
    return None if compiled is None else bool(compiled.search(text))


def _replace(value: Value, pattern: Value, by: Value, flags: Value = "") -> Value:
    text = text_of(value)
    if text is None or not all(isinstance(v, str) for v in (pattern, by, flags)):
        return None
    compiled = _pattern(str(pattern), str(flags))
    if compiled is None or compiled.search(""):
        return None
    replacement = re.sub(r"\\(?![$\\])", r"\\\\", str(by))
    replacement = re.sub(r"(?<!\\)\$([0-9])", r"\\g<\1>", replacement).replace(r"\$", "$")
    return _like(value, compiled.sub(replacement, text))


def _arithmetic(operator: Callable[[Number, Number], Number]) -> Callable[[Value, Value], Value]:
    def apply(one: Value, other: Value) -> Value:
        if not is_number(one) or not is_number(other):
            return None
        try:
            return operator(*paired(one, other))  # type: ignore[arg-type]
        except (DecimalException, OverflowError):
            return None

    return apply


def _divide(one: Value, other: Value) -> Value:
    """Of two integers a decimal (17.3); by nothing an error, of doubles an infinity."""
    if not is_number(one) or not is_number(other):
        return None
    if isinstance(one, float) or isinstance(other, float):
        raise Unsupported("a division of doubles")
    if not other:
        return None
    return Decimal(one) / Decimal(other)  # type: ignore[arg-type]


def _integer(value: Value) -> Value:
    if isinstance(value, (NamedNode, BlankNode)):
        return None
    if isinstance(value, str):
        return int(value) if _INTEGER.fullmatch(value) else None
    try:
        return int(value) if isinstance(value, (bool, int, Decimal, float)) else None
    except (ValueError, OverflowError):
        return None


def _decimal(value: Value) -> Value:
    try:
        if isinstance(value, str):
            return Decimal(value) if re.fullmatch(r"\s*[+-]?[0-9.]+\s*", value) else None
        return Decimal(value) if isinstance(value, (bool, int, Decimal, float)) else None
    except DecimalException:
        return None


def _boolean(value: Value) -> Value:
    if isinstance(value, str):
        return {"true": True, "1": True, "false": False, "0": False}.get(value)
    return truth(value) if isinstance(value, (bool, int, Decimal, float)) else None


def _not(value: Value) -> Value:
    known = truth(value)
    return None if known is None else not known


def _reversed(known: bool | None) -> bool | None:
    return None if known is None else not known


def _not_greater(one: Value, other: Value) -> Value:
    less = is_less(one, other)
    return less or (None if less is None else equals(one, other))


FUNCTIONS: Mapping[str, Function] = {
    "STR": Function({1}, _str),
    "LANG": Function({1}, _lang),
    "DATATYPE": Function({1}, _datatype),
    "LANGMATCHES": Function({2}, _lang_matches),
    "ISIRI": Function({1}, lambda v: isinstance(v, NamedNode)),
    "ISURI": Function({1}, lambda v: isinstance(v, NamedNode)),
    "ISBLANK": Function({1}, lambda v: isinstance(v, BlankNode)),
    "ISLITERAL": Function({1}, lambda v: not isinstance(v, (NamedNode, BlankNode))),
    "ISNUMERIC": Function({1}, is_number),
    "CONTAINS": Function({2}, _on_texts(lambda a, b: b in a)),
    "STRSTARTS": Function({2}, _on_texts(str.startswith)),
    "STRENDS": Function({2}, _on_texts(str.endswith)),
    "STRBEFORE": Function({2}, _around(lambda a, b: a[: a.find(b)])),
    "STRAFTER": Function({2}, _around(lambda a, b: a[a.find(b) + len(b) :])),
    "STRLEN": Function({1}, _strlen),
    "SUBSTR": Function({2, 3}, _substr),
    "UCASE": Function({1}, _mapped(str.upper)),
    "LCASE": Function({1}, _mapped(str.lower)),
    "CONCAT": Function(range(100), _concat),
    "REGEX": Function({2, 3}, _regex),
    "REPLACE": Function({3, 4}, _replace),
    "ABS": Function({1}, lambda v: abs(v) if is_number(v) else None),
}
"""By the name that a query calls them with."""

OPERATORS: Mapping[str, Callable[..., Value]] = {
    "=": equals,
    "!=": lambda a, b: _reversed(equals(a, b)),
    "<": is_less,
    ">": lambda a, b: is_less(b, a),
    "<=": _not_greater,
    ">=": lambda a, b: _not_greater(b, a),
    "+": _arithmetic(add),
    "-": _arithmetic(sub),
    "*": _arithmetic(mul),
    "/": _divide,
    "!": _not,
    "NEGATE": lambda v: -v if is_number(v) else None,
    "xsd:integer": _integer,
    "xsd:decimal": _decimal,
    "xsd:boolean": _boolean,
    "xsd:string": _str,
}
"""Operators and casts."""
