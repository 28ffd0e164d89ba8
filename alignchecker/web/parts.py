"""What the pages of one server share, and how they get at it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request

from alignchecker.model.calendar import is_iso_day
from alignchecker.web.endpoint.pool import QueryPool
from alignchecker.web.folder.project import PlanFile, Project
from alignchecker.web.guard.sessions import Sessions
from alignchecker.web.links.desk import Desk
from alignchecker.web.reading.readings import Readings
from alignchecker.web.refusing import Refusal
from alignchecker.web.settings import Settings
from alignchecker.web.work.checks import Checks, Latest
from alignchecker.web.work.jobs import Jobs

LONGEST = 2000
"""Characters of a field that a person fills in."""


@dataclass(frozen=True, slots=True)
class Parts:
    """One of each for a server."""

    settings: Settings
    sessions: Sessions
    project: Project
    jobs: Jobs
    checks: Checks
    readings: Readings
    desk: Desk
    queries: QueryPool


def parts(request: Request) -> Parts:
    """Those of the server that answers a request."""
    found = request.app.state.parts
    assert isinstance(found, Parts)
    return found


def plan_file(request: Request) -> PlanFile:
    """The file that an address names. Raises Refusal where there is none, and for a link that leads
    out of what the server was given."""
    here = parts(request)
    file = here.project.files().get(request.path_params["key"])
    if file is None:
        raise Refusal(404, "plan")
    if leads_out(here, file.path):
        raise Refusal(404, "plan")
    return file


def leads_out(here: Parts, path: Path) -> bool:
    """Whether a file is a link that leads out of what the server was given."""
    leads_to = path.resolve()
    return not any(leads_to.is_relative_to(given.resolve()) for given in here.settings.paths)


def latest(request: Request) -> Latest:
    """The last check. Raises Refusal where there has been none."""
    found = parts(request).checks.latest
    if found is None:
        raise Refusal(404, "check")
    return found


def field(form: FormData, name: str) -> str:
    """What a person filled in, without the blanks around it. Raises Refusal for too much."""
    value = form.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise Refusal(400, "field", most=LONGEST)
    return value.strip()


def within(address: str) -> str:
    """An address of ours that a form names, "/" for anything that leads elsewhere.

    >>> within("/plans?x=1"), within("//example.com/"), within("https://example.com/a")
    ('/plans?x=1', '/', '/')
    """
    found = urlsplit(address)
    is_ours = not found.scheme and not found.netloc and found.path.startswith("/")
    if not is_ours or "\\" in address or found.path.startswith("//"):
        return "/"
    return found.path + (f"?{found.query}" if found.query else "")


def day(text: str) -> datetime.date | None:
    """A day as YYYY-MM-DD, None for none. Raises Refusal for anything else."""
    if text and not is_iso_day(text):
        raise Refusal(400, "day", text=text[:20])
    return datetime.date.fromisoformat(text) if text else None


def today(here: Parts) -> datetime.date:
    """The day on which somebody looks or presses a button. Commands are told it; pages are not."""
    return here.settings.today or datetime.date.today()
