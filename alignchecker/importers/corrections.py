"""What a person corrects after an import: facts of the plan, items and relations, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from alignchecker.importers.corrected_facts import FACTS
from alignchecker.importers.corrected_items import Unfit, correct_items, item_holds
from alignchecker.importers.corrected_relations import correct_relation, in_order, relation_holds
from alignchecker.importers.paths import is_file
from alignchecker.importers.toml import read_toml
from alignchecker.model.correction import (
    ITEM_FIELDS,
    RELATION_FIELDS,
    VALUELESS,
    Correction,
)
from alignchecker.model.errors import ConfigError, nearest
from alignchecker.model.plan import PlanDraft

MAX_CORRECTIONS = 2000
"""More than anybody writes by hand, and few enough to be read at once."""
FIELDS = (*FACTS, *ITEM_FIELDS, *RELATION_FIELDS)
_KEYS = {"field", "value", "reason", "verified"}
_OF_ITEMS = {"item", "as_read"}


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a TOML file of [[correction]] tables.

    Raises InputError for what cannot be read as TOML, ConfigError for anything but known fields,
    each with what it needs, and nothing corrected twice.
    """
    data = read_toml(path)
    tables = data.get("correction", [])
    is_list = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
    if set(data) - {"correction"} or not isinstance(tables, list) or not is_list:
        raise ConfigError(
            f"{path}: 訂正は [[correction]] の表だけで書いてください。",
            f"{path}: Write corrections as [[correction]] tables and nothing else.",
        )
    if len(tables) > MAX_CORRECTIONS:
        raise ConfigError(
            f"{path}: 訂正は{MAX_CORRECTIONS}件までです（{len(tables)}件）。"
            "多い場合は原本のテキストを直して、取り込み直してください。",
            f"{path}: At most {MAX_CORRECTIONS} corrections are taken ({len(tables)} given)."
            " Mend the text itself and import it again.",
        )
    corrections = tuple(_correction(table, path) for table in tables)
    seen: set[tuple[str | None, ...]] = set()
    for correction in corrections:
        if correction.about in seen:
            what = " ".join(part for part in correction.about if part)
            raise ConfigError(
                f"{path}: 「{what}」の訂正が2つあります。1つにしてください。",
                f'{path}: "{what}" is corrected twice. Leave one.',
            )
        seen.add(correction.about)
    return corrections


def apply_corrections(draft: PlanDraft, corrections: Iterable[Correction]) -> PlanDraft:
    """The draft with all corrections; a warning about a fact that is now known goes away.

    Raises ConfigError for one that cannot be made.
    """
    corrected, unfit = apply_each(draft, tuple(corrections))
    if unfit:
        raise unfit[0][1]
    return corrected


def apply_each(
    draft: PlanDraft, corrections: Sequence[Correction]
) -> tuple[PlanDraft, tuple[Unfit, ...]]:
    """The draft with the corrections that can be made, and the others, with why they cannot.

    Items come first: what the measures are called may only be known then.
    """
    draft, unfit = correct_items(draft, corrections)
    failed = list(unfit)
    for correction in (*in_order(corrections), *(c for c in corrections if c.field in FACTS)):
        try:
            if correction.field in FACTS:
                draft = _with_fact(draft, correction)
            else:
                draft = correct_relation(draft, correction)
        except ConfigError as error:
            failed.append((correction, error))
    return draft, tuple(failed)


def held(draft: PlanDraft, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Those of some corrections that a plan follows."""
    return tuple(c for c in corrections if _holds(draft, c, corrections))


def corrections_beside(path: Path) -> Path:
    """Where the corrections of a document or an imported plan stand, whether they exist or not."""
    return path.with_suffix(".corrections.toml")


def has_corrections(path: Path) -> bool:
    """Whether there are corrections beside a document or an imported plan."""
    return bool(path.name) and is_file(corrections_beside(path))


def corrected(draft: PlanDraft, *paths: Path | None) -> PlanDraft:
    """The draft with the corrections beside the first of some files that has any.

    Raises InputError or ConfigError for corrections that cannot be read or applied.
    """
    for path in paths:
        if path is not None and has_corrections(path):
            return apply_corrections(draft, read_corrections(corrections_beside(path)))
    return draft


def correction_of(said: Mapping[str, str], *, verified: bool) -> Correction:
    """A correction of its texts by key; a key that is missing or blank is not said."""
    more = ("item", "as_read", "value_as_read", "words", "verb", "rank")
    field, value, reason = (said.get(key, "") for key in ("field", "value", "reason"))
    return Correction(field, value, reason, verified, *(said.get(key) or None for key in more))


def check_correction(correction: Correction) -> None:
    """Raises ConfigError for a correction that lacks what its field needs."""
    field = correction.field
    needed: dict[str, object] = {"reason": correction.reason}
    if field not in VALUELESS:
        needed["value"] = correction.value
    if field in ITEM_FIELDS:
        needed |= {"item": correction.item, "as_read": correction.as_read}
    elif field == "relation":
        needed["verb"] = correction.verb
    elif field in RELATION_FIELDS:
        needed["as_read"] = correction.as_read
    missing = [name for name, value in needed.items() if not value]
    if missing:
        keys = ", ".join(missing)
        raise ConfigError(
            f"「{field}」の訂正に {keys} がありません。"
            f"{'・'.join(sorted(needed))} を文字列で書いてください。",
            f'The correction of "{field}" lacks {keys}. Write {", ".join(sorted(needed))} as text.',
        )


def _holds(draft: PlanDraft, correction: Correction, every: Sequence[Correction]) -> bool:
    if correction.field in ITEM_FIELDS:
        return item_holds(draft, correction)
    if correction.field in RELATION_FIELDS:
        names = [c.value for c in every if c.field == "name" and c.as_read == correction.as_read]
        return relation_holds(draft, correction, [correction.as_read or "", *names])
    try:
        return FACTS[correction.field](draft, correction.value) == draft
    except ConfigError:
        return False


def _with_fact(draft: PlanDraft, correction: Correction) -> PlanDraft:
    draft = FACTS[correction.field](draft, correction.value)
    if not correction.verified:
        draft = replace(draft, unverified=(*draft.unverified, correction.field))
    solved = f"{correction.field}-unknown"
    left = tuple(warning for warning in draft.warnings if warning.code != solved)
    return replace(draft, warnings=left)


def _correction(table: dict[str, object], path: Path) -> Correction:
    field = str(table.get("field") or "")
    if field not in FIELDS:
        close, known = nearest(field, FIELDS), ", ".join(FIELDS)
        raise ConfigError(
            f"{path}: 「{field}」は訂正できません。"
            + (f"「{close}」ではありませんか。" if close else "")
            + f"訂正できるのは {known} です。",
            f'{path}: "{field}" cannot be corrected. '
            + (f'Did you mean "{close}"? ' if close else "")
            + f"The fields are {known}.",
        )
    unknown = sorted(set(table) - _keys(field))
    texts = {key: text for key, text in table.items() if key != "verified"}
    verified = table.get("verified", True)
    if unknown or not isinstance(verified, bool) or not _are_texts(texts):
        names = "・".join(sorted(_keys(field) - {"verified"}))
        raise ConfigError(
            f"{path}: 「{field}」の訂正に書けるのは {names} だけで、どれも空でない文字列です。"
            "確かでないときは verified = false を添えます。",
            f'{path}: The correction of "{field}" takes {names}, all as text that is not blank;'
            " verified = false may stand beside them.",
        )
    said = {key: str(text).strip() for key, text in texts.items()}
    correction = correction_of(said, verified=verified)
    try:
        check_correction(correction)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error.ja}", f"{path}: {error.en}") from error
    return correction


def _keys(field: str) -> set[str]:
    if field in ITEM_FIELDS:
        keys = _KEYS | _OF_ITEMS | ({"value_as_read"} if field == "parent" else set())
    elif field == "relation":
        keys = _KEYS | {"words", "verb", "rank"}
    elif field in RELATION_FIELDS:
        keys = _KEYS | {"as_read", "words"}
    else:
        keys = _KEYS
    return keys - ({"value"} if field in VALUELESS else set())


def _are_texts(texts: dict[str, object]) -> bool:
    return all(isinstance(text, str) and text.strip() for text in texts.values())
