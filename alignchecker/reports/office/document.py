"""Report -> a Word document to print and to circulate: findings by plan, then 対応表 both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from alignchecker.lang import say
from alignchecker.model.coverage import Coverage
from alignchecker.model.finding import Report
from alignchecker.reports.office import summary
from alignchecker.reports.office.correspondence import by_relation, note
from alignchecker.reports.office.findings import FindingRow, finding_rows, headings
from alignchecker.reports.office.paper import Paper
from alignchecker.reports.office.tables import Column, Table
from alignchecker.rules.catalogue import Rule

_COLUMNS = (
    ("number", 5.0, ("number",)),
    ("severity", 7.0, ("severity",)),
    ("place", 17.0, ("place", "label")),
    ("message", 28.0, ("message",)),
    ("current", 24.0, ("current", "evidence")),
    ("remedy", 26.0, ("remedy",)),
    ("department", 9.0, ("department",)),
    ("status", 16.0, ("status", "priority", "comment", "person", "date")),
)
"""Each column, its width, and what stands in it, one below the other."""
_CENTRED = {"number", "severity"}


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> bytes:
    """The document; equal reports give equal bytes."""
    paper = Paper(say("ci.title", lang))
    paper.title(say("ci.title", lang))
    names = [Column("", 24), Column("", 106)]
    paper.table(Table("", names, list(summary.lines(report, rules, lang))), headed=False)
    paper.heading(say("office.findings-list", lang))
    if not report.findings:
        paper.paragraph(say("report.none", lang))
    rows = finding_rows(report, rules, lang)
    for _, group in groupby(rows, key=lambda row: row.plan):
        found = list(group)
        paper.heading(found[0].cells["plan"], level=2)
        paper.table(_findings(found, lang))
    if report.coverage is not None:
        _correspondences(paper, report.coverage, lang)
    return paper.content()


def _findings(rows: Sequence[FindingRow], lang: str) -> Table:
    names = headings(lang)
    columns = [
        Column("・".join(names[k] for k in keys[:2]) if key != "status" else names[key], width,
               key in _CENTRED)
        for key, width, keys in _COLUMNS
    ]  # fmt: skip
    return Table("", columns, [[_joined(row, keys) for _, _, keys in _COLUMNS] for row in rows])


def _joined(row: FindingRow, keys: Sequence[str]) -> str:
    return "\n".join(text for key in keys if (text := row.cells[key]))


def _correspondences(paper: Paper, coverage: Coverage, lang: str) -> None:
    """対応表 both ways, for each plan and one above it."""
    paper.heading(say("office.correspondences", lang))
    paper.paragraph(note(lang) if coverage.relations else say("office.no-rows", lang))
    for title, items, measures in by_relation(coverage.relations, lang):
        paper.heading(title, level=2)
        for table in (items, measures):
            if table.rows:
                paper.heading(table.name, level=3)
                paper.table(table)
