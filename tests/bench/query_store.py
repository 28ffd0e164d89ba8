"""Queries on a store on disk, beside Virtuoso: ``python -m tests.bench.query_store --million 1 5``.

For each size a country of generated cities is made (``tests.bench.generate``), and in one run:

build     the verb's store from the files: read, facts derived, every statement and graph stored,
          compacted; in one process
load      the statements of its default graph, as N-Triples, into a new store of Oxigraph's and
          into Virtuoso (two loaders, as its documentation says, until its checkpoint): the same
          work for both
queries   every saved query, with values chosen from the data (``tests.bench.query_examples``): ours
          in a process that has the store open to read, through the code of the verb; Virtuoso
          through the client of ``--endpoint``. Until the last row is there, read and sorted. First
          the first run, then the median of --runs more. A query ends at --limit seconds.

"≠" behind the number of rows: the two answers differ, whatever their order and lexical forms.
Needs Debian's virtuoso-opensource-7-bin; ``--alone`` leaves Virtuoso out.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store

from alignchecker.corpus.parts import parts
from alignchecker.queries.asked import Asked
from alignchecker.queries.library import library
from alignchecker.queries.remote import Endpoint
from alignchecker.queries.stored.folder import bring_up_to_date, known, opened
from tests.bench import virtuoso
from tests.bench.costs import alone, run, size
from tests.bench.generate import generate
from tests.bench.query_examples import Examples, chosen
from tests.bench.query_worker import Timed, Worker, timed

_MEASURES = 4500
_TRIPLES = 204_000
"""That a city of so many measures adds, derived facts included."""
_PATIENCE = 10.0
"""Seconds in which a choice of values must give an answer."""
_PIECES = 4
_FORM = "{:40}{:>9}{:>11}{:>11}{:>11}{:>11}{:>8}  {}"


@dataclass(frozen=True, slots=True)
class Asking:
    """Something that answers, by its name."""

    name: str
    ask: Callable[[Asked], Timed]

    def times(self, asked: Asked, runs: int) -> tuple[Timed, float | None]:
        """The first run, and the median of more; None where the first gave no answer."""
        first = self.ask(asked)
        if first.failed:
            return first, None
        more = [self.ask(asked) for _ in range(runs)]
        done = [each.seconds for each in more if not each.failed]
        return first, statistics.median(done) if done else first.seconds


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--million", type=float, nargs="+", default=[1.0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0)
    parser.add_argument(
        "--folder", type=Path, help="keeps what was built, for another run; else nothing is kept"
    )
    parser.add_argument("--only-build", action="store_true", help="with --folder: no queries")
    parser.add_argument("--queries", nargs="*", help="only these")
    parser.add_argument("--alone", action="store_true", help="without Virtuoso")
    parser.add_argument("--build", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--load", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        _build(*given.build)
    elif given.load:
        _load(*given.load)
    else:
        if not given.alone and not virtuoso.is_installed():
            parser.error(str(virtuoso.MissingError()))
        for million in given.million:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) if given.folder is None else given.folder / f"{million:g}"
                folder.mkdir(parents=True, exist_ok=True)
                for line in _measured(folder, million, given):
                    print(line, flush=True)


def _measured(folder: Path, million: float, given: argparse.Namespace) -> Iterator[str]:
    """The lines about one size."""
    store, data = folder / "store", folder / "data"
    report = folder / "built.txt"
    if not report.exists():
        report.write_text("\n".join(_built(folder, million)), encoding="utf-8")
    yield report.read_text("utf-8")
    if given.only_build:
        return
    triples = int(report.read_text("utf-8").split()[0].replace(",", ""))
    with ExitStack() as held:
        worker = Worker(store, given.limit)
        held.callback(worker.close)
        asking = [Asking("ours", worker.ask)]
        if not given.alone:
            server = held.enter_context(virtuoso.running(data, seconds=int(given.limit)))
            before = server.processor()
            seconds = server.load(sorted(data.iterdir()))
            used = server.processor() - before
            yield (
                f"load, Virtuoso: {seconds:,.0f} s, {used:,.0f} s of processor,"
                f" {triples / seconds:,.0f} triples/s; on disk {server.size() / 1e6:,.0f} MB;"
                f" {server.count():,} triples"
            )
            remote = Endpoint.at(server.address(), given.limit).asking()
            asking.append(Asking("Virtuoso", lambda asked: timed(remote, asked)))
        yield from _queries(store, worker, asking, given)
        if not given.alone:
            yield f"peak of Virtuoso: {server.memory() / 1e6:,.0f} MB, buffers included"


def _built(folder: Path, million: float) -> Iterator[str]:
    """Makes the country and its store; gives the lines about what that took."""
    root, store, data = folder / "country", folder / "store", folder / "data"
    cities = max(1, round(million * 1_000_000 / _TRIPLES))
    alone(generate, root, _MEASURES, seed=1, municipalities=cities)
    itself = [sys.executable, "-m", "tests.bench.query_store"]
    build, _ = run(*itself, "--build", str(root), str(store))
    counts = json.loads(run(*itself, "--build", str(root), str(store))[1])
    triples, quads, again = counts["triples"], counts["quads"], counts["seconds"]
    yield (
        f"{triples:,} triples ({quads - triples:,} more in named graphs) of {cities} cities,"
        f" {size(root) / 1e6:,.0f} MB of files"
    )
    yield (
        f"build: {build.clock:,.0f} s by the clock, {build.seconds:,.0f} s of processor,"
        f" {triples / build.clock:,.0f} triples/s ({triples / build.seconds:,.0f} a second of"
        f" processor); peak {build.memory / 1e6:,.0f} MB; on disk {size(store) / 1e6:,.0f} MB;"
        f" to see that it is up to date and open it: {again:.2f} s"
    )
    alone(_dump, store, data)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        load, _ = run(*itself, "--load", str(data), name)
        plain = size(Path(name))
    yield (
        f"load, Oxigraph: {load.clock:,.0f} s, {load.seconds:,.0f} s of processor,"
        f" {triples / load.clock:,.0f} triples/s; peak {load.memory / 1e6:,.0f} MB;"
        f" on disk {plain / 1e6:,.0f} MB"
    )


def _queries(
    store: Path, worker: Worker, asking: Sequence[Asking], given: argparse.Namespace
) -> Iterator[str]:
    yield _FORM.format(
        "seconds", "rows", "first", "median", "Virtuoso 1", "Virtuoso m", "ratio", ""
    )
    ratios = []
    for name, asked in _chosen(store, worker, given.queries).items():
        found = {each.name: each.times(asked, given.runs) for each in asking}
        (ours, ours_again), other = found["ours"], found.get("Virtuoso")
        cells = [_seconds(ours), _number(ours_again), "", "", ""]
        note = ours.failed
        rows = f"{ours.rows:,}"
        if other is not None:
            theirs, theirs_again = other
            cells[2:4] = _seconds(theirs), _number(theirs_again)
            if ours_again is not None and theirs_again is not None:
                ratios.append(ours_again / theirs_again)
                cells[4] = f"{ratios[-1]:.2f}"
                rows += "" if ours.says == theirs.says else f"≠{theirs.rows:,}"
            note = " | ".join(filter(None, [ours.failed, theirs.failed]))
        yield _FORM.format(name, rows, *cells, note[:160]).rstrip()
    if ratios:
        slower = sum(ratio > 1 for ratio in ratios)
        yield f"median ratio {statistics.median(ratios):.2f}; slower: {slower} of {len(ratios)}"


def _chosen(store: Path, worker: Worker, wanted: Sequence[str] | None) -> Mapping[str, Asked]:
    """Each saved query with values that give an answer."""

    def count(asked: Asked) -> int | None:
        found = worker.ask(asked, _PATIENCE)
        return None if found.failed else found.rows

    with opened(store) as found:
        examples = Examples.of(found.store)
        return {
            name: chosen(saved, examples, found.store, count)
            for name, saved in library().items()
            if not wanted or name in wanted
        }


def _seconds(found: Timed) -> str:
    return f">{found.seconds:.0f}" if found.failed == "limit" else _number(found.seconds)


def _number(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.3f}"


def _build(root: Path, store: Path) -> None:
    """Builds a store, or sees that it is up to date; prints what is in it and how long it took."""
    started = time.perf_counter()
    bring_up_to_date(store, parts([root]), [root])
    with opened(store) as found:
        seconds = time.perf_counter() - started
        rows = found.store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        triples = int(next(iter(rows))["n"].value)  # type: ignore[arg-type]
        print(json.dumps({"triples": triples, "quads": len(found.store), "seconds": seconds}))


def _dump(store: Path, data: Path) -> None:
    """Writes the default graph as N-Triples, in pieces of about the same size."""
    data.mkdir()
    record = known(store)
    assert record is not None
    whole = data / "whole.nt"
    found = Store.read_only(str(store / record.data))
    found.dump(str(whole), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    with ExitStack() as held:
        pieces = [
            held.enter_context((data / f"{n}.nt").open("wb", buffering=1 << 20))
            for n in range(_PIECES)
        ]
        with whole.open("rb") as lines:
            for number, line in enumerate(lines):
                pieces[number % _PIECES].write(line)
    whole.unlink()


def _load(data: Path, folder: Path) -> None:
    """Loads N-Triples as quickly as Oxigraph can."""
    store = Store(str(folder))
    for file in sorted(data.iterdir()):
        store.bulk_load(path=str(file), format=RdfFormat.N_TRIPLES, lenient=True)
    store.optimize()


if __name__ == "__main__":
    main()
