"""Saved queries as the page offers them: a list, and one with a form for its parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from alignchecker.graph.plan_names import PlanNames
from alignchecker.lang import COMMAS, say
from alignchecker.model.errors import AligncheckerError, InputError
from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.queries.asked import read
from alignchecker.queries.binding import bound_text, terms
from alignchecker.queries.header import MARK, Header, Kind, Parameter, Topic
from alignchecker.queries.library import SUFFIX, Saved

PREFIX = "p."
"""Stands before the names of parameters in addresses, which have names of their own."""
NEW = f"{SPARQL_PREFIXES}SELECT ?plan ?title WHERE {{\n  ?plan a aln:PlanEdition ; dcterms:title ?title .\n}}\nLIMIT 100\n"  # noqa: E501
"""What the editor holds where nothing was chosen or written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved query in the list."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter that is filled in. kind: of ``Kind``. choices: value -> what is shown for it;
    None where anything can be written. example: None where the field says enough.
    """

    name: str
    kind: str
    label: str
    value: str
    is_optional: bool
    example: str | None
    choices: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """A saved query that was chosen. text: with its values, for the editor; where some are lacking
    or wrong, with the names of its parameters, and problem says what to do.
    """

    name: str
    question: str
    note: str | None
    fields: Sequence[Field]
    text: str
    columns: Mapping[str, str]
    problem: str | None = None
    is_open: bool = False


def entries(
    known: Mapping[str, Saved], lang: str
) -> tuple[Mapping[str, Sequence[Entry]], Sequence[str]]:
    """All queries with their questions by topic, and what is said of those that cannot be read."""
    found: dict[Topic, list[Entry]] = {topic: [] for topic in Topic}
    unread = []
    for name, saved in known.items():
        try:
            header = saved.header
            found[header.topic].append(Entry(name, _question(header, name, lang)))
        except AligncheckerError as error:
            unread.append(fault(error, name, lang))
    words = {say(f"query.topic.{topic}", lang): some for topic, some in found.items() if some}
    return words, unread


def fault(error: AligncheckerError, name: str, lang: str) -> str:
    """What is wrong with a saved query, in words that name it and not where its file lies."""
    if not isinstance(error, InputError):
        return error.text(lang)
    return f"{name}{SUFFIX}: {error.reason_ja if lang == 'ja' else error.reason_en}"


def needs_plans(saved: Saved) -> bool:
    """Whether it asks for a plan. Raises QueryRefused for one that cannot be read."""
    return any(p.kind is Kind.PLAN for p in saved.header.parameters.values())


def picked(
    saved: Saved, given: Mapping[str, str], plans: Mapping[str, str] | None, lang: str
) -> Picked:
    """A query with the values that an address gives. plans: IRI -> title; None where unknown.

    Raises QueryRefused for a query that cannot be read.
    """
    header, text = saved.header, _without_header(saved.text)
    values = {name: given.get(name, p.default or "") for name, p in header.parameters.items()}
    fields = [_field(p, values[p.name], plans, lang) for p in header.parameters.values()]
    lacking = [f.label for f in fields if not f.value and not f.is_optional]
    problem = None
    if lacking:
        missed = say("web.analysis-lacking", lang, names=COMMAS[lang].join(lacking))
        problem = missed if given else None
    else:
        try:
            text = _filled(text, saved, values, plans or {}, lang)
        except AligncheckerError as error:
            problem = fault(error, saved.name, lang)
    return Picked(
        saved.name,
        _question(header, saved.name, lang),
        header.note.text(lang) if header.note is not None else None,
        fields,
        text,
        {name: words.text(lang) for name, words in header.columns.items()},
        problem,
        bool(lacking) or problem is not None,
    )


def _filled(
    text: str, saved: Saved, values: Mapping[str, str], plans: Mapping[str, str], lang: str
) -> str:
    named = PlanNames([(NamedNode(iri), title) for iri, title in plans.items()])
    given = {name: value for name, value in values.items() if value}
    return bound_text(read(text, saved.name), terms(saved.header, given, named.the, lang))


def _field(parameter: Parameter, value: str, plans: Mapping[str, str] | None, lang: str) -> Field:
    choices = plans if parameter.kind is Kind.PLAN else None
    return Field(
        parameter.name,
        parameter.kind.value,
        parameter.words.text(lang),
        value.strip(),
        parameter.is_optional,
        parameter.example if choices is None and parameter.kind is not Kind.DATE else None,
        choices,
    )


def _question(header: Header, name: str, lang: str) -> str:
    return header.question.text(lang) if header.question is not None else name


def _without_header(text: str) -> str:
    """What people write and read; the header is shown beside it."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(MARK))
    return "\n".join(lines).strip("\n") + "\n"
