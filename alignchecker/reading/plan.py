"""From the lines of a document to the draft of its plan: every reading method, once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from alignchecker.model.normalize import foreign_characters
from alignchecker.model.plan import (
    Capture,
    Form,
    ImportWarning,
    IndicatorDraft,
    ItemDraft,
    PlanDraft,
    Position,
    ValueKind,
)
from alignchecker.reading.content import Content
from alignchecker.reading.cover import Cover, bare_title, read_cover, titles_beside
from alignchecker.reading.entries import read_entries
from alignchecker.reading.imprint import Imprint, read_imprint
from alignchecker.reading.layout import lay_out, pieces
from alignchecker.reading.lines import Placed, Source
from alignchecker.reading.other_plans import read_mentions
from alignchecker.reading.passages import read_passages
from alignchecker.reading.period import PlanPeriod, read_period
from alignchecker.reading.relations import read_relations
from alignchecker.reading.reorganisations import read_department_list
from alignchecker.reading.sentences import read_sentences
from alignchecker.reading.statements import read_citations, read_claims, read_roles
from alignchecker.reading.tree import Tree, read_tree
from alignchecker.reading.vision import Vision, read_vision
from alignchecker.reading.vocabulary import plan_type


def read_content(content: Content) -> PlanDraft:
    """The plan that the paragraphs and tables of a document print."""
    source = lay_out(content)
    text = "\n".join(line.text for line in source.lines)
    draft = read_plan(source, text, content.file, content.sha256)
    return replace(
        draft,
        capture=draft.capture or content.capture,
        warnings=(*content.unread, *draft.warnings),
    )


def read_plan(source: Source, text: str, file: str, sha256: str) -> PlanDraft:
    """The plan that a document prints; text: all of it, file: the name that positions carry."""
    printed = pieces(source.lines)
    sentences = read_sentences(printed)
    cover = read_cover(printed, has_contents=source.has_contents)
    imprint = read_imprint(printed, cover.line)
    own = _own_names(cover, imprint, titles_beside(printed, cover))
    vision = read_vision(printed, source.lines)
    tree = read_tree(read_entries(source.lines), vision, text, file)
    period = _held_against_targets(read_period(printed, sentences, own), tree.indicators)
    roles = read_roles(sentences, tree.items, file)
    departments = read_department_list(source.lines, file)
    is_list = bool(departments) and not tree.items
    foreign = foreign_characters(text)
    lost = _lost_columns(source, file)
    draft = PlanDraft(
        file=file,
        sha256=sha256,
        title=cover.title,
        edition=cover.edition,
        part=cover.part,
        plan_type=_plan_type(cover, imprint),
        form=_form(cover, period, tree, source),
        capture=Capture.OCR if foreign else None,
        stage=cover.stage,
        publisher=imprint.publisher.value if imprint.publisher else None,
        department=imprint.department.value if imprint.department else None,
        published=imprint.published.value if imprint.published else None,
        period=period.period,
        period_position=Position(file, period.line) if period.line else None,
        stated_years=period.stated_years,
        vision=tree.vision.label if tree.vision else None,
        measure_level=tree.measure_level,
        items=tree.items,
        relations=read_relations(sentences, (*own, *(role.quoted_as for role in roles)), file),
        roles=roles,
        claims=read_claims(sentences, tree.items, file, has_indicators=bool(tree.indicators)),
        mentions=read_mentions(printed, sentences, own, file),
        citations=read_citations(sentences, file),
        indicators=tree.indicators,
        progress=tree.progress,
        departments=departments,
        warnings=() if is_list else _warnings(cover, period, imprint, tree, foreign, lost),
        facts_position=_positions(cover, imprint, tree.vision, file),
    )
    placed = draft if source.places is None else _placed(draft, source.places)
    return replace(placed, passages=read_passages(source, file))


_T = TypeVar("_T")
_ENOUGH_TARGETS = 4
"""As many targets with a year say more of the plan's years than one sentence."""


def _placed(value: _T, places: Sequence[Placed]) -> _T:
    """The value with each line number in it replaced by the place that the number stands for."""
    if isinstance(value, Position):
        return cast(_T, places[value.line - 1].place if value.line else value)
    if isinstance(value, tuple):
        return cast(_T, tuple(_placed(part, places) for part in value))
    if isinstance(value, dict):
        return cast(_T, {key: _placed(part, places) for key, part in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        moved = {f.name: _placed(getattr(value, f.name), places) for f in fields(value)}
        return cast(_T, replace(value, **moved))
    return value


def _held_against_targets(period: PlanPeriod, indicators: Sequence[IndicatorDraft]) -> PlanPeriod:
    """No period where most targets lie outside it: those years are of something else."""
    if period.period is None:
        return period
    finals = [max(years) for i in indicators if (years := _years_of_targets(i))]
    inside = range(period.period.first, period.period.last + 2)
    outside = sum(year not in inside for year in finals)
    is_wrong = len(finals) >= _ENOUGH_TARGETS and outside * 2 > len(finals)
    return PlanPeriod(None, None, None) if is_wrong else period


def _years_of_targets(indicator: IndicatorDraft) -> list[int]:
    targets = (v for v in indicator.values if v.kind is ValueKind.TARGET)
    return [v.fiscal_year for v in targets if v.fiscal_year is not None]


def _plan_type(cover: Cover, imprint: Imprint) -> str | None:
    """By the title, with the publisher before it where the title does not name it."""
    if cover.title is None:
        return None
    publisher = imprint.publisher.value if imprint.publisher else ""
    return plan_type(cover.title if publisher in cover.title else publisher + cover.title)


def _own_names(cover: Cover, imprint: Imprint, beside: Sequence[str]) -> tuple[str, ...]:
    """The names by which the plan speaks of itself. beside: titles printed next to its own."""
    if cover.title is None:
        return ()
    edition = cover.edition or ""
    bare = bare_title(cover.title)
    parts = [part for part in bare.split("・") if part.endswith("計画")] if "・" in bare else []
    issuer = imprint.publisher.value if imprint.publisher else ""
    parts += [name for title in beside for name in (title, title.removeprefix(issuer))]
    issued = (f"{issuer}{name}" for name in (bare, *parts) if not name.startswith(issuer))
    whole = [cover.title, *dict.fromkeys((bare, *parts, *issued))]
    names = (*whole, *(f"{edition}{name}" for name in whole[1:]), f"{edition}計画")
    if cover.part:
        names += (f"{edition}{bare}{cover.part}基本計画",)
    return tuple(dict.fromkeys(name for name in names if name != "計画"))


def _form(cover: Cover, period: PlanPeriod, tree: Tree, source: Source) -> Form | None:
    """A bare table or tree, without cover and period, is an extract."""
    if cover.form is not None:
        return cover.form
    if source.has_contents:
        return Form.FULL
    bare = cover.title is None and period.period is None
    return Form.EXTRACT if bare and tree.items else None


def _warnings(
    cover: Cover,
    period: PlanPeriod,
    imprint: Imprint,
    tree: Tree,
    foreign: tuple[str, ...],
    lost: Sequence[ImportWarning],
) -> tuple[ImportWarning, ...]:
    missing = {
        "title-unknown": cover.title is None,
        "period-unknown": period.period is None,
        "publisher-unknown": imprint.publisher is None,
        "published-unknown": imprint.published is None,
        "no-items": not tree.items,
        "no-measures": bool(tree.items) and tree.measure_level is None,
    }
    warnings = [ImportWarning(code) for code, is_missing in missing.items() if is_missing]
    if foreign:
        warnings.append(ImportWarning("ocr-suspected", ("".join(foreign),)))
    return (*warnings, *lost, *_unnamed(tree), *tree.warnings)


def _lost_columns(source: Source, file: str) -> list[ImportWarning]:
    """One warning for each table whose rows were not read, because nothing tells their columns."""
    texts = {line.number: line.text for line in source.lines}
    return [
        ImportWarning("table-columns-lost", (texts[number],), Position(file, number))
        for number in source.columns_lost
    ]


def _unnamed(tree: Tree) -> Iterator[ImportWarning]:
    """One warning for each level whose name the text does not print."""
    unnamed: dict[str, list[ItemDraft]] = {}
    for item in tree.items:
        if item.confidence < 1:
            unnamed.setdefault(item.level_name, []).append(item)
    for level_name, items in unnamed.items():
        first = items[0]
        above = next((i.label for i in tree.items if i.id == first.parent), first.label)
        arguments = (above, str(len(items)), level_name)
        yield ImportWarning("level-unnamed", arguments, first.position)


def _positions(
    cover: Cover, imprint: Imprint, vision: Vision | None, file: str
) -> dict[str, Position]:
    lines = {
        "title": cover.first_line,
        "publisher": imprint.publisher.line if imprint.publisher else None,
        "published": imprint.published.line if imprint.published else None,
        "department": imprint.department.line if imprint.department else None,
        "vision": vision.line if vision else None,
    }
    return {name: Position(file, line) for name, line in lines.items() if line is not None}
