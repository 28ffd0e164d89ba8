"""The picture of a plan: every item and link once, nothing over another, pages of print in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alignchecker.model.outlines import Bond, Entry, Outline
from alignchecker.reports.html.tree import Tree, branches, tree

HIGHER = Outline("urn:higher", "上位計画", ())


def outline(parents: list[int], links: list[int]) -> Outline:
    """A plan whose item n stands below item parents[n] where that is earlier, else on top."""
    return Outline(
        "urn:plan",
        "計画",
        tuple(
            Entry(
                f"urn:{n}", f"項目{n}", "施策", None, f"urn:{p}" if p < n else None,
                is_measure=True, answerable=False,
                bonds=tuple(Bond(f"urn:h{h}", accepted=h % 2 == 0) for h in range(links[n])),
            )
            for n, p in enumerate(parents)
        ),
    )  # fmt: skip


def drawn(of: Outline) -> Tree:
    ends = {
        f"urn:h{h}": (
            Entry(f"urn:h{h}", f"上位{h}", "施策", None, None, is_measure=False, answerable=True),
            HIGHER,
        )
        for h in range(9)
    }
    return tree(of, ends)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=40))
def test_every_item_and_link_has_a_place_of_its_own(drawn_from: list[tuple[int, int]]) -> None:
    of = outline([p for p, _ in drawn_from], [n for _, n in drawn_from])
    picture = drawn(of)
    items = [box for box in picture.boxes if box.kind == "measure"]
    assert sorted(b.iri or "" for b in items) == sorted(e.iri for e in of.entries)
    for number, (_, links) in enumerate(drawn_from):
        y = next(box.y for box in items if box.iri == f"urn:{number}")
        below = [b for b in picture.boxes if b.kind in {"accepted", "proposed"} and b.y >= y]
        assert len(below) >= min(links, 5)
    shown = sum(box.kind in {"accepted", "proposed"} for box in picture.boxes)
    more = sum(box.count for box in picture.boxes)
    assert shown + more == sum(links for _, links in drawn_from)
    places = [(box.x, box.y) for box in picture.boxes]
    assert len(set(places)) == len(places)
    assert all(0 <= b.x <= picture.width - picture.box_width for b in picture.boxes)
    assert all(0 <= b.y <= picture.height - picture.box_height for b in picture.boxes)
    assert drawn(of) == picture


@given(st.lists(st.integers(0, 60), max_size=200))
def test_sheets_have_all_of_it_in_turn(parents: list[int]) -> None:
    picture = drawn(outline(parents, [0] * len(parents)))
    at = 0
    for sheet in picture.sheets:
        assert sheet.y == at
        assert sheet.height > 0
        at += sheet.height
    assert at >= picture.height


def test_what_stands_below_itself_is_left_out() -> None:
    of = Outline(
        "urn:plan",
        "計画",
        tuple(
            Entry(iri, iri, "", None, parent, is_measure=False, answerable=False)
            for iri, parent in (("a", None), ("b", "c"), ("c", "b"))
        ),
    )
    assert [branch.entry.iri for branch in branches(of)] == ["a"]


def test_an_outline_counts_accepted_links_of_measures() -> None:
    of = outline([9, 9, 9], [0, 1, 2])
    assert (of.measures, of.linked) == (3, 2)
