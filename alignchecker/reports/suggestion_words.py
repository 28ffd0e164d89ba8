"""Why an item is a candidate, and how likely, as sentences."""

from __future__ import annotations

from alignchecker.lang import say
from alignchecker.model.suggestion import Grounds

_BETWEEN = {"ja": "、", "en": ", "}


def why(grounds: Grounds, lang: str) -> str:
    """The reasons as one sentence."""
    kinds = (
        ("terms", grounds.terms),
        ("concepts", grounds.concepts),
        ("siblings", grounds.siblings),
    )
    said = [
        say(f"suggest.{kind}", lang, words=_BETWEEN[lang].join(words))
        for kind, words in kinds
        if words
    ]
    said += [say("suggest.meaning", lang)] if grounds.meaning else []
    return say("suggest.between", lang).join(said) or say("suggest.weak", lang)


def percent(probability: float) -> str:
    """A probability as whole per cents.

    >>> percent(0.704)
    '70%'
    """
    return f"{probability * 100:.0f}%"


def none_words(none: float | None, lang: str) -> str:
    """How likely it is that there is no counterpart; unknown against an extract."""
    return say("suggest.unknown", lang) if none is None else percent(none)
