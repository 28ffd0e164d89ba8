"""The forms in which a check's report can be asked for, by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from typing import cast

from alignchecker.model.finding import Report
from alignchecker.rules.catalogue import Rule

Render = Callable[[Report, Mapping[str, Rule], str], str]
"""Makes a text of a report, in a language."""
RenderBytes = Callable[[Report, Mapping[str, Rule], str], bytes]

_FORMS = {
    "json": "check_json",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "markdown": "markdown",
    "turtle": "shacl",
    "earl": "earl",
    "html": "html",
}
"""Each form, and the module of this folder that renders it."""
_TO_BYTES = {"annotated": "annotated", "xlsx": "office.workbook", "docx": "office.document"}
"""Those that give a file rather than a text."""
WITH_TABLES = frozenset({"html", "xlsx", "docx"})
"""Those that show ``Report.coverage``."""
TEXT = "text"
"""The one for a screen, which is drawn rather than rendered."""
BYTES = tuple(_TO_BYTES)
NAMES = (TEXT, *_FORMS, *BYTES)


def render(form: str, report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The report in a form that is a text and is not drawn. Other forms are not loaded."""
    return cast(Render, _renderer(_FORMS[form]))(report, rules, lang)


def render_bytes(form: str, report: Report, rules: Mapping[str, Rule], lang: str) -> bytes:
    """The report in a form of BYTES. Errors are those of the form's module."""
    return cast(RenderBytes, _renderer(_TO_BYTES[form]))(report, rules, lang)


def _renderer(module: str) -> object:
    return pkgutil.resolve_name(f"{__package__}.{module}:render")
