"""What keeping parsed queries brings: ``python -m tests.bench.parsed_queries [MEASURES]``.

Runs the whole catalogue over one generated city twice in one process: as the engine does it, and
with rdflib parsing each query text again for each focus node, as pySHACL does by itself. Prints
both times and their ratio.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rdflib.plugins.sparql import prepareQuery

from alignchecker.engine import pyshacl_engine
from alignchecker.engine.pyshacl_engine import PyshaclEngine
from alignchecker.graph.loading import load
from alignchecker.rules.catalogue import load_catalogue

from .generate import generate


@contextmanager
def forgetting() -> Iterator[None]:
    """Within it, no parsed query is kept."""
    kept = pyshacl_engine._parsed
    pyshacl_engine._parsed = prepareQuery  # type: ignore[assignment]
    try:
        yield
    finally:
        pyshacl_engine._parsed = kept


def main() -> None:
    """The command."""
    measures = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), measures, seed=1)
        dataset = load([Path(name)])
        rules = [rule for rule in load_catalogue().rules.values() if not rule.needs]
        seconds = []
        for keep in (True, False):
            started = time.perf_counter()
            if keep:
                PyshaclEngine().evaluate(dataset, rules)
            else:
                with forgetting():
                    PyshaclEngine().evaluate(dataset, rules)
            seconds.append(time.perf_counter() - started)
    kept, parsed = seconds
    print(f"{measures} measures, {len(rules)} rules: {kept:.2f} s with parsed queries kept,")
    print(f"{parsed:.2f} s without: {parsed / kept:.1f} times")


if __name__ == "__main__":
    main()
