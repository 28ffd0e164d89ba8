"""How large an install is: ``python -m tests.bench.installed SITE-PACKAGES``.

Counts the bytes of files that distributions list, pip and setuptools apart; bytecode, which pip
compiles and Python can make again, is told beside it. Fails where the files are over the limit.
"""

from __future__ import annotations

import sys
from importlib.metadata import distributions
from pathlib import Path

MOST = 60 * 1024 * 1024
_NOT_OURS = {"pip", "setuptools", "wheel"}


def sizes(folder: str) -> dict[str, tuple[int, int]]:
    """Bytes of files and of bytecode, by distribution."""
    found = {}
    for one in distributions(path=[folder]):
        if one.name.lower() in _NOT_OURS:
            continue
        files = bytecode = 0
        for file in one.files or []:
            path = Path(str(one.locate_file(file)))
            if not path.is_file():
                continue
            if path.suffix == ".pyc":
                bytecode += path.stat().st_size
            else:
                files += path.stat().st_size
        found[one.name] = files, bytecode
    return found


def main(folder: str) -> int:
    """Prints a line for each distribution, the largest first; returns the exit status."""
    found = sizes(folder)
    for name, (files, bytecode) in sorted(found.items(), key=lambda pair: -pair[1][0]):
        print(f"{name:24}{files / 1e6:8.2f}{bytecode / 1e6:8.2f}")
    files, bytecode = (sum(size[at] for size in found.values()) for at in (0, 1))
    print(f"{'in all (MB)':24}{files / 1e6:8.2f}{bytecode / 1e6:8.2f}")
    return int(not found or files > MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
