"""Interface strings in Japanese and English. Rule texts are not here: they live in shapes/."""

from __future__ import annotations

from alignchecker.lang.strings import STRINGS

LANGUAGES = ("ja", "en")


COMMAS = {"ja": "、", "en": ", "}
"""What stands between the things of a list in a sentence."""


def say(key: str, lang: str, /, **arguments: object) -> str:
    """The string of a key in a language, with its {placeholders} filled.

    >>> say("severity.violation", "ja")
    '要修正'
    """
    ja, en = STRINGS[key]
    return (ja if lang == "ja" else en).format(**arguments)
