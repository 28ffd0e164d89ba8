"""Names of municipalities that differ from a known one by a character that looks alike.

A list of all municipalities is not at hand, so a name is in doubt only where it is one look-alike
character away from a name known here: 松本市 beside 松山市 is another city and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.documents import area_codes
from alignchecker.graph.nodes import LABEL
from alignchecker.graph.prose.plan_text import PlanText
from alignchecker.graph.prose.wordings import Wording, Wordings
from alignchecker.model.names import DCTERMS, FOAF, RDFS
from alignchecker.model.normalize import fold

_PUBLISHER = NamedNode(DCTERMS + "publisher")
_LABELS = (LABEL, NamedNode(FOAF + "name"), NamedNode(RDFS + "label"))
_END = re.compile(r"[市町村区県]")
_LONGEST = 7
# Characters that scans take for one another. Left out is what makes a real name of another:
# 太田市 and 大田市, 富津市 and 宮津市, 郡山市 and 群山市 (in Korea).
_LOOK_ALIKE = (
    "狛泊拍柏伯珀", "玉王主", "鳥烏島", "末未", "千干于", "士土", "崎埼琦", "熊態能", "萩荻茨",
    "栗粟", "輸輪", "間問聞", "岡罔", "塚塜琢", "沢択訳", "浦蒲補", "橋撟", "幡播", "柳抑仰",
    "綾綏", "須順", "豊曲", "笠傘竺", "美姜", "潟瀉", "桜楼", "瀬頼", "津律聿", "賀質", "宮官",
    "柿姉", "鈴鈐", "飯飲", "府符", "摂撮", "幌晃", "旭旬", "庄圧", "葉棄", "船舶", "蔵臓",
    "越趣", "調稠", "墨黒", "荒芒", "練錬", "杉衫", "緑縁", "板坂",
)  # fmt: skip


def place_names(plan: PlanText, known: Mapping[str, str], found: Wordings) -> None:
    """One wording for each misspelt name of a municipality; known: see known_places."""
    doubtful = {misspelt: name for misspelt, name in known.items() if misspelt in plan.whole}
    for passage in plan.passages if doubtful else ():
        for end in _END.finditer(passage.folded):
            for start in range(max(0, end.end() - _LONGEST), end.end() - 1):
                name = passage.folded[start : end.end()]
                if name in doubtful:
                    found.add(Wording("place", name, doubtful[name])).seen(passage.node)
                    break


def known_places(dataset: Dataset) -> dict[str, str]:
    """Misspelt name -> the name, for the areas that are listed and the publishers of a dataset."""
    publishers = {publisher for _, publisher in dataset.pairs(_PUBLISHER)}
    names = {
        fold(label.value)
        for publisher in publishers
        if isinstance(publisher, NamedNode)
        for predicate in _LABELS
        for label in dataset.objects(publisher, predicate)
        if isinstance(label, Literal)
    }
    names |= set(area_codes())
    known = {name for name in names if _END.search(name[-1:]) and 2 < len(name) <= _LONGEST}
    return {m: name for name in sorted(known) for m in _mutants(name) if m not in known}


@cache
def _others() -> dict[str, str]:
    """Each character -> those that look like it."""
    found: dict[str, str] = {}
    for group in _LOOK_ALIKE:
        for character in group:
            rest = group.replace(character, "")
            found[character] = found.get(character, "") + rest
    return found


def _mutants(name: str) -> Iterator[str]:
    for i, character in enumerate(name[:-1]):
        for other in _others().get(character, ""):
            yield name[:i] + other + name[i + 1 :]
