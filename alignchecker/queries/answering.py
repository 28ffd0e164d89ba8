"""A query and whatever answers it -> an answer, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from alignchecker.queries.asked import Asked
from alignchecker.queries.errors import QueryFailed, QueryRefused
from alignchecker.queries.sorting import numbers_last, ordered_by

Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
"""Rows of a SELECT, yes or no of an ASK, triples of a CONSTRUCT or DESCRIBE."""
Ask: TypeAlias = Callable[[Asked], Answer]
"""What answers queries. Raises QueryRefused or QueryFailed."""
_PLACE = re.compile(r"error at 1:(\d+): (.*)", re.DOTALL)


def asking(store: Store) -> Ask:
    """Has a store answer."""

    def ask(asked: Asked) -> Answer:
        try:
            found = store.query(numbers_last(asked).text)
            if isinstance(found, QuerySolutions):
                ordered = ordered_by(asked, [variable.value for variable in found.variables])
                return store.query(numbers_last(ordered).text)
            return found
        except SyntaxError as error:
            raise _unreadable(asked, str(error)) from error
        except (OSError, RuntimeError) as error:
            raise failed(asked, str(error)) from error

    return ask


def failed(asked: Asked, reason: str) -> QueryFailed:
    """The error of a query that an engine could not end."""
    return QueryFailed(
        f"問い合わせに答えられませんでした（{reason}）。問い合わせを小さくして試してください。",
        f"The query could not be answered ({reason}). Try a smaller one.",
        asked.name,
    )


def _unreadable(asked: Asked, said: str) -> QueryRefused:
    """What an engine says of the text it got, at the place in the text that was written."""
    match = _PLACE.match(said)
    place = asked.place(int(match[1]) - 1) if match else ()
    reason = match[2] if match else said
    return QueryRefused(
        f"SPARQL として読めません: {reason}。ここまでの書き方を確かめてください。",
        f"This cannot be read as SPARQL: {reason}. Check how it is written up to here.",
        asked.name,
        *place,
    )
