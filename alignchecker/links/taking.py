"""A list of links that came back -> the reviews that are added, and which rows are not, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode

from alignchecker.graph.fingerprints import is_same
from alignchecker.links.records import Addition
from alignchecker.links.reviewing import Answer, Reviewing
from alignchecker.model.errors import ConfigError
from alignchecker.model.link_list import LinkRow
from alignchecker.model.links import LinkRecord, Verdict, standing


class Left(StrEnum):
    """Why a row was not taken.

    conflict: somebody has reviewed the link since. changed: an end says something else by now.
    gone: an end is not among the plans.
    """

    CONFLICT = "conflict"
    CHANGED = "changed"
    GONE = "gone"
    WITHOUT_REASON = "without-reason"
    WITHOUT_VERDICT = "without-verdict"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a list."""

    additions: Sequence[Addition]
    left: Mapping[Left, Sequence[LinkRow]]


def state_of(link: LinkRecord | None) -> str:
    """What tells whether a link was reviewed since: a value that each review changes."""
    names = sorted(review.iri for review in link.reviews) if link else []
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]


def taken(rows: Sequence[LinkRow], reviewing: Reviewing, person: str, date: str) -> Taken:
    """What a list adds. person, date: for rows that do not say who and when; "" for nobody.

    Raises ConfigError with the rows that nobody has signed.
    """
    before = dict(reviewing.links)
    wanted: list[tuple[LinkRecord, Answer]] = []
    left: dict[Left, list[LinkRow]] = {}
    unsigned: list[LinkRow] = []
    for row in rows:
        link = _link(row, reviewing)
        reason = _why_not(row, link, before.get(link.iri), reviewing, person)
        if reason is not None:
            left.setdefault(reason, []).append(row)
        elif row.verdict is not None and not _is_said(row, before.get(link.iri), person):
            who, when = row.person or person, row.date or date
            if not who or not when:
                unsigned.append(row)
            kind = row.kind if row.kind and row.kind.value != row.was_kind else None
            wanted.append((link, Answer(row.verdict, who, when, row.reason, kind)))
    if unsigned:
        raise _unsigned(unsigned)
    return Taken([reviewing.said(link, answer) for link, answer in wanted], left)


def _link(row: LinkRow, reviewing: Reviewing) -> LinkRecord:
    known = reviewing.links.get(row.link)
    if known is not None:
        return known
    return reviewing.between(row.start, row.to or None, None if row.to else row.none_in or None)


def _why_not(
    row: LinkRow,
    link: LinkRecord,
    known: LinkRecord | None,
    reviewing: Reviewing,
    person: str,
) -> Left | None:
    if row.verdict is None:
        return Left.WITHOUT_VERDICT
    if row.verdict is Verdict.NO_COUNTERPART and not row.reason:
        return Left.WITHOUT_REASON
    if _is_said(row, known, person):
        return None
    if any(end and NamedNode(end) not in reviewing.items for end in (row.start, row.to)):
        return Left.GONE
    if state_of(known) != row.state:
        return Left.CONFLICT
    kept = (row.was_from, row.was_to)
    now = (wording.fingerprint for wording in reviewing.wordings(link))
    pairs = zip(kept, now, strict=True)
    return None if all(is_same(one, other) for one, other in pairs) else Left.CHANGED


def _is_said(row: LinkRow, known: LinkRecord | None, person: str) -> bool:
    """Whether the row is recorded already, as it is when a list is read once more."""
    who = " ".join((row.person or person).split())
    return any(
        (review.verdict, review.reason, review.reviewer) == (row.verdict, row.reason, who)
        and row.date in {"", review.date}
        for review in (standing(known.reviews) if known else ())
    )


def _unsigned(rows: Sequence[LinkRow]) -> ConfigError:
    numbers = ", ".join(str(row.row) for row in rows)
    return ConfigError(
        f"記入者か記入日のない行があります（{numbers}行目）。行に書くか、--by と --date で"
        "指定して、もう一度読み込んでください。何も書き込んでいません。",
        f"Rows {numbers} do not say who reviewed, or when. Write it there, or give --by and"
        " --date, and import it again. Nothing was written.",
    )
