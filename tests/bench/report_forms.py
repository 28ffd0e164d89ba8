"""How long and how large each form of a report is: ``python -m tests.bench.report_forms``.

Of the fictional city, and of the same with 5,000 findings, no two of which say the same, and a
table of 150 measures and 200 items. Seconds are of the processor, once each; the forms that need a
file of the officer's own are left out.
"""

from __future__ import annotations

import time

from alignchecker.model.finding import Report
from alignchecker.reports import forms
from alignchecker.rules.catalogue import load_catalogue
from tests.corpus import golden

from .html_report import LARGE, report_of

_LEFT_OUT = {forms.TEXT, "annotated"}


def measured(form: str, report: Report) -> tuple[float, int]:
    """Seconds, and bytes."""
    rules = load_catalogue().rules
    started = time.process_time()
    if form in forms.BYTES:
        content = forms.render_bytes(form, report, rules, "ja")
    else:
        content = forms.render(form, report, rules, "ja").encode()
    return time.process_time() - started, len(content)


def main() -> None:
    """Prints the table."""
    reports = {"city": golden.report_on(), "large": report_of(LARGE)}
    for form in forms.NAMES:
        if form in _LEFT_OUT:
            continue
        figures = [measured(form, report) for report in reports.values()]
        cells = " ".join(f"{seconds:7.2f} s {size / 1000:8.0f} KB" for seconds, size in figures)
        print(f"{form:10} {cells}")


if __name__ == "__main__":
    main()
