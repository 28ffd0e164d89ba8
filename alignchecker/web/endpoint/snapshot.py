"""The folder as it is -> all its statements, in a process of its own: it takes time and memory."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pyoxigraph import RdfFormat, serialize

from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.model.progress import Observer, unobserved
from alignchecker.queries.opening import opened
from alignchecker.queries.store import graph_names, quads
from alignchecker.rules import configuration
from alignchecker.web.endpoint.counting import counted
from alignchecker.web.endpoint.questions import Snapshot
from alignchecker.web.folder.project import Project
from alignchecker.web.work.worker import WorkerProcess


class Source(Protocol):
    """Where the statements are from that queries are about."""

    def current(self) -> Snapshot:
        """All of them as they are now. Raises AligncheckerError where they cannot be read, and
        WorkerLost where reading them has ended badly."""
        ...


@dataclass(frozen=True, slots=True)
class ReadTask:
    """What to read. parsed: what earlier runs read."""

    paths: tuple[Path, ...]
    parsed: ParsedFiles | None


def read(task: ReadTask, observe: Observer) -> Snapshot:
    """All statements of the inputs, as the verb ``query`` has them; without a revision."""
    settings = configuration.read(configuration.find(task.paths))
    dataset = opened(task.paths, settings, task.parsed, observe)
    written = serialize(quads(dataset, task.paths), format=RdfFormat.N_QUADS)
    assert written is not None
    names = graph_names(dataset, task.paths)
    graphs = sorted(names[file.path].value for file in dataset.files if file.error is None)
    unread = sorted(file.path.name for file in dataset.files if file.error is not None)
    return Snapshot("", written, tuple(graphs), tuple(unread), counted(dataset))


class FolderSource:
    """The statements of a project folder, read again when it has changed."""

    def __init__(self, folder: Project) -> None:
        self.folder = folder
        self._kept: Snapshot | None = None
        self._lock = threading.Lock()
        self._reader = WorkerProcess()

    def current(self) -> Snapshot:
        """As of ``Source``. Others that ask meanwhile wait for the same reading."""
        with self._lock:
            # Before anything is read: what is saved meanwhile counts as changed.
            revision = self.folder.revision()
            if self._kept is None or self._kept.revision != revision:
                settings = self.folder.settings
                task = ReadTask(settings.paths, settings.parsed)
                try:
                    found = self._reader.ask(read, task, unobserved)
                finally:
                    self._reader.end()  # it holds all that it has read
                self._kept = replace(found, revision=revision)
            return self._kept

    def end(self) -> None:
        """Ends a reading that is going on."""
        self._reader.end()
