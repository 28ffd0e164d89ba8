"""The reader of plain text and Markdown: one document to one draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alignchecker.importers.cover import Cover, bare_title, read_cover
from alignchecker.importers.decoding import Document, read_text
from alignchecker.importers.entries import read_entries
from alignchecker.importers.imprint import Imprint, read_imprint
from alignchecker.importers.lines import Source, read_lines
from alignchecker.importers.other_plans import read_mentions
from alignchecker.importers.period import PlanPeriod, read_period
from alignchecker.importers.relations import read_relations
from alignchecker.importers.sentences import read_sentences
from alignchecker.importers.statements import read_citations, read_claims, read_roles
from alignchecker.importers.tree import Tree, read_tree
from alignchecker.importers.vision import Vision, read_vision
from alignchecker.importers.vocabulary import plan_type
from alignchecker.model.normalize import foreign_characters
from alignchecker.model.plan import (
    Capture,
    Form,
    ImportWarning,
    ItemDraft,
    PlanDraft,
    Position,
)


def read_text_plan(path: Path) -> PlanDraft:
    """The plan that a text file prints; InputError if the file cannot be read."""
    return draft_of(read_text(path))


def draft_of(document: Document) -> PlanDraft:
    """The plan that a document prints."""
    file = document.path.name
    source = read_lines(document.text)
    sentences = read_sentences(source.lines)
    cover = read_cover(source.lines, has_contents=source.has_contents)
    imprint = read_imprint(source.lines, cover.line)
    own = _own_names(cover, imprint)
    period = read_period(source.lines, sentences, own)
    vision = read_vision(source.lines)
    tree = read_tree(read_entries(source.lines), vision, document.text, file)
    roles = read_roles(sentences, tree.items, file)
    foreign = foreign_characters(document.text)
    return PlanDraft(
        file=file,
        sha256=document.sha256,
        title=cover.title,
        edition=cover.edition,
        part=cover.part,
        plan_type=plan_type(cover.title) if cover.title else None,
        form=_form(cover, period, tree, source),
        capture=Capture.OCR if foreign else None,
        stage=cover.stage,
        publisher=imprint.publisher.value if imprint.publisher else None,
        department=imprint.department.value if imprint.department else None,
        published=imprint.published.value if imprint.published else None,
        period=period.period,
        period_position=Position(file, period.line) if period.line else None,
        stated_years=period.stated_years,
        vision=vision.label if vision else None,
        measure_level=tree.measure_level,
        items=tree.items,
        relations=read_relations(sentences, (*own, *(role.quoted_as for role in roles)), file),
        roles=roles,
        claims=read_claims(sentences, tree.items, file),
        mentions=read_mentions(source.lines, sentences, own, file),
        citations=read_citations(sentences, file),
        warnings=_warnings(cover, period, imprint, tree, foreign),
        facts_position=_positions(cover, imprint, vision, file),
    )


def _own_names(cover: Cover, imprint: Imprint) -> tuple[str, ...]:
    """The names by which the plan speaks of itself."""
    if cover.title is None:
        return ()
    edition = cover.edition or ""
    bare = bare_title(cover.title)
    parts = [part for part in bare.split("・") if part.endswith("計画")] if "・" in bare else []
    issuer = imprint.publisher.value if imprint.publisher else ""
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
    cover: Cover, period: PlanPeriod, imprint: Imprint, tree: Tree, foreign: tuple[str, ...]
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
    return (*warnings, *_unnamed(tree), *tree.warnings)


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
