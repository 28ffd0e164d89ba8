"""The load of many users, with few and for a moment: rows are there, not what they say."""

from __future__ import annotations

import re
from pathlib import Path

from .generate import generate
from .web_load import measured


def test_every_kind_of_page_is_measured(tmp_path: Path) -> None:
    generate(tmp_path, 30, 1)
    said = measured(tmp_path, users=2, seconds=2, think=0.1, saves=5)
    for kind in ("/plans ", "/findings ", "/downloads ", "/plans/{key}?item&plan", "all: median"):
        assert kind in said
    assert "2 users, without reading" in said
    # Statuses other than 200 are told with their number; no page failed.
    assert not re.search(r" 5\d\d: \d", said)
