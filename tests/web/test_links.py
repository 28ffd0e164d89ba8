"""Links reviewed page by page: what is written, undone, told, and never written."""

from __future__ import annotations

import datetime
import html
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from alignchecker.graph.dataset import aln
from alignchecker.graph.link_records import read_links
from alignchecker.graph.loading import load
from alignchecker.links.reviewing import Reviewing
from alignchecker.model.links import LinkRecord, LinkStatus, in_order

from ..cli.running import run
from .serving import AOBA, city, finished, officer, parts_of, settings

BASE = "https://example.jp/data/aoba/"
START, TO = BASE + "children/fy2025", BASE + "comprehensive/fy2022-koki"
DAY = datetime.date(2026, 10, 2)


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[TestClient]:
    with officer(settings(city(tmp_path), today=DAY)) as browser:
        yield browser


def opened(asking: TestClient, address: str) -> str:
    """A page, once what it needs has been read."""
    answer = asking.get(address)
    for _ in range(3):
        if answer.status_code == 303:
            finished(asking, answer.headers["location"])
            answer = asking.get(address)
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def pair(asking: TestClient, start: str = START, to: str = TO) -> str:
    """The address of a pair."""
    opened(asking, "/links")
    linked = parts_of(asking).desk.now("/links", 60)
    return next(f"/links/{k}" for k, p in linked.pairs.items() if (p.start, p.to) == (start, to))


def fields(text: str) -> dict[str, str]:
    """What the form of a page sends, with the first candidate chosen."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text)
    said = {name: html.unescape(value) for name, value in reversed(found)}
    said["to"] = candidates(text)[0]
    return {**said, "reviewer": "企画課", "verdict": "accept"}


def candidates(text: str) -> list[str]:
    return [html.unescape(v) for v in re.findall(r'name="to" id="to-\d+" value="([^"]*)"', text)]


def links(folder: Path) -> Mapping[str, LinkRecord]:
    dataset = load([folder])
    assert [file for file in dataset.files if file.error] == []
    return read_links(dataset)


def the_link(folder: Path) -> LinkRecord:
    (link,) = links(folder).values()
    return link


def test_nothing_is_linked_by_looking(asking: TestClient, tmp_path: Path) -> None:
    before = sorted((p, p.read_bytes()) for p in tmp_path.rglob("*.*") if p.is_file())
    text = opened(asking, "/links")
    assert "青葉市こども計画" in text
    opened(asking, pair(asking))
    opened(asking, pair(asking) + "?filter=all&q=子育て")
    assert sorted((p, p.read_bytes()) for p in tmp_path.rglob("*.*") if p.is_file()) == before


def test_a_verdict_is_recorded_as_the_command_line_does(asking: TestClient, tmp_path: Path) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    answer = asking.post(here, data={**said, "reason": "同じ対象"})
    assert answer.status_code == 303
    assert "保存しました" in opened(asking, answer.headers["location"])
    link = the_link(tmp_path)
    (review,) = link.reviews
    assert (link.status, review.reviewer) == (LinkStatus.ACCEPTED, "企画課")
    assert (review.date, review.reason, review.order) == ("2026-10-02", "同じ対象", 1)
    assert review.start.text
    assert review.end.text
    # The same link by command gives the same name; the name of the reviewer is asked for once.
    folder = tmp_path / "links"
    assert [path.name for path in folder.iterdir()] == [
        "children-fy2025--comprehensive-fy2022-koki.ttl"
    ]
    assert 'name="reviewer"' not in opened(asking, here)
    said = {**fields(opened(asking, here)), "verdict": "reject", "reviewer": ""}
    assert asking.post(here, data=said).status_code == 303
    assert len(links(tmp_path)) == 2
    assert {r.reviewer for k in links(tmp_path).values() for r in k.reviews} == {"企画課"}


def test_a_button_pressed_twice_is_one_verdict(asking: TestClient, tmp_path: Path) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    asking.post(here, data=said)
    again = asking.post(here, data=said)
    assert "すでに保存されています" in opened(asking, again.headers["location"])
    assert len(the_link(tmp_path).reviews) == 1


def test_what_is_missing_is_said_and_what_was_written_is_kept(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    for wrong, words in (
        ({"verdict": "no-counterpart"}, "該当なしとする理由"),
        ({"to": "", "reason": "私の理由"}, "候補を一つ選んで"),
        ({"reviewer": "", "reason": "私の理由"}, "判断する人"),
        ({"verdict": "confirm"}, "採用済み"),
    ):
        answer = asking.post(here, data={**said, **wrong})
        assert answer.status_code == 422
        assert words in answer.text
        assert wrong.get("reason", "") in answer.text
    assert not (tmp_path / "links").exists()
    assert asking.post(here, data={**said, "measure": "- - urn:x"}).status_code == 404
    assert asking.post(here, data={**said, "to": "- - urn:x"}).status_code == 404
    assert asking.post("/links/0000", data=said).status_code == 404
    none = {**said, "verdict": "no-counterpart", "reason": "市独自"}
    assert asking.post(here, data=none).status_code == 303
    link = the_link(tmp_path)
    assert (link.to, link.none_in, link.status) == (None, TO, LinkStatus.ACCEPTED)


def test_undo_leaves_a_trail_and_puts_back_what_was(asking: TestClient, tmp_path: Path) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    for verdict in ("accept", "reject"):
        asking.post(here, data={**said, "verdict": verdict})
    back = {"measure": said["measure"]}
    for wanted in (LinkStatus.ACCEPTED, LinkStatus.PROPOSED):
        answer = asking.post(here + "/undo", data=back)
        assert "取り消しました" in opened(asking, answer.headers["location"])
        assert the_link(tmp_path).status is wanted
    verdicts = [r.verdict.value for r in in_order(the_link(tmp_path).reviews)]
    assert verdicts == ["accept", "reject", "undo", "undo"]
    assert the_link(tmp_path).is_withdrawn
    assert "未登録（判断はすべて取り消し済み）" in opened(asking, here)
    assert asking.post(here + "/undo", data=back).status_code == 409


def test_a_verdict_taken_back_elsewhere_does_not_stand_in_the_way(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    for verdict in ("accept", "reject"):
        asking.post(here, data={**said, "verdict": verdict})
    signed = ("--by", "企画課", "--date", "2026-10-02", "--project", tmp_path)
    assert run("review", "undo", the_link(tmp_path).iri, *signed).status == 0
    asking.post(here, data={**fields(opened(asking, here)), "to": "", "reviewer": "別の人"})
    back = {"measure": said["measure"]}
    assert asking.post(here + "/undo", data=back).status_code == 422
    assert asking.post(here + "/undo", data=back).status_code == 303
    assert the_link(tmp_path).is_withdrawn


def test_ones_own_verdict_is_undone_after_a_restart_and_nobody_elses(tmp_path: Path) -> None:
    made = settings(city(tmp_path), today=DAY)
    with officer(made) as browser:
        here = pair(browser)
        browser.post(here, data=fields(opened(browser, here)))
    link = the_link(tmp_path).iri
    with officer(made) as browser:
        assert "自分の判断を取り消す" not in opened(browser, pair(browser) + "?filter=all")
        assert browser.post(here + "/undo", data={"link": link}).status_code == 422
        browser.cookies.set("alignchecker-reviewer-8311", "%E4%BC%81%E7%94%BB%E8%AA%B2")
        assert "自分の判断を取り消す" in opened(browser, here + "?filter=all")
        assert browser.post(here + "/undo", data={"link": link}).status_code == 303
    assert the_link(tmp_path).status is LinkStatus.PROPOSED


def test_what_a_colleague_recorded_meanwhile_is_told_and_both_stay(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    measure, to = (said[name].split(" ")[-1] for name in ("measure", "to"))
    ran = run("review", "reject", "--from", measure, "--to", to, "--by", "こども課", "--date",
              "2026-10-01", "--reason", "対象が違う", "--project", tmp_path)  # fmt: skip
    assert ran.status == 0, ran.err
    answer = asking.post(here, data=said)
    text = opened(asking, answer.headers["location"])
    assert "こども課が「不採用」と記録しています（理由: 対象が違う）" in text
    assert "意見相違" in text
    assert the_link(tmp_path).status is LinkStatus.DISPUTED
    text = opened(asking, answer.headers["location"])
    disputed = next(c for c in candidates(text) if c.endswith(to))
    settled = {**fields(text), "to": disputed, "decides": "1"}
    assert asking.post(here, data=settled).status_code == 303
    assert the_link(tmp_path).status is LinkStatus.ACCEPTED


def reword(folder: Path, old: str, new: str, name: str = "comprehensive") -> None:
    path = folder / "plans" / f"{name}.ttl"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def label_of(text: str) -> str:
    found = re.search(
        r'id="to-1".*?<span class="label">(?:<span.*?</span> )?(.*?)</span>', text, re.S
    )
    assert found
    return found[1]


def test_a_wording_changed_meanwhile_is_shown_and_not_judged_blindly(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    text = opened(asking, here)
    said, label = {**fields(text), "reason": "私の理由"}, label_of(text)
    reword(tmp_path, f'"{label}"', f'"{label}（改）"')
    answer = asking.post(here, data=said)
    assert answer.status_code == 409
    assert not (tmp_path / "links").exists()
    assert f"{label}（改）" in answer.text
    assert "確認時の文言" in answer.text
    assert "私の理由" in answer.text
    now = fields(answer.text)
    now["to"] = next(
        c for c in candidates(answer.text) if c.split(" ")[-1] == said["to"].split(" ")[-1]
    )
    assert asking.post(here, data={**said, **now}).status_code == 303
    assert the_link(tmp_path).reviews[0].end.text.endswith("（改）")


def test_a_suspect_link_is_shown_with_both_wordings_and_confirmed(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    text = opened(asking, here)
    label = label_of(text)
    asking.post(here, data=fields(text))
    reword(tmp_path, f'"{label}"', f'"{label}（改）"')
    text = opened(asking, here + "?filter=suspect")
    assert f"{label}（改）" in text
    assert text.count(label) > text.count(f"{label}（改）")
    chosen = next(c for c in candidates(text) if c.split(" ")[1] != "-")
    answer = asking.post(here, data={**fields(text), "to": chosen, "verdict": "confirm"})
    assert answer.status_code == 303
    assert "ありません" in opened(asking, here + "?filter=suspect")
    ran = run("check", tmp_path, "--select", "link-suspect", "--output-format", "json")
    assert '"findings": []' in ran.out


def test_any_item_of_the_other_plan_is_found_and_adopted(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    measure = fields(opened(asking, here))["measure"].split(" ")[-1]
    shown = len(candidates(opened(asking, here)))
    text = opened(asking, f"{here}?measure={measure}&q=図書館")
    assert "「図書館」の検索結果" in text
    found = candidates(text)[-1]
    assert len(candidates(text)) > shown or "図書館" in text
    assert asking.post(here, data={**fields(text), "to": found}).status_code == 303
    assert the_link(tmp_path).to == found.split(" ")[-1]
    assert "検索結果" in opened(asking, f"{here}?measure={measure}&q=どこにもない")


def test_suggestions_stay_when_links_change_and_are_made_again_when_plans_do(
    asking: TestClient, tmp_path: Path
) -> None:
    here = pair(asking)
    opened(asking, here)
    known = dict(parts_of(asking).desk._suggested)
    asking.post(here, data=fields(opened(asking, here)))
    (file,) = (tmp_path / "links").iterdir()
    file.write_bytes(file.read_bytes() + "# 覚え書き\n".encode())
    opened(asking, here)
    assert dict(parts_of(asking).desk._suggested) == known
    reword(tmp_path, '"子育て支援の充実"', '"子育て家庭への支援"')
    opened(asking, here)
    assert len(parts_of(asking).desk._suggested) == len(known) + 1


def test_a_file_that_cannot_be_read_stops_the_review(asking: TestClient, tmp_path: Path) -> None:
    here = pair(asking)
    said = fields(opened(asking, here))
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "x.ttl").write_text("<a> <b> .", encoding="utf-8")
    assert asking.post(here, data=said).status_code == 422
    assert [p.name for p in (tmp_path / "links").iterdir()] == ["x.ttl"]


def test_pages_see_links_as_a_check_does(tmp_path: Path) -> None:
    shutil.copytree(AOBA, tmp_path / "市")
    with officer(settings(tmp_path / "市", today=DAY)) as browser:
        opened(browser, "/links")
        linked = parts_of(browser).desk.now("/links", 60)
    dataset = load([tmp_path / "市"])
    whole = Reviewing(dataset)
    assert dict(linked.reviewing.links) == {**whole.links}
    suspect = {link.value for name in ("suspectFrom", "suspectTo")
               for link, _ in dataset.pairs(aln(name))}  # fmt: skip
    assert suspect
    assert {k for k, link in linked.reviewing.links.items() if linked.is_suspect(link)} == suspect
    for link in whole.links.values():
        assert linked.wordings(link) == whole.wordings(link)


def test_the_next_measure_and_the_filters_lead_on(asking: TestClient) -> None:
    here = pair(asking)
    text = opened(asking, here)
    first = fields(text)["measure"].split(" ")[-1]
    asking.post(here, data=fields(text))
    assert fields(opened(asking, here))["measure"].split(" ")[-1] != first
    every = opened(asking, here + "?filter=all")
    assert "施策 1 /" in every
    assert 'data-key="J"' in every
    assert 'data-key="K"' not in every
    part = asking.get(here, headers={"HX-Request": "true", "HX-Target": "desk"})
    assert "<html" not in part.text
    assert part.headers["hx-push-url"].startswith(here)
