"""The project's own workbook -> the plan that it holds, unchanged where nobody touched it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from alignchecker.importers.packages import Package, open_package
from alignchecker.importers.workbook.cells import Rows, read_rows, shared_strings, sheet_parts
from alignchecker.importers.workbook.indicators import read_indicators
from alignchecker.importers.workbook.items import Names, read_items
from alignchecker.importers.workbook.records import (
    read_citation,
    read_claim,
    read_day,
    read_department,
    read_mention,
    read_passage,
    read_progress,
    read_relation,
    read_role,
    read_warning,
)
from alignchecker.importers.workbook.rows import Problems, Row, by_key, position_of, rows_of
from alignchecker.lang import workbook as layout
from alignchecker.lang.workbook import MARKER, VERSION, Sheet
from alignchecker.model.errors import InputError
from alignchecker.model.plan import (
    Capture,
    Form,
    ImportWarning,
    ItemDraft,
    ItemKind,
    Period,
    PlanDraft,
)
from alignchecker.reading.concepts import japanese_labels

_MAIN = "xl/workbook.xml"
_PLACED = ("title", "publisher", "published", "department", "vision")


def is_plan_workbook(path: Path) -> bool:
    """Whether the file is one of our own making; False where it cannot be opened."""
    try:
        with open_package(path, _MAIN) as package:
            return MARKER in sheet_parts(package)
    except InputError:
        return False


def read_plan_workbook(path: Path) -> PlanDraft:
    """The plan of a workbook.

    Raises InputError that names sheet and cell of up to ten things to mend at once.
    """
    with open_package(path, _MAIN) as package:
        book = _Book(package)
        draft = book.draft()
    book.problems.stop()
    return draft


class _Book:
    """The sheets of one workbook; ``problems`` collects what is wrong with them."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.problems = Problems(str(package.path))
        self._parts = sheet_parts(package)
        self._strings = shared_strings(package)
        self._check_version()
        self.plan, self.places = self._plan()
        hashed = self.plan.text("sha256")
        self.is_new = hashed is None
        self.file = self.plan.text("file") or package.path.name
        self.sha256 = hashed or package.sha256

    def rows(self, sheet: Sheet) -> list[Row]:
        """The rows of a table."""
        return rows_of(sheet, self._cells(sheet.name), self.problems, self.package.path.name)

    def _passages(self) -> list[Row]:
        """The rows of 本文, a sheet that people may do without."""
        return self.rows(layout.PASSAGES) if layout.PASSAGES.name in self._parts else []

    def _cells(self, name: str) -> Rows:
        if name not in self._parts:
            self.problems.add(
                name,
                "全体",
                "シートがありません。名前を変えたときは元に戻してください。",
                "is missing; give it back its name if it was changed.",
            )
            return {}
        return read_rows(self.package, self._parts[name], self._strings)

    def _check_version(self) -> None:
        version = self._cells(MARKER).get(1, {}).get("B", "")
        if version != str(VERSION):
            raise InputError(
                f"このブックの版（{version[:10] or '不明'}）は読み取れません。"
                "alignchecker を新しくするか、ひな形を作り直して写してください。",
                f"This version of the workbook ({version[:10] or 'unknown'}) is not read. Update"
                " alignchecker, or copy the rows into a new template.",
                str(self.package.path),
            )

    def _plan(self) -> tuple[Row, dict[str, str]]:
        """The rows of 計画 as one row of values, and where each was read."""
        rows = self._cells(layout.PLAN.name)
        cells: dict[str, str] = {}
        where: dict[str, str] = {}
        placed: dict[str, str] = {}
        for number in sorted(n for n in rows if n > 1):
            row, places = by_key(rows.get(1, {}), rows[number], number)
            key = row.get("key", "")
            cells[key], where[key] = row.get("value", ""), places.get("value", "")
            placed[key] = row.get("place", "")
        name = self.package.path.name
        hand = not cells.get("sha256", "").strip()
        return Row(layout.PLAN, 0, cells, where, self.problems, name, hand), placed

    def draft(self) -> PlanDraft:
        """The plan; only good if no problem was found."""
        plan = self.plan
        item_rows = self.rows(layout.ITEMS)
        measure_level = plan.text("measure_level") or self._measure_level(item_rows)
        items, names = read_items(item_rows, measure_level)
        self._check_measure_level(items)
        facts = {key: position_of(self.places.get(key, "")) for key in _PLACED}
        draft = PlanDraft(
            file=self.file,
            sha256=self.sha256,
            title=plan.text("title"),
            edition=plan.text("edition"),
            part=plan.text("part"),
            plan_type=plan.concept("plan_type"),
            form=plan.choice("form", Form),
            capture=plan.choice("capture", Capture),
            stage=plan.concept("stage"),
            publisher=plan.text("publisher"),
            department=plan.text("department"),
            published=read_day(plan, "published"),
            period=_period(plan),
            period_position=position_of(self.places.get("first_year", "")),
            stated_years=plan.whole("stated_years"),
            vision=plan.text("vision"),
            measure_level=measure_level,
            items=items,
            unverified=self._unverified(),
            facts_position={key: place for key, place in facts.items() if place},
        )
        return self._with_tables(draft, names)

    def _with_tables(self, draft: PlanDraft, names: Names) -> PlanDraft:
        draft = replace(
            draft,
            relations=tuple(read_relation(row) for row in self.rows(layout.RELATIONS)),
            roles=tuple(read_role(row, names) for row in self.rows(layout.ROLES)),
            claims=tuple(read_claim(row) for row in self.rows(layout.CLAIMS)),
            mentions=tuple(read_mention(row) for row in self.rows(layout.MENTIONS)),
            citations=tuple(read_citation(row) for row in self.rows(layout.CITATIONS)),
            indicators=read_indicators(self.rows(layout.INDICATORS), names),
            progress=tuple(read_progress(row, names) for row in self.rows(layout.PROGRESS)),
            departments=tuple(read_department(row) for row in self.rows(layout.DEPARTMENTS)),
            passages=tuple(read_passage(row) for row in self._passages()),
        )
        return replace(draft, warnings=self._warnings(draft))

    def _measure_level(self, rows: list[Row]) -> str | None:
        """Of a workbook that a person filled in: the level of the rows that are measures."""
        if not self.is_new:
            return None
        label = japanese_labels("kind")[ItemKind.MEASURE]
        measures = (row.text("level_name") or label for row in rows if row.text("kind") == label)
        levels = list(dict.fromkeys(measures))
        if len(levels) > 1:
            self.plan.wrong(
                "measure_level",
                "施策にあたる段階が決まりません。"
                f"{'、'.join(levels[:5])} のどれかを書いてください。",
                f"It is not clear which level the measures are; write one of {levels[:5]}.",
            )
        return levels[0] if len(levels) == 1 else None

    def _check_measure_level(self, items: tuple[ItemDraft, ...]) -> None:
        level = self.plan.text("measure_level")
        known = list(dict.fromkeys(item.level_name for item in items))
        if level is not None and items and level not in known:
            self.plan.wrong(
                "measure_level",
                f"「{level[:40]}」という段階は施策体系にありません。"
                f"{'、'.join(known[:8])} のどれかを書いてください。",
                f'No item is of the level "{level[:40]}"; write one of {known[:8]}.',
            )

    def _unverified(self) -> tuple[str, ...]:
        """Field names; an officer writes the names of the rows."""
        fields = {column.name: column.key for column in layout.PLAN.columns}
        fields |= {"計画期間": "period", layout.RELATIONS.name: "relations"}
        words = self.plan.words("unverified")
        for word in words:
            if word not in fields and word not in fields.values():
                self.plan.wrong(
                    "unverified",
                    f"「{word[:40]}」という欄はありません。このシートの欄の名前を書いてください。",
                    f'There is no row "{word[:40]}"; write the name of a row of this sheet.',
                )
        return tuple(fields.get(word, word) for word in words)

    def _warnings(self, draft: PlanDraft) -> tuple[ImportWarning, ...]:
        known = {
            "title": draft.title,
            "period": draft.period,
            "publisher": draft.publisher,
            "published": draft.published,
        }
        if self.is_new:
            missing = [f"{name}-unknown" for name, value in known.items() if value is None]
            codes = [*missing, *(() if draft.items else ("no-items",))]
            found = tuple(ImportWarning(code) for code in codes)
        else:
            solved = {f"{name}-unknown" for name, value in known.items() if value is not None}
            said = [read_warning(row) for row in self.rows(layout.WARNINGS)]
            found = tuple(w for w in said if w is not None and w.code not in solved)
        links = [row for row in self.rows(layout.LINKS) if row.by_hand]
        return (*found, ImportWarning("links-not-taken", (str(len(links)),))) if links else found


def _period(plan: Row) -> Period | None:
    first, last = plan.year("first_year"), plan.year("last_year")
    if first is None and last is None:
        return None
    if first is None or last is None:
        missing = "first_year" if first is None else "last_year"
        # A year that cannot be read has been noted already.
        if plan.text(missing) is None:
            plan.needed(missing)
        return None
    if first > last:
        plan.wrong(
            "last_year",
            "最後の年度が最初の年度より前です。確かめてください。",
            "is before the first year; check both.",
        )
    return Period(first, last)
