"""Graphs with rules that they may concern, as hypothesis strategies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from hypothesis import strategies as st

from .edits import EDITS, Edit, edited
from .material import Case, examples, excerpt, rules, with_facts
from .patterns import patterned

_FEW = st.lists(st.sampled_from([rule.id for rule in rules()]), max_size=3)
_EDITS = st.lists(EDITS, max_size=8)


def _together(cases: Sequence[Case]) -> Case:
    """Several graphs as one; nodes of the same name become one node."""
    graph = tuple(dict.fromkeys(chain(*(case.graph for case in cases))))
    return Case(graph, frozenset(chain(*(case.rules for case in cases))))


def _excerpt(place: int, size: int) -> Case:
    return Case(excerpt(place, size), frozenset())


_EXCERPTS = st.builds(_excerpt, st.integers(0, 10**5), st.integers(10, 80))
_EXAMPLES = st.lists(st.sampled_from(examples()), min_size=1, max_size=3)


@lru_cache(maxsize=512)
def derived(case: Case) -> Case:
    """A case with all that follows from its graph."""
    return Case(with_facts(case.graph), case.rules)


def _changed(case: Case, edits: Sequence[Edit], others: Sequence[str]) -> Case:
    return Case(edited(case.graph, edits), case.rules.union(others))


ASSERTED = st.builds(
    _changed, st.one_of(_EXAMPLES.map(_together), _EXAMPLES.map(_together), _EXCERPTS), _EDITS, _FEW
)
"""Statements that were changed, without the facts that follow from them."""
_WITH_FACTS = _EXAMPLES.map(lambda cases: _together([derived(case) for case in cases]))
ALTERED = st.builds(
    _changed, st.one_of(_WITH_FACTS, _WITH_FACTS, _EXCERPTS.map(derived)), _EDITS, _FEW
)
"""Statements and facts that were changed together, so that facts do not follow from anything."""
MATCHED = st.builds(_changed, patterned(), st.lists(EDITS, max_size=3), _FEW)
"""What queries ask for, with facts that come from nowhere."""
