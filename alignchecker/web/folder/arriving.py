"""A document that was sent, or read again, as what is to be written. Runs in the worker."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from pyoxigraph import NamedNode

from alignchecker.diff.earlier import read_earlier
from alignchecker.diff.loose_ends import loose_ends
from alignchecker.diff.report import update_report
from alignchecker.diff.updating import Updated, update
from alignchecker.graph.dataset import aln
from alignchecker.graph.documents import edition_iri
from alignchecker.graph.drafts import read_plans
from alignchecker.graph.nodes import TYPE
from alignchecker.graph.rdf_files import RDF_SUFFIXES, read_rdf
from alignchecker.graph.turtle import statements_turtle, to_turtle
from alignchecker.importers import read_document
from alignchecker.importers.corrections import corrections_beside, read_corrections
from alignchecker.importers.packages import open_package
from alignchecker.importers.paths import is_file
from alignchecker.importers.sheets.xlsx import EXCEL_MAIN
from alignchecker.importers.workbook.cells import sheet_parts
from alignchecker.lang import LANGUAGES
from alignchecker.lang.answers import MARKER
from alignchecker.lang.link_review import LINK_MARKER
from alignchecker.model.correction import Correction
from alignchecker.model.errors import AligncheckerError, InputError
from alignchecker.model.names import DATA
from alignchecker.model.plan import ImportWarning, PlanDraft, Position
from alignchecker.model.progress import Observer, Stage, Step

PLANS = "plans"
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
_EDITIONS = (aln("PlanEdition"), aln("PlanPart"))
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A document at a place that its sender did not choose, and the project it is for.

    known: files of the project that may hold an earlier reading of the same edition.
    """

    folder: Path
    incoming: Path
    known: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class CorrectTask:
    """A plan that is read again with other corrections.

    before: those that it was read with. given: those of ``corrections`` that have to fit.
    """

    folder: Path
    turtle: Path
    document: Path
    corrections: tuple[Correction, ...]
    before: tuple[Correction, ...]
    given: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is to be written. turtle: the file of the plan, with its content; before: the digest of
    what it held when this was worked out, None where it was not there.

    document: where the document goes, None where there is none or it is there already.
    changes: what became of an earlier reading, by language. sha256: of the document.
    warnings: what could not be read of it for certain, without corrections.
    """

    turtle: Path
    content: bytes
    before: str | None
    document: Path | None
    changes: dict[str, tuple[str, ...]]
    sha256: str = ""
    warnings: tuple[ImportWarning, ...] = ()


def read(task: ReadTask, observe: Observer) -> Arrival:
    """A document as a plan of the project: a new one, or a new draft of an edition that is there.

    Raises InputError for a document that cannot be read, or that is no plan. What the sender knows
    of is the document: its place on this machine is left out of what is said.
    """
    observe(Step(Stage.IMPORTING))
    try:
        if task.incoming.suffix in RDF_SUFFIXES:
            return _statements(task)
        if task.incoming.suffix == ".xlsx" and _is_ours(task.incoming):
            raise _not_a_plan(task.incoming)
        draft = read_document(task.incoming)
    except InputError as error:
        raise _without_place(error) from error
    edition = edition_iri(draft)
    target = _home(edition, task.known)
    if target is None:
        target = _place(task.folder, edition)
        document = _free(target, task.incoming, draft.sha256)
        said = to_turtle(_named(draft, document.name)).encode()
        return Arrival(target, said, None, document, {}, draft.sha256, draft.warnings)
    document = _free(target, task.incoming, draft.sha256)
    beside = corrections_beside(target)
    corrections = read_corrections(beside) if is_file(beside) else ()
    named = _named(draft, document.name)
    return _over(target, named, task.incoming, document, corrections)


def _is_ours(book: Path) -> bool:
    """Whether a workbook is one of those that we make to be filled in and read back."""
    with open_package(book, EXCEL_MAIN) as package:
        return not {MARKER, LINK_MARKER}.isdisjoint(sheet_parts(package))


def _not_a_plan(book: Path) -> InputError:
    return InputError(
        "計画の文書ではなく、点検結果か対応づけの Excel です。記入された判断は、コマンド"
        "「alignchecker review import ファイル名 --by 記入者 --date 日付」で読み込めます。",
        "This is no plan but a workbook of findings or links. What was filled in is taken with"
        " alignchecker review import FILE --by NAME --date DAY.",
        str(book),
    )


def correct(task: CorrectTask, observe: Observer) -> Arrival:
    """A document of the project read again, with other corrections than before.

    Raises ConfigError for a given correction that cannot be made, InputError for a document that
    cannot be read.
    """
    observe(Step(Stage.IMPORTING, name=task.document.name))
    draft = read_document(task.document)
    return _over(task.turtle, draft, task.document, None, task.corrections, task.before, task.given)


def warnings(document: Path, observe: Observer) -> tuple[ImportWarning, ...]:
    """What cannot be read of a document for certain. Raises InputError for one that is unread."""
    observe(Step(Stage.IMPORTING, name=document.name))
    return read_document(document).warnings


def _over(
    target: Path,
    draft: PlanDraft,
    file: Path,
    document: Path | None,
    corrections: Sequence[Correction],
    before: Sequence[Correction] | None = None,
    given: Collection[Correction] = (),
) -> Arrival:
    known = digest(target.read_bytes())
    earlier = read_earlier(target, DATA, draft, file, corrections)
    old = earlier.draft
    if old.items and not old.passages and not any(item.text for item in old.items):
        draft = draft.structure()  # as it was imported: sentences stay out
    updated = update(earlier, draft, corrections, before)
    for unfit in updated.unfit:
        if unfit.correction in given:
            raise unfit.error
    ends = list(loose_ends(target, updated.carried, updated.gone))
    said = {lang: tuple(update_report(earlier, updated, ends, lang)) for lang in LANGUAGES}
    found = draft.sha256, draft.warnings
    return Arrival(target, _turtle(updated), known, document, said, *found)


def _turtle(updated: Updated) -> bytes:
    return statements_turtle(updated.statements, updated.edition).encode()


def _statements(task: ReadTask) -> Arrival:
    """A file of statements that holds a plan, as it stands."""
    file = read_plans(task.incoming)
    editions = list(file.titles) or list(_editions(task.incoming))
    if not editions:
        raise InputError(
            "計画が含まれていません。計画を書いたファイルを選んでください。"
            "対応づけだけのファイルは「review import」で取り込みます。",
            "It holds no plan. Choose a file that does; links alone are taken with review import.",
            str(task.incoming),
        )
    home = _home(editions[0], task.known)
    if home is not None:
        raise InputError(
            f"同じ版の計画が、もうあります（{home.relative_to(task.folder)}）。"
            "そのファイルを直接置き換えるか、もとの文書を選んでください。",
            f"This edition is there already ({home.relative_to(task.folder)}). Replace that file"
            " itself, or choose the document it was made from.",
            str(task.incoming),
        )
    place = _place(task.folder, editions[0]).with_suffix(task.incoming.suffix)
    return Arrival(place, task.incoming.read_bytes(), None, None, {})


def _editions(path: Path) -> Iterator[NamedNode]:
    for subject, predicate, value in read_rdf(path):
        if predicate == TYPE and value in _EDITIONS and isinstance(subject, NamedNode):
            yield subject


def _home(edition: NamedNode, known: Iterable[Path]) -> Path | None:
    """The file that holds an edition; one that cannot be read holds nothing."""
    for path in known:
        try:
            if edition in _editions(path):
                return path
        except AligncheckerError:
            continue
    return None


def _place(folder: Path, edition: NamedNode) -> Path:
    """plans/<series>/<edition>.ttl, of the edition's IRI; another name where that one is taken."""
    series, name = (
        part if _SAFE.fullmatch(part) else "x-" + digest(part.encode())[:8]
        for part in edition.value.rsplit("/", 2)[-2:]
    )
    place = folder / PLANS / series / f"{name}.ttl"
    number = 1
    while place.exists():
        number += 1
        place = place.with_name(f"{name}-{number}.ttl")
    return place


def _free(target: Path, incoming: Path, sha256: str) -> Path:
    """Beside the plan, under its name: earlier drafts stay as they are."""
    number, place = 1, target.with_suffix(incoming.suffix)
    while place.exists() and digest(place.read_bytes()) != sha256:
        number += 1
        place = target.with_name(f"{target.stem}-{number}{incoming.suffix}")
    return place


def _named(draft: PlanDraft, name: str) -> PlanDraft:
    """A draft as if it had been read from a file of another name."""
    return cast(PlanDraft, _with_name(replace(draft, file=name), name))


def _with_name(part: object, name: str) -> object:
    if isinstance(part, Position):
        return replace(part, file=name)
    if isinstance(part, tuple):
        return tuple(_with_name(one, name) for one in part)
    if isinstance(part, dict):
        return {key: _with_name(value, name) for key, value in part.items()}
    if is_dataclass(part) and not isinstance(part, type):
        changed = {
            f.name: _with_name(old, name)
            for f in fields(part)
            if isinstance(old := getattr(part, f.name), (tuple, dict)) or is_dataclass(old)
        }
        return replace(part, **changed) if changed else part
    return part


def _without_place(error: InputError) -> AligncheckerError:
    """An error of a document without the name that it had only here."""
    ja, en = error.reason_ja, error.reason_en
    if error.line is not None:
        ja, en = f"{error.line}行目: {ja}", f"line {error.line}: {en}"
    return AligncheckerError(ja, en)


def digest(content: bytes) -> str:
    """What tells that a file holds something else."""
    return hashlib.sha256(content).hexdigest()
