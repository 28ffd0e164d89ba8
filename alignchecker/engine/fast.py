"""The fast engine: each shape once over all its targets, a whole column at a time.

A constraint is asked with all focus nodes of its shape together, which is what SHACL says of each
of them one by one (SHACL 3.4; for SPARQL 5.3, appendix A). What cannot be asked that way soundly
(see ``sparql.scope``), or is not known here, is left to the reference engine.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.affected import affected
from alignchecker.engine.core.paths import path_text
from alignchecker.engine.core.reading import Reader
from alignchecker.engine.core.shape import Shape, Violation
from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.engine.core.validation import Validation
from alignchecker.engine.interface import Begin, Evaluation, Result, Source, silent
from alignchecker.engine.targets import aim_changes, focus_nodes
from alignchecker.graph.dataset import Dataset, Statement, Term
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Rule, severity_of
from alignchecker.sparql.algebra import Path
from alignchecker.sparql.errors import QueryError, Unsupported
from alignchecker.sparql.table import UNBOUND
from alignchecker.triples.index import Numbered


class FastEngine:
    """Set-wise evaluation, with the reference engine for what it does not know."""

    def evaluate(
        self, dataset: Dataset, rules: Sequence[Rule], begin: Begin = silent
    ) -> list[Evaluation]:
        """See ``Engine``."""
        found = []
        for rule in rules:
            begin(rule)
            found.append(_evaluate(dataset, rule))
        left = {e.rule.id: e for e in found if e.left is not None}
        if not left:
            return found
        # It takes longer to load than this one takes for a city.
        from alignchecker.engine.pyshacl_engine import PyshaclEngine  # noqa: PLC0415

        others = PyshaclEngine().evaluate(dataset, [e.rule for e in left.values()], begin)
        done = {e.rule.id: replace(e, left=left[e.rule.id].left) for e in others}
        return [done.get(evaluation.rule.id, evaluation) for evaluation in found]


def _evaluate(dataset: Dataset, rule: Rule) -> Evaluation:
    """What a rule gave, or why it is left to another engine."""
    started = time.perf_counter()
    try:
        results = dataset.memory.adjusted(
            rule.iri, partial(results_of, dataset, rule), partial(_adjusted, dataset, rule)
        )
    except (Unsupported, QueryError) as error:
        return Evaluation(rule, (), 0.0, left=str(error))
    # Whatever a rule fails with, the run goes on.
    except Exception as error:
        seconds = time.perf_counter() - started
        return Evaluation(rule, (), seconds, str(error) or repr(error))
    return Evaluation(rule, tuple(results), time.perf_counter() - started)


def results_of(dataset: Dataset, rule: Rule) -> list[Result]:
    """The results of a rule, sorted; of a documented one, one per focus node, path and value.

    Raises Unsupported for a shape that cannot be asked of all nodes at once, IllFormed for one that
    is none.
    """
    return _ask(dataset, rule, focus_nodes(dataset.index, rule.iri, rule.triples))


def _ask(dataset: Dataset, rule: Rule, nodes: Collection[int]) -> list[Result]:
    run = Validation(dataset.index)
    found = (violation for _, violation in run.results(read_shape(rule), nodes))
    return sorted(_results(dataset, rule, found), key=_order)


def _adjusted(
    dataset: Dataset, rule: Rule, old: Sequence[Result], changed: Collection[Numbered]
) -> list[Result] | None:
    """The results after some changes: asked again of those nodes only that they can bear on.

    None where that is not known: of a query the way back to $this is, of a component it is not.
    """
    index = dataset.index
    nodes = aim_changes(index, rule.iri, rule.triples, changed)
    for constraint in read_shape(rule).constraints:
        reached = None
        if constraint.query is not None:
            reached = affected(index, constraint.query, changed)
        if nodes is None or reached is None:
            return None
        nodes |= reached
    if nodes is None:
        return None
    targets = focus_nodes(index, rule.iri, rule.triples)
    again = [node for node in targets if node in nodes]
    kept = [result for result in old if index.find(result.focus) not in nodes]
    return sorted([*kept, *_ask(dataset, rule, again)], key=_order)


def read_shape(rule: Rule) -> Shape:
    """The shape of a rule. Raises Unsupported, QueryError and IllFormed, see ``results_of``."""
    return _reader(_Whole(rule.triples)).shape(rule.iri)


class _Whole:
    """Statements that are one thing: compared by where they are, not one by one."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self.statements = statements

    def __hash__(self) -> int:
        return id(self.statements)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and self.statements is other.statements


@lru_cache(maxsize=4)
def _reader(whole: _Whole) -> Reader:
    """Plain shapes share the statements of all files that they stand in."""
    return Reader(ShapesGraph(whole.statements))


def _results(dataset: Dataset, rule: Rule, found: Iterator[Violation]) -> Iterator[Result]:
    terms = dataset.index.terms
    for violation in found:
        value = None if violation.value == UNBOUND else terms[violation.value]
        focus, path = terms[violation.focus], _path_term(violation.path)
        row = {name: terms[number] for name, number in violation.row.items()}
        if rule.plain:
            source = _source(violation)
            severity = severity_of(source.severity.value, Severity.VIOLATION)
            yield Result(focus, path, value, severity, row, source)  # type: ignore[arg-type]
        else:
            # SHACL: without ?value the focus node is the value.
            other = None if value == focus else value
            yield Result(focus, path, other, rule.severity, row)  # type: ignore[arg-type]


def _source(violation: Violation) -> Source:
    asked = violation.constraint
    return Source(
        asked.source,
        asked.component,
        asked.severity,
        violation.path,
        asked.statement,
        asked.messages,
        asked.parameters,
    )


def _path_term(path: Path | None) -> Term | None:
    return path if path is None or isinstance(path, NamedNode) else Literal(path_text(path))


def _order(result: Result) -> tuple[str, ...]:
    source = result.source
    own = () if source is None else (source.component.value, str(source.shape))
    return (str(result.focus), str(result.path), str(result.value), *own)
