"""What a person says of a reading that is wrong: one fact, one item, one tie to a plan."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

TOP = "/"
"""The parent of an item that stands at the top; no id begins like this."""
NO_RANK = "none"
"""What a rank is corrected to where the plan states none."""
ITEM_FIELDS = ("label", "code", "level_name", "kind", "parent", "no_item")
"""What can be corrected of an item, in the order in which it is done."""
RELATION_FIELDS = ("verb", "rank", "name", "no_relation", "relation")
"""The same of ties to other plans; ``relation`` is one that was not seen."""
VALUELESS = frozenset({"no_item", "no_relation"})
"""That an item, or a relation, is none says all."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the field's name, its value as written, and why.

    verified: False where the person is not sure either. item: id of the item, None for a fact of
    the plan and for a relation. as_read: label of the item, or name of the plan in the relation,
    as it was read. value_as_read: label of the item that ``value`` names as parent.
    words: the words of the relation as read, where several have one name; of a relation that was
    not seen, as printed. verb, rank: of such a one.
    """

    field: str
    value: str
    reason: str
    verified: bool = True
    item: str | None = None
    as_read: str | None = None
    value_as_read: str | None = None
    words: str | None = None
    verb: str | None = None
    rank: str | None = None

    @property
    def about(self) -> tuple[str | None, ...]:
        """What is corrected: two corrections of a file are never about the same."""
        if self.field == "relation":
            return self.field, self.value, self.verb, self.words
        if self.field in RELATION_FIELDS:
            return self.field, self.as_read, self.words
        return self.field, self.item

    @property
    def id(self) -> str:
        """A short name for ``about``, for addresses."""
        text = json.dumps(self.about, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]
