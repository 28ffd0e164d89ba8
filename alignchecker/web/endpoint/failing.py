"""What can go wrong where queries are answered -> the refusal that says so."""

from __future__ import annotations

from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.process import EngineFault, OverMemory, OverTime
from alignchecker.web.endpoint.questions import Failure
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.worker import WorkerLost

FAULTS = (OverTime, OverMemory, EngineFault, WorkerLost)


def refusal_of(error: BaseException, limits: QueryLimits) -> Refusal:
    """The refusal for one of FAULTS."""
    if isinstance(error, OverTime):
        return Refusal(504, "query-time", seconds=f"{limits.seconds:g}")
    if isinstance(error, OverMemory):
        return Refusal(507, "query-memory")
    if isinstance(error, EngineFault):
        return Refusal(500, "query-engine", words=str(error))
    return Refusal(500, "query-lost", words=str(error))


def failed(failure: Failure) -> Refusal:
    """The refusal for a query that got no answer."""
    return Refusal(failure.status, failure.reason, None, **failure.arguments)
