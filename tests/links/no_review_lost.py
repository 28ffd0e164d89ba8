"""Two people with a copy each of a project review, edit, import, merge, and are killed meanwhile.

``python -m tests.links.no_review_lost --rounds 500 --seed 1`` prints what was done. After each
round every file can be read, no file that is added to has lost a byte, and every review that a
command has recorded is there, in that copy and in those that it was merged into.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from alignchecker.cli.app import run
from alignchecker.graph import link_records, loading  # noqa: F401  loaded before forking
from alignchecker.model.links import LinkStatus, valid
from alignchecker.reports import writing

from .projects import BASE, MEASURES, links_of, make

_KILLED = 99
_LINKS = Path("links", "low-2026--high-2026.ttl")
_VERDICTS = {"採用": "accept", "不採用": "reject", "保留": "hold", "該当なし": "no-counterpart"}


@dataclass(slots=True)
class Copy:
    """A copy of the project. recorded: reason of each review -> its verdict and link."""

    folder: Path
    recorded: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Lives:
    """The two copies, and what happens to them."""

    folder: Path
    dice: random.Random
    done: Counter[str] = field(default_factory=Counter)
    copies: list[Copy] = field(default_factory=list)
    base: bytes = b""
    """What the file of links was when the copies were last merged."""
    number: int = 0

    def __post_init__(self) -> None:
        self.copies = [Copy(make(self.folder / name)) for name in ("甲", "乙")]
        self.base = (self.copies[0].folder / _LINKS).read_bytes()

    def round(self) -> None:
        """One thing that somebody does, and then what must hold."""
        act = self.dice.choice([
            self.command, self.command, self.command, self.at_once, self.workbook, self.rename,
            self.undo, self.confirm, self.import_other, self.import_sssom, self.merge,
        ])  # fmt: skip
        before = [(copy.folder / _LINKS).read_bytes() for copy in self.copies]
        act()
        self.done[act.__name__] += 1
        for copy, old in zip(self.copies, before, strict=True):
            now = (copy.folder / _LINKS).read_bytes()
            assert act == self.merge or now.startswith(old), "a file lost what it said"
            assert "# 担当: こども課".encode() in now
            self.check(copy)

    def check(self, copy: Copy) -> None:
        """Every review that was recorded is there, and nothing is half-written."""
        links = links_of(copy.folder).values()
        there = {r.reason: (r.verdict.value, k.iri) for k in links for r in k.reviews}
        for reason, said in copy.recorded.items():
            assert there.get(reason) == said, f"lost: {reason}"
        self.done["disputed"] += sum(k.status is LinkStatus.DISPUTED for k in links)

    def command(self) -> None:
        """A verdict on one link; the writer may be killed."""
        copy, (words, said) = self.dice.choice(self.copies), self.verdict()
        if self.finished(self.child(copy, words)) == 0:
            copy.recorded[words[-1]] = said

    def at_once(self) -> None:
        """Several people write to one copy at the same moment."""
        copy, verdicts = self.dice.choice(self.copies), [self.verdict() for _ in range(3)]
        children = [self.child(copy, words) for words, _ in verdicts]
        for child, (words, said) in zip(children, verdicts, strict=True):
            if self.finished(child) == 0:
                copy.recorded[words[-1]] = said

    def workbook(self) -> None:
        """A workbook is made, filled in, and read back, perhaps after somebody else's verdict."""
        copy = self.dice.choice(self.copies)
        words = ["export", ".", "--from", "青葉市こども計画", "--to", "青葉市総合計画", "--output",
                 "対応.xlsx"]  # fmt: skip
        if self.finished(self.child(copy, words)) != 0:
            return
        book = load_workbook(copy.folder / "対応.xlsx")
        sheet = book["対応づけ"]
        columns = {cell.value: number for number, cell in enumerate(sheet[2], start=1)}
        row, verdict = self.dice.randint(3, 2 + MEASURES), self.dice.choice(list(_VERDICTS))
        reason, link = self.token(), str(sheet.cell(row, columns["link"]).value)
        for name, text in {"判断": verdict, "理由": reason}.items():
            sheet.cell(row, columns[name]).value = text
        book.save(copy.folder / "対応.xlsx")
        if self.dice.random() < 0.3:
            self.command()
        signed = ["--by", self.person(), "--date", self.day()]
        if self.finished(self.child(copy, ["import", "対応.xlsx", *signed])) == 0:
            copy.recorded[reason] = (_VERDICTS[verdict], link)

    def rename(self) -> None:
        """An item is called something else."""
        copy, number = self.dice.choice(self.copies), self.dice.randint(1, MEASURES)
        path = copy.folder / "plans" / "high.ttl"
        text = path.read_text("utf-8").replace(f'"政策{number}', f'"政策{number}改', 1)
        path.write_text(text, encoding="utf-8")

    def confirm(self) -> None:
        """Whatever has changed is confirmed."""
        copy = self.dice.choice(self.copies)
        words = ["confirm", "--all", "--by", self.person(), "--date", self.day()]
        self.finished(self.child(copy, words))

    def undo(self) -> None:
        """Somebody takes back the last that they have said of a link."""
        copy = self.dice.choice(self.copies)
        links = links_of(copy.folder).values()
        said = [(link.iri, review.reviewer) for link in links for review in valid(link.reviews)]
        if said:
            link, who = self.dice.choice(said)
            signed = ["--by", who, "--date", self.day(), "--reason", self.token()]
            if self.finished(self.child(copy, ["undo", link, *signed])) == 0:
                copy.recorded[signed[-1]] = ("undo", link)

    def import_other(self) -> None:
        """One takes in what the other's file says."""
        to, other = self.dice.sample(self.copies, 2)
        self.take_in(to, other, str(other.folder / _LINKS))

    def import_sssom(self) -> None:
        """The same by SSSOM."""
        to, other = self.dice.sample(self.copies, 2)
        name = str(self.folder / "交換.sssom.tsv")
        if self.finished(self.child(other, ["--to", "sssom", "--output", name], "export")) == 0:
            self.take_in(to, other, name)

    def take_in(self, to: Copy, other: Copy, name: str) -> None:
        if self.finished(self.child(to, ["import", name])) in {0, 1}:
            to.recorded |= other.recorded

    def merge(self) -> None:
        """Both copies are put together line by line, as version control does with merge=union."""
        files = [copy.folder / _LINKS for copy in self.copies]
        base = self.folder / "base.ttl"
        base.write_bytes(self.base)
        words: list[str | Path] = ["git", "merge-file", "--union", "-p", files[0], base, files[1]]
        self.base = subprocess.run(words, capture_output=True, check=True).stdout
        every = self.copies[0].recorded | self.copies[1].recorded
        for copy, file in zip(self.copies, files, strict=True):
            file.write_bytes(self.base)
            copy.recorded = dict(every)

    def verdict(self) -> tuple[list[str], tuple[str, str]]:
        verb = self.dice.choice(["accept", "reject", "hold"])
        link = f"{BASE}low/link/{self.dice.randint(1, MEASURES)}"
        signed = ["--by", self.person(), "--date", self.day(), "--reason", self.token()]
        return [verb, link, *signed], (verb, link)

    def child(self, copy: Copy, words: list[str], verb: str = "review") -> int:
        """A process that runs a command in a copy; every third is killed while it writes."""
        at = self.dice.randint(1, 6) if self.dice.random() < 0.34 else 0
        half = at and self.dice.random() < 0.3
        if verb == "export":
            words = [".", *words]
        child = os.fork()
        if child == 0:
            _live(copy.folder, [verb, *words], at, half=bool(half))
        return child

    def finished(self, child: int) -> int:
        """How a process ended."""
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        self.done["processes"] += 1
        self.done["killed" if status == _KILLED else f"exit {status}"] += 1
        assert status in {0, 1, _KILLED}, "a command failed"
        return status

    def token(self) -> str:
        self.number += 1
        return f"理由{self.number}"

    def person(self) -> str:
        return self.dice.choice(["企画課", "こども課", "財政課"])

    def day(self) -> str:
        return f"2026-10-0{self.dice.randint(1, 3)}"


def _live(folder: Path, words: list[str], at: int, *, half: bool) -> None:
    """Runs a command and ends the process; at: the how-manieth step of writing it dies at."""
    status = 2
    try:
        os.chdir(folder)
        sys.argv = ["alignchecker", *words]
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        errors = folder.parent / f"errors-{os.getpid()}"
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT), 2)
        if half:
            _write_half()
        elif at:
            sys.addaudithook(_deadly(at))
        status = run()
        if status in {0, 1}:
            errors.unlink()
    finally:
        os._exit(status)


def _deadly(at: int) -> Callable[[str, tuple[Any, ...]], None]:
    """Ends the process at a step that changes files: opening to write, or giving a name."""
    steps = 0

    def hook(event: str, given: tuple[Any, ...]) -> None:
        nonlocal steps
        writes = event == "open" and bool(given[2] & (os.O_WRONLY | os.O_RDWR))
        if writes or event in {"os.rename", "os.chmod", "os.mkdir"}:
            steps += 1
            if steps == at:
                os._exit(_KILLED)

    return hook


def _write_half() -> None:
    """Lets the process die in the middle of writing a file."""
    whole = tempfile.NamedTemporaryFile

    def half(**given: Any) -> Any:
        file = whole(**given)

        def write(content: bytes) -> None:
            os.write(file.fileno(), content[: len(content) // 2])
            os._exit(_KILLED)

        file.write = write  # type: ignore[method-assign,assignment]
        return file

    writing.tempfile.NamedTemporaryFile = half  # type: ignore[attr-defined]


def main() -> None:
    """Runs many rounds and says what was done."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lives = Lives(Path(folder), random.Random(asked.seed))
        for _ in range(asked.rounds):
            lives.round()
        reviews = [len(copy.recorded) for copy in lives.copies]
    print(f"reviews recorded: {reviews[0]} and {reviews[1]}; lost: 0")
    print(", ".join(f"{name} {count}" for name, count in sorted(lives.done.items())))


if __name__ == "__main__":
    main()
