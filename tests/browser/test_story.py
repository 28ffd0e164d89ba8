"""The story of the app as people live it, in Japanese: with the mouse, and with the keyboard only.

A document is dropped into a folder that holds the plan of the city, what was read of it looked at
and corrected, checked, its links reviewed, all that is known of it seen from each side and saved;
what is left is files that the command line reads. Each step is a function that takes a ``Hand``;
the two hands differ in how they choose a thing and how they write, so that a step is written once.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from pyoxigraph import RdfFormat, parse

from tests.browser.documents import FORMS, plan, words
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.cli.running import run
from tests.web.running import TOKEN, Server, running
from tests.web.serving import AOBA

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

REASON = "本編2ページに令和9年度からとあるため"
TITLE, CITY = "青葉市地域福祉計画", "第2次青葉市総合計画 後期基本計画"
LATER = "令和9年度～令和13年度"
FOUND = "基本目標2件のうち1件に指標がありません"


def menu(hand: Hand, name: str) -> None:
    """A page that every page leads to, though it may be the one that is shown."""
    with hand.page.expect_navigation():
        hand.choose(hand.page.locator("header nav").get_by_role("link", name=name, exact=True))
    hand.page.get_by_role("heading", level=1, name=name, exact=True).wait_for()


def text(hand: Hand) -> str:
    """What the page says."""
    return hand.page.locator("main").inner_text()


def saved(hand: Hand, words: str) -> None:
    """Waits until the plan as it was read again says something."""
    hand.page.locator("main").get_by_text(words).first.wait_for(timeout=30_000)


def arrive(hand: Hand, document: Path) -> None:
    """計画一覧 → 読み取りの確認; while the first check goes on and ends."""
    menu(hand, "計画一覧")
    hand.send(document)
    hand.page.wait_for_url("**/plans/*", timeout=30_000)
    assert TITLE in text(hand)
    assert "令和8年度～令和12年度" in text(hand)


def fact(hand: Hand, name: str) -> Locator:
    """A fact of the plan, its form opened."""
    found = hand.page.locator("dl.facts > div", has=hand.page.locator("dt", has_text=name))
    hand.choose(found.locator("summary"))
    return found


def period(hand: Hand, first: int, reason: str) -> None:
    """Fills in another period."""
    found = fact(hand, "計画期間")
    hand.write(found.locator("input[name=first]"), str(first))
    hand.write(found.locator("input[name=last]"), str(first + 4))
    hand.write(found.locator("input[name=reason]"), reason)
    hand.choose(found.get_by_role("button", name="保存"))


def correct(hand: Hand) -> None:
    """The period, what an item stands below, the verb of a relation; each with the reason."""
    period(hand, 2027, REASON)
    saved(hand, LATER)
    assert REASON in text(hand)
    hand.choose(hand.page.get_by_role("link", name="成年後見制度の利用促進"))
    hand.page.locator("#source mark", has_text="成年後見制度の利用促進").wait_for()
    hand.select(hand.page.locator("#place select[name=parent]"), "1")
    hand.write(hand.page.locator("#place input[name=reason]"), "目次のとおり")
    hand.choose(hand.page.locator("#place").get_by_role("button", name="保存"))
    saved(hand, "（目次のとおり）")
    tie = hand.page.locator("#relation-1")
    hand.choose(tie.locator("summary"))
    verb = tie.locator("select[name=verb]")
    hand.select(verb, verb.locator("option", has_text="踏まえ").get_attribute("value") or "")
    hand.write(tie.locator("input[name=reason]"), "第1章のとおり")
    hand.choose(tie.get_by_role("button", name="保存"))
    saved(hand, "（第1章のとおり）")
    assert "踏まえ" in tie.inner_text()


def take_back(hand: Hand) -> None:
    """The item goes back to where it was read; the others stay."""
    one = hand.page.locator("ul.made li", has_text="目次のとおり")
    hand.choose(one.get_by_role("button"))
    saved(hand, LATER)
    assert one.count() == 0
    assert "第1章のとおり" in text(hand)


def check(hand: Hand) -> None:
    """The findings, once they are there."""
    menu(hand, "指摘")
    hand.choose(hand.page.get_by_role("button", name="点検する"))
    hand.page.locator("#job").wait_for(state="detached", timeout=30_000)
    hand.page.locator("#chosen td a").first.wait_for()


def read(hand: Hand) -> None:
    """A finding beside its place."""
    mine = hand.page.locator("td:nth-child(3)", has_text=TITLE)
    hand.choose(hand.page.locator("#chosen tr", has=mine).first.get_by_role("link").first)
    hand.page.wait_for_url("**/findings/*")
    assert TITLE in text(hand)
    hand.page.locator(".source mark").first.wait_for()


def judge(hand: Hand) -> None:
    """Each verdict once, and one taken back."""
    menu(hand, "対応づけ")
    row = hand.page.locator("tr", has_text=TITLE).filter(has_text=CITY)
    row.wait_for(timeout=30_000)
    hand.choose(row.get_by_role("link", name=re.compile("判断する|対応づけ")).last)
    desk = hand.page.locator("#desk")
    desk.wait_for(timeout=30_000)
    hand.write(desk.locator("input[name=reviewer]"), "福祉課")
    for candidate, key, reason, told in (
        (1, "A", "", "採用"),
        (1, "R", "範囲が違う", "不採用"),
        (2, "H", "課内で確認中", "保留"),
        (0, "N", "市独自の取組", "該当なし"),
    ):
        before = desk.get_attribute("data-shown")
        if reason:
            hand.write(desk.locator("#reason"), reason)
        hand.page.keyboard.press("Escape")
        if candidate:
            hand.candidate(candidate)
        hand.verdict(key)
        hand.page.locator("#told", has_text=f"を{told}（福祉課").wait_for()
        if key == "H":
            hand.verdict("U")
            hand.page.locator("#told", has_text="取り消しました").wait_for()
        if key != "N":
            hand.verdict("J")
            hand.page.locator(f'#desk:not([data-shown="{before}"])').wait_for()


def look(hand: Hand) -> None:
    """対応表, 体系図, 計画期間, 指標, 計画一覧: the same from each side."""
    menu(hand, "対応表")
    hand.page.locator("#job").wait_for(state="detached", timeout=30_000)
    hand.choose(hand.page.get_by_role("link", name=f"{TITLE} → {CITY}"))
    hand.choose(hand.page.get_by_role("link", name="施策から", exact=True))
    first = hand.page.locator("tr", has_text="見守り活動の推進")
    first.get_by_text("○").first.wait_for()
    menu(hand, "体系図")
    picture = hand.page.locator("[data-picture]")
    before = picture.locator("svg").first.get_attribute("viewBox")
    hand.move(picture)
    hand.page.wait_for_function(
        "was => document.querySelector('[data-picture] svg').getAttribute('viewBox') !== was",
        arg=before,
    )
    hand.write(hand.page.get_by_label("図の中を探す"), TITLE)
    hand.page.locator(".mark-box").first.wait_for()
    menu(hand, "計画期間")
    assert TITLE in text(hand)
    menu(hand, "指標")
    hand.choose(hand.page.get_by_role("link", name="すべての指標"))
    hand.page.get_by_text("見守り協力員の人数").first.wait_for()
    menu(hand, "計画一覧")
    assert "訂正 2件" in hand.page.locator("tr", has_text=TITLE).first.inner_text()


def save(hand: Hand) -> None:
    """Each form; it is what it says."""
    for form, opened in FORMS.items():
        menu(hand, "ダウンロード")
        hand.choose(hand.page.locator(f"button[name=form][value={form}]"))
        assert FOUND in opened(_file(hand, hand.page.locator("a.save"))), form
    menu(hand, "ダウンロード")
    hand.choose(hand.page.get_by_role("button", name=TITLE, exact=True))
    found = _file(hand, hand.page.locator("a.save"))
    notes = [comment.text for comment in docx.Document(str(found)).comments]
    assert any(FOUND in note for note in notes), notes
    menu(hand, "ダウンロード")
    turtle = hand.page.get_by_role("link", name="plans/community-welfare/fy2026.ttl")
    found = _file(hand, turtle)
    assert any(
        getattr(quad.object, "value", "") == "2027"
        for quad in parse(found.read_bytes(), RdfFormat.TURTLE)
    )


def _file(hand: Hand, link: Locator) -> Path:
    link.wait_for(timeout=30_000)
    with hand.page.expect_download() as begun:
        hand.choose(link)
    return Path(begun.value.path())


def meanwhile(hand: Hand, colleague: Hand) -> None:
    """Two windows correct the same: the second is told, and loses nothing by leaving it."""
    for each in (hand, colleague):
        menu(each, "計画一覧")
        each.choose(each.page.get_by_role("link", name=f"「{TITLE}」の読み取りを確かめる"))
        each.page.wait_for_url("**/plans/*")
    period(colleague, 2028, "同僚の訂正")
    saved(colleague, "令和10年度～令和14年度")
    period(hand, 2029, "わたしの訂正")
    hand.page.get_by_role("alert").wait_for()
    for told in ("ほかの人が先に変えました", "同僚の訂正", "わたしの訂正"):
        assert told in text(hand)
    hand.choose(hand.page.get_by_role("link", name="保存せずに戻る"))
    saved(hand, "令和10年度～令和14年度")


STEPS: tuple[Callable[[Hand], None], ...] = (correct, take_back, check, read, judge, look, save)
"""After the document has arrived."""


@pytest.fixture
def on(tmp_path: Path) -> Iterator[Server]:
    """A server on a folder that holds the plan of the fictional city."""
    folder = tmp_path / "青葉市"
    (folder / "plans").mkdir(parents=True)
    shutil.copy(AOBA / "plans" / "comprehensive.ttl", folder / "plans")
    with running(folder) as server:
        yield server


def window(context: BrowserContext, on: Server, said: list[str]) -> Page:
    """A window of the app; what its console says is kept."""
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{on.address}/?token={TOKEN}")
    return page


def findings(told: str) -> set[str]:
    """What a report as JSON holds."""
    return {found["fingerprint"] for found in json.loads(told)["findings"]}


@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_the_story(
    browser: Browser, on: Server, tmp_path: Path, hand: type[Mouse] | type[Keyboard]
) -> None:
    document = tmp_path / "地域福祉計画（素案）.docx"
    document.write_bytes(plan())
    said: list[str] = []
    context = browser.new_context(locale="ja", viewport={"width": 1280, "height": 900})
    holding = hand(window(context, on, said))
    arrive(holding, document)
    for step in STEPS:
        step(holding)
    other = browser.new_context(locale="ja", viewport={"width": 1280, "height": 900})
    meanwhile(holding, hand(window(other, on, said)))
    check(holding)
    menu(holding, "ダウンロード")
    holding.choose(holding.page.locator("button[name=form][value=json]"))
    shown = findings(words(_file(holding, holding.page.locator("a.save"))))
    # Chromium says by itself that the page which told of the colleague came with 409; nothing else.
    assert [told for told in said if "409" not in told] == []
    assert len(said) == 1
    for each in (context, other):
        each.close()
    printed = run("check", on.folder, "--output-format", "json")
    assert findings(printed.out) == shown
