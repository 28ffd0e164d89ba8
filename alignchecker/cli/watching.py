"""``check --watch``: checks again whenever a file has changed, until Ctrl+C."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from alignchecker.cli import options
from alignchecker.cli.checking import reported
from alignchecker.cli.progress import progress
from alignchecker.importers.paths import stamp
from alignchecker.lang import say
from alignchecker.model.errors import AligncheckerError

if TYPE_CHECKING:
    from alignchecker.engine.check import Checker, CheckOptions
    from alignchecker.model.finding import Report

_PAUSE = 0.2
"""Seconds between two looks at the files: nobody notices it, and the machine does not either."""


class Settled(NamedTuple):
    """What is to be checked, how a report is written (giving the exit status), and the language.

    tables: whether the report is to have those of what answers what.
    """

    options: CheckOptions
    deliver: Callable[[Report], int]
    lang: str
    tables: bool = False


@dataclass(slots=True)
class Watch:
    """A check that goes on. settle: reads the settings, as the command does at its start.

    files: those that the settings stand in.
    """

    settle: Callable[[], Settled]
    files: Callable[[], Sequence[Path]]
    status: int = 0
    _settled: Settled | None = None
    _checker: Checker | None = None
    _stamps: Sequence[object] = ()
    _found: frozenset[str] | None = None
    _pause: Callable[[float], None] = field(default=time.sleep)

    def run(self) -> int:
        """Goes on until Ctrl+C; gives the exit status of the last report."""
        try:
            while True:
                if self._is_due():
                    self._check()
                self._pause(_PAUSE)
        except KeyboardInterrupt:
            return self.status

    def _is_due(self) -> bool:
        if self._checker is None:
            return self._stamps != self._look()
        return self._stamps != self._look() or self._checker.has_changed()

    def _look(self) -> Sequence[object]:
        """What tells that the settings are others than they were."""
        try:
            return [(path, stamp(path)) for path in self.files()]
        except AligncheckerError as error:
            return [str(error)]

    def _check(self) -> None:
        changed = self._look()
        try:
            if self._checker is None or self._settled is None or changed != self._stamps:
                self._settled = self.settle()
                self._checker = self._checker_for(self._settled.options)
            self._stamps = changed
            with progress(self._settled.lang) as observe:
                tables = self._settled.tables
                report = reported(self._checker, tables=tables, observe=observe)
            self.status = self._settled.deliver(report)
        except AligncheckerError as error:
            if self._found is None or self._settled is None:
                raise  # as without --watch: nothing has been checked yet
            # Half a file, or none for the moment: whoever is writing it goes on.
            self._checker, self._stamps = None, changed
            options.tell(error.text(self._settled.lang))
            return
        self._say(report, self._settled.lang)

    def _checker_for(self, asked: CheckOptions) -> Checker:
        from alignchecker.engine.check import Checker

        if self._checker is not None and self._checker.takes(asked):
            return self._checker
        return Checker(asked)

    def _say(self, report: Report, lang: str) -> None:
        """How the findings differ from those before, and that it goes on."""
        found = frozenset(finding.fingerprint for finding in report.findings)
        if self._found is not None:
            new, gone = len(found - self._found), len(self._found - found)
            options.tell(say("watch.again", lang, new=new, gone=gone))
        self._found = found
        options.tell(say("watch.waiting", lang))
