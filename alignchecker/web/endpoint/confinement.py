"""What a process gives up before it answers queries of others, as far as its system lets it.

Behind this no file and no socket can be opened, nothing can be written to a file, and memory has an
end. Windows knows none of these limits, and macOS no limit of memory: there it is the reader of
queries alone that keeps requests in, and the time alone that ends them.
"""

from __future__ import annotations

import os
import sys


def confine(memory: int, words: int | None) -> None:
    """Gives them up. memory: bytes that may be taken beside those that are taken already. words:
    the open file that takes what an engine says at its end; None to let it say it to nobody.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (Windows has none)

    free = os.open(os.devnull, os.O_WRONLY)
    os.dup2(free if words is None else words, 2)  # it is not for the server's terminal
    os.close(free)
    if sys.platform == "linux":
        taken = _address_space()
        _lower(resource.RLIMIT_AS, taken + memory)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    # The number that was just given back is the lowest that is free.
    _lower(resource.RLIMIT_NOFILE, free)


def _lower(which: int, to: int) -> None:
    import resource  # noqa: PLC0415

    _, hard = resource.getrlimit(which)
    least = to if hard == resource.RLIM_INFINITY else min(to, hard)
    resource.setrlimit(which, (least, least))


def _address_space() -> int:
    """Bytes of addresses that this process has taken (proc(5), statm)."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no file of ours)
        pages = int(file.read().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")
