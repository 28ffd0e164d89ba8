"""What a finding is known by from run to run."""

from __future__ import annotations

import hashlib

from alignchecker.engine import plain
from alignchecker.engine.interface import Result
from alignchecker.graph.dataset import Term
from alignchecker.model.finding import State
from alignchecker.rules.catalogue import Rule


def fingerprint(rule: Rule, state: State, result: Result, value: Term | None) -> str:
    """The same for the same finding whatever else changes in the files.

    A rolled-up finding may be waived or known for some of its values: then it is more than one,
    and they differ.
    """
    terms = (result.focus, result.path, value)
    parts = [rule.id, *("" if term is None else term.value for term in terms)]
    parts += plain.key(result.source)
    if rule.roll_up and state is not State.NEW:
        parts.append(state.value)
    return digest(*parts)


def digest(*parts: str) -> str:
    """A short name for some words: 16 hexadecimal digits."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
