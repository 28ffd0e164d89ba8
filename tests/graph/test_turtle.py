"""Turtle in the order of the statements, whatever blank nodes a person wrote."""

from __future__ import annotations

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, RdfFormat, parse

from alignchecker.graph.dataset import Statement
from alignchecker.graph.turtle import statements_turtle

EDITION = NamedNode("https://example.jp/13000/children/fy2026")
HEAD = "@base <https://example.jp/13000/children/> .\n"


def _graph(text: str) -> Dataset:
    graph = Dataset(parse(text, format=RdfFormat.TURTLE))
    graph.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return graph


def _statements(text: str) -> list[Statement]:
    quads = parse(text, format=RdfFormat.TURTLE, rename_blank_nodes=True)
    return [(q.subject, q.predicate, q.object) for q in quads]


@pytest.mark.parametrize(
    "text",
    [
        "<b> <p> [ <q> 1 ; <r> 2.5 ] . <a> <p> true .",
        "<a> <p> _:x . <b> <p> _:x . _:x <q> 1 .",
        "<a> <p> [ <q> [ <r> [] ] ] .",
        "<a> <p> _:x . _:x <p> _:y . _:y <p> _:x .",
        "_:x <p> <a> . <a> <p> <b> .",
        "<a> <p> ( 1 2 3 ) .",
        "<a> <p> [] , [] .",
    ],
    ids=["inside", "shared", "nested", "circle", "loose", "list", "empty"],
)
def test_blank_nodes_come_back(text: str) -> None:
    statements = _statements(HEAD + text)
    written = statements_turtle(statements, EDITION)
    assert _graph(written) == _graph(HEAD + text)
    assert statements_turtle(_statements(HEAD + text), EDITION) == written


def test_subjects_stand_in_the_order_of_the_statements() -> None:
    written = statements_turtle(_statements(HEAD + "<b> <p> 1 . <a> <p> 2 . <b> <q> 3 ."), EDITION)
    assert written == HEAD + "\n<b> <p> 1 ;\n    <q> 3 .\n\n<a> <p> 2 .\n"


@pytest.mark.parametrize("end", ["..", "../x", "fy2026/.", "a/../b"])
def test_dots_are_no_steps(end: str) -> None:
    """Relative to a base they would lead elsewhere (RFC 3986, 5.2.4)."""
    node = NamedNode(f"https://example.jp/13000/children/{end}")
    written = statements_turtle([(node, EDITION, EDITION)], EDITION)
    assert f"<{node.value}>" in written
