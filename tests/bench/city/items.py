"""The tree of a plan: goals, policies, measures and actions, with labels that occur once."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.bench.city.kinds import Kind
from tests.bench.city.model import Item, Plan
from tests.bench.city.words import AIMS, ENDINGS, ISSUES, OBJECTS, TEXTS

_STEP = 3571
"""A prime, so that all combinations of words come up before one does again."""
_ACTIONS = 0.18
_TEXTS = 0.2


class _Labels:
    """Headings of one plan, each once."""

    def __init__(self, kind: Kind, dice: Random) -> None:
        self.topics = kind.topics
        self.next = dice.randrange(1 << 16)

    def make(self) -> str:
        """Another heading."""
        self.next += _STEP
        rest, topic = divmod(self.next, len(self.topics))
        rest, thing = divmod(rest, len(OBJECTS))
        return f"{self.topics[topic]}の{OBJECTS[thing]}{ENDINGS[rest % len(ENDINGS)]}"


def grow(plan: Plan, kind: Kind, size: int, dice: Random) -> None:
    """Gives a plan its tree with so many measures."""
    labels = _Labels(kind, dice)
    goals = min(size, 3 if size < 60 else 5)
    shares = list(_shares(size, goals))
    group = _group(plan) if kind.grouped else None
    for number, share in enumerate(shares, start=1):
        aim = AIMS[(number + len(kind.slug)) % len(AIMS)]
        goal = _add(
            plan, group, "goal", kind.levels.goal, f"{kind.topics[number - 1]}{aim}", number,
            str(number) if kind.coded else None, f"{plan.iri}/{number}",
        )  # fmt: skip
        _below(plan, kind, goal, share, labels, dice)


def _below(plan: Plan, kind: Kind, goal: Item, size: int, labels: _Labels, dice: Random) -> None:
    if kind.levels.policy is None:
        _measures(plan, kind, goal, size, labels, dice)
        return
    for number, share in enumerate(_shares(size, max(1, size // 9)), start=1):
        policy = _add(
            plan, goal, "policy", kind.levels.policy, labels.make(), number,
            f"{goal.code}{number}" if kind.coded else None, f"{goal.iri}/{number}",
        )  # fmt: skip
        _measures(plan, kind, policy, share, labels, dice)


def _measures(
    plan: Plan, kind: Kind, parent: Item, size: int, labels: _Labels, dice: Random
) -> None:
    levels = kind.levels
    for number in range(1, size + 1):
        measure = _add(
            plan, parent, levels.measure_kind, levels.measure, labels.make(), number,
            f"{parent.code}{number:02}" if kind.coded else None, f"{parent.iri}/{number}",
        )  # fmt: skip
        measure.is_measure = True
        measure.answerable = kind.plan_type == "comprehensive"
        plan.measures.append(measure)
        if len(plan.measures) <= len(ISSUES):
            measure.text = ISSUES[len(plan.measures) - 1].answer
        elif dice.random() < _TEXTS:
            measure.text = dice.choice(TEXTS)
        # A direction without an action would be a defect where the plan lists actions.
        if levels.measure_kind == "direction" or dice.random() < _ACTIONS:
            _add(plan, measure, "action", levels.action, labels.make(), 1, None,
                 f"{measure.iri}/a1")  # fmt: skip


def _group(plan: Plan) -> Item:
    return _add(plan, None, "group", "group", "ライフステージごとの支援", None, None,
                f"{plan.iri}/g1")  # fmt: skip


def _add(
    plan: Plan, parent: Item | None, kind: str, level: str, label: str, number: int | None,
    code: str | None, iri: str,
) -> Item:  # fmt: skip
    item = Item(iri, kind, level, label, plan.next_order(), number, parent, code)
    plan.items.append(item)
    if parent is not None:
        parent.children.append(item)
    return item


def _shares(size: int, parts: int) -> Iterator[int]:
    """A number in so many parts that differ by one at most."""
    for part in range(parts):
        yield size // parts + (part < size % parts)
