"""計画一覧: what is in the folder, what became of it, and where new documents are dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from alignchecker.model.finding import PlanSummary, State
from alignchecker.model.severity import Severity
from alignchecker.web.checks import Latest
from alignchecker.web.jobs import Job
from alignchecker.web.parts import Parts, parts
from alignchecker.web.project import PlanFile
from alignchecker.web.rendering import html, session_of
from alignchecker.web.storing import SUFFIXES


@dataclass(frozen=True, slots=True)
class Row:
    """A plan of the folder. file: None where it is not there any more.

    counts: findings that are not waived, by the word of their severity.
    """

    plan: PlanSummary
    file: PlanFile | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Inventory:
    """own: the plans of the folder. cited: those that they stand under. unread: files that could
    not be read, with why. waiting: files of which nothing is known yet."""

    own: Sequence[Row]
    cited: Sequence[PlanSummary]
    unread: Mapping[str, str]
    waiting: Sequence[PlanFile]

    @classmethod
    def of(cls, latest: Latest | None, files: Mapping[str, PlanFile], lang: str) -> Inventory:
        """As far as it is known: from the last check, and what lies in the folder now."""
        if latest is None:
            return cls((), (), {}, list(files.values()))
        report, homes = latest.checked.report, latest.checked.homes
        by_path = {str(file.path): file for file in files.values()}
        counts: Counter[tuple[str, Severity]] = Counter(
            (f.plan.iri, f.severity)
            for f in report.findings
            if f.plan is not None and f.state is not State.WAIVED
        )
        own = [
            Row(
                plan,
                by_path.get(homes.get(plan.iri, "")),
                {s.word: counts[plan.iri, s] for s in sorted(Severity, reverse=True)},
            )
            for plan in report.examined_plans
        ]
        looked_at = {file.path for file in report.inputs}
        return cls(
            own,
            [plan for plan in report.plans if not plan.input],
            {f.path: f.error.text(lang) for f in report.inputs if f.error is not None},
            [file for path, file in by_path.items() if path not in looked_at],
        )


def page(request: Request) -> Response:
    """The page that everything begins at."""
    here = parts(request)
    is_current = here.checks.keep_up()
    lang = session_of(request).lang
    return html(
        request,
        "inventory.html",
        inventory=Inventory.of(here.checks.latest, here.project.files(), lang),
        suffixes=SUFFIXES,
        most=here.settings.most_bytes // (1024 * 1024),
        checking=checking(here, is_current=is_current),
    )


@dataclass(frozen=True, slots=True)
class Checking:
    """What pages that show a check say of it: is it going on, is it about the folder as it is?

    job: the one that goes on. ended: one that came to nothing. is_known: whether there was any.
    """

    folder: str
    job: Job[Latest] | None
    ended: Job[Latest] | None
    is_known: bool
    is_current: bool
    as_of: str | None


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
    )
