"""A draft from a few lines of text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from alignchecker.importers.decoding import Document
from alignchecker.importers.text import draft_of
from alignchecker.model.plan import PlanDraft

COVER = "第３次潮見市緑の基本計画\n\n令和８年３月\n潮見市\n\n"


def draft(text: str) -> PlanDraft:
    """The plan that a text prints."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return draft_of(Document(Path("plan.txt"), text, "utf-8", digest))
