"""The departments of a city, those it had before, and which of them is responsible for what."""

from __future__ import annotations

from random import Random

from tests.bench.city.model import City, Plan
from tests.bench.city.records import Department

NAMES = (
    "企画政策課", "行政経営課", "財政課", "総務課", "市民協働課", "広報課",
    "情報政策課", "危機管理課", "税務課", "市民課", "環境課", "社会福祉課",
    "障害福祉課", "高齢福祉課", "介護保険課", "健康推進課", "こども課", "保育課",
    "こども家庭課", "産業振興課", "観光交流課", "農政課", "林務課", "都市計画課",
    "建設課", "公園緑地課", "住宅課", "上下水道課", "学校教育課", "生涯学習課",
    "文化振興課", "スポーツ振興課", "図書館管理課", "会計課",
)  # fmt: skip
LONG_GONE = (("児童福祉課", "こども課"), ("商工課", "産業振興課"), ("建築課", "住宅課"))
"""Names that ended before any of the plans was made, with what took over."""
JUST_GONE = (("交通防犯課", "危機管理課"), ("男女参画課", "市民協働課"), ("国際課", "観光交流課"))
"""Names that ended while the plans run, before the date for which defects are counted."""
UNLISTED = ("観光交通課", "まち育て課")
"""Names that no list has."""
_OF_A_PLAN = 6


def found(city: City) -> None:
    """Gives a city its list of departments."""
    city.departments = [Department(name, "2015-04-01") for name in NAMES]
    for ended, last in ((LONG_GONE, "2019-03-31"), (JUST_GONE, "2026-06-30")):
        city.departments += [Department(name, "2010-04-01", last, later) for name, later in ended]


def assign(plan: Plan, place: int, dice: Random) -> None:
    """Makes some departments responsible for a plan and its measures. place: of the plan."""
    start = place * 5
    own = [NAMES[(start + step) % len(NAMES)] for step in range(_OF_A_PLAN)]
    plan.department = own[0]
    for measure in plan.measures:
        measure.departments = dice.sample(own, 2 if dice.random() < 0.15 else 1)
