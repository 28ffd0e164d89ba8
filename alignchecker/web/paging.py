"""Long lists a page at a time, and the address of a page that keeps what is filtered by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Paged(Generic[Shown]):
    """One page of a list. asked: what its address asks for beside the number, blanks left out."""

    path: str
    asked: Mapping[str, str]
    count: int
    shown: Sequence[Shown]
    number: int
    pages: int

    def address(self, number: int = 1, **other: str) -> str:
        """Of a page of the same list, or with something else asked for; "" for no more."""
        query = {name: value for name, value in {**self.asked, **other}.items() if value}
        query |= {} if number == 1 else {"page": str(number)}
        return self.path + (f"?{urlencode(query)}" if query else "")


def asked_of(query: QueryParams, names: Sequence[str]) -> Mapping[str, str]:
    """What an address asks for under some names, blanks left out."""
    return {name: query[name].strip() for name in names if query.get(name, "").strip()}


def paged(
    every: Sequence[Shown], path: str, asked: Mapping[str, str], query: QueryParams, most: int
) -> Paged[Shown]:
    """The page that an address asks for; the nearest one there is for a number without sense."""
    pages = max(1, -(-len(every) // most))
    wanted = query.get("page", "1")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1
    number = min(max(number, 1), pages)
    shown = every[(number - 1) * most : number * most]
    return Paged(path, asked, len(every), shown, number, pages)


def has(text: str, *words: str | None) -> bool:
    """Whether one of some words has a text in it, in capitals or not."""
    sought = text.lower()
    return not sought or any(sought in word.lower() for word in words if word)
