"""What is remembered of a dataset, and what that rests on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

from alignchecker.graph import facts
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.loading import load
from alignchecker.graph.memory import Memory
from tests.bench.city.defects import Planting
from tests.bench.generate import generate
from tests.corpus import golden

EX = "https://example.org/"


def node(name: str) -> NamedNode:
    """A node of the example."""
    return NamedNode(EX + name)


def test_an_answer_holds_until_what_it_read_changes() -> None:
    dataset, asked = Dataset(), list[int]()
    dataset.add_facts([(node("a"), node("p"), Literal(1))])

    def question(data: Dataset) -> int:
        asked.append(1)
        return len(data.pairs(node("p"))) + len(data.pairs(node("not-yet")))

    assert [dataset.answer(question) for _ in range(3)] == [1, 1, 1]
    dataset.add_facts([(node("a"), node("q"), Literal(1))])
    assert (dataset.answer(question), len(asked)) == (1, 1)
    dataset.add_facts([(node("a"), node("not-yet"), Literal(1))])
    assert (dataset.answer(question), len(asked)) == (2, 2)


def test_an_answer_made_of_answers_reads_what_they_read() -> None:
    dataset = Dataset()

    def inner(data: Dataset) -> int:
        return len(data.pairs(node("p")))

    def outer(data: Dataset) -> int:
        return data.answer(inner) * 10

    assert (dataset.answer(inner), dataset.answer(outer)) == (0, 0)
    dataset.add_facts([(node("a"), node("p"), Literal(1))])
    assert dataset.answer(outer) == 10


def test_a_producer_does_not_see_what_it_and_others_made_before() -> None:
    """One that counts its own facts, or those of one behind it, would never come to an end."""
    dataset = Dataset()

    def counting(data: Dataset) -> Any:
        return data.numbered([(node("n"), node("count"), Literal(len(data.pairs(node("p")))))])

    def adding(data: Dataset) -> Any:
        return data.numbered([(node("made"), node("p"), Literal(0))])

    def produced() -> object:
        dataset.memory.produce([counting, adding], dataset)
        return dataset.value(node("n"), node("count"))

    assert produced() == Literal(0)
    assert produced() == Literal(0)
    dataset.add_facts([(node("x"), node("p"), Literal(1))])
    assert produced() == Literal(1)
    assert len(dataset.pairs(node("p"))) == 2


@pytest.fixture(scope="module", params=["fictional", "generated"])
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with plans of every kind."""
    if request.param == "fictional":
        return golden.CITY
    folder = tmp_path_factory.mktemp("city")
    generate(folder, 150, seed=3, planting=Planting.EVERY)
    return folder


def test_answers_do_not_depend_on_facts_made_after_they_were_first_asked(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a producer that is run again would get an answer that it did not get at first."""
    first: dict[Hashable, Any] = {}
    asking: dict[Hashable, Callable[[], Any]] = {}
    original = Memory.answer

    def noting(self: Memory, question: Hashable, ask: Callable[[], Any]) -> Any:
        value = original(self, question, ask)
        first.setdefault(question, value)
        asking.setdefault(question, ask)
        return value

    monkeypatch.setattr(Memory, "answer", noting)
    dataset = load([city])
    monkeypatch.undo()
    assert len(asking) > 10
    fresh = Memory(dataset.index)
    monkeypatch.setattr(dataset, "memory", fresh, raising=True)
    for question, ask in asking.items():
        assert comparable(ask()) == comparable(first[question]), question


def comparable(value: object) -> object:
    """A value in a form that two readings of one thing share: records by what they say."""
    if isinstance(value, dict):
        return {key: comparable(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    if isinstance(value, (tuple, list)):
        return [comparable(one) for one in value]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return [comparable(getattr(value, name)) for name in fields]
    return repr(value) if type(value).__repr__ is not object.__repr__ else type(value)


def test_facts_made_again_are_the_same(city: Path) -> None:
    """Though all facts are there already, and every producer has to run."""
    dataset = load([city])
    before, index = set(dataset.triples()), dataset.index
    index.clock += 1
    index.changed = dict.fromkeys([*index.changed, *index.columns], index.clock)
    facts.derive(dataset)
    assert set(dataset.triples()) == before
