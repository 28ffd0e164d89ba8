"""The findings that the fictional city is expected to give, and its report in every form.

``python -m tests.corpus.golden --write`` remakes expected.json and the files of reports/; without
--write it says which are not as they would be made. The change is reviewed as a diff.
"""

from __future__ import annotations

import argparse
import datetime
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from rich.console import Console

from alignchecker.cli.checking import Asked, check_options, reported
from alignchecker.coverage.tables import coverage
from alignchecker.engine.check import Checker
from alignchecker.graph.loading import load
from alignchecker.model.finding import Finding, Location, Outcome, Report
from alignchecker.reports import check_text, coverage_turtle, forms
from alignchecker.rules import baseline, project
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.configuration import Configuration
from alignchecker.rules.waiver_file import add_waivers

from .office_files import shown_document, shown_workbook

CITY = Path(__file__).parent / "aoba"
LOGIC = Path(__file__).parent / "logic"
"""A file that contradicts the ontology and itself: the city alone does not."""
EXPECTED = Path(__file__).parent / "expected.json"
REPORTS = Path(__file__).parent / "reports"
FILES = {
    "text": "report.txt",
    "json": "report.json",
    "sarif": "report.sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "markdown": "report.md",
    "turtle": "report.ttl",
    "earl": "earl.ttl",
    "html": "report.html",
    "xlsx": "report.xlsx.txt",
    "docx": "report.docx.txt",
}
"""Each form, and the file of reports/ that has it; of an Excel or Word file, what it shows."""
_SHOWN = {"xlsx": shown_workbook, "docx": shown_document}
AS_OF = datetime.date(2026, 10, 1)

_BASES = re.compile(r"^https://(?:example\.jp/data|w3id\.org/alignchecker(?:/data)?)/")
_PLANTED = re.compile(r"# planted:((?: [a-z-]+)+)$")

Row = dict[str, str | list[str]]


def report_on(folder: Path = CITY) -> Report:
    """What a check of the city (or a changed copy of it) gives."""
    checker = Checker(check_options([folder], Configuration(), Asked(as_of=AS_OF)))
    return reported(checker, tables=True)


@cache
def report() -> Report:
    """The same of the city as it is, for all that only look at it."""
    return report_on()


def local(iri: str) -> str:
    """An IRI without the base of the city's or the shipped data."""
    return _BASES.sub("", iri)


def nodes(finding: Finding) -> list[str]:
    """What a finding names beside its focus: its value, or those it rolls up."""
    if finding.value is not None:
        return [finding.value.value]
    return sorted(reference.iri for reference in finding.related)


def rows(report: Report, folder: Path = CITY) -> list[Row]:
    """The findings in a short form that stays the same as long as they do, sorted."""
    found = [_row(finding, folder) for finding in report.findings]
    return sorted(found, key=lambda row: json.dumps(row, ensure_ascii=False))


def _row(finding: Finding, folder: Path) -> Row:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "state": finding.state.value,
        "focus": local(finding.focus.iri),
        "values": [local(iri) for iri in nodes(finding)],
        "at": place(finding.locations[0], folder) if finding.locations else "",
    }


def place(location: Location, folder: Path = CITY) -> str:
    """``plans/children.ttl:12``: a file of the city and a line."""
    path = Path(location.path).resolve()
    inside = path.is_relative_to(folder.resolve())
    name = path.relative_to(folder.resolve()).as_posix() if inside else path.name
    return f"{name}:{location.line}"


def planted(folder: Path = CITY) -> Iterator[tuple[str, str]]:
    """(rule, place) of every comment ``# planted: rule …``, on the line of the node it is about.

    JSON takes no comments: the baseline has its one stale entry on purpose.
    """
    if (folder / baseline.FILE).exists():
        yield "baseline-entry-gone", f"{baseline.FILE}:None"
    for file in sorted(f for pattern in ("*.ttl", "*.toml") for f in folder.rglob(pattern)):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            comment = _PLANTED.search(line)
            for rule in comment[1].split() if comment else ():
                yield rule, f"{file.relative_to(folder).as_posix()}:{number}"


def idle(report: Report) -> list[str]:
    """Rules that were not run, applied to nothing, or found nothing."""
    return [run.rule for run in report.rules if run.outcome is not Outcome.RAN or not run.findings]


def text(found: list[Row]) -> str:
    """The rows as JSON, one on a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in found)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def forms_of(report: Report) -> dict[str, str]:
    """The report in every form, in Japanese, without the seconds it took: file name -> text."""
    runs = tuple(replace(run, seconds=0.0) for run in report.rules)
    timeless = replace(report, rules=runs, loading_seconds=0.0)
    rules = load_catalogue().rules
    made = {
        FILES[form]: forms.render(form, timeless, rules, "ja")
        for form in forms.NAMES
        if form not in (forms.TEXT, *forms.BYTES)
    }
    for form, show in _SHOWN.items():
        made[FILES[form]] = show(forms.render_bytes(form, timeless, rules, "ja"))
    console = Console(
        file=io.StringIO(), width=100, highlight=False, emoji=False, color_system=None
    )
    with console.capture() as printed:
        check_text.render(timeless, rules, "ja", console, statistics=False)
    lines = (line.rstrip() for line in printed.get().splitlines())
    return {**made, FILES[forms.TEXT]: "".join(f"{line}\n" for line in lines)}


def figures_of(folder: Path = CITY) -> str:
    """The city's figures of coverage as Turtle."""
    rules = load_catalogue().rules
    dataset = load([folder])
    add_waivers(dataset, project.waivers([folder], Configuration()), rules)
    return coverage_turtle.render(coverage(dataset, rules.values(), AS_OF), AS_OF, None)


def made() -> dict[Path, str]:
    """Every golden file as it would be made."""
    report = report_on()
    found = {EXPECTED: text(rows(report)), REPORTS / "coverage.ttl": figures_of()}
    return {**found, **{REPORTS / name: form for name, form in forms_of(report).items()}}


def main() -> None:
    """Says which files are not as they would be made, or makes them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--write", action="store_true", help="make them")
    write = parser.parse_args().write
    for path, content in made().items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            print(path)
            if write:
                path.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
