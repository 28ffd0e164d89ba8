"""Headless Chromium: Debian's package, and playwright from PyPI (``pip install '.[browser]'``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for all tests. Skips where it or what drives it is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install '.[browser]'")
    if not CHROMIUM.exists():
        pytest.skip("apt-get install chromium")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()
