"""What the worker reads for the review of links: items, pairs of plans, and suggestions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Role, SourceFile, Statement, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.entries import Entry, read_items
from alignchecker.graph.loading import load
from alignchecker.graph.nodes import TYPE
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.links.suggestion.reading import is_extract, measures_of, plans_above
from alignchecker.links.suggestion.suggesting import Model, suggestions
from alignchecker.model.names import SKOS
from alignchecker.model.progress import Observer
from alignchecker.model.suggestion import Suggestion
from alignchecker.rules import configuration, project

_LABEL, _NOTATION = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "notation")
_MOST = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan of the folder and one above it. measures: IRIs of those to link, in their order."""

    start: str
    to: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """What stands in the plans, without the files that hold nothing but links.

    titles: of plans, by IRI. printed: number or code of an item, as it is printed. said: what other
    files say of links and reviews, file by file.
    """

    items: tuple[Entry, ...]
    printed: Mapping[str, str]
    titles: Mapping[str, str]
    pairs: tuple[Pair, ...]
    said: tuple[tuple[SourceFile, tuple[Statement, ...]], ...]

    def dataset(self) -> Dataset:
        """As much of the folder as links are read, reviewed and written with."""
        dataset = Dataset()
        for source, statements in self.said:
            dataset.add_file(source, statements)
        dataset.add_facts(self._facts())
        return dataset

    def _facts(self) -> Iterator[Statement]:
        for plan, title in self.titles.items():
            yield NamedNode(plan), TYPE, aln("PlanEdition")
            yield NamedNode(plan), _LABEL, Literal(title, language="ja")
        for entry in self.items:
            yield entry.node, TYPE, aln("Item")
            yield entry.node, aln("inPlan"), entry.plan
            if entry.is_measure:
                yield entry.node, TYPE, aln("Measure")
            if entry.parent is not None:
                yield entry.node, aln("parent"), entry.parent
            if entry.order is not None:
                yield entry.node, aln("order"), Literal(entry.order)
            texts = ((_LABEL, entry.label), (aln("text"), entry.text),
                     (aln("levelName"), entry.level), (_NOTATION, entry.code or ""))  # fmt: skip
            yield from ((entry.node, name, Literal(text)) for name, text in texts if text)


@dataclass(frozen=True, slots=True)
class BoardTask:
    """What to read. revision: of the plans. links: files that hold nothing but links."""

    paths: tuple[Path, ...]
    parsed: ParsedFiles | None
    revision: str
    links: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class SuggestTask:
    """For which two plans. board: what to read, where it is not read already."""

    board: BoardTask
    start: str
    to: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggestions of a pair, by measure. extract: only a part of the other plan was read."""

    rows: Mapping[str, Suggestion]
    extract: bool


class _Kept:
    """The plans that this process read last."""

    revision: str | None = None
    dataset: Dataset | None = None

    def of(self, task: BoardTask, observe: Observer) -> Dataset:
        if self.dataset is None or self.revision != task.revision:
            self.dataset = None  # not two of them at once
            settings = configuration.read(configuration.find(task.paths))
            self.dataset = load(
                task.paths,
                settings.documents,
                shapes=project.shapes(settings),
                parsed=task.parsed,
                observe=observe,
            )
            self.revision = task.revision
        # Nothing may be left out where links are written, as on the command line.
        for file in self.dataset.files:
            if file.error is not None:
                raise file.error
        return self.dataset


_kept = _Kept()


def board(task: BoardTask, observe: Observer) -> Board:
    """Reads the plans. Raises the error of a file that cannot be read."""
    dataset = _kept.of(task, observe)
    describe = Describer(dataset)
    pairs = tuple(_pairs(dataset, describe))
    items = tuple(dataset.answer(read_items).values())
    plans = {entry.plan for entry in items if isinstance(entry.plan, NamedNode)}
    plans |= {NamedNode(plan) for pair in pairs for plan in (pair.start, pair.to)}
    ordered = sorted(items, key=lambda e: (e.order is None, e.order or 0, e.node.value))
    return Board(
        tuple(ordered),
        {entry.node.value: describe.current(entry.node) or "" for entry in ordered},
        {plan.value: describe.label(plan) for plan in sorted(plans, key=str)},
        pairs,
        tuple(_said(dataset, task.links)),
    )


def suggest(task: SuggestTask, observe: Observer) -> Suggested:
    """The likeliest items for each measure. Raises ConfigError as ``suggestions`` does."""
    dataset = _kept.of(task.board, observe)
    start, to = NamedNode(task.start), NamedNode(task.to)
    found = suggestions(dataset, start, to, most=_MOST, model=Model.NONE, observe=observe)
    return Suggested({row.iri: row for row in found.rows}, is_extract(dataset, to))


def _pairs(dataset: Dataset, describe: Describer) -> Iterator[Pair]:
    """Those that ``suggest`` takes where no other plan is named."""
    plans = (plan for plan in dataset.instances(aln("PlanEdition")) if isinstance(plan, NamedNode))
    for plan in sorted(plans, key=lambda plan: (describe.label(plan), plan.value)):
        file = dataset.file_of(plan)
        if file is None or file.role is not Role.INPUT:
            continue
        measures = measures_of(dataset, describe, plan).iris
        for higher in plans_above(dataset, plan) if measures else ():
            yield Pair(plan.value, higher.value, measures)


def _said(
    dataset: Dataset, without: frozenset[Path]
) -> Iterator[tuple[SourceFile, tuple[Statement, ...]]]:
    kinds = (aln("Link"), aln("Review"))
    nodes = {node for kind in kinds for node in dataset.instances(kind)}
    for file in dataset.files:
        if file.path not in without:
            said: Sequence[Statement] = [s for s in dataset.statements_of(file) if s[0] in nodes]
            if said:
                yield file, tuple(said)
