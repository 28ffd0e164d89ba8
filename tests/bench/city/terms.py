"""Turtle, term by term; None stands for what is not said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Pairs = Iterable[tuple[str, str | int | None]]
"""Property and value; what has no value is left out."""


def node(iri: str, kind: str, pairs: Pairs) -> str:
    """A node of a class with what is said of it."""
    stated = "".join(f" ;\n    {name} {value}" for name, value in pairs if value is not None)
    return f"<{iri}> a {kind}{stated} .\n"


def ref(iri: str | None) -> str | None:
    """An IRI."""
    return None if iri is None else f"<{iri}>"


def refs(iris: Iterable[str]) -> str | None:
    """A list of IRIs."""
    return " , ".join(f"<{iri}>" for iri in iris) or None


def ja(text: str | None) -> str | None:
    """Words in Japanese."""
    return None if text is None else f'"{text}"@ja'


def string(text: str | None) -> str | None:
    """A string."""
    return None if text is None else f'"{text}"'


def strings(texts: Iterable[str]) -> str | None:
    """A list of strings."""
    return " , ".join(f'"{text}"' for text in texts) or None


def concept(scheme: str, notation: str | None) -> str | None:
    """A concept of a code list."""
    return None if notation is None else f"code:{scheme}-{notation}"


def flag(said: bool) -> str | None:
    """True, or nothing."""
    return "true" if said else None


def numbered(iri: str, name: str, things: Iterable[object]) -> Iterator[str]:
    """An IRI for each of some things, in their order."""
    return (f"{iri}/{name}/{number}" for number, _ in enumerate(things, start=1))
