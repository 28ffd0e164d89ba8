"""Notebooks run as they stand, and what they show is what comes of it now."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from . import notebooks

MOST = 500_000
"""Bytes of a notebook with its pictures."""
_OF_A_MACHINE = re.compile(r"/(?:tmp|home|root|Users)/|[A-Z]:\\\\")


def shown(book: nbformat.NotebookNode) -> list[list[object]]:
    """What each cell shows: texts and tables as they are, of a picture that there is one.

    Pixels depend on the letters that a machine has.
    """
    return [
        [
            output.get("text")
            or {
                kind: kind if kind.startswith("image/") else text
                for kind, text in output.get("data", {}).items()
            }
            for output in cell.get("outputs", ())
        ]
        for cell in book.cells
    ]


def test_there_are_notebooks() -> None:
    assert [file.name for file in notebooks.notebooks()] == ["plans-in-pandas.ipynb"]


@pytest.mark.parametrize("file", notebooks.notebooks(), ids=lambda file: file.name)
class TestNotebook:
    def test_what_it_shows_is_what_comes_of_it(self, file: Path) -> None:
        """After a change that is meant: python -m tests.docs.notebooks."""
        kept = shown(nbformat.read(file, as_version=4))
        assert sum(map(bool, kept)) >= 8
        assert shown(notebooks.executed(file)) == kept

    def test_it_is_kept_without_the_machine(self, file: Path) -> None:
        book = nbformat.read(file, as_version=4)
        assert set(book.metadata) == {"kernelspec", "language_info"}
        assert book.metadata.language_info == {"name": "python"}
        assert all(cell.metadata == {} for cell in book.cells)
        counts = [cell.execution_count for cell in book.cells if cell.cell_type == "code"]
        assert counts == list(range(1, len(counts) + 1))
        assert not _OF_A_MACHINE.search(str(shown(book)))
        assert file.stat().st_size < MOST


def test_a_cell_that_fails_is_an_error(tmp_path: Path) -> None:
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")])
    nbformat.write(book, tmp_path / "a.ipynb")
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        notebooks.executed(tmp_path / "a.ipynb")
