"""One row -> one record, for the sheets whose rows stand for themselves."""

from __future__ import annotations

import json
import re

from alignchecker.importers.workbook.items import Names, refer
from alignchecker.importers.workbook.rows import Row, position_of
from alignchecker.lang.import_warnings import WARNINGS, warning_text
from alignchecker.model.calendar import dates, is_iso_month_or_day
from alignchecker.model.normalize import fold
from alignchecker.model.plan import (
    ActCitation,
    CountClaim,
    DepartmentDraft,
    ImportWarning,
    PassageDraft,
    Period,
    PlanMention,
    ProgressDraft,
    RelationDraft,
    RoleDraft,
)

_DAY = re.compile(
    r"\D{0,4}(?:\d{1,4}|元)\s*[年./-]\s*\d{1,2}\s*(?:月|[./-]\d{1,2}|月\s*\d{1,2}\s*日)?"
)


def read_relation(row: Row) -> RelationDraft:
    """A row of 関係."""
    return RelationDraft(
        name=row.needed("name"),
        verb=row.concept("verb"),
        rank=row.concept("rank"),
        verb_text=row.text("verb_text") or "",
        position=row.place(at="name"),
    )


def read_role(row: Row, names: Names) -> RoleDraft:
    """A row of 位置づけ."""
    return RoleDraft(
        quoted_as=row.needed("quoted_as"),
        plan_type=row.concept("plan_type"),
        cited_act=row.text("cited_act"),
        item=refer(row, "item", names),
        position=row.place(at="quoted_as"),
    )


def read_claim(row: Row) -> CountClaim:
    """A row of 数の記述."""
    row.needed("count")
    return CountClaim(
        level_name=row.text("level_name") or "",
        count=row.whole("count") or 0,
        quoted_as=row.text("quoted_as") or "",
        position=row.place(at="quoted_as"),
    )


def read_mention(row: Row) -> PlanMention:
    """A row of 他計画の期間."""
    first, last = row.year("first_year"), row.year("last_year")
    for key in ("first_year", "last_year"):
        row.needed(key)
    return PlanMention(row.needed("name"), Period(first or 0, last or 0), row.place(at="name"))


def read_citation(row: Row) -> ActCitation:
    """A row of 法令."""
    return ActCitation(row.needed("quoted_as"), row.place(at="quoted_as"))


def read_progress(row: Row, names: Names) -> ProgressDraft:
    """A row of 進捗."""
    row.needed("item")
    row.needed("fiscal_year")
    return ProgressDraft(
        item=refer(row, "item", names) or "",
        fiscal_year=row.year("fiscal_year") or 0,
        evaluation=row.text("evaluation"),
        text=row.text("text"),
        position=row.place(at="item"),
    )


def read_department(row: Row) -> DepartmentDraft:
    """A row of 組織."""
    return DepartmentDraft(
        name=row.needed("name"),
        first=read_day(row, "first"),
        last=read_day(row, "last"),
        successors=row.words("successors"),
        position=row.place(at="name"),
    )


def read_passage(row: Row) -> PassageDraft:
    """A row of 本文."""
    text = row.needed("text")
    return PassageDraft(text, row.place(at="text"), heading=row.flag("heading"))


def read_day(row: Row, key: str) -> str | None:
    """A month or date as ISO text, also where the cell has it as 令和8年3月 or 2026/3/31."""
    text = row.text(key)
    if text is not None and not is_iso_month_or_day(text):
        found = [day for day, _ in dates(text)]
        if len(found) == 1 and _DAY.fullmatch(fold(text).strip()):
            return found[0]
        row.wrong(
            key,
            f"「{text[:40]}」は年月日として読めません。「2026-03」か「2026-03-31」と書いてください。",
            f'"{text[:40]}" is no month or date; write it like 2026-03 or 2026-03-31.',
        )
    return text


def read_warning(row: Row) -> ImportWarning | None:
    """A warning of the import that the workbook was made from; None for what is none of ours."""
    code = row.text("code") or ""
    try:
        arguments = json.loads(row.text("arguments") or "[]")
    except (ValueError, RecursionError):
        return None
    if code not in WARNINGS or not isinstance(arguments, list):
        return None
    texts = tuple(str(argument) for argument in arguments)
    try:
        warning_text(code, texts, "ja")
    except IndexError:
        return None
    return ImportWarning(code, texts, position_of(row.text("place") or ""))
