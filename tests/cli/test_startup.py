"""What a start loads, which is what it costs; and that help without rich reads well."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest
from rich.cells import cell_len

from alignchecker.cli.app import VERBS

from .running import ROOT, Ran, run

_PROGRAM = """
import sys
from alignchecker.cli.app import run
sys.argv[0] = "alignchecker"
status = run()
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(status)
"""
_HEAVY = {
    "alignchecker.engine",
    "alignchecker.graph",
    "alignchecker.reading",
    "alignchecker.sparql",
    "distributed",
    "docx",
    "duckdb",
    "lxml",
    "openpyxl",
    "owlready2",
    "pdfplumber",
    "pyshacl",
    "rdflib",
    "rich.console",
    "xlsxwriter",
}
_BELOW = ("config show", "baseline write", "corpus summary", "review import")
_OF_RULES = {"pyoxigraph", "alignchecker.rules"}


def _start(*arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Runs ``alignchecker``; ``err`` names the modules loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_loads_nothing_that_works(arguments: list[str]) -> None:
    loaded = set(_start(*arguments).err.splitlines())
    assert not loaded & (_HEAVY | _OF_RULES)


def test_explain_loads_what_reads_rules_only() -> None:
    loaded = set(_start("explain", "period-unknown").err.splitlines())
    assert not loaded & _HEAVY
    assert loaded >= _OF_RULES


def test_a_verb_loads_no_other() -> None:
    loaded = set(_start("explain", "--help").err.splitlines())
    places = {f"alignchecker.cli.{place.partition(':')[0]}" for place in VERBS.values()}
    assert loaded & places == {"alignchecker.cli.explain"}


@pytest.mark.parametrize("verb", ["", *VERBS, *_BELOW])
def test_help_fits_the_screen(verb: str) -> None:
    ran = run(*verb.split(), "--help")
    assert ran.status == 0
    assert max(map(cell_len, ran.out.splitlines())) <= 80
    assert "..." not in ran.out.partition("Options:")[2]


def test_help_names_all_verbs_in_their_order() -> None:
    rows = run("--help").out.partition("Commands:\n")[2].splitlines()
    named = [row.split()[0] for row in rows if row.startswith("  ") and row[2] != " "]
    assert named == list(VERBS)


def test_shells_complete_verbs_and_options() -> None:
    def completed(words: str, number: int) -> list[str]:
        asked = {"COMP_WORDS": words, "COMP_CWORD": str(number)}
        asked["_ALIGNCHECKER_COMPLETE"] = "complete_bash"
        return _start(environment=asked).out.split()

    assert completed("alignchecker ex", 1) == ["explain", "export"]
    assert completed("alignchecker config s", 2) == ["show"]
    assert completed("alignchecker check --wa", 2) == ["--watch"]


def test_a_mistyped_verb_is_recognised() -> None:
    ran = run("chek")
    assert ran.status == 2
    assert "'check'" in ran.err
