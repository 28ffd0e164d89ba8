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


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; False where nobody can tell."""
    return os.path.isdir(path)  # noqa: PTH112
