"""ontology/context.jsonld: the short names under which JSON-LD has the ontology's terms."""

import json
from pathlib import Path

from pages import Graph
from pyoxigraph import NamedNode

from alignchecker.model.names import ALN, DATA, PREFIXES

TEXTS = ("dcterms:title", "rdfs:comment", "rdfs:label", "skos:altLabel", "skos:prefLabel")
"""Terms of others that hold words of a language."""


def context(root: Path) -> str:
    """The context: terms of the ontology by their bare names, those of others by prefixed ones."""
    graph = Graph([root / "ontology" / "alignchecker.ttl"])
    terms: dict[str, object] = {name: {"@id": name, "@container": "@language"} for name in TEXTS}
    for node in graph.typed("owl:Class", "owl:DatatypeProperty", "owl:ObjectProperty"):
        if not isinstance(node, NamedNode):
            continue
        name = graph.short(node)
        written = f"aln:{name}" if node.value.startswith(ALN) else name
        if graph.iri("owl:ObjectProperty") in graph.objects(node, "rdf:type"):
            terms[name] = {"@id": written, "@type": "@id"}
        elif graph.iri("rdfs:Literal") in graph.objects(node, "rdfs:range"):
            terms[name] = {"@id": written, "@container": "@language"}
        elif name != written:
            terms[name] = written
    ordered = {**PREFIXES, "alnd": DATA, **dict(sorted(terms.items()))}
    return json.dumps({"@context": ordered}, ensure_ascii=False, indent=1) + "\n"
