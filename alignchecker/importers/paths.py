"""What a path leads to. Path's own methods raise where a name is too long or a folder is locked."""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a path leads to a regular file; False where nobody can tell.

    >>> is_file(Path("x" * 1000))
    False
    """
    return os.path.isfile(path)  # noqa: PTH113


Stamp = tuple[int, int]


def stamp(path: Path) -> Stamp | None:
    """What tells that a file is another than it was: when it changed, its size. None without one.

    >>> stamp(Path("x" * 1000)) is None
    True
    """
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; False where nobody can tell."""
    return os.path.isdir(path)  # noqa: PTH112
