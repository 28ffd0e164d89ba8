"""A server on a port that attacks are tried against, and how they are sent."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alignchecker.web.listening import listen, run
from alignchecker.web.server import application
from alignchecker.web.settings import Settings, loopback_hosts

from ..crawling import crawl
from ..running import TOKEN, Browser
from ..serving import document


@dataclass(slots=True)
class Target:
    """A server on a port, whose folder holds a plan, and somebody who was let in."""

    folder: Path
    port: int
    browser: Browser
    plan: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def raw(self, head: str, body: bytes = b"", *, cookie: bool = True) -> str:
        """Sends bytes as they are; the statuses of all that is answered."""
        name, value = next(iter(self.browser.cookies.items()))
        said = head.replace("HOST", f"127.0.0.1:{self.port}").replace("\n", "\r\n")
        said += f"Cookie: {name}={value}\r\n" if cookie else ""
        with socket.create_connection(("127.0.0.1", self.port), 10) as line:
            line.sendall(said.encode("latin-1") + b"\r\n" + body)
            line.settimeout(1)
            got = b""
            try:
                while piece := line.recv(65536):
                    got += piece
            except (TimeoutError, ConnectionError):
                pass
        return several(int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3})", got))

    def files(self) -> list[str]:
        """What lies in the folder, beside the plan that was there."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))
        return sorted(name for name in found if not name.startswith(("plans", ".cache")))

    def send(self, name: str, content: bytes) -> tuple[int, str]:
        """Sends a document; what its page says at the end."""
        files = {"document": (name, content)}
        answer = self.browser.post("/plans", files=files)
        if answer.status_code != 303:
            return answer.status_code, answer.text
        place = self.browser.finished(answer.headers["location"])
        page = self.browser.get(place)
        return page.status_code, place if page.status_code == 200 else page.text

    def pages(self) -> dict[str, str]:
        """Every kind of page, with what it says."""
        told: dict[str, str] = {}

        def get(address: str) -> tuple[str, str]:
            answer = self.browser.get(address, follow_redirects=True)
            told[address] = answer.text
            media_type = answer.headers.get("content-type", "")
            if not media_type.startswith("text/html"):
                del told[address]
            return media_type, answer.text

        crawl(get, ("/plans", self.plan), most=3)
        return told


@contextmanager
def target(folder: Path, **others: object) -> Iterator[Target]:
    """A server in this process, for as long as it runs."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    given = {"paths": (folder,), "folder": folder, "token": TOKEN, "port": port, "is_fixed": True}
    made = Settings(hosts=loopback_hosts(port), **{**given, **others})
    threading.Thread(target=run, args=(application(made), listening), daemon=True).start()
    with Browser(f"http://127.0.0.1:{port}") as browser:
        found = Target(folder, port, browser, "/plans")
        _, found.plan = found.send("a.docx", document())
        browser.checked()
        yield found


@dataclass(frozen=True, slots=True)
class Attack:
    """tried: in words. got: the same, as ``attack`` tells it. attack: tries it."""

    tried: str
    got: str
    attack: Callable[[Target], str]


def several(statuses: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(set(statuses)))) or "nothing"


def made(on: Target, form: str) -> bytes:
    """A file of the report."""
    answer = on.browser.post("/downloads", data={"form": form})
    return on.browser.get(on.browser.finished(answer.headers["location"]) + "/file").content
