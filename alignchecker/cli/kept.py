"""Where what files say is kept from one run to the next."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignchecker.graph.parsed_files import ParsedFiles

_VARIABLE = "ALIGNCHECKER_CACHE"
_OFF = "off"


def parsed_files() -> ParsedFiles | None:
    """The user's folder for such things, or the one that ALIGNCHECKER_CACHE names; off for none."""
    from alignchecker.graph.parsed_files import ParsedFiles

    named = os.environ.get(_VARIABLE)
    if named == _OFF:
        return None
    return ParsedFiles(Path(named) if named else _folder())


def _folder() -> Path:
    """Where this system keeps what can be made again.

    A library that knows also of other systems weighs nearly a megabyte.
    """
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "alignchecker" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "alignchecker"
    # A relative one is to be ignored (XDG Base Directory Specification).
    named = Path(os.environ.get("XDG_CACHE_HOME", "").strip())
    return (named if named.is_absolute() else home / ".cache") / "alignchecker"
