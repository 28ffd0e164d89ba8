"""What ``serve`` answers at /sparql is what the verb answers about the same folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ..web.running import TOKEN, running

AOBA = Path(__file__).parents[1] / "corpus" / "aoba"
QUESTION = ("plan-editions", "--param", "plan=青葉市こども計画", "--output-format", "tsv")


def asked(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "alignchecker", "query", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_endpoint_of_serve_is_asked_with_its_token() -> None:
    here = asked(QUESTION[0], str(AOBA), *QUESTION[1:])
    assert here.returncode == 0
    with running(AOBA) as server:
        host = server.address.removeprefix("http://")
        there = asked(*QUESTION, "--endpoint", f"http://:{TOKEN}@{host}/sparql")
        assert (there.returncode, there.stderr, there.stdout) == (0, "", here.stdout)
        wrong = asked(*QUESTION, "--endpoint", f"http://:{TOKEN}x@{host}/sparql")
        assert wrong.returncode == 2
        assert "http://:トークン@…" in wrong.stderr
        assert "{" not in wrong.stderr  # its words, not its JSON
        assert TOKEN not in wrong.stderr
