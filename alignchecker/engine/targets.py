"""The focus nodes of a shape (SHACL 2.1.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pyoxigraph import NamedNode

from alignchecker.model.names import RDF, RDFS, SH
from alignchecker.rules.catalogue import Rule
from alignchecker.triples.index import Index, Numbered

_TYPE = NamedNode(RDF + "type")
_SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")


def focus_nodes(index: Index, rule: Rule) -> list[int]:
    """The numbers of the nodes that a rule's shape is aimed at, each once."""
    return list(dict.fromkeys(_targets(index, rule)))


def aim_changes(index: Index, rule: Rule, changed: Collection[Numbered]) -> set[int] | None:
    """Nodes that changes may have made targets, or no targets any more; None for any node."""
    if any(predicate == index.find(_SUB_CLASS_OF) for _, predicate, _ in changed):
        return None
    aims = {index.find(o) for s, p, o in rule.triples if s == rule.iri and "target" in p.value}
    aims.add(index.find(_TYPE))
    return {node for s, p, o in changed if p in aims for node in (s, o)}


def _targets(index: Index, rule: Rule) -> Iterator[int]:
    for subject, predicate, value in rule.triples:
        if subject != rule.iri:
            continue
        number = index.find(value)
        match predicate.value.removeprefix(SH):
            case "targetClass":
                yield from _instances(index, number)
            case "targetSubjectsOf":
                yield from index.column(number).subjects()
            case "targetObjectsOf":
                yield from index.column(number).backward
            case "targetNode":
                yield index.number(value)


def _instances(index: Index, kind: int) -> Iterator[int]:
    """Instances of a class and of its subclasses."""
    types = index.column(index.find(_TYPE)).backward
    below = index.column(index.find(_SUB_CLASS_OF)).backward
    waiting, seen = [kind], {kind}
    while waiting:
        one = waiting.pop()
        yield from types.get(one, ())
        for other in below.get(one, ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
