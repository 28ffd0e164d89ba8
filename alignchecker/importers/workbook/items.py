"""The sheet 施策体系: rows to items, and how other cells name an item."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from alignchecker.importers.item_ids import give_ids, is_id, provisional, with_ids
from alignchecker.importers.levels import NO_LEVEL, with_levels
from alignchecker.importers.workbook.rows import Row
from alignchecker.model.errors import did_you_mean
from alignchecker.model.normalize import normalize
from alignchecker.model.plan import ItemDraft, ItemKind
from alignchecker.reading.concepts import japanese_labels
from alignchecker.reading.level_words import kind_of

_BRACKETED = re.compile(r"\[([^\[\]]+)\]$")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Named:
    """What an item can be called by.

    above: label of the item that it stands under. known_as: its name when the workbook was written.
    """

    id: str
    label: str
    number: str | None
    code: str | None
    above: str | None = None
    known_as: str | None = None


class Names:
    """Finds the items that a cell names."""

    def __init__(self, items: Iterable[Named]) -> None:
        self.items = list(items)
        self._by: list[dict[str, list[str]]] = [defaultdict(list) for _ in _WAYS]
        for item in self.items:
            for way, index in zip(_WAYS, self._by, strict=True):
                for text in way(item):
                    if item.id not in index[text]:
                        index[text].append(item.id)

    def find(self, text: str) -> list[str]:
        """The ids of the items that a text names by the first way that names any."""
        bracketed = _BRACKETED.search(text)
        if bracketed and bracketed[1] in self._by[-1]:
            return self._by[-1][bracketed[1]]
        for index in self._by:
            for key in (text, normalize(text)):
                if key in index:
                    return index[key]
        return []

    def name(self, item: Named) -> str:
        """The shortest text that names this item and no other."""
        forms = (item.label, *_numbered(item), *_below(item))
        own = (form for form in forms if self.find(form) == [item.id])
        return next(own, f"{item.label} [{item.id}]")


def _numbered(item: Named) -> list[str]:
    return [f"{number} {item.label}" for number in (item.number, item.code) if number]


def _below(item: Named) -> list[str]:
    return [f"{item.above}＞{text}" for text in (item.label, *_numbered(item)) if item.above]


_WAYS: tuple[Callable[[Named], list[str]], ...] = (
    lambda item: [item.label],
    _numbered,
    lambda item: [normalize(text) for text in (item.label, *_numbered(item))],
    _below,
    lambda item: [normalize(text) for text in _below(item)],
    lambda item: [item.known_as] if item.known_as else [],
    lambda item: [item.code] if item.code else [],
    lambda item: [item.id],
)


def named(items: Iterable[ItemDraft]) -> Names:
    """The names of the items of a plan."""
    tree = list(items)
    labels = {item.id: item.label for item in tree}
    return Names(
        Named(i.id, i.label, i.printed_number, i.code, labels.get(i.parent or "")) for i in tree
    )


def refer(row: Row, key: str, names: Names) -> str | None:
    """The id of the item that a cell names, None where it is blank or wrong."""
    text = row.text(key)
    if text is None:
        return None
    found = names.find(text)
    if len(found) == 1:
        return found[0]
    # A suggestion costs a walk through all items; nobody reads more than the first few.
    items = names.items if row.problems.are_shown else []
    if found:
        exact = [names.name(item) for item in items if item.id in found][:5]
        choice = "か".join(f"「{name[:60]}」" for name in exact) or "番号を付けて"
        row.wrong(
            key,
            f"「{text[:40]}」に当たる項目が{len(found)}つあります。{choice}と書いてください。",
            f'"{text[:40]}" names {len(found)} items; write one of {", ".join(exact)}.',
        )
        return None
    close_ja, close_en = did_you_mean(text[:200], [item.label[:200] for item in items])
    row.wrong(
        key,
        f"「{text[:40]}」という項目はシート「施策体系」にありません。{close_ja}"
        "名称をそのまま書いてください。",
        f'There is no item "{text[:40]}" in the sheet 施策体系.{close_en} Write its name as it'
        " stands there.",
    )
    return None


def read_items(
    rows: Sequence[Row], measure_level: str | None
) -> tuple[tuple[ItemDraft, ...], Names]:
    """The items in order, and their names; problems are noted in the rows.

    A row without an id gets the one that the importer would give. Of two rows with one id, which
    comes of copying a row, the second counts as new.
    """
    by_key = dict(zip(_row_keys(rows), rows, strict=True))
    names = _names(by_key)
    parents = {key: refer(row, "parent", names) for key, row in by_key.items()}
    _refuse_circles(by_key, parents)
    drafts = _with_kinds(
        {key: _item(row, key, parents[key]) for key, row in by_key.items()}, by_key, measure_level
    )
    ids = give_ids(list(drafts.values()))
    named_for_good = Names(replace(item, id=ids[item.id]) for item in names.items)
    return with_levels(with_ids(list(drafts.values()))), named_for_good


def _names(rows: dict[str, Row]) -> Names:
    """How the rows can be named; what is named by what it stands under takes a round more each."""
    parents: dict[str, str] = {}
    for _ in range(_DEEPEST):
        names = Names(
            Named(
                key,
                row.text("label") or "",
                row.text("printed_number"),
                row.text("code"),
                rows[parents[key]].text("label") if key in parents else None,
                row.text("known_as"),
            )
            for key, row in rows.items()
        )
        found = {key: names.find(row.text("parent") or "\0") for key, row in rows.items()}
        known = {key: ids[0] for key, ids in found.items() if len(ids) == 1}
        if known.keys() <= parents.keys():
            break
        parents = known | parents
    return names


def _row_keys(rows: Sequence[Row]) -> list[str]:
    """The id of each row, or a provisional one with a character that no id has."""
    keys: dict[str, None] = {}
    for row in rows:
        given = (row.text("id") or "").strip()
        if given and not is_id(given):
            row.wrong(
                "id",
                "識別子が読めません。隠れた列の、このセルを空けてください。",
                "is no identifier; clear this cell of the hidden column.",
            )
        taken = not given or given in keys
        keys[provisional(row.number) if taken else given] = None
    return list(keys)


def _refuse_circles(rows: dict[str, Row], parents: dict[str, str | None]) -> None:
    for key, row in rows.items():
        depth, above = 0, parents[key]
        while above is not None and above != key and depth < _DEEPEST:
            depth, above = depth + 1, parents[above]
        if above is not None:
            row.wrong(
                "parent",
                f"上位の項目をたどると、この項目に戻るか、{_DEEPEST}段を超えます。"
                "正しい上位の項目を書いてください。",
                f"leads back to this item or through more than {_DEEPEST} others; write the item"
                " that it stands under.",
            )
            parents[key] = None


def _item(row: Row, key: str, parent: str | None) -> ItemDraft:
    chosen = row.choice("kind", ItemKind)
    level_name = row.text("level_name")
    if level_name is None and chosen is None:
        row.needed("level_name")
    return ItemDraft(
        id=key,
        level=0,
        level_name=level_name or (japanese_labels("kind")[chosen] if chosen else ""),
        # Where none was chosen, _with_kinds finds it.
        kind=chosen or ItemKind.POLICY,
        label=row.needed("label"),
        parent=parent,
        position=row.place(at="label"),
        code=row.text("code"),
        printed_number=row.text("printed_number"),
        text=row.text("text"),
        departments=row.offices("departments"),
        repeated=row.flag("repeated"),
        confidence=row.share("confidence"),
    )


def _with_kinds(
    drafts: dict[str, ItemDraft], rows: dict[str, Row], measure_level: str | None
) -> dict[str, ItemDraft]:
    """The items, with the kind that their level's name shows where none was chosen."""
    done = {}
    for key, draft in drafts.items():
        above = list(_above(draft, drafts))
        kind = kind_of(
            draft.level_name,
            top=all(item.kind in NO_LEVEL for item in above),
            is_measure=draft.level_name == measure_level,
            below_measure=any(item.level_name == measure_level for item in above),
        )
        done[key] = draft if rows[key].text("kind") else replace(draft, kind=kind)
    return done


def _above(draft: ItemDraft, drafts: dict[str, ItemDraft]) -> Iterator[ItemDraft]:
    while draft.parent is not None:
        draft = drafts[draft.parent]
        yield draft
