"""Drafts for property tests: whatever an importer could have read, hostile text included."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from alignchecker.importers.levels import with_levels
from alignchecker.model.plan import (
    ActCitation,
    Capture,
    CountClaim,
    DepartmentDraft,
    Form,
    ImportWarning,
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    Operator,
    PassageDraft,
    Period,
    PlanDraft,
    PlanMention,
    Position,
    ProgressDraft,
    RelationDraft,
    RoleDraft,
    Scope,
    ValueKind,
)

FILE = "plan.docx"
_HOSTILE = [
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@x",
    "_x0001_",
    "a\tb\nc",
    '"',
    "記入例",
    "007",
    "<r>&</r>",
    "あ、い\\、",
    "😀" * 3,
]
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip),
    st.sampled_from(_HOSTILE),
)
maybe = st.none() | texts
years = st.integers(1990, 2060)
positions = st.builds(
    Position,
    file=st.just(FILE),
    line=st.none() | st.integers(1, 999),
    sheet=maybe,
    cell=st.none() | st.just("B3"),
    page=st.none() | st.integers(1, 99),
)
periods = st.builds(lambda first, n: Period(first, first + n), years, st.integers(0, 20))


@st.composite
def items(draw: st.DrawFn) -> tuple[ItemDraft, ...]:
    """A tree in document order; ids are paths."""
    made: list[ItemDraft] = []
    for number in range(draw(st.integers(0, 5))):
        above = draw(st.none() | st.sampled_from(made)) if made else None
        made.append(
            ItemDraft(
                id=f"{above.id}/{number}" if above else str(number),
                level=0,
                level_name=draw(st.sampled_from(["施策", "基本目標"]) | texts),
                kind=draw(st.sampled_from(ItemKind)),
                label=draw(texts),
                parent=above.id if above else None,
                position=draw(positions),
                code=draw(maybe),
                printed_number=draw(maybe),
                text=draw(maybe),
                departments=tuple(draw(st.lists(texts, max_size=2, unique=True))),
                repeated=draw(st.booleans()),
                confidence=draw(st.sampled_from([1.0, 0.5, 0.75])),
            )
        )
    return with_levels(made)


_numbers = st.decimals(-10000, 10000, allow_nan=False, places=2) | st.sampled_from(
    [Decimal("70.0"), Decimal("0"), Decimal("123456789012345.5"), Decimal("7")]
)
_values = st.builds(
    IndicatorValueDraft,
    kind=st.sampled_from(ValueKind),
    quoted_as=texts,
    position=positions,
    fiscal_year=st.none() | years,
    operator=st.none() | st.sampled_from(Operator),
    number=st.none() | _numbers,
    lower=st.none() | _numbers,
    upper=st.none() | _numbers,
    unit=maybe,
    scope=st.none() | st.sampled_from(Scope),
)


@st.composite
def with_records(draw: st.DrawFn) -> PlanDraft:
    """A plan with indicators, progress, departments and warnings."""
    draft = draw(drafts())
    item = st.sampled_from([i.id for i in draft.items]) if draft.items else st.nothing()
    offices = st.lists(texts, max_size=2, unique=True).map(tuple)
    days = st.sampled_from([None, "2020-04", "2026-03-31"])
    indicators = [
        IndicatorDraft(
            id=f"i{number}",
            name=draw(texts),
            item=draw(st.none() | item),
            position=draw(positions),
            values=tuple(draw(st.lists(_values, max_size=3))),
            unit=draw(maybe),
            scope=draw(st.none() | st.sampled_from(Scope)),
            population=draw(maybe),
            source_survey=draw(maybe),
            departments=draw(offices),
            repeated=draw(st.booleans()),
        )
        for number in range(1, draw(st.integers(1, 3)))
    ]
    progress = st.builds(ProgressDraft, item, years, maybe, maybe, positions)
    department = st.builds(DepartmentDraft, texts, days, days, offices, positions)
    passage = st.builds(PassageDraft, texts, positions, heading=st.booleans())
    warning = st.builds(
        ImportWarning, st.just("ocr-suspected"), st.tuples(texts), st.none() | positions
    )
    return replace(
        draft,
        indicators=tuple(indicators),
        progress=tuple(draw(st.lists(progress, max_size=2))) if draft.items else (),
        departments=tuple(
            draw(st.lists(department, max_size=2, unique_by=lambda d: (d.name, d.first)))
        ),
        passages=tuple(draw(st.lists(passage, max_size=3))),
        warnings=tuple(draw(st.lists(warning, max_size=2))),
    )


@st.composite
def drafts(draw: st.DrawFn) -> PlanDraft:
    """A plan with items and what the text says of plans and Acts."""
    tree = draw(items())
    item = st.none() | st.sampled_from([i.id for i in tree]) if tree else st.none()
    verb = st.sampled_from([None, "weigh", "under"])
    rank = st.sampled_from([None, "highest"])
    kind = st.sampled_from([None, "children", "comprehensive"])
    relation = st.builds(RelationDraft, texts, verb, rank, texts, positions)
    role = st.builds(RoleDraft, texts, kind, maybe, item, positions)
    claim = st.builds(CountClaim, texts, st.integers(0, 99), texts, positions)
    mention = st.builds(PlanMention, texts, periods, positions)
    citation = st.builds(ActCitation, texts, positions)
    title = draw(st.sampled_from([None, "青葉市こども計画", "青葉市第2次総合計画"]) | texts)
    return PlanDraft(
        file=FILE,
        sha256="ab" * 32,
        title=title,
        edition=draw(st.sampled_from([None, "第2次", "第3期"])),
        part=draw(st.sampled_from([None, "基本構想", "前期", "後期"])),
        plan_type=draw(kind),
        form=draw(st.none() | st.sampled_from(Form)),
        capture=draw(st.none() | st.sampled_from(Capture)),
        stage=draw(st.sampled_from([None, "proposal", "decided"])),
        publisher=draw(st.sampled_from([None, "青葉市", "白波町", "青葉市教育委員会"])),
        department=draw(maybe),
        published=draw(st.sampled_from([None, "2026-03", "2026-03-31"])),
        period=draw(st.none() | periods),
        period_position=draw(st.none() | positions),
        stated_years=draw(st.none() | st.integers(1, 20)),
        vision=draw(maybe),
        measure_level=draw(st.sampled_from([None, *[i.level_name for i in tree]])),
        items=tree,
        relations=tuple(draw(st.lists(relation, max_size=3))),
        roles=tuple(draw(st.lists(role, max_size=2))),
        claims=tuple(draw(st.lists(claim, max_size=2))),
        mentions=tuple(draw(st.lists(mention, max_size=2))),
        citations=tuple(draw(st.lists(citation, max_size=2))),
        unverified=draw(st.sampled_from([(), ("edition",), ("part", "edition")])),
        facts_position=draw(st.sampled_from([{}, {"title": Position(FILE, 3)}])),
    )
