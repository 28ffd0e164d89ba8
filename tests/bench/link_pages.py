"""How quick the pages are on which links are reviewed, in a city that was generated.

``python -m tests.bench.generate --measures 4500 --seed 1 DIR``, then ``python -m
tests.bench.link_pages DIR``: works on a copy.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient

from ..web.serving import finished, officer, parts_of, settings

_PART = {"HX-Request": "true", "HX-Target": "desk"}
_MOVES, _VERDICTS = 40, 10


def main() -> None:
    """Prints seconds: reading the plans, suggestions of a pair, moving on, a verdict."""
    parser = argparse.ArgumentParser()
    parser.add_argument("city", type=Path)
    city = parser.parse_args().city
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(shutil.copytree(city, Path(folder) / "city")))


def measure(city: Path) -> None:
    """Measures in a folder, which is written to."""
    with officer(settings(city)) as asking:
        begun = time.perf_counter()
        while (answer := asking.get("/links")).status_code == 303:
            finished(asking, answer.headers["location"], 600)
        print(f"plans read: {time.perf_counter() - begun:.2f}")
        linked = parts_of(asking).desk.now("/links")
        key, pair = max(linked.pairs.items(), key=lambda one: len(one[1].measures))
        begun = time.perf_counter()
        while (answer := asking.get(f"/links/{key}")).status_code == 303:
            finished(asking, answer.headers["location"], 600)
        print(f"suggestions: {time.perf_counter() - begun:.2f}")
        moves, verdicts = [], []
        for number, iri in enumerate(pair.measures[: _MOVES + _VERDICTS]):
            begun = time.perf_counter()
            asked = {"measure": iri, "filter": "all"}
            text = asking.get(f"/links/{key}", params=asked, headers=_PART).text
            moves.append(time.perf_counter() - begun)
            if number >= _MOVES:
                verdicts.append(_verdict(asking, key, text))
        for name, times in (("next measure", moves), ("verdict saved", verdicts)):
            print(f"{name}: median {statistics.median(times):.3f}, longest {max(times):.3f}")


def _verdict(asking: TestClient, key: str, text: str) -> float:
    sent = {
        name: html.unescape(value)
        for name, value in re.findall(r'name="(measure|none|to)"[^>]*? value="([^"]*)"', text)[::-1]
    }
    begun = time.perf_counter()
    said = {**sent, "verdict": "accept", "reviewer": "企画課", "filter": "all"}
    assert asking.post(f"/links/{key}", data=said).status_code == 303
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
