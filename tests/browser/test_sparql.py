"""The page for analysts in a browser: editor, table and completion, and nobody else is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_app import look_at
from tests.web.attacks.target import Target, target
from tests.web.running import TOKEN
from tests.web.serving import city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_STYLE = "Applying inline style violates"
"""Yasr's table wants a style of its own; app.css has what stands in it."""


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with target(city(tmp_path_factory.mktemp("city"))) as found:
        yield found


@pytest.fixture
def asked() -> list[str]:
    """Addresses that the page has asked."""
    return []


@pytest.fixture
def said() -> list[str]:
    """What the browser complains of."""
    return []


@pytest.fixture
def page(browser: Browser, on: Target, asked: list[str], said: list[str]) -> Iterator[Page]:
    """The page under its own policy, in Japanese."""
    context = browser.new_context(locale="ja-JP")
    found = context.new_page()
    found.on("request", lambda request: asked.append(request.url))
    found.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    found.on("pageerror", lambda error: said.append(str(error)))
    found.goto(f"{on.address}/sparql?token={TOKEN}")
    found.wait_for_selector(".yasqe .CodeMirror")
    yield found
    context.close()


def _write(page: Page, text: str) -> None:
    page.locator(".CodeMirror").evaluate(
        "(one, text) => { const editor = one.CodeMirror; editor.setValue(text); editor.focus();"
        " editor.execCommand('goDocEnd'); }",
        text,
    )


def _ask(page: Page) -> None:
    page.get_by_role("button", name="問い合わせる").click()


def test_a_query_is_answered_in_a_table_and_nobody_else_is_asked(
    page: Page, on: Target, asked: list[str], said: list[str]
) -> None:
    _ask(page)
    page.wait_for_selector(".yasr table tbody tr")
    assert page.locator(".yasr table tbody tr").count() > 1
    assert "青葉市スポーツ推進計画" in page.locator(".yasr table").inner_text()
    _write(page, "CONSTRUCT { <urn:a> <urn:b> 1 } {}")
    _ask(page)
    page.wait_for_selector(".yasr :text('urn:a')")
    assert asked
    assert {address for address in asked if not address.startswith(f"{on.address}/")} == set()
    assert [line for line in said if _STYLE not in line] == []
    assert page.evaluate("localStorage.length") == 0


def test_a_refusal_is_said_in_words(page: Page) -> None:
    _write(page, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    _ask(page)
    page.wait_for_selector(".yasr [role=alert]")
    assert "SERVICE は使えません" in page.locator(".yasr [role=alert]").inner_text()


def test_terms_of_the_ontology_are_completed(page: Page) -> None:
    aln = "PREFIX aln: <https://w3id.org/alignchecker/ns#>\n"
    for text, wanted in ((f"{aln}SELECT * {{ ?s aln:contrib", "aln:contributesTo"),
                         (f"{aln}SELECT * {{ ?s a aln:PlanEd", "aln:PlanEdition")):  # fmt: skip
        _write(page, text)
        page.keyboard.press("Control+Space")
        page.wait_for_selector(f".CodeMirror-hints :text('{wanted}')")
        page.keyboard.press("Escape")
    _write(page, "PREFIX dcte")
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hints :text('http://purl.org/dc/terms/')")
    assert page.locator(".CodeMirror-hints li").count() == 1  # no list of other people's


def test_files_are_asked_for_with_the_text_of_the_editor(page: Page) -> None:
    _write(page, "SELECT ('計画' AS ?x) {}")
    page.get_by_label("結果の形").select_option("csv")
    with page.expect_download() as begun:
        _ask(page)
    assert begun.value.suggested_filename == "answer.csv"
    assert Path(begun.value.path()).read_text("utf-8-sig").split() == ["x", "計画"]


def test_nothing_to_share_and_no_other_endpoint_is_offered(page: Page) -> None:
    assert page.locator(".yasqe_share, .endpointText, .tabsList").count() == 0


def test_it_works_without_script(browser: Browser, on: Target) -> None:
    context = browser.new_context(locale="ja-JP", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{on.address}/sparql?token={TOKEN}")
    page.get_by_role("textbox", name="問い合わせ文").fill("SELECT ('計画' AS ?x) {}")
    _ask(page)
    assert page.locator("#answer td").inner_text() == "計画"
    context.close()


def test_neither_a_saved_query_nor_an_answer_nor_a_refusal_has_a_fault_for_axe(
    browser: Browser, on: Target
) -> None:
    context = browser.new_context(locale="ja-JP", bypass_csp=True)
    page = context.new_page()
    page.goto(f"{on.address}/sparql?token={TOKEN}")
    for address in ("/sparql", "/sparql?saved=items-of-plan", "/sparql?saved=items-of-plan&fill=1",
                    "/sparql?query=SELECT*%7B%3Fs%20a%20%3Fo%7D"):  # fmt: skip
        page.goto(on.address + address)
        look_at(page, address, "ja")
    context.close()
