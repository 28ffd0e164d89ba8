"""Makes the imported plans of data/ again: ``python -m tests.data.remake FOLDER``.

FOLDER holds the plans' texts, which are not in this repository. Each plan is imported with
``--structure-only`` (headings and facts, no sentences) and the corrections file beside it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).parents[2] / "data" / "municipalities"

PLANS = {
    "000": DATA / "08236-omitama" / "children-fy2026.ttl",
    "001": DATA / "08236-omitama" / "community-welfare-fy2026.ttl",
    "002": DATA / "13219-komae" / "children.ttl",
    "003": DATA / "33205-kasaoka" / "childcare-fy2015.ttl",
    "004": DATA / "08236-omitama" / "comprehensive-n2-zenki.ttl",
}
"""Beginning of a text's file name -> where its plan stands."""


def command(text: Path, target: Path) -> list[str]:
    """The command that imports a text."""
    verb = [sys.executable, "-m", "alignchecker", "import", str(text)]
    return [*verb, "--structure-only", "--output", str(target)]


def main() -> None:
    """The command."""
    folder = Path(sys.argv[1])
    for number, target in PLANS.items():
        subprocess.run(command(min(folder.glob(f"{number}_*.txt")), target), check=True)


if __name__ == "__main__":
    main()
