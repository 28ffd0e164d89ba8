"""Where the ontology, shapes and shipped data are: inside the wheel, or beside the source tree."""

from __future__ import annotations

from pathlib import Path

_PACKAGED = Path(__file__).parent.parent / "_resources"
_SOURCE = Path(__file__).parent.parent.parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, e.g. ``resource("shapes")``."""
    root = _PACKAGED if _PACKAGED.is_dir() else _SOURCE
    return root.joinpath(*parts)
