"""The W3C tests of the SPARQL 1.1 Protocol: all about queries pass, no update is carried out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from .sparql_protocol import Case, cases, endpoint, folder, passes

UPDATES_CARRIED_OUT = {
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_named_graphs",
    "update_dataset_full",
    "update_post_form",
    "update_post_direct",
    "update_base_uri",
}
"""Tests that want an update to be carried out."""


@pytest.fixture(scope="module")
def suite() -> list[Case]:
    """The tests, which are not shipped."""
    where = folder()
    if not (where / "manifest.ttl").is_file():
        pytest.skip(
            f"no W3C tests of the SPARQL protocol in {where}: put sparql/sparql11/protocol of"
            " github.com/w3c/rdf-tests there, or name the folder above it in"
            " ALIGNCHECKER_CONFORMANCE"
        )
    return list(cases(where))


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory, suite: list[Case]) -> Iterator[TestClient]:
    assert suite
    with endpoint(folder(), tmp_path_factory.mktemp("empty")) as found:
        yield found


def test_the_suite_is_whole(suite: list[Case]) -> None:
    assert [sum(case.is_query is kind for case in suite) for kind in (True, False)] == [20, 14]


def test_all_about_queries_pass(suite: list[Case], asking: TestClient) -> None:
    failed = {case.name: passes(case, asking) for case in suite if case.is_query}
    assert {name: wrong for name, wrong in failed.items() if wrong is not None} == {}


def test_no_update_is_carried_out(suite: list[Case], asking: TestClient) -> None:
    failed = {case.name for case in suite if not case.is_query and passes(case, asking)}
    assert failed == UPDATES_CARRIED_OUT
    count = asking.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g { ?s ?p ?o } }"})
    assert len(count.json()["results"]["bindings"]) == 3
