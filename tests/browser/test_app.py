"""Every page of the app without a fault for axe: found by its links, so a new one too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_html_report import WCAG
from tests.web.attacks.target import Target, target
from tests.web.crawling import crawl
from tests.web.running import TOKEN
from tests.web.serving import city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOOKS = {
    "light, ja": ("light", 1280, "ja"),
    "dark, ja, narrow": ("dark", 360, "ja"),
    "dark, en": ("dark", 1280, "en"),
    "light, en, narrow": ("light", 360, "en"),
}


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A server on the fictional city."""
    with target(city(tmp_path_factory.mktemp("city"))) as found:
        yield found


def addresses(on: Target) -> list[str]:
    """A page of every kind, a refusal, and what an uploaded document that is none leads to."""

    def get(address: str) -> tuple[str, str]:
        answer = on.browser.get(address, follow_redirects=True)
        is_part = address.partition("?")[0].endswith(("/source", "/panel"))
        media_type = "" if is_part else answer.headers.get("content-type", "")
        pages[address] = media_type.startswith("text/html")
        return media_type, answer.text

    pages: dict[str, bool] = {}
    crawl(get, ("/plans", on.plan))
    refused = on.browser.post("/plans", files={"document": ("a.docx", b"none")})
    on.browser.finished(refused.headers["location"])
    made = on.browser.post("/downloads", data={"form": "json"})
    found = [address for address, is_page in pages.items() if is_page]
    return [*found, "/nowhere", refused.headers["location"],
            on.browser.finished(made.headers["location"])]  # fmt: skip


def faults(page: Page) -> list[tuple[str, str]]:
    """What axe has to say of a page."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 (an extra)

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}}).response
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]]


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_has_a_fault_for_axe(browser: Browser, on: Target, look: str) -> None:
    theme, width, lang = LOOKS[look]
    # The page's own policy keeps axe out, as it should.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=theme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        locale=lang,
    )
    page = context.new_page()
    page.goto(f"{on.address}/?token={TOKEN}")
    for address in addresses(on):
        page.goto(on.address + address)
        assert page.locator("html").get_attribute("lang") == lang, address
        assert (address, faults(page)) == (address, [])
        is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert (address, is_wide) == (address, False)
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_neither_has_the_door_and_what_is_shown_while_something_is_done(
    browser: Browser, tmp_path: Path, look: str
) -> None:
    theme, width, lang = LOOKS[look]
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=theme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        locale=lang,
    )
    page = context.new_page()
    with target(tmp_path, password="correct horse battery", lang=lang) as on:
        for address in ("/enter", "/plans"):
            page.goto(on.address + address)
            assert (address, faults(page)) == (address, [])
        page.goto(f"{on.address}/?token={TOKEN}")
        begun = on.browser.post("/plans", files={"document": ("a.txt", b"x\n" * 2_000_000)})
        page.goto(on.address + begun.headers["location"])
        assert page.locator("progress").count() == 1
        assert faults(page) == []
        on.browser.post(begun.headers["location"] + "/cancel")
    context.close()
