"""What is written to the project folder: whole files, by one writer at a time."""

from __future__ import annotations

import itertools
import json
import secrets
import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.importers import READERS
from alignchecker.importers.corrections import corrections_beside, read_corrections
from alignchecker.importers.os_errors import cause
from alignchecker.importers.paths import is_file
from alignchecker.links.lock import writing
from alignchecker.model.correction import Correction
from alignchecker.model.errors import InputError
from alignchecker.reports.writing import write_whole
from alignchecker.web.folder.arriving import Arrival, digest
from alignchecker.web.guard.safety import too_large
from alignchecker.web.refusing import Refusal

_INCOMING = (".cache", "incoming")
_KEYS = ("field", "item", "as_read", "words", "value", "value_as_read", "verb", "rank", "reason")
"""Of a correction, in the order in which a person reads them."""
SUFFIXES = (*READERS, *RDF_SUFFIXES)
"""What can be sent, by the ending of the name: nothing else of the name is used."""
_OTHER_OFFICE = {".doc", ".docm", ".rtf", ".odt", ".jtd", ".xls", ".xlsm", ".xlsb", ".ods"}
"""Documents that the program they were made with can save as one of these."""


async def take(folder: Path, name: str, pieces: AsyncIterator[bytes], most: int) -> Path:
    """What was sent, as a file under a name that its sender did not choose.

    name: as sent; its ending says of what format it is. Raises Refusal for one that is not read,
    for nothing and for too much; InputError where the folder cannot be written to.
    """
    suffix = Path(name).suffix.lower()
    if suffix in _OTHER_OFFICE:
        raise Refusal(415, "format-office", suffix=suffix)
    if suffix not in SUFFIXES:
        raise Refusal(415, "format", suffix=suffix[:12] or "―", known=" ".join(SUFFIXES))
    place = folder.joinpath(*_INCOMING) / f"{secrets.token_hex(8)}{suffix}"
    size = 0
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as stream:
            async for piece in pieces:
                size += len(piece)
                if size > most:
                    raise too_large(most)
                stream.write(piece)
        if not size:
            raise Refusal(400, "empty")
    except OSError as error:
        discard(place)
        raise _unwritable(place.parent, error) from error
    except BaseException:
        discard(place)
        raise
    return place


def discard(incoming: Path) -> None:
    """Removes what was sent and is not needed any more."""
    incoming.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Removes what a server that was killed has left behind."""
    shutil.rmtree(folder.joinpath(*_INCOMING), ignore_errors=True)


def store(folder: Path, arrival: Arrival, incoming: Path | None = None) -> None:
    """Writes a plan: first its document, then the plan itself, whose file decides what holds.

    Raises Refusal where somebody changed the plan since it was worked out, InputError where the
    folder cannot be written to; then nothing was changed.
    """
    with writing(folder):
        _check(folder, arrival)
        for path in (arrival.turtle, arrival.document):
            if path is not None:
                _make(path.parent)
        if arrival.document is not None and incoming is not None:
            write_whole(arrival.document, incoming.read_bytes())
        _keep(arrival)
        write_whole(arrival.turtle, arrival.content)


def store_corrections(
    folder: Path, arrival: Arrival, corrections: Sequence[Correction], before: Sequence[Correction]
) -> None:
    """Writes a plan with other corrections than before, and these. Errors as of ``store``."""
    with writing(folder):
        _check(folder, arrival)
        beside = corrections_beside(arrival.turtle)
        if (read_corrections(beside) if is_file(beside) else ()) != tuple(before):
            raise Refusal(409, "changed-corrections")
        write_whole(beside, corrections_toml(corrections).encode())
        _keep(arrival)
        write_whole(arrival.turtle, arrival.content)


def corrections_toml(corrections: Sequence[Correction]) -> str:
    """The file that ``importers.corrections`` reads."""
    return "\n".join(map(_table, corrections))


def _table(correction: Correction) -> str:
    lines = ["[[correction]]"]
    for name in _KEYS:
        value = getattr(correction, name)
        if value:
            # JSON leaves DEL as it is, which TOML forbids.
            text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
            lines.append(f"{name} = {text}")
    if not correction.verified:
        lines.append("verified = false")
    return "\n".join(lines) + "\n"


def _check(folder: Path, arrival: Arrival) -> None:
    """Raises Refusal for a plan that is not what it was, or that leads out of the folder."""
    for path in (arrival.turtle, arrival.document):
        if path is not None and not path.resolve().is_relative_to(folder.resolve()):
            raise Refusal(403, "outside")
    now = digest(arrival.turtle.read_bytes()) if is_file(arrival.turtle) else None
    if now != arrival.before:
        raise Refusal(409, "changed")


def _keep(arrival: Arrival) -> None:
    """Keeps what the plan's file held as plan.ttl.bak, .bak2 …, as the command line does."""
    path = arrival.turtle
    if not is_file(path) or (content := path.read_bytes()) == arrival.content:
        return
    names = (path.with_name(f"{path.name}.bak{n if n > 1 else ''}") for n in itertools.count(1))
    write_whole(next(name for name in names if not name.exists()), content)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> InputError:
    ja, en = cause(error)
    return InputError(
        f"書き込めません（{ja}）。フォルダーに書き込めるか、空き容量があるかを確かめてください。",
        f"It cannot be written ({en}). Check whether the folder may be written to, and its space.",
        str(folder),
    )
