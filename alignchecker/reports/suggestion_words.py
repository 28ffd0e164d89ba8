"""Why an item is a candidate, and how likely, in words."""

from __future__ import annotations

from alignchecker.lang import COMMAS, say
from alignchecker.model.suggestion import Grounds


def why(grounds: Grounds, lang: str) -> str:
    """The reasons in one line."""
    kinds = (
        ("terms", grounds.terms),
        ("concepts", grounds.concepts),
        ("related", grounds.related),
        ("siblings", grounds.siblings),
    )
    said = [
        say(f"suggest.{kind}", lang, words=COMMAS[lang].join(words))
        for kind, words in kinds
        if words
    ]
    said += [say("suggest.meaning", lang)] if grounds.meaning else []
    return say("suggest.between", lang).join(said) or say("suggest.weak", lang)


def percent(probability: float, lang: str) -> str:
    """A probability as whole per cents; never as none or all.

    >>> percent(0.704, "ja"), percent(0.002, "ja")
    ('70%', '1%未満')
    """
    if probability < 0.01:
        return say("suggest.hardly", lang)
    return say("suggest.nearly", lang) if probability > 0.99 else f"{probability * 100:.0f}%"


def none_words(none: float | None, lang: str) -> str:
    """How likely it is that there is no counterpart; unknown against an extract."""
    return say("suggest.unknown", lang) if none is None else percent(none, lang)
