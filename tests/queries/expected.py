"""What the saved queries answer: on the fictional city, and on cases of their own.

``python -m tests.queries.expected --write`` writes the files again, to be read as a diff.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Store

from alignchecker.queries.answering import Answer, asking
from alignchecker.queries.asked import Asked, read
from alignchecker.queries.binding import bound, terms
from alignchecker.queries.library import Saved, library
from alignchecker.queries.opening import opened
from alignchecker.queries.plans import plan_finder
from alignchecker.queries.store import filled
from alignchecker.reports.answers.forms import render
from alignchecker.rules.configuration import find
from alignchecker.rules.configuration import read as configured

HERE = Path(__file__).parent
CITY = HERE.parent / "corpus" / "aoba"
"""The fictional city."""
PARAMETERS = "parameters.txt"
"""In a case's folder: lines like plan=青葉市こども計画 that go before the examples."""


@dataclass(frozen=True)
class Case:
    """A query, the folder that it is asked about, and the file that has its answer."""

    saved: Saved
    folder: Path
    file: Path

    @property
    def name(self) -> str:
        """For the tests' list."""
        return self.saved.name if self.folder == CITY else f"{self.saved.name}, own case"

    @property
    def given(self) -> dict[str, str]:
        """Values of the parameters."""
        parameters = self.saved.header.parameters.values()
        values = {p.name: p.example for p in parameters if p.example is not None}
        own = self.folder / PARAMETERS
        lines = own.read_text("utf-8").splitlines() if own.is_file() else []
        return values | dict(line.split("=", 1) for line in lines)

    def asked(self, lang: str = "ja") -> Asked:
        """The query with its values."""
        asked = read(self.saved.text, str(self.saved.path))
        ask = asking(store_of(self.folder))
        return bound(asked, terms(self.saved.header, self.given, plan_finder(ask), lang))

    def answer(self, lang: str = "ja") -> Answer:
        """As the product gives it."""
        return asking(store_of(self.folder))(self.asked(lang))

    def text(self) -> str:
        """The answer as it stands in the file."""
        return render(self.answer(), "tsv", {}, "ja")


@cache
def store_of(folder: Path) -> Store:
    """What queries see of a folder."""
    dataset = opened([folder], configured(find([folder])))
    return filled(dataset, [folder], named=False)


def cases() -> Iterator[Case]:
    """Each query on the city; those with a folder below cases/ on that, too."""
    for name, saved in library().items():
        yield Case(saved, CITY, HERE / "expected" / f"{name}.tsv")
        own = HERE / "cases" / name
        if own.is_dir():
            yield Case(saved, own, own / "expected.tsv")


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    for case in cases():
        case.file.parent.mkdir(exist_ok=True)
        case.file.write_text(case.text(), encoding="utf-8", newline="")
