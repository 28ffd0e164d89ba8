"""Items and relations that a person corrects: each means one thing, or is told as unfit."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers import read_document
from alignchecker.importers.corrections import (
    MAX_CORRECTIONS,
    apply_corrections,
    apply_each,
    held,
    read_corrections,
)
from alignchecker.model.correction import TOP, Correction
from alignchecker.model.errors import ConfigError
from alignchecker.model.plan import ItemKind, PlanDraft

TEXT = """青葉市スポーツ推進計画

計画期間は、令和8年度から令和11年度までの4年間とします。
本計画は、「青葉市総合計画」を上位計画とし、「青葉市こども計画」との整合を図ります。
青葉市

基本目標1　だれもが動く

施策1　身近な運動の場づくり
公園を使います。

施策2　指導者を育てる
講習を開きます。

基本目標2　支える

施策1　大会を開く
"""


@pytest.fixture
def draft(tmp_path: Path) -> PlanDraft:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    return read_document(path)


def _item(field: str, id_: str, as_read: str, value: str = "", **more: str | bool) -> Correction:
    return Correction(field, value, "原本12ページ", item=id_, as_read=as_read, **more)  # type: ignore[arg-type]


TEACHERS, GOAL = ("1/2", "指導者を育てる"), ("1", "だれもが動く")


def test_an_item_is_corrected_and_keeps_its_id(draft: PlanDraft) -> None:
    said = [
        _item("parent", *TEACHERS, "2", value_as_read="支える"),
        _item("label", *TEACHERS, "指導者を増やす"),
        _item("code", *TEACHERS, "4", verified=False),
    ]
    corrected = apply_corrections(draft, said)
    (item,) = (i for i in corrected.items if i.id == "1/2")
    assert (item.label, item.parent, item.level) == ("指導者を増やす", "2", 2)
    assert (item.code, item.printed_number) == (None, "4")
    assert item.confidence == 0.5
    others = [i for i in draft.items if i.id != "1/2"]
    assert [i for i in corrected.items if i.id != "1/2"] == others
    assert held(corrected, said) == tuple(said)
    assert held(draft, said) == ()


def test_what_is_no_item_leaves_its_children_and_text_to_its_parent(draft: PlanDraft) -> None:
    below = apply_corrections(draft, [_item("no_item", *TEACHERS)])
    assert "講習を開きます。" in (next(i for i in below.items if i.id == "1").text or "")
    corrected = apply_corrections(draft, [_item("no_item", *GOAL)])
    assert [(i.id, i.parent, i.level) for i in corrected.items] == [
        ("1/1", None, 1), ("1/2", None, 1), ("2", None, 1), ("2/1", "2", 2),
    ]  # fmt: skip


def test_a_level_brings_its_kind_and_a_group_counts_as_no_level(draft: PlanDraft) -> None:
    (item,) = (i for i in apply_corrections(
        draft, [_item("level_name", *TEACHERS, "基本目標")]).items if i.id == "1/2")  # fmt: skip
    assert (item.level_name, item.kind) == ("基本目標", ItemKind.GOAL)
    group = apply_corrections(
        draft, [_item("level_name", *GOAL, "編"), _item("kind", *GOAL, "group")]
    )
    assert [i.level for i in group.items] == [0, 1, 1, 1, 2]
    named = apply_corrections(
        draft, [Correction("measure_level", "取組", "別紙"), _item("level_name", *TEACHERS, "取組")]
    )
    assert named.measure_level == "取組"


def test_two_items_change_places_in_either_order(draft: PlanDraft) -> None:
    said = [_item("parent", "1", "だれもが動く", "2"), _item("parent", "2", "支える", TOP)]
    nested = apply_corrections(draft, said)
    assert next(i for i in nested.items if i.id == "1").parent == "2"
    swapped = [_item("parent", "2", "支える", "1"), _item("parent", "1", "だれもが動く", TOP)]
    for order in (swapped, swapped[::-1]):
        assert next(i for i in apply_corrections(nested, order).items if i.id == "2").parent == "1"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (_item("label", "9/9", "どこにもない", "x"), "9/9"),
        (_item("label", "1/2", "大会を開く", "x"), "指導者を育てる"),
        (_item("parent", *TEACHERS, "7"), "7"),
        (_item("parent", *TEACHERS, "2", value_as_read="育てる"), "支える"),
        (_item("parent", *GOAL, "1/1"), "身近な運動の場づくり"),
        (_item("parent", *GOAL, "1"), "だれもが動く"),
        (_item("kind", *GOAL, "gaol"), "goal"),
        (Correction("verb", "align", "本編", as_read="どこかの計画"), "どこかの計画"),
        (Correction("verb", "allign", "本編", as_read="青葉市こども計画"), "align"),
        (Correction("rank", "top", "本編", as_read="青葉市こども計画"), "highest"),
        (Correction("relation", "国の大綱", "本編", verb="wiegh"), "weigh"),
    ],
)
def test_what_cannot_be_made_is_one_message_and_the_others_hold(
    draft: PlanDraft, wrong: Correction, said: str
) -> None:
    fit = _item("code", "2/1", "大会を開く", "9")
    corrected, unfit = apply_each(draft, [wrong, fit])
    ((told, error),) = unfit
    assert told == wrong
    assert said in error.ja
    assert said in error.en
    assert held(corrected, [fit]) == (fit,)
    with pytest.raises(ConfigError):
        apply_corrections(draft, [wrong])


def test_a_circle_of_two_is_refused(draft: PlanDraft) -> None:
    circle = [_item("parent", "1", "だれもが動く", "2"), _item("parent", "2", "支える", "1")]
    corrected, unfit = apply_each(draft, circle)
    assert [correction for correction, _ in unfit] == [circle[1]]
    assert len(corrected.items) == len(draft.items)


def test_relations_are_corrected_dropped_and_added(draft: PlanDraft) -> None:
    first, second = draft.relations
    said = [
        Correction("name", "第2次青葉市総合計画", "表紙", as_read=first.name),
        Correction("verb", "base", "本編", as_read=first.name, words=first.verb_text),
        Correction("rank", "none", "本編", as_read=first.name, words=first.verb_text),
        Correction("no_relation", "", "例示", as_read=second.name),
        Correction("relation", "こども大綱", "図", verb="weigh", rank="higher", verified=False),
    ]
    corrected = apply_corrections(draft, said)
    assert [(r.name, r.verb, r.rank) for r in corrected.relations] == [
        ("第2次青葉市総合計画", "base", None), ("こども大綱", "weigh", "higher"),
    ]  # fmt: skip
    assert corrected.unverified == ("relations",)
    assert held(corrected, said) == tuple(said)
    assert held(draft, said) == ()
    added = Correction("relation", "青葉市総合計画", "本編", verb="base", words="踏まえ")
    (*_, relation) = apply_corrections(draft, [added]).relations
    assert relation.position.line == 4


def test_of_two_ties_to_one_plan_the_words_say_which(draft: PlanDraft) -> None:
    more = Correction("relation", "青葉市総合計画", "図", verb="base", words="を踏まえ")
    both = apply_corrections(draft, [more])
    with pytest.raises(ConfigError) as error:
        apply_corrections(both, [Correction("verb", "align", "本編", as_read="青葉市総合計画")])
    assert "words" in error.value.ja
    one = Correction("verb", "align", "本編", as_read="青葉市総合計画", words="を踏まえ")
    found = [r.verb for r in apply_corrections(both, [one]).relations]
    assert found.count("align") == 2


def _read(folder: Path, text: str) -> tuple[Correction, ...]:
    path = folder / "plan.corrections.toml"
    path.write_text(text, "utf-8")
    return read_corrections(path)


def test_the_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    said = _read(
        tmp_path,
        '[[correction]]\nfield = "no_item"\nitem = "1/2"\nas_read = "指導者"\nreason = "柱"\n'
        '[[correction]]\nfield = "relation"\nvalue = "大綱"\nverb = "weigh"\nreason = "図"\n'
        "verified = false\n",
    )
    assert said == (
        Correction("no_item", "", "柱", item="1/2", as_read="指導者"),
        Correction("relation", "大綱", "図", verified=False, verb="weigh"),
    )


@pytest.mark.parametrize(
    "lines",
    [
        'field = "label"\nitem = "1/2"\nvalue = "x"\nreason = "y"',
        'field = "label"\nas_read = "1/2"\nvalue = "x"\nreason = "y"',
        'field = "parent"\nitem = "1/2"\nas_read = "x"\nreason = "y"',
        'field = "no_item"\nitem = "1/2"\nas_read = "x"\nvalue = "z"\nreason = "y"',
        'field = "no_item"\nitem = 12\nas_read = "x"\nreason = "y"',
        'field = "relation"\nvalue = "x"\nreason = "y"',
        'field = "verb"\nvalue = "align"\nreason = "y"',
        'field = "title"\nitem = "1"\nvalue = "x"\nreason = "y"',
    ],
)
def test_a_table_lacks_and_has_nothing_else(tmp_path: Path, lines: str) -> None:
    with pytest.raises(ConfigError) as error:
        _read(tmp_path, f"[[correction]]\n{lines}\n")
    assert "plan.corrections.toml" in error.value.ja


def test_a_file_may_be_long_but_not_endless_and_says_nothing_twice(tmp_path: Path) -> None:
    one = '[[correction]]\nfield = "no_item"\nitem = "{}"\nas_read = "x"\nreason = "y"\n'
    assert len(_read(tmp_path, "".join(one.format(n) for n in range(MAX_CORRECTIONS)))) > 1000
    with pytest.raises(ConfigError):
        _read(tmp_path, "".join(one.format(n) for n in range(MAX_CORRECTIONS + 1)))
    with pytest.raises(ConfigError):
        _read(tmp_path, one.format(1) * 2)
