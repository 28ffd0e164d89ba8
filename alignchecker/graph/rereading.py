"""The files of a check, read again where they changed since they were read last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Role, SourceFile, aln
from alignchecker.graph.facts import derive
from alignchecker.graph.file_statements import read_file
from alignchecker.graph.loading import input_files, load
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.importers.corrections import corrections_beside
from alignchecker.importers.paths import Stamp, stamp
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.names import DCTERMS, RDF, SKOS
from alignchecker.model.progress import Observer, unobserved
from alignchecker.triples.index import Numbered

_Signature = tuple[Stamp | None, ...]
# What decides which plans an input describes and cites, and so which shipped plans belong to it.
_DECISIVE = (
    *map(aln, ("relation", "quotedAs", "mentionedIn", "firstFiscalYear", "lastFiscalYear")),
    *(NamedNode(DCTERMS + name) for name in ("title", "isVersionOf", "isPartOf", "publisher")),
    NamedNode(SKOS + "altLabel"),
)  # fmt: skip
_POINTERS = tuple(map(aln, ("to", "noCounterpartIn", "target")))
"""What leads to an item, or to a plan, and so cites that plan."""
_IN_PLAN = aln("inPlan")
_TYPE = NamedNode(RDF + "type")
_KINDS = tuple(map(aln, ("PlanEdition", "PlanPart", "PlanSeries")))


@dataclass(slots=True)
class Files:
    """Paths of a check and what was read from them. Arguments as of ``load``."""

    paths: Sequence[Path]
    documents: Sequence[str] = ()
    frames: Sequence[Path] = ()
    shapes: Sequence[Path] = ()
    parsed: ParsedFiles | None = None
    _dataset: Dataset | None = None
    _signatures: dict[Path, _Signature] = field(default_factory=dict)

    def dataset(self, observe: Observer = unobserved) -> Dataset:
        """What the files say by now, with the facts that follow. The same dataset if it can be.

        observe: is told of each file that is read.
        Raises InputError as ``load`` does.
        """
        if self._dataset is None or not self._refresh(self._dataset):
            # Before they are read: what is saved meanwhile counts as changed.
            before = {file: _signature(file) for file in (*self._there(), *self.frames)}
            self._dataset = load(
                self.paths, self.documents, self.frames, self.shapes, self.parsed, observe
            )
            inputs = [file.path for file in self._dataset.files if file.role is Role.INPUT]
            self._signatures = {file: before.get(file, ()) for file in (*inputs, *self.frames)}
        return self._dataset

    def has_changed(self) -> bool:
        """Whether a file is there that was not, is gone, or is another than when it was read."""
        return self._dataset is None or bool(self._changed()) or self._are_others()

    def _changed(self) -> list[Path]:
        return [file for file, known in self._signatures.items() if known != _signature(file)]

    def _are_others(self) -> bool:
        try:
            return set(self._there()) != self._signatures.keys() - set(self.frames)
        except AligncheckerError:
            return True

    def _there(self) -> Iterator[Path]:
        return input_files(self.paths, self.documents, self.shapes)

    def _refresh(self, dataset: Dataset) -> bool:
        """Brings a dataset up to date. False where it has to be read anew.

        That is so if files came or went, one cannot be read, or other plans are cited than before.
        """
        if self._are_others():
            return False
        changed = {path: _signature(path) for path in self._changed()}
        by_path = {file.path: file for file in dataset.files}
        news: list[tuple[SourceFile, list[Numbered]]] = []
        for path in changed:
            source = by_path.get(path)
            if source is None or source.error is not None or source.role is not Role.INPUT:
                return False
            try:
                said, warnings = read_file(dataset, path, self.parsed)
            except AligncheckerError:
                return False
            old = dataset.said(source)
            if warnings != source.warnings or _decisive(dataset, old) != _decisive(dataset, said):
                return False
            news.append((source, said))
        for source, said in news:
            dataset.replace_statements(source, said)
        self._signatures.update(changed)
        derive(dataset)
        return True


def _signature(path: Path) -> _Signature:
    """What tells that a file is another than it was, with the corrections beside it."""
    return tuple(stamp(file) for file in (path, corrections_beside(path)))


def _decisive(dataset: Dataset, said: Sequence[Numbered]) -> tuple[set[Numbered], set[int]]:
    """Of what a file says, that which decides on other plans; and the plans it points into."""
    find = dataset.index.find
    predicates = {find(predicate) for predicate in _DECISIVE}
    of_type, kinds = find(_TYPE), {find(kind) for kind in _KINDS}
    pointers, in_plan = {find(predicate) for predicate in _POINTERS}, find(_IN_PLAN)
    own = {subject: value for subject, predicate, value in said if predicate == in_plan}
    plans = dataset.index.column(dataset.index.number(_IN_PLAN))
    ends = {value for _, predicate, value in said if predicate in pointers}
    pointed = ((own[end],) if end in own else tuple(plans.values(end)) or (end,) for end in ends)
    return (
        {t for t in said if t[1] in predicates or (t[1] == of_type and t[2] in kinds)},
        set(chain.from_iterable(pointed)),
    )
