"""A small endpoint on loopback whose every answer is given, for tests of the client."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROWS = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered. pause: seconds before each piece. length: said, where it is not true."""

    body: bytes = b""
    media: str = ROWS
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: int = 1
    pause: float = 0.0
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was asked."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str


@dataclass(slots=True)
class Server:
    """Gives one reply after another, the last for ever."""

    port: int
    replies: Sequence[Reply]
    seen: list[Seen] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/sparql"


@contextmanager
def answering(*replies: Reply) -> Iterator[Server]:
    """An endpoint for as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            body = self.rfile.read(length).decode()
            seen.append(Seen(self.command, self.path, dict(self.headers), body))
            reply = server.replies[min(len(seen), len(server.replies)) - 1]
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media)
            said = len(reply.body) if reply.length is None else reply.length
            if said >= 0:
                self.send_header("Content-Length", str(said))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            size = max(1, -(-len(reply.body) // reply.pieces))
            try:
                for start in range(0, max(1, len(reply.body)), size):
                    time.sleep(reply.pause)
                    self.wfile.write(reply.body[start : start + size])
                    self.wfile.flush()
            except OSError:
                pass  # the client does not wait any longer

        do_POST = do_GET = _answer

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        server = Server(running.server_port, replies)
        seen = server.seen
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            running.shutdown()
            thread.join()
