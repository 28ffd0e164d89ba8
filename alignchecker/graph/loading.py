"""From paths to a dataset: finds the files, reads them, adds the shipped frames they cite."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode

from alignchecker.graph.citations import cited_plans
from alignchecker.graph.dataset import Dataset, Role, SourceFile, aln
from alignchecker.graph.facts import derive
from alignchecker.graph.file_statements import read_file
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.importers import READERS, unknown_format
from alignchecker.importers.decoding import check_is_file, unopened
from alignchecker.importers.paths import is_file, is_folder
from alignchecker.importers.sssom import is_link_set
from alignchecker.model.errors import AligncheckerError, ConfigError
from alignchecker.model.names import DCTERMS, RDF
from alignchecker.model.progress import Observer, Stage, Step, unobserved
from alignchecker.model.resources import resource

_TYPE = NamedNode(RDF + "type")
_IS_VERSION_OF = NamedNode(DCTERMS + "isVersionOf")
_PLANS = (aln("PlanEdition"), aln("PlanPart"), aln("PlanSeries"))


def load(
    paths: Sequence[Path],
    documents: Sequence[str] = (),
    frames: Sequence[Path] = (),
    shapes: Sequence[Path] = (),
    parsed: ParsedFiles | None = None,
    observe: Observer = unobserved,
) -> Dataset:
    """Reads every input, adds frames and derives facts.

    documents: glob patterns (relative to a folder among the paths) of documents to import with it.
    frames: files of plans that inputs may cite, which go before those that are shipped. shapes:
    files of rules, which are no inputs wherever they lie. parsed: what earlier runs read.
    observe: is told of each file.
    A file or folder that cannot be read is kept in ``Dataset.files`` with its error; the others
    still load.
    Raises InputError for a path that does not exist or is of no known kind.
    """
    dataset = Dataset()
    inputs = list(input_files(paths, documents, shapes, dataset.files))
    for number, file in enumerate(inputs, start=1):
        observe(Step(Stage.READING, number, len(inputs), file.name))
        _read_into(dataset, file, Role.INPUT, parsed)
    if not any(file.error is None for file in dataset.files):
        return dataset
    observe(Step(Stage.FRAMES))
    for file in sorted(resource("ontology").glob("*.ttl")):
        _read_into(dataset, file, Role.ONTOLOGY, parsed)
    for file in sorted(resource("data", "laws").glob("*.ttl")):
        if not _already_loaded(dataset, file):
            _read_into(dataset, file, Role.FRAME, parsed)
    _add_frames(dataset, frames, parsed)
    # One who needs facts of others looks again at no more than what they have added.
    dataset.index.keep_log()
    observe(Step(Stage.DERIVING))
    derive(dataset)
    return dataset


def problem(path: Path) -> AligncheckerError | None:
    """Why a file cannot be read; None where it can."""
    dataset = Dataset()
    _read_into(dataset, path, Role.FRAME, None)
    return dataset.files[0].error


def _files(path: Path, documents: Sequence[str], failed: list[SourceFile]) -> Iterator[Path]:
    """The files of an input; failed takes folders that cannot be looked into."""
    rdf, wanted = _candidates(path, documents, failed)
    yield from rdf
    imported = _imported_hashes(rdf) if wanted else set()
    yield from (p for p in wanted if _sha256(p) not in imported)


def _candidates(
    path: Path, documents: Sequence[str], failed: list[SourceFile]
) -> tuple[Sequence[Path], Sequence[Path]]:
    """What stands in files of an input, and the documents to import with it if nobody has."""
    if is_file(path):
        if path.suffix.lower() not in RDF_SUFFIXES and path.suffix.lower() not in READERS:
            raise unknown_format(path, sorted([*RDF_SUFFIXES, *READERS]))
        return [path], []
    if is_folder(path):
        visible = sorted(_visible(path, failed))
        rdf = [p for p in visible if _is_stored(p) and _is_readable(p)]
        wanted = {p for pattern in documents for p in _matching(path, pattern)} - set(rdf)
        return rdf, sorted(wanted)
    check_is_file(path)
    return [], []


def _is_stored(path: Path) -> bool:
    """Whether a file holds statements rather than a document: RDF, or a set of links."""
    return path.suffix.lower() in RDF_SUFFIXES or is_link_set(path)


def _visible(folder: Path, failed: list[SourceFile]) -> Iterator[Path]:
    """What stands in a folder and below it, without what is hidden."""

    def fail(error: OSError) -> None:
        locked = Path(error.filename)
        failed.append(SourceFile(locked, Role.INPUT, unopened(locked, error)))

    for above, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(above, name) for name in names if not name.startswith("."))


def _is_readable(path: Path) -> bool:
    """Whether it is a file; also one that is locked, which reading it will tell."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return [path for path in folder.glob(pattern) if is_file(path)]
    except (ValueError, NotImplementedError) as error:
        raise ConfigError(
            f"設定 documents の「{pattern}」は使えません。"
            "*.txt や 本文/*.txt のように書いてください。",
            f"'{pattern}' in documents is no pattern. Write it like *.txt or text/*.txt.",
        ) from error


def unread_documents(paths: Sequence[Path]) -> int:
    """How many importable documents lie in the folders given; a folder alone does not read them."""
    folders = [path for path in paths if is_folder(path)]
    return sum(
        file.suffix.lower() in READERS and not is_link_set(file)
        for folder in folders
        for file in folder.rglob("*")
    )


def _imported_hashes(rdf: Iterable[Path]) -> set[str]:
    """Hashes of documents that a Turtle file of the folder was imported from."""
    hashes: set[str] = set()
    for path in rdf:
        # A file that cannot be opened is reported when it is read.
        with suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
            hashes.update(part[:64] for part in text.split('"sha256:')[1:])
    return hashes


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _already_loaded(dataset: Dataset, path: Path) -> bool:
    digest = _sha256(path)
    return any(f.path.name == path.name and _sha256(f.path) == digest for f in dataset.files)


def input_files(
    paths: Sequence[Path],
    documents: Sequence[str] = (),
    shapes: Sequence[Path] = (),
    failed: list[SourceFile] | None = None,
) -> Iterator[Path]:
    """The files that some paths stand for, each once. Arguments and errors as of ``load``.

    failed: takes folders that cannot be looked into.
    """
    lists = (_files(path, documents, [] if failed is None else failed) for path in paths)
    return _once((file for files in lists for file in files), shapes)


def possible_files(
    paths: Sequence[Path],
    documents: Sequence[str] = (),
    shapes: Sequence[Path] = (),
    failed: list[SourceFile] | None = None,
) -> Iterator[Path]:
    """The same, with documents that were imported already: none of the files is opened."""
    lists = (_candidates(path, documents, [] if failed is None else failed) for path in paths)
    return _once((file for rdf, wanted in lists for file in (*rdf, *wanted)), shapes)


def _once(files: Iterable[Path], shapes: Sequence[Path]) -> Iterator[Path]:
    read = {file.resolve() for file in shapes}
    for file in files:
        place = file.resolve()
        if place not in read:
            read.add(place)
            yield file


def _read_into(dataset: Dataset, path: Path, role: Role, parsed: ParsedFiles | None) -> None:
    source = SourceFile(path, role)
    try:
        said, warnings = read_file(dataset, path, parsed)
        dataset.add_numbered(replace(source, warnings=warnings), said)
    except AligncheckerError as error:
        dataset.files.append(replace(source, error=error))


def _add_frames(dataset: Dataset, own: Sequence[Path], parsed: ParsedFiles | None) -> None:
    """Adds plans that an input cites or links to: first one's own frames, then the shipped ones.

    What an input describes is its own, and what one's own frames describe is not taken from the
    shipped ones.
    """
    defined = {node.value for kind in _PLANS for node in dataset.subjects(_TYPE, kind)}
    files = []
    for file in (*own, *_shipped_frames()):
        if not _already_loaded(dataset, file):
            _read_into(dataset, file, Role.FRAME, parsed)
            files.append(file)
    cited = cited_plans(dataset)
    for frame in [file for file in dataset.files if file.path in files]:
        said = list(dataset.statements_of(frame))
        described = {s.value for s, p, o in said if p == _TYPE and o in _PLANS}
        left = set(described)
        for plan in sorted(described & defined):
            left -= {plan, *_remove_plan(dataset, NamedNode(plan), frame)}
        if not left & cited:
            dataset.remove_file(frame)
        elif frame.path in own:
            defined |= described


def _shipped_frames() -> Iterator[Path]:
    for folder in ("national", "prefectures"):
        yield from sorted(resource("data", folder).rglob("*.ttl"))


def _remove_plan(dataset: Dataset, plan: NamedNode, frame: SourceFile) -> set[str]:
    """Takes a plan and its items out of a frame; gives the series that it is an edition of."""
    said = list(dataset.statements_of(frame))
    items = {s for s, p, o in said if p == aln("inPlan") and o == plan}
    dataset.remove_statements(frame, {plan, *items})
    return {o.value for s, p, o in said if s == plan and p == _IS_VERSION_OF}
