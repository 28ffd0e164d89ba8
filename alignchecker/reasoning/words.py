"""Axioms as sentences, with the place of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.blank import PREFIX as BLANK
from alignchecker.graph.dataset import Node, Role, Term
from alignchecker.graph.describe import Describer
from alignchecker.graph.positions import line_of
from alignchecker.lang import say
from alignchecker.lang.axioms import AXIOMS, EXPRESSIONS, PHRASES
from alignchecker.model.names import PREFIXES, RDF, RDFS, XSD
from alignchecker.reasoning.axioms import OWL, TYPE, Axiom, Kind
from alignchecker.reasoning.theory import Theory

_VOCABULARY = (OWL, RDF, RDFS, XSD)
_LONGEST = 60
_MOST = 20


def _pick(table: dict[str, tuple[str, str]], key: str, lang: str, **parts: object) -> str:
    ja, en = table[key]
    return (ja if lang == "ja" else en).format(**parts)


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts the axioms of one dataset into words."""

    describe: Describer
    theory: Theory

    def lines(self, axioms: Sequence[Axiom], lang: str) -> str:
        """One line for each axiom; of very many the first."""
        labels = Counter(
            self.describe.label(node) for node in {n for a in axioms for n in a.nodes()}
        )
        alike = {label for label, count in labels.items() if count > 1}
        shown = [f"・{self._sentence(a, lang, alike)}" for a in axioms[:_MOST]]
        if len(axioms) > _MOST:
            shown.append(f"・{_pick(PHRASES, 'more', lang, count=len(axioms) - _MOST)}")
        return "\n".join(shown)

    def label(self, node: Node, lang: str) -> str:
        """What to call the contradiction about a node."""
        return _pick(PHRASES, "label", lang, one=self._name(node, lang, frozenset()))

    def _sentence(self, axiom: Axiom, lang: str, alike: Iterable[str]) -> str:
        subject, predicate, value = axiom.triple
        if axiom.kind is Kind.VALUE and axiom.detail:
            value = axiom.detail[0]
        elif axiom.kind is Kind.ONLY:
            predicate_term, value = axiom.detail
            predicate = predicate_term if isinstance(predicate_term, NamedNode) else predicate
        elif axiom.kind is Kind.OTHER and predicate == TYPE and isinstance(value, NamedNode):
            predicate = value
        names = {
            "one": self._name(subject, lang, alike),
            "property": self._name(predicate, lang, alike),
            "other": self._name(value, lang, alike),
        }
        said = _pick(AXIOMS, axiom.kind.value, lang, **names)
        place = self._place(axiom, lang)
        return f"{said}（{place}）" if lang == "ja" else f"{said} ({place})"

    def _place(self, axiom: Axiom, lang: str) -> str:
        """The file and line of a statement; of other axioms the file, where a user added it."""
        graph = axiom.graph
        if graph is None:
            key = "same-file" if axiom.kind is Kind.DIFFERENT else "ontology"
            return _pick(PHRASES, key, lang)
        source = next(f for f in self.describe.dataset.files if f.graph == graph)
        if source.role is Role.ONTOLOGY:
            return _pick(PHRASES, "ontology", lang)
        shown = self.describe.relative(source.path)
        subject = axiom.triple[0]
        line = None
        if isinstance(subject, NamedNode):
            line = line_of(source.path, subject, self.describe.dataset.memory)
        return shown if line is None else say("place.line", lang, path=shown, line=line)

    def _name(self, term: Term, lang: str, alike: Iterable[str]) -> str:
        if isinstance(term, Literal):
            return self._text(term, lang)
        if term in self.theory.unions:
            return _pick(EXPRESSIONS, "or", lang).join(
                self._name(member, lang, alike) for member in self.theory.unions[term]
            )
        if term in self.theory.declarations or term.value.startswith(_VOCABULARY):
            return self._vocabulary(term, lang)
        label = self.describe.label(term)
        if term.value.startswith(BLANK) and label == _local(term):
            return _pick(EXPRESSIONS, "expression", lang)
        return f"{label} <{term.value}>" if label in alike else label

    def _vocabulary(self, term: Node, lang: str) -> str:
        """A class, property or datatype: by its label, else as it is written."""
        label = self.describe.dataset.text(term, NamedNode(RDFS + "label"), lang)
        word = _local(term)
        in_words = word in EXPRESSIONS and term.value.startswith(_VOCABULARY)
        return label or (_pick(EXPRESSIONS, word, lang) if in_words else _short(term))

    def _text(self, term: Literal, lang: str) -> str:
        text = term.value if len(term.value) <= _LONGEST else f"{term.value[:_LONGEST]}…"
        if term.language:
            return _pick(PHRASES, "language", lang, text=text, language=term.language)
        return text


def _short(term: Node) -> str:
    """A term as it is written: owl:Irreflexive, dcterms:isVersionOf."""
    for prefix, namespace in (*PREFIXES.items(), ("owl", OWL)):
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return _local(term)


def _local(term: Node) -> str:
    return term.value.rpartition("#")[2].rpartition("/")[2]
