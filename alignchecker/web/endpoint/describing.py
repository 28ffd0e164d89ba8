"""What the endpoint says of itself (SPARQL 1.1 Service Description) and of its data (VoID)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from alignchecker.lang import LANGUAGES, say
from alignchecker.model.names import ALN, DCTERMS, PREFIXES, RDF, RDFS, XSD
from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.negotiation import GRAPHS, HTML, ROWS
from alignchecker.web.endpoint.questions import Snapshot
from alignchecker.web.keys import key_of

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
_SIMPLE = "http://www.w3.org/ns/entailment/Simple"
_PREFIXES = {**PREFIXES, "sd": SD, "void": VOID}

_Node = NamedNode | BlankNode
_Said = Iterator[tuple[_Node, str, _Node | Literal]]


def service(endpoint: str, snapshot: Snapshot, limits: QueryLimits) -> _Said:
    """The endpoint at an address: what it takes, what it gives, what it is about."""
    this, dataset, default = NamedNode(endpoint), BlankNode("dataset"), BlankNode("default")
    yield this, RDF + "type", NamedNode(SD + "Service")
    yield this, SD + "endpoint", this
    yield this, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query")
    yield this, SD + "defaultEntailmentRegime", NamedNode(_SIMPLE)
    for form in sorted({form.written.iri for form in (*ROWS, *GRAPHS) if form.media_type != HTML}):
        yield this, SD + "resultFormat", NamedNode(form)
    for lang in LANGUAGES:
        yield this, RDFS + "comment", Literal(_limits(limits, snapshot, lang), language=lang)
    yield this, RDFS + "seeAlso", NamedNode(f"{endpoint}/void")
    yield this, SD + "defaultDataset", dataset
    yield dataset, RDF + "type", NamedNode(SD + "Dataset")
    yield dataset, SD + "defaultGraph", default
    yield default, RDF + "type", NamedNode(SD + "Graph")
    yield default, VOID + "triples", _number(snapshot.counts.triples)
    for number, name in enumerate(snapshot.graphs):
        graph = BlankNode(f"graph{number}")
        yield dataset, SD + "namedGraph", graph
        yield graph, RDF + "type", NamedNode(SD + "NamedGraph")
        yield graph, SD + "name", NamedNode(name)


def data(endpoint: str, snapshot: Snapshot) -> _Said:
    """The statements that queries are about."""
    counts = snapshot.counts
    this = NamedNode(f"{endpoint}/void#dataset")
    yield this, RDF + "type", NamedNode(VOID + "Dataset")
    for lang in LANGUAGES:
        title = say("web.endpoint-data", lang)
        yield this, DCTERMS + "title", Literal(title, language=lang)
    yield this, VOID + "sparqlEndpoint", NamedNode(endpoint)
    for name, number in (
        ("triples", counts.triples),
        ("distinctSubjects", counts.subjects),
        ("distinctObjects", counts.objects),
        ("classes", len(counts.classes)),
        ("properties", len(counts.properties)),
    ):
        yield this, VOID + name, _number(number)
    for vocabulary in sorted({_namespace(iri) for iri in (*counts.classes, *counts.properties)}):
        yield this, VOID + "vocabulary", NamedNode(vocabulary)
    for number, (iri, entities) in enumerate(sorted(counts.classes.items())):
        part = BlankNode(f"class{number}")
        yield this, VOID + "classPartition", part
        yield part, VOID + "class", NamedNode(iri)
        yield part, VOID + "entities", _number(entities)
    for number, (iri, triples) in enumerate(sorted(counts.properties.items())):
        part = BlankNode(f"property{number}")
        yield this, VOID + "propertyPartition", part
        yield part, VOID + "property", NamedNode(iri)
        yield part, VOID + "triples", _number(triples)
    yield from _plans(endpoint, snapshot, this)


def _plans(endpoint: str, snapshot: Snapshot, this: NamedNode) -> _Said:
    """Each plan as a part of the data, and what of each contributes to which."""
    parts = {plan: NamedNode(f"{endpoint}/void#{key_of(plan)}") for plan in snapshot.counts.plans}
    for plan, title in sorted(snapshot.counts.plans.items()):
        yield this, VOID + "subset", parts[plan]
        yield parts[plan], RDF + "type", NamedNode(VOID + "Dataset")
        yield parts[plan], DCTERMS + "title", Literal(title)
        yield parts[plan], DCTERMS + "subject", NamedNode(plan)
    for (plan, higher), number in sorted(snapshot.counts.links.items()):
        linkset = NamedNode(f"{endpoint}/void#{key_of(plan, higher)}")
        yield this, VOID + "subset", linkset
        yield linkset, RDF + "type", NamedNode(VOID + "Linkset")
        yield linkset, VOID + "linkPredicate", NamedNode(ALN + "contributesTo")
        yield linkset, VOID + "subjectsTarget", parts[plan]
        yield linkset, VOID + "objectsTarget", parts[higher]
        yield linkset, VOID + "triples", _number(number)


def written(said: _Said, form: RdfFormat) -> bytes:
    """Statements in a form."""
    triples = [Triple(subject, NamedNode(name), value) for subject, name, value in said]
    content = serialize(triples, format=form, prefixes=_PREFIXES)
    assert content is not None
    return content


def _limits(limits: QueryLimits, snapshot: Snapshot, lang: str) -> str:
    said = say(
        "web.endpoint-limits",
        lang,
        seconds=f"{limits.seconds:g}",
        rows=f"{limits.rows:,}",
        most=limits.megabytes,
        memory=limits.memory // 1024**2,
        workers=limits.workers,
        waiting=limits.waiting,
    )
    if not snapshot.unread:
        return said
    return f"{said} {say('web.endpoint-unread', lang, files=', '.join(snapshot.unread))}"


def _number(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))


def _namespace(iri: str) -> str:
    """What stands before the local name of a term.

    >>> _namespace("http://www.w3.org/ns/org#Role"), _namespace("http://purl.org/dc/terms/title")
    ('http://www.w3.org/ns/org#', 'http://purl.org/dc/terms/')
    """
    mark = "#" if "#" in iri else "/" if "/" in iri else ":"
    return iri[: iri.rindex(mark) + 1]
