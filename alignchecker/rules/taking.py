"""A list of findings that came back -> what is added to reviews.toml and waivers.toml, and why not.

Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from alignchecker.graph.describe import Describer
from alignchecker.model.errors import AligncheckerError, ConfigError
from alignchecker.model.finding import Report, State
from alignchecker.model.review import FindingsList, Row
from alignchecker.rules import review_file, waiver_file
from alignchecker.rules.answers import Answer, Outcome, Signing, answered
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.review_file import Reviews
from alignchecker.rules.toml_blocks import appended
from alignchecker.rules.waiving import Unwritable, Waiving


class Remark(StrEnum):
    """What is to be known of an answer that was recorded.

    gone: the project has the finding no more. changed: it lists other things than it did.
    waived-already: waivers.toml has it, and stays as it is. waived-still: the answer takes back
    what waivers.toml excuses. The others: why no record of waivers.toml could be written.
    """

    GONE = "gone"
    CHANGED = "changed"
    WAIVED_ALREADY = "waived-already"
    WAIVED_STILL = "waived-still"
    NO_PLAN = Unwritable.NO_PLAN.value
    NO_NAME = Unwritable.NO_NAME.value
    OTHERS = Unwritable.OTHERS.value
    TOO_MANY = Unwritable.TOO_MANY.value


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a list. waivers: blocks of waivers.toml. waived: how many findings they excuse.

    added: numbers of rows about no finding.
    """

    answers: Sequence[Answer]
    waivers: Sequence[str]
    waived: int
    remarks: Mapping[Remark, Sequence[Row]]
    added: Sequence[int]

    def rows(self, outcome: Outcome) -> list[Row]:
        """The rows that came to something."""
        return [answer.row for answer in self.answers if answer.outcome is outcome]

    @property
    def is_anything_left(self) -> bool:
        """Whether a row was not taken that says something new."""
        return bool(self.rows(Outcome.CONFLICT) or self.rows(Outcome.WITHOUT_REASON))

    def contents(self, folder: Path) -> Iterator[tuple[Path, bytes]]:
        """Each file of the project that changes, with its new content. Errors of ``appended``.

        What excuses comes first: answers without it would be taken for done the next time.
        """
        records = [a.record.text() for a in self.answers if a.outcome is Outcome.RECORD]
        for name, blocks in ((waiver_file.FILE, self.waivers), (review_file.FILE, records)):
            if blocks:
                path = folder / name
                yield path, appended(path, blocks)


def taken(
    listed: FindingsList,
    report: Report,
    rules: Mapping[str, Rule],
    describe: Describer,
    reviews: Reviews,
    signing: Signing,
) -> Taken:
    """What a list adds to a project. report: of a check of the project as it is.

    Raises the error of waivers.toml if it could not be read, ConfigError with the rows that nobody
    has signed.
    """
    for file in report.inputs:
        if file.error is not None and Path(file.path).name == waiver_file.FILE:
            raise file.error
    answers = answered(listed.rows, report.findings, reviews, signing)
    unsigned = [a.row for a in answers if a.outcome is Outcome.UNSIGNED]
    if unsigned:
        raise _unsigned(unsigned, signing)
    waiving = Waiving(report.findings, rules, describe)
    blocks: list[str] = []
    waived = 0
    remarks: dict[Remark, list[Row]] = {}
    for answer in answers:
        if answer.outcome is not Outcome.RECORD:
            continue
        remark, added = _waived(answer, waiving)
        blocks += added
        waived += bool(added)
        if remark is not None:
            remarks.setdefault(remark, []).append(answer.row)
    return Taken(answers, blocks, waived, remarks, listed.added)


def _waived(answer: Answer, waiving: Waiving) -> tuple[Remark | None, list[str]]:
    """The blocks that an answer adds to waivers.toml, and what is to be known of it."""
    finding = answer.finding
    if finding is None:
        return Remark.GONE, []
    if finding.state is State.WAIVED:
        return (Remark.WAIVED_ALREADY if answer.is_dismissal else Remark.WAIVED_STILL), []
    if not answer.is_dismissal:
        return None, []
    if not answer.is_about_the_same:
        return Remark.CHANGED, []
    blocks = waiving.blocks(finding, answer.record.review, answer.row.message.partition("\n")[0])
    return (Remark(blocks.value), []) if isinstance(blocks, Unwritable) else (None, blocks)


def _unsigned(rows: Sequence[Row], signing: Signing) -> AligncheckerError:
    numbers = ", ".join(str(row.row) for row in rows)
    lacking = [
        option for option, said in (("--by", signing.person), ("--date", signing.date)) if not said
    ]
    asked = " ".join(lacking)
    return ConfigError(
        f"記入者か記入日のない行があります（{numbers}行目）。行に書くか、{asked} で指定して、"
        "もう一度読み込んでください。何も書き込んでいません。",
        f"Rows {numbers} do not say who answered, or when. Write it there, or give {asked}, and"
        " import it again. Nothing was written.",
    )
