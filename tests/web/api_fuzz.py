"""schemathesis against /api of a server on a port: ``python -m tests.web.api_fuzz --examples 500``.

What is asked is made from the app's own description, right and wrong; every answer must be one that
the description names, of the form that it says, and none a 5xx.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from .attacks.target import target
from .running import TOKEN

_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)


def fuzz(folder: Path, examples: int, seed: int, phases: str) -> tuple[int, str]:
    """The exit code and the words of schemathesis, for a folder that a plan is sent to first."""
    with target(folder) as on:
        words = [
            *("-H", f"Authorization: Bearer {TOKEN}", "--checks", ",".join(_CHECKS)),
            *("--max-examples", str(examples), "--seed", str(seed), "--phases", phases),
            *("--generation-database", "none", "--no-color"),
            *("--suppress-health-check", "all", "--warnings", "off", "--continue-on-failure"),
        ]
        command = [
            sys.executable,
            "-m",
            "schemathesis.cli",
            "run",
            f"{on.address}/api/openapi.json",
        ]
        done = subprocess.run(
            [*command, *words], capture_output=True, text=True, cwd=folder, check=False
        )
        assert on.browser.get("/plans").status_code == 200
        return done.returncode, done.stdout + done.stderr


def main() -> None:
    """The long run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=500, help="of each operation")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        code, words = fuzz(
            Path(folder), given.examples, given.seed, "examples,coverage,fuzzing,stateful"
        )
    print(words)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
