"""What somebody meets who has never used it: an empty folder, a wrong file, no day, the way on."""

from __future__ import annotations

import datetime
import html
import re
from pathlib import Path

import pytest

from alignchecker.lang import say

from .serving import LINES, checked, city, document, finished, officer, send, settings

VIEWS = ("findings", "hierarchy", "timeline", "indicators", "downloads")
NO_FINDINGS = say("report.none", "ja")


def test_an_empty_folder_says_what_to_do_and_never_that_all_is_well(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        checked(asking)
        plans = asking.get("/plans").text
        assert '<section class="steps"' in plans
        assert say("web.undated-note", "ja") not in plans
        for name in VIEWS:
            text = asking.get(f"/{name}").text
            assert say("web.nothing-yet", "ja") in text, name
            assert NO_FINDINGS not in text, name
            assert 'name="form"' not in text, name


def test_what_needs_a_day_is_offered_as_of_today(tmp_path: Path) -> None:
    day = datetime.date(2026, 11, 28)
    with officer(settings(tmp_path, today=day)) as asking:
        finished(asking, send(asking, "a.docx", document()))
        checked(asking)
        page = asking.get("/plans").text
        assert say("web.undated-note", "ja") in page
        assert 'name="as_of" value="2026-11-28"' in page
        answer = asking.post("/check", data={"as_of": "2026-11-28", "here": "/plans"})
        assert answer.headers["location"] == "/plans"
        checked(asking)
        assert say("web.undated-note", "ja") not in asking.get("/plans").text


def test_the_way_from_finding_to_finding_keeps_the_filter(tmp_path: Path) -> None:
    with officer(settings(city(tmp_path))) as asking:
        checked(asking)
        text = asking.get("/findings").text
        severities = dict(re.findall(r'severity=([^"]+)" data-severity="(\w+)"', text))
        assert len(severities) > 1
        for asked, word in severities.items():
            part = asking.get(f"/findings?severity={asked}").text
            shown = re.findall(r'href="(/findings/[^"?]+\?severity=[^"]+)"', part)
            assert len(shown) == part.count(f'<tr data-severity="{word}"') > 0
            one = asking.get(html.unescape(shown[0])).text
            assert say("web.finding", "ja", number=1, count=len(shown)) in one
            assert f'href="/findings?severity={asked}"' in one
        last = asking.get(f"/findings/{shown[0].split('/')[2].split('?')[0]}?severity=other")
        assert last.status_code == 200  # the filter was in another language


def test_what_a_new_draft_has_changed_is_told(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = finished(asking, send(asking, "a.docx", document()))
        first = asking.get(page).text
        assert say("web.arrived", "ja") in first
        assert "fy2026.ttl、fy2026.docx" in first  # what to delete of a wrong document
        lines = tuple("施策2　指導者を育てる・支える" if "指導者" in x else x for x in LINES)
        over = asking.get(finished(asking, send(asking, "b.docx", document(lines)))).text
        assert say("web.arrived-over", "ja") in over
        assert "指導者を育てる・支える" in over.split('<ul class="changes">')[1].split("</ul>")[0]
        assert "消すと" not in over  # the earlier draft would go too


def test_facts_that_were_not_read_are_corrected_on_the_page_not_in_a_file(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = finished(asking, send(asking, "a.docx", document(("次第", "日時"))))
        text = asking.get(page).text
        assert "計画名が読み取れませんでした。" in text
        assert "訂正ファイル" not in text
        assert say("web.untitled", "ja") in text


@pytest.mark.parametrize("name", ["計画.doc", "計画.XLS", "計画.jtd"])
def test_other_documents_of_an_office_are_to_be_saved_anew(tmp_path: Path, name: str) -> None:
    with officer(settings(tmp_path)) as asking:
        answer = asking.post("/plans", files={"document": (name, b"x")})
        assert answer.status_code == 415
        assert "名前を付けて保存" in answer.text


def test_our_own_workbook_is_no_plan(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        finished(asking, send(asking, "a.docx", document()))
        checked(asking)
        made = asking.post("/downloads", data={"form": "xlsx"}).headers["location"]
        book = asking.get(f"{finished(asking, made)}/file").content
        address = send(asking, "指摘.xlsx", book)
        assert finished(asking, address) == address
        assert "点検結果か対応づけの Excel です" in asking.get(address).text
        assert len(list(tmp_path.glob("plans/*/*.ttl"))) == 1


def test_another_language_shows_the_same_page(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        checked(asking)
        page = asking.get("/timeline?text=a").text
        assert 'name="here" value="/timeline?text=a"' in page
        assert 'name="here" value="/findings"' in asking.get("/findings?severity=要修正").text
