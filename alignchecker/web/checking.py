"""What pages that show a check say of it: whether it goes on, and how it stands to the folder."""

from __future__ import annotations

from dataclasses import dataclass

from alignchecker.web.parts import Parts, today
from alignchecker.web.work.jobs import Job


@dataclass(frozen=True, slots=True)
class Checking:
    """What pages that show a check say of it: is it going on, is it about the folder as it is?

    job: the one that goes on. ended: one that came to nothing. is_known: whether there was any.
    plans: how many plans of the folder it was about. today: what the button offers that checks as
    of today; nothing is checked as of a day unasked.
    """

    folder: str
    job: Job[None] | None
    ended: Job[None] | None
    is_known: bool
    is_current: bool
    as_of: str | None
    plans: int
    today: str


def checking(here: Parts, *, is_current: bool) -> Checking:
    """How the last check stands to the folder."""
    job, latest = here.checks.job, here.checks.latest
    is_on = job is not None and not job.is_over
    return Checking(
        str(here.settings.folder.resolve()),
        job if is_on else None,
        None if is_on or is_current else job,
        latest is not None,
        is_current,
        latest.checked.report.as_of if latest is not None else None,
        len(latest.checked.report.examined_plans) if latest is not None else 0,
        today(here).isoformat(),
    )
