"""What is added to the files of links of a project, written whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from alignchecker.graph.dataset import Dataset
from alignchecker.links.records import FOLDER, Addition, contents
from alignchecker.reports.writing import write_whole


def write(folder: Path, dataset: Dataset, additions: Sequence[Addition]) -> Iterator[Path]:
    """Writes what was added, file by file; gives each file that has been written.

    Whoever calls it holds the lock (``links.lock``) since before the dataset was read. Errors as of
    ``links.records.contents`` and ``write_whole``.
    """
    # All is put together before any of it is written: an error leaves the project as it was.
    changed = list(contents(folder, dataset, additions))
    if changed:
        (folder / FOLDER).mkdir(exist_ok=True)
    for path, content in changed:
        write_whole(path, content)
        yield path
