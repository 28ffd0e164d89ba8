"""対応表, 体系図, 計画期間, 指標 and 計画一覧: what the check knows, seen from each side."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_plus

import jsonschema
import openpyxl
import pytest
from starlette.testclient import TestClient

from alignchecker.reports import correspondence_json
from alignchecker.web.addresses import addresses
from alignchecker.web.keys import key_of
from alignchecker.web.operations import OPERATIONS

from .serving import (
    AOBA,
    BEARER,
    checked,
    city,
    client,
    document,
    finished,
    officer,
    parts_of,
    send,
    settings,
)  # fmt: skip

BASE = "https://example.jp/data/aoba/"
CHILDREN = BASE + "children/fy2025"
PAGES = ("/coverage", "/hierarchy", "/timeline", "/indicators", "/plans")


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser on the whole fictional city, checked."""
    folder = tmp_path_factory.mktemp("aoba")
    shutil.copytree(AOBA, folder, dirs_exist_ok=True)
    with officer(settings(folder)) as browser:
        checked(browser, 120)
        yield browser


def pair_key(asking: TestClient, of: str, higher: str) -> str:
    found = re.search(rf'href="/coverage/(\w+)">{of} → {higher}', asking.get("/coverage").text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("path", PAGES)
def test_a_folder_without_plans_has_its_pages(tmp_path: Path, path: str) -> None:
    with officer(settings(tmp_path)) as browser:
        checked(browser)
        assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_what_changed_since_the_check_is_said(tmp_path: Path, path: str) -> None:
    with officer(settings(city(tmp_path))) as browser:
        checked(browser)
        note = "ファイルが変わりました"
        assert note not in browser.get(path).text
        turtle = tmp_path / "plans" / "children.ttl"
        turtle.write_text(turtle.read_text("utf-8") + "\n# changed\n", "utf-8")
        text = browser.get(path).text
        assert note in text
        assert 'id="job"' in text


def test_rows_of_a_pair_are_those_of_the_table(asking: TestClient) -> None:
    key = pair_key(asking, "青葉市こども計画", "こども大綱")
    items = asking.get(f"/coverage/{key}").text
    assert "26件" in items
    assert items.count('<tr class="is-') == 26
    assert "校則は県立高校に関わる" in items  # waived, with its reason
    only = asking.get(f"/coverage/{key}?standing=proposed").text
    assert only.count('<tr class="is-proposed"') == only.count('<tr class="is-') == 1
    measures = asking.get(f"/coverage/{key}?side=measures").text
    assert measures.count('<tr class="is-') == 7
    assert "母子の健康づくり" in measures
    assert "●" in asking.get(f"/coverage/{key}?side=matrix").text
    assert asking.get(f"/coverage/{key}?side=nonsense&page=x&standing=%00").status_code == 200
    assert asking.get("/coverage/0000").status_code == 404


def test_links_below_an_item_count_only_in_depth(asking: TestClient) -> None:
    tables = {}
    for depth in ("deep", "shallow"):
        text = asking.get(f"/coverage?depth={depth}").text
        tables[depth] = [int(n) for n in re.findall(r'">(\d+)</a></td>', text)]
    relations = asking.get("/api/coverage").json()["relations"]
    differing = [r for r in relations if r["items"]["deep"] != r["items"]["shallow"]]
    assert bool(differing) == (tables["deep"] != tables["shallow"])


def test_an_item_leads_to_its_links_and_its_source(asking: TestClient) -> None:
    iri = CHILDREN + "/1/1"
    text = asking.get(f"/items/{key_of(iri)}").text
    assert "母子の健康づくり" in text
    assert "妊娠前から妊娠期、出産、幼児期までの切れ目ない保健・医療の確保" in text
    source = asking.get(f"/items/{key_of(iri)}/source")
    assert source.status_code == 303
    page = asking.get(source.headers["location"]).text
    assert "母子の健康づくり" in page
    other = re.search(r'href="(/items/\w+)">[^<]*妊娠前から', text)
    assert other is not None
    answered = asking.get(other[1])
    assert "母子の健康づくり" in answered.text
    # The outline is no file of the folder: it has no place in a document here.
    assert asking.get(other[1] + "/source").status_code == 404
    assert asking.get("/items/nothing").status_code == 404


def opened(asking: TestClient, address: str) -> str:
    """A page, once what it needs has been read."""
    answer = asking.get(address)
    for _ in range(3):
        if answer.status_code == 303:
            finished(asking, answer.headers["location"])
            answer = asking.get(address)
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def test_an_item_leads_to_the_review_of_its_links_and_back(asking: TestClient) -> None:
    """Every address that any item gives is one that the review knows."""
    outlines = parts_of(asking).checks.latest.checked.shelf.outlines  # type: ignore[union-attr]
    measure = next(e for e in outlines[CHILDREN].entries if e.is_measure and e.bonds)
    page = f"/items/{key_of(measure.iri)}"
    texts = [asking.get(page).text, asking.get(f"/items/{key_of(measure.bonds[0].iri)}").text]
    for text in texts:
        links = [html.unescape(link) for link in re.findall(r'href="(/links/\w+\?[^"]*)"', text)]
        assert links
        for link in links:
            assert 'href="/items/' in opened(asking, link)
    mine = [html.unescape(link) for link in re.findall(r'href="(/links/\w+\?[^"]*)"', texts[0])]
    assert f'href="{page}"' in opened(asking, mine[0])
    assert "との対応づけを判断する" in texts[0]


def test_every_measure_leads_to_a_pair_that_is_reviewed(asking: TestClient) -> None:
    opened(asking, "/links")
    linked = parts_of(asking).desk.now("/links", 60)
    found = parts_of(asking).checks.latest
    assert found is not None
    known = addresses(found)
    given: dict[str, list[str]] = {}
    for (_, higher), entry in (
        (pair, entry)
        for pair in known.pairs
        for entry in found.checked.shelf.outlines[pair[0]].entries
    ):
        if address := known.review(entry, higher):
            path, _, query = address.partition("?measure=")
            given.setdefault(path.removeprefix("/links/"), []).append(unquote_plus(query))
    assert given
    for key, measures in given.items():
        assert measures == list(linked.pairs[key].measures)


def test_an_item_of_a_document_is_shown_beside_its_line(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as browser:
        finished(browser, send(browser, "a.docx", document()))
        checked(browser)
        tree = browser.get("/api/hierarchy").json()["trees"]
        (key,) = tree.values()
        items = browser.get(f"/api/hierarchy/{key}").json()["items"]
        iri = next(i["iri"] for i in items if "指導者" in i["label"])
        source = browser.get(f"/items/{key_of(iri)}/source").headers["location"]
        text = browser.get(source).text
        assert re.search(r'<li class="marked"><mark>[^<]*指導者を育てる', text)


def test_plans_and_their_trees_are_drawn_as_links(asking: TestClient) -> None:
    text = asking.get("/hierarchy").text
    key = key_of(CHILDREN)
    assert f'<a href="/hierarchy/{key}"><g class="box own">' in text
    assert "data-picture" in text
    tree = asking.get(f"/hierarchy/{key}").text
    item = key_of(CHILDREN + "/1/1")
    assert f'<a href="/items/{item}"><g class="box box-measure">' in tree
    assert "box-proposed" in tree
    # The same in words, for who cannot see it.
    assert tree.count(f'href="/items/{item}"') >= 2
    higher = re.search(r'<option value="(\w+)">こども大綱', tree)
    assert higher is not None
    less = asking.get(f"/hierarchy/{key}?higher={higher[1]}").text
    assert less.count("box-accepted") < tree.count("box-accepted")
    assert "box-open" in less
    assert "box-waived" in less
    assert asking.get(f"/hierarchy/{key}?higher=nothing").status_code == 200
    assert asking.get("/hierarchy/0000").status_code == 404


def test_no_style_or_script_stands_in_a_page(asking: TestClient) -> None:
    for path in (*PAGES, f"/hierarchy/{key_of(CHILDREN)}"):
        text = asking.get(path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src)", text), path


def test_periods_as_of_a_day(asking: TestClient) -> None:
    text = asking.get("/timeline?on=2026-10-01").text
    assert "令和8年10月1日の時点" in text
    assert 'class="now">R8' in text
    assert 'class="own ended"' in text
    ended = asking.get("/timeline?on=2026-10-01&status=ended").text
    assert "第1次青葉市総合計画" in ended
    assert "青葉市こども計画" not in ended
    assert asking.get("/timeline?on=yesterday").status_code == 400
    # 第8期 and 第9期 of one plan both have R6; the parts of 総合計画 run together on purpose.
    care = asking.get("/timeline", params={"text": "介護保険事業計画"}).text
    assert care.count('class="overlap"') == 2
    whole = asking.get("/timeline", params={"text": "第2次青葉市総合計画"}).text
    assert 'class="overlap"' not in whole


def test_indicators_that_differ_stand_first(asking: TestClient) -> None:
    text = asking.get("/indicators").text
    every = asking.get("/api/indicators").json()
    names = {e["name"] for pair in every["comparisons"] for e in pair["indicators"]}
    assert names
    assert all(name in text for name in names)
    listed = asking.get("/indicators?view=all").text
    assert "設定なし" in listed or "不明" in listed
    plan = every["plans"][0]
    one = asking.get("/indicators", params={"view": "all", "plan": key_of(plan["iri"])}).text
    shown = one.count('<th scope="row">')
    assert shown == len(plan["indicators"])
    assert asking.get("/indicators?view=bare").status_code == 200
    assert asking.get("/indicators?view=x&plan=y&page=-1").status_code == 200


def test_the_inventory_is_sorted_and_filtered(asking: TestClient) -> None:
    def titles(query: str) -> list[str]:
        text = asking.get(f"/plans{query}").text
        return re.findall(r'<tr id="plan-\w+">\s*<th scope="row"><a [^>]*>([^<]*)', text)

    every = titles("")
    assert sorted(titles("?sort=title")) == titles("?sort=title") == sorted(every)
    assert titles("?sort=title&down=1") == sorted(every, reverse=True)
    for sort in ("type", "period", "department", "relations", "linked", "findings", "changed"):
        assert sorted(titles(f"?sort={sort}")) == sorted(every)
    assert titles("?text=こども課") == ["青葉市こども計画"]
    assert titles("?text=どこにもない") == []
    text = asking.get("/plans?text=こども課").text
    assert "こども基本法" in text
    assert re.search(r"7施策中 \d+（\d+%）", text)


def test_tables_are_made_as_files(asking: TestClient) -> None:
    for form, beginning in (("coverage-xlsx", b"PK"), ("coverage-csv", b"\xef\xbb\xbf")):
        answer = asking.post("/downloads", data={"form": form})
        there = finished(asking, answer.headers["location"])
        file = asking.get(f"{there}/file")
        assert file.content.startswith(beginning)
        assert "%E5%AF%BE%E5%BF%9C%E8%A1%A8" in file.headers["content-disposition"]
        if beginning == b"PK":
            book = openpyxl.load_workbook(io.BytesIO(file.content))
            assert any("対応" in name for name in book.sheetnames)


def test_the_same_as_json(asking: TestClient) -> None:
    found = parts_of(asking).checks.latest
    assert found is not None
    assert found.checked.report.coverage is not None
    every = asking.get("/api/coverage").json()["relations"]
    tables = correspondence_json.tables(found.checked.report.coverage.relations)
    assert len(every) == len(tables) > 3
    for relation, table in zip(every, tables, strict=True):
        one = asking.get(f"/api/coverage/{relation['key']}").json()["relation"]
        assert one == json.loads(json.dumps(table))
        assert relation["items"]["deep"] == one["items"]["deep"]
    periods = asking.get("/api/timeline?on=2026-10-01").json()
    assert {plan["status"] for plan in periods["plans"]} >= {"in-force", "ended", "coming"}
    ties = asking.get("/api/hierarchy").json()["ties"]
    assert any(t["plan"]["iri"] == CHILDREN and t["verbs"] == ["勘案"] for t in ties)
    rows = {row["iri"]: row for row in asking.get("/api/plans").json()["inventory"]}
    assert rows[CHILDREN]["department"] == "こども課"
    assert rows[CHILDREN]["measures"] == 7


def test_answers_are_of_the_form_that_is_described(asking: TestClient) -> None:
    coverage = asking.get("/api/coverage").json()["relations"]
    trees = asking.get("/api/hierarchy").json()["trees"]
    keys = {"/coverage/{pair}": coverage[0]["key"], "/hierarchy/{key}": trees[CHILDREN]}
    asked = 0
    for operation in OPERATIONS:
        address = re.sub(r"\{\w+\}", keys.get(operation.path, "{}"), operation.path)
        if operation.method == "GET" and "{" not in address:
            jsonschema.validate(asking.get(f"/api{address}").json(), operation.gives)  # type: ignore[arg-type]
            asked += 1
    assert asked > 8


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/coverage/x", 404),
        ("/api/hierarchy/x", 404),
        ("/api/timeline?on=31", 400),
        ("/api/indicators?plan=x", 404),
        ("/api/coverage/%00", 404),
    ],
)
def test_nonsense_is_refused(asking: TestClient, path: str, status: int) -> None:
    assert asking.get(path).status_code == status


@pytest.mark.parametrize("name", ["coverage", "hierarchy", "timeline", "indicators"])
def test_nothing_is_known_before_a_check(tmp_path: Path, name: str) -> None:
    with client(settings(tmp_path)) as program:
        assert program.get(f"/api/{name}", headers=BEARER).status_code == 404
