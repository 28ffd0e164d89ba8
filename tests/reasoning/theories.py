"""Turtle as a theory, with the ontology; and what is found in it."""

from __future__ import annotations

import time
from pathlib import Path

from alignchecker.graph.dataset import Dataset, Role
from alignchecker.graph.loading import load
from alignchecker.model.names import PREFIXES
from alignchecker.reasoning.explaining import Contradiction, Found, examine
from alignchecker.reasoning.hermit import Hermit
from alignchecker.reasoning.suspects import Suspect, suspects
from alignchecker.reasoning.theory import Theory, read_theory

EX = "https://example.org/"
_PREFIXES = {**PREFIXES, "owl": "http://www.w3.org/2002/07/owl#", "ex": EX}
_HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in _PREFIXES.items())


def dataset_of(folder: Path, *files: str) -> Dataset:
    """Each text as a file of its own, read as the command line reads it."""
    for number, text in enumerate(files):
        (folder / f"{number}.ttl").write_text(_HEAD + text, encoding="utf-8")
    dataset = load([folder])
    assert [file.error for file in dataset.files if file.error] == []
    # The Acts are always read; they take the reasoner longer than all the rest.
    for file in [file for file in dataset.files if file.role is Role.FRAME]:
        dataset.remove_file(file)
    return dataset


def theory_of(folder: Path, *files: str) -> Theory:
    """The theory of some files in Turtle."""
    return read_theory(dataset_of(folder, *files))


def suspected(folder: Path, *files: str) -> list[Suspect]:
    """What looks like a contradiction before a reasoner is asked."""
    return list(suspects(theory_of(folder, *files)))


def examined(folder: Path, *files: str, seconds: float = 300) -> Found:
    """What HermiT finds."""
    theory = theory_of(folder, *files)
    return examine(theory, Hermit(folder, seconds, time.monotonic() + 3 * seconds))


def kinds(found: Contradiction | Suspect) -> list[str]:
    """The kinds of its axioms, sorted."""
    return sorted(axiom.kind.value for axiom in found.axioms)
