"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from alignchecker.model.errors import InputError


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a reader sees the old content or the new, never a part.

    Raises InputError where the place cannot be written to; what was there stays.
    """
    temporary: str | None = None
    path = path.resolve() if path.is_symlink() else path
    try:
        if path.exists() and not path.is_file():
            # A device or pipe cannot be replaced; it is written to.
            path.write_bytes(content)
            return
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = file.name
            file.write(content)
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode & 0o777)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        words = error.strerror or ""
        raise InputError(
            f"書き込めません（{words}）。フォルダーがあるか、書き込みできるかを確かめてください",
            f"cannot be written ({words}); check that the folder exists and is writable",
            str(path),
        ) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
