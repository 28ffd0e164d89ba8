"""All municipalities of a corpus: those without a current result are checked, and written down."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alignchecker.corpus import cluster, keys, layout, results, running
from alignchecker.corpus.examining import Job, Terms, examine
from alignchecker.corpus.layout import Corpus, Unit
from alignchecker.corpus.processes import Limits
from alignchecker.corpus.results import Result
from alignchecker.corpus.running import Done
from alignchecker.corpus.worker import Reply
from alignchecker.graph.loading import problem
from alignchecker.model.errors import InputError
from alignchecker.model.program import hash_of, installed


@dataclass(frozen=True, slots=True)
class Means:
    """What the units are checked with: so many workers here, or a scheduler of Dask's."""

    workers: int
    scheduler: str | None
    limits: Limits

    def run(self, jobs: Sequence[Job], root: Path, lang: str) -> Generator[Done[Job], None, None]:
        """Each job with what came of it, as they are done."""
        if self.scheduler is not None:
            return cluster.run(examine, jobs, self.scheduler, root, self.limits, lang)
        return running.run(examine, jobs, self.workers, root, self.limits, lang)


def outstanding(
    corpus: Corpus, terms: Callable[[Sequence[Path]], Terms], options: str
) -> list[Job]:
    """The units that have no current result, failed ones among them. options: in words.

    Raises InputError for a frame that cannot be read: every unit would lack it.
    """

    @cache
    def frames(prefecture: str) -> tuple[tuple[Path, ...], str]:
        found = layout.frames(corpus.root, prefecture)
        return found, hash_of(corpus.root, found)

    jobs = []
    for unit in corpus.units:
        files, hashed = frames(unit.prefecture)
        key = keys.key(corpus.root, unit, hashed, options)
        known = results.read(corpus.results, unit)
        if known is None or known.key != key or known.failed is not None:
            jobs.append(Job(unit, files, terms, key, installed()))
    for file in sorted({file for job in jobs for file in job.frames}):
        error = problem(corpus.root / file)
        if error is not None:
            raise error
    return jobs


def check(
    corpus: Corpus,
    jobs: Sequence[Job],
    run: Callable[[Sequence[Job]], Generator[Done[Job], None, None]],
    told: Callable[[], None],
) -> list[Result]:
    """Runs jobs and writes their results; gives those of all units, in their order.

    told: is called after each. Raises InputError where a result cannot be written, or is not there
    any more.
    """
    results.make_folder(corpus.results)
    if jobs:
        with closing(run(jobs)) as done:
            for job, reply in done:
                results.write(corpus.results, job.unit, _text(job, reply))
                told()
    return [_result(corpus, unit) for unit in corpus.units]


def _result(corpus: Corpus, unit: Unit) -> Result:
    result = results.read(corpus.results, unit)
    if result is None:
        raise InputError(
            "結果のファイルが、検査の間に消されたか書き換えられました。もう一度実行してください。",
            "The result was removed or changed during the check. Run it again.",
            str(results.place(corpus.results, unit)),
        )
    return result


def _text(job: Job, reply: Reply) -> str:
    return reply if isinstance(reply, str) else results.failed_text(job.unit, job.key, reply)
