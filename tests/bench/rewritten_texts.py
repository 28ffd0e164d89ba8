"""Importer scores on the real plans rewritten: ``python -m tests.bench.rewritten_texts FOLDER``.

Each text is rewritten as people and programs do it, imported, and scored (F1 of label, level and
parent) against the tree typed by hand. FOLDER holds the texts, which are not in this repository.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

from tests.reading.drafting import draft
from tests.reading.scoring import read_gold, score

GOLD = Path(__file__).parents[1] / "gold"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _whole_or(cut: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(line if "\t" in line else cut(line) for line in text.split("\n"))


REWRITTEN: dict[str, Callable[[str], str]] = {
    "as printed": lambda text: text,
    "full-width digits": lambda text: text.translate(_WIDE),
    "double-spaced": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "tab as 3 spaces": lambda text: text.replace("\t", "   "),
    "indented": _whole_or(lambda line: "  " + line if line.strip() else line),
    "spaces at 40, tabs lost": lambda text: "\n".join(
        textwrap.fill(line.replace("\t", " "), 40) for line in text.split("\n")
    ),
}


def main() -> None:
    """The command."""
    texts = {p.name[:3]: p.read_text("utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt"))}
    print(f"{'':26}" + "".join(f"{number:>8}" for number in texts))
    for name, rewrite in REWRITTEN.items():
        scores = [
            score(draft(rewrite(text)).items, read_gold(GOLD / f"{number}.tree")).f1
            for number, text in texts.items()
        ]
        print(f"{name:26}" + "".join(f"{value:8.3f}" for value in scores))


if __name__ == "__main__":
    main()
