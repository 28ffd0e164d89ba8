"""Somebody with the token who asks the endpoint of a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from starlette.testclient import TestClient

from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.questions import Snapshot

from ..serving import BEARER, client, parts_of, settings

SMALL = "".join(
    f"<urn:s{n}> <urn:p> <urn:o{n % 7}> .\n<urn:s{n}> <urn:p> <urn:o{n % 7}> <urn:g> .\n"
    for n in range(300)
).encode()
"""300 statements in the default graph, the same in a named one."""
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
"""Takes longer than anybody waits, and little memory."""
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
"""Takes more memory than there is."""


@dataclass(slots=True)
class Fixed:
    """The same statements until somebody puts others in their place."""

    snapshot: Snapshot = field(default_factory=lambda: Snapshot("1", SMALL, ("urn:empty", "urn:g")))

    def current(self) -> Snapshot:
        return self.snapshot


@contextmanager
def analyst(folder: Path, source: Fixed | None = None, **limits: float) -> Iterator[TestClient]:
    """Asks a server on a folder. source: what it answers from rather than the folder."""
    made = settings(folder, queries=replace(QueryLimits(), **limits))  # type: ignore[arg-type]
    with client(made) as asking:
        asking.headers.update(BEARER)
        if source is not None:
            parts_of(asking).queries.source = source
        yield asking
