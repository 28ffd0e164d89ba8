"""Items that a person corrects: their names, levels and places, and what is no item at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from alignchecker.importers.correction_errors import one_of
from alignchecker.importers.levels import with_levels
from alignchecker.model.correction import ITEM_FIELDS, TOP, Correction
from alignchecker.model.errors import ConfigError
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft, ItemKind, PlanDraft

Unfit = tuple[Correction, ConfigError]
_UNSURE = 0.5
"""Confidence of an item of which the person who corrected it is not certain."""


def correct_items(
    draft: PlanDraft, corrections: Sequence[Correction]
) -> tuple[PlanDraft, tuple[Unfit, ...]]:
    """The draft with its items corrected, and the corrections that it cannot take, with why.

    Their order in the file does not matter: labels come first, then levels, parents, and last what
    is no item at all. Ids stay as they are, whatever an item stands below.
    """
    about = [c for c in corrections if c.field in ITEM_FIELDS]
    if not about:
        return draft, ()
    work = _Items(draft)
    unfit: list[Unfit] = []
    for field in ITEM_FIELDS:
        waiting = [c for c in about if c.field == field]
        while waiting:
            failed = list(work.all(waiting))
            # What would be a circle may be none once another has gone elsewhere.
            if field != "parent" or len(failed) in {0, len(waiting)}:
                unfit += failed
                break
            waiting = [correction for correction, _ in failed]
    return work.draft(), tuple(unfit)


def item_holds(draft: PlanDraft, correction: Correction) -> bool:
    """Whether a plan says of an item what a correction says."""
    item = next((i for i in draft.items if i.id == correction.item), None)
    if item is None or correction.field == "no_item":
        return item is None and correction.field == "no_item"
    value = None if correction.value == TOP else correction.value
    return value == {
        "label": item.label,
        "code": item.code or item.printed_number,
        "level_name": item.level_name,
        "kind": item.kind,
        "parent": item.parent,
    }.get(correction.field)


class _Items:
    """The items of a draft while they are corrected."""

    def __init__(self, draft: PlanDraft) -> None:
        self.whole = draft
        self.read = {item.id: item for item in draft.items}
        self.items = dict(self.read)
        self.dropped: dict[str, str | None] = {}
        self.makes: dict[str, Callable[[ItemDraft, Correction], ItemDraft]] = {
            "label": lambda item, c: replace(item, label=c.value),
            "code": lambda item, c: _with_code(item, c.value),
            "level_name": self.level,
            "kind": lambda item, c: replace(item, kind=ItemKind(one_of(c.value, ItemKind, "kind"))),
            "parent": self.parent,
        }

    def all(self, corrections: Iterable[Correction]) -> Iterator[Unfit]:
        """Makes corrections; gives those that cannot be made."""
        for correction in corrections:
            try:
                self.one(correction)
            except ConfigError as error:
                yield correction, error

    def one(self, correction: Correction) -> None:
        item = self.found(correction)
        if correction.field == "no_item":
            self.drop(item)
            return
        changed = self.makes[correction.field](item, correction)
        if not correction.verified:
            changed = replace(changed, confidence=min(changed.confidence, _UNSURE))
        self.items[item.id] = changed

    def found(self, correction: Correction) -> ItemDraft:
        """The item that a correction means: of its id, and of the label that it had."""
        id_, label = correction.item or "", correction.as_read or ""
        item, read = self.items.get(id_), self.read.get(id_)
        if item is None or read is None:
            raise ConfigError(
                f"訂正する項目「{id_} {label}」がありません。"
                "取り込んだファイルで項目の番号を確かめて書き直すか、この訂正を消してください。",
                f'There is no item "{id_}" ({label}) to correct. Look its id up in the imported'
                " file, or delete the correction.",
            )
        if label_key(read.label) != label_key(label) and not item_holds(self.whole, correction):
            raise ConfigError(
                f"項目「{id_}」は、訂正したときは「{label}」、今は「{read.label}」です。"
                "別の項目かもしれないため訂正しません。確かめて書き直すか、この訂正を消してください。",
                f'The item "{id_}" was "{label}" when it was corrected and is "{read.label}" now,'
                " so it may be another one and was left. Look it up and mend the correction, or"
                " delete it.",
            )
        return item

    def level(self, item: ItemDraft, correction: Correction) -> ItemDraft:
        """Of a level that others have, it is of their kind as well."""
        kinds = [i.kind for i in self.read.values() if i.level_name == correction.value]
        kind = max(kinds, key=kinds.count) if kinds else item.kind
        return replace(item, level_name=correction.value, kind=kind)

    def parent(self, item: ItemDraft, correction: Correction) -> ItemDraft:
        if correction.value == TOP:
            return replace(item, parent=None)
        above = self.items.get(correction.value)
        if above is None:
            raise ConfigError(
                f"「{item.label}」の上の項目「{correction.value}」がありません。"
                f"計画にある項目の番号を書くか、最上位なら「{TOP}」と書いてください。",
                f'There is no item "{correction.value}" for "{item.label}" to stand below. Write'
                f' the id of one of the plan, or "{TOP}" for the top.',
            )
        label, known = correction.value_as_read, (self.read[above.id].label, above.label)
        if label is not None and label_key(label) not in map(label_key, known):
            raise ConfigError(
                f"「{item.label}」の上の項目「{above.id}」は、訂正したときは「{label}」、"
                f"今は「{above.label}」です。確かめて書き直すか、この訂正を消してください。",
                f'The item "{above.id}" above "{item.label}" was "{label}" when it was corrected'
                f' and is "{above.label}" now. Look it up and mend the correction, or delete it.',
            )
        if item.id in self.chain(above.id):
            raise ConfigError(
                f"「{item.label}」を、それ自身の下にある「{above.label}」の下には置けません。"
                "別の項目を選んでください。",
                f'"{item.label}" cannot stand below "{above.label}", which stands below it.'
                " Choose another item.",
            )
        return replace(item, parent=above.id)

    def chain(self, id_: str | None) -> set[str]:
        """An item and all above it."""
        found: set[str] = set()
        while id_ is not None and id_ in self.items and id_ not in found:
            found.add(id_)
            id_ = self.items[id_].parent
        return found

    def drop(self, item: ItemDraft) -> None:
        del self.items[item.id]
        self.dropped[item.id] = item.parent
        for child in [i for i in self.items.values() if i.parent == item.id]:
            self.items[child.id] = replace(child, parent=item.parent)

    def owner(self, id_: str | None) -> str | None:
        """What an item's things belong to now: the item, or what stood above where it is none."""
        while id_ is not None and id_ in self.dropped:
            id_ = self.dropped[id_]
        return id_

    def draft(self) -> PlanDraft:
        """The plan with the items; what belonged to one that is none goes to its parent."""
        whole = self.whole
        for id_ in self.dropped:
            self.give_text(self.read[id_], self.owner(id_))
        progress = ((p, self.owner(p.item)) for p in whole.progress)
        return replace(
            whole,
            items=with_levels(list(self.items.values())),
            roles=tuple(replace(r, item=self.owner(r.item)) for r in whole.roles),
            indicators=tuple(replace(i, item=self.owner(i.item)) for i in whole.indicators),
            progress=tuple(replace(p, item=item) for p, item in progress if item is not None),
        )

    def give_text(self, item: ItemDraft, to: str | None) -> None:
        if item.text and to is not None:
            above = self.items[to]
            text = f"{above.text}\n{item.text}" if above.text else item.text
            self.items[to] = replace(above, text=text)


def _with_code(item: ItemDraft, value: str) -> ItemDraft:
    """With the code, and the number beside the heading where that is what was read."""
    if item.code is None:
        return replace(item, printed_number=value)
    is_printed = item.printed_number == item.code
    return replace(item, code=value, printed_number=value if is_printed else item.printed_number)
