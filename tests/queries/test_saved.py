"""Every saved query: its header is whole, and its answers are those that somebody has checked."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from pyoxigraph import QuerySolutions

from alignchecker.queries.header import Kind, Topic
from alignchecker.queries.library import Saved, library

from .expected import HERE, Case, cases

_CASES = list(cases())
_SAVED = list(library().values())
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龯]")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_the_answer_is_the_expected_one(case: Case) -> None:
    assert case.text() == case.file.read_text("utf-8")


def test_each_query_finds_something_somewhere() -> None:
    lines: dict[str, int] = defaultdict(int)
    for case in _CASES:
        lines[case.saved.name] += len(case.file.read_text("utf-8").splitlines()) - 1
    assert [name for name, count in lines.items() if count < 1 and name != "is-plan-linked"] == []


def test_no_expected_answer_is_left_over() -> None:
    known = {case.file for case in _CASES}
    assert {*HERE.glob("expected/*"), *HERE.glob("cases/*/expected.*")} == known


def test_there_are_queries_for_what_analysts_ask() -> None:
    assert len(_SAVED) >= 30


@pytest.mark.parametrize("saved", _SAVED, ids=lambda saved: saved.name)
def test_a_header_is_whole(saved: Saved) -> None:
    header = saved.header
    assert header.question is not None
    assert header.topic is not Topic.OTHER
    words = [header.question, *header.columns.values()]
    words += [parameter.words for parameter in header.parameters.values()]
    words += [header.note] if header.note else []
    for word in words:
        assert _JAPANESE.search(word.ja)
        assert not _JAPANESE.search(word.en)
    for name, parameter in header.parameters.items():
        assert re.search(rf"\${name}\b", saved.text)
        assert parameter.example or parameter.default or parameter.is_optional
    assert set(re.findall(r"\$(\w+)", saved.text)) <= {"lang", *header.parameters}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_columns_are_those_of_the_answer(case: Case) -> None:
    answer = case.answer()
    columns = list(case.saved.header.columns)
    if isinstance(answer, QuerySolutions):
        assert [variable.value for variable in answer.variables] == columns
    else:
        assert columns == []


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_what_is_said_in_english_is_said_of_the_same_things(case: Case) -> None:
    ja, en = case.answer("ja"), case.answer("en")
    if isinstance(ja, QuerySolutions) and isinstance(en, QuerySolutions):
        assert len(list(ja)) == len(list(en))


def test_plans_are_named_by_title_in_examples() -> None:
    for saved in _SAVED:
        for parameter in saved.header.parameters.values():
            if parameter.kind is Kind.PLAN and parameter.example:
                assert "://" not in parameter.example
