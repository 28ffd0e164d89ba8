"""Every saved query, asked of a real endpoint: the Virtuoso of Debian, on loopback.

Skipped where it is not installed, unless ALIGNCHECKER_VIRTUOSO=required.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, RdfFormat, serialize

from alignchecker.model.errors import ConfigError
from alignchecker.queries.asked import read
from alignchecker.queries.binding import bound, terms
from alignchecker.queries.errors import QueryFailed
from alignchecker.queries.plans import plan_finder
from alignchecker.queries.remote import Endpoint
from tests.bench import virtuoso

from .alike import lines
from .expected import CITY, Case, cases, store_of

_CASES = list(cases())
pytestmark = pytest.mark.skipif(
    not virtuoso.is_installed() and os.environ.get(virtuoso.REQUIRED) != "required",
    reason=f"needs Debian's {virtuoso.PACKAGE}",
)


@pytest.fixture(scope="module")
def endpoints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, Endpoint]]:
    """For each folder that queries are asked about an endpoint that has what it says."""
    data = tmp_path_factory.mktemp("data")
    with virtuoso.running(data, gigabytes=1, seconds=60) as server:
        found = {}
        for number, folder in enumerate(dict.fromkeys(case.folder for case in _CASES)):
            file = data / f"{number}.nt"
            triples = (quad.triple for quad in store_of(folder))
            serialize(triples, str(file), format=RdfFormat.N_TRIPLES)
            graph = f"{virtuoso.GRAPH}:{number}"
            server.load([file], graph)
            assert server.count(graph) == len(store_of(folder))
            found[folder] = Endpoint.at(server.address(graph), seconds=60)
        yield found


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_it_answers_as_we_do(case: Case, endpoints: dict[Path, Endpoint]) -> None:
    ask = endpoints[case.folder].asking()
    asked = read(case.saved.text, case.saved.name)
    values = terms(case.saved.header, case.given, plan_finder(ask), "ja")
    assert lines(ask(bound(asked, values))) == lines(case.answer())


def test_yes_and_no(endpoints: dict[Path, Endpoint]) -> None:
    ask = endpoints[CITY].asking()
    for kind, expected in (("PlanEdition", True), ("NoSuchThing", False)):
        query = f"ASK {{ ?s a <https://w3id.org/alignchecker/ns#{kind}> }}"
        found = ask(read(query, "own"))
        assert isinstance(found, QueryBoolean)
        assert bool(found) == expected


def test_its_own_words_are_passed_on(endpoints: dict[Path, Endpoint]) -> None:
    ask = endpoints[CITY].asking()
    with pytest.raises(QueryFailed, match="Virtuoso 37000 Error SP030"):
        ask(read("SELECT * WHERE { ?s ?p }", "own"))


def test_a_plan_that_it_does_not_have(endpoints: dict[Path, Endpoint]) -> None:
    find = plan_finder(endpoints[CITY].asking())
    with pytest.raises(ConfigError, match="No plan"):
        find("ない計画")
