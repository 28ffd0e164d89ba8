"""What files say, kept from one run to the next: hashing a file is quicker than reading it again.

An entry is named by a hash of all that reading depends on: the source's bytes, this installation,
the libraries it reads with. So none is ever out of date, and what nobody asks for any more goes
when room is needed. An entry begins with a hash of itself; a damaged one is as good as none, and is
written anew. A folder that cannot be written to is no reason to stop: files are read as without it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from array import array
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.importers.paths import stamp
from alignchecker.model.names import XSD
from alignchecker.model.plan import ImportWarning, Position
from alignchecker.model.resources import resource
from alignchecker.triples.index import Columns
from alignchecker.triples.terms import Term

_LIBRARIES = ("pyoxigraph", "lxml", "pdfplumber", "pdfminer.six")
_HASH = hashlib.sha256().digest_size
_MOST = 512 * 1024 * 1024
"""How many bytes the entries may have together."""
_SUFFIX = ".parsed"
"""By this an entry is known: a folder that a user names may hold other things."""
_STRING = NamedNode(XSD + "string")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says (see ``Index.lists``), and what its import warned of."""

    terms: Sequence[Term]
    triples: Columns
    warnings: tuple[ImportWarning, ...] = ()


@dataclass(slots=True)
class ParsedFiles:
    """Entries in a folder, which need not exist yet; at most so many bytes of them."""

    folder: Path
    most: int = _MOST
    _is_ready: bool = False

    def name(self, *source: str | bytes) -> str:
        """The name of the entry for a source."""
        whole = hashlib.sha256(_installation())
        for part in source:
            content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            whole.update(b"%d:%b" % (len(content), content))
        return whole.hexdigest() + _SUFFIX

    def get(self, name: str) -> Parsed | None:
        """An entry; None where there is none that is whole."""
        path = self.folder / name
        try:
            content = path.read_bytes()
            os.utime(path)  # when it was last of use
        except OSError:
            return None
        given, rest = content[:_HASH], content[_HASH:]
        return _decoded(rest) if hashlib.sha256(rest).digest() == given else None

    def put(self, name: str, parsed: Parsed) -> None:
        """Writes an entry, whole or not at all; none where that cannot be done."""
        if not all(map(_is_plain, parsed.terms)):
            return
        content = _encoded(parsed)
        with suppress(OSError):
            self._make_ready()
            with tempfile.NamedTemporaryFile(
                dir=self.folder, prefix="part-", suffix=_SUFFIX, delete=False
            ) as file:
                written = Path(file.name)
                try:
                    file.write(hashlib.sha256(content).digest() + content)
                    file.close()
                    written.replace(self.folder / name)
                except BaseException:
                    written.unlink(missing_ok=True)
                    raise

    def _make_ready(self) -> None:
        """Once in a run, makes the folder and takes out what was not of use for longest."""
        if self._is_ready:
            return
        # What is in it was read from drafts: nobody else is to see them.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.scandir(self.folder) as entries:
            own = [entry for entry in entries if entry.name.endswith(_SUFFIX)]
            stats = [(entry.path, entry.stat()) for entry in own]
        room = self.most
        for path, stat in sorted(stats, key=lambda entry: (-entry[1].st_mtime_ns, entry[0])):
            room -= stat.st_size
            if room < 0:
                Path(path).unlink(missing_ok=True)
        self._is_ready = True


@cache
def _installation() -> bytes:
    """What tells this installation from others: its files, Python, and the libraries it uses."""
    folders = (Path(__file__).parents[1], resource("ontology"), resource("data"))
    files = sorted(
        (str(file), stamp(file))
        for folder in folders
        for file in folder.rglob("*")
        if file.suffix in {".py", ".ttl"}
    )
    versions = [_version(library) for library in _LIBRARIES]
    return repr((files, sys.version, sys.byteorder, versions)).encode("utf-8", "surrogatepass")


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _is_plain(term: Term) -> bool:
    """Whether a term can be written down: any but a literal with a base direction."""
    return not isinstance(term, Literal) or term.direction is None


def _encoded(parsed: Parsed) -> bytes:
    head = {
        "terms": list(map(_written, parsed.terms)),
        "warnings": list(map(astuple, parsed.warnings)),
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    places = b"".join(column.tobytes() for column in parsed.triples)
    return text.encode("utf-8", "surrogatepass") + b"\n" + places


def _decoded(content: bytes) -> Parsed:
    text, _, places = content.partition(b"\n")
    head = json.loads(text.decode("utf-8", "surrogatepass"))
    size = len(places) // 3
    columns = [array("I", places[size * n : size * (n + 1)]) for n in range(3)]
    warnings = (_warning(*warning) for warning in head["warnings"])
    return Parsed(
        list(map(_term, head["terms"])), (columns[0], columns[1], columns[2]), tuple(warnings)
    )


_Written = str | tuple[str] | tuple[str, str] | tuple[str, None, str]
"""An IRI or, after _:, a blank node; or a literal as its words, its language, its datatype."""
_BLANK = "_:"


def _written(term: Term) -> _Written:
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode) else _BLANK + term.value
    if term.language is not None:
        return term.value, term.language
    return (term.value,) if term.datatype == _STRING else (term.value, None, term.datatype.value)


def _term(written: str | list[str | None]) -> Term:
    if isinstance(written, str):
        label = written.removeprefix(_BLANK)
        return NamedNode(written) if label == written else BlankNode(label)
    value, language, datatype = (*written, None, None)[:3]
    assert value is not None
    if language is not None:
        return Literal(value, language=language)
    return Literal(value) if datatype is None else Literal(value, datatype=NamedNode(datatype))


def _warning(code: str, arguments: Sequence[str], position: Sequence[Any] | None) -> ImportWarning:
    return ImportWarning(code, tuple(arguments), None if position is None else Position(*position))
