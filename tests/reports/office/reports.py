"""Reports to render: of the fictional city, and one whose texts are hostile."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

from alignchecker.model.coverage import Correspondence, Counterpart, Coverage, Row
from alignchecker.model.finding import Finding, PlanRef, Report
from alignchecker.model.indicators import IndicatorCoverage
from alignchecker.model.review import Priority, Review, Status
from alignchecker.reports import forms
from alignchecker.rules.catalogue import load_catalogue
from tests.corpus import golden

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "{=1+1}",
    "<r>太字</r>",
    "<r><t>x</t></r>",
    "https://example.jp/",
    "mailto:a@example.jp",
    "internal:Sheet1!A1",
    "a\x00b\x07c\x1b[2Jd\x85e",
    "\ud800壊れた文字\udfff",
    "\ufffe\uffff",
    "_x0041_",
    "]]></w:t><w:br/>&amp;",
    "あ" * 40_000,
    "𠮷" * 20_000,
    "1行目\r\n2行目\n\n4行目\tタブ",
    "001",
    "",
)


@cache
def of_the_city() -> Report:
    """With what answers what."""
    report = golden.report()
    runs = tuple(replace(run, seconds=0.0) for run in report.rules)
    return replace(report, rules=runs, loading_seconds=0.0)


def render(form: str, report: Report, lang: str = "ja") -> bytes:
    """The report in a form."""
    return forms.render_bytes(form, report, load_catalogue().rules, lang)


def hostile() -> Report:
    """A finding, an item and a counterpart for each of the texts."""
    report = of_the_city()
    findings = tuple(
        _says(finding, text) for finding, text in zip(report.findings, HOSTILE, strict=False)
    )
    rows = tuple(
        Row(f"urn:{n}", t, t, (t, t), (Counterpart("urn:c", t, "urn:p", t, True, True),), t, True)
        for n, t in enumerate(HOSTILE)
    )
    tables = tuple(
        Correspondence("urn:r", "urn:p", text, "urn:h", text, None, None, rows[:3], rows)
        for text in HOSTILE[:12]
    )
    coverage = Coverage(tables, IndicatorCoverage((), ()))
    return replace(report, findings=findings, coverage=coverage)


def _says(finding: Finding, text: str) -> Finding:
    return replace(
        finding,
        current=text,
        department=text,
        focus=replace(finding.focus, label=text),
        plan=PlanRef("urn:p", text, text),
        review=Review(Status.OPEN, Priority.LOW, text, text, "2026-06-01"),
    )


def parts(content: bytes) -> dict[str, str]:
    """Each XML part of a package as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if re.search(r"\.(xml|rels)$", n)]
        return {name: package.read(name).decode() for name in names}
