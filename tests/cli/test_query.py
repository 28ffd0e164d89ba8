"""``query``: lists, explains, answers, in each form; and says what to do where it cannot."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from alignchecker.queries.library import library

from .running import Ran, run

CITY = "tests/corpus/aoba"
_PLAN = "plan=青葉市こども計画"


def _ask(query: Path, text: str, *arguments: str) -> Ran:
    query.write_text(text, encoding="utf-8")
    return run("query", str(query), CITY, *arguments)


def test_all_saved_queries_are_listed_with_their_questions() -> None:
    listed = run("query", "--lang", "en").out
    for name, saved in library().items():
        assert f"{name}\n  " in listed
        assert saved.header.question is not None
        assert saved.header.question.en.split()[0] in listed


def test_a_query_without_plans_is_explained() -> None:
    ran = run("query", "items-of-plan", "--lang", "ja")
    assert ran.status == 0
    assert "--param plan=" in ran.out
    assert "PREFIX aln:" in ran.out
    assert "#+" not in ran.out


def test_what_there_is_to_ask_is_json_for_programs() -> None:
    listed = json.loads(run("query", "--output-format", "json").out)
    assert listed["schema"] == 1
    assert [query["name"] for query in listed["queries"]] == list(library())
    (one,) = json.loads(run("query", "items-of-plan", "--output-format", "json").out)["queries"]
    assert one in listed["queries"]
    assert one["parameters"][0]["type"] == "plan"
    assert one["question"].keys() == {"ja", "en"}


def test_without_plans_there_is_no_answer_in_a_form() -> None:
    ran = run("query", "items-of-plan", "--output-format", "csv", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "name the folder of plans" in ran.err


def test_one_answer_in_each_form(tmp_path: Path) -> None:
    asked = ("query", "items-of-plan", CITY, "--param", _PLAN)
    found = {f: run(*asked, "--output-format", f) for f in ("csv", "tsv", "json", "markdown")}
    assert {ran.status for ran in found.values()} == {0}
    assert found["csv"].out.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(found["csv"].out.removeprefix("\ufeff"))))
    rows = json.loads(found["json"].out)["results"]["bindings"]
    solutions = parse_query_results(found["tsv"].out, format=QueryResultsFormat.TSV)
    assert isinstance(solutions, QuerySolutions)
    items = [row["item"] for row in table]
    assert len(items) > 5
    assert items == [row["item"]["value"] for row in rows]
    assert items == [row["item"].value for row in solutions]
    assert len(found["markdown"].out.splitlines()) == len(items) + 2
    output = tmp_path / "answer.txt"
    assert run(*asked, "--output", str(output)).out == ""
    assert f"{len(items)}件" in output.read_text("utf-8")


def test_a_graph_is_turtle_or_rows_of_triples(tmp_path: Path) -> None:
    query = tmp_path / "own.rq"
    text = "CONSTRUCT { ?s a ?kind } WHERE { ?s a ?kind } LIMIT 3"
    turtle = _ask(query, text, "--output-format", "turtle").out
    assert len(list(parse(turtle.encode(), RdfFormat.TURTLE))) == 3
    rows = _ask(query, text, "--output-format", "tsv").out.splitlines()
    assert rows[0] == "?subject\t?predicate\t?object"
    assert len(rows) == 4


def test_a_table_is_no_turtle(tmp_path: Path) -> None:
    ran = _ask(tmp_path / "own.rq", "SELECT * { ?s ?p ?o } LIMIT 1", "--output-format", "turtle")
    assert (ran.status, ran.out) == (2, "")
    assert "turtle" in ran.err


@pytest.mark.parametrize(("lang", "word"), [("ja", "はい"), ("en", "yes")])
def test_yes_is_said(tmp_path: Path, lang: str, word: str) -> None:
    assert _ask(tmp_path / "own.rq", "ASK { ?s ?p ?o }", "--lang", lang).out == f"{word}\n"


def test_what_a_plan_holds_cannot_become_a_formula(tmp_path: Path) -> None:
    ran = _ask(tmp_path / "own.rq", 'SELECT ("=1+1" AS ?x) {}', "--output-format", "csv")
    assert ran.out == "\ufeffx\r\n'=1+1\r\n".replace("\r\n", "\n")


def test_graphs_are_named_after_the_files_as_seen_from_the_folder(tmp_path: Path) -> None:
    text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    found = _ask(tmp_path / "own.rq", text, "--output-format", "tsv").out
    root = "<https://w3id.org/alignchecker/graph/"
    names = found.splitlines()[1:]
    assert f"{root}aoba/waivers.toml>" in names
    assert all(name.startswith((f"{root}aoba/", f"{root}alignchecker/")) for name in names)
    assert str(Path.cwd()) not in found
    one = next(name for name in names if "/plans/" in name)
    rows = _ask(
        tmp_path / "own.rq", f"SELECT * FROM {one} {{ ?s ?p ?o }}", "--output-format", "tsv"
    )
    assert len(rows.out.splitlines()) > 20


def test_every_statement_is_there_once(tmp_path: Path) -> None:
    text = "SELECT ?s ?p ?o (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ?p ?o HAVING (COUNT(*) > 1)"
    assert len(_ask(tmp_path / "own.rq", text, "--output-format", "tsv").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1/> {} }", "own.rq:1:12: SERVICE is not taken"),
        ("SELECT *\n{ ?s ?p\n?o ?x }", "own.rq:3:"),
        ("SELECT * FROM <http://127.0.0.1/> {}", "FROM NAMED can only name"),
        ("SELECT (<http://e.org/f>(1) AS ?x) {}", "own.rq: The query could not be answered"),
    ],
)
def test_a_query_that_cannot_be_asked_gets_its_place_and_what_to_do(
    tmp_path: Path, text: str, said: str
) -> None:
    ran = _ask(tmp_path / "own.rq", text, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["items-of-paln", CITY], "Did you mean"),
        (["items-of-plan", CITY], "Give the plan"),
        (["items-of-plan", CITY, "--param", "plan"], "has no value"),
        (["items-of-plan", CITY, "--param", "plan=青葉市こどもの計画"], "No plan that was read"),
        (["items-of-plan", CITY, "--queries", "nowhere"], "no folder of queries"),
        (["items-of-plan", "nowhere.ttl", "--param", _PLAN], "nowhere.ttl"),
    ],
)
def test_what_is_wrong_with_the_command_is_said(arguments: list[str], said: str) -> None:
    ran = run("query", *arguments, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_folder_of_own_queries_can_be_configured(tmp_path: Path) -> None:
    (tmp_path / "問い").mkdir()
    (tmp_path / "問い" / "own.rq").write_text("ASK {}")
    (tmp_path / "alignchecker.toml").write_text('queries = ["問い"]\n', encoding="utf-8")
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    assert run("query", "own", tmp_path).out == "はい\n"
