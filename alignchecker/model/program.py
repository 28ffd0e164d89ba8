"""What tells one installation of this program from another, and what files hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import alignchecker
from alignchecker.model.resources import resource

_SHIPPED = ("ontology", "shapes", "data/national", "data/prefectures", "data/laws", "data/terms")


@cache
def installed() -> str:
    """The hash of this program and of the data that it ships."""
    package = Path(alignchecker.__file__).parent
    folders = [(package, "*.py"), *((resource(*part.split("/")), "*.ttl") for part in _SHIPPED)]
    files = ([f.relative_to(folder) for f in sorted(folder.rglob(p))] for folder, p in folders)
    return "".join(hash_of(folder, of) for (folder, _), of in zip(folders, files, strict=True))


def hash_of(root: Path, files: Iterable[Path]) -> str:
    """The hash of some files below the root, with their names."""
    lines = (f"{file.as_posix()} {hash_of_file(root / file)}" for file in files)
    return sha256("\n".join(lines).encode())


def hash_of_file(path: Path) -> str:
    """The hash of a file; "unreadable" where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def sha256(content: bytes) -> str:
    """The hash of some bytes."""
    return hashlib.sha256(content).hexdigest()
