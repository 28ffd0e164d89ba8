"""Two servers and a command line on one folder, killed while people upload and correct.

``python -m tests.web.nothing_saved_lost --rounds 100 --seed 1`` prints what was done. Each round
two people work, each at a server of their own, until both servers and all that they have started
are killed (SIGKILL) at some moment. Then every file can be read, what a page had led on from as
saved is in the folder, and ``check`` on the command line reads it; the next servers go on with it.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from alignchecker.graph.drafts import read_plans
from alignchecker.importers.corrections import corrections_beside, read_corrections

from .running import Browser, Server
from .serving import LINES, document


@dataclass(slots=True)
class Person:
    """Somebody with a plan of their own. saved: the reason of the last correction that was said to
    be saved; sent: of those since, of which nothing was heard."""

    name: str
    uploaded: bool = False
    saved: str | None = None
    sent: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def title(self) -> str:
        return f"青葉市{self.name}推進計画"

    def document(self) -> bytes:
        """Their plan."""
        return document((self.title, *LINES[1:]))


@dataclass(slots=True)
class Lives:
    """The folder, and what happens to it."""

    folder: Path
    dice: random.Random
    people: tuple[Person, ...] = ()
    done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.people = (Person("スポーツ"), Person("読書"))

    def round(self) -> None:
        """Two servers, until they are killed; then what must hold."""
        servers = [Server(self.folder) for _ in self.people]
        for server in servers:
            server.start()
        workers = [
            threading.Thread(target=self._works, args=pair)
            for pair in zip(self.people, servers, strict=True)
        ]
        for worker in workers:
            worker.start()
        is_empty = not any(self.folder.glob("plans/*/*.ttl"))
        command = self._check() if self.dice.random() < 0.5 and not is_empty else None
        wanted, until = self._saved() + self.dice.randint(0, 4), time.monotonic() + 30
        while self._saved() < wanted and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(self.dice.random())
        for server in servers:
            assert server.process is not None
            os.killpg(server.process.pid, signal.SIGKILL)
            server.process.wait()
        for worker in workers:
            worker.join()
        if command is not None:
            self._ended(command)
        self.done["rounds"] += 1
        self.check()

    def _saved(self) -> int:
        return self.done["corrections saved"] + self.done["documents saved"]

    def _works(self, person: Person, server: Server) -> None:
        """Sends the document once, then corrects it again and again."""
        try:
            with server.browser() as browser:
                place = self._upload(person, browser)
                while True:
                    text = browser.get(place).text
                    revision = text.split('name="revision" value="')[1].split('"', 1)[0]
                    person.number += 1
                    reason = f"{person.name}の理由{person.number}"
                    person.sent.append(reason)
                    said = {"field": "vision", "value": "みんなで", "reason": reason}
                    answer = browser.post(
                        f"{place}/corrections", data={**said, "revision": revision}
                    )
                    if answer.status_code == 409:
                        continue
                    if browser.finished(answer.headers["location"]) == place:
                        person.saved, person.sent = reason, []
                        self.done["corrections saved"] += 1
        except httpx2.TransportError:
            self.done["killed while asking"] += 1

    def _upload(self, person: Person, browser: Browser) -> str:
        """The page of their plan."""
        answer = browser.post("/plans", files={"document": ("a.docx", person.document())})
        place = browser.finished(answer.headers["location"])
        assert place.startswith("/plans/"), place
        person.uploaded = True
        self.done["documents saved"] += 1
        return place

    def check(self) -> None:
        """All files can be read, and what was said to be saved is there."""
        titles: dict[str, Path] = {}
        for path in self.folder.glob("plans/*/*.ttl"):
            titles |= dict.fromkeys(read_plans(path).titles.values(), path)
            if corrections_beside(path).exists():
                read_corrections(corrections_beside(path))
        for person in self.people:
            if not person.uploaded:
                continue
            path = next(file for title, file in titles.items() if person.title in title)
            assert any(file.suffix == ".docx" for file in path.parent.iterdir())
            if person.saved is not None:
                beside = corrections_beside(path)
                (kept,) = read_corrections(beside)
                assert kept.reason in {person.saved, *person.sent}, "a correction was lost"
        self._ended(self._check())

    def _check(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "alignchecker", "check", str(self.folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def _ended(self, command: subprocess.Popen[bytes]) -> None:
        _, said = command.communicate()
        is_empty = not any(self.folder.glob("plans/*/*.ttl"))
        assert command.returncode in {0, 1} or is_empty, said.decode(errors="replace")
        self.done["checks"] += 1


def main() -> None:
    """Runs many rounds and says what was done."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lives = Lives(Path(folder), random.Random(asked.seed))
        for _ in range(asked.rounds):
            lives.round()
    print("lost: 0; " + ", ".join(f"{name} {count}" for name, count in sorted(lives.done.items())))


if __name__ == "__main__":
    main()
