"""Links reviewed in a browser with the keyboard alone, with Japanese input on, and by axe."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alignchecker.graph.link_records import read_links
from alignchecker.graph.loading import load
from alignchecker.model.links import in_order
from tests.browser.conftest import examined, rarely

from ..web.serving import TOKEN, city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Where a server on a small city is, with the token."""
    words = ["serve", str(city(folder)), "--no-browser", "--port", "0", "--token", TOKEN]
    with subprocess.Popen(
        [sys.executable, "-m", "alignchecker", *words], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        found = None
        while found is None:
            found = re.search(r"http://\S+", process.stderr.readline())
        try:
            yield found[0]
        finally:
            with suppress(ProcessLookupError):
                process.terminate()


@contextmanager
def reviewing(browser: Browser, address: str) -> Iterator[Page]:
    """The page of a pair of plans."""
    context = browser.new_context(bypass_csp=True, locale="ja-JP")
    opened = context.new_page()
    opened.goto(address)
    opened.goto(address.partition("?")[0] + "links")
    opened.wait_for_selector("table", timeout=60_000)
    opened.click("tr:has(td:text-is('第2次青葉市総合計画 後期基本計画')) >> text=判断する")
    opened.wait_for_selector("#desk", timeout=60_000)
    yield opened
    context.close()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server on a folder of one's own."""
    with serving(tmp_path) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """For those who judge."""
    with reviewing(browser, address) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for all who only look."""
    with serving(tmp_path_factory.mktemp("city")) as found:
        yield found


@pytest.fixture
def looking(browser: Browser, shared: str) -> Iterator[Page]:
    """For those who only look; what a browser keeps is their own."""
    with reviewing(browser, shared) as opened:
        yield opened


def told(page: Page, words: str) -> None:
    page.wait_for_function(
        "w => document.getElementById('told').textContent.includes(w)", arg=words
    )


def test_a_measure_is_judged_undone_and_left_with_keys_alone(page: Page, tmp_path: Path) -> None:
    page.focus("input[name=reviewer]")
    page.keyboard.type("企画課a1")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    told(page, "先に候補を選んで")
    page.keyboard.press("2")
    page.keyboard.press("e")
    page.keyboard.type("jk")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    told(page, "保存しました")
    page.wait_for_function("document.activeElement.id === 'to-2'")
    page.keyboard.press("u")
    told(page, "取り消しました")
    first = page.get_attribute("#desk", "data-shown")
    page.keyboard.press("n")
    told(page, "該当なしとする理由")
    page.wait_for_function("document.activeElement.id === 'reason'")
    page.keyboard.type("市独自")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    told(page, "該当なし（企画課a1")
    page.keyboard.press("m")
    page.wait_for_selector(f'#desk:not([data-shown="{first}"])')
    page.keyboard.press("/")
    page.keyboard.type("図書館")
    page.keyboard.press("Enter")
    page.wait_for_selector("h3:has-text('図書館')")
    found = read_links(load([tmp_path])).values()
    said = {tuple(r.verdict.value for r in in_order(link.reviews)) for link in found}
    assert said == {("accept", "undo"), ("no-counterpart",)}
    reasons = {(r.reviewer, r.reason) for link in found for r in link.reviews}
    assert {("企画課a1", "jk"), ("企画課a1", "市独自")} <= reasons


def test_keys_of_a_quick_hand_are_not_lost(page: Page, tmp_path: Path) -> None:
    page.fill("input[name=reviewer]", "企画課")
    page.keyboard.press("Escape")
    for key in "1am1am1au":
        page.keyboard.press(key, delay=5)
    told(page, "取り消しました")
    links = read_links(load([tmp_path])).values()
    assert sorted(tuple(r.verdict.value for r in link.reviews) for link in links)[:2] == [
        ("accept",),
        ("accept",),
    ]
    assert len({link.start for link in links}) == 3


def test_keys_work_with_japanese_input_on_and_not_while_it_composes(looking: Page) -> None:
    press = """given => document.body.dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...given }))"""
    looking.evaluate(press, {"key": "Process", "code": "Digit3"})
    assert looking.is_checked("#to-3")
    looking.evaluate(press, {"key": "Process", "code": "Digit2", "isComposing": True})
    looking.evaluate(press, {"key": "2", "code": "Digit2", "ctrlKey": True})
    assert looking.is_checked("#to-3")


def test_single_keys_can_be_switched_off_and_stay_so(looking: Page) -> None:
    looking.uncheck("#single-keys")
    for key in ("3", "?", "/"):
        looking.keyboard.press(key)
    assert not looking.locator("#desk input[name=to]:checked").count()
    assert looking.get_attribute("#keys", "open") is None
    assert looking.evaluate("document.activeElement.id") == "single-keys"
    looking.reload()
    assert not looking.is_checked("#single-keys")
    looking.keyboard.press("3")
    assert not looking.is_checked("#to-3")
    looking.check("#single-keys")
    looking.keyboard.press("3")
    assert looking.is_checked("#to-3")
    looking.reload()
    assert looking.is_checked("#single-keys")


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 1280),
        ("dark", 360),
        pytest.param("dark", 1280, marks=rarely),
        pytest.param("light", 360, marks=rarely),
    ],
)
def test_pages_of_links_have_no_faults(looking: Page, scheme: str, width: int) -> None:
    looking.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    looking.set_viewport_size({"width": width, "height": 900})
    looking.click("#keys summary")
    for address in (looking.url, looking.url.partition("/links")[0] + "/links"):
        looking.goto(address)
        looking.wait_for_selector("main")
        assert examined(looking).faults == []
        assert looking.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_same_is_done(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ja-JP")
    page = context.new_page()
    page.goto(address)
    page.goto(address.partition("?")[0] + "links")
    while not page.locator("table").count():
        page.goto(address.partition("?")[0] + "links")
    page.click("tr:has(td:text-is('第2次青葉市総合計画 後期基本計画')) >> text=判断する")
    page.check("#to-1")
    page.fill("input[name=reviewer]", "企画課")
    page.click("button[value=accept]")
    assert "保存しました" in page.inner_text("#told")
    page.click("button[form=back]:has-text('取り消し') >> nth=-1")
    assert "取り消しました" in page.inner_text("#told")
    (link,) = read_links(load([tmp_path])).values()
    assert link.is_withdrawn
    context.close()
