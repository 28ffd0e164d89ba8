"""Many words looked for in a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from alignchecker.model.normalize import label_key


class WordList:
    """Words of any number; one pass over a text finds them all, however they overlap."""

    def __init__(self, words: Iterable[str]) -> None:
        keys: dict[str, set[str]] = {}
        for word in words:
            keys.setdefault(label_key(word), set()).add(word)
        keys.pop("", None)
        self._words = keys
        self._begun_by = {
            key: [k for end in range(1, len(key) + 1) if (k := key[:end]) in keys] for key in keys
        }
        # Most places begin none of the words: the set of first letters says so at once.
        first = "".join(re.escape(letter) for letter in sorted({key[0] for key in keys}))
        self._pattern = re.compile(f"(?=[{first}])(?=({_longest(keys)}))") if keys else None

    def found(self, *texts: str) -> set[str]:
        """The words of the list that some texts have, whatever width, spacing and old forms.

        >>> sorted(WordList(["見込み", "量の見込み", "確保"]).found("保育の量の 見込み"))
        ['見込み', '量の見込み']
        """
        if self._pattern is None:
            return set()
        # No word has the sign that keeps the texts apart: a key has no white space.
        joined = "\n".join(map(label_key, texts))
        keys = set(self._pattern.findall(joined))
        return {w for key in keys for begun in self._begun_by[key] for w in self._words[begun]}


def _longest(words: Iterable[str]) -> str:
    """A pattern for the longest of some words, letter by letter: no word is tried in vain.

    >>> _longest(["計画", "計画書", "法"])
    '法|計(?:画(?:書)?)'
    """
    branches = []
    for first, begun in groupby(sorted(words), key=itemgetter(0)):
        rests = [word[1:] for word in begun]
        longer = [rest for rest in rests if rest]
        may_end = "?" if len(longer) < len(rests) else ""
        branches.append(re.escape(first) + (f"(?:{_longest(longer)}){may_end}" if longer else ""))
    return "|".join(branches)
