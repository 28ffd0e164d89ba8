"""A whole check of a city, cold, with each engine; and what only taking in its files costs."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from .costs import Cost, run

AS_OF = "2026-11-22"
_LOAD = """
import sys, time, pyoxigraph
store, started = pyoxigraph.Store(), time.process_time()
for path in sys.argv[1:]:
    store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
print(time.process_time() - started)
"""


def load(city: Path) -> Cost:
    """Oxigraph taking in the files of a city: the time without that of the process's start."""
    files = map(str, sorted(city.rglob("*.ttl")))
    cost, printed = run(sys.executable, "-c", _LOAD, *files)
    return replace(cost, seconds=float(printed))


def check(city: Path, engine: str = "fast", kept: str = "off") -> Cost:
    """A whole check, all rules; results are its findings.

    kept: the folder in which earlier checks left what files say; cold without one.
    """
    cost, report = check_as_json(city, engine, kept)
    return replace(cost, results=len(json.loads(report)["findings"]))


def check_as_json(city: Path, engine: str = "fast", kept: str = "off") -> tuple[Cost, str]:
    """The same, with its report as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        cost, _ = run(
            sys.executable, "-m", "alignchecker", "check", str(city), "--engine", engine,
            "--as-of", AS_OF, "--lang", "en", "--output-format", "json", "--output", str(report),
            statuses=(0, 1), env={**os.environ, "ALIGNCHECKER_CACHE": kept},
        )  # fmt: skip
        return cost, report.read_text(encoding="utf-8")
