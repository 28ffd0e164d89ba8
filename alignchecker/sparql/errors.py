"""What a query can fail with before any result is there."""

from __future__ import annotations


class QueryError(Exception):
    """The text is no query: what is wrong, and where."""


class Unsupported(Exception):
    """A query that may be right, but that is not answered here as SPARQL says it should be."""
