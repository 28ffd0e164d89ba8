"""The saved queries are plain SPARQL 1.1: rdflib, which shares nothing with Oxigraph, agrees."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, QueryBoolean, QuerySolutions, RdfFormat, serialize

from alignchecker.reports.answers.rows import Term

from .expected import Case, cases, store_of

_MODIFIER = re.compile(r"(?<=[>)]) (?=[*+?] )")
"""The space before what repeats a path: SPARQL allows it, rdflib does not."""


@cache
def _graph(folder: Path) -> rdflib.Graph:
    triples = (quad.triple for quad in store_of(folder))
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph(bind_namespaces="none").parse(data=text, format="nt")


def _words(term: Term | rdflib.term.Node | None) -> str:
    """A term in words that both libraries share."""
    if isinstance(term, (BlankNode, rdflib.BNode)):
        return "[]"
    if isinstance(term, Literal):
        return f"{term.value}@{term.language or ''}"
    if isinstance(term, rdflib.Literal):
        return f"{term}@{term.language or ''}"
    return "" if term is None else str(term).removeprefix("<").removesuffix(">")


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_both_engines_answer_alike(case: Case) -> None:
    text = _MODIFIER.sub("", case.asked().text)
    ours, theirs = case.answer(), _graph(case.folder).query(text)
    if isinstance(ours, QueryBoolean):
        assert bool(ours) == theirs.askAnswer
    elif isinstance(ours, QuerySolutions):
        names = [variable.value for variable in ours.variables]
        found = [{str(v): _words(t) for v, t in row.items()} for row in theirs.bindings]
        expected = Counter(tuple(map(_words, row)) for row in ours)
        assert Counter(tuple(row.get(name, "") for name in names) for row in found) == expected
    else:
        assert Counter(tuple(map(_words, triple)) for triple in ours) == Counter(
            tuple(map(_words, triple)) for triple in theirs.graph or ()
        )
