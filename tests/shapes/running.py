"""An example of a rule as a dataset, and a rule run over it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse
from rdflib.plugins.sparql import prepareQuery

from alignchecker.engine.assemble import Assembler
from alignchecker.engine.fast import FastEngine
from alignchecker.engine.interface import Evaluation
from alignchecker.engine.pyshacl_engine import PyshaclEngine
from alignchecker.engine.scope import Scope
from alignchecker.graph.dataset import Dataset, Role, SourceFile
from alignchecker.graph.describe import Describer
from alignchecker.graph.facts import derive, run_facts
from alignchecker.model.finding import Finding
from alignchecker.model.names import PREFIXES, SH
from alignchecker.model.resources import resource
from alignchecker.model.severity import Severity
from alignchecker.rules.baseline import Baseline
from alignchecker.rules.catalogue import Rule, load_catalogue
from alignchecker.rules.configuration import Choice
from alignchecker.rules.selection import selection
from alignchecker.rules.waivers import Waivers

AS_OF = datetime.date(2026, 11, 22)
HEADER = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
EXAMPLE = HEADER + "@prefix ex: <https://example.org/> .\n"


def dataset_of(example: str) -> Dataset:
    """The example as an input file, with the ontology and the derived facts."""
    dataset = Dataset()
    source = SourceFile(Path("example.ttl"), Role.INPUT)
    triples = parse(EXAMPLE + example, format=RdfFormat.TURTLE)
    _add(dataset, source, triples)
    for path, statements in _ontology().items():
        _add(dataset, SourceFile(path, Role.ONTOLOGY), statements)
    derive(dataset)
    dataset.add_facts(run_facts(AS_OF))
    return dataset


@cache
def _ontology() -> dict[Path, list[Quad]]:
    """The triples of each of its files."""
    return {
        path: list(parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True))
        for path in sorted(resource("ontology").glob("*.ttl"))
    }


def evaluate(dataset: Dataset, rule: Rule) -> Evaluation:
    """The rule's results, the same from both engines; a query that cannot be run fails the test."""
    (evaluation,) = FastEngine().evaluate(dataset, [rule])
    (reference,) = PyshaclEngine().evaluate(dataset, [rule])
    assert reference.failure is evaluation.failure is None
    assert evaluation.results == reference.results
    return evaluation


def refused_by_rdflib(rule: Rule) -> str | None:
    """What rdflib says against a query of a rule that Oxigraph has read, or None."""
    declared = {
        name: {s: getattr(o, "value", "") for s, p, o in rule.triples if p.value == SH + name}
        for name in ("prefix", "namespace")
    }
    prefixes = {prefix: declared["namespace"][node] for node, prefix in declared["prefix"].items()}
    try:
        prepareQuery(rule.select, initNs=prefixes)
        if rule.applies_to is not None:
            prepareQuery(rule.applies_to, initNs=PREFIXES)
    # As many kinds of errors as its parser has: it is a test that asks, and it wants the words.
    except Exception as error:
        return str(error)
    return None


def findings(
    dataset: Dataset,
    rule: Rule,
    as_of: datetime.date | None = None,
    configured: Mapping[str, Severity] | None = None,
) -> list[Finding]:
    """What is made of the rule's results, whatever profile the plans are of."""
    describe = Describer(dataset)
    evaluation = evaluate(dataset, rule)
    plans = [describe.plan_of(result.focus) for result in evaluation.results]
    known = {plan for plan in plans if plan is not None}
    every = Choice(profile=[rule.profile], severity=configured or {})
    chosen = selection(load_catalogue(), dataset, known, every, {})
    waivers = Waivers.read(dataset, as_of)
    assembler = Assembler(dataset, describe, waivers, chosen, Baseline(), None, Scope(dataset))
    return list(assembler.findings(evaluation).findings)


def _add(dataset: Dataset, source: SourceFile, triples: Iterable[Quad]) -> None:
    dataset.add_numbered(source, dataset.index.number_quads(triples))
