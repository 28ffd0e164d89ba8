"""docs/ontology.md: classes, properties and code lists, out of ontology/."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ontology_picture import SUBCLASS, TITLE, Tie, ties
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


READING = (
    "図の見方: 矢印はプロパティで、主語から目的語へ向かう。"
    "白抜きの矢印は下位クラスから上位クラスへ、"
    "↻ は同じクラスの別のものを指すプロパティ。`contributesTo` は採用された対応づけから導かれる。"
    "種別や動詞などの値は下の一覧の語（`skos:Concept`）で、図には描いていない。",
    "How to read it: an arrow is a property, from subject to object; an open head leads from a "
    "class to the one it is a kind of; ↻ is a property whose value is another thing of the same "
    "class. `contributesTo` is derived from accepted links. Values such as types and verbs are "
    "concepts of the code lists below and are not drawn.",
    "図と同じ内容の表 / The same in words:",
)


def picture_section(g: Graph) -> str:
    """The picture of the main classes, how to read it, and what it shows as a table."""

    def cell(name: str) -> str:
        return f"`{name}`" if ":" in name else f"[`{name}`](#{name})"

    def row(tie: Tie) -> tuple[str, str, str]:
        return cell(tie.source), f"`{tie.name}` {tie.label}".rstrip(), cell(tie.target)

    kinds = [tie for tie in ties(g) if tie.name == SUBCLASS]
    others = [tie for tie in ties(g) if tie.name != SUBCLASS]
    rows = table(("from", "property", "to"), map(row, kinds + others))
    return "\n\n".join([f"![{TITLE}](ontology.svg)", *READING, rows])


def ontology_page(root: Path) -> str:
    """Every class with its properties, the terms reused, and every code list."""
    g = ontology_graph(root)
    classes, properties = g.typed("owl:Class"), g.typed(*PROPERTY_TYPES)
    ours = [term for term in properties if g.objects(term, "rdfs:label")]
    sections = {"Picture 主なクラスの図 / the main classes": picture_section(g)}
    sections |= {
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
