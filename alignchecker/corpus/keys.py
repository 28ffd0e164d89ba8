"""What a result is known by: one hash over everything that it depends on.

Whoever changes a plan, a frame, a setting, an option or this program gets another key. Versions of
other packages are not in it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import alignchecker
from alignchecker.corpus.layout import Unit
from alignchecker.importers.paths import is_file
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.resources import resource
from alignchecker.rules import baseline, configuration, project, waiver_file

_SETTINGS = (configuration.FILE, "pyproject.toml", waiver_file.FILE, baseline.FILE)
_SHIPPED = ("ontology", "shapes", "data/national", "data/prefectures", "data/laws", "data/terms")


def key(root: Path, unit: Unit, frames: str, options: str) -> str:
    """The key of a unit's result. root: absolute; frames: their hash; options: in words."""
    own = root / unit.folder
    above = (folder / name for folder in own.parents for name in _SETTINGS)
    settings = (path for path in above if is_file(path))
    files = dict.fromkeys([*_below(own), *settings, *_shapes(own)])
    lines = (f"{os.path.relpath(path, root)} {_hash(path)}" for path in files)
    return _sha256("\n".join([installed(), options, frames, *lines]).encode())


def hash_of(root: Path, files: Iterable[Path]) -> str:
    """The hash of some files below the root, with their names."""
    lines = (f"{file.as_posix()} {_hash(root / file)}" for file in files)
    return _sha256("\n".join(lines).encode())


@cache
def installed() -> str:
    """The hash of this program and of the data that it ships."""
    package = Path(alignchecker.__file__).parent
    folders = [(package, "*.py"), *((resource(*part.split("/")), "*.ttl") for part in _SHIPPED)]
    files = ([f.relative_to(folder) for f in sorted(folder.rglob(p))] for folder, p in folders)
    return "".join(hash_of(folder, of) for (folder, _), of in zip(folders, files, strict=True))


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


def _hash(path: Path) -> str:
    try:
        return _sha256(path.read_bytes())
    except OSError:
        return "unreadable"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
