"""From a document to a plan: one reader per format, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alignchecker.importers.text import read_text_plan
from alignchecker.model.errors import InputError
from alignchecker.model.plan import PlanDraft

READERS: dict[str, Callable[[Path], PlanDraft]] = {
    ".txt": read_text_plan,
    ".md": read_text_plan,
}
"""The formats that can be read, by the ending of the file name."""


def read_document(path: Path) -> PlanDraft:
    """The plan that a document prints, by the reader for its format.

    Raises InputError for a format that is not read, and for a file that cannot be.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        suffix, known = path.suffix, ", ".join(READERS)
        raise InputError(
            f"この形式（{suffix or '拡張子なし'}）は読み取れません。読み取れるのは {known} です。"
            "Word・Excel・PDF は今後対応します。"
            "テキスト形式で保存してから、もう一度読み込んでください。",
            f"This format ({suffix or 'no suffix'}) is not read; {known} are. Word, Excel and PDF"
            " come later. Save it as a text file and import that.",
            str(path),
        )
    return reader(path)
