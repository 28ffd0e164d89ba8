"""Thousands of valid, random and hostile queries: ``python -m tests.web.hostile_queries``.

``--count 10000 --seed 1`` sends that many to a server on a port: more than half are valid over the
terms of its dataset, the others want other servers, changes, all of its time and memory, or are no
requests at all. Whoever listens where queries point must hear nothing, no process may hold a socket
to the outside, none may end but at a limit, each request must get one of the statuses that it may,
and after every 50 a known query must answer rightly. Rows of valid queries are set against those
that Oxigraph gives for the text as it was written.
"""

from __future__ import annotations

import argparse
import random
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from pyoxigraph import QuerySolutions, RdfFormat, Store

from alignchecker.web.endpoint.snapshot import ReadTask, read

from .endpoint.hostile_requests import ENDED, Attacker, Hostile
from .endpoint.valid_queries import Terms, Writer, is_steady
from .running import TOKEN, Server, running
from .serving import AOBA

_BATCH = 50
_CLIENTS = 6
_KNOWN = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_ANSWERED = frozenset({200}) | ENDED
_MOST_SHOWN = 20
_COMPARED = 20_000
"""Bytes of an answer up to which it is set against another."""


class Listener:
    """Somebody at an address of this machine who counts whoever comes, by TCP or UDP."""

    def __init__(self) -> None:
        self.heard = 0
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self.tcp.getsockname()[1]
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", self.port))
        for listening in (self._accept, self._receive):
            threading.Thread(target=listening, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                self.tcp.accept()[0].close()
                self.heard += 1

    def _receive(self) -> None:
        with suppress(OSError):
            while True:
                self.udp.recv(10)
                self.heard += 1


@dataclass(slots=True)
class Told:
    """What came of it. wrong: what must not be, in words."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    filled: int = 0
    compared: int = 0
    checked: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """Sends requests to a server and takes down what comes of them."""

    server: Server
    listener: Listener
    store: Store
    told: Told = field(default_factory=Told)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def batch(self, requests: list[Hostile], elsewhere: ThreadPoolExecutor) -> None:
        """Sends them, several at once; then looks whether all is well."""
        list(elsewhere.map(self._send, requests))
        assert self.server.process is not None
        if self.server.process.poll() is not None:
            raise AssertionError(f"the server has ended: {self.server.process.returncode}")
        with httpx2.Client(base_url=self.server.address, timeout=60, trust_env=False) as client:
            headers = {"Authorization": f"Bearer {TOKEN}"}
            answer = client.get("/sparql", params={"query": _KNOWN}, headers=headers)
        self.told.checked += 1
        if answer.status_code != 200 or f'"{self._known()}"' not in answer.text:
            self.told.wrong.append(f"the known query: {answer.status_code} {answer.text[:200]}")
        self.told.wrong += [f"a socket to the outside: {line}" for line in self._sockets()]

    def _known(self) -> int:
        found = self.store.query(_KNOWN)
        assert isinstance(found, QuerySolutions)
        return int(next(found)["n"].value)

    def _send(self, request: Hostile) -> None:
        headers = {"Authorization": f"Bearer {TOKEN}", **request.headers}
        try:
            answer = httpx2.request(
                request.method, f"{self.server.address}{request.address}", content=request.content,
                headers=headers, timeout=60, trust_env=False,
            )  # fmt: skip
        except httpx2.HTTPError as error:
            # What is far too large is refused while it is still being sent.
            self._tell(request, 413 if len(request.content) > 1_000_000 else 0, repr(error))
            return
        reason = ""
        if answer.status_code != 200 and answer.content:
            reason = str(answer.json()["error"]["reason"])
        self._tell(request, answer.status_code, answer.text[:200] if reason else "", reason)
        if request.kind == "valid" and answer.status_code == 200:
            with self.lock:
                self.told.filled += not _is_empty(answer)
            self._compare(request, answer)

    def _tell(self, request: Hostile, status: int, words: str, reason: str = "") -> None:
        with self.lock:
            self.told.statuses[request.kind, status] += 1
            if reason:
                self.told.ended[reason] += 1
            if status not in request.allowed:
                asked = request.content[:400].decode(errors="replace")
                at = f"{request.method} {request.address[:80]}"
                self.told.wrong.append(f"{request.kind}, {status} {words}: {at} {asked}")

    def _compare(self, request: Hostile, answer: httpx2.Response) -> None:
        """Sets rows against those of the text as it was written."""
        text = request.content.decode()
        if "\\u" in text:
            return  # Oxigraph does not know them outside strings and names
        if not is_steady(text) or len(answer.content) > _COMPARED or "bindings" not in answer.text:
            return
        with self.lock:
            found = self.store.query(text)
            assert isinstance(found, QuerySolutions)
            rows, given = len(list(found)), len(answer.json()["results"]["bindings"])
            self.told.compared += 1
            if rows != given:
                self.told.wrong.append(f"{given} rows, not {rows}: {text}")

    def _sockets(self) -> Iterator[str]:
        """Sockets of the Internet that processes below the server hold (proc(5))."""
        if sys.platform != "linux" or self.server.process is None:
            return
        for process in _below(self.server.process.pid):
            held = set()
            with suppress(OSError):
                for file in Path(f"/proc/{process}/fd").iterdir():
                    with suppress(OSError):
                        held.add(str(file.readlink()))
            for table in ("tcp", "tcp6", "udp", "udp6"):
                for line in Path(f"/proc/net/{table}").read_text("ascii").splitlines()[1:]:
                    if f"socket:[{line.split()[9]}]" in held:
                        yield line


def _is_empty(answer: httpx2.Response) -> bool:
    """Whether an answer says nothing: no row, no triple, or no."""
    if answer.headers["content-type"].startswith("text/turtle"):
        return all(line.startswith("@prefix") or not line for line in answer.text.splitlines())
    said = answer.json()
    return not (said["boolean"] if "boolean" in said else said["results"]["bindings"])


def _below(process: int) -> Iterator[int]:
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text("ascii").split():
                yield int(child)
                yield from _below(int(child))


def terms_of(store: Store) -> Terms:
    """What the statements speak of."""

    def column(query: str) -> list[str]:
        found = store.query(query)
        assert isinstance(found, QuerySolutions)
        return sorted(str(row[0]) for row in found)

    counted = "SELECT ?p {{ ?s ?p ?o }} GROUP BY ?p HAVING (COUNT(*) {})"
    literals = column("SELECT DISTINCT ?o { ?s ?p ?o FILTER(isLiteral(?o)) }")
    short = [text for text in literals if len(text) < 80 and not set(text) & set(" \\#?'\n")]
    return Terms(
        column("SELECT DISTINCT ?c { ?s a ?c FILTER(isIRI(?c)) }"),
        column(counted.format("> 3")),
        column(counted.format("< 150")),
        column("SELECT DISTINCT ?s { ?s a ?c FILTER(isIRI(?s)) }")[::7],
        column("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"),
        short[:: max(1, len(short) // 300)],
    )


@contextmanager
def _city() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "aoba"
        (folder / "plans").mkdir(parents=True)
        (folder / "links").mkdir()
        for name in ("plans/children.ttl", "plans/comprehensive.ttl", "links/children.ttl"):
            shutil.copy(AOBA / name, folder / name)
        yield folder


def run(count: int, seed: int, seconds: float) -> Told:
    """Sends so many requests. seconds: that a query may take."""
    drawn = random.Random(seed)
    with _city() as folder:
        store = Store()
        store.load(read(ReadTask((folder,), None), lambda _: None).quads, RdfFormat.N_QUADS)
        writer, listener = Writer(drawn, terms_of(store)), Listener()
        attacker = Attacker(drawn, writer, f"http://127.0.0.1:{listener.port}")
        with (
            running(folder, "--query-timeout", str(seconds)) as server,
            ThreadPoolExecutor(_CLIENTS) as elsewhere,
        ):
            done, begun = Run(server, listener, store), time.monotonic()
            for _ in range(0, count, _BATCH):
                done.batch([_drawn(drawn, writer, attacker) for _ in range(_BATCH)], elsewhere)
            done.told.seconds = time.monotonic() - begun
        if listener.heard:
            done.told.wrong.append(f"requests that left: {listener.heard}")
    return done.told


def _drawn(drawn: random.Random, writer: Writer, attacker: Attacker) -> Hostile:
    if drawn.random() < 0.58:
        return Hostile("valid", writer.query().encode(), _ANSWERED)
    return attacker.request()


def main() -> int:
    """Prints what came of it; 1 where anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1.0, help="that a query may take")
    options = parser.parse_args()
    told = run(options.count, options.seed, options.seconds)
    kinds = sorted({kind for kind, _ in told.statuses})
    for kind in kinds:
        found = {status: n for (k, status), n in sorted(told.statuses.items()) if k == kind}
        print(f"{kind}: {sum(found.values())} requests, {found}")
    print(f"reasons: {dict(told.ended.most_common())}")
    print(f"{told.filled} answers to valid queries say something")
    print(f"{told.checked} known queries, {told.compared} answers compared, {told.seconds:.0f} s")
    print(f"wrong: {len(told.wrong)}")
    for words in told.wrong[:_MOST_SHOWN]:
        print(f"- {words}")
    return int(bool(told.wrong))


if __name__ == "__main__":
    sys.exit(main())
