"""Units side by side: N workers, each at one unit at a time. The loss of any harms no other."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from alignchecker.corpus.processes import Limits, Process
from alignchecker.corpus.worker import Reply, Task

Done = tuple[Task, Reply]


def run(
    work: Callable[[Task], str],
    tasks: Sequence[Task],
    workers: int,
    folder: Path,
    limits: Limits,
    lang: str,
) -> Generator[Done[Task], None, None]:
    """Each task with what came of it, as they are done. folder: where the workers are."""
    waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
    for task in tasks:
        waiting.put(task)
    done: queue.SimpleQueue[Done[Task] | Exception] = queue.SimpleQueue()
    stopped = threading.Event()
    processes = [Process(folder, limits, lang) for _ in range(min(workers, len(tasks)))]

    def drive(process: Process) -> None:
        try:
            with process:
                while not stopped.is_set():
                    task = waiting.get_nowait()
                    done.put((task, process.ask(work, task)))
        except queue.Empty:
            pass
        except Exception as error:
            done.put(error)

    threads = [threading.Thread(target=drive, args=(process,)) for process in processes]
    for thread in threads:
        thread.start()
    try:
        for _ in tasks:
            match done.get():
                case Exception() as error:
                    raise error
                case found:
                    yield found
    finally:
        # Also where the user stops us, or nobody wants the rest.
        stopped.set()
        for process in processes:
            process.stop()
        for thread in threads:
            thread.join()
