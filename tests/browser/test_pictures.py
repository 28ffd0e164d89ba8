"""体系図 in a browser: moved, zoomed and searched with the mouse and with keys; printed whole."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from alignchecker.web.keys import key_of
from alignchecker.web.listening import listen
from alignchecker.web.server import application
from alignchecker.web.settings import Settings, loopback_hosts
from tests.web.serving import AOBA, TOKEN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHILDREN = "https://example.jp/data/aoba/children/fy2025"
TREE = f"/hierarchy/{key_of(CHILDREN)}"
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on the fictional city; its address with the token."""
    folder = tmp_path_factory.mktemp("aoba")
    shutil.copytree(AOBA, folder, dirs_exist_ok=True)
    socket = listen("127.0.0.1", 0)
    port = socket.getsockname()[1]
    made = Settings((folder,), folder, TOKEN, loopback_hosts(port), port, is_fixed=True)
    server = uvicorn.Server(uvicorn.Config(application(made), log_config=None, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the app, after the check; nothing may be complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja")
    opened = context.new_page()
    opened.set_default_timeout(8000)
    said: list[str] = []
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(f"{address}/?token={TOKEN}")
    until = time.monotonic() + 60
    while context.request.get(f"{address}/api/hierarchy").status != 200:
        assert time.monotonic() < until
        time.sleep(0.3)
    yield opened
    assert not said
    context.close()


def view(page: Page) -> Box:
    text = page.get_attribute("[data-picture] svg", "viewBox") or ""
    x, y, width, height = map(float, text.split())
    return x, y, width, height


def test_the_mouse_moves_and_zooms(page: Page, address: str) -> None:
    page.goto(address + TREE)
    before = view(page)
    page.mouse.move(640, 600)
    page.mouse.wheel(0, -240)
    page.wait_for_timeout(300)
    near = view(page)
    assert near[2] < before[2]
    page.mouse.down()
    page.mouse.move(540, 560, steps=4)
    page.mouse.up()
    moved = view(page)
    assert moved[0] > near[0]
    assert moved[2] == pytest.approx(near[2], abs=0.2)
    assert page.url == address + TREE  # the end of a drag opens nothing
    page.get_by_role("button", name="全体").click()
    assert view(page)[2] > moved[2]


def test_keys_move_zoom_and_open(page: Page, address: str) -> None:
    page.goto(address + TREE)
    page.focus("[data-picture]")
    page.keyboard.press("0")
    whole = view(page)
    page.keyboard.press("+")
    near = view(page)
    assert near[2] < whole[2]
    page.keyboard.press("ArrowDown")
    assert view(page)[1] > near[1]
    page.keyboard.press("-")
    assert view(page)[2] > near[2]
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/*")


def test_a_search_finds_centres_and_opens(page: Page, address: str) -> None:
    page.goto(address + TREE)
    page.get_by_label("図の中を探す").fill("いじめ")
    page.wait_for_selector(".mark-box")
    x, y, width, height = view(page)
    mark = page.evaluate("(({x, y}) => [x, y])(document.querySelector('.mark-box').getBBox())")
    assert x < mark[0] < x + width
    assert y < mark[1] < y + height
    status = page.locator(".find [role=status]")
    assert "件中1件目" in status.inner_text()
    page.get_by_role("button", name="次").click()
    assert "件中2件目" in status.inner_text()
    page.get_by_label("図の中を探す").fill("どこにもない")
    page.wait_for_selector(".mark-box", state="detached")
    assert status.inner_text() == "見つかりません。"
    page.get_by_label("図の中を探す").fill("いじめ")
    page.wait_for_selector(".mark-box")
    page.get_by_role("link", name="開く").click()
    page.wait_for_url("**/items/*")
    assert "いじめ" in page.title()


def test_a_plan_is_opened_from_the_hierarchy(page: Page, address: str) -> None:
    page.goto(f"{address}/hierarchy?find=青葉市こども計画")
    page.wait_for_selector(".mark-box")
    page.get_by_role("link", name="開く").click()
    page.wait_for_url(f"**{TREE}")


def test_paper_gets_the_whole(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/hierarchy")
    page.emulate_media(media="print")
    assert page.locator("svg.sheet").first.is_visible()
    assert not page.locator("[data-picture] > svg").first.is_visible()
    assert page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    page.emulate_media(media="screen")
