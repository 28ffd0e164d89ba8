"""Plans of other cities and kinds in every format, against what a person typed from them.

All of them are in sight now; CONTRIBUTING says which were frozen first and how they fared. The
floors are what was measured; they may rise, not fall.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers import read_document
from tests.bench.importing import PLANS, document_of, score_plan
from tests.importers.plan_facts import compare

FLOORS: dict[str, tuple[float, float, float]] = {
    "known/annaka_cityplan": (0.922, 1.0, 1.0),
    "known/kaizuka_elderly": (1.0, 1.0, 1.0),
    "known/kaminoyama_comprehensive": (1.0, 1.0, 1.0),
    "known/katsuyama_resilience": (1.0, 1.0, 1.0),
    "known/kawanishi_gender": (1.0, 1.0, 1.0),
    "known/koganei_industry": (1.0, 1.0, 1.0),
    "known/sanda_disability": (0.749, 1.0, 1.0),
    "known/urayasu_environment": (1.0, 1.0, 1.0),
    "known/yokohama_health": (1.0, 1.0, 1.0),
    "known_2/asahikawa_culture.txt": (0.221, 1.0, 1.0),
    "known_2/chigasaki_climate.pdf": (0.911, 1.0, 0.166),
    "known_2/chofu_children.docx": (1.0, 1.0, 1.0),
    "known_2/hirosaki_comprehensive.csv": (1.0, 1.0, 0.0),
    "known_2/ichinoseki_education.docx": (1.0, 1.0, 1.0),
    "known_2/kagoshima_suicide.xlsx": (1.0, 1.0, 0.666),
    "known_2/kawasaki_measures.csv": (1.0, 1.0, 1.0),
    "known_2/okagaki_transport.pdf": (1.0, 1.0, 1.0),
    "known_2/takatsuki_health.docx": (1.0, 1.0, 1.0),
    "known_2/toyama_agriculture.docx": (1.0, 1.0, 1.0),
    "known_2/toyokawa_sports.txt": (0.981, 1.0, 0.0),
    "known_3/ina_jyuseikatsu": (1.0, 1.0, 1.0),
    "known_3/kakogawa_senryaku": (0.985, 1.0, 0.949),
    "known_3/kameoka_gomi": (1.0, 1.0, 1.0),
    "known_3/katsuyama_ichiran": (1.0, 1.0, 1.0),
    "known_3/katsuyama_kyojin": (1.0, 1.0, 1.0),
    "known_3/kisarazu_chiiki": (1.0, 1.0, 1.0),
    "known_3/kishiwada_kanko": (1.0, 1.0, 1.0),
    "known_3/onomichi_suido": (1.0, 1.0, 0.0),
    "known_3/shibukawa_akiya": (1.0, 1.0, 0.0),
    "known_3/shibukawa_ichiran": (1.0, 1.0, 1.0),
    "known_3/tokorozawa_shogai": (0.984, 1.0, 0.832),
    "known_3/utsunomiya_gyokaku": (0.979, 1.0, 1.0),
    "known_4/arao-kenko": (1.0, 1.0, 0.399),
    "known_4/fukushima-kanko": (1.0, 1.0, 1.0),
    "known_4/kitaakita-kotsu": (1.0, 1.0, 1.0),
    "known_4/miyazu-jisatsu": (1.0, 1.0, 1.0),
    "known_4/nakatsu-sogo": (0.946, 0.94, 1.0),
    "known_4/ofunato-kankyo": (0.694, 1.0, 1.0),
    "known_4/ogi-sogo": (1.0, 1.0, 1.0),
    "known_4/okawa-kyoiku": (1.0, 1.0, 1.0),
    "known_4/takamatsu-bunka": (0.984, 1.0, 1.0),
    "known_5/chushin_omuta": (1.0, 1.0, 1.0),
    "known_5/danjo_hokuto": (1.0, 1.0, 1.0),
    "known_5/dokusho_fukagawa": (1.0, 1.0, 0.0),
    "known_5/jinken_kyoto": (0.705, 0.959, 1.0),
    "known_5/jisshi_yao": (1.0, 1.0, 1.0),
    "known_5/kankyo_furano": (0.959, 1.0, 0.599),
    "known_5/nogyo_fujisawa": (1.0, 1.0, 1.0),
    "known_5/saihan_kunitachi": (1.0, 0.918, 1.0),
    "known_6/kochi_korei": (1.0, 1.0, 1.0),
    "known_6/marugame_sogo": (0.98, 1.0, 1.0),
    "known_6/ogaki_danjo": (1.0, 1.0, 1.0),
    "known_6/oyabe_sogo": (1.0, 1.0, 1.0),
    "known_6/shikokuchuo_jinken": (1.0, 1.0, 0.749),
    "known_6/toyama_chushin": (1.0, 1.0, 1.0),
    "known_6/toyokawa_toshokan": (1.0, 1.0, 1.0),
    "known_6/tsuruga_kankyo": (0.984, 1.0, 0.749),
    "known_6/yame_saihan": (1.0, 1.0, 1.0),
    "known_7/dx_isesaki": (1.0, 1.0, 1.0),
    "known_7/kotsuanzen_sakado": (1.0, 1.0, 1.0),
    "known_7/midori_hirakata": (0.97, 1.0, 1.0),
    "known_7/shogai_oyama": (1.0, 1.0, 1.0),
    "known_7/shokuiku_yonago": (1.0, 1.0, 1.0),
    "known_7/tabunka_koka": (0.981, 1.0, 1.0),
    "known_8/bohan_yaizu": (1.0, 1.0, 1.0),
    "known_8/keikan_kurayoshi": (0.978, 0.0, 1.0),
    "known_8/kyodo_ueda": (1.0, 1.0, 1.0),
    "known_8/ninchisho_kasugai": (1.0, 1.0, 1.0),
    "known_8/shinrin_hita": (0.932, 1.0, 1.0),
    "known_8/shobo_matsue": (1.0, 1.0, 1.0),
}
"""F1 of the tree, of departments, of indicator values."""


@pytest.mark.parametrize("name", FLOORS)
def test_known(name: str) -> None:
    tree = PLANS / f"{name}.tree"
    draft = read_document(document_of(tree))
    facts = compare(draft, tree.with_suffix(".facts.json"))
    scores = (score_plan(draft, tree).f1, facts.departments, facts.indicators)
    floors = FLOORS[name]
    assert all(score >= floor for score, floor in zip(scores, floors, strict=True)), scores


def test_every_known_plan_has_its_floor() -> None:
    trees = {f"{tree.parent.name}/{tree.stem}" for tree in PLANS.glob("known*/*.tree")}
    assert trees == set(FLOORS)


@pytest.mark.parametrize("name", sorted(FLOORS)[::4])
def test_the_same_file_gives_the_same_draft(name: str) -> None:
    path: Path = document_of(PLANS / f"{name}.tree")
    assert read_document(path) == read_document(path)
