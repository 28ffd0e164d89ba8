"""A time limit for each rule: what runs away is stopped, the others go on.

Nothing in a process can stop a regular expression or a library from within. So rules are evaluated
in a copy of the process, which has the dataset without reading it again, and which can be ended.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from multiprocessing.connection import Connection

from alignchecker.engine.interface import Begin, Engine, Evaluation, silent
from alignchecker.graph.dataset import Dataset
from alignchecker.model.errors import ConfigError
from alignchecker.rules.catalogue import Rule

_SENT = [field.name for field in fields(Evaluation) if field.name != "rule"]


@dataclass(frozen=True, slots=True)
class LimitedEngine:
    """An engine that gives no rule more than some seconds."""

    engine: Engine
    seconds: float

    def evaluate(
        self, dataset: Dataset, rules: Sequence[Rule], begin: Begin = silent
    ) -> list[Evaluation]:
        """See ``Engine``. A rule that takes too long, or ends the process, is one that failed."""
        found: list[Evaluation] = []
        while len(found) < len(rules):
            left = rules[len(found) :]
            done = list(self._until_one_fails(dataset, left, begin))
            found += done
        return found

    def _until_one_fails(
        self, dataset: Dataset, rules: Sequence[Rule], begin: Begin
    ) -> Iterator[Evaluation]:
        receiving, sending = multiprocessing.Pipe(duplex=False)
        process = _context().Process(
            target=_work, args=(self.engine, dataset, rules, sending), daemon=True
        )
        process.start()
        sending.close()
        try:
            for rule in rules:
                begin(rule)
                if not receiving.poll(self.seconds):
                    yield Evaluation(rule, (), self.seconds, _too_long(self.seconds))
                    return
                try:
                    told = receiving.recv()
                except EOFError:
                    yield Evaluation(rule, (), 0.0, _ended())
                    return
                yield Evaluation(rule, *told)
        finally:
            process.kill()
            process.join()
            receiving.close()


def _work(engine: Engine, dataset: Dataset, rules: Sequence[Rule], sending: Connection) -> None:
    for rule in rules:
        (evaluation,) = engine.evaluate(dataset, [rule])
        sending.send(tuple(getattr(evaluation, name) for name in _SENT))


def _context() -> multiprocessing.context.ForkContext:
    if "fork" not in multiprocessing.get_all_start_methods():
        raise ConfigError(
            "--rule-timeout は、この基本ソフト（Windowsなど）では使えません。外してください。",
            "--rule-timeout cannot be used on this system. Leave it out.",
        )
    return multiprocessing.get_context("fork")


def _too_long(seconds: float) -> str:
    return f"制限時間（{seconds:g}秒）を超えたので止めました / stopped after {seconds:g} s"


def _ended() -> str:
    return "検査の途中で終了しました（メモリー不足など） / the process ended (out of memory?)"
