"""What runs in a worker process: takes a task from standard input, gives its reply, and so on.

A worker that fails takes nothing with it but the task that it was at.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from alignchecker.corpus.results import Failure, Reason
from alignchecker.model.errors import AligncheckerError

Task = TypeVar("Task")
Reply = str | Failure
READY = "ready"
_GLANCE = 1.0
_ADDRESS = re.compile(r"0x[0-9a-f]+")


def main(owner: int) -> None:
    """Serves its owner until there are no more tasks; the first reply says that it is ready.

    Ctrl-C is the parent's business: it ends its workers itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(owner,), daemon=True).start()
    # Replies have a way of their own: whatever else is printed goes to standard error.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(BrokenPipeError):
        reply: Reply = READY
        while True:
            pickle.dump(reply, replies)
            replies.flush()
            try:
                work, task, lang = pickle.load(sys.stdin.buffer)
            except EOFError:
                return
            reply = attempt(work, task, lang)


def _end_with(owner: int) -> None:
    """Ends this process where its owner was killed: nobody would end it if it hung."""
    while os.getppid() == owner:
        time.sleep(_GLANCE)
    os._exit(1)


def attempt(work: Callable[[Task], str], task: Task, lang: str) -> Reply:
    """What comes of a task: its text, or why there is none."""
    try:
        return work(task)
    except AligncheckerError as error:
        return Failure(Reason.ERROR, error.text(lang))
    except MemoryError:
        return Failure(Reason.MEMORY, "")
    # Whatever else a unit makes go wrong is said of that unit.
    except Exception as error:
        words = f"{type(error).__name__}: {error}".rstrip(": ")
        return Failure(Reason.ERROR, _ADDRESS.sub("0x…", words))
    finally:
        # A check leaves much behind that refers to itself; by itself it may stay for ten units.
        gc.collect()
