"""分析（SPARQL）: the page without script, saved queries that the server fills in, files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from alignchecker.queries.library import library
from alignchecker.web.rendering import FILES

from ..serving import city, officer, settings
from .asking import analyst

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
YASGUI = {
    "yasgui.js": "55034eaac74c55f55fbd1eeed008ae38a79053651cbed2b453f1fcfd895a4b75",
    "yasgui.css": "085b94556b97f9928981bdedb6848fd11ad4d8d950e821f0d698c58ca538fc55",
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with officer(settings(city(tmp_path_factory.mktemp("city")))) as found:
        found.headers.update(HTML)
        yield found


def _query(text: str) -> str:
    """What stands in the field."""
    return unescape(text.split('class="code">', 1)[1].split("</textarea>", 1)[0])


def _title(browser: TestClient) -> str:
    """Of a plan of the city."""
    query = (
        "PREFIX aln: <https://w3id.org/alignchecker/ns#> SELECT ?t { ?p a aln:PlanEdition ;"
        " <http://purl.org/dc/terms/title> ?t . ?i aln:inPlan ?p"
        " FILTER(STRSTARTS(STR(?p), 'https://example.jp/')) } LIMIT 1"
    )
    answer = browser.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
    return answer.text.splitlines()[1]


def test_the_page_is_for_browsers_and_linked_from_downloads(browser: TestClient) -> None:
    page = browser.get("/sparql")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>分析（SPARQL）</h1>" in page.text
    assert '<a href="/sparql">分析（SPARQL）</a>' in browser.get("/downloads").text
    assert browser.get("/sparql", headers={"Accept": "*/*"}).text.startswith("@prefix")


def test_every_saved_query_is_offered_with_its_question(browser: TestClient) -> None:
    text = unescape(browser.get("/sparql").text)
    queries = library()
    assert queries
    for name, saved in queries.items():
        assert saved.header.question is not None
        assert f'<option value="{name}">{saved.header.question.ja}</option>' in text


def test_a_form_shows_a_table(browser: TestClient) -> None:
    query = "SELECT ?x ?y { VALUES (?x ?y) { ('<b>&' <urn:a>) (UNDEF 3) } }"
    page = browser.post("/sparql", data={"query": query, "format": "html"})
    assert page.status_code == 200
    assert "<td>&lt;b&gt;&amp;</td><td>urn:a</td>" in page.text
    assert "<td></td><td>3</td>" in page.text
    assert _query(page.text) == query
    yes = browser.post("/sparql", data={"query": "ASK {}"})
    assert '<p role="status">はい</p>' in yes.text
    graph = browser.post("/sparql", data={"query": "CONSTRUCT { <urn:a> <urn:b> '<i>' } {}"})
    assert "&lt;urn:a&gt; &lt;urn:b&gt; &#34;&lt;i&gt;&#34;" in graph.text


def test_what_is_wrong_stands_above_the_query(browser: TestClient) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    page = browser.post("/sparql", data={"query": query})
    assert page.status_code == 400
    assert "SERVICE は使えません" in page.text
    assert _query(page.text) == query


def test_files_are_saved(browser: TestClient) -> None:
    sent = {"query": "SELECT ('計画' AS ?x) {}", "format": "csv"}
    answer = browser.post("/sparql", data=sent)
    assert answer.headers["content-disposition"] == 'attachment; filename="answer.csv"'
    assert answer.content == "\ufeffx\r\n計画\r\n".encode()  # for spreadsheets
    graph = {"query": "CONSTRUCT { <urn:a> <urn:b> 1 } {}", "format": "turtle"}
    name = browser.post("/sparql", data=graph).headers["content-disposition"]
    assert name == 'attachment; filename="answer.ttl"'
    assert browser.post("/sparql", data={**graph, "format": "csv"}).status_code == 406


def test_a_saved_query_is_filled_in_by_the_server(browser: TestClient) -> None:
    asked = {"saved": "items-of-plan"}
    open_one = browser.get("/sparql", params=asked)
    assert "$plan" in _query(open_one.text)
    assert 'name="param-plan"' in open_one.text
    filled = browser.get("/sparql", params={**asked, "fill": "1", "param-plan": _title(browser)})
    query = _query(filled.text)
    assert "$" not in query
    assert "#+" not in query
    assert "<https://example.jp/" in query
    page = browser.post("/sparql", data={"query": query, **asked})
    columns = library()["items-of-plan"].header.columns
    assert all(f'<th scope="col">{words.ja}</th>' in page.text for words in columns.values())
    assert page.text.count("<tr>") > 5


@pytest.mark.parametrize(
    "value", ["nothing of the kind", "> } ; DROP ALL #", "", "<urn:x> } #", '"""', "x" * 3000]
)
def test_values_never_become_part_of_the_query(browser: TestClient, value: str) -> None:
    asked = {"saved": "items-of-plan", "fill": "1", "param-plan": value}
    page = browser.get("/sparql", params=asked)
    assert page.status_code == 400
    assert "DROP" not in (_query(page.text) if "</textarea>" in page.text else "")


def test_texts_are_literals_whatever_they_hold(browser: TestClient) -> None:
    text = '"} #\\" \n\' ?x'
    asked = {"saved": "items-by-label", "fill": "1", "param-word": text}
    query = _query(browser.get("/sparql", params=asked).text)
    assert '"\\"} #\\\\\\" \\n\' ?x"' in query
    assert browser.post("/sparql", data={"query": query}).status_code == 200


def test_a_saved_query_that_is_not_there_is_left_out(browser: TestClient) -> None:
    assert browser.get("/sparql", params={"saved": "../../x"}).status_code == 200


def test_what_the_editor_completes_is_of_this_server(tmp_path: Path) -> None:
    with analyst(city(tmp_path)) as asking:
        found = asking.get("/sparql/terms").json()
    assert "aln: <https://w3id.org/alignchecker/ns#>" in found["prefixes"]
    assert "https://w3id.org/alignchecker/ns#Measure" in found["classes"]
    assert "https://w3id.org/alignchecker/ns#contributesTo" in found["properties"]
    assert "http://purl.org/dc/terms/title" in found["properties"]
    assert found["classes"] == sorted(found["classes"])


@pytest.mark.parametrize("name", YASGUI)
def test_yasgui_is_the_one_that_was_looked_at(name: str) -> None:
    path = FILES[name][0]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == YASGUI[name]
    assert YASGUI[name] in path.with_name("README.md").read_text("utf-8")
    assert "MIT License" in path.with_name("yasgui.LICENSES.txt").read_text("utf-8")
