"""What a result is known by: one hash over everything that it depends on.

Whoever changes a plan, a frame, a setting, an option or this program gets another key. Versions of
other packages are not in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from alignchecker.corpus.layout import Unit
from alignchecker.importers.paths import is_file
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.program import hash_of_file, installed, sha256
from alignchecker.rules import baseline, configuration, project, waiver_file

_SETTINGS = (configuration.FILE, "pyproject.toml", waiver_file.FILE, baseline.FILE)


def key(root: Path, unit: Unit, frames: str, options: str) -> str:
    """The key of a unit's result. root: absolute; frames: their hash; options: in words."""
    own = root / unit.folder
    above = (folder / name for folder in own.parents for name in _SETTINGS)
    settings = (path for path in above if is_file(path))
    files = dict.fromkeys([*_below(own), *settings, *_shapes(own)])
    lines = (f"{os.path.relpath(path, root)} {hash_of_file(path)}" for path in files)
    return sha256("\n".join([installed(), options, frames, *lines]).encode())


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder, hidden ones left out: what is there may be read."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(above, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if is_file(path))


def _shapes(folder: Path) -> Sequence[Path]:
    """The files of rules that the folder's configuration names; the check tells what is wrong."""
    with suppress(AligncheckerError):
        return project.shapes(configuration.read(configuration.find([folder])))
    return ()
