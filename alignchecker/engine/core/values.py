"""Components that look at each value node: type, range, string (SHACL 4.1, 4.3, 4.4, 4.8)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.engine.core.parameter import Parameter, Place, iri, text, whole_number
from alignchecker.engine.core.shape import Check, IllFormed
from alignchecker.engine.core.validation import Validation, all_values, each_term, each_value
from alignchecker.model.names import RDF, SH
from alignchecker.sparql.functions import FUNCTIONS, OPERATORS
from alignchecker.sparql.values import value_of
from alignchecker.triples.datatypes import is_well_formed
from alignchecker.triples.terms import Term

_KINDS: Mapping[str, Collection[type]] = {
    "IRI": (NamedNode,),
    "BlankNode": (BlankNode,),
    "Literal": (Literal,),
    "BlankNodeOrIRI": (BlankNode, NamedNode),
    "BlankNodeOrLiteral": (BlankNode, Literal),
    "IRIOrLiteral": (NamedNode, Literal),
}
_LANG_STRING = RDF + "langString"


def _class(_: Place, value: Term) -> Check:
    kind = iri(value)
    return each_value(lambda run, numbers: numbers - run.instances(kind))  # type: ignore[operator]


def _datatype(_: Place, value: Term) -> Check:
    wanted = iri(value).value

    def accepts(term: Term) -> bool:
        if not isinstance(term, Literal):
            return False
        if term.language is not None:
            return wanted == _LANG_STRING
        return term.datatype.value == wanted and is_well_formed(term)

    return each_term(accepts)


def _node_kind(_: Place, value: Term) -> Check:
    kinds = _KINDS.get(iri(value).value.removeprefix(SH))
    if kinds is None:
        raise IllFormed(f"{value} is not a kind of nodes")
    return each_term(lambda term: type(term) in kinds)


def _in(place: Place, value: Term) -> Check:
    members = list(place.graph.members(value))

    def failing(run: Validation, numbers: Collection[int]) -> Collection[int]:
        return frozenset(numbers) - {run.index.find(member) for member in members}

    return each_value(failing)


def _has_value(_: Place, value: Term) -> Check:
    return all_values(lambda run, _, ends: run.index.find(value) not in ends)


def _range(operator: str) -> Callable[[Place, Term], Check]:
    """``$parameter operator value`` must be true."""
    compare = OPERATORS[operator]

    def build(_: Place, value: Term) -> Check:
        if not isinstance(value, Literal):
            raise IllFormed(f"{value} is not a literal")
        limit = value_of(value)

        def failing(run: Validation, numbers: Collection[int]) -> Collection[int]:
            return [n for n in numbers if compare(limit, run.value(n)) is not True]

        return each_value(failing)

    return build


def _length(fits: Callable[[int, int], bool]) -> Callable[[Place, Term], Check]:
    def build(_: Place, value: Term) -> Check:
        limit = whole_number(value)

        def accepts(term: Term) -> bool:
            return not isinstance(term, BlankNode) and fits(len(term.value), limit)

        return each_term(accepts)

    return build


def _pattern(place: Place, value: Term) -> Check:
    flags = place.graph.one(place.node, "flags")
    arguments = (text(value), "" if flags is None else text(flags))
    matches = FUNCTIONS["REGEX"].apply
    if matches("", *arguments) is None:
        raise IllFormed(f"{value} is not a regular expression")

    def accepts(term: Term) -> bool:
        return not isinstance(term, BlankNode) and matches(term.value, *arguments) is True

    return each_term(accepts)


def _language_in(place: Place, value: Term) -> Check:
    ranges = [text(member) for member in place.graph.members(value)]
    matches = FUNCTIONS["LANGMATCHES"].apply

    def accepts(term: Term) -> bool:
        tag = term.language if isinstance(term, Literal) else None
        return tag is not None and any(matches(tag, wanted) for wanted in ranges)

    return each_term(accepts)


VALUES: Mapping[str, Parameter] = {
    "class": Parameter("Class", _class),
    "datatype": Parameter("Datatype", _datatype, single=True),
    "nodeKind": Parameter("NodeKind", _node_kind, single=True),
    "in": Parameter("In", _in, single=True),
    "hasValue": Parameter("HasValue", _has_value),
    "minExclusive": Parameter("MinExclusive", _range("<"), single=True),
    "minInclusive": Parameter("MinInclusive", _range("<="), single=True),
    "maxExclusive": Parameter("MaxExclusive", _range(">"), single=True),
    "maxInclusive": Parameter("MaxInclusive", _range(">="), single=True),
    "minLength": Parameter("MinLength", _length(int.__ge__), single=True),
    "maxLength": Parameter("MaxLength", _length(int.__le__), single=True),
    "pattern": Parameter("Pattern", _pattern),
    "languageIn": Parameter("LanguageIn", _language_in, single=True),
}
