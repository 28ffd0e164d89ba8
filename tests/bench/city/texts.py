"""The prose of a plan: chapters on its making, its background, its vision and its measures."""

from __future__ import annotations

from random import Random

from tests.bench.city.frames import SDGS_TITLE
from tests.bench.city.kinds import KINDS, Kind, Tie
from tests.bench.city.model import City, Plan, Relation
from tests.bench.city.records import Passage
from tests.bench.city.words import ISSUES

_ERAS = ((2019, "令和"), (1989, "平成"), (1926, "昭和"))
PHRASES = {
    "accord": "に即し", "base": "を基本とし", "weigh": "を勘案し", "consult": "を参酌し",
    "harmonize": "との調和を図り", "under": "のもと", "regard": "を踏まえ", "align": "と整合を図り",
    "cooperate": "と連携し",
}  # fmt: skip


def fiscal_year(year: int) -> str:
    """A fiscal year as plans print it.

    >>> fiscal_year(2019), fiscal_year(2016)
    ('令和元年度', '平成28年度')
    """
    first, era = next(row for row in _ERAS if year >= row[0])
    number = year - first + 1
    return f"{era}{'元' if number == 1 else number}年度"


def write(city: City, plan: Plan, kind: Kind, dice: Random) -> None:
    """Gives a plan its text."""
    plan.say("第1章 計画の策定に当たって", heading=True)
    plan.say("1 計画策定の背景", heading=True, about="background")
    issues = dice.sample(ISSUES[: len(plan.measures)], min(2, len(plan.measures)))
    for issue in issues:
        plan.say(f"{city.name}では、{issue.sentence}", about="issue")
    _standing(city, plan, kind)
    _making(city, plan, kind)
    plan.say("第2章 統計にみる姿", heading=True)
    plan.say(f"{city.name}の人口と世帯の数は、巻末の表に示すとおりです。")
    _vision(city, plan)
    plan.say("第4章 施策の展開", heading=True)
    for policy in plan.policies():
        if policy.kind == "policy":
            plan.say(f"「{policy.label}」では、{len(policy.children)}つの項目を進めます。")
    for about, headings in (("content", kind.contents), ("effort", kind.effort_contents)):
        for heading in headings:
            plan.say(heading, heading=True, about=about)
    plan.say("第5章 計画の進め方", heading=True)
    plan.say("毎年度、それぞれの指標の実績を確かめ、結果を公表します（第4章参照）。")


def _standing(city: City, plan: Plan, kind: Kind) -> None:
    plan.say("2 計画の位置付け", heading=True)
    for basis in kind.bases:
        plan.say(f"本計画は、{basis.act}{basis.article}に基づく{basis.name}です。", about="basis")
    for relation in plan.relations:
        tell(plan, relation)
    for tie in kind.ties:
        if (words := _only_mentioned(city, tie)) is not None:
            plan.say(f"{words}{PHRASES[tie.verb]}、策定しました。", about="mentioned")


def tell(plan: Plan, relation: Relation) -> Passage:
    """States a relation in the text."""
    return plan.say(
        f"本計画は、{relation.quoted}{relation.phrase}、策定しました。", about=relation.iri
    )


def _only_mentioned(city: City, tie: Tie) -> str | None:
    """What a plan that the data do not have is called; None where it is a relation."""
    if tie.target == "mentioned":
        return tie.quoted.format(prefecture=city.prefecture.name)
    is_citys = "/" not in tie.target and tie.target not in {"outline", "prefectural-children"}
    if not is_citys or any(plan.slug == tie.target for plan in city.plans):
        return None
    kind = next(kind for kind in KINDS if kind.slug == tie.target)
    return f"{city.name}{kind.title}"


def _making(city: City, plan: Plan, kind: Kind) -> None:
    assert plan.first is not None
    assert plan.last is not None
    plan.say("3 計画の期間", heading=True)
    plan.say(
        f"本計画の期間は、{fiscal_year(plan.first)}から{fiscal_year(plan.last)}まで"
        f"の{plan.last - plan.first + 1}年間です。"
    )
    plan.say("4 策定の経過", heading=True)
    for procedure, sentence in kind.steps.items():
        short = city.prefecture.name[-1]
        plan.say(sentence.format(prefecture=short), about=f"procedure:{procedure}")


def _vision(city: City, plan: Plan) -> None:
    plan.say("第3章 基本的な考え方", heading=True)
    plan.say(f"本計画は「{plan.vision}」を基本理念とします。", about="vision")
    above = city.comprehensive
    if plan is not above:
        plan.say(f"{above.title}は「{above.vision}」を将来像としています。", about="higher-vision")
    if any(relation.quoted == SDGS_TITLE for relation in plan.relations):
        plan.say("17の目標のうち、関わりの深いものを各施策に示します。")
    for goal in plan.goals():
        plan.say(f"{goal.level}{goal.number} {goal.label}", heading=True)
