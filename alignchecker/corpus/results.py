"""The file that holds the result of one municipality; it is written whole or not at all.

    {"schema": 1, "unit": "08236-omitama", "prefecture": "08", "key": "…", "failOn": "violation",
     "failed": null, "report": {…}, "tables": {"plans": […], "outlines": […], …}}

report is the JSON of ``check`` without what differs between equal runs. Where a unit failed, failed
is {"reason", "detail"}, and report, tables and failOn are null.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from alignchecker.corpus.layout import Unit
from alignchecker.importers.decoding import read_bytes
from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import AligncheckerError, InputError
from alignchecker.reports.writing import write_whole

SCHEMA = 1
SEVERITIES = ("violation", "warning", "info")
OUTLINES = ("children-outline",)
"""Types of the national plans whose items are counted: こども大綱."""
LINKINGS = ("begun", "not-begun", "not-applicable", "no-measures")
"""How far the linking of a plan is; not-applicable: it names no other plan."""


class Reason(StrEnum):
    """Why a unit has no report: its error is in ``Failure.detail``, as is each limit."""

    ERROR = "error"
    KILLED = "killed"
    MEMORY = "memory"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a unit failed. detail: the error's words, the signal, or the limit with its unit."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a run shows of one unit. findings: those not waived, new: those to act on, by severity.

    fail_on: what the unit's own configuration says. inputs 0: it has no files to check.
    """

    unit: str
    key: str
    failed: Failure | None
    fail_on: str = "violation"
    findings: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)
    inputs: int = 0
    unread: int = 0
    rules_failed: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether everything was read and every rule ran."""
        return self.failed is None and not self.unread and not self.rules_failed


def place(folder: Path, unit: Unit) -> Path:
    """The file of a unit in the folder of results."""
    return folder / f"{unit.name}.json"


def failed_text(unit: Unit, key: str, failure: Failure) -> str:
    """The file of a unit that failed."""
    failed = {"reason": failure.reason.value, "detail": failure.detail}
    return text(unit, key, {"failOn": None, "failed": failed, "report": None, "tables": None})


def text(unit: Unit, key: str, rest: Mapping[str, object]) -> str:
    """The file of a unit, with a line break at its end."""
    head = {"schema": SCHEMA, "unit": unit.name, "prefecture": unit.prefecture, "key": key}
    return json.dumps({**head, **rest}, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path, unit: Unit, content: str) -> None:
    """Writes the file of a unit. Raises InputError where that cannot be done."""
    write_whole(place(folder, unit), content.encode())


def read(folder: Path, unit: Unit) -> Result | None:
    """What the file of a unit says; None where there is none that a run wrote."""
    try:
        document = json.loads(read_bytes(place(folder, unit), None))
        return _result(document) if document["schema"] == SCHEMA else None
    except (InputError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _result(document: dict[str, object]) -> Result:
    unit, key = str(document["unit"]), str(document["key"])
    match document["failed"], document["report"]:
        case {"reason": str(reason), "detail": str(detail)}, _:
            return Result(unit, key, Failure(Reason(reason), detail))
        case None, {
            "summary": {"findings": dict(findings), "rules": dict(rules)},
            "findings": list(listed),
            "inputs": list(inputs),
        }:
            new = Counter(f["severity"] for f in listed if f["state"] == "new")
            return Result(
                unit,
                key,
                None,
                str(document["failOn"]),
                {word: findings[word] for word in SEVERITIES},
                {word: new[word] for word in SEVERITIES},
                len(inputs),
                sum(not file["read"] for file in inputs),
                rules["failed"],
            )
        case _:
            raise ValueError("no result")


def make_folder(folder: Path) -> None:
    """Makes the folder of results. Raises InputError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _no_folder(folder, error) from error


def _no_folder(folder: Path, error: OSError) -> AligncheckerError:

    ja, en = cause(error)
    return InputError(
        f"結果のフォルダーを作れません（{ja}）。--output で別の場所を指定してください。",
        f"The folder of results cannot be made ({en}). Name another with --output.",
        str(folder),
    )
