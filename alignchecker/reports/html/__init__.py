"""Report -> one HTML file that needs nothing else: no network, no other file, no server.

What it may load and run stands in its own Content-Security-Policy: its one style sheet and its one
script, by their hashes. The script only sorts and filters; without it all else is there.
"""

from __future__ import annotations

from collections.abc import Mapping

from alignchecker.model.finding import Report
from alignchecker.reports.html import pages
from alignchecker.reports.html.answers import Answers
from alignchecker.reports.html.examined import Examined
from alignchecker.reports.html.findings import Listing
from alignchecker.reports.html.hierarchy import drawn
from alignchecker.reports.html.timeline import Timeline
from alignchecker.rules.catalogue import Rule


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The page, in "ja" or "en"."""
    answers = Answers.of(report.coverage)
    hierarchy = drawn(report.plans, lang)
    timeline = Timeline.of(report.plans)
    indicators = report.coverage.indicators if report.coverage else None
    sections = {
        "examined": True,
        "findings": True,
        "answers": answers.tables,
        "hierarchy": hierarchy.boxes or hierarchy.alone,
        "timeline": timeline.groups or timeline.unknown or timeline.beyond,
        "indicators": indicators and (indicators.plans or indicators.comparisons),
        "rules": True,
    }
    return pages.page(
        "report.html",
        lang,
        sections=[name for name, is_there in sections.items() if is_there],
        examined=Examined.of(report, rules, lang),
        findings=Listing.of(report, rules, lang),
        answers=answers,
        hierarchy=hierarchy,
        timeline=timeline,
        indicators=indicators,
    )
