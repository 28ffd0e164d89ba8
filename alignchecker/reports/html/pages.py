"""Templates, with what every page of ours needs: strings, escaping, its policy.

The report and the pages of the web app share them: ``environment`` and ``spoken``.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from alignchecker.graph.codes import label
from alignchecker.lang import COMMAS, say
from alignchecker.model.calendar import date_label, fiscal_year_label, short_year_label
from alignchecker.reports import plan_words, sentences
from alignchecker.reports.wrapping import harmless

FOLDER = Path(__file__).parent / "templates"
"""Where the templates, the style and the script of the report are."""
_STYLE, _SCRIPT = "style.css", "report.js"


def page(template: str, lang: str, **shown: object) -> str:
    """A template filled. Whatever it shows is escaped, and without control characters."""
    style, script = (_asset(name) for name in (_STYLE, _SCRIPT))
    return (
        environment()
        .get_template(template)
        .render(
            **spoken(lang),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            **shown,
        )
    )


def spoken(lang: str) -> Mapping[str, object]:
    """What templates say things with, in a language: strings, names of codes, years, values."""
    return {
        "lang": lang,
        "say": partial(_say, lang),
        "code": partial(_code, lang),
        "comma": COMMAS[lang],
        "period": partial(plan_words.period, lang=lang),
        "runs": partial(plan_words.runs, lang=lang),
        "fiscal": partial(fiscal_year_label, lang=lang),
        "short_year": partial(short_year_label, lang=lang),
        "short_years": partial(_short_years, lang),
        "day": partial(date_label, lang=lang),
        "measured": partial(sentences.measured, lang=lang),
        "counted": partial(plan_words.counted, lang=lang),
    }


def data(value: object) -> Markup:
    """A value as JSON that can stand within a script element, whatever it says."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e"))


@cache
def environment(*folders: Path) -> Environment:
    """Templates of some folders, then those of the report."""
    environment = Environment(
        loader=FileSystemLoader([*folders, FOLDER], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: harmless(value) if type(value) is str else value,
    )
    environment.filters["data"] = data
    return environment


@cache
def _asset(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere but this very style and this very script (CSP level 2)."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}';"
        f" script-src 'sha256-{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _say(lang: str, key: str, /, **arguments: object) -> str:
    return say(key, lang, **arguments)


def _short_years(lang: str, first: int, last: int) -> str:
    one, other = (short_year_label(year, lang) for year in (first, last))
    return one if first == last else say("plans.years", lang, first=one, last=other)


def _code(lang: str, scheme: str, notation: str) -> str:
    return label(scheme, notation, lang)
