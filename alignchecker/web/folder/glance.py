"""What lies in the folders, told in one quick look, so that nothing is worked out twice.

Each page asks whether anything has changed. A look costs a stat of each file; what it is compared
with is worked out again only where two looks differ.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from alignchecker.importers.paths import is_folder
from alignchecker.rules.configuration import FILE

_Told = tuple[str, int, int, int, int]
Glance = tuple[_Told, ...]
"""Each file and folder: its path, when it and its entry changed, its size, which file it is."""
_CONFIGURED = (FILE, "pyproject.toml")


def glance(paths: Sequence[Path]) -> Glance:
    """What stands at some paths and below them, and where a configuration of them may stand.

    Equal to an earlier one as long as nothing there was changed.
    """
    return (*_every(paths), *_configured(paths))


def _every(paths: Sequence[Path]) -> Iterator[_Told]:
    waiting = [os.fspath(path) for path in paths]
    for path in waiting:
        yield from _told(path)
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue  # a file, or a folder that is locked or gone: its own line says so
        for entry in found:
            is_below = entry.is_dir(follow_symlinks=False)
            if is_below and entry.name.startswith("."):
                continue
            yield from _told(entry.path)
            if is_below:
                waiting.append(entry.path)


def _configured(paths: Sequence[Path]) -> Iterator[_Told]:
    starts = [*(os.path.realpath(p) for p in paths if is_folder(p)), str(Path.cwd())]
    folders = dict.fromkeys(f for start in map(Path, starts) for f in (start, *start.parents))
    for folder in folders:
        for name in _CONFIGURED:
            yield from _told(os.path.join(folder, name))  # noqa: PTH118 (asked for at each page)


def _told(path: str) -> Iterator[_Told]:
    try:
        at = os.stat(path)  # noqa: PTH116 (asked for at each page)
    except (OSError, ValueError):
        return
    yield path, at.st_mtime_ns, at.st_ctime_ns, at.st_size, at.st_ino
