"""A query and whatever answers it -> an answer, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from alignchecker.queries.asked import Asked
from alignchecker.queries.errors import QueryFailed, QueryRefused
from alignchecker.queries.sorting import numbers_last, ordered_by

Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
"""Rows of a SELECT, yes or no of an ASK, triples of a CONSTRUCT or DESCRIBE."""
Ask: TypeAlias = Callable[[Asked], Answer]
"""What answers queries. Raises QueryRefused or QueryFailed."""
_PLACE = re.compile(r"error at 1:(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class About:
    """The graphs that take the place of those that queries name, and the base of relative IRIs.

    Of the two kinds of graphs, one that is None while the other is not is empty.
    """

    default: Sequence[NamedNode] | None = None
    named: Sequence[NamedNode] | None = None
    base: str | None = None


EVERYTHING = About()
"""The graphs as they are."""


def asking(store: Store, about: About = EVERYTHING) -> Ask:
    """Has a store answer."""
    if about.default is None and about.named is None:
        query = partial(store.query, base_iri=about.base)
    else:
        query = partial(
            store.query,
            base_iri=about.base,
            default_graph=list(about.default or ()),
            named_graphs=list(about.named or ()),
        )

    def ask(asked: Asked) -> Answer:
        try:
            found = query(numbers_last(asked).text)
            if isinstance(found, QuerySolutions):
                ordered = ordered_by(asked, [variable.value for variable in found.variables])
                # Sorting is done by now: nobody wants that twice.
                return found if ordered is asked else query(numbers_last(ordered).text)
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
