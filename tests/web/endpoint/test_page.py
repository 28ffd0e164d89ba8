"""The page at /sparql without a script: saved queries, their values, answers, files, errors."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from alignchecker.model.names import PREFIXES
from alignchecker.queries.library import library
from alignchecker.web.endpoint.questions import Snapshot

from ..serving import BEARER, HERE, TOKEN, checked, city, client, officer, parts_of, settings
from .asking import HEAVY, Fixed

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
CHILDREN = "青葉市こども計画"
SCRIPT = "<img src=x onerror=alert(1)>\"'&"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return city(tmp_path_factory.mktemp("city"))


@pytest.fixture(scope="module")
def asking(folder: Path) -> Iterator[TestClient]:
    with officer(settings(folder)) as found:
        found.headers.update(BROWSER)
        yield found


def _page(asking: TestClient, saved: str = "", values: Mapping[str, str] | None = None) -> str:
    """values: of parameters, by their names in addresses."""
    asked = ({"saved": saved} if saved else {}) | dict(values or {})
    answer = asking.get("/sparql", params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


def _run(
    asking: TestClient, query: str, status: int = 200, more: Mapping[str, str] | None = None
) -> str:
    answer = asking.post("/sparql", data={"query": query, **(more or {})})
    assert answer.status_code == status, answer.text
    return answer.text


def _editor(page: str) -> str:
    found = re.search(r"<textarea[^>]*>\n(.*)</textarea>", page, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def _choices(page: str) -> dict[str, str]:
    """Title of a plan -> value."""
    found = re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', page)
    return {html.unescape(title): html.unescape(value) for value, title in found}


def test_the_page_offers_all_saved_queries_and_a_new_one_with_prefixes(asking: TestClient) -> None:
    page = _page(asking)
    for name, saved in library().items():
        assert f'href="/sparql?saved={name}"' in page
        assert saved.header.question is not None
        assert html.escape(saved.header.question.ja) in page
    lines = _editor(page).splitlines()
    declared = [f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items()]
    assert lines[: len(declared)] == declared
    assert "<table" in _run(asking, _editor(page))


def test_the_downloads_page_leads_to_it(asking: TestClient) -> None:
    checked(asking)
    assert '<a href="/sparql">分析（SPARQL）</a>' in asking.get("/downloads").text


def test_programs_get_what_they_got_before(asking: TestClient) -> None:
    turtle = asking.get("/sparql", headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    rows = asking.post("/sparql", data={"query": "ASK {}"}, headers={"Accept": "*/*"})
    assert rows.json()["boolean"] is True
    for accept in ("text/csv, text/html;q=0.5", "text/html;q=0.5, text/csv"):
        sent = {"query": "SELECT (1 AS ?n) {}"}
        answer = asking.post("/sparql", data=sent, headers={"Accept": accept})
        assert answer.content == b"n\r\n1\r\n"
    short = {"query": "SELECT (1 AS ?n) {}", "format": "tsv"}
    assert asking.get("/sparql", params=short).text == "?n\n1\n"


def test_a_saved_query_is_picked_filled_in_and_run(asking: TestClient) -> None:
    page = _page(asking, "items-of-plan")
    assert "計画は、どんな項目の体系でできているか" in page
    assert "読み方:" in page
    assert "$plan" in _editor(page)
    assert "#+" not in _editor(page)
    assert "$ の付いた名前がその値に置き換わります" in page
    iri = _choices(page)[CHILDREN]
    page = _page(asking, "items-of-plan", {"p.plan": iri})
    text = _editor(page)
    assert f"<{iri}>" in text
    assert "$plan" not in text
    assert text.startswith("PREFIX ")
    assert f'value="{iri}" selected' in page
    page = _run(asking, text, more={"saved": "items-of-plan", "p.plan": iri})
    assert f'value="{iri}" selected' in page
    columns = library()["items-of-plan"].header.columns
    shown = re.findall(r'<th scope="col">([^<]*)</th>', page)
    assert set(shown) <= {words.ja for words in columns.values()}
    assert len(re.findall("<tr>", page)) > 10


def test_plans_and_items_lead_to_their_pages(asking: TestClient) -> None:
    checked(asking)
    iri = _choices(_page(asking, "items-of-plan"))[CHILDREN]
    page = _run(asking, f"SELECT (<{iri}> AS ?plan) (<urn:x> AS ?other) {{}}")
    (address,) = re.findall(rf'<td><a href="([^"]+)">{re.escape(iri)}</a></td>', page)
    assert asking.get(address).status_code == 200
    assert "<td>urn:x</td>" in page


@pytest.mark.parametrize("name", sorted(library()))
def test_every_saved_query_can_be_picked_filled_in_and_run(asking: TestClient, name: str) -> None:
    page = _page(asking, name)
    plans = _choices(page)
    given = {}
    for parameter in library()[name].header.parameters.values():
        given[f"p.{parameter.name}"] = (
            plans[CHILDREN] if parameter.kind == "plan" else parameter.example or "2026"
        )
    page = _page(asking, name, given)
    assert 'role="alert"' not in page
    assert _editor(page).count("$") == 0
    page = _run(asking, _editor(page), more={"saved": name, **given})
    assert 'role="alert"' not in page


def test_what_is_lacking_or_wrong_is_said_and_nothing_is_lost(asking: TestClient) -> None:
    name = "plans-ending-in-year"
    (parameter,) = [p for p in library()[name].header.parameters.values() if p.kind == "integer"]
    page = _page(asking, name, {f"p.{parameter.name}": ""})
    assert f"「{parameter.words.ja}」を入れてから" in page
    page = _page(asking, name, {f"p.{parameter.name}": "来年"})
    assert "2027 のように書いてください" in page
    assert 'value="来年"' in page
    page = _page(asking, "items-of-plan", {"p.plan": "ない計画"})
    assert "読み込んだ計画の中にありません" in page
    assert "一覧から選んで" in _page(asking, "no-such-query")


def test_an_error_is_said_with_its_place_and_the_query_stays(asking: TestClient) -> None:
    page = _run(asking, f"SELECT * {{\n  ?s foo:bar {SCRIPT[:3]} }}", 400)
    assert "接頭辞「foo:」が決められていません" in page
    assert "2行目の6文字目: 接頭辞" in page
    assert "foo:bar" in _editor(page)
    page = _run(asking, "INSERT DATA { <urn:a> <urn:b> 1 }", 400)
    assert "これは更新です" in page
    assert "始めてください" in _run(asking, "", 400)


def test_values_stay_values_and_text_stays_text(asking: TestClient) -> None:
    hostile = f'x" }} ; DROP ALL # {SCRIPT}\\u0022 $lang'
    page = _page(asking, "items-by-label", {f"p.{_only('items-by-label')}": hostile})
    assert SCRIPT not in page
    assert html.escape(SCRIPT, quote=False)[:20] in page
    assert "該当するものはありません" in _run(asking, _editor(page))
    page = _page(asking, SCRIPT, {"p.plan": SCRIPT})
    assert SCRIPT not in page
    text = f"SELECT (STR({json.dumps(SCRIPT)}) AS ?x) (<javascript:alert(1)> AS ?y) {{}}"
    page = _run(asking, text, more={"saved": SCRIPT})
    assert SCRIPT not in page
    assert "<td>&lt;img src=x onerror=alert(1)&gt;&#34;&#39;&amp;</td>" in page
    assert "<td>javascript:alert(1)</td>" in page
    graph = f"CONSTRUCT {{ <urn:a> <urn:b> {json.dumps(SCRIPT)} }} {{}}"
    assert SCRIPT not in _run(asking, graph)


def _only(name: str) -> str:
    (parameter,) = [p for p in library()[name].header.parameters.values() if p.kind == "text"]
    return parameter.name


def test_yes_no_graphs_and_nothing_are_shown(asking: TestClient) -> None:
    assert '<p class="truth">はい</p>' in _run(asking, "ASK {}")
    assert '<p class="truth">いいえ</p>' in _run(asking, "ASK { <urn:no> ?p ?o }")
    graph = _run(asking, "CONSTRUCT { <urn:a> <urn:b> 1 } {}")
    assert "1件の記述（Turtle）" in graph
    assert "&lt;urn:a&gt; &lt;urn:b&gt; 1 ." in graph
    assert "該当するものはありません" in _run(asking, "SELECT * { <urn:no> ?p ?o }")


def test_of_long_answers_the_first_rows_are_shown_and_a_file_has_all(tmp_path: Path) -> None:
    rows = "".join(f"<urn:s{n}> <urn:p> <urn:o> .\n" for n in range(1200)).encode()
    with officer(settings(tmp_path)) as asking:
        parts_of(asking).queries.source = Fixed(Snapshot("1", rows))
        asking.headers.update(BROWSER)
        page = _run(asking, "SELECT ?s { ?s <urn:p> ?o }")
        assert "1,200件" in page
        assert "初めの1,000件だけ" in page
        assert len(re.findall("<td>urn:s", page)) == 1000
        page = _run(asking, "CONSTRUCT { ?s <urn:p> ?o } WHERE { ?s <urn:p> ?o }")
        assert "初めの1,000行だけ" in page
        file = asking.post("/sparql", data={"query": "SELECT ?s { ?s ?p ?o }", "save": "csv"})
        assert len(file.text.splitlines()) == 1201


def test_answers_are_saved_as_files(asking: TestClient) -> None:
    def file(query: str, form: str, **more: str) -> tuple[str, bytes]:
        answer = asking.post("/sparql", data={"query": query, "save": form, **more})
        assert answer.status_code == 200, answer.text
        return answer.headers["content-disposition"], answer.content

    query = 'SELECT ("=1+1" AS ?a) ("第１章, 二" AS ?b) {}'
    named, content = file(query, "csv", saved="items-of-plan")
    assert 'filename="items-of-plan.csv"' in named
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows == [["a", "b"], ["'=1+1", "第１章, 二"]]
    named, content = file(query, "json", saved="../../x")
    assert "%E5%95%8F%E3%81%84" in named
    assert json.loads(content)["head"]["vars"] == ["a", "b"]
    _, content = file("CONSTRUCT { <urn:a> <urn:b> 1 } {}", "turtle")
    assert b"<urn:a> <urn:b> 1 ." in content
    _, content = file("CONSTRUCT { <urn:a> <urn:b> 1 } {}", "csv")
    assert content.decode("utf-8-sig").splitlines()[0] == "subject,predicate,object"
    refused = asking.post("/sparql", data={"query": query, "save": "turtle"})
    assert refused.status_code == 400
    assert "CONSTRUCT と DESCRIBE" in refused.text
    assert _editor(refused.text).strip() == query


def test_the_page_speaks_english_too(asking: TestClient) -> None:
    asking.post("/language", data={"lang": "en", "here": "/sparql"})
    try:
        page = _page(asking, "items-of-plan")
        question = library()["items-of-plan"].header.question
        assert question is not None
        assert html.escape(question.en, quote=False) in html.unescape(page)
        text = _run(asking, "SELECT * { ?s foo:bar ?o }", 400)
        assert "Line 1, character 15: The prefix &#39;foo:&#39; is not declared" in text
        shown = re.sub(r"<(script|option|textarea).*?</\1>", "", text, flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", "", shown)
        assert not re.search(r"[ぁ-ん]", words)
    finally:
        asking.post("/language", data={"lang": "ja", "here": "/sparql"})


def test_terms_for_completion_have_an_address_of_their_own(asking: TestClient) -> None:
    (address,) = re.findall(r'data-terms="([^"]+)"', _page(asking))
    answer = asking.get(address)
    assert "immutable" in answer.headers["cache-control"]
    terms = answer.json()
    assert terms["prefixes"] == PREFIXES
    aln = PREFIXES["aln"]
    assert terms["classes"][f"{aln}PlanEdition"] == {"ja": "計画（版）", "en": "plan edition"}
    assert terms["properties"][f"{aln}inPlan"]["ja"]
    assert terms["properties"]["http://purl.org/dc/terms/title"]["ja"]
    assert not set(terms["classes"]) & set(terms["properties"])
    assert asking.get("/sparql/terms/0123456789abcdef.json").status_code == 404


def test_a_form_of_another_page_and_strangers_are_kept_out(asking: TestClient) -> None:
    sent = {"query": "ASK {}"}
    forged = asking.post("/sparql", data=sent, headers={"X-CSRF-Token": ""})
    assert forged.status_code == 403
    with client(settings(Path())) as stranger:
        assert stranger.get("/sparql", headers=BROWSER).status_code == 401
        assert stranger.get("/sparql/terms/x.json").status_code == 401
        token = {**BEARER, **BROWSER}
        answer = stranger.get("/sparql", params={"query": "ASK {}"}, headers=token)
        assert answer.status_code == 200
    assert TOKEN not in _page(asking)
    assert HERE not in _page(asking)


def test_a_query_that_takes_too_long_is_said_so_on_the_page(tmp_path: Path) -> None:
    made = settings(tmp_path)
    limits = type(made.queries)(seconds=0.5)
    with officer(settings(tmp_path, queries=limits)) as asking:
        parts_of(asking).queries.source = Fixed()
        asking.headers.update(BROWSER)
        page = _run(asking, HEAVY, 504)
        assert "0.5秒で終わらなかった" in page
        assert _editor(page).strip() == HEAVY


def test_ones_own_queries_are_offered_and_broken_ones_do_no_harm(tmp_path: Path) -> None:
    folder = city(tmp_path)
    (folder / "queries").mkdir()
    (folder / "alignchecker.toml").write_text('queries = ["queries"]\n', encoding="utf-8")
    (folder / "queries" / "own.rq").write_text("SELECT (1 AS ?n) {}\n", encoding="utf-8")
    (folder / "queries" / "broken.rq").write_text("#+ [question\nASK {}", encoding="utf-8")
    with officer(settings(folder)) as asking:
        asking.headers.update(BROWSER)
        page = _page(asking)
        assert 'href="/sparql?saved=own"' in page
        assert "読めない問い合わせがあります" in page
        assert str(folder.parent) not in page
        assert "SELECT (1 AS ?n) {}" in _editor(_page(asking, "own"))
        page = _page(asking, "broken")
        assert "見出しの" in page
        assert str(folder.parent) not in page
