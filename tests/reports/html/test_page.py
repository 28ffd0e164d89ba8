"""The HTML report: complete in itself, and nothing in it but what was found."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from alignchecker.model.coverage import Coverage
from alignchecker.model.finding import Report
from alignchecker.model.indicators import IndicatorCoverage, MeasuredItem, PlanIndicators
from alignchecker.reports import forms
from alignchecker.reports.html import render
from alignchecker.reports.html.findings import AT_FIRST
from alignchecker.rules.catalogue import load_catalogue
from tests.bench.html_report import LARGE, report_of
from tests.corpus import golden
from tests.reports.test_ci import HOSTILE, of_all_states

_LOADING = {"src", "srcset", "action", "formaction", "background", "poster", "data", "ping"}


class Page(HTMLParser):
    """Elements with their attributes, and the text of those that hold no markup."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._within = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._within = ""

    def handle_data(self, data: str) -> None:
        self.texts.append((self._within, data))

    def having(self, attribute: str) -> Iterator[str]:
        """The values of an attribute."""
        return (a[attribute] or "" for _, a in self.elements if attribute in a)

    def of(self, tag: str) -> list[str]:
        """The texts of the elements of a name that hold only text."""
        return [text for name, text in self.texts if name == tag]


@cache
def text_of(lang: str) -> str:
    return render(golden.report(), load_catalogue().rules, lang)


def page_of(report: Report, lang: str = "ja") -> Page:
    return Page(render(report, load_catalogue().rules, lang))


def data_of(page: Page) -> dict[str, list[str]]:
    """The data of the findings as columns."""
    scripts = [text for tag, text in page.texts if tag == "script"]
    data = json.loads(scripts[0])
    return {
        name: [data["strings"][row[number]] for row in data["rows"]]
        for number, name in enumerate(data["columns"])
        if name not in {"weight", "where"}
    }


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_loads_nothing(lang: str) -> None:
    page = Page(text_of(lang))
    assert not {name for _, attributes in page.elements for name in attributes} & _LOADING
    assert not {tag for tag, _ in page.elements} & {"link", "iframe", "object", "embed", "img"}
    assert all(link.startswith("#") for link in page.having("href"))
    assert "url(" not in "".join(page.of("style"))
    assert "@import" not in "".join(page.of("style"))


def test_its_policy_allows_its_style_and_script_and_nothing_else() -> None:
    page = Page(text_of("ja"))
    policy = next(a["content"] for t, a in page.elements if a.get("http-equiv"))
    rules = dict(rule.strip().split(" ", 1) for rule in (policy or "").split(";"))

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    script = page.of("script")[-1]
    assert rules == {
        "default-src": "'none'",
        "style-src": digest("".join(page.of("style"))),
        "script-src": digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not list(page.having("style"))
    assert not [name for _, a in page.elements for name in a if name.startswith("on")]


def test_words_of_a_document_stay_words() -> None:
    report = of_all_states()
    page = page_of(report)
    plain = {tag for tag, _ in Page(text_of("ja")).elements}
    assert {tag for tag, _ in page.elements} <= plain | {"i"}
    assert "b" not in {tag for tag, _ in page.elements}
    shown = "".join(text for _, text in page.texts)
    assert "<b>x</b>" in shown
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", shown)
    assert HOSTILE.replace("\x1b", "").replace("\r", "") in data_of(page)["current"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_all_findings_are_in_it(lang: str) -> None:
    report = golden.report()
    page = Page(text_of(lang))
    data = data_of(page)
    assert sorted(data["id"]) == sorted(f.fingerprint for f in report.findings)
    ids = [name for name in page.having("id") if name.startswith("f-")]
    assert ids == [f"f-{name}" for name in data["id"][:AT_FIRST]]
    assert len(list(page.having("id"))) == len(set(page.having("id")))


def test_worst_findings_come_first() -> None:
    severities = data_of(Page(text_of("ja")))["severity"]
    assert severities == sorted(severities, key=["要修正", "要確認", "参考"].index)


def test_a_report_of_nothing_says_so() -> None:
    empty = Report(as_of=None, inputs=(), findings=(), rules=(), plans=())
    shown = "".join(text for _, text in page_of(empty).texts)
    assert "指摘はありません。" in shown
    assert "対応表" not in shown


def test_what_could_not_be_examined_stands_at_the_top() -> None:
    shown = "".join(text for tag, text in page_of(of_all_states()).texts if tag != "script")
    assert "調べられなかったものがあります" in shown
    assert "確かめられなかった規則が1件あります" in shown
    assert shown.index("調べられなかった") < shown.index("調べた計画")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_links_within_the_page_lead_somewhere(lang: str) -> None:
    page = Page(text_of(lang))
    ids = set(page.having("id"))
    assert {link[1:] for link in page.having("href") if link != "#f-"} <= ids
    assert set(page.having("aria-labelledby")) <= ids


def test_english_has_no_japanese_of_ours() -> None:
    """What plans print stays as printed; every sentence of ours is in lang/ in both languages."""
    english = text_of("en")
    for ours in ("対応あり", "調べたもの", "上位計画の項目", "計画期間中", "すべて表示"):
        assert ours in text_of("ja")
        assert ours not in english


def test_a_large_report_stays_small() -> None:
    text = render(report_of(LARGE), load_catalogue().rules, "ja")
    assert len(text.encode()) < 3_000_000
    assert len(data_of(Page(text))["id"]) == LARGE.findings


def test_it_is_one_of_the_forms_with_tables() -> None:
    assert "html" in forms.NAMES
    assert "html" in forms.WITH_TABLES


def test_what_does_without_an_indicator_on_purpose_is_not_unknown() -> None:
    def item(name: str, waived: str | None) -> MeasuredItem:
        return MeasuredItem(f"urn:{name}", name, "施策", None, (), waived)

    plan = PlanIndicators(
        "urn:p", "計画", "施策", (item("読書", None), item("見守り", "数えられない")), (), True
    )
    found = Coverage((), IndicatorCoverage((plan,), ()))
    shown = "".join(text for _, text in page_of(replace(golden.report(), coverage=found)).texts)
    assert "指標の記載がない施策（1件。" in shown
    assert "指標を置かないとした施策（1件）" in shown
    assert "見守り 対象外（数えられない）" in shown
