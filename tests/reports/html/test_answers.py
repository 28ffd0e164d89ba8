"""Matrices of what answers what have every link once, however they are divided."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alignchecker.model.coverage import Correspondence, Counterpart, Row, Standing
from alignchecker.reports.html.answers import Table

PLAN, HIGHER = "urn:plan", "urn:higher"
Links = dict[tuple[int, int], tuple[bool, bool]]


def counterpart(kind: str, number: int, accepted: bool, direct: bool, plan: str) -> Counterpart:
    return Counterpart(f"{kind}{number}", f"{kind}{number}", plan, plan, accepted, direct)


def table(items: int, measures: int, links: Links, chapter: int = 7) -> Table:
    """A table of numbered items and measures. links: (measure, item) -> (accepted, direct)."""
    return Table(
        Correspondence(
            "urn:r", PLAN, "本計画", HIGHER, "上位計画", None, None,
            tuple(
                Row(
                    f"項目{i}", f"項目{i}", None, (f"章{i // chapter}",),
                    tuple(
                        counterpart("施策", m, *link, PLAN)
                        for (m, item), link in links.items() if item == i
                    ),
                    None, True,
                )
                for i in range(items)
            ),
            tuple(
                Row(
                    f"施策{m}", f"施策{m}", None, (),
                    tuple(
                        counterpart("項目", i, *link, HIGHER)
                        for (measure, i), link in links.items() if measure == m
                    ),
                    None, True,
                )
                for m in range(measures)
            ),
        )
    )  # fmt: skip


@given(
    st.integers(1, 120),
    st.integers(1, 12),
    st.integers(1, 60),
    st.dictionaries(
        st.tuples(st.integers(0, 11), st.integers(0, 119)), st.tuples(st.booleans(), st.booleans())
    ),
)
def test_every_link_has_its_cell(items: int, measures: int, chapter: int, links: Links) -> None:
    links = {(m, i): link for (m, i), link in links.items() if m < measures and i < items}
    found: dict[tuple[str, str], str] = {}
    of = table(items, measures, links, chapter)
    columns: list[str] = []
    for block in of.blocks:
        assert len(block.columns) <= 40
        assert block.first == len(columns) + 1
        columns += [row.iri for row in block.columns]
        assert block.last == len(columns)
        assert len(block.lines) + block.left_out == measures
        for line in block.lines:
            assert sum(cell.span for cell in line.cells) == len(block.columns)
            place = 0
            for cell in line.cells:
                if cell.mark:
                    found[line.row.iri, block.columns[place].iri] = cell.mark
                place += cell.span
    marks = {(True, True): "●", (True, False): "○", (False, True): "△", (False, False): "△"}
    assert found == {(f"施策{m}", f"項目{i}"): marks[link] for (m, i), link in links.items()}
    assert columns == ([f"項目{i}" for i in range(items)] if links else [])


def test_a_block_begins_where_a_chapter_does() -> None:
    of = table(60, 1, {(0, 0): (True, True)}, chapter=25)
    assert [(block.first, block.last) for block in of.blocks] == [(1, 25), (26, 60)]


def test_measures_without_a_mark_are_listed_where_there_is_one_block() -> None:
    (block,) = table(5, 3, {(0, 0): (True, True)}).blocks
    assert [line.row.iri for line in block.lines] == ["施策0", "施策1", "施策2"]


def test_other_plans_are_counted() -> None:
    own = counterpart("施策", 1, accepted=True, direct=True, plan=PLAN)
    others = tuple(
        counterpart("施策", 10 * n + m, accepted=True, direct=True, plan=f"urn:{n}")
        for n in range(5)
        for m in range(n + 1)
    )
    row = Row("項目", "項目", None, (), (own, *others), None, True)
    of = table(1, 1, {})
    assert list(of.own(row)) == [own]
    assert of.others(row) == {"urn:4": 5, "urn:3": 4, "urn:2": 3}
    assert of.elsewhere(row) == 3


def test_counts_are_those_of_the_table() -> None:
    of = table(3, 1, {(0, 1): (True, True)})
    assert of.counts("items")[Standing.OPEN.value] == 2
