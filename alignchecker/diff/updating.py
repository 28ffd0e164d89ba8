"""A new reading of a plan over an earlier import: names stay, and what a person wrote stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from alignchecker.diff.as_read import match_as_read
from alignchecker.diff.changes import Changes, FactChange, compare, value_text
from alignchecker.diff.earlier import Earlier, about, by_hand
from alignchecker.diff.identity import entry_pairs, entry_words, numbered, value_pairs, with_old_ids
from alignchecker.diff.matching import Doubt, Matching, match
from alignchecker.diff.merging import merge, set_by_hand
from alignchecker.diff.naming import Names
from alignchecker.graph.dataset import Node, Statement, aln
from alignchecker.graph.documents import triples
from alignchecker.graph.nodes import LABEL, NOTATION, TYPE
from alignchecker.importers.corrected_facts import FACTS
from alignchecker.importers.corrections import apply_each, held
from alignchecker.importers.levels import with_levels
from alignchecker.model.correction import Correction
from alignchecker.model.errors import ConfigError, InputError
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft, ItemKind, PlanDraft

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Unfit:
    """A correction that the new reading cannot take, and why."""

    correction: Correction
    error: ConfigError


@dataclass(frozen=True, slots=True)
class Updated:
    """An earlier import brought up to a new reading.

    draft: with the old ids. statements: all of the file to write. carried: those of them that a
    person wrote. changes: against the earlier import. kept: facts that stay although the new
    document has them otherwise. corrected: facts of the new document that corrections overrule.
    added: words of what a person added, which stays. gone: IRI of
    what is there no more -> its label or words. lost: what a person had set on removed items.
    """

    draft: PlanDraft
    edition: NamedNode
    statements: tuple[Statement, ...]
    carried: tuple[Statement, ...]
    changes: Changes
    kept: tuple[FactChange, ...]
    corrected: tuple[FactChange, ...]
    unfit: tuple[Unfit, ...]
    added: tuple[str, ...]
    gone: Mapping[str, str]
    lost: tuple[FactChange, ...]


def update(
    earlier: Earlier,
    new: PlanDraft,
    corrections: Sequence[Correction] = (),
    before: Sequence[Correction] | None = None,
) -> Updated:
    """The new reading under the names of the earlier import, with what a person wrote there.

    before: the corrections that the earlier import was made with, where they were others: what one
    of them set is nobody's change by hand, and is as it was read once it is taken back.
    Raises InputError where the two are not the same edition of one plan.
    """
    old = earlier.draft
    held_ = held(old, corrections if before is None else before)
    matching = _matched(earlier, new, held_)
    _check_same_plan(earlier, apply_each(new, _facts(corrections))[0], matching)
    renamed = with_old_ids(new, old, matching, earlier.used())
    merged = merge(old, renamed, _origin(earlier, new, renamed, held_))
    draft, failed = apply_each(merged.draft, _to_make(earlier, corrections, held_))
    draft = replace(draft, items=with_levels(draft.items))
    pairs = entry_pairs(old, draft)
    there = _paths(old, draft, pairs)
    added = {path for c in held_ if c.field == "relation" for path in _like(old, c)}
    kept = {p: node for p, node in by_hand(earlier).items() if p not in there and p not in added}
    ids = {item.id for item in draft.items}
    removed = [i for i in old.items if i.id not in ids and i.id not in kept]
    carried = _carried(earlier, set(kept.values()), _again(earlier, ids))
    words = _words(old)
    return Updated(
        draft=draft,
        edition=earlier.edition,
        statements=(
            *_renamed(earlier, draft, pairs),
            *carried,
            *(s for item in removed for s in _mark(item, earlier)),
        ),
        carried=carried,
        changes=compare(_without(old, kept), draft, _identical(matching, new, renamed, ids, old)),
        kept=merged.kept,
        corrected=tuple(_overruled(draft, new, earlier.origin, corrections)),
        unfit=tuple(Unfit(correction, error) for correction, error in failed),
        added=tuple(words[path] for path in kept),
        gone={
            earlier.node(path).value: text
            for path, text in words.items()
            if path not in there and path not in kept
        },
        lost=tuple(set_by_hand(old, earlier.origin, {item.id for item in removed})),
    )


def _check_same_plan(earlier: Earlier, new: PlanDraft, matching: Matching) -> None:
    old = earlier.draft
    for before, now in ((old.edition, new.edition), (old.part, new.part)):
        if before and now and label_key(before) != label_key(now):
            raise InputError(
                f"別の版です（旧: {before}、新: {now}）。--update は同じ版の素案どうしに使います。"
                "新しい版は --update を付けずに、別のファイルへ取り込んでください。",
                f"This is another edition (was {before}, is {now}); --update is for drafts of one"
                " edition. Import the new edition into a file of its own, without --update.",
                str(earlier.path),
            )
    visions = {item.id for item in old.items if item.kind is ItemKind.VISION}
    if old.items and new.items and not matching.pairs.keys() - visions and len(old.items) > 2:
        raise InputError(
            "新しい素案と共通する項目が一つもないため、別の計画と思われます。"
            "--update のファイルを確かめるか、--update を付けずに取り込んでください。",
            "Not one item is the same, so this seems to be another plan. Check the file given as"
            " --update, or import without it.",
            str(earlier.path),
        )


def _matched(earlier: Earlier, new: PlanDraft, held_: Sequence[Correction]) -> Matching:
    if _is_workbook(earlier):
        return match(earlier.draft.items, new.items)
    is_same = earlier.draft.sha256 == new.sha256
    return match_as_read(earlier.draft, new, held_, is_same_document=is_same)


def _is_workbook(earlier: Earlier) -> bool:
    """Whether the new reading is of a workbook made from the import, corrections and all."""
    return earlier.origin is earlier.draft


def _to_make(
    earlier: Earlier, corrections: Sequence[Correction], held_: Sequence[Correction]
) -> Sequence[Correction]:
    """A workbook made from the import holds already what was corrected of items and relations."""
    if not _is_workbook(earlier):
        return corrections
    return [c for c in corrections if c.field in FACTS or c not in held_]


def _origin(
    earlier: Earlier, new: PlanDraft, renamed: PlanDraft, held_: Sequence[Correction]
) -> PlanDraft | None:
    """What the old document gives, with the corrections that the import was made with."""
    origin, old = earlier.origin, earlier.draft
    if origin is None or _is_workbook(earlier) or not held_:
        return origin
    if origin is not new:
        same = origin.sha256 == old.sha256
        matching = match_as_read(old, origin, held_, is_same_document=same)
        renamed = with_old_ids(origin, old, matching, ())
    return apply_each(renamed, held_)[0]


def _facts(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    return tuple(c for c in corrections if c.field in FACTS)


def _like(draft: PlanDraft, correction: Correction) -> Iterator[str]:
    """The relation that a correction added, by its path."""
    for number, relation in enumerate(draft.relations, start=1):
        is_same = (relation.name, relation.verb or "other") == (correction.value, correction.verb)
        if is_same and relation.verb_text == (correction.words or ""):
            yield f"relation/{number}"


def _again(earlier: Earlier, ids: Iterable[str]) -> set[Node]:
    """The nodes of items that were removed and are there again."""
    gone = {s for s, p, o in earlier.statements if p == TYPE and o == aln("RemovedItem")}
    return gone & {earlier.node(id_) for id_ in ids} if gone else set()


def _overruled(
    draft: PlanDraft, new: PlanDraft, origin: PlanDraft | None, corrections: Iterable[Correction]
) -> Iterator[FactChange]:
    """Facts that the new document says otherwise than its corrections, and than the old one did."""
    for name in (correction.field for correction in _facts(corrections)):
        set_, said = getattr(draft, name), getattr(new, name)
        is_news = origin is None or getattr(origin, name) != said
        if said is not None and said != set_ and is_news:
            yield FactChange(None, name, value_text(set_), value_text(said))


def _identical(
    matching: Matching, new: PlanDraft, renamed: PlanDraft, there: set[str], old: PlanDraft
) -> Matching:
    """The matching in terms of the ids that the items keep. there: those that are left of them."""
    ids = {a.id: b.id for a, b in zip(new.items, renamed.items, strict=True)}
    before = {item.id for item in old.items}
    doubts = [
        Doubt(doubt.old, tuple(ids[i] for i in doubt.new if ids[i] in there))
        for doubt in matching.doubts
    ]
    pairs = {id_: id_ for id_ in matching.pairs if id_ in there and id_ in before}
    return Matching(pairs, tuple(doubt for doubt in doubts if doubt.new))


def _paths(old: PlanDraft, draft: PlanDraft, pairs: Mapping[str, Mapping[int, int]]) -> set[str]:
    """What is still there, as the earlier import calls it."""
    found = {item.id for item in draft.items} | {entry.id for entry in draft.indicators}
    for kind, places in pairs.items():
        found |= {f"{kind}/{place + 1}" for place in places.values()}
    for indicator, places in value_pairs(old, draft).items():
        found |= {f"{indicator}/v{place + 1}" for place in places.values()}
    return found


def _words(draft: PlanDraft) -> dict[str, str]:
    """Every item, indicator, value and entry -> its label or the words that it quotes."""
    words = {item.id: item.label for item in draft.items}
    for indicator in draft.indicators:
        words[indicator.id] = indicator.name
        for number, value in enumerate(indicator.values, start=1):
            words[f"{indicator.id}/v{number}"] = f"{indicator.name} {value.quoted_as}"
    for kind, entries in numbered(draft).items():
        for number, entry in enumerate(entries, start=1):
            words[f"{kind}/{number}"] = entry_words(entry)
    return words


def _without(draft: PlanDraft, paths: Iterable[str]) -> PlanDraft:
    """The draft without some of its items, indicators and entries."""
    gone = set(paths)

    def some(path: str, entries: Sequence[_Entry]) -> tuple[_Entry, ...]:
        return tuple(e for n, e in enumerate(entries, start=1) if f"{path}{n}" not in gone)

    return replace(
        draft,
        items=tuple(item for item in draft.items if item.id not in gone),
        indicators=tuple(
            replace(entry, values=some(f"{entry.id}/v", entry.values))
            for entry in draft.indicators
            if entry.id not in gone
        ),
        relations=some("relation/", draft.relations),
        roles=some("role/", draft.roles),
        claims=some("claim/", draft.claims),
        citations=some("citation/", draft.citations),
        mentions=some("mention/", draft.mentions),
    )


def _carried(earlier: Earlier, kept: set[Node], again: set[Node]) -> tuple[Statement, ...]:
    """What a person wrote, in the order of the file; not about passages, which are replaced.

    again: items that are back, and no longer marked as removed.
    """
    marks = {TYPE, aln("removedFrom"), LABEL, NOTATION}
    wanted = {*earlier.others, *about(kept, earlier.statements)}
    passages = {o for _, p, o in earlier.statements if p == aln("passage")}
    return tuple(
        s
        for s in earlier.statements
        if s in wanted and not passages & {s[0], s[2]} and not (s[0] in again and s[1] in marks)
    )


def _renamed(
    earlier: Earlier, draft: PlanDraft, pairs: Mapping[str, Mapping[int, int]]
) -> Iterator[Statement]:
    """The statements of the new reading about the nodes of the earlier import."""
    names = Names(earlier, draft, pairs)
    for subject, predicate, value in triples(draft, earlier.base):
        if isinstance(value, Literal):
            yield names.of(subject), predicate, value
        else:
            yield names.of(subject), predicate, names.of(value)


def _mark(item: ItemDraft, earlier: Earlier) -> Iterator[Statement]:
    """That an item was removed, so that its IRI is never given to another."""
    node = earlier.node(item.id)
    if isinstance(node, NamedNode):
        yield node, TYPE, aln("RemovedItem")
        yield node, aln("removedFrom"), earlier.edition
        yield node, LABEL, Literal(item.label, language="ja")
        if item.code:
            yield node, NOTATION, Literal(item.code)
