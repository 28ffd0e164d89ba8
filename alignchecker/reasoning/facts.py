"""What reasoning found, as facts that the rules of shapes/owl.ttl test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Role, Statement, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.facts import RUN
from alignchecker.lang import LANGUAGES
from alignchecker.model.names import RDFS
from alignchecker.reasoning.axioms import TYPE, Axiom
from alignchecker.reasoning.explaining import Contradiction, Found
from alignchecker.reasoning.theory import Theory
from alignchecker.reasoning.words import Wording

_LABEL = NamedNode(RDFS + "label")


def facts_of(found: Found, theory: Theory, describe: Describer) -> Iterator[Statement]:
    """That reasoning was done, each contradiction, each class that can have no member."""
    wording = Wording(describe, theory)
    yield RUN, aln("reasoned"), Literal(True)
    for one in found.contradictions:
        focus = _focus(describe.dataset, one.axioms)
        if focus is not None:
            node = _node_of(one)
            yield focus, aln("contradiction"), node
            yield from _about(node, one, focus, wording)
    for kind, one in found.impossible:
        node = _node_of(one)
        yield kind, aln("impossibleBecause"), node
        yield from _about(node, one, kind, wording)


def _about(
    node: NamedNode, one: Contradiction, focus: NamedNode, wording: Wording
) -> Iterator[Statement]:
    yield node, TYPE, aln("Contradiction")
    for lang in LANGUAGES:
        yield node, _LABEL, Literal(wording.label(focus, lang), language=lang)
        text = wording.lines(one.axioms, lang)
        yield node, aln("contradictoryStatements"), Literal(text, language=lang)
    involved = dict.fromkeys(n for axiom in (*one.axioms, *one.alike) for n in axiom.nodes())
    for thing in involved:
        yield node, aln("involves"), thing
    if one.alike:
        yield node, aln("alikeCount"), Literal(len(one.alike))
    if not one.smallest:
        yield node, aln("unshrunkCount"), Literal(len(one.axioms))


def _focus(dataset: Dataset, axioms: Sequence[Axiom]) -> NamedNode | None:
    """The thing that a finding is about: the first that an input says something of."""
    inputs = {file.graph for file in dataset.files if file.role is Role.INPUT}
    ours = [axiom for axiom in axioms if axiom.graph in inputs]
    ours.sort(key=lambda axiom: not axiom.is_statement)
    subjects = (axiom.triple[0] for axiom in ours)
    return next((node for node in subjects if isinstance(node, NamedNode)), None)


def _node_of(one: Contradiction) -> NamedNode:
    """The same IRI for the same axioms, in whatever files they stand."""
    said = "\n".join(sorted(" ".join(map(str, axiom.triple)) for axiom in one.axioms))
    digest = hashlib.sha256(said.encode()).hexdigest()[:16]
    return NamedNode(f"urn:x-alignchecker:contradiction:{digest}")
