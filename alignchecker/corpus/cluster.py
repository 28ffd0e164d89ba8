"""Units on a cluster of Dask's: the same work in the same kind of process, on other machines.

The machines must see the corpus at the same path and have the same alignchecker. Dask gives the
unit of a lost worker to another one.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.corpus.processes import Limits, Process
from alignchecker.corpus.results import Failure, Reason
from alignchecker.corpus.running import Done
from alignchecker.corpus.worker import Reply, Task
from alignchecker.model.errors import AligncheckerError, ConfigError

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = "10s"
_ADDRESS = re.compile(r"([a-z]+://)?[^/\s]+:[0-9]+")
_mine = threading.local()


def run(
    work: Callable[[Task], str],
    tasks: Sequence[Task],
    scheduler: str,
    folder: Path,
    limits: Limits,
    lang: str,
) -> Generator[Done[Task], None, None]:
    """Each task with what came of it, as they are done. scheduler: tcp://host:8786.

    Raises ConfigError without Dask, and where the scheduler does not answer or goes away.
    """
    with _connect(scheduler) as client:
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        ask = partial(_ask, work, folder=folder, limits=limits, lang=lang)
        futures = {client.submit(ask, task, pure=False): task for task in tasks}
        try:
            for future in as_completed(futures, loop=client.loop):
                error = future.exception()
                if error is None:
                    yield futures[future], future.result()
                elif isinstance(error, KilledWorker):
                    yield futures[future], Failure(Reason.KILLED, "Dask")
                else:
                    words = f"{type(error).__name__}: {error}"
                    yield futures[future], Failure(Reason.ERROR, words)
        except CancelledError as error:
            raise AligncheckerError(
                f"スケジューラー {scheduler} との接続が切れました。終わった市町村の結果は残って"
                "います。スケジューラーを確かめて、もう一度実行すると続きから調べます。",
                f"The scheduler {scheduler} went away. The results so far are kept: see to the"
                " scheduler and run this again for the rest.",
            ) from error


def _ask(
    work: Callable[[Task], str], task: Task, *, folder: Path, limits: Limits, lang: str
) -> Reply:
    """On a machine of the cluster: each of Dask's threads has a process of its own for units."""
    process: Process | None = getattr(_mine, "process", None)
    if process is not None and (
        process.folder,
        process.limits,
        process.lang,
    ) != (folder, limits, lang):
        process.close()
        process = None
    if process is None:
        process = _mine.process = Process(folder, limits, lang)
    return process.ask(work, task)


def _connect(scheduler: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise ConfigError(
            '--scheduler には追加の部品が要ります（pip install "alignchecker[cluster]"）。'
            "一台で調べるなら --workers を使ってください。",
            '--scheduler needs an extra (pip install "alignchecker[cluster]").'
            " On one machine use --workers.",
        ) from error
    if not _ADDRESS.fullmatch(scheduler):
        raise _unreachable(scheduler)
    # What goes wrong is told in our words.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _unreachable(scheduler) from error


def _unreachable(scheduler: str) -> ConfigError:
    return ConfigError(
        f"スケジューラー {scheduler} につながりません。アドレスを tcp://ホスト:8786 の形で"
        "確かめ、動いているか見てください。",
        f"The scheduler {scheduler} cannot be reached. Give its address like tcp://host:8786,"
        " and see that it runs.",
    )
