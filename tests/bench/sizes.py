"""Cities of several sizes: loaded, checked, checked by others, and what growing costs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from .costs import Asked, Cost, Row, alone, least
from .engines import check, load
from .generate import generate
from .peers import peers

_LOAD = "load (Oxigraph)"
_CHECK = "check"
_KNOWN = "check, files read before"
_GROWTH = "check, time per measure"


def rows(asked: Asked) -> Iterator[Row]:
    """Of each size, beside loading and beside a check; then of a measure, beside the size before.

    Time grows linearly where the last ratio stays at 1.
    """
    before: tuple[int, float] | None = None
    for measures in sorted(asked.measures):
        costs = _costs(measures, asked)
        loading, checking = costs.pop(_LOAD), costs.pop(_CHECK)
        yield Row(measures, _LOAD, loading.seconds, memory=loading.memory)
        yield _row(measures, _CHECK, checking, loading)
        for name, cost in costs.items():
            yield _row(measures, name, cost, checking)
        each = checking.seconds / measures
        if before is not None:
            smaller, of_smaller = before
            yield Row(measures, _GROWTH, None, each / of_smaller, f"÷ at {smaller:,}")
        before = measures, each


def _costs(measures: int, asked: Asked) -> dict[str, Cost]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        city = folder / "city"
        alone(generate, city, measures, seed=1)
        runs: dict[str, Callable[[], Cost]] = {
            _LOAD: partial(load, city),
            _CHECK: partial(check, city),
            _KNOWN: partial(check, city, kept=str(folder / "kept")),
        }
        runs[_KNOWN]()
        if measures <= asked.pyshacl:
            runs["check by pySHACL"] = partial(check, city, "pyshacl")
        if measures <= asked.peers:
            runs |= {
                f"validation by {peer}": validate
                for peer, validate in peers(city, folder, asked.peer_python)
            }
        return least(runs, asked.times)


def _row(measures: int, what: str, cost: Cost, other: Cost) -> Row:
    beside = "÷ load" if what == _CHECK else "÷ check"
    ratio = cost.seconds / other.seconds
    return Row(measures, what, cost.seconds, ratio, beside, cost.memory, cost.results)
