"""Planters of the family text: words that are misread, misquoted, varied or left over."""

from __future__ import annotations

from tests.bench.city.defects.site import Site
from tests.bench.city.model import Plan

_NOTATIONS = (
    ("近所の支え合いの輪が広がりつつある。", "近所の支えあいの輪を次へつなぐ。"),
    ("一人ひとりの歩みを記す。", "一人一人の歩みを記す。"),
    ("会場への問合せに答える。", "会場への問い合わせに答える。"),
)
_MISREADINGS = ("地域の拒点を整えます。", "预防の知識を広げます。")
_MARKS = ("目標値は精査の上で定めます。【要確認】", "〔調整中：担当課〕")
_BLANKS = ("担当は○○課とします。", "令和●年度に見直します。")
_QUOTABLE = 9
"""How long a heading must be for a quotation with another end to be recognised."""
_PROVISIONAL = "（仮称）{city}ふれあいセンターを開きます。"


def _said(site: Site, facet: str, *sentences: str) -> str | None:
    """Adds sentences to the text of a plan that has nothing of the kind yet."""
    plan = site.plan(facet)
    if plan is None:
        return None
    for sentence in sentences:
        plan.say(sentence)
    return plan.iri


def notation_varies(site: Site) -> str | None:
    """A word is written in two ways."""
    return _said(site, "notation", *site.dice.choice(_NOTATIONS))


def likely_misreadings(site: Site) -> str | None:
    """A character is taken for another one."""
    return _said(site, "misreading", site.dice.choice(_MISREADINGS))


def place_name_misspelt(site: Site) -> str | None:
    """The city's name has a character that looks like the right one."""
    return _said(site, "place", f"{site.city.misspelt}の将来の姿を示します。")


def unresolved_marks_left(site: Site) -> str | None:
    """A mark of something to settle is left."""
    return _said(site, "mark", site.dice.choice(_MARKS))


def blanks_left_open(site: Site) -> str | None:
    """A blank was never filled in."""
    return _said(site, "blank", site.dice.choice(_BLANKS))


def provisional_names(site: Site) -> str | None:
    """A name is provisional."""
    return _said(site, "provisional", _PROVISIONAL.format(city=site.city.name))


def chapter_reference_missing(site: Site) -> str | None:
    """A chapter is referred to that the plan does not have."""
    return _said(site, "chapter", "詳しくは別の章に記しました（第9章参照）。")


def edition_counter_missing(site: Site) -> str | None:
    """The counter of the plan's edition is left out."""
    plan = site.plan("counter", lambda p: p.edition_name is not None)
    if plan is None or plan.edition_name is None:
        return None
    plan.say(f"{plan.title}は、市民とともに進める計画です。")
    plan.say(f"前の計画に続き、{plan.edition_name[:-1]}計画でも学びを広げます。")
    return plan.iri


def _reworded(plan: Plan | None, about: str, vision: str | None) -> str | None:
    """A passage quotes a vision with another end."""
    passage = None if plan is None else plan.passage(about)
    if plan is None or passage is None or vision is None:
        return None
    passage.text = passage.text.replace(vision, f"{vision[:-2]}みち")
    return plan.iri


def vision_misquoted(site: Site) -> str | None:
    """The vision of the comprehensive plan is quoted in other words."""
    plan = site.plan("higher-vision", lambda p: p.passage("higher-vision") is not None)
    return _reworded(plan, "higher-vision", site.city.comprehensive.vision)


def own_vision_varies(site: Site) -> str | None:
    """The plan's own vision is quoted in other words."""
    plan = site.plan("vision")
    return _reworded(plan, "vision", None if plan is None else plan.vision)


def quotation_differs_from_source(site: Site) -> str | None:
    """A heading of the comprehensive plan is quoted in other words."""
    above = site.city.comprehensive
    found = site.measure(lambda m: len(m.label) >= _QUOTABLE, lambda p: p is above)
    plan = site.plan("quotation", lambda p: p is not above)
    if plan is None or found is None:
        return None
    plan.say(f"{above.title}の「{found[1].label[:-2]}拡大」を受けて進めます。")
    return plan.iri
