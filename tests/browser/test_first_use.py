"""What a beginner does in a browser: Enter in a field, a wrong file, a narrow window, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.running import TOKEN, running
from tests.web.serving import city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PAPER = {"width": 1032, "height": 700}
"""A4 on its side within our margins, at 96 to the inch."""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A browser that was let in on a small city that has been checked."""
    with running(city(tmp_path_factory.mktemp("city"))) as server:
        context = browser.new_context(base_url=server.address, locale="ja-JP")
        opened = context.new_page()
        opened.goto(f"/?token={TOKEN}")
        opened.wait_for_selector(".undated", timeout=60_000)
        yield opened
        context.close()


def test_enter_in_a_field_is_no_verdict_but_ends_one_that_lacked_something(page: Page) -> None:
    page.goto("/links")
    page.wait_for_selector("table", timeout=60_000)
    page.click("tr:has(td:text-is('第2次青葉市総合計画 後期基本計画')) >> text=判断する")
    page.wait_for_selector("#to-1", timeout=60_000)
    page.check("#to-1")
    page.fill("#reason", "市独自")
    page.press("#reason", "Enter")
    assert page.inner_text("#told") == ""
    page.focus("#to-1")
    page.keyboard.press("a")
    page.wait_for_selector("#told .alert")
    page.wait_for_function("document.activeElement.name === 'reviewer'")
    page.keyboard.type("企画課")
    page.keyboard.press("Enter")
    page.get_by_text("を採用（企画課").first.wait_for()
    page.keyboard.press("u")
    page.get_by_text("取り消しました").first.wait_for()


def test_a_wrong_file_is_refused_in_the_frame(page: Page, tmp_path: Path) -> None:
    page.goto("/plans")
    wrong = tmp_path / "計画.doc"
    wrong.write_bytes(b"old")
    page.set_input_files("#document", wrong)
    page.click("#drop button")
    page.locator("#sent.alert", has_text="名前を付けて保存").wait_for()


def test_years_are_wide_enough_to_read_in_a_narrow_window(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/timeline")
    assert page.locator(".timeline thead th").last.bounding_box()["width"] >= 8  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("address", ["/plans", "/coverage", "/links", "/timeline"])
def test_no_table_runs_off_the_paper(page: Page, address: str) -> None:
    page.set_viewport_size(_PAPER)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    page.goto(address)
    page.wait_for_selector("main table", state="attached", timeout=60_000)
    widths = page.evaluate("[...document.querySelectorAll('main table')].map(t => t.scrollWidth)")
    assert max(widths) <= _PAPER["width"]
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
