"""A server as people start it: a process on a port of this machine."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

TOKEN = "one-token-for-a-real-server"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(slots=True)
class Server:
    """``alignchecker serve`` on a folder."""

    folder: Path
    port: int = field(default_factory=free_port)
    more: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts it and waits until it answers."""
        words = ["serve", str(self.folder), "--no-browser", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "alignchecker", *words, "--token", TOKEN, *self.more],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONWARNINGS": "ignore"}, start_new_session=True,
        )  # fmt: skip
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with contextlib.suppress(httpx2.TransportError):
                httpx2.get(f"{self.address}/static/x/y", trust_env=False)
                return
            assert self.process.poll() is None, "the server ended"
            time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def kill(self) -> None:
        """Ends it as a power failure does: nothing can be tidied up."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def browser(self) -> Browser:
        """Somebody who was let in."""
        return Browser(self.address)


class Browser(httpx2.Client):
    """Asks as our pages make a browser ask."""

    def __init__(self, address: str, token: str = TOKEN) -> None:
        accept = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
        super().__init__(base_url=address, timeout=120, trust_env=False, headers=accept)
        self.get("/", params={"token": token}, follow_redirects=True).raise_for_status()
        text = self.get("/downloads").text
        csrf = text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
        self.headers.update(
            {"Origin": address, "Sec-Fetch-Site": "same-origin", "X-CSRF-Token": csrf}
        )

    def __enter__(self) -> Browser:
        return self  # it has been used already

    def finished(self, address: str, seconds: float = 120) -> str:
        """Waits for a job; where it leads, its own address where it came to nothing."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            answer = self.get(address)
            if answer.status_code != 200:
                return str(answer.headers.get("location", address))
            time.sleep(0.05)
        raise AssertionError(f"still going on: {address}")

    def checked(self, seconds: float = 120) -> None:
        """Waits until there is a check of the folder as it is."""
        until = time.monotonic() + seconds
        while "/panel" in self.get("/findings").text:
            assert time.monotonic() < until
            time.sleep(0.1)


@contextlib.contextmanager
def running(folder: Path, *more: str) -> Iterator[Server]:
    """A server for a while."""
    server = Server(folder, more=more)
    server.start()
    try:
        yield server
    finally:
        if server.process is not None:
            server.process.terminate()
            server.process.wait(30)
