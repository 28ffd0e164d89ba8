"""Compare the facts of a draft with those typed by hand beside a gold tree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from alignchecker.model.normalize import label_key
from alignchecker.model.plan import PlanDraft

SINGLE = (
    "title", "edition", "part", "form", "stage", "publisher", "department", "published", "period",
    "vision",
)  # fmt: skip
Fact = tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """What was found of what the document prints.

    wrong: facts that the draft states otherwise than the document, or that it does not print.
    missing: facts that the draft leaves open. Each names the field with what was expected.
    """

    right: int
    wrong: tuple[str, ...]
    missing: tuple[str, ...]
    departments: float
    indicators: float
    relations: float
    unlike: tuple[str, ...]


def compare(draft: PlanDraft, path: Path) -> Facts:
    """The draft against a .facts.json file."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    found = _single(draft)
    right, wrong, missing = 0, [], []
    for name in SINGLE:
        printed, read = gold[name], found[name]
        expected = _key(printed)
        if _key(read) == expected:
            right += 1
        elif read is None:
            missing.append(f"{name}: {printed}")
        else:
            wrong.append(f"{name}: {printed} <> {read}")
    departments = _f1(_departments(draft), _gold_departments(gold))
    indicators = _f1(_indicators(draft), _gold_indicators(gold))
    relations = _f1(
        [(label_key(r.name),) for r in draft.relations],
        [(label_key(name),) for name in gold["relations"]],
    )
    unlike = [*departments[1], *indicators[1], *relations[1]]
    return Facts(
        right, tuple(wrong), tuple(missing), departments[0], indicators[0], relations[0],
        tuple(unlike),
    )  # fmt: skip


def _single(draft: PlanDraft) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(draft, name) for name in SINGLE if name != "period"}
    found["period"] = [draft.period.first, draft.period.last] if draft.period else None
    return found


def _key(value: Any) -> Any:
    return label_key(value) if isinstance(value, str) else value


def _departments(draft: PlanDraft) -> list[Fact]:
    """Departments of labels; a label that stands twice in the tree counts once."""
    pairs = {
        (label_key(item.label), label_key(department))
        for item in draft.items
        for department in item.departments
    }
    return sorted(pairs)


def _gold_departments(gold: Any) -> list[Fact]:
    pairs = {
        (label_key(label), label_key(department))
        for label, departments in gold["departments"].items()
        for department in departments
    }
    return sorted(pairs)


def _indicators(draft: PlanDraft) -> list[Fact]:
    labels = {item.id: item.label for item in draft.items}
    return [
        (
            label_key(indicator.name),
            label_key(labels.get(indicator.item or "", "-")),
            str(value.kind),
            str(value.fiscal_year),
            str(value.operator or "none"),
            *(_number(n) for n in (value.number, value.lower, value.upper)),
        )
        for indicator in draft.indicators
        for value in indicator.values
    ]


def _gold_indicators(gold: Any) -> list[Fact]:
    return [
        (
            label_key(indicator["name"]),
            label_key(indicator["item"] or "-"),
            value["kind"],
            str(value["year"]),
            value["operator"],
            *(_number(value[key]) for key in ("number", "lower", "upper")),
        )
        for indicator in gold["indicators"]
        for value in indicator["values"]
    ]


def _number(value: Decimal | float | None) -> str:
    return "-" if value is None else f"{Decimal(str(value)).normalize():f}"


def _f1(found: Iterable[Fact], wanted: Iterable[Fact]) -> tuple[float, list[str]]:
    """F1, 1 where neither has any; and what only one of them has."""
    one, two = Counter(found), Counter(wanted)
    common = (one & two).total()
    score = 2 * common / (one.total() + two.total()) if one or two else 1.0
    only = [f"+ {fact}" for fact in sorted((one - two).elements())]
    only += [f"- {fact}" for fact in sorted((two - one).elements())]
    return score, only
