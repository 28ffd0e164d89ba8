"""Report -> the officer's own file, with the findings as comments (docx) or notes (xlsx) in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from alignchecker.importers.packages import open_package
from alignchecker.importers.sheets.xlsx import EXCEL_MAIN
from alignchecker.importers.word.document import WORD_MAIN
from alignchecker.model.errors import ConfigError
from alignchecker.model.finding import InputFile, Report
from alignchecker.reports.annotated import word, workbook
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.remarks import remarks
from alignchecker.rules.catalogue import Rule

_KINDS = {".docx": (WORD_MAIN, word.annotate), ".xlsx": (EXCEL_MAIN, workbook.annotate)}


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> bytes:
    """The one Word or Excel file among the inputs, with findings in it and otherwise unchanged.

    Raises ConfigError where there is none or more than one, InputError for one that cannot be read
    or that is signed.
    """
    file = _document(report)
    if file.error is not None:
        raise file.error
    path = Path(file.path)
    main, annotate = _KINDS[path.suffix.lower()]
    said = remarks(report, file.path, rules, lang)
    with open_package(path, main) as package:
        copy = Copy(package)
        annotate(copy, said, report.as_of, lang)
        return copy.to_bytes()


def _document(report: Report) -> InputFile:
    files = [file for file in report.inputs if Path(file.path).suffix.lower() in _KINDS]
    if len(files) == 1:
        return files[0]
    if not files:
        raise ConfigError(
            "--output-format annotated は、Word（.docx）か Excel（.xlsx）の文書に指摘を"
            "書き込みます。調べる対象に、その文書を指定してください。",
            "--output-format annotated writes findings into a Word (.docx) or Excel (.xlsx) file."
            " Name that file among those to check.",
        )
    some = ", ".join(file.path for file in files[:5])
    raise ConfigError(
        f"--output-format annotated で書き込める文書は一度に一つです（{some}）。"
        "文書ごとに実行してください。",
        f"--output-format annotated writes into one document at a time ({some})."
        " Run it once for each.",
    )
