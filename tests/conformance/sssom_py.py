"""sssom-py validates what ``export --to sssom`` writes: ``python -m tests.conformance.sssom_py``.

sssom-py brings some 390 MB along, so it is no extra: ``--sssom`` names its command.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PLANS = ("data", "tests/corpus/aoba")


def main() -> int:
    """Validates the links of the data and of the fictional city; 1 if any are refused."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sssom", default="sssom", help="the command of sssom-py")
    command: str = parser.parse_args().sssom
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        for plans in _PLANS:
            file = Path(folder, "links.sssom.tsv")
            export = ["export", plans, "--to", "sssom", "--output", str(file)]
            subprocess.run([sys.executable, "-m", "alignchecker", *export], cwd=ROOT, check=True)
            ran = subprocess.run([command, "validate", str(file)], check=False, capture_output=True)
            rows = sum(not line.startswith("#") for line in file.read_text("utf-8").split("\n")) - 2
            print(f"{plans}: {rows} rows, {'refused' if ran.returncode else 'valid'}")
            refused += bool(ran.returncode)
    return int(bool(refused))


if __name__ == "__main__":
    raise SystemExit(main())
