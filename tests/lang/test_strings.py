"""Every interface string that code asks for exists, in both languages, with equal placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import alignchecker
from alignchecker.engine.core.reading import PARAMETERS
from alignchecker.lang.axioms import AXIOMS, EXPRESSIONS, PHRASES
from alignchecker.lang.constraints import SENTENCES
from alignchecker.lang.strings import STRINGS
from alignchecker.reasoning.axioms import Kind

_CODE = Path(alignchecker.__file__).parent
_CALL = re.compile(r"(?:\bsay\(\s*|key = |\) else |if [\w.]+ else )(f?)[\"']([a-z]+\.[^\"']*)[\"']")
_IN_TEMPLATE = re.compile(
    rf"[\"']((?:{'|'.join({key.partition('.')[0] for key in STRINGS})})\.[a-z-]*)[\"']( ~)?"
)
_PLACEHOLDER = re.compile(r"\{(\w+)")


def _keys_in_code() -> list[tuple[str, bool]]:
    """Each key, and whether it is only the beginning of one."""
    in_code = [
        (match[2], match[1] == "f")
        for file in sorted(_CODE.rglob("*.py"))
        for match in _CALL.finditer(file.read_text(encoding="utf-8"))
    ]
    return in_code + [
        (match[1], match[2] is not None)
        for file in sorted(_CODE.rglob("templates/*.html"))
        for match in _IN_TEMPLATE.finditer(file.read_text(encoding="utf-8"))
    ]


def test_keys_in_code_exist() -> None:
    keys = _keys_in_code()
    assert len(keys) > 20
    for key, composed in keys:
        if composed:
            prefix = key.partition("{")[0]
            assert any(known.startswith(prefix) for known in STRINGS), key
        else:
            assert key in STRINGS


def test_no_string_is_unused() -> None:
    keys = _keys_in_code()
    exact = {key for key, composed in keys if not composed}
    prefixes = tuple(key.partition("{")[0] for key, composed in keys if composed)
    assert [k for k in STRINGS if k not in exact and not k.startswith(prefixes)] == []


_TABLES = {
    "": STRINGS,
    "constraint ": SENTENCES,
    "axiom ": AXIOMS,
    "expression ": EXPRESSIONS,
    "phrase ": PHRASES,
}
_ALL = {name + key: texts for name, table in _TABLES.items() for key, texts in table.items()}


def test_every_kind_of_axiom_has_a_sentence() -> None:
    assert set(AXIOMS) == {kind.value for kind in Kind}


def test_every_component_of_shacl_core_has_a_sentence() -> None:
    components = {parameter.component for parameter in PARAMETERS.values()}
    assert set(SENTENCES) == components - {"Property"} | {""}


@pytest.mark.parametrize("key", _ALL)
def test_both_languages_say_the_same(key: str) -> None:
    ja, en = _ALL[key]
    assert ja.strip()
    assert en.strip()
    assert set(_PLACEHOLDER.findall(ja)) == set(_PLACEHOLDER.findall(en))
