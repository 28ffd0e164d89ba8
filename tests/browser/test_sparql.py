"""The page of queries in a browser: Yasgui under the app's policy, asking nobody else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import rarely

from ..web.serving import TOKEN, city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_PLAN = "青葉市こども計画"
_HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server on a small city is, with the token."""
    folder: Path = city(tmp_path_factory.mktemp("city"))
    words = ["serve", str(folder), "--no-browser", "--port", "0", "--token", TOKEN]
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


@dataclass(slots=True)
class Heard:
    """asked: hosts. told: errors and warnings of the browser, those of its policy among them."""

    asked: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def _opened(context: BrowserContext, address: str, heard: Heard) -> Page:
    page = context.new_page()
    page.on("request", lambda asked: heard.asked.add(urlsplit(asked.url).netloc))
    page.on("pageerror", lambda error: heard.told.append(str(error)))
    page.on("console", lambda said: heard.told.append(said.text))
    page.goto(address)
    page.goto(_base(address) + "sparql")
    page.wait_for_selector(".yasqe .CodeMirror")
    return page


def _base(address: str) -> str:
    return address.partition("?")[0]


@pytest.fixture
def page(browser: Browser, address: str, heard: Heard) -> Iterator[Page]:
    """The page as it is served, under its policy. It asks this server only, and nothing goes wrong
    in it unseen; nor does it leave anything in the browser."""
    context = browser.new_context(locale="ja-JP", accept_downloads=True)
    page = _opened(context, address, heard)
    yield page
    assert heard.asked == {urlsplit(address).netloc}
    assert heard.told == []
    assert page.evaluate("Object.keys(localStorage)") == []
    kept = page.evaluate("Object.keys(sessionStorage)")
    assert all(name.startswith("htmx") for name in kept), kept
    context.close()


def _picked(page: Page, name: str) -> None:
    """Picks a saved query and fills in the plan."""
    if page.locator("details.saved:not([open])").count():
        page.click("details.saved summary")
    page.click(f"a[href='/sparql?saved={name}']")
    page.select_option("select[name='p.plan']", label=_PLAN)
    page.click("form.values button")
    page.wait_for_selector(".yasqe .CodeMirror")


def _written(page: Page, text: str) -> None:
    page.focus("#editor")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def _text(page: Page) -> str:
    lines = "() => document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()"
    return str(page.evaluate(lines))


def _state(page: Page, words: str) -> None:
    page.wait_for_function(
        "w => document.getElementById('state').textContent.includes(w)", arg=words
    )


def test_a_saved_query_is_picked_filled_in_and_run(page: Page) -> None:
    _picked(page, "items-of-plan")
    assert "children/fy2025>" in _text(page)
    page.click("#run")
    _state(page, "件")
    count = int(re.sub(r"\D.*", "", page.inner_text("#state").replace(",", "")))
    rows = page.locator(".yasr table tbody tr")
    assert rows.count() == min(count, 50) > 10
    assert "段階" in page.inner_text(".yasr thead") or "見出し" in page.inner_text(".yasr thead")
    page.fill(".tableFilter", "そのような言葉はない")
    page.press(".tableFilter", "Enter")
    page.wait_for_selector("text=探した語を含む行はありません")
    page.fill(".tableFilter", "")
    page.press(".tableFilter", "Enter")
    page.wait_for_function("document.querySelectorAll('.yasr tbody tr').length > 10")
    words = page.inner_text("#answer") + str(page.locator("#answer [placeholder]").count())
    assert not re.search("Filter|results|Simple|Ellipse|Page size|Showing", words)


def test_the_query_is_written_run_with_keys_and_saved_as_a_file(page: Page) -> None:
    _written(page, 'SELECT ("<b>{{x}}</b>" AS ?text) (<javascript:alert(1)> AS ?x) {}')
    page.keyboard.press("Control+Enter")
    _state(page, "1件")
    cells = page.locator(".yasr tbody td")
    assert "<b>{{x}}</b>" in cells.all_inner_texts()
    assert page.locator(".yasr a[href]").count() == 0
    assert page.locator(".yasr tbody b").count() == 0
    with page.expect_download() as saved:
        page.click("button[value=csv]")
    assert saved.value.suggested_filename == "問い合わせの答え.csv"
    content = saved.value.path().read_bytes()
    assert content == "\ufefftext,x\r\n<b>{{x}}</b>,javascript:alert(1)\r\n".encode()
    _written(page, "ASK { ?s ?p ?o }")
    page.click("#run")
    page.wait_for_selector(".booleanResult:has-text('はい')")
    _written(page, "CONSTRUCT { <urn:a> <urn:b> '一' } {}")
    page.click("#run")
    page.wait_for_selector(".yasr tbody td:has-text('urn:a')")
    page.click(".select_response")
    page.wait_for_selector(".yasr .CodeMirror:has-text('<urn:a>')")


def test_what_is_wrong_is_said_with_its_place(page: Page, heard: Heard) -> None:
    _written(page, "SELECT * {\n  ?s foo:bar ?o }")
    page.click("#run")
    page.wait_for_selector("#answer .alert:has-text('接頭辞「foo:」')")
    assert "2行目の6文字目" in page.inner_text("#answer .alert")
    page.hover(".parseErrorIcon")
    assert (
        page.get_attribute(".parseErrorIcon", "title")
        == "ここまでの書き方が SPARQL として読めません"
    )
    assert not page.locator(".yasqe_tooltip").count()
    _written(page, "CLEAR ALL")
    page.click("#run")
    page.wait_for_selector("#answer .alert:has-text('これは更新です')")
    _written(page, "ASK {}")
    page.click("#run")
    page.wait_for_selector(".booleanResult")
    # The browser itself notes that an answer was a refusal.
    assert all("status of 400" in said for said in heard.told)
    heard.told.clear()


def test_a_long_query_is_given_up(page: Page) -> None:
    _written(page, _HEAVY)
    page.click("#run")
    _state(page, "実行しています")
    assert page.is_disabled("#run")
    page.click("#stop")
    _state(page, "やめました")
    assert page.evaluate("document.activeElement.id") == "run"
    for _ in range(3):
        # Whoever leaves ends the query: two processes would soon be busy with these.
        page.click("#run")
        _state(page, "実行しています")
        page.goto(page.url)
        page.wait_for_selector(".yasqe .CodeMirror")
        _written(page, _HEAVY)
    _written(page, "ASK {}")
    page.click("#run")
    page.wait_for_selector(".booleanResult", timeout=15_000)


def test_terms_are_offered_with_what_they_are_called(page: Page) -> None:
    start = _text(page).partition("SELECT")[0]
    hints = page.locator(".CodeMirror-hints li")
    for begun, offered in (
        ("?plan a aln:planed", "aln:PlanEdition　計画（版）"),
        ("?item aln:inpl", "aln:inPlan　"),
        ("?item 属する計画", "aln:inPlan　"),
        ("?item dcterms:tit", "dcterms:title　"),
    ):
        _written(page, f"{start}SELECT * {{ {begun}")
        page.keyboard.press("Control+Space")
        page.wait_for_selector(f".CodeMirror-hints:has-text('{offered}')")
        page.keyboard.press("Escape")
    _written(page, f"{start}SELECT * {{ ?item aln:inpl")
    page.keyboard.press("Control+Space")
    hints.first.wait_for()
    page.keyboard.press("Enter")
    assert _text(page).endswith("?item aln:inPlan")


def test_keys_alone_lead_into_the_editor_and_out(page: Page) -> None:
    page.focus("#editor")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "run"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "editor"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('details.saved') !== null")


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 1280),
        ("dark", 360),
        pytest.param("dark", 1280, marks=rarely),
        pytest.param("light", 360, marks=rarely),
    ],
)
def test_the_page_has_no_faults(
    browser: Browser, address: str, heard: Heard, scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 (an extra)

    context = browser.new_context(
        bypass_csp=True,
        locale="ja-JP",
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    page = _opened(context, address, heard)

    def look() -> None:
        faults = Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}}).response
        assert [(fault["id"], fault["nodes"]) for fault in faults["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    look()
    _picked(page, "items-of-plan")
    page.click("#run")
    _state(page, "件")
    look()
    _picked(page, "plan-as-dcat")
    page.click("#run")
    _state(page, "答えが出ました")
    page.click(".select_response")
    page.wait_for_selector(".yasr .CodeMirror")
    look()
    _written(page, "ASK {")
    page.click("#run")
    page.wait_for_selector("#answer .alert")
    look()
    context.close()


def test_without_scripts_the_same_is_done(browser: Browser, address: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 (an extra)

    context = browser.new_context(java_script_enabled=False, locale="ja-JP")
    page = context.new_page()
    page.goto(address)
    page.goto(_base(address) + "sparql")
    page.click("a[href='/sparql?saved=items-of-plan']")
    page.select_option("select[name='p.plan']", label=_PLAN)
    page.click("form.values button")
    assert "children/fy2025>" in page.input_value("#text")
    page.click("#run")
    assert page.locator("table.found tbody tr").count() > 10
    shown = page.content()
    context.close()
    # axe is a script, so it looks at the same page in a browser that has them, before Yasgui.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.route("**/sparql.js", lambda route: route.abort())
    page.goto(_base(address) + "sparql")
    page.set_content(shown)
    faults = Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}}).response
    assert [(fault["id"], fault["nodes"]) for fault in faults["violations"]] == []
    context.close()
