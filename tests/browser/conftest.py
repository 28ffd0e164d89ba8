"""Headless Chromium: Debian's package, and playwright from PyPI (``pip install '.[browser]'``)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_ASKED = os.environ.get("ALIGNCHECKER_BROWSER")
rarely = pytest.mark.skipif(_ASKED != "all", reason="takes long: ALIGNCHECKER_BROWSER=all")
"""Looks that differ little from one that is always taken."""
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_OPTIONS = {"runOnly": {"type": "tag", "values": _WCAG}, "resultTypes": ["violations"]}
_OURS = {"exclude": [[".yasqe"], [".yasr"]]}
"""All but Yasgui's editor and table, which are not ours to mend."""
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for all tests. Skips where it or what drives it is not installed."""
    missing = [
        name for name in ("playwright", "axe_playwright_python") if find_spec(name) is None
    ] + [str(CHROMIUM)] * (not CHROMIUM.exists())
    if missing:
        told = f"needs {', '.join(missing)}: pip install '.[browser]', apt-get install chromium"
        (pytest.fail if _ASKED in {"required", "all"} else pytest.skip)(told)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (an extra)

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass(frozen=True, slots=True)
class Examined:
    """Faults: their rule, and the first element that has it; and how many rules found none."""

    faults: list[tuple[str, str]]
    passed: int


def examined(page: Page) -> Examined:
    """What axe finds on a page. To name all elements without a fault would take long, too."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 (an extra)

    found = Axe().run(page, context=_OURS, options=_OPTIONS).response
    faults = [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]]
    return Examined(faults, len(found["passes"]))
