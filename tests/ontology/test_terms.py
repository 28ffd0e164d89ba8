"""Terms of ours that stand in shapes, data, code or tests are declared in the ontology."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store, parse

from alignchecker.model.names import ALN, CODE

ROOT = Path(__file__).parents[2]
_TERM = re.compile(r"\baln:([A-Za-z]+)\b")
_CODE = re.compile(r"\bcode:([a-z]+(?:-[a-z]+)*)\b(?!-)")
_QUOTED = re.compile(r"_?\baln\(\s*\"([A-Za-z]+)\"")


@pytest.fixture(scope="module")
def declared() -> set[str]:
    store = Store()
    for file in sorted((ROOT / "ontology").glob("*.ttl")):
        store.extend(parse(path=str(file)))
    return {q.subject.value for q in store if isinstance(q.subject, NamedNode)}


def _files() -> list[Path]:
    folders = [ROOT / name for name in ("shapes", "data", "alignchecker", "tests/corpus")]
    found = [f for folder in folders for f in folder.rglob("*") if f.suffix in {".ttl", ".py"}]
    return sorted(found)


@pytest.mark.parametrize("file", _files(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_terms_are_declared(file: Path, declared: set[str]) -> None:
    text = file.read_text(encoding="utf-8")
    terms = {ALN + t for t in [*_TERM.findall(text), *_QUOTED.findall(text)]}
    terms |= {CODE + t for t in _CODE.findall(text) if file.suffix == ".ttl"}
    assert sorted(terms - declared) == []
