"""A server that is killed while verdicts are saved: what it called saved is in the files."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2

from alignchecker.graph.link_records import read_links
from alignchecker.graph.loading import load

from .serving import BEARER, TOKEN, city

_ROUNDS = 3
_EACH = 30


@contextmanager
def server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], httpx2.Client]]:
    """A server of its own process, as a user starts it, and a program that asks it."""
    words = ["serve", str(folder), "--no-browser", "--port", "0", "--token", TOKEN]
    with subprocess.Popen(
        [sys.executable, "-m", "alignchecker", *words], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        found = None
        while found is None:
            found = re.search(r"http://[\d.:]+", process.stderr.readline())
        try:
            with httpx2.Client(base_url=found[0], headers=BEARER, timeout=60) as asking:
                yield process, asking
        finally:
            with suppress(ProcessLookupError):
                process.kill()


def reviews(folder: Path) -> set[str]:
    """The reasons on record; every file of the folder must be readable."""
    dataset = load([folder])
    assert [file for file in dataset.files if file.error] == []
    return {r.reason for link in read_links(dataset).values() for r in link.reviews}


def test_what_was_answered_as_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    city(tmp_path)
    dice, saved, killed = random.Random(1), set[str](), 0
    for round_ in range(_ROUNDS):
        with server(tmp_path) as (process, asking):
            pairs = asking.get("/api/links").json()["pairs"]
            pair = next(p for p in pairs if p["measures"] > 1)
            address = f"/api/links/{pair['key']}"
            measures = [m["iri"] for m in asking.get(address).json()["list"]]
            asked = asking.get(f"{address}/candidates", params={"measure": measures[0]})
            ends = [c["iri"] for c in asked.json()["candidates"]]
            timer = threading.Timer(0.2 + dice.random(), os.kill, (process.pid, signal.SIGKILL))
            timer.start()
            begun = time.monotonic()
            for number in range(_EACH * 100):
                said = {"measure": dice.choice(measures), "to": dice.choice(ends),
                        "verdict": dice.choice(["accept", "reject", "hold"]), "reviewer": "企画課",
                        "reason": f"理由{round_}-{number}", "date": "2026-10-02"}  # fmt: skip
                try:
                    answer = asking.post(f"{address}/verdicts", json=said)
                except httpx2.TransportError:
                    killed += 1
                    break
                assert answer.status_code == 201, answer.text
                saved.add(said["reason"])
                assert time.monotonic() - begun < 30
            timer.join()
        assert saved <= reviews(tmp_path)
    assert killed == _ROUNDS
    assert len(saved) > _ROUNDS
