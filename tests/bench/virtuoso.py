"""Virtuoso beside ours: a server of its own in a temporary folder, on loopback, for benches and
tests.

Debian: ``apt-get install virtuoso-opensource-7-bin`` (7.2). Nothing of a system service is used or
touched, and nothing is left behind.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVER, CLIENT = "virtuoso-t", "isql-vt"
PACKAGE = "virtuoso-opensource-7-bin"
GRAPH = "urn:x-alignchecker:all"
"""Where all statements are loaded: Virtuoso has no default graph of its own."""
REQUIRED = "ALIGNCHECKER_VIRTUOSO"
"""Set to "required", this variable makes a missing Virtuoso an error rather than a skip."""
_START = 60
_STOP = 60
_LOADERS = 2
_BUFFERS_PER_GB = 85_000
"""Of 8 KB; the documentation counts on two thirds of the memory given."""
_SETTINGS = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{isql}
DisableUnixSocket = 1
ServerThreads = 20
CheckpointInterval = 0
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
MaxCheckpointRemap = 2000
DirsAllowed = {folder}, {data}
ThreadsPerQuery = {cores}
AsyncQueueMaxThreads = {cores}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 10
MaxClientConnections = 10
[SPARQL]
ResultSetMaxRows = 100000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = {seconds}
DefaultQuery = select distinct ?c where {{ [] a ?c }} limit 10
"""


class MissingError(RuntimeError):
    """Virtuoso is not installed here."""

    def __init__(self) -> None:
        super().__init__(f"There is no {SERVER}. Install Debian's {PACKAGE}.")


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A running server. folder: of its files; data: of what may be loaded; process: its id."""

    folder: Path
    data: Path
    isql: int
    http: int
    password: str
    process: int

    def address(self, graph: str = GRAPH) -> str:
        """The address of its endpoint, of which a graph is the default graph."""
        return f"http://127.0.0.1:{self.http}/sparql?default-graph-uri={graph}"

    def load(self, files: Sequence[Path], graph: str = GRAPH) -> float:
        """Loads files of N-Triples or Turtle below ``data`` in as many processes as there are
        cores, as its documentation says; gives the seconds until they are on disk.

        Raises RuntimeError for a file that it did not take whole.
        """
        # Two loaders that meet a language for the first time at once break its table.
        self.ask(f"DB.DBA.TTLP('<urn:a> <urn:a> \"a\"@ja, \"a\"@en .', '', '{graph}/languages')")
        started = time.perf_counter()
        for file in files:
            self.ask(f"ld_dir('{file.parent}', '{file.name}', '{graph}')")
        loaders = [self._client("rdf_loader_run()") for _ in range(_LOADERS)]
        for loader in loaders:
            _said(loader)
        self.ask("checkpoint", call=False)
        seconds = time.perf_counter() - started
        wrong = self.ask("select ll_file, ll_error from DB.DBA.load_list where ll_error is not null"
                         " or ll_state <> 2", call=False)  # fmt: skip
        if wrong.strip():
            raise RuntimeError(wrong)
        return seconds

    def count(self, graph: str = GRAPH) -> int:
        """How many statements a graph has."""
        text = self.ask(
            f"SPARQL SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", call=False
        )
        return int(text.strip())

    def size(self) -> int:
        """Bytes of its database on disk."""
        return sum(f.stat().st_size for f in self.folder.iterdir() if f.name == "virtuoso.db")

    def memory(self) -> int:
        """Bytes that it has held at most."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        return int(status.split("VmHWM:")[1].split()[0]) * 1024

    def processor(self) -> float:
        """Seconds of processor time that it has taken."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        user, system = fields.split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def ask(self, statement: str, *, call: bool = True) -> str:
        """What a statement of SQL prints. call: it is a function.

        Raises RuntimeError where it fails.
        """
        return _said(self._client(statement, call=call))

    def _client(self, statement: str, *, call: bool = True) -> subprocess.Popen[str]:
        text = f"select {statement}" if call and not statement.endswith("()") else statement
        # A password among the arguments can be seen by anybody on the machine; it is of no use
        # to them but for as long as the server runs.
        return subprocess.Popen(
            [CLIENT, f"127.0.0.1:{self.isql}", "dba", self.password, "ERRORS=STDOUT",
             "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF", f"EXEC={text};"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip


def is_installed() -> bool:
    """Whether it can be run here."""
    return shutil.which(SERVER) is not None and shutil.which(CLIENT) is not None


@contextmanager
def running(data: Path, gigabytes: int = 8, seconds: int = 0) -> Iterator[Virtuoso]:
    """A server for as long as the block runs.

    data: below it is what may be loaded. seconds: that a query may take, 0 for any.

    Raises MissingError where it is not installed, RuntimeError where it does not start.
    """
    if not is_installed():
        raise MissingError
    with tempfile.TemporaryDirectory(prefix="virtuoso-") as name:
        folder = Path(name)
        isql, http = _free_ports(2)
        buffers = gigabytes * _BUFFERS_PER_GB
        settings = _SETTINGS.format(
            folder=folder, data=data.resolve(), isql=isql, http=http, buffers=buffers,
            dirty=buffers * 3 // 4, cores=os.cpu_count() or 1, seconds=seconds,
        )  # fmt: skip
        (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
        password = "p" + secrets.token_hex(8)
        command = [SERVER, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
        # It sets the password, which everybody knows, and ends.
        subprocess.run(
            [*command, "+pwdold", "dba", "+pwddba", password],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
            timeout=_START,
        )  # fmt: skip
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            server = Virtuoso(folder, data.resolve(), isql, http, password, process.pid)
            try:
                _wait(server, process)
                yield server
            finally:
                process.terminate()
                try:
                    process.wait(_STOP)
                except subprocess.TimeoutExpired:
                    process.kill()


def _wait(server: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    """Until it answers."""
    until = time.monotonic() + _START
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", server.http), 1):
                server.ask("select 1", call=False)
                return
        except (OSError, RuntimeError):
            time.sleep(0.2)
    log = server.folder / "virtuoso.log"
    said = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
    raise RuntimeError(f"{SERVER} did not start.\n{said}")


def _free_ports(number: int) -> list[int]:
    sockets = [socket.socket() for _ in range(number)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _said(client: subprocess.Popen[str]) -> str:
    said, _ = client.communicate()
    if client.returncode or "*** Error" in said:
        raise RuntimeError(said)
    return said
