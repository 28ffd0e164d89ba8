"""Links and reviews that are added to a project: to which file, and how its bytes go on.

A file is only ever added to at its end; what stands there stays as it is, comments and all. A
record takes one line, for that is how version control puts two copies of a file together: line by
line. Names of records come from what they say, so a record that is in both copies is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from alignchecker.graph.dataset import Dataset, Role, Statement
from alignchecker.graph.describe import Describer
from alignchecker.graph.link_records import link_statements, review_statements
from alignchecker.graph.nodes import TYPE
from alignchecker.graph.rdf_files import read_quads
from alignchecker.importers.decoding import read_bytes
from alignchecker.importers.paths import is_file
from alignchecker.importers.sssom import EXTENSIONS, UNDOES, is_link_set, read_sssom
from alignchecker.links.sssom import added_lines
from alignchecker.model.errors import InputError
from alignchecker.model.links import LinkRecord, LinkReview, review_iri

FOLDER = "links"
_SAFE = re.compile(r"[^0-9A-Za-z._-]+")


@dataclass(frozen=True, slots=True)
class Addition:
    """Reviews that are new. link: with all that it has. is_new: whether nobody has it yet."""

    link: LinkRecord
    reviews: tuple[LinkReview, ...]
    is_new: bool = False


def named(link: str, review: LinkReview) -> LinkReview:
    """A review with the name that comes from what it says."""
    return replace(review, iri=review_iri(link, review))


def contents(
    folder: Path, dataset: Dataset, additions: Iterable[Addition]
) -> Iterator[tuple[Path, bytes]]:
    """Each file of a project that changes, with its new content.

    Raises InputError for a file that could not be read with what is added.
    """
    describer = Describer(dataset)
    by_file: dict[Path, list[Addition]] = defaultdict(list)
    for addition in additions:
        by_file[_file(folder, dataset, describer, addition)].append(addition)
    for path in sorted(by_file):
        yield path, _appended(path, by_file[path], describer)


def _file(folder: Path, dataset: Dataset, describer: Describer, addition: Addition) -> Path:
    """Where the records of a link go: the file of links that it is in, else that of its plans.

    Plans are imported anew, and other formats cannot be added to at the end.
    """
    link = addition.link
    home = dataset.file_of(NamedNode(link.iri))
    if home is not None and home.role is Role.INPUT and home.path.parent.name == FOLDER:
        inside = home.path.resolve().is_relative_to(folder.resolve())
        is_rdf = home.path.suffix.lower() in {".ttl", ".trig"}
        if inside and (is_rdf or _takes_rows(home.path, addition.reviews)):
            return home.path
    ends = (link.start, link.to or link.none_in or "")
    plans = [describer.plan_of(NamedNode(end)) or NamedNode(end) for end in ends]
    name = "--".join(map(_slug, (plan.value for plan in plans)))
    return folder / FOLDER / f"{name}.ttl"


def _slug(plan: str) -> str:
    """children-fy2026 of <…/08236/children/fy2026>."""
    parts = plan.rstrip("/").rsplit("/", 2)[-2:]
    return _SAFE.sub("-", "-".join(parts)).strip("-.") or "plan"


def _takes_rows(path: Path, reviews: Iterable[LinkReview]) -> bool:
    """Whether a table has all columns that reviews need; one of another program may not."""
    needed = set(EXTENSIONS)
    if not any(review.undoes for review in reviews):
        needed.discard(UNDOES)
    return is_link_set(path) and needed <= set(read_sssom(path).columns)


def _appended(path: Path, additions: Sequence[Addition], describer: Describer) -> bytes:
    old = read_bytes(path, None) if is_file(path) else b""
    if is_link_set(path):
        table = read_sssom(path, old)
        only_new = [replace(a.link, reviews=a.reviews) for a in additions]
        added = added_lines(only_new, table.columns, table.prefixes, _label(describer))
    else:
        added = "".join(_line(statements) for a in additions for statements in _records(a))
    content = _joined(old, added)
    if is_link_set(path):
        read_sssom(path, content)
    else:
        _check(path, old, content)
    return content


def _joined(old: bytes, added: str) -> bytes:
    if old and not old.endswith(b"\n"):
        added = "\n" + added
    if b"\r\n" in old:
        added = added.replace("\n", "\r\n")
    return old + added.encode()


def _records(addition: Addition) -> Iterator[list[Statement]]:
    if addition.is_new:
        yield list(link_statements(addition.link))
    for review in addition.reviews:
        yield list(review_statements(addition.link.iri, review))


def _line(statements: Sequence[Statement]) -> str:
    """Statements on a line, with full names: it means the same wherever it stands."""
    about: Mapping[str, list[str]] = defaultdict(list)
    for subject, predicate, value in statements:
        verb = "a" if predicate == TYPE else str(predicate)
        about[str(subject)].append(f"{verb} {value}")
    return " ".join(f"{s} {' ; '.join(said)} ." for s, said in about.items()) + "\n"


def _check(path: Path, old: bytes, content: bytes) -> None:
    """Raises InputError where what stood there would no longer say the same."""
    before = list(read_quads(path, old)) if old else []
    after = list(read_quads(path, content))
    if len(after) < len(before) or _plain(before) - _plain(after):
        raise InputError(
            "このファイルの書き方では、終わりに書き足せません。終わりに閉じていない記述がないか"
            "確かめてください。",
            "Nothing can be added at its end as it is written. Check for something left open.",
            str(path),
        )


def _plain(quads: Iterable[Quad]) -> set[Quad]:
    return {quad for quad in quads if "_:" not in str(quad)}


def _label(describer: Describer) -> Callable[[str], str]:
    return lambda iri: describer.label(NamedNode(iri))
