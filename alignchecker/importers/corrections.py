"""What a person corrects after an import: a few facts of the plan, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from alignchecker.importers.paths import is_file
from alignchecker.importers.toml import read_toml
from alignchecker.model.calendar import is_iso_month_or_day
from alignchecker.model.errors import ConfigError, nearest
from alignchecker.model.plan import Capture, Form, Period, PlanDraft
from alignchecker.reading.vocabulary import title_words

MAX_CORRECTIONS = 5
STAGES = ("outline", "draft", "proposal", "decided", "midterm-review")
_PERIOD = re.compile(r"(\d{4})\s*[-/~～]\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected fact: the field's name, its value as written, and why.

    verified: False where the person is not sure either; the plan then carries aln:verified false.
    """

    field: str
    value: str
    reason: str
    verified: bool = True


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a TOML file of [[correction]] tables.

    Raises InputError for what cannot be read as TOML, ConfigError for anything but at most five
    known fields, each with value and reason.
    """
    data = read_toml(path)
    tables = data.get("correction", [])
    is_list = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
    if set(data) - {"correction"} or not isinstance(tables, list) or not is_list:
        raise ConfigError(
            f"{path}: 訂正は [[correction]] の表だけで書いてください。",
            f"{path}: Write corrections as [[correction]] tables and nothing else.",
        )
    corrections = tuple(_correction(table, path) for table in tables)
    if len(corrections) > MAX_CORRECTIONS:
        raise ConfigError(
            f"{path}: 訂正は{MAX_CORRECTIONS}件までです（{len(corrections)}件）。"
            "多い場合は原本のテキストを直して、取り込み直してください。",
            f"{path}: At most {MAX_CORRECTIONS} corrections are taken ({len(corrections)} given)."
            " Mend the text itself and import it again.",
        )
    fields = [correction.field for correction in corrections]
    double = next((field for field in fields if fields.count(field) > 1), None)
    if double:
        raise ConfigError(
            f"{path}: 「{double}」の訂正が2つあります。1つにしてください。",
            f'{path}: "{double}" is corrected twice. Leave one.',
        )
    return corrections


def apply_corrections(draft: PlanDraft, corrections: Iterable[Correction]) -> PlanDraft:
    """The draft with the corrected facts; a warning about a fact that is now known goes away.

    Raises ConfigError for a value that its field cannot hold.
    """
    for correction in corrections:
        draft = _APPLY[correction.field](draft, correction.value)
        if not correction.verified:
            draft = replace(draft, unverified=(*draft.unverified, correction.field))
        solved = f"{correction.field}-unknown"
        left = tuple(warning for warning in draft.warnings if warning.code != solved)
        draft = replace(draft, warnings=left)
    return draft


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


def _correction(table: dict[str, object], path: Path) -> Correction:
    field = str(table.get("field") or "")
    if field not in _APPLY:
        close, known = nearest(field, _APPLY), ", ".join(_APPLY)
        raise ConfigError(
            f"{path}: 「{field}」は訂正できません。"
            + (f"「{close}」ではありませんか。" if close else "")
            + f"訂正できるのは {known} です。見出しや施策は原本のテキストを直してください。",
            f'{path}: "{field}" cannot be corrected. '
            + (f'Did you mean "{close}"? ' if close else "")
            + f"The fields are {known}. Headings and measures are mended in the text itself.",
        )
    unknown = sorted(set(table) - {"field", "value", "reason", "verified"})
    texts = [table.get(key) for key in ("value", "reason")]
    verified = table.get("verified", True)
    written = all(isinstance(text, str) and text.strip() for text in texts)
    if unknown or not written or not isinstance(verified, bool):
        raise ConfigError(
            f"{path}: 「{field}」の訂正は field・value・reason の3つを文字列で書いてください。"
            "確かでないときは verified = false を添えます。",
            f'{path}: The correction of "{field}" needs field, value and reason, all as text;'
            " verified = false may stand beside them.",
        )
    value, reason = (str(text).strip() for text in texts)
    return Correction(field, value, reason, verified)


def _one_of(value: str, known: Iterable[str], field: str) -> str:
    choices = sorted(set(known))
    if value not in choices:
        close = nearest(value, choices)
        ja = (
            f"「{close}」ではありませんか。"
            if close
            else f"{', '.join(choices)} から選んでください。"
        )
        en = f'Did you mean "{close}"?' if close else f"Choose one of {', '.join(choices)}."
        raise ConfigError(
            f"「{field}」に「{value}」は書けません。{ja}", f'"{value}" is no {field}. {en}'
        )
    return value


def _malformed(field: str, form: str, value: str) -> ConfigError:
    return ConfigError(
        f"「{field}」は「{form}」の形で書いてください（「{value}」）。",
        f'Write {field} like "{form}" (not "{value}").',
    )


def _period(draft: PlanDraft, value: str) -> PlanDraft:
    match = _PERIOD.fullmatch(value)
    if match is None or int(match.group(1)) > int(match.group(2)):
        raise _malformed("period", "2026-2029", value)
    return replace(draft, period=Period(int(match.group(1)), int(match.group(2))))


def _published(draft: PlanDraft, value: str) -> PlanDraft:
    if not is_iso_month_or_day(value):
        raise _malformed("published", "2026-03", value)
    return replace(draft, published=value)


def _measure_level(draft: PlanDraft, value: str) -> PlanDraft:
    levels = (item.level_name for item in draft.items if item.level > 0)
    return replace(draft, measure_level=_one_of(value, levels, "measure_level"))


_APPLY: dict[str, Callable[[PlanDraft, str], PlanDraft]] = {
    "title": lambda draft, value: replace(draft, title=value),
    "edition": lambda draft, value: replace(draft, edition=value),
    "part": lambda draft, value: replace(draft, part=value),
    "plan_type": lambda draft, value: replace(
        draft, plan_type=_one_of(value, (term.notation for term in title_words()), "plan_type")
    ),
    "form": lambda draft, value: replace(draft, form=Form(_one_of(value, Form, "form"))),
    "capture": lambda draft, value: replace(
        draft, capture=Capture(_one_of(value, Capture, "capture"))
    ),
    "stage": lambda draft, value: replace(draft, stage=_one_of(value, STAGES, "stage")),
    "publisher": lambda draft, value: replace(draft, publisher=value),
    "department": lambda draft, value: replace(draft, department=value),
    "published": _published,
    "period": _period,
    "vision": lambda draft, value: replace(draft, vision=value),
    "measure_level": _measure_level,
}
