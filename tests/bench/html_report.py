"""How an HTML report grows: ``python -m tests.bench.html_report [--rounds N]``.

Makes two reports of the fictional city's findings, many times over, with a matrix of measures and
items of a higher plan, and opens each in headless Chromium (Debian's package; needs playwright from
PyPI). Prints sizes, seconds, and how many times longer the large one takes: to load until it is
painted, to sort, to filter, to print to PDF as it opens, and once with all findings shown.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.model.coverage import Correspondence, Counterpart, Coverage, Row
from alignchecker.model.finding import Finding, Reference, Report
from alignchecker.model.indicators import IndicatorCoverage
from alignchecker.reports.html import render
from alignchecker.rules.catalogue import load_catalogue
from tests.corpus import golden

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
_SORT = "document.querySelector('#findings-table th[data-by=where] button').click()"
_FILTER = """(() => { const field = document.getElementById('filters').elements.severity;
  field.selectedIndex = 1; field.dispatchEvent(new Event('input', {bubbles: true})); })()"""
_ALL_BUTTON = "document.querySelector('[data-more=all]')"


@dataclass(frozen=True, slots=True)
class Case:
    """A report of a size."""

    measures: int
    items: int
    findings: int


SMALL = Case(25, 40, 30)
LARGE = Case(150, 200, 5_000)


def report_of(case: Case) -> Report:
    """A report with a matrix and findings; the same each time."""
    city = golden.report_on()
    many = (
        _numbered(finding, number) for number, finding in enumerate(itertools.cycle(city.findings))
    )
    findings = tuple(itertools.islice(many, case.findings))
    table = _table(case)
    return replace(city, findings=findings, coverage=Coverage((table,), IndicatorCoverage((), ())))


def _numbered(finding: Finding, number: int) -> Finding:
    """The finding with words that no other one has, so that no text serves for two."""
    arguments = {
        name: replace(value, label=f"{value.label}{number}")
        if isinstance(value, Reference)
        else value
        for name, value in finding.arguments.items()
    }
    return replace(
        finding,
        fingerprint=f"{number:016x}",
        arguments=arguments,
        current=f"{finding.current or ''}{number}",
    )


def _table(case: Case) -> Correspondence:
    """Two links of each measure in four, one of the others, to items taken by lot."""
    chance = random.Random(6)
    plan, higher = "https://example.jp/plan", "https://example.jp/higher"
    links = {
        (measure, chance.randrange(case.items))
        for measure in range(case.measures)
        for _ in range(2 if measure % 4 == 0 else 1)
    }

    def row(kind: str, number: int, ends: list[int]) -> Row:
        other, of = ("施策", plan) if kind == "項目" else ("項目", higher)
        return Row(
            iri=f"{kind}/{number}",
            label=f"{kind}{number}を切れ目なく進めるための取組の推進",
            number=str(number),
            above=(f"章{number // 25}",),
            counterparts=tuple(
                Counterpart(f"{other}/{end}", f"{other}{end}の推進", of, of, True, True)
                for end in ends
            ),
            waived=None,
            known=True,
        )

    return Correspondence(
        relation="https://example.jp/r",
        plan=plan,
        title="青葉市こども計画",
        higher=higher,
        higher_title="青葉市総合計画",
        verb=None,
        force=None,
        items=tuple(
            row("項目", n, sorted(m for m, item in links if item == n)) for n in range(case.items)
        ),
        measures=tuple(
            row("施策", n, sorted(item for m, item in links if m == n))
            for n in range(case.measures)
        ),
    )


def measured(browser: Browser, file: Path) -> Mapping[str, float]:
    """Seconds by what was done, in one page."""
    page = browser.new_page()
    found = {
        "load": _timed(lambda: _until_painted(page, lambda: page.goto(file.as_uri()))),
        "sort": _timed(lambda: _until_painted(page, lambda: page.evaluate(_SORT))),
        "filter": _timed(lambda: _until_painted(page, lambda: page.evaluate(_FILTER))),
    }
    page.goto(f"{file.as_uri()}#top")
    page.reload()
    found["print"] = _timed(lambda: page.pdf(prefer_css_page_size=True))
    page.close()
    return found


def printed_whole(browser: Browser, file: Path) -> float:
    """Seconds to print all findings: nobody does that twice."""
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate(f"{_ALL_BUTTON}?.click()")
    seconds = _timed(lambda: page.pdf(prefer_css_page_size=True))
    page.close()
    return seconds


def _until_painted(page: Page, act: Callable[[], object]) -> None:
    act()
    page.evaluate(_PAINTED)


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def main() -> None:
    """Prints the table."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds: int = parser.parse_args().rounds
    rules = load_catalogue().rules
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        files = {}
        for name, case in (("small", SMALL), ("large", LARGE)):
            report = report_of(case)
            started = time.perf_counter()
            text = render(report, rules, "ja")
            files[name] = Path(folder, f"{name}.html")
            files[name].write_text(text, encoding="utf-8")
            size = files[name].stat().st_size / 1_000_000
            print(f"{name}: {case}, {size:.2f} MB, made in {time.perf_counter() - started:.2f} s")
        taken: dict[str, dict[str, list[float]]] = {name: {} for name in files}
        for _ in range(rounds):
            for name, file in files.items():
                for what, seconds in measured(browser, file).items():
                    taken[name].setdefault(what, []).append(seconds)
        whole = {name: [printed_whole(browser, file)] for name, file in files.items()}
        browser.close()
    for name, once in whole.items():
        taken[name]["print all"] = once
    for what in taken["small"]:
        small, large = (statistics.median(taken[name][what]) for name in ("small", "large"))
        print(f"{what:10} {small:7.3f} s {large:7.3f} s {large / small:6.1f} x")


if __name__ == "__main__":
    main()
