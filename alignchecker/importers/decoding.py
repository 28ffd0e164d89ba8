"""From a file to its bytes and its text.

Strict about encodings, because a guess would change labels.
"""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
_ENCODINGS = ("utf-8-sig", "cp932", "euc_jp")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = (
    "テキスト形式（UTF-8）で保存してから、もう一度読み込んでください。",
    "Save it as a text file (UTF-8) and import that.",
)
_SPECIAL = (
    "ファイルではなく、パイプや装置です。内容をファイルに保存し、そのファイルを指定してください。",
    "This is a pipe or a device. Save what it gives as a file and name that.",
)
FOLDER = (
    "フォルダーです。計画のファイルを一つ指定してください。",
    "This is a folder. Name one file of a plan.",
)
EMPTY = (
    "ファイルが空です。本文のあるファイルを指定してください。",
    "The file is empty. Name a file that has text.",
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text with plain line ends, the encoding it was in, and its bytes' SHA-256."""

    path: Path
    text: str
    encoding: str
    sha256: str


def read_text(path: Path) -> Document:
    """Read a text file in UTF-8, Shift_JIS (cp932), EUC-JP or marked UTF-16, with any line ends.

    A form feed stays at the beginning of its line, so lines count as in an editor.

    Raises InputError, saying what to do, for what is missing, empty, too large or no text.
    """
    data = read_bytes(path, MAX_BYTES)
    if not data.strip():
        raise InputError(*EMPTY, str(path))
    text, encoding = _decode(data, path)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.strip():
        raise InputError(*EMPTY, str(path))
    return Document(path, plain, encoding, hashlib.sha256(data).hexdigest())


def read_bytes(path: Path, limit: int | None) -> bytes:
    """The bytes of a file, at most so many where there is a limit.

    Raises InputError, saying what to do, for what is missing, no file, unreadable or larger.
    """
    check_is_file(path)
    try:
        # A file may grow or give no size: what is read counts.
        with path.open("rb") as stream:
            data = stream.read(-1 if limit is None else limit + 1)
    except OSError as error:
        raise unopened(path, error) from error
    if limit is None or len(data) <= limit:
        return data
    size = limit // 1024 // 1024
    raise InputError(
        f"ファイルが大きすぎます（上限 {size} MB）。計画ごとに分けて指定してください。",
        f"The file is too large (limit {size} MB). Split it, one plan per file.",
        str(path),
    )


def check_is_file(path: Path) -> None:
    """Raises InputError, saying what to do, for what is missing, out of reach, or no file."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise unopened(path, error) from error
    if stat.S_ISDIR(mode):
        raise InputError(*FOLDER, str(path))
    # Opening a pipe waits until somebody writes to it, maybe for ever.
    if not stat.S_ISREG(mode):
        raise InputError(*_SPECIAL, str(path))


def unopened(path: Path, error: OSError) -> InputError:
    """The error for a file or folder that the operating system does not give."""
    if isinstance(error, FileNotFoundError):
        return InputError(
            "ファイルがありません。パスとファイル名を確かめてください。",
            "There is no such file. Check the path and the file name.",
            str(path),
        )
    ja, en = cause(error)
    return InputError(
        f"開けません（{ja}）。場所と、閲覧の権限を確かめてください。",
        f"It cannot be opened ({en}). Check where it is, and that you may read it.",
        str(path),
    )


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    if data.startswith(_UTF16_MARKS):
        return _decode_utf16(data, path), "utf-16"
    if b"\0" in data or data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise _unreadable("文章のファイルではありません。", "This is no text file.", path)
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # EUC-JP bytes are often valid cp932, but then mostly half-width katakana.
        if encoding == "cp932" and _mostly_halfwidth(text):
            continue
        return text, encoding
    raise _unreadable("文字コードを判別できません。", "The encoding is not known.", path)


def _decode_utf16(data: bytes, path: Path) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise _unreadable("UTF-16 のファイルが壊れています。", "The UTF-16 file is broken.", path)
    return text


def _unreadable(ja: str, en: str, path: Path) -> InputError:
    return InputError(ja + _SAVE_AS[0], f"{en} {_SAVE_AS[1]}", str(path))


def _mostly_halfwidth(text: str) -> bool:
    letters = [c for c in text if c > "\x7f"]
    return bool(letters) and sum("｡" <= c <= "ﾟ" for c in letters) * 2 > len(letters)
