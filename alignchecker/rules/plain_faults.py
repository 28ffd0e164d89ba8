"""What is wrong with shapes that a user brings: said with file and line and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph import blank
from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.graph.positions import subject_lines
from alignchecker.model.errors import did_you_mean
from alignchecker.model.finding import Notice
from alignchecker.model.names import ALN, RDF, SH
from alignchecker.rules.shacl_terms import NOT_RUN, PARAMETERS, TARGETS, TERMS
from alignchecker.rules.soundness import Words, requests_out

_TYPE = NamedNode(RDF + "type")
_RULE = NamedNode(ALN + "Rule")
_IMPORTS = "http://www.w3.org/2002/07/owl#imports"
_ELSEWHERE = {_IMPORTS, SH + "shapesGraph", SH + "suggestedShapesGraph"}
_SHAPES = {NamedNode(SH + "NodeShape"), NamedNode(SH + "PropertyShape")}
_AIMED = {NamedNode(SH + name) for name in TARGETS}
_ASKING = {NamedNode(SH + name) for name in PARAMETERS}
_QUERIES = {SH + name for name in ("select", "ask", "construct", "update")}
_CLASSES = {"http://www.w3.org/2000/01/rdf-schema#Class", "http://www.w3.org/2002/07/owl#Class"}
_SEVERITIES = {SH + name for name in ("Violation", "Warning", "Info")}


_AIMLESS: Words = (
    "対象のないシェイプです。sh:targetClass などで対象を書くか、"
    "ほかのシェイプから sh:node や sh:property で使ってください。",
    "A shape without a target. Say what it is about with sh:targetClass or the like, or use it"
    " from another shape with sh:node or sh:property.",
)


class Places:
    """Where things stand in one file of shapes."""

    def __init__(self, file: Path, said: Iterable[Statement]) -> None:
        self.file = file
        self._text = file.read_text(encoding="utf-8-sig")
        self._names = blank.names(blank.statements(_Said(*statement) for statement in said))  # type: ignore[misc]

    def name(self, node: BlankNode) -> NamedNode:
        """The IRI by which a node without a name is known."""
        return NamedNode(self._names[node.value])

    def of(self, node: Node) -> int | None:
        """The line on which a node is described, or None."""
        named = self.name(node) if isinstance(node, BlankNode) else node
        return self._lines.get(named.value)

    @cached_property
    def _lines(self) -> dict[str, int]:
        return subject_lines(self.file)

    def of_term(self, iri: str) -> int | None:
        """The first line that names a term, or None."""
        local = iri.rpartition("#")[2].rpartition("/")[2]
        token = rf"<{re.escape(iri)}>|(?<![\w-])[\w-]*:{re.escape(local)}(?![\w-])"
        match = re.search(token, self._text)
        return None if match is None else self._text.count("\n", 0, match.start()) + 1

    def at(self, line: int | None) -> str:
        """A place before a message: "own.ttl:12"."""
        return str(self.file) if line is None else f"{self.file}:{line}"


class _Said:
    """A statement with the names that ``blank`` asks for."""

    def __init__(self, subject: Node, predicate: NamedNode, value: Term) -> None:
        self.subject, self.predicate, self.object = subject, predicate, value


def targeted(said: Iterable[Statement]) -> list[Node]:
    """The shapes that are aimed at something, in their order (SHACL 2.1.3)."""
    statements = list(said)
    aimed = {s: None for s, p, _ in statements if p in _AIMED}
    shapes = {s for s, p, o in statements if (p == _TYPE and o in _SHAPES) or p in _ASKING}
    classes = {s: None for s, p, o in statements if p == _TYPE and o.value in _CLASSES}
    return list(aimed | {node: None for node in classes if node in shapes})


def plain_faults(places: Places, said: Iterable[Statement], others: set[Term]) -> Iterator[Words]:
    """Everything that keeps the shapes of a file from meaning what was meant.

    others: what any of the files refers to.
    """
    statements = list(said)
    for line, (ja, en) in _faults(places, statements, others):
        yield f"{places.at(line)}: {ja}", f"{places.at(line)}: {en}"


def _faults(
    places: Places, said: list[Statement], others: set[Term]
) -> Iterator[tuple[int | None, Words]]:
    terms = dict.fromkeys(
        t for _, p, o in said for t in (p, o) if isinstance(t, NamedNode) and t.value.startswith(SH)
    )
    for term in terms:
        words = _term(term.value.removeprefix(SH))
        if words is not None:
            yield places.of_term(term.value), words
    for subject, predicate, value in said:
        if predicate.value in _QUERIES and isinstance(value, Literal):
            for word in requests_out(value.value):
                yield places.of(subject) or places.of_term(predicate.value), _request(word)
    aimed = set(targeted(said))
    shapes = {s: None for s, p, o in said if (p == _TYPE and o in _SHAPES) or p in _ASKING}
    excused = others | {s for s, p, o in said if o == _RULE or _misspelt(p)}
    for node in shapes:
        if node not in aimed and node not in excused:
            yield places.of(node), _AIMLESS


def _misspelt(term: NamedNode) -> bool:
    return term.value.startswith(SH) and term.value.removeprefix(SH) not in TERMS


def _term(name: str) -> Words | None:
    """What is wrong with a term of SHACL's namespace; None where nothing is."""
    if name in NOT_RUN:
        return (
            f"sh:{name} は使えません（データを書き換える規則、JavaScript、推論は実行しません）。"
            "SHACL の制約か sh:sparql で書いてください。",
            f"sh:{name} cannot be used (rules that change data, JavaScript and entailment are not"
            " run). Write it as a constraint of SHACL or as sh:sparql.",
        )
    if name in TERMS:
        return None
    ja, en = did_you_mean(name, TERMS)
    return (
        f"sh:{name} は SHACL にありません。{ja}綴りを直してください。",
        f"SHACL has no sh:{name}.{en} Correct the spelling.",
    )


def _request(word: str) -> Words:
    return (
        f"検査式に {word} は使えません（外部へは取りに行きません）。"
        "読み込むファイルの中だけを調べる式に改めてください。",
        f"A query must not use {word} (nothing is fetched from elsewhere). Ask only about what is"
        " in the files that are read.",
    )


def notices(places: Places, said: Iterable[Statement]) -> Iterator[Notice]:
    """What is left alone, though the file may mean otherwise."""
    for _, predicate, value in said:
        if predicate.value in _ELSEWHERE and isinstance(value, NamedNode):
            line = places.of_term(value.value) or places.of_term(predicate.value)
            yield Notice(
                str(places.file),
                line,
                f"{value.value} は取り込みません（外部へは取りに行きません）。"
                "必要なら、そのファイルを設定の shapes に加えてください。",
                f"{value.value} is not imported (nothing is fetched from elsewhere)."
                " If it is needed, list its file under shapes in the configuration.",
            )
        if predicate.value == SH + "severity" and value.value not in _SEVERITIES:
            yield Notice(
                str(places.file),
                places.of_term(value.value),
                f"区分 {value.value} は「要修正」として扱います。"
                "sh:Violation、sh:Warning、sh:Info のどれかを使ってください。",
                f"The severity {value.value} counts as sh:Violation."
                " Use sh:Violation, sh:Warning or sh:Info.",
            )
