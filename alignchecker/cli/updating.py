"""``import --update``: a new draft of a plan over an earlier import."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alignchecker.cli import options
from alignchecker.diff.earlier import Earlier, read_earlier
from alignchecker.diff.loose_ends import loose_ends
from alignchecker.diff.report import update_report
from alignchecker.diff.updating import Updated, update
from alignchecker.graph.named_graph import FORMATS, in_named_graph
from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.graph.turtle import statements_turtle
from alignchecker.importers.corrections import (
    corrections_beside,
    has_corrections,
    read_corrections,
)
from alignchecker.lang.changes import change_text
from alignchecker.model.correction import Correction
from alignchecker.model.errors import ConfigError
from alignchecker.model.names import DATA
from alignchecker.model.plan import PlanDraft
from alignchecker.reports.plan_json import plan_json
from alignchecker.reports.writing import write_whole

_FORMATS = ("turtle", "json", *FORMATS)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Request:
    """What ``import`` was asked: the new document, the earlier import, where to write.

    base: as given, None if it was not.
    """

    file: Path
    old: Path
    output: Path | None
    base: str | None
    plan_type: str | None
    structure_only: bool


@dataclass(frozen=True, slots=True)
class Job:
    """An update that has been worked out, with nothing written yet."""

    request: Request
    earlier: Earlier
    updated: Updated

    def deliver(self, form: str, language: str) -> None:
        """Writes the plan, whole or not at all, then says on stderr what changed."""
        output = self.request.output
        if form == "json":
            written = plan_json(self.updated.draft, language).decode()
        elif form in FORMATS:
            statements, edition = self.updated.statements, self.updated.edition
            written = in_named_graph(statements, edition, form).decode()
        else:
            written = statements_turtle(self.updated.statements, self.updated.edition)
        # Looked for before the earlier import may be written over: its lines are told.
        gone = self.updated.gone
        ends = list(loose_ends(self.request.old, self.updated.carried, gone))
        lines = list(update_report(self.earlier, self.updated, ends, language))
        kept = _backup(self.request.old, written) if self.overwrites() else None
        options.deliver(written, output)
        if kept is not None:
            lines.append(change_text("backup", language, path=kept))
        for line in lines:
            options.tell(_CONTROL.sub(" ", line))

    def overwrites(self) -> bool:
        """Whether the plan is written over its earlier import."""
        output = self.request.output
        return output is not None and options.is_same(output, self.request.old)


def work_out(request: Request, draft: PlanDraft, form: str) -> Job:
    """The update of an earlier import to a draft as read, without corrections.

    Raises ConfigError or InputError for options that exclude each other and for what is no earlier
    import of the same edition.
    """
    _check(request, form)
    corrections, source = _corrections(request)
    if request.plan_type is not None:
        corrections = (Correction("plan_type", request.plan_type, "--type"), *corrections)
    if request.structure_only:
        draft = draft.structure()
    base = request.base or DATA
    earlier = read_earlier(request.old, base, draft, request.file, corrections)
    updated = update(earlier, draft, corrections)
    if updated.unfit and source != corrections_beside(request.old):
        raise updated.unfit[0].error
    return Job(request, earlier, updated)


def _check(request: Request, form: str) -> None:
    if form not in _FORMATS:
        raise ConfigError(
            f"--update と --to {form} は一緒に使えません。.ttl に書き出してから変換してください。",
            f"--update cannot be used with --to {form}. Write a .ttl and convert that.",
        )
    is_import = request.old.suffix.lower() in RDF_SUFFIXES
    if is_import and request.base is not None:
        raise ConfigError(
            "--update を付けると IRI は以前の取り込みのままになるため、--base は使えません。"
            "--base を外してください。",
            "With --update the IRIs stay those of the earlier import. Leave out --base.",
        )
    over = request.output is not None and options.is_same(request.output, request.old)
    if over and (form != "turtle" or request.old.suffix.lower() != ".ttl"):
        raise ConfigError(
            "--update のファイルへ上書きできるのは .ttl だけです。"
            "--output に別のファイルを指定してください。",
            "Only a .ttl can be written over itself. Name another file as --output.",
        )


def _corrections(request: Request) -> tuple[Sequence[Correction], Path | None]:
    """The corrections beside the output, else the new document, else the earlier import."""
    for path in (request.output, request.file, request.old):
        if path is not None and has_corrections(path):
            return read_corrections(corrections_beside(path)), corrections_beside(path)
    return (), None


def _backup(path: Path, written: str) -> Path | None:
    """Keeps a file as plan.ttl.bak, .bak2 … before it is written over; None if it stays equal."""
    content = path.read_bytes()
    if content == written.encode():
        return None
    names = (path.with_name(f"{path.name}.bak{n if n > 1 else ''}") for n in itertools.count(1))
    free = next(name for name in names if not name.exists())
    write_whole(free, content)
    return free
