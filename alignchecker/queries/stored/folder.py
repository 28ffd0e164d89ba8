"""The folder of a store: opened where it says what the files say by now, else built anew.

::

    DIR/alignchecker-store.json   what it was built from, and which folder has the statements
    DIR/data-1f0c93ab/            the statements (RocksDB)
    DIR/data-1f0c93ab.lock        held by whoever reads them

A new store is built beside the old one; replacing the small file puts it in the place of that. So
whoever is killed leaves the old one or none, and whoever reads the old one goes on: it is removed
by the next builder that nobody reads it for.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Store

from alignchecker.graph.dataset import SourceFile
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.importers.os_errors import cause
from alignchecker.links.lock import FILE as LOCK
from alignchecker.links.lock import writing
from alignchecker.model.errors import AligncheckerError, ConfigError, InputError
from alignchecker.model.program import installed
from alignchecker.model.progress import Observer, unobserved
from alignchecker.queries.stored import record as records
from alignchecker.queries.stored.building import build
from alignchecker.queries.stored.parts import Part
from alignchecker.queries.stored.record import Record, Source, Unread

_DATA = re.compile(r"data-[0-9a-f]{8}")
_NEW = f"{records.FILE}.new"
_BEGUN = {LOCK, _NEW}
"""What a builder leaves that was killed at once."""
_EMPTY = Record("", "", "", (), {})
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that is read, and the inputs that are not in it."""

    store: Store
    unread: tuple[Unread, ...]


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """The store of a folder as it is, for as long as the block runs.

    Raises ConfigError for a folder that is none, or is of another version of this program.
    """
    for _ in range(_TRIES):
        record = known(folder)
        if record is None or not record.data:
            raise ConfigError(
                f"{folder}: 使えるデータがまだありません。"
                "計画のフォルダーも指定して作ってください。",
                f"{folder}: There is no store that can be used yet. Name the plans, too, to build"
                " it.",
            )
        with ExitStack() as held:
            try:
                held.enter_context(_reading(folder / f"{record.data}.lock"))
                store = _store(folder / record.data)
            except FileNotFoundError:
                continue  # another one took its place since the record was read
            yield Opened(store, record.unread)
            return
    raise _damaged(folder)


def bring_up_to_date(
    folder: Path,
    parts: Sequence[Part],
    roots: Sequence[Path],
    parsed: ParsedFiles | None = None,
    observe: Observer = unobserved,
) -> Sequence[Path]:
    """Builds the store of a folder, unless it is there and says what the files say by now.

    parts: what is read together, of one at least; roots: the paths given. Gives the files that it
    depends on. Raises as ``load`` does,
    ConfigError for a folder that holds something else, InputError where it cannot be written to or
    somebody else goes on building.
    """
    found = _sources(parts, roots)
    record = known(folder)
    files = list(found.values())
    if record is not None and _is_current(folder, record, found, roots):
        return files
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with writing(folder):
            record = known(folder)
            if record is None or not _is_current(folder, record, found, roots, held=True):
                _rebuild(folder, parts, roots, found, parsed, observe)
            return files
    except OSError as error:
        ja, en = cause(error)
        raise InputError(
            f"書き込めません（{ja}）。フォルダーの権限と空き容量を確かめてください。",
            f"It cannot be written ({en}). Check that the folder may be written to, and its free"
            " space.",
            str(folder),
        ) from error


def known(folder: Path) -> Record | None:
    """What is said of the store in a folder; None where there is none yet.

    Raises ConfigError for a folder that holds something else.
    """
    try:
        return records.read((folder / records.FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if not folder.is_dir() or {path.name for path in folder.iterdir()} <= _BEGUN:
            return None
    except NotADirectoryError:
        pass
    except OSError as error:
        ja, en = cause(error)
        raise InputError(
            f"開けません（{ja}）。閲覧の権限を確かめてください。",
            f"It cannot be opened ({en}). Check that you may read it.",
            str(folder / records.FILE),
        ) from error
    except ValueError as error:
        raise _damaged(folder) from error
    raise ConfigError(
        f"{folder}: このソフトが作ったものではないので、何も変えません。"
        "--store には、新しい名前か空のフォルダーを指定してください。",
        f"{folder}: This is no store of this program, so nothing in it is changed."
        " Name a new or an empty folder with --store.",
    )


def _sources(parts: Sequence[Part], roots: Sequence[Path]) -> Mapping[str, Path]:
    failed: list[SourceFile] = []
    files = [file for part in parts for file in part.sources(failed)]
    return records.names([*files, *(file.path for file in failed)], roots)


def _is_current(
    folder: Path,
    record: Record,
    found: Mapping[str, Path],
    roots: Sequence[Path],
    *,
    held: bool = False,
) -> bool:
    """Whether a store says what the files say. held: the lock is ours."""
    if not record.is_of_this_program or record.roots != _whole(roots):
        return False
    is_current, now = records.is_current(record, found)
    if is_current and now != record.sources:
        # So that the files are not read again the next time. Nothing is lost if this fails.
        with suppress(AligncheckerError, OSError):
            if held:
                _write(folder, replace(record, sources=now))
            else:
                with writing(folder, tries=1):
                    if known(folder) == record:
                        _write(folder, replace(record, sources=now))
    return is_current


def _rebuild(
    folder: Path,
    parts: Sequence[Part],
    roots: Sequence[Path],
    found: Mapping[str, Path],
    parsed: ParsedFiles | None,
    observe: Observer,
) -> None:
    """Builds a store beside the one that is there, and puts it in the place of that."""
    before = known(folder)
    if before is None:
        _write(folder, _EMPTY)
    _sweep(folder, "" if before is None else before.data)
    # Looked at before they are read: what changes meanwhile is another file the next time.
    sources = {name: Source.at(path).hashed(path) for name, path in found.items()}
    data = f"data-{secrets.token_hex(4)}"
    lock = folder / f"{data}.lock"
    try:
        unread = build(folder / data, parts, roots, parsed, observe)
        lock.touch()
        _write(
            folder,
            Record(data, installed(), records.engine(), _whole(roots), sources, unread),
        )
    except BaseException:
        _remove(folder / data)
        raise
    _sweep(folder, data)


def _whole(roots: Sequence[Path]) -> tuple[str, ...]:
    return tuple(root.resolve().as_posix() for root in roots)


def _write(folder: Path, record: Record) -> None:
    """Whole or not at all."""
    path = folder / _NEW
    path.write_text(record.text(), encoding="utf-8")
    os.replace(path, folder / records.FILE)  # noqa: PTH105


def _sweep(folder: Path, kept: str) -> None:
    """Removes stores that are not in use: of those before, and of builders that were killed."""
    for path in sorted(folder.iterdir()):
        if path.name == kept or not _DATA.fullmatch(path.name):
            continue
        with suppress(OSError), _alone(path.with_name(f"{path.name}.lock")):
            _remove(path)


def _remove(data: Path) -> None:
    # Windows removes nothing that is open; the next builder tries again.
    shutil.rmtree(data, ignore_errors=True)
    if not data.exists():
        data.with_name(f"{data.name}.lock").unlink(missing_ok=True)


@contextmanager
def _reading(lock: Path) -> Iterator[None]:
    """Keeps what is read from being removed. Raises FileNotFoundError where it has been."""
    with lock.open("rb") as file:
        # Not every file system has locks; there a reader may have to start again.
        with suppress(OSError):
            _take(file.fileno(), alone=False)
        yield


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Raises BlockingIOError where somebody reads."""
    with lock.open("ab") as file:
        _take(file.fileno(), alone=True)
        yield


def _take(descriptor: int, *, alone: bool) -> None:
    if os.name != "nt":  # Windows keeps open files by itself
        import fcntl  # noqa: PLC0415

        kind = fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH
        fcntl.flock(descriptor, kind)


def _store(data: Path) -> Store:
    if not data.is_dir():
        raise FileNotFoundError(data)
    try:
        return Store.read_only(str(data))
    except OSError as error:
        raise _damaged(data.parent) from error


def _damaged(folder: Path) -> InputError:
    return InputError(
        "データが壊れています。このフォルダーを消してから、もう一度実行してください。",
        "The store is damaged. Remove this folder and try again.",
        str(folder),
    )
