"""What a store was built from, as the file beside it says.

Size and time of change tell whether a file is another than it was: to open a store for one query
must not take reading twenty million statements again. Copying files and checking them out gives
them another time, though; where the time alone differs, the hash decides.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib import metadata
from pathlib import Path

from alignchecker.importers.paths import stamp
from alignchecker.model.program import hash_of_file, installed

FILE = "alignchecker-store.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was met: nanoseconds and bytes, None where it could not be opened.

    sha256: empty until somebody has read it.
    """

    changed: int | None
    size: int | None
    sha256: str = ""

    @classmethod
    def at(cls, path: Path) -> Source:
        """The file as it is now; nothing of it is read."""
        found = stamp(path) if os.access(path, os.R_OK) else None
        return cls(None, None) if found is None else cls(*found)

    def hashed(self, path: Path) -> Source:
        """The same with its hash."""
        return replace(self, sha256=hash_of_file(path))


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that is not in the store, and why: in both languages."""

    ja: str
    en: str

    def text(self, lang: str) -> str:
        """In "ja" or "en"."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Record:
    """data: the folder with the store, below that of the record. program, engine: what built it.

    roots: the paths given, whole: names of nodes that have none depend on them. sources: by name.
    """

    data: str
    program: str
    engine: str
    roots: tuple[str, ...]
    sources: Mapping[str, Source]
    unread: tuple[Unread, ...] = ()

    @property
    def is_of_this_program(self) -> bool:
        """Whether this installation would build the same."""
        return (self.program, self.engine) == (installed(), engine())

    def text(self) -> str:
        """As it is written down."""
        return json.dumps({"schema": SCHEMA, **asdict(self)}, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Record | None:
    """A record that was written down; None for one of another version of this program.

    Raises ValueError for what is none.
    """
    table = json.loads(text)
    if not isinstance(table, dict) or not isinstance(table.get("schema"), int):
        raise ValueError(FILE)
    if table.pop("schema") != SCHEMA:
        return None
    try:
        return Record(
            data=str(table["data"]),
            program=str(table["program"]),
            engine=str(table["engine"]),
            roots=tuple(table["roots"]),
            sources={name: Source(**source) for name, source in table["sources"].items()},
            unread=tuple(Unread(**unread) for unread in table["unread"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(FILE) from error


def engine() -> str:
    """The version of what stores the statements."""
    return metadata.version("pyoxigraph")


def names(files: Iterable[Path], roots: Sequence[Path]) -> Mapping[str, Path]:
    """The files by what they are called below the paths given; others, and those of paths that are
    called alike, by their whole path.
    """
    found: dict[str, Path] = {}
    whole = [(root, root.resolve()) for root in roots]
    alike = len({root.name for _, root in whole}) < len(whole)
    for file in files:
        name = file.resolve()
        below = next((r for _, r in whole if name.is_relative_to(r)), None) if not alike else None
        called = name.as_posix() if below is None else _below(name, below)
        found[called] = file
    return dict(sorted(found.items()))


def _below(file: Path, root: Path) -> str:
    return f"{root.name}/{file.relative_to(root).as_posix()}".removesuffix("/.")


def is_current(record: Record, found: Mapping[str, Path]) -> tuple[bool, Mapping[str, Source]]:
    """Whether the files are those of the record, and how they are now."""
    if record.sources.keys() != found.keys():
        return False, {}
    now = {}
    for name, path in found.items():
        source, known = Source.at(path), record.sources[name]
        if (source.changed, source.size) != (known.changed, known.size):
            if source.size != known.size or source.size is None:
                return False, {}
            source = source.hashed(path)
            if source.sha256 != known.sha256:
                return False, {}
        else:
            source = known
        now[name] = source
    return True, now
