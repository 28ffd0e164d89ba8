"""計画一覧: what is in the folder, what became of it, and where new documents are dropped."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from alignchecker.graph.codes import label
from alignchecker.importers.corrections import corrections_beside, read_corrections
from alignchecker.importers.paths import is_file
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.finding import PlanSummary, State
from alignchecker.model.outlines import PlanFacts
from alignchecker.model.severity import Severity
from alignchecker.web.checking import checking
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.folder.storing import SUFFIXES
from alignchecker.web.keys import key_of
from alignchecker.web.paging import asked_of, has, paged
from alignchecker.web.parts import parts
from alignchecker.web.rendering import html, session_of
from alignchecker.web.work.checks import Latest


@dataclass(frozen=True, slots=True)
class Row:
    """A plan of the folder. file: None where it is not there any more.

    key: what addresses call it. counts: findings that are not waived, by the word of their
    severity. below: how many plans of the folder stand under it. measures, linked: how many, and
    how many of these have an accepted link. changed: the day on which its file was written, as
    YYYY-MM-DD. corrected: how many corrections lie beside it. tree: whether it has one.
    """

    plan: PlanSummary
    file: PlanFile | None
    counts: Mapping[str, int]
    key: str
    facts: PlanFacts
    below: int
    measures: int
    linked: int
    changed: str | None
    corrected: int
    tree: bool

    @property
    def share(self) -> int | None:
        """Measures with an accepted link in per cent; None where there are no measures."""
        return 100 * self.linked // self.measures if self.measures else None


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
        report = latest.checked.report
        by_path = {str(file.path): file for file in files.values()}
        counts: Counter[tuple[str, Severity]] = Counter(
            (f.plan.iri, f.severity)
            for f in report.findings
            if f.plan is not None and f.state is not State.WAIVED
        )
        own = list(_rows(latest, by_path, counts))
        looked_at = {file.path for file in report.inputs}
        return cls(
            own,
            [plan for plan in report.plans if not plan.input],
            {f.path: f.error.text(lang) for f in report.inputs if f.error is not None},
            [file for path, file in by_path.items() if path not in looked_at],
        )


def _rows(
    latest: Latest, files: Mapping[str, PlanFile], counts: Mapping[tuple[str, Severity], int]
) -> Iterator[Row]:
    checked = latest.checked
    below = Counter(
        target
        for plan in checked.report.examined_plans
        for target in {tie.target for tie in plan.stands_under}
    )
    for plan in checked.report.examined_plans:
        file = files.get(checked.homes.get(plan.iri, ""))
        outline = checked.shelf.outlines.get(plan.iri)
        yield Row(
            plan,
            file,
            {s.word: counts[plan.iri, s] for s in sorted(Severity, reverse=True)},
            key_of(plan.iri),
            checked.shelf.facts.get(plan.iri, PlanFacts(plan.iri)),
            below[plan.iri],
            outline.measures if outline is not None else 0,
            outline.linked if outline is not None else 0,
            _day_of(file),
            _corrected(file),
            outline is not None,
        )


def _day_of(file: PlanFile | None) -> str | None:
    try:
        written = file.path.stat().st_mtime if file is not None else None
    except OSError:
        return None
    return None if written is None else datetime.date.fromtimestamp(written).isoformat()


def _corrected(file: PlanFile | None) -> int:
    """How many corrections lie beside a plan; 0 where they cannot be read, which a check tells."""
    beside = corrections_beside(file.path) if file is not None else None
    try:
        return len(read_corrections(beside)) if beside is not None and is_file(beside) else 0
    except AligncheckerError:
        return 0


SORTS: Mapping[str, Callable[[Row], tuple[object, ...]]] = {
    "title": lambda row: (row.plan.title,),
    "type": lambda row: (row.plan.plan_type or "~", row.plan.title),
    "period": lambda row: (row.plan.last_year or 9999, row.plan.first_year or 9999),
    "department": lambda row: (row.facts.department or "~", row.plan.title),
    "relations": lambda row: (len(row.plan.stands_under) + row.below,),
    "linked": lambda row: (row.share if row.share is not None else 101,),
    "findings": lambda row: tuple(-count for count in row.counts.values()),
    "changed": lambda row: (row.changed or "", row.plan.title),
}
"""What the rows can be sorted by; what is unknown comes last."""


def chosen(rows: Sequence[Row], asked: Mapping[str, str], lang: str) -> Sequence[Row]:
    """The rows with some words, sorted as an address asks."""
    text = asked.get("text", "")
    found = [row for row in rows if has(text, *_words(row, lang))]
    by = SORTS.get(asked.get("sort", ""))
    # A list is sorted by values of one shape, so they can be compared.
    return sorted(found, key=by, reverse="down" in asked) if by is not None else found


def _words(row: Row, lang: str) -> Iterator[str | None]:
    yield from (row.plan.title, row.facts.department, *row.facts.laws)
    yield label("type", row.plan.plan_type, lang) if row.plan.plan_type else None
    yield row.file.name if row.file is not None else None


def page(request: Request) -> Response:
    """The page that everything begins at."""
    here = parts(request)
    is_current = here.checks.keep_up()
    lang = session_of(request).lang
    inventory = Inventory.of(here.checks.latest, here.project.files(), lang)
    asked = asked_of(request.query_params, ("text", "sort", "down"))
    return html(
        request,
        "inventory.html",
        inventory=inventory,
        rows=paged(chosen(inventory.own, asked, lang), "/plans", asked, request.query_params, 200),
        sorts=tuple(SORTS),
        suffixes=SUFFIXES,
        most=here.settings.most_bytes // (1024 * 1024),
        checking=checking(here, is_current=is_current),
    )
