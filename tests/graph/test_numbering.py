"""Numbers among siblings: codes with and without the code above, gaps, numbers that run on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.numbering import item_facts
from alignchecker.model.names import ALN, PREFIXES

HEADER = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def numbers(turtle: str, fact: str) -> Mapping[str, str]:
    """Item -> value of one fact, both by what stands after the last slash."""
    dataset = Dataset()
    triples = parse(HEADER + "@prefix ex: <urn:x/> .\n" + turtle, format=RdfFormat.TURTLE)
    dataset.index.add(dataset.index.number_quads(triples))
    for facts in item_facts(dataset):
        dataset.index.add(facts)
    return {
        s.value.rpartition("/")[2]: o.value.rpartition("/")[2]
        for s, o in dataset.pairs(NamedNode(ALN + fact))
    }


def item(name: str, number: str, parent: str | None = None, prop: str = "aln:printedNumber") -> str:
    level = '"施策" ; aln:parent ex:' + parent if parent else '"目標"'
    return (
        f"ex:{name} a aln:Item ; aln:inPlan ex:plan ; skos:prefLabel '{name}' ;"
        f' {prop} "{number}" ; aln:levelName {level} .\n'
    )


def coded(name: str, code: str, parent: str | None = None) -> str:
    return item(name, code, parent, "skos:notation")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["11", "12"], ["1", "2"]),
        (["1-1", "1-2"], ["1", "2"]),
        ([str(n) for n in range(1, 13)], [str(n) for n in range(1, 13)]),
    ],
)
def test_code_contains_the_one_above_if_all_siblings_do(
    codes: list[str], expected: list[str]
) -> None:
    turtle = coded("g", "1") + "".join(coded(f"m{c}", c, "g") for c in codes)
    found = numbers(turtle, "codeNumber")
    assert [found[f"m{c}"] for c in codes] == expected


def test_long_code_without_one_above_is_no_number_among_siblings() -> None:
    turtle = item("g", "1") + coded("m1", "1101", "g")
    assert "m1" not in numbers(turtle, "itemNumber")


def test_previous_number_is_the_sibling_before() -> None:
    turtle = item("g", "1") + item("h", "2") + item("a", "1", "g") + item("b", "3", "g")
    turtle += item("c", "1", "h") + item("d", "2", "h")
    found = numbers(turtle, "previousNumber")
    assert (found["b"], found["d"], "c" in found) == ("1", "1", False)


def test_numbers_may_run_on_through_the_plan() -> None:
    turtle = item("g", "1") + item("h", "2") + item("a", "1", "g") + item("b", "2", "h")
    assert numbers(turtle, "previousNumber")["b"] == "1"


def test_same_number_points_to_the_first() -> None:
    turtle = item("g", "1") + item("a", "1", "g") + item("b", "1", "g") + item("c", "1", "g")
    assert numbers(turtle, "sameNumberAs") == {"b": "a", "c": "a"}


def test_a_heading_printed_again_with_its_number_is_no_duplicate() -> None:
    again = item("a", "1") + item("b", "1").replace("'b'", "'a'") + item("c", "1")
    assert numbers(again, "sameNumberAs") == {"c": "a"}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("駅前線 北工区", "駅前線 南工区", {}),
        ("公民館改修　一期", "公民館改修　二期", {}),
        ("駅前線", "駅前線 南工区", {"b": "a"}),
        ("駅前線 北工区", "港湾線 南工区", {"b": "a"}),
    ],
)
def test_parts_of_what_has_the_number_share_it(
    first: str, second: str, found: Mapping[str, str]
) -> None:
    turtle = item("a", "1").replace("'a'", f"'{first}'") + item("b", "1").replace(
        "'b'", f"'{second}'"
    )
    assert numbers(turtle, "sameNumberAs") == found


def test_numbers_of_another_form_are_of_another_list() -> None:
    turtle = item("g", "3") + coded("a", "3-1", "g") + coded("b", "3-2", "g")
    assert numbers(turtle + item("c", "1", "g") + item("d", "2", "g"), "sameNumberAs") == {}
    again = turtle + coded("c", "3-2", "g")
    assert numbers(again, "sameNumberAs") == {"c": "b"}


def restarted(*numbers_: int) -> Mapping[str, str]:
    """What is in doubt where siblings have these numbers in this order."""
    turtle = "".join(
        item(f"i{place}", str(number)).replace(" .\n", f" ; aln:order {place} .\n")
        for place, number in enumerate(numbers_)
    )
    assert bool(numbers(turtle, "sameNumberAs")) != bool(numbers(turtle, "treeInDoubtAt"))
    return numbers(turtle, "treeInDoubtAt")


@pytest.mark.parametrize("siblings", [(1, 2, 3, 1, 2), (1, 2, 1), (3, 4, 2, 3), (1, 2, 1, 1, 2)])
def test_numbers_that_begin_anew_lack_a_heading_above(siblings: tuple[int, ...]) -> None:
    assert restarted(*siblings)


@pytest.mark.parametrize("siblings", [(1, 2, 2, 3), (1, 1), (1, 2, 3, 2, 4), (1, 2, 1, 4)])
def test_a_number_used_twice_is_a_slip(siblings: tuple[int, ...]) -> None:
    assert not restarted(*siblings)


def test_items_of_two_levels_at_the_top_are_in_doubt() -> None:
    tops = item("a", "1") + item("b", "2") + item("c", "3")
    other = (item("d", "1") + item("e", "2")).replace('"目標"', '"施策"')
    assert numbers(tops + other, "treeInDoubtAt") == {"plan": "d"}
    one = item("d", "1").replace('"目標"', '"施策"')
    assert numbers(tops + one, "treeInDoubtAt") == {}
    for level in ("横断的な目標", "重点プロジェクト"):
        assert numbers(tops + other.replace("施策", level), "treeInDoubtAt") == {}


def test_numbers_that_run_on_do_so_though_one_is_printed_twice() -> None:
    """①② under the first, ③④ under the second, ⑤⑤ under the third: none is missing."""
    goals = "".join(item(f"g{n}", str(n)) for n in (1, 2, 3))
    placed = [("a", 1, 1), ("b", 2, 1), ("c", 3, 2), ("d", 4, 2), ("e", 5, 3), ("f", 5, 3)]
    below = "".join(
        item(name, str(number), f"g{goal}").replace(" .\n", f" ; aln:order {place} .\n")
        for place, (name, number, goal) in enumerate(placed)
    )
    assert numbers(goals + below, "previousNumber") == {
        "g2": "1", "g3": "2", "b": "1", "c": "2", "d": "3", "e": "4", "f": "4",
    }  # fmt: skip


def test_numbers_that_begin_anew_do_not_run_on() -> None:
    """One parent that happens to begin where another ended decides nothing."""
    goals = "".join(item(f"g{n}", str(n)) for n in (1, 2, 3))
    placed = [("a", 1, 1), ("c", 2, 2), ("d", 3, 2), ("e", 1, 3), ("f", 3, 3)]
    below = "".join(
        item(name, str(number), f"g{goal}").replace(" .\n", f" ; aln:order {place} .\n")
        for place, (name, number, goal) in enumerate(placed)
    )
    assert "c" not in numbers(goals + below, "previousNumber")
    assert numbers(goals + below, "previousNumber")["f"] == "1"
