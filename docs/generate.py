"""Write the pages of docs/ that are made from the project's Turtle files.

python docs/generate.py            write every page
python docs/generate.py --check    write nothing; exit 1 if a page is stale

A page is a function from the project's root to Markdown, listed in PAGES.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, parse

ROOT = Path(__file__).resolve().parent.parent
GENERATED = "<!-- Written by docs/generate.py from the Turtle files: edit those. -->\n"
PROPERTY_TYPES = ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")
CONCEPT_COLUMNS = ("administrationLevel", "titleWord", "legalForce", "phrase", "severityCap")
Term = NamedNode | BlankNode | Literal | Triple


class Graph:
    """The triples of some Turtle files, by prefixed names, in the order the files give them."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._prefixes = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
        self._objects: defaultdict[tuple[Term, Term], list[Term]] = defaultdict(list)
        self._subjects: defaultdict[tuple[Term, Term], list[Term]] = defaultdict(list)
        for file in files:
            parser = parse(path=file)
            for quad in parser:
                self._objects[quad.subject, quad.predicate].append(quad.object)
                self._subjects[quad.predicate, quad.object].append(quad.subject)
            self._prefixes |= parser.prefixes

    def iri(self, name: str) -> NamedNode:
        prefix, local = name.split(":", 1)
        return NamedNode(self._prefixes[prefix] + local)

    def short(self, term: Term) -> str:
        """A term as a page prints it: names of our own bare, those of others prefixed."""
        for prefix, namespace in self._prefixes.items():
            if isinstance(term, NamedNode) and term.value.startswith(namespace):
                local = term.value.removeprefix(namespace)
                return local if prefix in ("aln", "code") else f"{prefix}:{local}"
        return term.value if isinstance(term, NamedNode | Literal) else str(term)

    def subjects(self, predicate: str, value: Term) -> list[Term]:
        return self._subjects.get((self.iri(predicate), value), [])

    def typed(self, *kinds: str) -> list[Term]:
        return [term for kind in kinds for term in self.subjects("rdf:type", self.iri(kind))]

    def objects(self, node: Term, predicate: str) -> list[Term]:
        return self._objects.get((node, self.iri(predicate)), [])

    def names(self, node: Term, predicate: str) -> list[str]:
        """The objects as printed: a union as its members, other blank nodes left out."""
        found = []
        for value in self.objects(node, predicate):
            if isinstance(value, BlankNode):
                parts = ("owl:unionOf", "rdf:first", "rdf:rest")
                found += [name for part in parts for name in self.names(value, part)]
            elif value != self.iri("rdf:nil"):
                found.append(self.short(value))
        return found

    def both(self, node: Term, predicate: str, joint: str = "<br>") -> str:
        """The Japanese and the English text of a node."""
        texts = [v for v in self.objects(node, predicate) if isinstance(v, Literal)]
        return joint.join(t.value for lang in ("ja", "en") for t in texts if t.language == lang)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = list(header)
    lines = [columns, ["---"] * len(columns), *([c.replace("|", r"\|") for c in r] for r in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


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
    g = Graph(sorted((root / "ontology").glob("*.ttl")))
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


def page(title: str, sections: dict[str, str]) -> str:
    """A page with a table of contents; the first word of a section's title is its anchor."""
    anchored = [(name.split()[0], name, text.rstrip()) for name, text in sections.items()]
    contents = "".join(f"- [{name}](#{anchor})\n" for anchor, name, _ in anchored)
    bodies = [f'## <a id="{anchor}"></a>{name}\n\n{text}\n' for anchor, name, text in anchored]
    return "\n".join([f"{GENERATED}\n# {title}\n", contents, *bodies])


PAGES: dict[str, Callable[[Path], str]] = {"ontology.md": ontology_page}


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the generated pages of docs/.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check: bool = parser.parse_args().check
    stale = 0
    for name, write in PAGES.items():
        file, text = ROOT / "docs" / name, write(ROOT)
        if not check:
            file.write_text(text, "utf-8", newline="\n")
        elif not file.exists() or file.read_text("utf-8") != text:
            print(f"docs/{name} is stale: run python docs/generate.py")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
