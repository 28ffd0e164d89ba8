"""Ties to other plans that a person corrects, drops or adds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from alignchecker.importers.correction_errors import one_of
from alignchecker.model.correction import NO_RANK, RELATION_FIELDS, Correction
from alignchecker.model.errors import ConfigError
from alignchecker.model.normalize import label_key, normalize
from alignchecker.model.plan import PlanDraft, Position, RelationDraft
from alignchecker.reading.vocabulary import phrases

RANKS = ("highest", "higher", "related")
_OTHER = "other"


def verbs() -> list[str]:
    """The verbs of the code list, by notation; "other" for none of them."""
    return sorted({term.notation for term in phrases()} | {_OTHER})


def correct_relation(draft: PlanDraft, correction: Correction) -> PlanDraft:
    """The draft with one relation corrected, dropped or added.

    Where several read alike, name and words, all of them are meant.
    Raises ConfigError for one that is not there, and for a verb or rank that is none.
    """
    if correction.field == "relation":
        changed = _added(draft, correction)
    else:
        meant = _meant(draft, correction)
        if correction.field == "no_relation":
            relations = (r for n, r in enumerate(draft.relations) if n not in meant)
        else:
            relations = (
                _with(r, correction) if n in meant else r for n, r in enumerate(draft.relations)
            )
        changed = replace(draft, relations=tuple(relations))
    if not correction.verified and "relations" not in changed.unverified:
        changed = replace(changed, unverified=(*changed.unverified, "relations"))
    return changed


def relation_holds(draft: PlanDraft, correction: Correction, names: Collection[str]) -> bool:
    """Whether a plan says of a relation what a correction says.

    names: what the plan in the relation may be called, as read and as corrected.
    """
    if correction.field == "relation":
        return _is_there(draft, correction)
    keys = set(map(label_key, names))
    found = [r for r in draft.relations if label_key(r.name) in keys and _has_words(r, correction)]
    if correction.field == "no_relation":
        return not found
    return any(_same(r, _with(r, correction)) for r in found)


def _same(one: RelationDraft, other: RelationDraft) -> bool:
    """A verb that is none of the list is read back as None."""
    return replace(one, verb=one.verb or _OTHER) == replace(other, verb=other.verb or _OTHER)


def _added(draft: PlanDraft, correction: Correction) -> PlanDraft:
    verb = one_of(correction.verb or "", verbs(), "verb")
    rank = None
    if correction.rank not in {None, NO_RANK}:
        rank = one_of(correction.rank or "", RANKS, "rank")
    if _is_there(draft, correction):
        return draft
    relation = RelationDraft(
        correction.value,
        verb,
        rank,
        correction.words or "",
        _place(draft, correction),
    )
    return replace(draft, relations=(*draft.relations, relation))


def _is_there(draft: PlanDraft, correction: Correction) -> bool:
    name, verb = label_key(correction.value), correction.verb
    return any(
        label_key(r.name) == name and (r.verb or _OTHER) == verb and _has_words(r, correction)
        for r in draft.relations
    )


def _place(draft: PlanDraft, correction: Correction) -> Position:
    """Where the text names the plan, if it does, with the words if they stand there too."""
    name, words = normalize(correction.value), normalize(correction.words or "")
    found = [p for p in draft.passages if name in normalize(p.text)]
    with_words = (p for p in found if words and words in normalize(p.text))
    best = next(with_words, found[0] if found else None)
    return best.position if best is not None else Position(draft.file)


def _has_words(relation: RelationDraft, correction: Correction) -> bool:
    words = correction.words
    return words is None or label_key(words) == label_key(relation.verb_text)


def _meant(draft: PlanDraft, correction: Correction) -> set[int]:
    """The places of the relations that a correction is about."""
    name, words = correction.as_read or "", correction.words
    found = {
        n: r
        for n, r in enumerate(draft.relations)
        if label_key(r.name) == label_key(name) and _has_words(r, correction)
    }
    if not found:
        said = f"「{words}」" if words else ""
        raise ConfigError(
            f"訂正する関係「{name}」{said}が、読み取ったなかにありません。"
            "名称と文言を読み取りの結果で確かめて書き直すか、この訂正を消してください。",
            f'No relation to "{name}"{f" ({words})" if words else ""} was read. Look its name and'
            " words up among what was read, or delete the correction.",
        )
    others = list(dict.fromkeys(r.verb_text for r in found.values()))
    if len(others) > 1 and words is None:
        raise ConfigError(
            f"「{name}」との関係が{len(others)}つあります（{'、'.join(others[:5])}）。"
            "どの文言かを words に書いてください。",
            f'There are {len(others)} relations to "{name}" ({", ".join(others[:5])}). Write as'
            " words which one is meant.",
        )
    return set(found)


def _with(relation: RelationDraft, correction: Correction) -> RelationDraft:
    value = correction.value
    if correction.field == "verb":
        return replace(relation, verb=one_of(value, verbs(), "verb"))
    if correction.field == "rank":
        rank = one_of(value, (*RANKS, NO_RANK), "rank")
        return replace(relation, rank=None if rank == NO_RANK else rank)
    return replace(relation, name=value)


def in_order(corrections: Sequence[Correction]) -> list[Correction]:
    """Those of relations, so that each finds the name that was read."""
    found = [c for c in corrections if c.field in RELATION_FIELDS]
    return sorted(found, key=lambda c: RELATION_FIELDS.index(c.field))
