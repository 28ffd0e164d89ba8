"""Notebooks of docs/notebooks: run, and kept with what comes of it and nothing of the machine.

``python -m tests.docs.notebooks`` runs them and writes the results into them; read the diff.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "notebooks"
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_ONCE = "font cache"
"""What matplotlib says on the first of all its runs, and never again."""


def notebooks() -> Sequence[Path]:
    """The notebooks of the documentation."""
    return sorted(FOLDER.glob("*.ipynb"))


def executed(file: Path) -> nbformat.NotebookNode:
    """A notebook with the results of running it from its folder.

    Raises nbclient.exceptions.CellExecutionError for a cell that fails.
    """
    book: nbformat.NotebookNode = nbformat.read(file, as_version=4)
    # The package beside the notebooks, whichever copy of it is installed.
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    client = NotebookClient(
        book, timeout=120, record_timing=False, resources={"metadata": {"path": str(FOLDER)}}
    )
    with tempfile.TemporaryDirectory() as sockets:  # files, so that nothing listens on the network
        manager = client.create_kernel_manager()
        manager.transport, manager.ip = "ipc", f"{sockets}/kernel"
        client.execute(env=environment)
    book.metadata = {"kernelspec": _KERNEL, "language_info": {"name": "python"}}
    for cell in book.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if _ONCE not in o.get("text", "")]
    return book


def main() -> None:
    """Runs the notebooks and writes them with their results."""
    os.environ["ALIGNCHECKER_CACHE"] = "off"
    for file in notebooks():
        nbformat.write(executed(file), file)


if __name__ == "__main__":
    main()
