"""The project folder as pages see it: its plans, their documents, and whether it has changed."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alignchecker.graph.loading import input_files
from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.importers import READERS
from alignchecker.importers.corrections import corrections_beside
from alignchecker.importers.paths import Stamp, is_file, stamp
from alignchecker.rules import configuration, project
from alignchecker.rules.configuration import Configuration
from alignchecker.web.folder.glance import Glance, glance
from alignchecker.web.keys import key_of
from alignchecker.web.settings import Settings

_HASH = re.compile(rb"sha256:([0-9a-f]{64})")
_LONG = 16


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file of the folder. key: what addresses call it, so that no address holds a path.

    is_ours: whether it lies in the folder that is written to.
    """

    key: str
    path: Path
    name: str
    is_ours: bool

    @property
    def is_import(self) -> bool:
        """Whether it holds statements, which an import may have written."""
        return self.path.suffix.lower() in RDF_SUFFIXES


@dataclass(slots=True)
class _Seen:
    """What was worked out of the folder as it looked at some moment.

    is_all: whether the look takes in all that a check depends on.
    """

    look: Glance
    is_all: bool = False
    files: Mapping[str, PlanFile] | None = None
    revision: str | None = None
    documents: dict[str, Path | None] = field(default_factory=dict)


@dataclass(slots=True)
class Project:
    """The folder as it is whenever it is asked; nothing is worked out again while it stays so."""

    settings: Settings
    _seen: _Seen = field(default_factory=lambda: _Seen(()))
    _digests: dict[Path, tuple[Stamp, str]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def folder(self) -> Path:
        """The folder that is written to."""
        return self.settings.folder

    def configuration(self) -> Configuration:
        """What the folder is configured with. Errors as of ``configuration.read``."""
        return configuration.read(configuration.find(self.settings.paths))

    def files(self) -> Mapping[str, PlanFile]:
        """What a check of the folder reads, by key, in its order. Errors as of ``input_files``."""
        seen = self._now()
        if seen.files is None:
            settings = self.configuration()
            shapes = project.shapes(settings)
            found = input_files(self.settings.paths, settings.documents, shapes)
            seen.files = {file.key: file for file in map(self._plan_file, found)}
        return seen.files

    def revision(self) -> str:
        """What is another one when anything was changed that a check depends on."""
        seen = self._now()
        if seen.revision is None:
            seen.revision = self.combined(file.path for file in self.files().values())
        return seen.revision

    def _now(self) -> _Seen:
        """What was worked out already of the folder as it looks now."""
        # Looked at first: what changes while it is worked out makes the next look another one.
        look = glance(self.settings.paths)
        seen = self._seen
        if seen.look != look or not seen.is_all:
            seen = self._seen = _Seen(look, self._is_within())
        return seen

    def _is_within(self) -> bool:
        """Whether all that a check depends on lies where a look goes to. What a configuration names
        may lie anywhere."""
        settings, paths = self.configuration(), self.settings.paths
        if settings.file is None:
            return True
        tops = [path.resolve() for path in paths]
        return (
            project.holds_all(paths, settings)
            and all(
                ".." not in Path(pattern).parts and not Path(pattern).is_absolute()
                for pattern in settings.shapes
            )
            and all(
                any(file.resolve().is_relative_to(top) for top in tops)
                for file in project.settings(paths, settings)
            )
        )

    def revision_of(self, file: PlanFile) -> str:
        """The same for one plan: its file, and its corrections."""
        return self._combined((file.path, corrections_beside(file.path)))

    def combined(self, files: Iterable[Path]) -> str:
        """What is another one when one of some files, the corrections beside it or the
        configuration was changed."""
        settings = self.configuration()
        every: dict[Path, None] = {}
        for path in files:
            every |= dict.fromkeys((path, corrections_beside(path)))
        every |= dict.fromkeys(project.settings(self.settings.paths, settings))
        return self._combined(every)

    def document(self, file: PlanFile) -> Path | None:
        """The document that a plan was imported from, where it lies beside the plan, unchanged."""
        return self.documents([file])[file.key]

    def documents(self, files: Iterable[PlanFile]) -> Mapping[str, Path | None]:
        """The same of many, by key."""
        known = self._now().documents
        for file in files:
            if file.key not in known:
                known[file.key] = self._document(file) if file.is_import else file.path
        return known

    def _document(self, file: PlanFile) -> Path | None:
        wanted = {found.decode() for found in _HASH.findall(file.path.read_bytes())}
        return next((path for path in self._beside(file) if self.digest(path) in wanted), None)

    def document_named(self, file: PlanFile, name: str) -> Path | None:
        """A document beside a plan by the name that the plan's places give it."""
        return next((path for path in self._beside(file) if path.name == name), None)

    def _beside(self, file: PlanFile) -> Iterator[Path]:
        for name in sorted(os.listdir(file.path.parent)):  # noqa: PTH208 (of each plan)
            if name.lower().endswith(tuple(READERS)):
                path = file.path.with_name(name)
                if is_file(path):
                    yield path

    def _plan_file(self, path: Path) -> PlanFile:
        resolved = path.resolve()
        is_ours = resolved.is_relative_to(self.folder.resolve())
        name = resolved.relative_to(self.folder.resolve()).as_posix() if is_ours else str(path)
        return PlanFile(key_of(name), path, name, is_ours)

    def _combined(self, files: Iterator[Path] | tuple[Path, ...] | dict[Path, None]) -> str:
        whole = hashlib.sha256()
        for path in files:
            whole.update(f"{path}\0{self.digest(path)}\n".encode(errors="surrogateescape"))
        return whole.hexdigest()[:_LONG]

    def digest(self, path: Path) -> str | None:
        """Of what a file holds; None where there is none that can be read."""
        now = stamp(path)
        if now is None:
            return None
        with self._lock:
            known = self._digests.get(path)
        if known is not None and known[0] == now:
            return known[1]
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return None
        with self._lock:
            self._digests[path] = (now, found)
        return found
