"""One writer at a time in a project folder.

The lock is the operating system's, on a file that stays there and holds nothing: whoever is killed
lets go of it, so none is ever left behind.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import InputError

FILE = ".alignchecker.lock"
_EVERY = 0.05
_TRIES = 400
"""So for about twenty seconds."""


@contextmanager
def writing(folder: Path, tries: int = _TRIES) -> Iterator[None]:
    """Keeps other writers out of a project folder; what is read within is what will be written to.

    Raises InputError where somebody else goes on writing, or the folder cannot be written to.
    """
    path = folder / FILE
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        ja, en = cause(error)
        raise InputError(
            f"書き込めません（{ja}）。フォルダーに書き込めるか確かめてください。",
            f"It cannot be written ({en}). Check whether the folder may be written to.",
            str(path),
        ) from error
    try:
        _wait(descriptor, path, tries)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, path: Path, tries: int) -> None:
    for _ in range(tries):
        if _take(descriptor):
            return
        time.sleep(_EVERY)
    raise InputError(
        "ほかの人（または別の画面）が、このフォルダーに書き込んでいます。"
        "少し待ってから、もう一度実行してください。何も書き込んでいません。",
        "Somebody else, or another window, is writing to this folder. Try again in a moment."
        " Nothing was written.",
        str(path),
    )


def _take(descriptor: int) -> bool:
    """Whether the lock could be had now; closing the file lets go of it."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
