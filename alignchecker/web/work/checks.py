"""The last check of the folder, and the one that is going on."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from alignchecker.model.asked import Asked
from alignchecker.model.finding import Finding
from alignchecker.model.progress import Observer
from alignchecker.reports import check_json
from alignchecker.reports.html.findings import Listing
from alignchecker.reports.json_values import Json
from alignchecker.web.folder.project import Project
from alignchecker.web.work.jobs import Job, Jobs
from alignchecker.web.work.tasks import Checked, CheckTask, check
from alignchecker.web.work.worker import Worker

Made = TypeVar("Made")


@dataclass(slots=True)
class Latest:
    """What a check found, what was asked of it, and the revision of the folder it is about.

    folder: whose name is left out where pages name a file in it.
    """

    checked: Checked
    asked: Asked
    revision: str
    folder: str
    findings: Mapping[str, Finding] = field(init=False)
    _made: dict[Hashable, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.findings = {finding.fingerprint: finding for finding in self.checked.report.findings}

    def listing(self, lang: str) -> Listing:
        """The findings in words, the worst first; put together once for each language."""

        def made() -> Listing:
            every = Listing.of(self.checked.report, self.checked.rules, lang).every
            return Listing([replace(shown, texts=self._within(shown.texts)) for shown in every])

        return self.once(("listing", lang), made)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What pages make of the check, made once. key: the name of one kind of thing."""
        if key not in self._made:
            self._made[key] = make()
        return cast(Made, self._made[key])

    def json(self, lang: str) -> Json:
        """The report as ``check --output-format json`` gives it."""

        def made() -> Json:
            found: Json = json.loads(
                check_json.render(self.checked.report, self.checked.rules, lang)
            )
            return found

        return self.once(("json", lang), made)

    def _within(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        return {name: text.replace(f"{self.folder}{os.sep}", "") for name, text in texts.items()}


class Checks:
    """Begins a check where one is needed: at first, after a change, and when somebody asks."""

    def __init__(self, project: Project, jobs: Jobs) -> None:
        self.project, self.jobs = project, jobs
        self.latest: Latest | None = None
        self._job: Job[None] | None = None
        self._tried: str | None = None
        self._asked = Asked()
        self._lock = threading.Lock()

    @property
    def asked(self) -> Asked:
        """What the last check was asked for, or the next one will be."""
        return self._asked

    @property
    def job(self) -> Job[None] | None:
        """The last one that was begun; it may be over."""
        return self._job

    def begin(self, asked: Asked | None = None) -> Job[None]:
        """Begins a check; the one that waits or runs already, where it asks for the same."""
        with self._lock:
            is_same = asked is None or asked == self._asked
            if self._job is not None and not self._job.is_over and is_same:
                return self._job
            if self._job is not None and not self._job.is_over:
                self.jobs.cancel(self._job)  # type: ignore[arg-type]
            self._asked = self._asked if asked is None else asked
            wanted = self._asked
            self._tried = self.project.revision()

            def work(worker: Worker, observe: Observer) -> None:
                self._do(worker, observe, wanted)

            self._job = self.jobs.begin(Job("check", work, "/findings"))
            return self._job

    def keep_up(self) -> bool:
        """Whether the latest is about the folder as it is and was asked for as the last one was; if
        not, begins a check, once for each change: one that failed or was cancelled is not begun
        again by itself.

        Errors as of ``Project.revision``.
        """
        revision = self.project.revision()
        latest = self.latest
        if latest is not None and (latest.revision, latest.asked) == (revision, self._asked):
            return True
        if self._tried != revision:
            self.begin()
        return False

    def _do(self, worker: Worker, observe: Observer, asked: Asked) -> None:
        settings = self.project.settings
        # Before anything is read: what is saved meanwhile counts as changed.
        revision = self.project.revision()
        task = CheckTask(settings.paths, asked, settings.parsed)
        checked = worker.ask(check, task, observe)
        self.latest = Latest(checked, asked, revision, str(settings.folder))
