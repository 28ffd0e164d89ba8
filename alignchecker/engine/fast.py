"""The fast engine: each constraint once over all its targets, a whole column at a time.

A constraint is asked with the targets of its shape as the values of $this, which is what SHACL says
of each of them one by one (SHACL 5.3, appendix A). What cannot be asked that way soundly (see
``sparql.scope``) is left to the reference engine.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.affected import affected
from alignchecker.engine.interface import Evaluation, Result
from alignchecker.engine.targets import aim_changes, focus_nodes
from alignchecker.graph.dataset import Dataset, Term
from alignchecker.rules.catalogue import Rule
from alignchecker.sparql.errors import QueryError, Unsupported
from alignchecker.sparql.query import prepare, solutions
from alignchecker.sparql.table import UNBOUND, Table
from alignchecker.triples.index import Numbered

_THIS = "this"
_GIVEN = frozenset({_THIS})


class FastEngine:
    """Set-wise evaluation, with the reference engine for what it does not know."""

    def evaluate(self, dataset: Dataset, rules: Sequence[Rule]) -> list[Evaluation]:
        """See ``Engine``."""
        found = [self._evaluate(dataset, rule) for rule in rules]
        left = [rule for rule, evaluation in zip(rules, found, strict=True) if evaluation is None]
        if not left:
            return [evaluation for evaluation in found if evaluation is not None]
        from alignchecker.engine.pyshacl_engine import PyshaclEngine  # noqa: PLC0415

        others = {e.rule.id: e for e in PyshaclEngine().evaluate(dataset, left)}
        return [e if e is not None else others[r.id] for r, e in zip(rules, found, strict=True)]

    def _evaluate(self, dataset: Dataset, rule: Rule) -> Evaluation | None:
        started = time.perf_counter()
        try:
            results = dataset.memory.adjusted(
                rule.iri, partial(results_of, dataset, rule), partial(_adjusted, dataset, rule)
            )
        except (Unsupported, QueryError):
            return None
        # Whatever a rule fails with, the run goes on.
        except Exception as error:
            seconds = time.perf_counter() - started
            return Evaluation(rule, (), seconds, str(error) or repr(error))
        return Evaluation(rule, tuple(results), time.perf_counter() - started)


def results_of(dataset: Dataset, rule: Rule) -> list[Result]:
    """The results of a rule, sorted: one per focus node, path and value.

    Raises Unsupported for a constraint that cannot be asked of all nodes at once.
    """
    return _ask(dataset, rule, focus_nodes(dataset.index, rule))


def _ask(dataset: Dataset, rule: Rule, nodes: Sequence[int]) -> list[Result]:
    query = prepare(rule.select, rule.prefixes, _GIVEN)
    if not nodes:
        return []
    found = solutions(dataset.index, query, Table({_THIS: list(nodes)}, len(nodes)))
    return sorted(_results(dataset, rule, found), key=_order)


def _adjusted(
    dataset: Dataset, rule: Rule, old: Sequence[Result], changed: Collection[Numbered]
) -> list[Result] | None:
    """The results after some changes: asked again of those nodes only that they can bear on."""
    index = dataset.index
    nodes = affected(index, prepare(rule.select, rule.prefixes, _GIVEN), changed)
    aimed_at = aim_changes(index, rule, changed)
    if nodes is None or aimed_at is None:
        return None
    nodes |= aimed_at
    again = [node for node in focus_nodes(index, rule) if node in nodes]
    kept = [result for result in old if index.find(result.focus) not in nodes]
    return sorted([*kept, *_ask(dataset, rule, again)], key=_order)


def _results(dataset: Dataset, rule: Rule, found: Table) -> Iterator[Result]:
    """Of several rows that give one result, the first by its words."""
    terms = dataset.index.terms
    rows: dict[tuple[int, int, int], list[tuple[int, ...]]] = {}
    names = list(found.columns)
    key = [names.index(name) if name in names else -1 for name in (_THIS, "path", "value")]
    for row in zip(*found.columns.values(), strict=True):
        this, path, value = (UNBOUND if place < 0 else row[place] for place in key)
        rows.setdefault((this, path, value), []).append(row)
    for (this, path, value), same in rows.items():
        bound = [_terms(names, row, terms) for row in dict.fromkeys(same)]
        focus = terms[this]
        yield Result(
            focus,  # type: ignore[arg-type]
            None if path == UNBOUND else terms[path],
            None if value in {UNBOUND, this} else terms[value],
            rule.severity,
            bound[0] if len(bound) == 1 else min(bound, key=_words),
        )


def _terms(names: Sequence[str], row: Sequence[int], terms: Sequence[Term]) -> Mapping[str, Term]:
    return {n: terms[number] for n, number in zip(names, row, strict=True) if number != UNBOUND}


def _words(row: Mapping[str, Term]) -> list[tuple[str, str]]:
    return sorted((name, _word(term)) for name, term in row.items())


def _word(term: Term) -> str:
    return term.value if isinstance(term, (Literal, NamedNode)) else str(term)


def _order(result: Result) -> tuple[str, str, str]:
    return str(result.focus), str(result.path), str(result.value)
