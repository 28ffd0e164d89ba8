"""What a query can be refused for, or fail with."""

from __future__ import annotations

from alignchecker.model.errors import InputError


class QueryRefused(InputError):
    """No query, or none that may be asked here: where, and what to write instead."""


class QueryFailed(InputError):
    """A query that was begun and could not be ended."""
