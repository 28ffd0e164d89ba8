"""reviews.toml: what was answered to findings, one block for each answer; the last one counts.

# 青葉市こども計画: 指摘の文
[[review]]
plan = "青葉市こども計画"
label = "放課後の居場所づくり"
status = "見送り"               # 未対応・反映済・見送り
priority = "低"                 # 最優先・高・中・低 (may be left out)
comment = "…"
person = "こども課長"
date = 2026-06-01
rule = "link-cycle"
fingerprint = "7e1f0ff50231ccd2"
results = "0c5dd8e1b4a3f297"
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from alignchecker.importers.toml import read_toml
from alignchecker.lang.answers import PRIORITIES, STATUSES
from alignchecker.model.errors import InputError, did_you_mean
from alignchecker.model.review import Priority, Review, Status
from alignchecker.rules.toml_blocks import block

FILE = "reviews.toml"
_KEYS = ("plan", "label", "status", "priority", "comment", "person", "date", "rule",
         "fingerprint", "results")  # fmt: skip
_REQUIRED = ("status", "person", "date", "fingerprint")


@dataclass(frozen=True, slots=True)
class Record:
    """An answer with what it is about. results: the key of what the finding listed then."""

    review: Review
    fingerprint: str
    rule: str = ""
    plan: str = ""
    label: str = ""
    results: str = ""
    message: str = ""

    def text(self) -> str:
        """The block of the file."""
        review = self.review
        values = {
            "plan": self.plan,
            "label": self.label,
            "status": STATUSES[review.status][0],
            "priority": PRIORITIES[review.priority][0] if review.priority else "",
            "comment": review.comment,
            "person": review.person,
            "date": review.date,
            "rule": self.rule,
            "fingerprint": self.fingerprint,
            "results": self.results,
        }
        return block("review", values, self.message)


@dataclass(frozen=True, slots=True)
class Reviews:
    """The answers of a project by fingerprint, each with its place among all of them."""

    by_fingerprint: Mapping[str, Sequence[tuple[int, Record]]] = field(default_factory=dict)

    @classmethod
    def read(cls, files: Iterable[Path]) -> Reviews:
        """The answers in some files. Raises InputError for one that cannot be meant."""
        found: dict[str, list[tuple[int, Record]]] = defaultdict(list)
        every = (record for file in files for record in _records(file))
        for number, record in enumerate(every):
            found[record.fingerprint].append((number, record))
        return cls(dict(found))

    def of(self, fingerprints: Iterable[str], results: str) -> Review | None:
        """The last answer to a finding by any of its names; None where there is none.

        What was dismissed while the finding listed other things is open again.
        """
        known = (pair for name in fingerprints for pair in self.by_fingerprint.get(name, ()))
        last = max(known, key=lambda pair: pair[0], default=None)
        if last is None:
            return None
        record = last[1]
        is_other = bool(record.results) and record.results != results
        if is_other and record.review.status is Status.DISMISSED:
            return replace(record.review, status=Status.OPEN)
        return record.review

    def last(self, fingerprint: str) -> Review | None:
        """The last answer under one name, whatever the finding lists by now."""
        known = self.by_fingerprint.get(fingerprint)
        return known[-1][1].review if known else None


def _records(path: Path) -> Iterator[Record]:
    table = read_toml(path)
    found = table.get("review", [])
    unknown = sorted(set(table) - {"review"})
    if unknown or not isinstance(found, list) or not all(isinstance(r, dict) for r in found):
        raise InputError(
            "判断の記録は [[review]] の下に書いてください（書き方は docs/guide.ja.md）。",
            "Write each answer below a line [[review]] (see docs/guide.ja.md).",
            str(path),
        )
    for number, values in enumerate(found, start=1):
        yield _record(path, number, values)


def _record(path: Path, number: int, values: Mapping[str, object]) -> Record:
    texts = {key: _text(path, number, key, value) for key, value in values.items()}
    for key in _REQUIRED:
        if not texts.get(key):
            raise InputError(
                f"{number}件目の判断に「{key}」がありません。{', '.join(_REQUIRED)} は必ず"
                "書いてください。",
                f"Answer {number} lacks '{key}'; {', '.join(_REQUIRED)} must be there.",
                str(path),
            )
    status = _one_of(path, number, "status", texts["status"], STATUSES)
    priority = texts.get("priority")
    review = Review(
        Status(status),
        Priority(_one_of(path, number, "priority", priority, PRIORITIES)) if priority else None,
        texts.get("comment", ""),
        texts["person"],
        texts["date"],
    )
    about = {key: texts.get(key, "") for key in ("fingerprint", "rule", "plan", "label", "results")}
    return Record(review, **about)


def _text(path: Path, number: int, key: str, value: object) -> str:
    if key not in _KEYS:
        ja, en = did_you_mean(key, _KEYS)
        raise InputError(
            f"{number}件目の判断の「{key}」という項目はありません。{ja}"
            f"{', '.join(_KEYS)} を使ってください。",
            f"Answer {number} has no '{key}'.{en} Use {', '.join(_KEYS)}.",
            str(path),
        )
    is_day = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
    if key == "date" and is_day:
        return str(value)
    if key != "date" and isinstance(value, str):
        return value.strip()
    expected = "2026-06-01" if key == "date" else '"…"'
    raise InputError(
        f"{number}件目の判断の「{key}」は {key} = {expected} のように書いてください。",
        f"Write '{key}' of answer {number} as {key} = {expected}.",
        str(path),
    )


def _one_of(
    path: Path, number: int, key: str, word: str, known: Mapping[str, tuple[str, str]]
) -> str:
    for value, words in known.items():
        if word in words:
            return value
    choices = [ja for ja, _ in known.values()]
    raise InputError(
        f"{number}件目の判断の {key} の「{word}」はありません。{'、'.join(choices)} から"
        "選んでください。",
        f"There is no {key} '{word}' (answer {number}). Choose one of {', '.join(choices)}.",
        str(path),
    )
