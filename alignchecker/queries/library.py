"""The saved queries: those that come with the package, and those of a user's own folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alignchecker.model.errors import ConfigError, did_you_mean
from alignchecker.queries.errors import QueryRefused
from alignchecker.queries.header import Header, read_header

SUFFIX = ".rq"
SAVED = Path(__file__).with_name("saved")


@dataclass(frozen=True)
class Saved:
    """A query in a file; it is called like the file without its suffix."""

    path: Path

    @property
    def name(self) -> str:
        """By which it is asked for."""
        return self.path.stem

    @cached_property
    def text(self) -> str:
        """Raises QueryRefused where the file cannot be read."""
        try:
            return self.path.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryRefused(
                "問い合わせのファイルを読めません。ファイルがあること、UTF-8 で保存されている"
                "ことを確かめてください。",
                "The file of the query cannot be read. See that it is there and saved as UTF-8.",
                str(self.path),
            ) from error

    @cached_property
    def header(self) -> Header:
        """Raises QueryRefused for one that is not written as it should be."""
        return read_header(self.text, str(self.path))


def library(folders: Sequence[Path] = ()) -> Mapping[str, Saved]:
    """Queries by name; those of a user's folders go before those that come with the package.

    Raises ConfigError for a folder that is none.
    """
    found: dict[str, Saved] = {}
    for folder in (SAVED, *reversed(folders)):
        if not folder.is_dir():
            raise ConfigError(
                f"問い合わせのフォルダー「{folder}」がありません。名前を確かめてください。",
                f"There is no folder of queries '{folder}'. Check its name.",
            )
        found |= {path.stem: Saved(path) for path in folder.glob(f"*{SUFFIX}")}
    return dict(sorted(found.items()))


def find(name: str, known: Mapping[str, Saved]) -> Saved:
    """The query of a name, or in a file. Raises ConfigError naming the nearest where none is."""
    if name in known:
        return known[name]
    if name.endswith(SUFFIX) or Path(name).is_file():
        return Saved(Path(name))
    ja, en = did_you_mean(name, known)
    raise ConfigError(
        f"問い合わせ「{name}」はありません。{ja}alignchecker query で一覧を確かめてください。",
        f"There is no query '{name}'.{en} See alignchecker query for a list.",
    )
