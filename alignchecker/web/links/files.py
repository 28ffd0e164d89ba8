"""Which files of the folder hold nothing but links: for these, plans need not be read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad

from alignchecker.graph.dataset import aln
from alignchecker.graph.nodes import TYPE
from alignchecker.graph.rdf_files import RDF_SUFFIXES, read_quads
from alignchecker.importers.sssom import is_link_set
from alignchecker.model.errors import AligncheckerError
from alignchecker.web.folder.project import Project

_KINDS = {aln("Link"), aln("Review")}
_OF_LINKS = aln("review")


@dataclass(frozen=True, slots=True)
class Looked:
    """The folder as it is. revision: of all but the files of links; links: these, with digests."""

    revision: str
    links: Mapping[Path, str | None]


@dataclass(slots=True)
class LinkFiles:
    """Looks at the folder; what a file holds is found out once while it stays as it is."""

    project: Project
    _known: dict[Path, tuple[str | None, bool]] = field(default_factory=dict)

    def look(self) -> Looked:
        """The folder as it is now. Errors as of ``Project.files``."""
        others, links = [], {}
        for file in self.project.files().values():
            digest = self.project.digest(file.path)
            if self._holds_links(file.path, digest):
                links[file.path] = digest
            else:
                others.append(file.path)
        return Looked(self.project.combined(others), links)

    def told(self, path: Path, digest: str | None) -> None:
        """Of a file that was written here: that it holds links, without reading it again."""
        self._known[path] = (digest, True)

    def _holds_links(self, path: Path, digest: str | None) -> bool:
        known = self._known.get(path)
        if known is None or known[0] != digest:
            known = self._known[path] = (digest, digest is not None and _is_of_links(path))
        return known[1]


def _is_of_links(path: Path) -> bool:
    """Whether a file describes links and reviews alone. One that cannot be read is told elsewhere,
    with the plans."""
    if is_link_set(path):
        return True
    if path.suffix.lower() not in RDF_SUFFIXES:
        return False
    try:
        quads = list(read_quads(path))
    except AligncheckerError:
        return False
    return bool(quads) and _are_of_links(quads)


def _are_of_links(quads: list[Quad]) -> bool:
    ours = {q.subject for q in quads if q.predicate == TYPE and q.object in _KINDS}
    typed = {q.subject for q in quads if q.predicate == TYPE and q.object not in _KINDS}
    others = {q.subject for q in quads if q.subject not in ours and q.predicate != _OF_LINKS}
    return not typed and not others
