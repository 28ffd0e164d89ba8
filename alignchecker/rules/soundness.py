"""What keeps a shape from being a rule: said with file and line and with what to do about it.

A misspelt class, property or reason passes silently in SHACL: the rule then finds nothing, or too
much. So whatever a shape names is held against the ontology and the catalogue before it is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, Store, parse

from alignchecker.lang import LANGUAGES
from alignchecker.model.errors import did_you_mean
from alignchecker.model.names import ALN, CODE, DCTERMS, PREFIXES, RDF, RDFS, SH
from alignchecker.model.resources import resource
from alignchecker.rules.shape_files import ShapeFiles, local_name

if TYPE_CHECKING:
    from alignchecker.graph.dataset import Node

Words = tuple[str, str]
"""The same in Japanese and in English."""

_RULE = ALN + "Rule"
_TYPE = NamedNode(RDF + "type")
_CLASS = NamedNode("http://www.w3.org/2002/07/owl#Class")
_DOMAIN = NamedNode(RDFS + "domain")
_RUN = NamedNode(ALN + "Run")
_ONE = (
    DCTERMS + "identifier",
    ALN + "family",
    ALN + "profile",
    ALN + "since",
    SH + "severity",
    ALN + "passingExample",
    ALN + "failingExample",
)
_TEXTS = (RDFS + "label", RDFS + "comment", ALN + "why", ALN + "remedy", DCTERMS + "source")
_OPTIONAL_TEXTS = (ALN + "evidence", ALN + "rollUpMessage")
# An IRI is kept apart; strings and comments of a query are no part of what it asks.
_TOKEN = re.compile(
    r"""<([^<>\s]*)>|\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}"""
    r"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\#.*"""
)
_NAME = re.compile(r"(?<![\w:?$-])(aln|code):([A-Za-z](?:[\w-]*\w)?)")
# SHACL forbids these in a constraint (FROM is no part of one); FROM and SERVICE send requests out,
# and so would a keyword written with \u escapes, which rdflib expands.
_FORBIDDEN = re.compile(r"(?<![\w?$:-])(MINUS|VALUES|SERVICE|FROM)(?![\w:-])|\\u", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_MOST = 0x110000
_SELECT = re.compile(r"(?<![\w?$:-])SELECT(?![\w:-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ontology:
    """What ontology/ declares, as IRIs. run_properties: what a rule may need of a run."""

    terms: frozenset[str]
    classes: frozenset[str]
    run_properties: frozenset[str]


@cache
def ontology() -> Ontology:
    """The shipped ontology with its code lists."""
    terms, classes, run_properties = set(), set(), set()
    for file in sorted(resource("ontology").glob("*.ttl")):
        for quad in parse(path=str(file)):
            if not isinstance(quad.subject, NamedNode):
                continue
            if quad.predicate == _TYPE:
                terms.add(quad.subject.value)
                if quad.object == _CLASS:
                    classes.add(quad.subject.value)
            elif quad.predicate == _DOMAIN and quad.object == _RUN:
                run_properties.add(quad.subject.value)
    return Ontology(frozenset(terms), frozenset(classes), frozenset(run_properties))


def faults(shapes: ShapeFiles, choices: Mapping[str, Collection[str]]) -> Iterator[Words]:
    """Everything that is wrong with the rules of a folder, each with its place.

    choices: property -> local names that its values may have.
    """
    yield from _repeated(shapes)
    for node in shapes.subjects(_RULE):
        yield from faults_of(shapes, node, choices)


def faults_of(
    shapes: ShapeFiles, node: NamedNode, choices: Mapping[str, Collection[str]]
) -> Iterator[Words]:
    """Everything that is wrong with one rule by itself, each with its place."""
    for ja, en in _of_rule(shapes, node, choices):
        place = shapes.places(node, _RULE)
        yield f"{place}: {ja}", f"{place}: {en}"


def _repeated(shapes: ShapeFiles) -> Iterator[Words]:
    named: defaultdict[str | None, list[NamedNode]] = defaultdict(list)
    for node in shapes.subjects(_RULE):
        named[shapes.text(node, DCTERMS + "identifier")].append(node)
    for name, nodes in named.items():
        if name is not None and sum(shapes.times(node, _RULE) for node in nodes) > 1:
            places = ", ".join(shapes.places(node, _RULE) for node in nodes)
            yield (
                f"{places}: 規則の名前「{name}」が重複しています。一つを残して改めてください。",
                f"{places}: the rule id '{name}' is used twice. Rename all but one.",
            )


def _of_rule(
    shapes: ShapeFiles, node: NamedNode, choices: Mapping[str, Collection[str]]
) -> Iterator[Words]:
    yield from _number(shapes, node)
    for name, allowed in choices.items():
        for value in sorted(shapes.local_names(node, name)):
            if value not in allowed:
                yield _unknown(f"{_short(name)} の", f"as {_short(name)}", value, allowed)
    for name in (*_TEXTS, *_OPTIONAL_TEXTS):
        yield from _translated(shapes, node, name)
    if shapes.text(node, ALN + "rollUp") != "true" and shapes.texts(node, ALN + "rollUpMessage"):
        yield (
            "aln:rollUpMessage がありますが aln:rollUp true がありません。加えてください。",
            "aln:rollUpMessage without aln:rollUp true. Add it.",
        )
    yield from _declared(shapes, node)
    for constraint in shapes.values(node, SH + "sparql"):
        if isinstance(constraint, BlankNode):
            yield from _translated(shapes, constraint, SH + "message")
            prefixes = shapes.prefixes(constraint)
            for query in shapes.literals(constraint, SH + "select"):
                yield from _query("sh:select", query.value, prefixes)
    for query in shapes.literals(node, ALN + "appliesTo"):
        yield from _query("aln:appliesTo", query.value, PREFIXES)


def _number(shapes: ShapeFiles, node: NamedNode) -> Iterator[Words]:
    """What a rule must have once."""
    counts = {_short(name): len(shapes.values(node, name)) for name in _ONE}
    counts["sh:targetClass"] = len(shapes.targets(node))
    constraints = [c for c in shapes.values(node, SH + "sparql") if isinstance(c, BlankNode)]
    counts["sh:sparql"] = len(constraints)
    for constraint in constraints:
        counts["sh:select"] = len(shapes.values(constraint, SH + "select"))
    for name, count in counts.items():
        if count != 1:
            yield (
                f"{name} が{count}個あります。一つにしてください（shapes/README.md）。",
                f"{name}: {count} found. There must be exactly one (shapes/README.md).",
            )


def _translated(shapes: ShapeFiles, node: Node, name: str) -> Iterator[Words]:
    """A text stands once in each language; an optional one may be left out in all."""
    given = [v.language for v in shapes.literals(node, name) if v.value.strip()]
    if name in _OPTIONAL_TEXTS and not shapes.literals(node, name):
        roll_up = name == ALN + "rollUpMessage" and shapes.text(node, ALN + "rollUp") == "true"
        if not roll_up:
            return
    for lang in LANGUAGES:
        if given.count(lang) != 1:
            yield (
                f"{_short(name)} の文（@{lang}）が{given.count(lang)}個あります。"
                "日本語と英語で一つずつ書いてください。",
                f"{_short(name)}: {given.count(lang)} texts in @{lang}. "
                "Write one in Japanese and one in English.",
            )


def _declared(shapes: ShapeFiles, node: NamedNode) -> Iterator[Words]:
    """Classes and properties that the shape itself names."""
    known = ontology()
    classes = {v.value for v in shapes.values(node, SH + "targetClass")}
    for target in shapes.targets(node):
        among = known.classes if target.value in classes else known.terms
        if target.value not in among:
            yield _undeclared("対象", "target", target.value, among)
    for _, predicate, _ in shapes.reachable(node):
        if predicate.value.startswith(ALN) and predicate.value not in known.terms:
            yield _undeclared("性質", "property", predicate.value, known.terms)


def requests_out(text: str) -> list[str]:
    """What in a query would send requests out of this machine.

    Escapes are resolved first, as rdflib does before it looks for the ends of strings.
    """
    resolved = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16) % _MOST), text)
    found = {
        match[0].upper()
        for words in (text, resolved)
        for match in _FORBIDDEN.finditer(_TOKEN.sub(" ", words))
    }
    return sorted(found & {"SERVICE", "FROM", "\\U"})


def _query(name: str, text: str, prefixes: Mapping[str, str]) -> Iterator[Words]:
    iris = [match[1] for match in _TOKEN.finditer(text) if match[1]]
    bare = _TOKEN.sub(" ", text)
    banned = sorted({match[0].upper() for match in _FORBIDDEN.finditer(bare)})
    banned += ["SELECT … SELECT"] if len(_SELECT.findall(bare)) > 1 else []
    for word in banned:
        yield (
            f"{name} では {word} を使えません。shapes/README.md の書き方に改めてください。",
            f"{name} must not use {word}. Rewrite it as shapes/README.md says.",
        )
    named = {(ALN if prefix == "aln" else CODE) + local for prefix, local in _NAME.findall(bare)}
    named |= {iri for iri in iris if iri.startswith((ALN, CODE))}
    for iri in sorted(named - ontology().terms):
        yield _undeclared(f"{name} の語", f"term in {name}", iri, ontology().terms)
    # A query that may send requests out is not given to anything that would run it.
    if not banned:
        yield from _parsed(name, text, prefixes)


def _parsed(name: str, text: str, prefixes: Mapping[str, str]) -> Iterator[Words]:
    try:
        rows = Store().query(text, prefixes=dict(prefixes))
    except SyntaxError as error:
        yield (
            f"{name} の SPARQL が読めません。直してください: {error}",
            f"{name} is not SPARQL that can be read. Correct it: {error}",
        )
        return
    if not isinstance(rows, QuerySolutions) or "this" not in [v.value for v in rows.variables]:
        yield (
            f"{name} は $this を返す SELECT でなければなりません。書き直してください。",
            f"{name} must be a SELECT that gives $this. Rewrite it.",
        )


def _short(iri: str) -> str:
    """A name as shapes write it: "aln:why"."""
    return next(
        (f"{prefix}:{iri.removeprefix(namespace)}" for prefix, namespace in PREFIXES.items()
         if iri.startswith(namespace)),
        iri,
    )  # fmt: skip


def _unknown(ja: str, en: str, value: str, allowed: Collection[str]) -> Words:
    near_ja, near_en = did_you_mean(value, allowed)
    listed = ", ".join(sorted(allowed))
    return (
        f"{ja}「{value}」は使えません。{near_ja}{listed} から選んでください。",
        f"'{value}' cannot stand {en}.{near_en} Choose one of {listed}.",
    )


def _undeclared(ja: str, en: str, iri: str, known: Collection[str]) -> Words:
    names = {local_name(NamedNode(term)) for term in known}
    near_ja, near_en = did_you_mean(local_name(NamedNode(iri)), names)
    return (
        f"{ja} {_short(iri)} は ontology/ にありません。{near_ja}"
        "綴りを直すか、ontology/ に加えてください。",
        f"The {en} {_short(iri)} is not in ontology/.{near_en} Correct it, or declare it there.",
    )
