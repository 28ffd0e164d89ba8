"""Every page of the app without a fault for axe: found by its links, so a new one too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import examined, rarely
from tests.web.attacks.target import Target, target
from tests.web.crawling import crawl, kind
from tests.web.running import TOKEN
from tests.web.serving import city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOOKS = {"ja": (("light", 1280), ("dark", 360)), "en": (("dark", 1280), ("light", 360))}
"""Language -> theme and width, each of them beside each other; a page is loaded once for both."""
LANGUAGES = ["ja", pytest.param("en", marks=rarely)]


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A server on the fictional city."""
    with target(city(tmp_path_factory.mktemp("city"))) as found:
        yield found


@pytest.fixture(scope="module")
def addresses(on: Target) -> list[str]:
    """A page of every kind, a refusal, and what an uploaded document that is none leads to."""

    def get(address: str) -> tuple[str, str]:
        answer = on.browser.get(address)
        while answer.status_code == 303:
            place = answer.headers["location"]
            if place.startswith("/jobs/"):  # what a page needs is read first
                on.browser.finished(place)
                place = address
            answer = on.browser.get(place)
        is_part = address.partition("?")[0].endswith(("/source", "/panel", "/warnings"))
        media_type = "" if is_part else answer.headers.get("content-type", "")
        pages[address] = media_type.startswith("text/html")
        return media_type, answer.text

    pages: dict[str, bool] = {}
    crawl(get, ("/plans", on.plan))
    refused = on.browser.post("/plans", files={"document": ("a.docx", b"none")})
    on.browser.finished(refused.headers["location"])
    made = on.browser.post("/downloads", data={"form": "json"})
    found = [address for address, is_page in pages.items() if is_page]
    for path in ("/plans/{key}", "/links/{pair}", "/items/{item}", "/hierarchy/{key}"):
        assert any(kind(address).startswith(path) for address in found), path
    assert any(kind(address) == "/plans/{key}?item&plan" for address in found)
    return [*found, "/nowhere", refused.headers["location"],
            on.browser.finished(made.headers["location"])]  # fmt: skip


def look_at(page: Page, address: str, lang: str) -> None:
    """A page that is open has no fault, and is not wider than the screen, however it looks."""
    assert page.locator("html").get_attribute("lang") == lang, address
    for theme, width in LOOKS[lang]:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        assert (address, theme, width, examined(page).faults) == (address, theme, width, [])
        is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert (address, width, is_wide) == (address, width, False)


@pytest.fixture
def page(browser: Browser, lang: str) -> Iterator[Page]:
    """A window; the page's own policy would keep axe out, as it should."""
    context = browser.new_context(bypass_csp=True, locale=lang)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_has_a_fault_for_axe(
    page: Page, on: Target, addresses: list[str], lang: str
) -> None:
    page.goto(f"{on.address}/?token={TOKEN}")
    for address in addresses:
        page.goto(on.address + address)
        look_at(page, address, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_neither_has_a_page_whose_forms_are_open_or_stale(
    page: Page, on: Target, lang: str
) -> None:
    """Somebody else has corrected the plan since the form was shown."""
    page.goto(f"{on.address}/?token={TOKEN}")
    page.goto(on.address + on.plan)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    look_at(page, "all forms open", lang)
    form = page.locator("form", has=page.locator("input[name=field][value=title]"))
    form.locator("input[name=value]").fill("青葉市スポーツ計画")
    form.locator("input[name=reason]").fill("原本")
    form.locator("input[name=revision]").evaluate("field => { field.value = 'older'; }")
    form.locator("button").first.click()
    page.get_by_role("alert").wait_for()
    look_at(page, "stale", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_neither_has_the_door_and_what_is_shown_while_something_is_done(
    page: Page, tmp_path: Path, lang: str
) -> None:
    with target(tmp_path, password="correct horse battery", lang=lang) as on:
        for address in ("/enter", "/plans"):
            page.goto(on.address + address)
            look_at(page, address, lang)
        page.goto(f"{on.address}/?token={TOKEN}")
        begun = on.browser.post("/plans", files={"document": ("a.txt", b"x\n" * 2_000_000)})
        # It stays as it is while it is looked at, even if all is read by then.
        page.route("**/panel*", lambda route: route.fulfill(status=204))
        page.goto(on.address + begun.headers["location"])
        assert page.locator("progress").count() == 1
        look_at(page, "progress", lang)
        on.browser.post(begun.headers["location"] + "/cancel")
