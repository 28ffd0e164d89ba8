"""Answers to findings that came back in a list, held against what the project has recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from alignchecker.model.calendar import is_iso_day
from alignchecker.model.finding import Finding, State
from alignchecker.model.review import Review, Row, Status, results_key
from alignchecker.rules.review_file import Record, Reviews


@dataclass(frozen=True, slots=True)
class Signing:
    """Who answers, and when, where a row does not say; "" where nobody said."""

    person: str
    date: str

    def of(self, row: Row) -> Review:
        """The answer of a row. What an earlier answer was signed with is not taken over."""
        now, before = row.now, row.before
        is_signed, is_dated = (
            text and text != was
            for text, was in ((now.person, before.person), (now.date, before.date))
        )
        person = now.person if is_signed else self.person or now.person
        date = now.date if is_dated else self.date or now.date
        return replace(now, person=person, date=date)


class Outcome(StrEnum):
    """What comes of a row.

    conflict: somebody else has answered meanwhile. without-reason: it dismisses something and does
    not say why. unsigned: nobody says who answers, or when.
    """

    RECORD = "record"
    SAME = "same"
    CONFLICT = "conflict"
    WITHOUT_REASON = "without-reason"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Answer:
    """A row with what comes of it. record: what would be recorded. finding: None if it is gone."""

    row: Row
    outcome: Outcome
    record: Record
    finding: Finding | None

    @property
    def is_dismissal(self) -> bool:
        """Whether it says that nothing will be done."""
        return self.record.review.status is Status.DISMISSED

    @property
    def is_about_the_same(self) -> bool:
        """Whether the finding lists by now what the person saw."""
        return self.finding is not None and results_of(self.finding) == self.row.results


def shown(finding: Finding) -> Review:
    """What a list shows as answered: of what is waived, who waived it and why."""
    review = finding.review or Review()
    if finding.state is not State.WAIVED or review.status is Status.DISMISSED:
        return review
    reasons = "\n".join(dict.fromkeys(w.reason for w in finding.waived))
    people = "、".join(dict.fromkeys(w.person for w in finding.waived))
    days = [w.date for w in finding.waived if w.date is not None and is_iso_day(w.date)]
    return Review(Status.DISMISSED, review.priority, reasons, people, max(days, default=""))


def answered(
    rows: Iterable[Row], findings: Sequence[Finding], reviews: Reviews, signing: Signing
) -> list[Answer]:
    """What comes of the rows that say something else than when they were written."""
    by_name = {finding.fingerprint: finding for finding in findings}
    recorded: dict[str, Review] = {}
    answers = []
    for row in rows:
        if _says_the_same(row.now, row.before):
            continue
        finding = by_name.get(row.fingerprint)
        said = shown(finding) if finding is not None else reviews.last(row.fingerprint) or Review()
        review, last = signing.of(row), reviews.last(row.fingerprint)
        outcome = _outcome(row, recorded.get(row.fingerprint, said), review)
        # What takes back a waiver is recorded, and the waiver still stands: once is enough.
        if outcome is Outcome.RECORD and last is not None and review.says_what(last):
            outcome = Outcome.SAME if review.person == last.person else outcome
        answers.append(Answer(row, outcome, _record(row, review, finding), finding))
        if outcome is Outcome.RECORD:
            recorded[row.fingerprint] = review
    return answers


def _outcome(row: Row, said: Review, review: Review) -> Outcome:
    """said: what the project says by now. review: what the row would add."""
    is_signed_anew = row.now.person != row.before.person
    if review.says_what(said) and (review.person == said.person or not is_signed_anew):
        return Outcome.SAME
    if not _says_the_same(said, row.before):
        return Outcome.CONFLICT
    if review.status is Status.DISMISSED and not review.comment:
        return Outcome.WITHOUT_REASON
    return Outcome.RECORD if review.person and review.date else Outcome.UNSIGNED


def _record(row: Row, review: Review, finding: Finding | None) -> Record:
    plan, label = row.plan, row.label
    if finding is not None:
        plan, label = finding.plan.title if finding.plan else "", finding.focus.label
    return Record(review, row.fingerprint, row.rule, plan, label, row.results, row.message)


def _says_the_same(one: Review, other: Review) -> bool:
    return one.says_what(other) and one.person == other.person


def results_of(finding: Finding) -> str:
    """The key of what a finding lists."""
    return results_key(key.fingerprint for key in finding.keys)
