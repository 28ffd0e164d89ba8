"""Prefectures with the plans that their cities cite: comprehensive, and for children."""

from __future__ import annotations

from tests.bench.city.model import Item, Plan, Prefecture
from tests.bench.city.words import AIMS, PREFECTURES

_COMPREHENSIVE = ("暮らし", "産業", "子育て", "自然", "交通", "文化")
_CHILDREN = ("誕生の喜び", "乳幼児の育ち", "学齢期の学び", "若者の自立", "ひとり親家庭の暮らし",
             "社会的養護", "居場所", "親の働き方", "地域の応援")  # fmt: skip


def prefecture(number: int) -> Prefecture:
    """The prefecture of a number from 1 to 47."""
    name, romanised = PREFECTURES[number - 1].split()
    made = Prefecture(f"{number:02}", name, romanised)
    made.plans = [
        _plan(made, "prefectural-comprehensive", "総合計画", (2023, 2032), _COMPREHENSIVE),
        _plan(made, "prefectural-children", "こども計画", (2025, 2029), _CHILDREN),
    ]
    return made


def _plan(
    owner: Prefecture, slug: str, title: str, span: tuple[int, int], topics: tuple[str, ...]
) -> Plan:
    series = f"{owner.code}/{slug}"
    first, last = span
    plan = Plan(slug, f"{series}/fy{first}", series, f"{owner.name}{title}", f"{owner.name}{title}",
                first, last, plan_type=slug)  # fmt: skip
    for number, topic in enumerate(topics, start=1):
        plan.items.append(
            Item(
                f"{plan.iri}/{number}",
                "goal",
                "基本目標",
                topic + AIMS[number % len(AIMS)],
                number,
                number,
                answerable=slug == "prefectural-children",
            )
        )
    return plan
