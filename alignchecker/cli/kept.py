"""Where what files say is kept from one run to the next."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignchecker.graph.parsed_files import ParsedFiles

_VARIABLE = "ALIGNCHECKER_CACHE"
_OFF = "off"


def parsed_files() -> ParsedFiles | None:
    """The user's folder for such things, or the one that ALIGNCHECKER_CACHE names; off for none."""
    from platformdirs import user_cache_path

    from alignchecker.graph.parsed_files import ParsedFiles

    named = os.environ.get(_VARIABLE)
    if named == _OFF:
        return None
    return ParsedFiles(Path(named) if named else user_cache_path("alignchecker", appauthor=False))
