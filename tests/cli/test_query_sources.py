"""``query`` with a store on disk, and with an endpoint, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.queries.answering_server import Reply, answering

from .running import run

CITY = "tests/corpus/aoba"
_ASKED = ("query", "items-of-plan", "--param", "plan=青葉市こども計画", "--output-format", "tsv")


def _bindings(**row: str) -> Reply:
    values = {name: {"type": "uri", "value": value} for name, value in row.items()}
    table = {"head": {"vars": list(row)}, "results": {"bindings": [values]}}
    return Reply(json.dumps(table).encode())


def test_a_store_answers_as_files_do_and_without_them(tmp_path: Path) -> None:
    store = tmp_path / "store"
    whole = run(*_ASKED, CITY)
    assert len(whole.out.splitlines()) > 5
    for paths in ([CITY], [CITY], []):
        found = run(*_ASKED, *paths, "--store", store)
        assert (found.status, found.out, found.err) == (0, whole.out, "")


def test_a_store_has_the_graphs_of_files(tmp_path: Path) -> None:
    query = tmp_path / "own.rq"
    query.write_text(
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g", "utf-8"
    )
    asked = ("query", query, CITY, "--output-format", "tsv")
    whole = run(*asked)
    assert len(whole.out.splitlines()) > 5
    assert run(*asked, "--store", tmp_path / "store").out == whole.out


def test_what_could_not_be_read_is_said_each_time(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "broken.ttl").write_text("<a> <b>", encoding="utf-8")
    (tmp_path / "plans" / "good.ttl").write_text("<urn:a> <urn:b> 1 .", encoding="utf-8")
    query = tmp_path / "own.rq"
    query.write_text("SELECT ?o { <urn:a> <urn:b> ?o }", encoding="utf-8")
    for paths in ([tmp_path / "plans"], [tmp_path / "plans"], []):
        ran = run("query", query, *paths, "--store", tmp_path / "store")
        assert ran.status == 2
        assert "broken.ttl:1" in ran.err
        assert "1件" in ran.out


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    ran = run(*_ASKED, CITY, "--store", tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "--store" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_nothing_to_read_is_status_3(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(*_ASKED, tmp_path / "empty", "--store", tmp_path / "store").status == 3


def test_an_answer_does_not_go_over_an_input(tmp_path: Path) -> None:
    plan = tmp_path / "plan.ttl"
    plan.write_text("<urn:a> <urn:b> 1 .", encoding="utf-8")
    ran = run("query", "plans-in-force", plan, "--store", tmp_path / "store", "--output", plan)
    assert ran.status == 2
    assert plan.read_text("utf-8") == "<urn:a> <urn:b> 1 ."


def test_an_endpoint_is_asked_for_the_plan_and_for_the_answer() -> None:
    plan = _bindings(plan="https://example.jp/p")
    named = json.loads(plan.body)
    named["head"]["vars"] += ["name", "mention"]
    named["results"]["bindings"][0]["name"] = {"type": "literal", "value": "青葉市こども計画"}
    answer = _bindings(item="https://example.jp/p/1")
    names = Reply(json.dumps(named).encode())
    # Names are asked for once more in an order, as all rows are that come in none.
    with answering(names, names, answer) as server:
        ran = run(*_ASKED, "--endpoint", server.url)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "?item\n<https://example.jp/p/1>\n"
    asked = [parse_qs(seen.body)["query"][0] for seen in server.seen]
    assert "<https://example.jp/p>" in asked[-1]
    assert "$" not in asked[-1]
    assert "dcterms" not in asked[-1]


def test_what_an_endpoint_says_is_passed_on_without_secrets() -> None:
    with answering(Reply(b"out of order", "text/plain", 503)) as server:
        url = server.url.replace("//", "//me:secret@")
        ran = run("query", "plans-in-force", "--param", "year=2026", "--endpoint", url)
    assert (ran.status, ran.out) == (2, "")
    assert "out of order" in ran.err
    assert "secret" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        (CITY, "--endpoint", "http://127.0.0.1:9/"),
        ("--store", "x", "--endpoint", "http://127.0.0.1:9/"),
        (CITY, "--timeout", "3"),
        ("--endpoint", "http://127.0.0.1:9/", "--timeout", "0"),
        ("--endpoint", "127.0.0.1"),
    ],
)
def test_what_does_not_go_together_is_said(arguments: tuple[str, ...]) -> None:
    ran = run(*_ASKED, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "--endpoint" in ran.err
