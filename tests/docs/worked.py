"""Pages that show commands with what comes of them: whether that is so, and how it is written anew.

``python -m tests.docs.worked [PAGE...]`` writes the results into the pages; read the diff.

On such a page a block ``sh`` is one command, a block ``python`` a program, and a block ``sparql
NAME`` the file of that name. What follows a command or program without words between is its
result: a block ``text`` (without the byte order mark of CSV), or a table of Markdown. All run from
the top of one folder in which ``data``, ``docs`` and ``tests`` are as in the repository. Nothing
goes out: a stand-in on this machine answers in the place of e-Stat.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection, create_server

from alignchecker.reports.inert import BYTE_ORDER_MARK

from .stand_in import answering

ROOT = Path(__file__).parents[2]
PAGES = (
    "docs/federation.md",
    "docs/federation.ja.md",
    "docs/questions.md",
    "docs/questions.ja.md",
)
E_STAT = "https://data.e-stat.go.jp/lod/sparql/alldata/query"
PORT = "8311"
SCREEN = "130"
"""Cells that a line of a table may take on a page."""
_BLOCK = re.compile(
    r"^```(?P<kind>sh|python|sparql) ?(?P<name>\S*)\n(?P<text>.*?)^```\n"
    r"(?:\n(?:```text\n(?P<said>.*?)^```\n|(?P<table>(?:\|[^\n]*\n)+)))?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Step:
    """kind: "sh", "python" or "sparql". name: of the file that a sparql block is. expected: the
    result on the page, None where it shows none.
    """

    kind: str
    name: str
    text: str
    expected: str | None


def steps(page: str) -> list[Step]:
    """What is to be done on a page, from the top."""
    return [
        Step(m["kind"], m["name"], m["text"], m["said"] if m["said"] is not None else m["table"])
        for m in _BLOCK.finditer(page)
    ]


class Place:
    """The folder in which a page's steps are taken, one after the other."""

    def __init__(self, folder: Path, endpoint: str) -> None:
        self.folder, self.waiting = folder, list[subprocess.Popen[bytes]]()
        with create_server(("127.0.0.1", 0)) as free:
            self._in_place_of = {E_STAT: endpoint, PORT: str(free.getsockname()[1])}
        for name in ("data", "tests"):
            (folder / name).symlink_to(ROOT / name)
        shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("*.py"))
        for query in folder.glob("docs/**/*.rq"):
            query.write_text(self._here(query.read_text("utf-8")), "utf-8")
        command = folder / "bin" / "alignchecker"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m alignchecker "$@"\n')
        command.chmod(0o755)

    def _here(self, text: str) -> str:
        """A text with what answers on this machine in the place of what does elsewhere."""
        for there, here in self._in_place_of.items():
            text = text.replace(there, here)
        return text

    def take(self, step: Step) -> str:
        """The result of a step: what it prints, errors after the rest."""
        text = self._here(step.text)
        if step.kind == "sparql":
            (self.folder / step.name).write_text(text, "utf-8")
            return ""
        path = f"{self.folder / 'bin'}{os.pathsep}{Path(sys.executable).parent}"
        environment = {
            **os.environ,
            "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "COLUMNS": SCREEN,
        }
        command = [sys.executable, "-c", text] if step.kind == "python" else ["sh", "-c", text]
        if " serve " in text:
            quiet = subprocess.DEVNULL
            # A group of its own: the shell's end would not be that of what it runs.
            started = subprocess.Popen(
                command, cwd=self.folder, env=environment, stderr=quiet, start_new_session=True
            )
            self.waiting.append(started)
            self._until_it_listens()
            return ""
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        lines = (done.stdout + done.stderr).removeprefix(BYTE_ORDER_MARK).splitlines()
        return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"

    def _until_it_listens(self) -> None:
        for _ in range(200):
            with contextlib.suppress(OSError):
                create_connection(("127.0.0.1", int(self._in_place_of[PORT]))).close()
                return
            time.sleep(0.1)
        raise TimeoutError("serve does not listen")

    def end(self) -> None:
        """Ends what waits."""
        for process in self.waiting:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


@contextlib.contextmanager
def place() -> Iterator[Place]:
    """A folder for a page, gone afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        answering(ROOT / "docs" / "federation" / "stand-in-e-stat.ttl") as endpoint,
    ):
        here = Place(Path(folder), endpoint)
        try:
            yield here
        finally:
            here.end()


def written_anew(page: str) -> str:
    """A page with the results that come of its steps now."""
    with place() as here:

        def result(match: re.Match[str]) -> str:
            (step,) = steps(match[0])
            said = here.take(step)
            if step.expected is None:
                return match[0]
            shown = said if match["said"] is None else f"```text\n{said}```\n"
            return f"{match[0][: match.end('text') - match.start()]}```\n\n{shown}"

        return _BLOCK.sub(result, page)


def main() -> None:
    """Writes the results into the pages, all or those that are named."""
    os.environ["ALIGNCHECKER_CACHE"] = "off"
    for name in sys.argv[1:] or PAGES:
        page = ROOT / name
        page.write_text(written_anew(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
