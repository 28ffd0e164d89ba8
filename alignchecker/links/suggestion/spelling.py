"""Headings in one spelling, and the runs of characters that are compared."""

from __future__ import annotations

from functools import lru_cache
from operator import add

from alignchecker.model.normalize import label_key


@lru_cache(maxsize=1 << 14)
def spelt_alike(text: str) -> str:
    """A heading in one spelling of the words that plans spell differently.

    >>> spelt_alike("障害児と子供") == spelt_alike("障がい児とこども")
    True
    """
    key = label_key(text).replace("障害", "障がい").replace("障碍", "障がい")
    return key.replace("子供", "こども").replace("子ども", "こども")


@lru_cache(maxsize=1 << 14)
def grams(text: str) -> tuple[str, ...]:
    """Pairs of neighbouring characters of a heading, and its ideographs alone, each once.

    >>> grams("子どもの遊び")
    ('こど', 'ども', 'もの', 'の遊', '遊び', '遊')
    """
    key = spelt_alike(text)
    alone = [letter for letter in key if "\u4e00" <= letter <= "\u9fff"]
    return tuple(dict.fromkeys([*map(add, key, key[1:]), *alone]))
