"""Links, reviews and waivers that speak of items which a new reading no longer has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from alignchecker.graph.dataset import Statement, aln
from alignchecker.graph.drafts import read_plans
from alignchecker.graph.positions import subject_lines
from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.importers.decoding import unopened
from alignchecker.importers.paths import is_file, is_folder
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.names import ALN, RDF

_TYPE = RDF + "type"
_ENDS = {ALN + name for name in ("from", "to", "subject", "target", "contributesTo")}
_ABOVE = 3


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A node that speaks of something removed.

    kind: local name of its class ("Link", "Waiver"), "" where it says none; label: of what was
    removed. line: from 1, None where it is not known.
    """

    path: Path
    line: int | None
    node: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or folder that was not looked into, and why."""

    path: Path
    error: AligncheckerError


def project_files(path: Path) -> Iterator[Path | Unreadable]:
    """RDF files beside an import, and in the folder links/ there or up to two folders above."""
    above = [path.resolve().parent, *path.resolve().parent.parents][:_ABOVE]
    folders = dict.fromkeys([above[0], *(folder / "links" for folder in above)])
    for folder in filter(is_folder, folders):
        try:
            files = sorted(folder.iterdir())
        except OSError as error:
            yield Unreadable(folder, unopened(folder, error))
            continue
        yield from (f for f in files if f.suffix.lower() in RDF_SUFFIXES and is_file(f))


def loose_ends(
    path: Path, carried: tuple[Statement, ...], gone: Mapping[str, str]
) -> Iterator[LooseEnd | Unreadable]:
    """Where the project still speaks of what is gone: IRI -> label.

    path: the earlier import, of which only what a person wrote (carried) counts.
    """
    if not gone:
        return
    yield from _in_file(path, carried, gone)
    for file in project_files(path):
        if isinstance(file, Unreadable):
            yield file
            continue
        if file == path.resolve():
            continue
        try:
            statements = read_plans(file).statements
        except AligncheckerError as error:
            yield Unreadable(file, error)
            continue
        yield from _in_file(file, statements, gone)


def _in_file(
    path: Path, statements: tuple[Statement, ...], gone: Mapping[str, str]
) -> Iterator[LooseEnd]:
    found: dict[NamedNode | BlankNode, str] = {}
    for subject, predicate, value in statements:
        if isinstance(value, NamedNode) and value.value in gone and predicate.value in _ENDS:
            found.setdefault(subject, gone[value.value])
        elif isinstance(subject, NamedNode) and subject.value in gone:
            found.setdefault(subject, gone[subject.value])
    if not found:
        return
    # Another import of the plan, an earlier copy say, speaks of its own items.
    own = {s for s, p, o in statements if p.value == _TYPE and o == aln("Item")}
    kinds = {
        s: o.value.removeprefix(ALN)
        for s, p, o in statements
        if p.value == _TYPE and isinstance(o, NamedNode) and o.value.startswith(ALN)
    }
    lines = subject_lines(path)
    for node, label in found.items():
        if node in own:
            continue
        name = node.value if isinstance(node, NamedNode) else ""
        yield LooseEnd(path, lines.get(name), name, kinds.get(node, ""), label)
