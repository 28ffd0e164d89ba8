"""The story of the app as people live it, in Japanese: with the mouse, and with the keyboard only.

A document is dropped, what was read of it looked at and corrected, checked, a finding read beside
its place, a report saved. Each step is a function that takes a ``Hand``; the two hands differ in
how they choose a thing and how they write, so that a step is written once.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.web.attacks.target import Target, target
from tests.web.running import TOKEN
from tests.web.serving import city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

_TABS = 400
REASON = "本編2ページに令和9年度からとあるため"


def plan() -> bytes:
    """A plan of the fictional city as a planning officer writes it in Word."""
    made, stream = docx.Document(), io.BytesIO()
    made.add_heading("青葉市地域福祉計画", 0)
    made.add_paragraph("令和8年3月")
    made.add_paragraph("青葉市")
    made.add_heading("第1章　計画の策定にあたって", 1)
    made.add_paragraph("計画期間は、令和8年度から令和12年度までの5年間とします。")
    made.add_paragraph(
        "本計画は、社会福祉法第107条に基づく市町村地域福祉計画であり、「青葉市総合計画」を上位計画とします。"
    )
    made.add_heading("第2章　施策の展開", 1)
    for goal, (name, measures) in enumerate({
        "支え合う地域をつくる": ("見守り活動の推進", "居場所づくりの支援"),
        "相談しやすい体制をつくる": ("総合相談窓口の充実", "成年後見制度の利用促進"),
    }.items(), 1):  # fmt: skip
        made.add_heading(f"基本目標{goal}　{name}", 2)
        for number, measure in enumerate(measures, 1):
            made.add_heading(f"施策{goal}-{number}　{measure}", 3)
            made.add_paragraph(f"関係機関と連携し、{measure}を進めます。")
    rows = (
        ("指標名", "現状値（令和6年度）", "目標値（令和12年度）", "担当課"),
        ("見守り協力員の人数", "120人", "200人", "福祉課"),
        ("相談窓口の利用件数", "340件", "500件", "福祉課"),
    )
    table = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(stream)
    return stream.getvalue()


@dataclass(slots=True)
class Mouse:
    """Points and clicks."""

    page: Page

    def choose(self, thing: Locator) -> None:
        """Follows a link, presses a button, opens what is folded."""
        thing.click()

    def write(self, thing: Locator, text: str) -> None:
        """Fills in a field."""
        thing.click()
        thing.press("Control+a")
        thing.press_sequentially(text)

    def send(self, document: Path) -> None:
        """Drops a document on the page."""
        dropped = self.page.evaluate_handle(
            """([bytes, name]) => { const held = new DataTransfer();
            held.items.add(new File([new Uint8Array(bytes)], name)); return held; }""",
            [list(document.read_bytes()), document.name],
        )
        self.page.locator("#drop").dispatch_event("drop", {"dataTransfer": dropped})


@dataclass(slots=True)
class Keyboard:
    """Tab, Enter, letters; no call that points at anything."""

    page: Page

    def choose(self, thing: Locator) -> None:
        """The same with Tab and Enter."""
        self.reach(thing)
        self.page.keyboard.press("Enter")

    def write(self, thing: Locator, text: str) -> None:
        """The same with letters."""
        self.reach(thing)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def send(self, document: Path) -> None:
        """Chooses a document in the window that the browser opens, then the button beside it."""
        field = self.page.locator("#drop input[type=file]")
        self.reach(field)
        with self.page.expect_file_chooser() as opened:
            self.page.keyboard.press("Space")
        opened.value.set_files(document)
        self.choose(self.page.locator("#drop button"))

    def reach(self, thing: Locator) -> None:
        """Tab until it is there; where somebody stands can be seen on the way."""
        element = thing.element_handle()
        for _ in range(_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("wanted => document.activeElement === wanted", element):
                shown = "e => { const s = getComputedStyle(e); return s.outlineStyle != 'none'; }"
                assert thing.evaluate(shown), "nobody sees where they are"
                return
        raise AssertionError(f"Tab does not lead to {thing}")


Hand = Mouse | Keyboard


def arrive(hand: Hand, document: Path) -> None:
    """計画一覧 → 読み取りの確認."""
    hand.choose(hand.page.get_by_role("link", name="計画一覧"))
    # The page is loaded again when the check ends, and with it goes where somebody stands.
    hand.page.locator("#job").wait_for(state="detached", timeout=30_000)
    hand.send(document)
    hand.page.wait_for_url("**/plans/*", timeout=20_000)
    told = hand.page.locator("main")
    assert "青葉市地域福祉計画" in told.inner_text()
    assert "令和8年度～令和12年度" in told.inner_text()


def look(hand: Hand) -> None:
    """An item, and what is printed around it."""
    hand.choose(hand.page.get_by_role("link", name="成年後見制度の利用促進"))
    hand.page.locator("#source mark", has_text="成年後見制度の利用促進").wait_for()


def correct(hand: Hand) -> None:
    """The period, with the reason."""
    fact = hand.page.locator("dl.facts > div", has=hand.page.locator("dt", has_text="計画期間"))
    hand.choose(fact.locator("summary"))
    hand.write(fact.locator("input[name=first]"), "2027")
    hand.write(fact.locator("input[name=last]"), "2031")
    hand.write(fact.locator("input[name=reason]"), REASON)
    hand.choose(fact.get_by_role("button", name="保存"))
    hand.page.get_by_text("令和9年度～令和13年度").first.wait_for(timeout=20_000)
    assert REASON in hand.page.locator("main").inner_text()


def check(hand: Hand) -> None:
    """The findings, once they are there."""
    hand.choose(hand.page.get_by_role("link", name="指摘", exact=True))
    hand.choose(hand.page.get_by_role("button", name="点検する"))
    hand.page.locator("#job").wait_for(state="detached", timeout=30_000)
    hand.page.locator("#chosen td a").first.wait_for()


def read(hand: Hand) -> None:
    """A finding beside its place."""
    mine = hand.page.locator("td:nth-child(3)", has_text="青葉市地域福祉計画")
    row = hand.page.locator("#chosen tr", has=mine).first
    hand.choose(row.get_by_role("link").first)
    hand.page.wait_for_url("**/findings/*")
    assert "青葉市地域福祉計画" in hand.page.locator("main").inner_text()
    hand.page.locator(".source").first.wait_for()


def save(hand: Hand) -> None:
    """The workbook of the report."""
    hand.choose(hand.page.get_by_role("link", name="ダウンロード"))
    hand.choose(hand.page.locator("button[name=form][value=xlsx]"))
    link = hand.page.locator("a.save")
    link.wait_for(timeout=20_000)
    with hand.page.expect_download() as saved:
        hand.choose(link)
    assert Path(saved.value.path()).read_bytes().startswith(b"PK")


STEPS: tuple[Callable[[Hand], None], ...] = (look, correct, check, read, save)
"""After the document has arrived."""


@pytest.fixture
def on(tmp_path: Path) -> Iterator[Target]:
    """A server on the fictional city."""
    folder = tmp_path / "青葉市"
    folder.mkdir()
    with target(city(folder)) as found:
        yield found


@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_the_story(
    browser: Browser, on: Target, tmp_path: Path, hand: type[Mouse] | type[Keyboard]
) -> None:
    document = tmp_path / "地域福祉計画（素案）.docx"
    document.write_bytes(plan())
    context = browser.new_context(locale="ja", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{on.address}/?token={TOKEN}")
    holding = hand(page)
    arrive(holding, document)
    for step in STEPS:
        step(holding)
    assert said == []
    context.close()
