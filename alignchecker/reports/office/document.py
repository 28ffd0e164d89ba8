"""Report -> a Word document to print and to circulate: findings by plan, then 対応表 both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from alignchecker.lang import say
from alignchecker.model.finding import Report
from alignchecker.reports.office import summary
from alignchecker.reports.office.correspondence import item_table, measure_table
from alignchecker.reports.office.findings import FindingRow, finding_rows, headings
from alignchecker.reports.office.paper import Paper
from alignchecker.reports.office.tables import Column, Table
from alignchecker.rules.catalogue import Rule

_COLUMNS = (
    ("number", 4.0, ("number",)),
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
        for table in _correspondences(report, lang):
            paper.heading(table.name)
            paper.paragraph(table.note)
            if table.rows:
                paper.table(table)
            else:
                paper.paragraph(say("office.no-rows", lang))
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


def _correspondences(report: Report, lang: str) -> Iterator[Table]:
    assert report.coverage is not None
    yield item_table(report.coverage.relations, lang)
    yield measure_table(report.coverage.relations, lang)
