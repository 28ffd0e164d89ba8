"""docs/ontology.md: classes, properties and code lists, out of ontology/."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pages import Graph, Term, ontology_graph, page, table

PROPERTY_TYPES = ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")
CONCEPT_COLUMNS = ("administrationLevel", "titleWord", "legalForce", "phrase", "severityCap")


def property_table(g: Graph, terms: Iterable[Term]) -> str:
    def row(term: Term) -> Iterator[str]:
        types = (name for name in g.names(term, "rdf:type") if name not in PROPERTY_TYPES)
        marks = [name.removeprefix("owl:").removesuffix("Property") for name in types]
        marks += ["derived"] if g.objects(term, "aln:derivedFact") else []
        yield f"`{g.short(term)}`<br>{g.both(term, 'rdfs:label')}"
        yield "<br>".join([" or ".join(g.names(term, "rdfs:range")) or "anything", *marks])
        yield from (g.both(term, "rdfs:comment"), g.both(term, "skos:example"))

    return table(("property", "value", "meaning", "example"), map(row, terms))


def concept_table(g: Graph, scheme: Term) -> str:
    concepts = g.subjects("skos:inScheme", scheme)
    used = [c for c in CONCEPT_COLUMNS if any(g.objects(entry, f"aln:{c}") for entry in concepts)]
    rows = (
        [f"`{g.short(entry)}`", g.both(entry, "skos:prefLabel"), g.both(entry, "skos:definition")]
        + ["<br>".join(g.names(entry, f"aln:{column}")) for column in used]
        for entry in concepts
    )
    return table(("concept", "label", "meaning", *used), rows)


def class_section(g: Graph, term: Term, properties: Iterable[Term]) -> str:
    having = [p for p in properties if g.short(term) in g.names(p, "rdfs:domain")]
    supers = ", ".join(g.names(term, "rdfs:subClassOf"))
    parts = [g.both(term, "rdfs:comment"), f"例: {g.both(term, 'skos:example', ' / ')}"]
    parts += [f"A kind of {supers}."] if supers else []
    parts += [property_table(g, having)] if having else []
    return "\n\n".join(parts)


def ontology_page(root: Path) -> str:
    """Every class with its properties, the terms reused, and every code list."""
    g = ontology_graph(root)
    classes, properties = g.typed("owl:Class"), g.typed(*PROPERTY_TYPES)
    ours = [term for term in properties if g.objects(term, "rdfs:label")]
    sections = {
        f"{g.short(term)} {g.both(term, 'rdfs:label', ' / ')}": class_section(g, term, ours)
        for term in classes
        if g.objects(term, "rdfs:label")
    }
    free = [term for term in ours if not g.objects(term, "rdfs:domain")]
    listed = [term for term in ours if any(":" in name for name in g.names(term, "rdfs:domain"))]
    reused = [term for term in classes + properties if g.objects(term, "skos:scopeNote")]
    uses = ([f"`{g.short(term)}`", g.both(term, "skos:scopeNote")] for term in reused)
    sections["Anything (properties without a domain)"] = property_table(g, free)
    sections["Entries of code lists, profiles (their properties)"] = property_table(g, listed)
    sections["Reused terms of other vocabularies"] = table(("term", "use"), uses)
    for scheme in g.typed("skos:ConceptScheme"):
        title = f"{g.short(scheme)} {g.both(scheme, 'skos:prefLabel', ' / ')}"
        sections[title] = g.both(scheme, "skos:definition") + "\n\n" + concept_table(g, scheme)
    return page("Ontology", sections)
