"""The forms in which a check's report can be asked for, by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from typing import cast

from alignchecker.model.finding import Report
from alignchecker.rules.catalogue import Rule

Render = Callable[[Report, Mapping[str, Rule], str], str]
"""Makes a text of a report, in a language."""

_FORMS = {
    "json": "check_json",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "markdown": "markdown",
    "turtle": "shacl",
    "earl": "earl",
}
"""Each form, and the module of this folder that renders it."""
TEXT = "text"
"""The one for a screen, which is drawn rather than rendered."""
NAMES = (TEXT, *_FORMS)


def render(form: str, report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The report in a form of NAMES but ``text``. Others than the one asked for are not loaded."""
    module = _FORMS[form]
    return cast(Render, pkgutil.resolve_name(f"{__package__}.{module}:render"))(report, rules, lang)
