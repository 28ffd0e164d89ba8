"""The HTML report as people use it: read, filtered, sorted, linked to, without a fault for axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alignchecker.model.finding import Report
from alignchecker.reports.html import render
from alignchecker.reports.html.findings import AT_FIRST
from alignchecker.rules.catalogue import load_catalogue
from tests.bench.html_report import Case, report_of
from tests.browser.conftest import examined, rarely
from tests.corpus import golden
from tests.reports.test_ci import of_all_states

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MANY = 3 * AT_FIRST


def shortened(report: Report) -> Report:
    """All that a page can show, but less of each: axe looks at every element."""
    tables = report.coverage
    assert tables is not None
    less = replace(tables, relations=tables.relations[:2])
    return replace(report, findings=report.findings[:30], rules=report.rules[:30], coverage=less)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the fictional city in both languages, a hostile report and a long one."""
    folder = tmp_path_factory.mktemp("reports")
    rules = load_catalogue().rules
    made = {
        "ja": (golden.report(), "ja"),
        "short": (shortened(golden.report()), "ja"),
        "short-en": (shortened(golden.report()), "en"),
        "hostile": (shortened(of_all_states()), "ja"),
        "many": (report_of(Case(25, 40, MANY)), "ja"),
    }
    for name, (report, lang) in made.items():
        text = render(report, rules, lang)
        (folder / f"{name}.html").write_text(text, encoding="utf-8", errors="replace")
    return folder


@contextmanager
def opened(browser: Browser, file: Path, anchor: str = "", **options: object) -> Iterator[Page]:
    """A page on which nothing was complained of, and which asked for nothing but itself."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri() + anchor)
    yield page
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {file.as_uri()}
    context.close()


def count(page: Page) -> int:
    return page.locator("#findings-table tbody tr").count()


@pytest.mark.parametrize(
    ("theme", "width"),
    [
        ("light", 1280),
        ("dark", 400),
        pytest.param("dark", 1280, marks=rarely),
        pytest.param("light", 400, marks=rarely),
    ],
)
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("short", marks=rarely),  # the hostile one is this one in all states
        pytest.param("short-en", marks=rarely),
        "hostile",
    ],
)
def test_it_has_no_fault_for_axe(
    browser: Browser, reports: Path, name: str, theme: str, width: int
) -> None:
    # The page's own policy keeps axe out, as it should.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=theme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    page.goto((reports / f"{name}.html").as_uri())
    found = examined(page)
    assert found.faults == []
    assert found.passed > 10
    context.close()


def test_hostile_words_do_nothing(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "hostile.html") as page:
        assert page.locator("main b").count() == 0


def test_filters_leave_what_they_say(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "ja.html") as page:
        page.select_option("select[name=severity]", "参考")
        shown = page.locator("#findings-table tbody [data-field=severity]").all_inner_texts()
        assert set(shown) == {"参考"}
        assert f"{len(shown)}件" in page.locator("#shown").inner_text() or count(page) == AT_FIRST
        page.fill("input[name=text]", "そのような言葉はどこにもない")
        assert count(page) == 0
        assert page.locator("#shown").inner_text() == "当てはまる指摘はありません。"
        page.click("button[type=reset]")
        page.wait_for_function(
            f"document.querySelectorAll('#findings-table tbody tr').length > {1}"
        )
        assert page.input_value("input[name=text]") == ""


def test_a_filter_can_be_sent_to_somebody(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "ja.html") as page:
        page.select_option("select[name=severity]", "要修正")
        left, anchor = count(page), page.evaluate("location.hash")
    with opened(browser, reports / "ja.html", anchor) as page:
        assert count(page) == left
        assert page.input_value("select[name=severity]") == "要修正"


def test_a_second_link_forgets_the_first(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "ja.html", "#findings?severity=要修正") as page:
        few = count(page)
        page.evaluate("location.hash = '#findings?state=未対応'")
        page.wait_for_function("document.getElementById('filters').elements.severity.value === ''")
        assert count(page) > few


def test_a_link_to_what_is_gone_says_so(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "ja.html", "#findings?plan=$&なくなった計画") as page:
        assert "「$" in page.locator("#shown").inner_text()
        assert count(page) == AT_FIRST


def test_more_are_shown_when_asked_for(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "many.html") as page:
        assert count(page) == AT_FIRST
        page.click("[data-more=page]")
        assert count(page) == 2 * AT_FIRST
        page.click("[data-more=all]")
        assert count(page) == MANY
        assert not page.locator("#more").is_visible()
        assert (
            len(set(page.locator("#findings-table tbody tr").evaluate_all("a => a.map(e => e.id)")))
            == MANY
        )


def test_what_the_script_makes_is_what_the_page_had(browser: Browser, reports: Path) -> None:
    """A row that the script makes out of the data has the markup of one made beforehand."""
    first = "document.querySelector('#findings-table tbody tr').outerHTML"
    with opened(browser, reports / "many.html") as page:
        before = page.evaluate(first)
        page.select_option("select[name=severity]", "要修正")
        page.click("button[type=reset]")
        page.wait_for_function(
            f"document.querySelectorAll('#findings-table tbody tr').length == {AT_FIRST}"
        )

        def plain(text: str) -> str:
            return text.replace(' hidden=""', "")

        assert plain(page.evaluate(first)) == plain(before)


def test_sorting_follows_the_document(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "ja.html") as page:
        button = page.locator("th[data-by=severity], th[data-by=weight]").locator("button")
        button.click()
        assert page.locator("th[data-by=weight]").get_attribute("aria-sort") == "ascending"
        up = page.locator("[data-field=severity]").all_inner_texts()
        button.click()
        assert page.locator("th[data-by=weight]").get_attribute("aria-sort") == "descending"
        down = page.locator("#findings-table tbody [data-field=severity]").all_inner_texts()
        assert up[0] == "要修正"
        assert down[0] == "参考"
        page.locator("th[data-by=where] button").focus()
        page.keyboard.press("Enter")
        assert page.locator("th[data-by=where]").get_attribute("aria-sort") == "ascending"


def test_a_link_leads_to_one_finding(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "many.html") as page:
        assert page.locator(f"#f-{MANY - 1:016x}").count() == 0
    with opened(browser, reports / "many.html", f"#f-{MANY - 1:016x}") as page:
        assert count(page) == 1
        assert page.locator(f"#f-{MANY - 1:016x}").is_visible()


def test_the_theme_can_be_chosen(browser: Browser, reports: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, reports / "ja.html", color_scheme="light") as page:
        light = page.evaluate(paper)
        page.check("input[name=theme][value=dark]")
        assert page.evaluate(paper) != light
        page.check("input[name=theme][value=light]")
        assert page.evaluate(paper) == light


def test_without_scripts_the_page_says_so(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "many.html", java_script_enabled=False) as page:
        assert count(page) == AT_FIRST
        assert "スクリプトが動かない" in page.locator("noscript").inner_text()
        assert not page.locator("#filters").is_visible()


def test_it_prints_in_black_on_white_whatever_the_theme(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "ja.html", color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert (
            page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        )
        assert not page.locator("nav").is_visible()
        printed = page.pdf(prefer_css_page_size=True)
    sizes = {
        tuple(round(float(side) / 72 * 25.4) for side in box.split()[2:])
        for box in re.findall(r"/MediaBox \[([^\]]*)\]", printed.decode("latin-1"))
    }
    # A4 upright, and across for matrices, picture and periods.
    assert sizes == {(210, 297), (297, 210)}
