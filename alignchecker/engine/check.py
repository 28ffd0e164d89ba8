"""The check itself: files read, rules run; and again where files changed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from alignchecker.engine.fast import FastEngine
from alignchecker.engine.interface import Engine
from alignchecker.engine.limits import LimitedEngine
from alignchecker.engine.options import CheckOptions
from alignchecker.engine.run import Run
from alignchecker.graph.dataset import Dataset, Statement
from alignchecker.graph.describe import Describer
from alignchecker.graph.facts import run_facts
from alignchecker.graph.rereading import Files
from alignchecker.model.errors import ConfigError, nearest
from alignchecker.model.finding import Report
from alignchecker.model.progress import Observer, unobserved
from alignchecker.rules.catalogue import Rule, load_catalogue
from alignchecker.rules.own_rules import stamps, with_own_rules
from alignchecker.rules.selection import selection
from alignchecker.rules.waiver_file import add_waivers
from alignchecker.triples.index import Numbered

__all__ = ["CheckOptions", "Checker", "check"]

ENGINES = ("fast", "pyshacl")
_OF_THE_FILES = ("paths", "documents", "frames", "shapes", "as_of", "engine", "rule_timeout")


def check(
    options: CheckOptions,
    more_facts: Callable[[Dataset], None] | None = None,
    observe: Observer = unobserved,
) -> Report:
    """Checks the plans at some paths. more_facts: adds facts that only some checks have.

    observe: is told of files and rules as they come.

    A file that cannot be read is listed in ``Report.inputs``; the others are still checked.
    Raises ConfigError for an unknown rule, profile, plan or engine, InputError for a missing path.
    """
    return Checker(options).report(more_facts, observe)


class Checker:
    """A check that can be done again: what an edit has no bearing on is not done again.

    Raises ConfigError for an unknown rule, profile or engine, before the plans are read: whoever
    mistyped a rule waits for nothing.
    """

    def __init__(self, options: CheckOptions) -> None:
        self.options = options
        self._catalogue = with_own_rules(load_catalogue(), options.shapes)
        self._stamps = stamps(options.shapes)
        self._engine = _engine(options.engine)
        if options.rule_timeout is not None:
            self._engine = LimitedEngine(self._engine, options.rule_timeout)
        selection(self._catalogue, Dataset(), (), options.everywhere, {})
        self._files = Files(
            options.paths, options.documents, options.frames, options.shapes, options.parsed
        )
        self._of_the_run: tuple[Dataset | None, list[Numbered]] = (None, [])

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules that were read, by id, whether they apply or not."""
        return self._catalogue.rules

    @property
    def dataset(self) -> Dataset:
        """What the last report is about; empty before the first one."""
        return self._of_the_run[0] or Dataset()

    def takes(self, options: CheckOptions) -> bool:
        """Goes on with other options, if they are about the same files, rules and engine."""
        is_same = all(getattr(options, n) == getattr(self.options, n) for n in _OF_THE_FILES)
        is_same = is_same and self._stamps == stamps(options.shapes)
        if is_same:
            selection(self._catalogue, Dataset(), (), options.everywhere, {})
            self.options = options
        return is_same

    def has_changed(self) -> bool:
        """Whether a file of the check is another than it was at the last report."""
        return self._files.has_changed()

    def report(
        self,
        more_facts: Callable[[Dataset], None] | None = None,
        observe: Observer = unobserved,
    ) -> Report:
        """What is found in the files as they are by now. Arguments and errors as of ``check``."""
        with _collector_at_rest():
            started = time.perf_counter()
            dataset = self._files.dataset(observe)
            if self._of_the_run[0] is not dataset:
                dataset.add_facts(run_facts(self.options.as_of))
                self._of_the_run = dataset, []
            if dataset.files:
                add_waivers(dataset, self.options.waivers, self._catalogue.rules)
            loading = time.perf_counter() - started
            if more_facts is not None:
                more_facts(dataset)
            run = Run(self.options, self._catalogue, dataset, Describer(dataset))
            return run.report(self._engine, loading, self._tell, observe)

    def _tell(self, dataset: Dataset, facts: Sequence[Statement]) -> None:
        """Puts what a run has found into the dataset, instead of what the last one had."""
        said = dataset.numbered(facts)
        dataset.index.replace(self._of_the_run[1], said)
        self._of_the_run = dataset, said


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for reference cycles while millions of objects are made that are in none.

    It would look at all of them again and again: a fifth of the time of a check.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _engine(name: str) -> Engine:
    if name == "fast":
        return FastEngine()
    if name == "pyshacl":
        # It takes longer to load than the other one takes for a city.
        from alignchecker.engine.pyshacl_engine import PyshaclEngine  # noqa: PLC0415

        return PyshaclEngine()
    close = nearest(name, ENGINES) or ENGINES[0]
    raise ConfigError(
        f"エンジン「{name}」はありません。「{close}」を使ってください。",
        f"There is no engine '{name}'. Use '{close}'.",
    )
