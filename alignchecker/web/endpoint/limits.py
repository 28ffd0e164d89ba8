"""What a query may take."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """workers: processes, so many queries run at once. seconds: that one may run, without the time
    that it waits. waiting: how many may wait. rows: of an answer, or triples; most_bytes: of the
    same as it is sent. memory: bytes that a query may take beside the data.
    """

    workers: int = 2
    seconds: float = 30.0
    waiting: int = 16
    rows: int = 100_000
    most_bytes: int = 64 * _MB
    memory: int = 1024 * _MB

    @property
    def megabytes(self) -> int:
        """most_bytes, for people."""
        return self.most_bytes // _MB
