"""An answer -> rows of terms: of a SELECT its own, of a graph its triples, of an ASK one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple

from alignchecker.lang import say
from alignchecker.model.names import PREFIXES, XSD
from alignchecker.queries.answering import Answer

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
_BOOLEAN = NamedNode(XSD + "boolean")


@dataclass(frozen=True, slots=True)
class Rows:
    """variables: names of columns. rows: a term for each, None where there is no value."""

    variables: Sequence[str]
    rows: Sequence[tuple[Term | None, ...]]


def rows_of(answer: Answer) -> Rows:
    """The rows of an answer; of a yes or no, one with the column "answer"."""
    if isinstance(answer, QuerySolutions):
        names = [variable.value for variable in answer.variables]
        return Rows(names, [tuple(row) for row in answer])
    if isinstance(answer, QueryBoolean):
        truth = Literal("true" if answer else "false", datatype=_BOOLEAN)
        return Rows(["answer"], [(truth,)])
    triples = in_order(answer)
    return Rows(
        ["subject", "predicate", "object"], [(t.subject, t.predicate, t.object) for t in triples]
    )


def in_order(triples: Iterable[Triple]) -> list[Triple]:
    """Each triple once, always in the same order."""
    return sorted(set(triples), key=str)


def words(term: Term | None, lang: str) -> str:
    """A term as a reader sees it: an IRI with one of the project's prefixes where it has one, a
    truth as yes or no.

    >>> words(NamedNode("https://w3id.org/alignchecker/ns#Measure"), "ja")
    'aln:Measure'
    """
    if isinstance(term, Literal) and term.datatype == _BOOLEAN:
        return say("query.yes" if term.value in {"true", "1"} else "query.no", lang)
    if isinstance(term, NamedNode):
        return next(
            (
                f"{prefix}:{term.value.removeprefix(namespace)}"
                for prefix, namespace in PREFIXES.items()
                if term.value.startswith(namespace)
            ),
            term.value,
        )
    return plain(term)


def plain(term: Term | None) -> str:
    """A term without what kind of term it is; nothing where there is no value."""
    if term is None:
        return ""
    return str(term) if isinstance(term, (BlankNode, Triple)) else term.value
