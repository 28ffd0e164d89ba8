"""What addresses call plans and items, so that no address holds an IRI."""

from __future__ import annotations

import hashlib

_LONG = 16


def key_of(*iris: str) -> str:
    """The name of a node, or of several together.

    >>> len(key_of("https://example.jp/a")), key_of("urn:a", "urn:b") == key_of("urn:b", "urn:a")
    (16, False)
    """
    return hashlib.sha256("\0".join(iris).encode(errors="surrogatepass")).hexdigest()[:_LONG]
