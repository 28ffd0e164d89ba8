"""The process that answers queries: takes in the statements, gives up all else, answers."""

from __future__ import annotations

import csv
import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection

from pyoxigraph import NamedNode, RdfFormat, Store

from alignchecker.web.endpoint.answering import Answerer
from alignchecker.web.endpoint.confinement import confine
from alignchecker.web.endpoint.limits import QueryLimits

_STACK = 256 * 1024 * 1024
"""Bytes of addresses: engines follow what stands within each other by calling themselves."""
NO_MEMORY = 77
"""Status of a process that ended because a query took too much memory."""
READY = "ready"
_GRACE = 5.0
_SMOOTH = 10
"""How much pages of the app go before queries (nice)."""


def serve(connection: Connection, words: Connection, limits: QueryLimits) -> None:
    """Takes N-Quads and the names of graphs, says READY, then answers questions until the owner is
    gone. words: takes what an engine says when it ends the process.
    """
    # Ctrl+C in the terminal is for the server, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_SMOOTH)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=_work, args=(connection, words, limits))
    thread.start()
    thread.join()


def _work(connection: Connection, words: Connection, limits: QueryLimits) -> None:
    try:
        with suppress(EOFError, OSError):
            _serve(connection, words, limits)
    except MemoryError:
        os._exit(NO_MEMORY)  # whatever is left of it is not to be used again


def _serve(connection: Connection, words: Connection, limits: QueryLimits) -> None:
    csv.field_size_limit(limits.most_bytes)
    store = Store()
    store.bulk_load(connection.recv_bytes(), RdfFormat.N_QUADS)
    graphs: frozenset[str] = connection.recv()
    for graph in sorted(graphs):
        store.add_graph(NamedNode(graph))
    answerer = Answerer(store, graphs, limits)
    confine(limits.memory, None if sys.platform == "win32" else words.fileno())
    connection.send(READY)
    while True:
        question = connection.recv()
        _alarm(limits.seconds + _GRACE)
        connection.send(answerer.answer(question))
        _alarm(0)


def _alarm(seconds: float) -> None:
    """Ends the process by itself after so many seconds: its owner, who would, may be gone."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
