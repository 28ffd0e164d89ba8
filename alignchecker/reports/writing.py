"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import InputError


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a reader sees the old content or the new, never a part.

    Raises InputError where the place cannot be written to; what was there stays.
    """
    try:
        _write(_target(path), content)
    except OSError as error:
        ja, en = cause(error)
        raise InputError(
            f"書き込めません（{ja}）。書き出し先のフォルダーと空き容量を確かめるか、"
            "別の場所を指定してください。",
            f"It cannot be written ({en}). Check the folder and its free space, or name another"
            " place.",
            str(path),
        ) from error


def _target(path: Path) -> Path:
    """The file that a link leads to."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        _pour(path, content)
        return
    # Replacing a file asks nothing of the file itself, but its owner may have locked it.
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=".alignchecker-", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.close()
            mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
            temporary.chmod(mode & 0o777)
            os.replace(temporary, path)  # noqa: PTH105
        except BaseException:
            # Also where the user stops us.
            temporary.unlink(missing_ok=True)
            raise


def _pour(path: Path, content: bytes) -> None:
    """Writes to a device or pipe, which cannot be replaced.

    A pipe that nobody reads is an error; waiting for a reader might take for ever.
    """
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "wb") as stream:  # noqa: PTH123
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(descriptor, True)
        stream.write(content)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
