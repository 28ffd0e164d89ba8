"""Where the municipalities of a corpus are, and the frames that each of them stands under.

ROOT/national/**/*.ttl                      frames of every municipality
ROOT/prefectures/08-ibaraki/**/*.ttl        frames of those whose code begins with 08
ROOT/**/08236-omitama/                      a municipality, at any depth
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alignchecker.graph.documents import area_codes
from alignchecker.importers.decoding import unopened
from alignchecker.model.errors import ConfigError

_MUNICIPALITY = re.compile(r"[0-9]{5}-.+")
_LAYOUT = "08236-omitama"
RESULTS = Path(".cache", "results")


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A municipality. name: of its folder, the code in front. folder: below the root."""

    name: str
    folder: Path

    @property
    def prefecture(self) -> str:
        """The first two digits of its code."""
        return self.name[:2]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The municipalities below a folder. root: absolute. results: folder of their results."""

    root: Path
    results: Path
    units: tuple[Unit, ...]

    @classmethod
    def at(cls, root: Path, results_folder: Path | None = None) -> Corpus:
        """The corpus of a folder; its results lie in its .cache, where no other place is given.

        Raises ConfigError and InputError as ``find_units`` does.
        """
        folder = root / RESULTS if results_folder is None else results_folder
        return cls(root.resolve(), folder, find_units(root.resolve()))


def prefecture_names() -> dict[str, str]:
    """The 47 prefectures by their codes: "08" is 茨城県."""
    return {code: name for name, (code, _) in area_codes().items() if len(code) == 2}


def find_units(root: Path) -> tuple[Unit, ...]:
    """The municipalities below a folder, by code.

    Raises ConfigError for a code that is no municipality's or stands twice, InputError for a folder
    that cannot be looked into.
    """
    found = sorted(Unit(folder.name, folder.relative_to(root)) for folder in _units(root))
    prefectures = prefecture_names()
    seen: dict[str, Unit] = {}
    for unit in found:
        if unit.prefecture not in prefectures:
            raise ConfigError(
                f"{unit.folder}: 「{unit.prefecture}」で始まる団体コードの都道府県はありません。"
                f"フォルダーの名前を {_LAYOUT} のように直してください。",
                f"{unit.folder}: No prefecture has the code '{unit.prefecture}'."
                f" Name the folder like {_LAYOUT}.",
            )
        other = seen.setdefault(unit.name[:5], unit)
        if other is not unit:
            raise ConfigError(
                f"団体コード {unit.name[:5]} のフォルダーが二つあります"
                f"（{other.folder}、{unit.folder}）。一つにまとめてください。",
                f"The code {unit.name[:5]} has two folders ({other.folder}, {unit.folder})."
                " Put them together.",
            )
    return tuple(found)


def frames(root: Path, prefecture: str) -> tuple[Path, ...]:
    """The frames of the municipalities of a prefecture, below the root; sorted.

    Raises InputError for a folder that cannot be looked into.
    """
    folders = [root / "national", *(root / "prefectures").glob(f"{prefecture}-*")]
    found = (file for folder in folders for file in _frames(folder))
    return tuple(sorted(file.relative_to(root) for file in found))


def _units(root: Path) -> Iterator[Path]:
    for folder, inner, _ in _walk(root):
        units = [name for name in inner if _MUNICIPALITY.fullmatch(name)]
        yield from (folder / name for name in units)
        inner[:] = [name for name in inner if name not in units]


def _frames(folder: Path) -> Iterator[Path]:
    """The files of frames; what a municipality keeps is none."""
    for above, inner, files in _walk(folder):
        inner[:] = [name for name in inner if not _MUNICIPALITY.fullmatch(name)]
        yield from (above / name for name in files if name.lower().endswith(".ttl"))


def _walk(root: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Folders with what stands in them, hidden things left out; the lists may be shortened."""

    def fail(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            locked = Path(error.filename)
            raise unopened(locked, error) from error

    for above, folders, files in os.walk(root, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(above), folders, sorted(name for name in files if not name.startswith("."))
