"""A baseline finds its results again: by words, else by fingerprint, each entry once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignchecker.model.errors import InputError
from alignchecker.model.finding import ResultKey
from alignchecker.rules.baseline import Baseline, Entry

letters = st.sampled_from("abc")
keys = st.lists(st.builds(ResultKey, letters, letters, st.just("施策"), st.none()), max_size=8)


def baseline(*results: ResultKey) -> Baseline:
    entries = [Entry("r", "", k.label, "", k.fingerprint, k.content) for k in results]
    return Baseline({"r": entries})


def key(fingerprint: str, content: str) -> ResultKey:
    return ResultKey(fingerprint, content, "施策", None)


@given(keys)
def test_the_same_results_are_all_known(results: list[ResultKey]) -> None:
    compared = baseline(*results).compare("r", results[::-1])
    assert all(compared.known)
    assert compared.gone == ()


@given(keys, keys)
def test_each_entry_stands_for_one_result(old: list[ResultKey], new: list[ResultKey]) -> None:
    compared = baseline(*old).compare("r", new)
    assert sum(compared.known) + len(compared.gone) == len(old)


@given(keys, keys)
def test_results_of_another_rule_are_not_known(old: list[ResultKey], new: list[ResultKey]) -> None:
    assert not any(baseline(*old).compare("s", new).known)


def test_words_go_before_numbers() -> None:
    """A measure put in front of another takes its number; the other is still the known one."""
    before = baseline(key("1/2", "居場所づくり"))
    moved = [key("1/2", "見守り"), key("1/3", "居場所づくり")]
    assert before.compare("r", moved).known == (False, True)


def test_a_renamed_measure_is_known_by_its_iri() -> None:
    before = baseline(key("1/2", "居場所づくり"))
    assert before.compare("r", [key("1/2", "居場所の充実")]).known == (True,)


def test_one_more_of_the_same_words_is_new() -> None:
    before = baseline(key("1/2", "支援の充実"))
    more = [key("1/2", "支援の充実"), key("2/2", "支援の充実")]
    assert sorted(before.compare("r", more).known) == [False, True]


@given(keys)
def test_written_and_read_again(results: list[ResultKey]) -> None:
    written = baseline(*results)
    document = json.loads(written.text())
    assert len(document["entries"]) == len(results)
    assert baseline(*results[::-1]).text() == written.text()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": 2, "entries": []}', '{"schema": 1, "entries": [{}]}',
     '{"schema": 1, "entries": [{"rule": 1, "plan": "", "label": "", "value": "",'
     ' "fingerprint": "", "content": ""}]}', "[" * 100_000, "\ufeff{", '{"schema": 1}'],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        Baseline.read(file)
    assert "baseline.json" in error.value.text("ja")
    assert "baseline write" in error.value.text("ja")
