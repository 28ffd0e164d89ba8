"""The reader of plain text."""

from __future__ import annotations

from pathlib import Path

from alignchecker.importers.decoding import Document, read_text
from alignchecker.importers.extent import check_text
from alignchecker.model.plan import PlanDraft
from alignchecker.reading.lines import read_lines
from alignchecker.reading.plan import read_plan


def read_text_plan(path: Path) -> PlanDraft:
    """The plan that a text file prints; InputError if the file cannot be read."""
    return draft_of(check_text(read_text(path)))


def draft_of(document: Document) -> PlanDraft:
    """The plan that a text prints."""
    source = read_lines(document.text)
    return read_plan(source, document.text, document.path.name, document.sha256)
