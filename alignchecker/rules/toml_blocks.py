"""Blocks added at the end of a TOML file that people write too: what stands there stays."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from alignchecker.importers.decoding import MAX_BYTES, read_bytes
from alignchecker.importers.paths import is_file
from alignchecker.importers.toml import read_toml
from alignchecker.model.errors import InputError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BREAKS = re.compile(r"[\r\n]+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def block(name: str, values: Mapping[str, str], note: str = "") -> str:
    """A block [[name]], a value a line, blank ones left out; note: a comment above it.

    >>> print(block("review", {"status": "見送り", "date": "2026-06-01", "comment": ""}), end="")
    <BLANKLINE>
    [[review]]
    status = "見送り"
    date = 2026-06-01
    """
    lines = [f"# {_UNPRINTABLE.sub('', _BREAKS.sub(' ', _whole(note)))}"] if note else []
    lines.append(f"[[{name}]]")
    for key, value in values.items():
        if value:
            is_day = key == "date" and _DAY.fullmatch(value)
            lines.append(f"{key} = {value if is_day else _quoted(value)}")
    return "\n" + "\n".join(lines) + "\n"


def appended(path: Path, blocks: Iterable[str]) -> bytes:
    """The content of a file, there or not, with blocks behind what it holds.

    Raises InputError for a file that cannot be read, or that does not take blocks at its end.
    """
    old = b""
    if is_file(path):
        read_toml(path)
        old = read_bytes(path, MAX_BYTES)
    added = "".join(blocks)
    if old and not old.endswith(b"\n"):
        added = "\n" + added
    if b"\r\n" in old:
        added = added.replace("\n", "\r\n")
    content = (old + added.encode()) if old else added.removeprefix("\n").encode()
    try:
        tomllib.loads(content.decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            "このファイルの書き方では、終わりに書き足せません。[[…]] の形に書き直してください。",
            "Nothing can be added at its end as it is written. Write its records as [[…]].",
            str(path),
        ) from error
    return content


def _quoted(text: str) -> str:
    """A TOML string on one line. JSON leaves DEL as it is, which TOML forbids."""
    return json.dumps(_whole(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _whole(text: str) -> str:
    """Half a character of a broken text cannot be written."""
    return text.encode(errors="replace").decode()
