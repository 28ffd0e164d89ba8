"""Inputs -> what of them is read together: a municipality with its frames, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alignchecker.corpus.layout import find_units, frames
from alignchecker.importers.paths import is_folder
from alignchecker.queries.stored.parts import Part


def parts(paths: Sequence[Path]) -> tuple[Part, ...]:
    """The parts of some inputs: one, unless municipalities lie below a folder.

    Raises ConfigError and InputError as ``find_units`` does.
    """
    units, folders = [], []
    for root in (path.resolve() for path in paths if is_folder(path)):
        for unit in find_units(root):
            folder = root / unit.folder
            above = tuple(root / frame for frame in frames(root, unit.prefecture))
            units.append(Part((folder,), above))
            folders.append(folder)
    if not units:
        return (Part(tuple(paths)),)
    return (*units, Part(tuple(paths), without=tuple(folders)))
