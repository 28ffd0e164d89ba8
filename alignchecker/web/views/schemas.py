"""JSON Schema of the views: what answers what, the hierarchy, periods, indicators, inventory."""

from __future__ import annotations

from alignchecker.model.coverage import Standing
from alignchecker.model.indicators import ValueState
from alignchecker.model.severity import Severity
from alignchecker.reports.json_values import Json
from alignchecker.web.schemas import (
    MAYBE,
    MAYBE_DAY,
    MAYBE_NUMBER,
    NAMED,
    NUMBER,
    PERIOD,
    PLAN,
    TEXT,
    YES_OR_NO,
    by_name,
    holding,
    listed,
    one_of,
    or_null,
)

_FIGURES = holding(**{standing.value: NUMBER for standing in Standing})
_DEPTHS: dict[str, Json] = {"deep": _FIGURES, "shallow": _FIGURES}
COVERAGE = holding(
    revision=TEXT,
    relations=listed(
        holding(
            key=TEXT,
            plan=NAMED,
            higher=NAMED,
            verb=MAYBE,
            force=MAYBE,
            extract=YES_OR_NO,
            items=holding(**_DEPTHS),
            measures=holding(**_DEPTHS),
        )
    ),
)
_COUNTERPART = holding(iri=TEXT, label=TEXT, plan=NAMED, accepted=YES_OR_NO, direct=YES_OR_NO)
_ROW = holding(
    iri=TEXT,
    label=TEXT,
    number=MAYBE,
    above=listed(TEXT),
    standing=one_of(Standing),
    shallow=one_of(Standing),
    waived=MAYBE,
    counterparts=listed(_COUNTERPART),
)
_SIDE = holding(**_DEPTHS, rows=listed(_ROW))
RELATION = holding(
    revision=TEXT,
    relation=holding(
        relation=MAYBE,
        plan=NAMED,
        higher=NAMED,
        verb=MAYBE,
        force=MAYBE,
        items=_SIDE,
        measures=_SIDE,
    ),
)
_MAYBE_NAMED = holding(iri=MAYBE, title=TEXT)
HIERARCHY = holding(
    revision=TEXT,
    plans=listed(PLAN),
    ties=listed(
        holding(
            plan=_MAYBE_NAMED,
            higher=_MAYBE_NAMED,
            verbs=listed(TEXT),
            force=MAYBE,
            uncovered=or_null(listed(holding(first=NUMBER, last=NUMBER))),
        )
    ),
    trees=by_name(TEXT),
)
TREE = holding(
    revision=TEXT,
    plan=NAMED,
    items=listed(
        holding(
            iri=TEXT,
            label=TEXT,
            levelName=MAYBE,
            number=MAYBE,
            parent=MAYBE,
            measure=YES_OR_NO,
            answerable=YES_OR_NO,
            links=listed(holding(to=TEXT, accepted=YES_OR_NO)),
            noCounterpartIn=listed(TEXT),
        )
    ),
)
TIMELINE = holding(
    revision=TEXT,
    asOf=MAYBE_DAY,
    plans=listed(
        holding(
            iri=TEXT,
            title=TEXT,
            series=MAYBE,
            partOf=MAYBE,
            period=PERIOD,
            status=TEXT,
            successor=MAYBE,
        )
    ),
)
_VALUE = holding(printed=MAYBE, fiscalYear=MAYBE_NUMBER, state=one_of(ValueState))
_INDICATOR = holding(
    iri=TEXT,
    name=TEXT,
    plan=TEXT,
    planTitle=TEXT,
    repeated=YES_OR_NO,
    items=listed(holding(iri=TEXT, label=TEXT)),
    baselines=listed(_VALUE),
    targets=listed(_VALUE),
)
_MEASURED = holding(
    iri=TEXT, label=TEXT, levelName=MAYBE, number=MAYBE, indicators=listed(TEXT), waived=MAYBE
)
INDICATORS = holding(
    revision=TEXT,
    plans=listed(
        holding(
            iri=TEXT,
            title=TEXT,
            indicatorLevel=MAYBE,
            partial=YES_OR_NO,
            items=listed(_MEASURED),
            indicators=listed(_INDICATOR),
        )
    ),
    comparisons=listed(holding(indicators=listed(_INDICATOR), reviewed=YES_OR_NO)),
)
_INVENTORY = holding(
    iri=TEXT,
    file=MAYBE,
    level=MAYBE,
    stage=MAYBE,
    department=MAYBE,
    adopted=MAYBE,
    acts=listed(TEXT),
    above=NUMBER,
    below=NUMBER,
    measures=NUMBER,
    linked=NUMBER,
    findings=holding(**{severity.word: NUMBER for severity in Severity}),
    changed=MAYBE_DAY,
    corrections=NUMBER,
)
PLANS = holding(
    revision=TEXT,
    files=listed(holding(key=TEXT, path=TEXT, revision=TEXT)),
    plans=listed(PLAN),
    inventory=listed(_INVENTORY),
)
"""The files of the folder, the plans in them as the last check saw them, and the list of plans."""
