"""Two editions side by side: scored on edits made by program, and the cases that fool people."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from alignchecker.diff.likeness import Likeness
from alignchecker.diff.revising import revise
from alignchecker.diff.revision import Edition, Kind, Revision, Sureness
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    PlanDraft,
    RelationDraft,
    ValueKind,
)
from tests.bench.revisions import edition, measure
from tests.diff.editing import PLACE
from tests.diff.revising import generated

FLOORS = {
    "renamed": (0.98, 0.95), "reworded": (0.0, 0.6), "moved": (0.97, 0.97), "added": (0.65, 0.97),
    "removed": (0.65, 0.97), "split": (0.96, 0.96), "merged": (0.96, 0.96), "text": (0.97, 0.9),
    "indicator": (0.97, 0.97), "period": (1.0, 1.0), "relation": (1.0, 1.0),
    "same item": (0.99, 0.97),
}  # fmt: skip
"""Precision and recall that may not be lost; the figures are in CONTRIBUTING.md."""


def item(item_id: str, label: str, parent: str | None = None, text: str | None = None) -> ItemDraft:
    level, number = item_id.count("/") + 1, item_id.rpartition("/")[2]
    kind = (ItemKind.GOAL, ItemKind.MEASURE)[level - 1]
    return ItemDraft(item_id, level, "目標", kind, label, parent, PLACE, code=number, text=text)


def revision(old: list[ItemDraft], new: list[ItemDraft]) -> Revision:
    drafts = (PlanDraft("a.txt", "0", items=tuple(items)) for items in (old, new))
    return revise(*map(edition, drafts))


def kinds(found: Revision) -> list[tuple[str, list[str], list[str]]]:
    return [
        (kind.value, [i.label for i in row.old], [i.label for i in row.new])
        for row in found.changed
        for kind in row.kinds
        if kind is not Kind.RENUMBERED
    ]


def test_edits_made_by_program_are_told() -> None:
    scores, sure, misses = measure(range(100, 103))
    for kind, (precision, recall) in FLOORS.items():
        assert scores[kind].wanted > 10, kind
        assert scores[kind].precision >= precision, (kind, misses)
        assert scores[kind].recall >= recall, (kind, misses)
    # What is called certain is hardly ever wrong: else the word means nothing.
    assert sure["certain wrong"] / sure["certain right"] < 0.002
    assert sure["likely right"] > 20
    assert scores["replaced"].given > 5
    assert scores["replaced"].precision >= 0.85, misses


def test_a_plan_beside_itself_has_no_changes() -> None:
    plan = edition(generated(200, 1))
    found = revise(plan, plan)
    changes = (found.changed, found.facts, found.relations, found.indicators)
    assert not any(changes)
    assert found.undecided == ()
    assert all(row.old == row.new for row in found.rows)


def test_reordered_and_renumbered_is_not_renamed() -> None:
    old = [item("1", "緑の保全"), item("2", "水辺の再生"), item("3", "里山の活用")]
    new = [item("1", "里山の活用"), item("2", "緑の保全"), item("3", "水辺の再生")]
    found = revision(old, new)
    assert kinds(found) == []
    assert found.counts()[Kind.RENUMBERED] == 3
    assert {row.sureness for row in found.rows} == {Sureness.CERTAIN}


def test_split_at_its_and() -> None:
    old = [item("1", "健康"), item("1/1", "家庭教育及び地域コミュニティ力の向上", "1")]
    new = [
        item("1", "健康"),
        item("1/1", "家庭教育の充実", "1"),
        item("1/2", "地域コミュニティ力の向上", "1"),
    ]
    found = revision(old, new)
    parts = ["家庭教育の充実", "地域コミュニティ力の向上"]
    assert kinds(found) == [("split", ["家庭教育及び地域コミュニティ力の向上"], parts)]
    assert found.changed[0].sureness is Sureness.LIKELY
    (back,) = kinds(revision(new, old))
    assert back[0] == "merged"


def test_a_new_neighbour_is_no_part() -> None:
    old = [item("1", "健康"), item("1/1", "相談支援の充実", "1")]
    new = [
        item("1", "健康"),
        item("1/1", "相談支援の充実", "1"),
        item("1/2", "相談支援の周知", "1"),
    ]
    assert kinds(revision(old, new)) == [("added", [], ["相談支援の周知"])]


def test_what_stands_below_a_split_item_has_not_moved() -> None:
    old = [
        item("1", "交通及び環境の保全"),
        item("1/1", "バスの維持", "1"),
        item("1/2", "森の手入れ", "1"),
    ]
    new = [
        item("1", "交通の充実"),
        item("1/1", "バスの維持", "1"),
        item("2", "環境の保全"),
        item("2/1", "森の手入れ", "2"),
    ]
    assert [kind for kind, *_ in kinds(revision(old, new))] == ["split"]


def test_another_name_with_the_same_text_is_likely() -> None:
    text = "市内の全ての小中学校で、地域の大人と放課後を過ごす場を週に三日ひらきます。"
    old = [
        item("1", "学び"),
        item("1/1", "放課後子ども教室", "1", text),
        item("1/2", "読書", "1", "本を読む。"),
    ]
    new = [
        item("1", "学び"),
        item("1/1", "アフタースクール", "1", text),
        item("1/2", "読書", "1", "本を読む。"),
    ]
    (row,) = revision(old, new).changed
    assert (row.kinds, row.sureness) == ((Kind.RENAMED,), Sureness.LIKELY)


def test_what_cannot_be_told_is_left_to_a_person() -> None:
    old = [item("1", "学び"), item("1/1", "放課後子ども教室", "1"), item("1/2", "読書の推進", "1")]
    new = [item("1", "学び"), item("1/1", "アフタースクール", "1"), item("1/2", "読書の推進", "1")]
    found = revision(old, new)
    assert [kind for kind, *_ in kinds(found)] in (["added", "removed"], ["removed", "added"])
    ((doubt),) = found.undecided
    assert [i.label for i in (*doubt.old, *doubt.new)] == ["放課後子ども教室", "アフタースクール"]


def test_one_topic_in_one_place_is_left_to_a_person() -> None:
    places = [item(f"1/{n}", label, "1") for n, label in enumerate(("緑化", "清掃", "読書"), 3)]
    old = [item("1", "学び"), item("1/1", "不登校児童生徒への対応の強化", "1"), *places]
    new = [item("1", "学び"), item("1/1", "これからの不登校児童生徒を支える仕組み", "1"), *places]
    found = revision(old, new)
    (row,) = found.changed
    assert (row.kinds, row.sureness) == ((Kind.REPLACED,), Sureness.UNSURE)
    assert found.undecided == ()


def test_what_many_labels_have_is_no_topic() -> None:
    labels = ("健診", "就労", "学習", "住まい")
    places = [item(f"1/{n}", f"高齢者の{label}", "1") for n, label in enumerate(labels, 3)]
    old = [item("1", "支え"), item("1/1", "高齢者の生きがいづくり", "1"), *places]
    new = [item("1", "支え"), item("1/1", "高齢者の移動手段", "1"), *places]
    assert {kind for kind, *_ in kinds(revision(old, new))} == {"added", "removed"}


def test_measures_of_one_name_are_told_apart_by_their_texts() -> None:
    texts = ("窓口で週に二回、相談を受けます。", "学校を訪ねて、相談を受けます。")
    old = [item("1", "支え"), *(item(f"1/{n}", "相談", "1", t) for n, t in enumerate(texts, 1))]
    new = [item("1", "支え"), *(item(f"1/{n}", "相談", "1", t) for n, t in enumerate(texts[::-1]))]
    rows = [row for row in revision(old, new).rows if row.old[0].label == "相談"]
    assert all(row.old[0].text == row.new[0].text for row in rows)
    assert {row.sureness for row in rows} == {Sureness.CERTAIN}
    untold = [replace(i, text=None) for i in old], [replace(i, text=None) for i in new]
    rows = [row for row in revision(*untold).rows if row.old[0].label == "相談"]
    assert {row.sureness for row in rows} == {Sureness.LIKELY}


def test_a_merger_and_a_split_of_one_number() -> None:
    """Ids of the old plan are no ids of the new one."""
    old = [
        item("1", "交通"),
        item("1/1", "家庭教育及び地域コミュニティ力の向上", "1"),
        item("1/2", "バスの維持", "1"),
        item("1/3", "鉄道の利用促進", "1"),
    ]
    new = [
        item("1", "交通"),
        item("1/1", "バスの維持と鉄道の利用促進", "1"),
        item("1/2", "家庭教育の充実", "1"),
        item("1/3", "地域コミュニティ力の向上", "1"),
    ]
    assert sorted(kind for kind, *_ in kinds(revision(old, new))) == ["merged", "split"]


def _named(items: list[ItemDraft], names: dict[str, str]) -> Edition:
    draft = PlanDraft("a.txt", "0", items=tuple(items))
    return Edition(draft, "e", {i.id: names.get(i.id, i.id) for i in items})


def test_one_iri_is_certain() -> None:
    """As after import --update: renumbered and renamed, and the name stays."""
    old = [item("1", "放課後子ども教室"), item("2", "緑の保全")]
    new = [item("1", "緑の保全"), item("2", "放課後子ども教室と学習支援")]
    (row,) = [
        row
        for row in revise(_named(old, {}), _named(new, {"1": "2", "2": "1"})).rows
        if Kind.RENAMED in row.kinds
    ]
    assert row.sureness is Sureness.CERTAIN
    # Imported afresh, each number has the IRI that another had: no IRI is believed.
    shifted = [item("1", "見守り"), item("2", "放課後子ども教室"), item("3", "緑の保全")]
    found = revise(_named(old, {}), _named(shifted, {}))
    assert [kind for kind, *_ in kinds(found)] == ["added"]


def test_one_iri_for_other_words_is_not_believed() -> None:
    old, new = [item("1", "放課後子ども教室")], [item("1", "緑の保全")]
    found = revise(_named(old, {}), _named(new, {}))
    assert {kind for kind, *_ in kinds(found)} == {"added", "removed"}


def test_removed_stands_where_it_stood() -> None:
    old = [item("1", "緑の保全"), item("2", "消防団の支援"), item("3", "水辺の再生")]
    new = [item("1", "緑の保全"), item("2", "水辺の再生")]
    rows = revision(old, new).rows
    assert [row.old[0].label for row in rows] == ["緑の保全", "消防団の支援", "水辺の再生"]


def _indicator(name: str, target: str, of: str) -> IndicatorDraft:
    value = IndicatorValueDraft(ValueKind.TARGET, target, PLACE, 2030)
    return IndicatorDraft(f"{of}/i1", name, of, PLACE, (value,))


@pytest.mark.parametrize(
    ("name", "target", "changes"),
    [("開催数", "10回", 0), ("開催数", "12回", 1), ("実施回数", "10回", 1)],
)
def test_indicators(name: str, target: str, changes: int) -> None:
    items = (item("1", "緑の保全"),)
    old = PlanDraft("a", "0", items=items, indicators=(_indicator("開催数", "10回", "1"),))
    new = replace(old, indicators=(_indicator(name, target, "1"),))
    found = revise(edition(old), edition(new)).indicators
    assert len(found) == changes
    assert all(change.old and change.new for change in found)


@pytest.mark.parametrize(
    ("old", "new", "is_likely"),
    [
        ("製造品出荷額等＊", "製造品出荷額等", False),
        ("産業人財育成カリキュラムの受講者数＊（人）", "産業人財育成カリキュラムの受講者数", True),
        (
            "プロ人材と県内企業のマッチング成約数",
            "プロ人材と県内企業とのマッチング成約数（累計）",
            True,
        ),
    ],
)
def test_renamed_indicators_of_no_item(old: str, new: str, *, is_likely: bool) -> None:
    def plan(name: str, target: str) -> PlanDraft:
        others = (_indicator(n, "5", "") for n in ("自殺死亡率", "交通事故死者数"))
        return PlanDraft("a", "0", indicators=(*others, _indicator(name, target, "")))

    (change,) = revise(edition(plan(old, "10")), edition(plan(new, "12"))).indicators
    assert change.old
    assert change.new
    assert change.is_likely is is_likely


def test_relations() -> None:
    old = PlanDraft(
        "a",
        "0",
        relations=(
            RelationDraft("総合計画", "conform", None, "…", PLACE),
            RelationDraft("こども大綱", "weigh", None, "…", PLACE),
        ),
    )
    new = replace(
        old,
        relations=(
            RelationDraft("こども大綱", "weigh", None, "…", PLACE),
            RelationDraft("総合計画", "harmonize", None, "…", PLACE),
            RelationDraft("国土強靱化計画", None, None, "…", PLACE),
        ),
    )
    found = revise(edition(old), edition(new)).relations
    said = [(c.old and c.old.verb, c.new and c.new.name) for c in found]
    assert said == [("conform", "総合計画"), (None, "国土強靱化計画")]


def test_work_grows_with_the_number_of_items(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that went and all that came stand in one place: not each with each."""
    asked = [0]
    of = Likeness.of

    def counted(self: Likeness, first: str, second: str) -> float:
        asked[0] += 1
        return of(self, first, second)

    monkeypatch.setattr(Likeness, "of", counted)
    words = ("子育て", "高齢者", "地域", "防災", "環境", "観光", "農業", "教育", "健康", "交通")

    def labels(size: int, seed: int) -> list[str]:
        chance = random.Random(seed)
        return ["".join(chance.choices(words, k=3)) + f"{seed}の推進" for _ in range(size)]

    def comparisons(size: int) -> int:
        asked[0] = 0
        sides = (labels(size, seed) for seed in (1, 2))
        revision(*([item(str(n), label) for n, label in enumerate(side)] for side in sides))
        return asked[0]

    assert 0 < comparisons(1200) < 5 * comparisons(400)
