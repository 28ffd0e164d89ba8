"""An earlier import, as a file holds it: the plan, its nodes, and what a person wrote beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from alignchecker.diff.identity import numbered
from alignchecker.diff.matching import match
from alignchecker.graph.dataset import Node, Statement, aln
from alignchecker.graph.documents import edition_iri
from alignchecker.graph.drafts import read_plans
from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.importers import READERS, read_document
from alignchecker.importers.corrections import apply_each
from alignchecker.importers.decoding import MAX_BYTES
from alignchecker.model.correction import Correction
from alignchecker.model.errors import AligncheckerError, InputError
from alignchecker.model.plan import PlanDraft, Position

_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>"{}|^`\\\s]*>|(?P<comment>#[^\n]*)',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier import.

    statements: of its file, none if it is a document. names: IRI that documents.triples gives ->
    node of the file. others: what the draft does not say. origin: what the document that it was
    imported from gives today, None where that is not at hand; the draft itself where the new
    reading is of a workbook made from this import, in which a person's word is the last.
    comments: (line, words after #).
    """

    path: Path
    edition: NamedNode
    base: str
    draft: PlanDraft
    statements: tuple[Statement, ...] = ()
    names: Mapping[str, Node] | None = None
    others: tuple[Statement, ...] = ()
    origin: PlanDraft | None = None
    comments: tuple[tuple[int, str], ...] = ()

    def node(self, path: str) -> Node:
        """The node of an item (its id) or an entry ("relation/1")."""
        written = edition_iri(self.draft, self.base).value
        known = (self.names or {}).get(f"{written}/{path}")
        return known or NamedNode(f"{self.edition.value}/{path}")

    def used(self) -> set[str]:
        """Everything that the file says is or was below the edition, by its path."""
        prefix = self.edition.value + "/"
        nodes = {term for s, _, o in self.statements for term in (s, o)}
        iris = {node.value for node in nodes if isinstance(node, NamedNode)}
        paths = {iri.removeprefix(prefix) for iri in iris if iri.startswith(prefix)}
        return paths | {item.id for item in self.draft.items}


def read_earlier(
    path: Path,
    base: str,
    new: PlanDraft,
    file: Path,
    corrections: Sequence[Correction],
) -> Earlier:
    """The plan of an earlier import, or of the document of an earlier draft.

    base: of the IRIs where it is a document, which corrections then apply to. new: the new reading,
    of file; the document that the plan was imported from is looked for beside both files.
    Raises InputError where the file holds no plan, or several.
    """
    if path.suffix.lower() in RDF_SUFFIXES:
        return _stored(path, new, file)
    origin = read_document(path)
    draft = apply_each(origin, corrections)[0]
    return Earlier(path, edition_iri(draft, base), base, draft, origin=origin)


def _stored(path: Path, new: PlanDraft, document: Path) -> Earlier:
    file = read_plans(path)
    if len(file.plans) != 1:
        titles = "、".join(f"「{plan.draft.title or plan.edition.value}」" for plan in file.plans)
        raise InputError(
            f"計画が{len(file.plans)}件あります{titles and f'（{titles}）'}。"
            "--update には、一つの計画を取り込んだファイルを指定してください。",
            f"It holds {len(file.plans)} plans. Name a file with one imported plan as --update.",
            str(path),
        )
    plan = file.plans[0]
    return Earlier(
        path=path,
        edition=plan.edition,
        base=plan.base,
        draft=plan.draft,
        statements=file.statements,
        names=plan.names,
        others=file.others,
        origin=_origin(plan.draft, new, document, (path.parent, document.parent)),
        comments=tuple(_comments(path)),
    )


def _origin(
    old: PlanDraft, new: PlanDraft, document: Path, folders: Iterable[Path]
) -> PlanDraft | None:
    """What the old document gives when read today: the new one if it is the same, or a file.

    A workbook made from the import names the same document, but holds what a person made of it.
    """
    if old.sha256 == new.sha256:
        return new if _sha256(document) in (new.sha256, None) else old
    name = Path(old.file).name
    for folder in dict.fromkeys(folders):
        candidate = folder / name
        if name and candidate.suffix.lower() in READERS and _sha256(candidate) == old.sha256:
            with suppress(AligncheckerError):
                return read_document(candidate)
    return None


def _sha256(path: Path) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    if path.suffix.lower() not in {".ttl", ".trig"}:
        return
    text = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    for found in _COMMENT.finditer(text):
        if found["comment"]:
            yield text.count("\n", 0, found.start()) + 1, found["comment"].lstrip("# ").rstrip()


def by_hand(earlier: Earlier) -> dict[str, Node]:
    """What a person added: items, indicators, values, entries ("relation/1") -> their nodes.

    The importer gives everything a place in the document, and reads it again from the same one.
    Where no item has a place, the file is not the importer's and nothing can be told apart; where
    a workbook made from it is read, all of that is in the workbook.
    """
    draft, origin = earlier.draft, earlier.origin
    if origin is draft or not any(_has_place(item.position) for item in draft.items):
        return {}
    known = match(draft.items, origin.items).pairs if origin else None
    found = [
        item.id
        for item in draft.items
        if not _has_place(item.position) or (known is not None and item.id not in known)
    ]
    found += [entry.id for entry in draft.indicators if not _has_place(entry.position)]
    found += [
        f"{entry.id}/v{number}"
        for entry in draft.indicators
        for number, value in enumerate(entry.values, start=1)
        if not _has_place(value.position)
    ]
    found += [
        f"{kind}/{number}"
        for kind, entries in numbered(draft).items()
        for number, entry in enumerate(entries, start=1)
        if not _has_place(entry.position)
    ]
    return {path: earlier.node(path) for path in found}


def _has_place(position: Position | None) -> bool:
    return position is not None and any(
        part is not None for part in (position.line, position.page, position.cell, position.sheet)
    )


def about(nodes: set[Node], statements: Iterable[Statement]) -> list[Statement]:
    """What is said about some nodes and their blank values, and that the plan has them.

    Not that they are above others: where those stand, the new reading says.
    """
    statements = list(statements)
    wanted: set[Node] = set()
    more: set[Node] = set(nodes)
    while more:
        wanted |= more
        values: set[Node] = {o for s, _, o in statements if s in more and isinstance(o, BlankNode)}
        more = values - wanted
    return [
        (s, p, o)
        for s, p, o in statements
        if s in wanted or (o in nodes and p not in {aln("parent"), aln("ofMeasure")})
    ]
