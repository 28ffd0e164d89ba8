"""読み取りの確認: items and relations corrected on the page and under /api."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from alignchecker.graph.drafts import read_plans
from alignchecker.graph.turtle import to_turtle
from alignchecker.importers import corrected_facts
from alignchecker.importers.corrections import read_corrections
from alignchecker.model.plan import ImportWarning, PlanDraft
from alignchecker.web.reading import facts
from alignchecker.web.reading.doubts import holding
from tests.importers.test_corrected_items import TEXT

from .serving import (
    AOBA,
    BEARER,
    city,
    client,
    document,
    finished,
    officer,
    parts_of,
    send,
    settings,
)


def _page(asking: TestClient) -> str:
    return finished(asking, send(asking, "a.docx", document(tuple(TEXT.splitlines()))))


def _form(page: str, **said: str) -> dict[str, str]:
    revision = page.split('name="revision" value="')[1].split('"', maxsplit=1)[0]
    return {"revision": revision, "reason": "原本12ページ", **said}


TEACHERS = {"of": "item", "item": "1/2", "as_read": "指導者を育てる"}
TIE = {"of": "relation", "as_read": "青葉市総合計画", "words": "を上位計画とし"}


def _save(asking: TestClient, page: str, **said: str) -> str:
    answer = asking.post(f"{page}/corrections", data=_form(asking.get(page).text, **said))
    assert answer.status_code == 303, answer.text
    return finished(asking, answer.headers["location"])


def _kept(folder: Path) -> dict[str, str]:
    (file,) = folder.glob("plans/*/*.corrections.toml")
    return {correction.field: correction.value for correction in read_corrections(file)}


def test_an_item_is_shown_at_its_place_and_corrected_there(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        part = asking.get(f"{page}?item=1/2", headers={"HX-Target": "place"}).text
        assert part.lstrip().startswith('<div id="place"')
        assert '<li class="marked"><mark>施策2　指導者を育てる</mark>' in part
        assert 'value="1" selected' in part
        then = _save(asking, page, **TEACHERS, parent="2", label="指導者を増やす", kind="measure")
        assert then == f"{page}?item=1%2F2#place"
        assert _kept(tmp_path) == {"parent": "2", "label": "指導者を増やす"}
        again = asking.get(then).text
        assert "訂正済み" in again
        assert "（原本12ページ）" in again
        assert 'value="2" selected' in again
        assert 'name="as_read" value="指導者を育てる"' in again
        undo = re.findall(r'name="undo" value="(\w+)"', again)
        _save(asking, page, undo=undo[0])
        assert len(_kept(tmp_path)) == 1


def test_what_is_no_heading_is_taken_out_and_comes_back(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        assert _save(asking, page, **TEACHERS, none="1") == page
        text = asking.get(page).text
        assert "item=1/2" not in text
        (undo,) = set(re.findall(r'name="undo" value="(\w+)"', text))
        _save(asking, page, undo=undo)
        assert "item=1/2" in asking.get(page).text


def test_relations_are_corrected_dropped_and_added(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        _save(asking, page, **TIE, name="青葉市総合計画", verb="base", rank="highest")
        _save(asking, page, of="relation", name="こども大綱", verb="weigh", rank="none")
        text = asking.get(page).text
        assert "こども大綱" in text
        assert _kept(tmp_path) == {"verb": "base", "rank": "highest", "relation": "こども大綱"}
        _save(
            asking,
            page,
            of="relation",
            as_read="青葉市こども計画",
            words="との整合を図り",
            none="1",
        )
        assert 'id="relation-2"' in asking.get(page).text
        assert "<strong>青葉市こども計画</strong>" not in asking.get(page).text


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({**TEACHERS, "label": "指導者を育てる"}, 422),
        ({**TEACHERS, "label": "別の名", "reason": ""}, 422),
        ({"of": "fact", "field": "items", "value": "x"}, 400),
        ({"of": "relation", "name": "大綱"}, 422),
    ],
)
def test_what_asks_for_nothing_is_told(tmp_path: Path, said: dict[str, str], status: int) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        form = _form(asking.get(page).text, **said)
        assert asking.post(f"{page}/corrections", data=form).status_code == status


def test_what_a_colleague_changed_meanwhile_is_shown_beside_ones_own(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        form = _form(asking.get(page).text, **TEACHERS, label="私の名称")
        _save(asking, page, **TEACHERS, label="先の人の名称")
        stale = asking.post(f"{page}/corrections", data=form)
        assert stale.status_code == 409
        assert "先の人の名称" in stale.text
        assert "私の名称" in stale.text
        assert _kept(tmp_path) == {"label": "先の人の名称"}
        again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', stale.text))
        answer = asking.post(f"{page}/corrections", data=again)
        finished(asking, answer.headers["location"])
        assert _kept(tmp_path) == {"label": "私の名称"}


def test_two_corrections_that_were_sent_at_once_are_both_kept(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        text = asking.get(page).text
        sent = [
            asking.post(f"{page}/corrections", data=_form(text, **said))
            for said in ({**TEACHERS, "label": "先"}, {**TIE, "verb": "base"},
                         {**TEACHERS, "label": "後"})
        ]  # fmt: skip
        ends = [finished(asking, answer.headers["location"]) for answer in sent]
        assert _kept(tmp_path) == {"label": "先", "verb": "base"}
        assert "「後（原本12ページ）」" in asking.get(ends[2]).text


def test_what_is_doubtful_leads_to_its_place_and_goes_when_it_is_settled(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        assert "発行年月が読み取れませんでした" in asking.get(page).text
        assert "fact=published#fact-published" in asking.get(page).text
        _save(asking, page, of="fact", field="published", value="2026-03")
        assert "発行年月が読み取れませんでした" not in asking.get(page).text
    with officer(settings(tmp_path)) as asking:
        asking.get(page)
        (job,) = [j for j in parts_of(asking).jobs._known.values() if j.kind == "doubts"]
        assert job.wait(60)
        assert "ありません。" in asking.get(f"{page}/warnings").text


def test_a_warning_holds_as_long_as_it_is_true() -> None:
    found = [
        ImportWarning("period-unknown"),
        ImportWarning("hidden-sheet", ("表1",)),
        ImportWarning("no-measures"),
        ImportWarning("level-unnamed", ("柱", "3", "取組")),
    ]
    draft = PlanDraft("a.txt", "0", measure_level="施策")
    assert [w.code for w in holding(found, draft)] == ["period-unknown", "hidden-sheet"]


def test_without_the_printed_text_the_places_are_shown(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = _page(asking)
        (turtle,) = tmp_path.glob("plans/*/*.ttl")
        (plan,) = read_plans(turtle).plans
        turtle.write_text(to_turtle(plan.draft.structure()), "utf-8")
        text = asking.get(f"{page}?item=1/2").text
        assert "文書の本文が入っていません" in text
        assert "<mark>2 指導者を育てる</mark>" in text
        _save(asking, page, **TEACHERS, label="指導者を増やす")
        assert "aln:text" not in turtle.read_text("utf-8")


def test_a_group_is_called_one_in_the_words_of_the_reader(tmp_path: Path) -> None:
    with officer(settings(city(tmp_path))) as asking:
        files = parts_of(asking).project.files().values()
        (key,) = (file.key for file in files if file.path.name == "children.ttl")
        assert '<span class="note">グループ ' in asking.get(f"/plans/{key}").text


def test_the_same_under_api(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        key = _page(asking).rpartition("/")[2]
    with client(settings(tmp_path)) as program:
        program.headers.update(BEARER)
        plan = program.get(f"/api/plans/{key}").json()
        assert [item["id"] for item in plan["items"]] == ["1", "1/1", "1/2", "2", "2/1"]
        said = {"revision": plan["revision"], "field": "parent", "item": "1/2",
                "asRead": "指導者を育てる", "value": "2", "reason": "原本"}  # fmt: skip
        at = f"/api/plans/{key}/corrections"
        begun = program.post(at, json=said)
        assert begun.status_code == 202
        finished(program, f"/jobs/{begun.json()['id']}")
        assert program.post(at, json=said).status_code == 409
        now = program.get(f"/api/plans/{key}").json()
        (correction,) = now["corrections"]
        assert correction["holds"] is True
        assert [i["parent"] for i in now["items"] if i["id"] == "1/2"] == ["2"]
        one = f"{at}/{correction['id']}"
        assert program.delete(one).status_code == 409
        back = program.delete(one, params={"revision": now["revision"]})
        assert back.status_code == 202
        finished(program, f"/jobs/{back.json()['id']}")
        assert program.get(f"/api/plans/{key}").json()["corrections"] == []
        assert program.delete(one).status_code == 404
        for body, status in (("{", 400), ("[]", 400), ('{"field": "x"}', 400),
                             ('{"field": "label", "value": 3}', 400),
                             ('{"field": "label", "value": "\\ud800"}', 400)):  # fmt: skip
            assert program.post(at, content=body).status_code == status
        lacking = {"revision": now["revision"], "field": "label", "reason": "x"}
        lacking["revision"] = program.get(f"/api/plans/{key}").json()["revision"]
        assert program.post(at, json=lacking).status_code == 422
        assert program.get("/api/plans/none").status_code == 404


def test_a_plan_written_by_hand_is_shown_whatever_its_kinds(tmp_path: Path) -> None:
    """No import writes headings and units; who writes Turtle may, as in the State's outlines."""
    shutil.copy(AOBA / "plans" / "others.ttl", tmp_path)
    file = tmp_path / "others.ttl"
    file.write_text(
        file.read_text("utf-8").replace("code:kind-heading", "code:kind-unit", 1), "utf-8"
    )
    with officer(settings(tmp_path)) as asking:
        (key,) = parts_of(asking).project.files()
        plan = {"plan": "https://example.jp/data/aoba/health-promotion/undated"}
        shown = asking.get(f"/plans/{key}", params=plan)
        assert (shown.status_code, "栄養・食生活" in shown.text) == (200, True)
        known = asking.get(f"/api/plans/{key}", params=plan, headers=BEARER).json()
        assert [item["kind"] for item in known["items"]][:2] == ["measure", "group"]


def test_every_fact_that_can_be_corrected_is_shown() -> None:
    assert sorted(facts.FACTS) == sorted(corrected_facts.FACTS)
