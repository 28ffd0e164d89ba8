"""What the pages of docs/ are made with: triples by prefixed names, and Markdown."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, parse

GENERATED = "<!-- Written by docs/generate.py from the Turtle files: edit those. -->\n"
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

    def text(self, node: Term, predicate: str, lang: str) -> str:
        """The text of a node in one language."""
        texts = [v for v in self.objects(node, predicate) if isinstance(v, Literal)]
        return next(t.value for t in texts if t.language == lang)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = list(header)
    lines = [columns, ["---"] * len(columns), *([c.replace("|", r"\|") for c in r] for r in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def ontology_graph(root: Path) -> Graph:
    """The ontology with its code lists."""
    return Graph(sorted((root / "ontology").glob("*.ttl")))


def page(title: str, sections: dict[str, str]) -> str:
    """A page with a table of contents; the first word of a section's title is its anchor."""
    anchored = [(name.split()[0], name, text.rstrip()) for name, text in sections.items()]
    contents = "".join(f"- [{name}](#{anchor})\n" for anchor, name, _ in anchored)
    bodies = [f'## <a id="{anchor}"></a>{name}\n\n{text}\n' for anchor, name, text in anchored]
    return "\n".join([f"{GENERATED}\n# {title}\n", contents, *bodies])
