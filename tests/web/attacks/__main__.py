"""What was tried against the app, on a port, and what it got: ``docs/security.md`` is this table.

``python -m tests.web.attacks`` writes the page; the tests try all of it and hold the page to it.
"""

from __future__ import annotations

from .page import DOCS, page

if __name__ == "__main__":
    DOCS.write_text(page(), encoding="utf-8", newline="\n")
