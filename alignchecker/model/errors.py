"""The one error tree. Every message says what to do; a finding is never an exception."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class AligncheckerError(Exception):
    """What went wrong and what to do, in both languages (exit status 2)."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en

    def __reduce__(self) -> tuple[type[AligncheckerError], tuple[object, ...]]:
        # An exception is unpickled from its one argument; these have several.
        return type(self), (self.ja, self.en)

    def text(self, lang: str) -> str:
        """The message in "ja" or "en"."""
        return self.ja if lang == "ja" else self.en


class InputError(AligncheckerError):
    """A file that cannot be read: path, line and column (from 1) where they are known."""

    def __init__(
        self, ja: str, en: str, path: str, line: int | None = None, column: int | None = None
    ) -> None:
        self.path, self.line, self.column = path, line, column
        self.reason_ja, self.reason_en = ja, en
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {ja}", f"{place}: {en}")

    def __reduce__(self) -> tuple[type[AligncheckerError], tuple[object, ...]]:
        said = (self.reason_ja, self.reason_en, self.path, self.line, self.column)
        return type(self), said


class ConfigError(AligncheckerError):
    """A wrong option, configuration key, rule or profile."""


class RuleError(AligncheckerError):
    """A rule of the catalogue that is not well formed."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a misspelt one, or None.

    >>> nearest("measure-without-lnik", ["measure-without-link", "link-cycle"])
    'measure-without-link'
    """
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return close[0] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    """「…」ではありませんか。 / did you mean …? – both empty where nothing known is close.

    >>> did_you_mean("jsn", ["json", "text"])
    ('「json」ではありませんか。', " Did you mean 'json'?")
    """
    close = nearest(word, known)
    return (f"「{close}」ではありませんか。", f" Did you mean '{close}'?") if close else ("", "")
