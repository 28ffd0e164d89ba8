"""From a file to its text: strict about encodings, because a guess would change labels."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from alignchecker.model.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
_ENCODINGS = ("utf-8-sig", "cp932", "euc_jp")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = (
    "テキスト形式（UTF-8）で保存してから、もう一度読み込んでください。",
    "Save it as a text file (UTF-8) and import that.",
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


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file, at most so many.

    Raises InputError, saying what to do, for what is missing, a folder, unreadable or larger.
    """
    try:
        # A device has no size: what is read counts.
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
        if len(data) <= limit:
            return data
        size = limit // 1024 // 1024
        message = (
            f"ファイルが大きすぎます（上限 {size} MB）。計画ごとに分けて指定してください。",
            f"The file is too large (limit {size} MB). Split it, one plan per file.",
        )
    except FileNotFoundError:
        message = (
            "ファイルがありません。パスとファイル名を確かめてください。",
            "There is no such file. Check the path and the file name.",
        )
    except IsADirectoryError:
        message = (
            "フォルダーです。計画のファイルを一つ指定してください。",
            "This is a folder. Name one file of a plan.",
        )
    except OSError as error:
        message = (
            f"ファイルを開けません（{error.strerror}）。閲覧の権限を確かめてください。",
            f"The file cannot be opened ({error.strerror}). Check that you may read it.",
        )
    raise InputError(*message, str(path))


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
