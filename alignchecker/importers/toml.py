"""TOML files that a person writes: corrections, configuration."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from alignchecker.importers.decoding import MAX_BYTES, read_bytes
from alignchecker.model.errors import InputError

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_toml(path: Path) -> dict[str, object]:
    """The tables of a TOML file.

    Raises InputError, with line and column where they are known, for a file that cannot be read,
    that is not in UTF-8, or that is no TOML.
    """
    try:
        return tomllib.loads(read_bytes(path, MAX_BYTES).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            "UTF-8 の文字として読めません。UTF-8 で保存し直してください。",
            "This is not text in UTF-8. Save it as UTF-8.",
            str(path),
        ) from error
    except tomllib.TOMLDecodeError as error:
        words = str(error)
        place = _PLACE.search(words)
        words = _PLACE.sub("", words)
        raise InputError(
            f"TOML の書き方の誤りです（{words}）。この場所を直してください。",
            f"This is not well-formed TOML ({words}). Mend it here.",
            str(path),
            *(map(int, place.groups()) if place else ()),
        ) from error
    except RecursionError as error:
        raise InputError(
            "TOML の入れ子が深すぎます。[ や { の閉じ忘れを直してください。",
            "The TOML is nested too deeply. See whether a [ or { is not closed.",
            str(path),
        ) from error
