"""Results of shapes that bring no documentation: what findings say and are known by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.engine.interface import Result, Source
from alignchecker.engine.scope import Scope
from alignchecker.engine.targets import focus_nodes
from alignchecker.graph.dataset import Dataset, Node, Term
from alignchecker.graph.describe import Describer
from alignchecker.model.finding import Argument, Notice, Reference
from alignchecker.model.names import RDF, RDFS, SH
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.shape_files import local_name
from alignchecker.rules.soundness import ontology
from alignchecker.sparql.errors import Unsupported

_LABEL = NamedNode(RDFS + "label")
_TYPE, _SUB_CLASS_OF = NamedNode(RDF + "type"), NamedNode(RDFS + "subClassOf")
_ENDING = "ConstraintComponent"


def once(results: Sequence[Result]) -> list[Result]:
    """Each result once: a node that is reached in two ways gives it twice (SHACL 4.7.2)."""
    found: dict[object, Result] = {}
    for result in results:
        source = result.source
        own = None if source is None else (source.component, source.shape, source.statement)
        found.setdefault((result.focus, result.path, result.value, own), result)
    return list(found.values())


def key(source: Source | None) -> tuple[str, ...]:
    """What tells results of one shape about one value apart, the same in each run."""
    if source is None:
        return ()
    stated = (
        f"{name} {term}"
        for name, terms in sorted(source.parameters.items())
        for term in terms
        if not isinstance(term, BlankNode)
    )
    return (source.component.value, *stated)


def component(source: Source) -> str:
    """The name of a component of SHACL without its ending, of another one its IRI."""
    name = source.component.value.removeprefix(SH)
    own = name != source.component.value and name.endswith(_ENDING)
    return name.removesuffix(_ENDING) if own else source.component.value


def stated(source: Source) -> Mapping[str, str]:
    """The messages of a shape by language, of several the first."""
    found: dict[str, str] = {}
    for message in sorted(source.messages, key=str):
        found.setdefault(message.language or "", message.value)
    return found


def arguments(describe: Describer, result: Result, source: Source) -> dict[str, Argument]:
    """What the placeholders of a sentence stand for: variables, parameters, path and value."""
    found: dict[str, Argument] = {
        name: _named(describe, terms) for name, terms in source.parameters.items() if terms
    }
    if "select" not in found and found:
        found["wanted"] = min(found.items())[1]
    found |= {name: _named(describe, (term,)) for name, term in sorted(result.row.items())}
    if result.path is not None:
        found["path"] = found["PATH"] = _named(describe, (result.path,))
    if result.value is not None:
        found["value"] = _named(describe, (result.value,))
    return found


def _named(describe: Describer, terms: Sequence[Term]) -> Argument:
    names = [_name(describe, term) for term in terms]
    only = names[0]
    return only.label if len(names) == 1 and isinstance(terms[0], Literal) else tuple(names)


def _name(describe: Describer, term: Term) -> Reference:
    """A term by its labels; what has none by the last part of its IRI."""
    if isinstance(term, Literal):
        return Reference(term.value, term.value)
    known = describe.reference(term)
    if isinstance(term, BlankNode):
        return Reference(known.iri, "…")
    english = describe.dataset.text(term, _LABEL, "en")
    is_named = known.label not in {"—", term.value.rpartition("/")[2]}
    label = known.label if is_named else local_name(term)
    return Reference(known.iri, label, known.locations, known.label_en or english)


def examined(dataset: Dataset, scope: Scope, rule: Rule) -> list[Node] | None:
    """The nodes that a shape is aimed at; None where only another engine can tell."""
    terms = dataset.index.terms
    try:
        nodes = focus_nodes(dataset.index, rule.iri, rule.triples)
    except Unsupported:
        return None
    return [n for number in nodes if scope.touches(n := terms[number])]  # type: ignore[misc, arg-type]


def unknown_targets(dataset: Dataset, rule: Rule) -> Iterator[Notice]:
    """Classes and properties that a shape is aimed at and that nothing read here speaks of."""
    path, _, line = rule.source["en"].rpartition(":")
    for subject, predicate, value in rule.triples:
        name = predicate.value.removeprefix(SH)
        if subject == rule.iri and name in _UNKNOWN and not _UNKNOWN[name](dataset, value):
            yield Notice(
                path,
                int(line) if line.isdecimal() else None,
                f"sh:{name} の {value.value} は、オントロジーにも読み込んだデータにもありません。"
                "綴りを確かめてください。",
                f"{value.value} of sh:{name} is neither in the ontology nor in the data that was"
                " read. Check the spelling.",
            )


def _is_class(dataset: Dataset, term: Term) -> bool:
    index = dataset.index
    number = index.find(term)
    below = index.column(index.find(_SUB_CLASS_OF))
    return (
        term.value in ontology().classes
        or number in index.column(index.find(_TYPE)).backward
        or number in index.column(index.find(_TYPE)).subjects()
        or number in below.backward
        or number in below.subjects()
    )


def _is_property(dataset: Dataset, term: Term) -> bool:
    index = dataset.index
    return term.value in ontology().terms or index.column(index.find(term)).size > 0


_UNKNOWN = {
    "targetClass": _is_class,
    "targetSubjectsOf": _is_property,
    "targetObjectsOf": _is_property,
}
