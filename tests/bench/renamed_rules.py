"""What a rule costs in a user's file: ``python -m tests.bench.renamed_rules [MEASURES]``.

Copies the whole catalogue under other names (every id, IRI and file) and checks one generated city
with the catalogue and with the copy, each in a process of its own. Prints both times, for the whole
check and for the rules alone, and how many times longer the copy takes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from alignchecker.engine.check import CheckOptions, check
from alignchecker.model.names import RULE
from alignchecker.model.resources import resource
from alignchecker.rules.catalogue import load_catalogue

from .generate import generate

IRI = "https://example.jp/rules#"
_ROUNDS = 3


def renamed(rule_id: str) -> str:
    """What the copy of a rule is called."""
    return f"copied-{rule_id}"


def write_renamed(folder: Path) -> list[Path]:
    """Writes a copy of the catalogue under other names; gives its files."""
    written = []
    names = re.compile(rf"(?<=\brule:)({'|'.join(load_catalogue().rules)})(?![\w-])")
    ids = re.compile(r'(?<=dcterms:identifier ")([a-z-]+)(?=")')
    for file in sorted(resource("shapes").glob("*.ttl")):
        text = file.read_text(encoding="utf-8")
        if "aln:Rule" not in text:
            continue
        text = names.sub(lambda match: renamed(match[1]), text).replace(f"<{RULE}>", f"<{IRI}>")
        copy = folder / f"copy-of-{file.name}"
        copy.write_text(ids.sub(lambda match: renamed(match[1]), text), encoding="utf-8")
        written.append(copy)
    return written


def seconds(city: Path, shapes: Sequence[Path]) -> tuple[float, float]:
    """How long a check takes with the catalogue, or with the rules of some files alone.

    Of the whole check, and of its rules, in seconds of this process.
    """
    shipped = list(load_catalogue().rules)
    select = [renamed(rule) for rule in shipped] if shapes else shipped
    started = time.process_time()
    report = check(CheckOptions(paths=[city], shapes=shapes, select=select))
    whole = time.process_time() - started
    return whole, sum(run.seconds for run in report.rules)


def _apart(city: Path, shapes: Sequence[Path]) -> tuple[float, float]:
    """The same in a process of its own, where nothing is remembered: the best of some rounds."""
    command = [sys.executable, "-m", __spec__.name, "--once", str(city), *map(str, shapes)]
    rounds = []
    for _ in range(_ROUNDS):
        words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        rounds.append((float(words[0]), float(words[1])))
    return min(whole for whole, _ in rounds), min(rules for _, rules in rounds)


def main() -> None:
    """The command."""
    if sys.argv[1:2] == ["--once"]:
        print(*seconds(Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]))
        return
    measures = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        city, rules = Path(name, "city"), Path(name, "rules")
        for folder in (city, rules):
            folder.mkdir()
        generate(city, measures, seed=1)
        shipped, copied = _apart(city, []), _apart(city, write_renamed(rules))
    for what, one, other in zip(("whole check", "rules alone"), shipped, copied, strict=True):
        print(f"{what}: {one:.2f} s, as a user's rules {other:.2f} s: {other / one:.2f} times")


if __name__ == "__main__":
    main()
