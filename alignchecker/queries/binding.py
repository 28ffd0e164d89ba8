"""Values of parameters, as terms in the place of a query's variables."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from alignchecker.model.errors import ConfigError, did_you_mean
from alignchecker.model.names import PREFIXES, XSD
from alignchecker.queries.asked import Asked
from alignchecker.queries.header import Header, Kind, Parameter
from alignchecker.sparql.tokens import Token

Term = NamedNode | Literal
PlanOf = Callable[[str], NamedNode]
"""The plan of an IRI or title; raises ConfigError where there is none or more than one."""
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_PREFIXED = re.compile(r"(\w+):([\w.-]*)")
LANG = "lang"


def terms(
    header: Header, given: Mapping[str, str], plan_of: PlanOf, lang: str
) -> Mapping[str, Term]:
    """A term for each parameter that is given or has a default, and the language as ``lang``.

    Raises ConfigError for a parameter that is unknown, missing, or of another kind.
    """
    for name in given:
        if name not in header.parameters:
            ja, en = did_you_mean(name, header.parameters)
            known = ", ".join(header.parameters) or "–"
            raise ConfigError(
                f"パラメーター「{name}」はありません。{ja}使えるもの: {known}",
                f"There is no parameter '{name}'.{en} There are: {known}",
            )
    found: dict[str, Term] = {LANG: Literal(lang)}
    for name, parameter in header.parameters.items():
        value = given.get(name, parameter.default)
        if value is not None:
            found[name] = _term(parameter, value, plan_of)
        elif not parameter.is_optional:
            raise _missing(parameter)
    return found


def bound(asked: Asked, values: Mapping[str, Term]) -> Asked:
    """The query with a term for each ``$name`` that has a value. Others stay variables.

    A term is one token of the grammar, whatever a value holds: it cannot become part of the query.
    """
    written = (
        Token("term", str(values[token.text[1:]]), token.place)
        if token.text.startswith("$") and token.text[1:] in values
        else token
        for token in asked.tokens
    )
    return replace(asked, tokens=tuple(written))


def bound_text(asked: Asked, values: Mapping[str, Term]) -> str:
    """The same as a text for people: as it was written, with its lines, prefixes and comments."""
    pieces, end = [], 0
    for token in asked.tokens:
        if token.text.startswith("$") and token.text[1:] in values:
            pieces += [asked.written[end : token.place], str(values[token.text[1:]])]
            end = token.place + len(token.text)
    return "".join([*pieces, asked.written[end:]])


def _term(parameter: Parameter, value: str, plan_of: PlanOf) -> Term:
    match parameter.kind:
        case Kind.PLAN:
            return plan_of(value)
        case Kind.IRI:
            return _iri(parameter, value)
        case Kind.TEXT:
            return Literal(value)
        case Kind.INTEGER:
            if _WHOLE.fullmatch(value):
                return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
            raise _wrong(parameter, value, "2027")
        case Kind.DATE:
            try:
                day = datetime.date.fromisoformat(value)
            except ValueError as error:
                raise _wrong(parameter, value, "2026-04-01") from error
            return Literal(day.isoformat(), datatype=NamedNode(XSD + "date"))


def _iri(parameter: Parameter, value: str) -> NamedNode:
    """An IRI, with angle brackets or without, or a name with one of the project's prefixes."""
    match = _PREFIXED.fullmatch(value)
    whole = PREFIXES[match[1]] + match[2] if match and match[1] in PREFIXES else value
    try:
        return NamedNode(whole.removeprefix("<").removesuffix(">"))
    except ValueError as error:
        raise _wrong(parameter, value, "https://… / aln:Measure") from error


def _missing(parameter: Parameter) -> ConfigError:
    example = parameter.example or "…"
    option = f"--param {parameter.name}={example}"
    return ConfigError(
        f"「{parameter.words.ja}」を指定してください。例: {option}",
        f"Give {parameter.words.en}, for example: {option}",
    )


def _wrong(parameter: Parameter, value: str, example: str) -> ConfigError:
    return ConfigError(
        f"「{parameter.words.ja}」（{parameter.name}）の値「{value}」は使えません。"
        f"{example} のように書いてください。",
        f"'{value}' cannot be taken for {parameter.words.en} ({parameter.name})."
        f" Write it like {example}.",
    )
