"""The links of the folder as they are now, kept between pages, and what is written to them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from alignchecker.graph.dataset import Dataset, Role, SourceFile
from alignchecker.graph.file_statements import read_file
from alignchecker.links.lock import writing
from alignchecker.links.records import Addition
from alignchecker.links.reviewing import Reviewing
from alignchecker.model.progress import Observer
from alignchecker.reports.link_files import write
from alignchecker.web.folder.project import Project
from alignchecker.web.links.board import Board, BoardTask, Pair, Suggested, SuggestTask
from alignchecker.web.links.board import board as read_board
from alignchecker.web.links.board import suggest as read_suggestions
from alignchecker.web.links.files import LinkFiles, Looked
from alignchecker.web.links.linked import Linked
from alignchecker.web.work.jobs import Job, Jobs
from alignchecker.web.work.worker import Worker

_REVISIONS = 200
"""How many pairs keep their suggestions, those of earlier states of the folder among them."""
_TEXTS = 20_000
_PATIENCE = 1.0
_LONG = 30.0


class Waiting(Exception):
    """Something has to be read first; job: does it."""

    def __init__(self, job: Job[object]) -> None:
        super().__init__(job.kind)
        self.job = job


class Desk:
    """What pages about links share. Each time it is asked it looks at the folder."""

    def __init__(self, project: Project, jobs: Jobs) -> None:
        self.project, self.jobs = project, jobs
        self._files = LinkFiles(project)
        self._boards: OrderedDict[str, Board] = OrderedDict()
        self._linked: Linked | None = None
        self._suggested: OrderedDict[tuple[str, str, str], Suggested] = OrderedDict()
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._reading: dict[tuple[str, ...], Job[object]] = {}
        self._lock = threading.RLock()
        self._writers = threading.Lock()

    def now(self, then: str, patience: float = _PATIENCE) -> Linked:
        """The links as they are. then: the address that asks. Raises Waiting where plans have to be
        read for longer than patience (seconds); the error of a file that cannot be read."""
        with self._lock:
            looked = self._files.look()
            board = self._boards.get(looked.revision)
            job = None if board else self._begin_board(looked, then)
        if job is not None:
            _wait(job, patience)
            with self._lock:
                looked = self._files.look()
                board = self._boards.get(looked.revision)
            if board is None:
                raise Waiting(job)
        assert board is not None
        with self._lock:
            return self._current(board, looked)

    def suggested(self, linked: Linked, pair: Pair, then: str, patience: float = 1.0) -> Suggested:
        """The suggestions of a pair. Raises Waiting and errors as ``now`` does."""
        key = (linked.looked.revision, pair.start, pair.to)
        with self._lock:
            found = self._suggested.get(key)
            if found is not None:
                self._suggested.move_to_end(key)
                return found
            job = self._begin_suggestions(linked, pair, key, then)
        _wait(job, patience)
        found = self._suggested.get(key)
        if found is None:
            raise Waiting(job)
        return found

    @contextmanager
    def recording(self) -> Iterator[tuple[Linked, list[Addition]]]:
        """Within: the links as they are, nobody else writing; what was added is written at the end.

        Raises Waiting where the plans have to be read first, InputError where somebody else goes on
        writing or a file cannot be added to.
        """
        for _ in range(3):
            self.now("/links", _LONG)
            with self._writers, writing(self.project.folder), self._lock:
                looked = self._files.look()
                board = self._boards.get(looked.revision)
                if board is None:
                    continue  # a plan was saved between the two
                linked = self._current(board, looked)
                additions: list[Addition] = []
                try:
                    yield linked, additions
                    self._write(linked, additions)
                except BaseException:
                    if additions:  # what was not written must not be shown
                        self._linked = None
                    raise
                return
        job = self._begin_board(self._files.look(), "/links")
        raise Waiting(job)

    def text_of(self, fingerprint: str) -> str:
        """What an item said when it had a fingerprint; "" where nobody was shown that."""
        return self._texts.get(fingerprint, "")

    def shown(self, fingerprint: str, text: str) -> None:
        """Keeps a wording that somebody was shown."""
        with self._lock:
            self._texts[fingerprint] = text
            if len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)

    def _write(self, linked: Linked, additions: Sequence[Addition]) -> None:
        links = dict(linked.looked.links)
        for path in write(self.project.folder, linked.reviewing.dataset, additions):
            links[path] = self.project.digest(path)
            self._files.told(path, links[path])
        for addition in additions:
            linked.note(linked.reviewing.links[addition.link.iri])
        linked.looked = replace(linked.looked, links=links)

    def _current(self, board: Board, looked: Looked) -> Linked:
        known = self._linked
        if known is not None and known.looked == looked:
            return known
        dataset = Dataset()
        if known is not None and known.board is board:
            dataset = known.reviewing.dataset
            _keep_up(dataset, known.looked, looked)
        else:
            dataset = board.dataset()
            _keep_up(dataset, Looked("", {}), looked)
        self._linked = Linked(board, looked, Reviewing(dataset))
        return self._linked

    def _begin_board(self, looked: Looked, then: str) -> Job[object]:
        task = self._board_task(looked)

        def work(worker: Worker, observe: Observer) -> None:
            found = worker.ask(read_board, task, observe)
            with self._lock:
                self._boards[looked.revision] = found
                while len(self._boards) > 2:
                    self._boards.popitem(last=False)

        return self._begin(("links", looked.revision), Job("links", work, then))

    def _begin_suggestions(
        self, linked: Linked, pair: Pair, key: tuple[str, str, str], then: str
    ) -> Job[object]:
        task = SuggestTask(self._board_task(linked.looked), pair.start, pair.to)

        def work(worker: Worker, observe: Observer) -> None:
            found = worker.ask(read_suggestions, task, observe)
            with self._lock:
                self._suggested[key] = found
                while len(self._suggested) > _REVISIONS:
                    self._suggested.popitem(last=False)

        return self._begin(key, Job("suggest", work, then))

    def _board_task(self, looked: Looked) -> BoardTask:
        settings = self.project.settings
        links = frozenset(looked.links)
        return BoardTask(settings.paths, settings.parsed, looked.revision, links)

    def _begin(self, key: tuple[str, ...], job: Job[None]) -> Job[object]:
        """Begins a job, unless the same is going on."""
        with self._lock:
            known = self._reading.get(key)
            if known is not None and not known.is_over:
                return known
            self._reading = {k: j for k, j in self._reading.items() if not j.is_over}
            self._reading[key] = begun = self.jobs.begin(job)  # type: ignore[assignment]
            return begun  # type: ignore[return-value]


def _wait(job: Job[object], patience: float) -> None:
    """Raises the error of a job that ended with one."""
    if job.wait(patience) and job.error is not None:
        raise job.error


def _keep_up(dataset: Dataset, before: Looked, now: Looked) -> None:
    """Takes in what files of links say now."""
    known = {file.path: file for file in dataset.files}
    for path in before.links.keys() - now.links.keys():
        if path in known:
            dataset.remove_file(known[path])
    for path, digest in now.links.items():
        if before.links.get(path) != digest or path not in known:
            said, warnings = read_file(dataset, path)
            dataset.put_file(SourceFile(path, Role.INPUT, warnings=warnings), said)
