"""A new draft over an earlier import: what stays, what goes, what a person wrote."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from alignchecker.diff.earlier import read_earlier
from alignchecker.diff.loose_ends import LooseEnd, Unreadable, loose_ends
from alignchecker.diff.report import update_report
from alignchecker.diff.updating import Updated, update
from alignchecker.graph.turtle import statements_turtle, to_turtle
from alignchecker.model.correction import Correction
from alignchecker.model.errors import InputError
from alignchecker.model.names import DATA
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    Period,
    PlanDraft,
    PlanMention,
    Position,
    RelationDraft,
    ValueKind,
)
from tests.diff.editing import PLACE, Rates, edit, plan

PREFIXES = "".join(
    f"@prefix {name}: <{iri}> .\n"
    for name, iri in {
        "aln": "https://w3id.org/alignchecker/ns#",
        "code": "https://w3id.org/alignchecker/code#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "x": "https://example.jp/x#",
    }.items()
)


def draft(items: tuple[ItemDraft, ...], sha: str = "1", **facts: object) -> PlanDraft:
    """A plan of 潮見市 with some items; the document is not at hand."""
    whole = PlanDraft(
        file=f"素案{sha}.txt", sha256=sha * 64, title="潮見市緑の基本計画", edition="第2次",
        publisher="潮見市", period=Period(2026, 2030), measure_level="施策", items=items,
    )  # fmt: skip
    return replace(whole, **facts)  # type: ignore[arg-type]


ITEMS = edit(plan(30, 3), 0, Rates()).items
OLD = draft(ITEMS)


class Project:
    """A folder with an imported plan, to which a person adds statements."""

    def __init__(self, folder: Path, old: PlanDraft, by_hand: str = "") -> None:
        self.path = folder / "計画.ttl"
        text = to_turtle(old)
        self.edition = next(
            q.subject.value
            for q in parse(text.encode(), format=RdfFormat.TURTLE)
            if q.predicate.value.endswith("sourceDocument")
        )
        self.path.write_text(
            text + "\n" + PREFIXES + by_hand.replace("PLAN", self.edition), "utf-8"
        )

    def update(self, new: PlanDraft, *corrections: Correction) -> Updated:
        earlier = read_earlier(self.path, DATA, new, self.path.parent / "素案.txt", corrections)
        return update(earlier, new, corrections)

    def report(self, new: PlanDraft, lang: str = "ja") -> str:
        earlier = read_earlier(self.path, DATA, new, self.path.parent / "素案.txt", ())
        updated = update(earlier, new)
        ends = loose_ends(self.path, updated.carried, updated.gone)
        return "\n".join(update_report(earlier, updated, ends, lang))


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def turtle(updated: Updated) -> str:
    return statements_turtle(updated.statements, updated.edition)


def triples_of(text: str) -> set[tuple[str, str, str]]:
    """The triples without those that hang on a blank node."""
    return {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in parse(text.encode(), format=RdfFormat.TURTLE, base_iri="file:///x")
        if "_:" not in str(q.subject) + str(q.object)
    }


def only(items: tuple[ItemDraft, ...], but: str) -> tuple[ItemDraft, ...]:
    return tuple(i for i in items if i.id != but and not (i.parent or "").startswith(but))


LEAF = next(i.id for i in ITEMS if i.level == 3)


# What stays


def test_same_document_gives_the_same_bytes(folder: Path) -> None:
    project = Project(folder, OLD)
    project.path.write_text(to_turtle(OLD), "utf-8")
    updated = project.update(OLD)
    assert turtle(updated) == to_turtle(OLD)
    assert not updated.changes
    assert (updated.kept, updated.added, updated.gone, updated.lost) == ((), (), {}, ())


def test_reordered_and_renumbered_plan_keeps_every_iri(folder: Path) -> None:
    edited = edit(ITEMS, 5, Rates(reorder=True))
    updated = Project(folder, OLD).update(draft(edited.items, "2"))
    labels = {item.id: item.label for item in updated.draft.items}
    assert labels == {item.id: item.label for item in ITEMS}
    changes = updated.changes
    assert [*changes.added, *changes.removed, *changes.renamed] == []
    assert changes.renumbered


def test_new_items_never_get_an_id_that_was_used(folder: Path) -> None:
    first = Project(folder, OLD)
    shorter = draft(only(ITEMS, LEAF), "2")
    first.path.write_text(turtle(first.update(shorter)), "utf-8")
    newcomer = replace(next(i for i in ITEMS if i.id == LEAF), label="夜間照明の更新")
    updated = first.update(draft((*shorter.items, newcomer), "3"))
    assert [i.label for i in updated.changes.added] == ["夜間照明の更新"]
    assert updated.draft.items[-1].id == f"{LEAF}~2"
    first.path.write_text(turtle(updated), "utf-8")
    again = first.update(draft((*shorter.items, replace(newcomer, label="鳥の観察会")), "4"))
    assert again.draft.items[-1].id == f"{LEAF}~3"


def test_edition_keeps_its_iri_when_the_period_becomes_known_or_changes(folder: Path) -> None:
    unknown = replace(OLD, period=None)
    project = Project(folder, unknown)
    updated = project.update(draft(ITEMS, "2", period=Period(2027, 2031)))
    assert updated.edition.value == project.edition
    assert "aln:firstFiscalYear 2027" in turtle(updated)
    assert 'aln:unknown "period"' not in turtle(updated)
    report = project.report(draft(ITEMS, "2", period=Period(2027, 2031)))
    assert "計画期間: なし → 2027-2031" in report
    assert project.edition in report


def test_numbered_entries_keep_their_nodes(folder: Path) -> None:
    def relation(name: str, verb: str = "weigh") -> RelationDraft:
        return RelationDraft(name, verb, None, "を勘案し", PLACE)

    old = replace(OLD, relations=(relation("こども大綱"), relation("青葉市総合計画")))
    project = Project(folder, old, "<PLAN/relation/2> aln:target <https://example.jp/aoba> .")
    new = (relation("環境基本計画"), relation("青葉市総合計画"))
    updated = project.update(draft(ITEMS, "2", relations=new))
    text = turtle(updated)
    assert '<fy2026/relation/2> a aln:PlanRelation ;\n    aln:quotedAs "青葉市総合計画"@ja' in text
    assert '<fy2026/relation/3> a aln:PlanRelation ;\n    aln:quotedAs "環境基本計画"@ja' in text
    assert "aln:target <https://example.jp/aoba>" in text
    assert updated.gone == {f"{project.edition}/relation/1": "こども大綱"}


def test_mentions_and_their_years_are_compared(folder: Path) -> None:
    old = replace(OLD, mentions=(PlanMention("第1次計画", Period(2016, 2025), PLACE),))
    new = draft(ITEMS, "2", mentions=(PlanMention("第1次計画", Period(2017, 2025), PLACE),))
    assert "第1次計画 2016-2025 → 第1次計画 2017-2025" in Project(folder, old).report(new)


# What a person wrote

BY_HAND = """
<PLAN/ITEM> rdfs:comment "部会で検討中"@ja ; x:cost 12.50 .
<https://example.jp/l/1> a aln:Link ; aln:from <PLAN/ITEM> ; aln:to <https://example.jp/up/1> ;
    aln:review [ a aln:Review ; aln:reviewer "緑課" ; aln:verdict code:verdict-accept ] .
[] a aln:Waiver ; aln:subject <PLAN/ITEM> ; aln:reason "市独自" .
<PLAN> x:note ( "一" "二" "三" ) .
_:a x:knows _:b . _:b x:knows _:a .
""".replace("ITEM", LEAF)


def test_everything_a_person_wrote_stays(folder: Path) -> None:
    project = Project(folder, OLD, BY_HAND)
    before = project.path.read_text("utf-8")
    updated = project.update(draft(edit(ITEMS, 5, Rates(reorder=True)).items, "2"))
    text = turtle(updated)
    for words in (
        "部会で検討中",
        "12.50",
        "緑課",
        "verdict-accept",
        "市独自",
        '"一"',
        '"二"',
        '"三"',
    ):
        assert words in text, words
    assert text.count("x#knows") == 2
    hand = triples_of(PREFIXES + BY_HAND.replace("PLAN", project.edition))
    assert hand <= triples_of(text)
    assert len(list(parse(text.encode(), format=RdfFormat.TURTLE))) == len(
        list(parse(before.encode(), format=RdfFormat.TURTLE))
    )


def test_fact_changed_by_hand_stays_where_the_document_is_known(folder: Path) -> None:
    items = tuple(replace(i, departments=("公園課",)) if i.id == LEAF else i for i in ITEMS)
    project = Project(folder, draft(items))
    mended = project.path.read_text("utf-8").replace('"公園課"', '"緑政課"')
    project.path.write_text(mended, "utf-8")
    updated = project.update(draft(items))  # the very document that it was imported from
    assert next(i for i in updated.draft.items if i.id == LEAF).departments == ("緑政課",)
    assert not updated.changes
    assert updated.kept == ()


def _with_department(project: Project, new: str) -> tuple[Updated, str]:
    """An update where 緑政課 was set by hand over 公園課 and the new draft has ``new``."""
    items = tuple(replace(i, departments=("公園課",)) if i.id == LEAF else i for i in ITEMS)
    now = tuple(replace(i, departments=(new,)) if i.id == LEAF else i for i in items)
    earlier = read_earlier(project.path, DATA, draft(now, "2"), Path("素案.txt"), ())
    updated = update(replace(earlier, origin=draft(items)), draft(now, "2"))
    return updated, "\n".join(update_report(earlier, updated, (), "ja"))


@pytest.mark.parametrize(("new", "told"), [("公園課", False), ("環境課", True)])
def test_fact_changed_by_hand_stays_and_a_conflict_is_told(
    folder: Path, new: str, told: bool
) -> None:
    items = tuple(replace(i, departments=("緑政課",)) if i.id == LEAF else i for i in ITEMS)
    updated, report = _with_department(Project(folder, draft(items)), new)
    assert next(i for i in updated.draft.items if i.id == LEAF).departments == ("緑政課",)
    assert ("手で直した値を残しました" in report) is told
    assert (new in report) is told


def test_without_the_document_a_differing_fact_is_told_old_and_new(folder: Path) -> None:
    items = tuple(replace(i, departments=("公園課",)) if i.id == LEAF else i for i in ITEMS)
    new = tuple(replace(i, departments=("環境課",)) if i.id == LEAF else i for i in ITEMS)
    report = Project(folder, draft(items)).report(draft(new, "2"))
    assert "担当課: 公園課 → 環境課" in report


def test_without_the_document_a_fact_that_is_not_read_any_more_stays(folder: Path) -> None:
    items = tuple(replace(i, departments=("公園課",)) if i.id == LEAF else i for i in ITEMS)
    project = Project(folder, draft(items, stage="draft"))
    new = draft(ITEMS, "2", period=None, publisher=None)
    updated = project.update(new)
    assert next(i for i in updated.draft.items if i.id == LEAF).departments == ("公園課",)
    assert updated.draft.period == Period(2026, 2030)
    assert {fact.field for fact in updated.kept} == {"departments", "period", "stage", "publisher"}
    assert not updated.changes


def test_label_mended_by_hand_stays(folder: Path) -> None:
    mended = tuple(replace(i, label=i.label + "等") if i.id == LEAF else i for i in ITEMS)
    project = Project(folder, draft(mended))
    earlier = read_earlier(project.path, DATA, draft(ITEMS, "2"), Path("素案.txt"), ())
    updated = update(replace(earlier, origin=OLD), draft(ITEMS, "2"))
    assert next(i.label for i in updated.draft.items if i.id == LEAF).endswith("等")
    assert not updated.changes


def test_item_added_by_hand_stays_and_is_told(folder: Path) -> None:
    hand = (
        "<PLAN/k1> a aln:Item ; aln:inPlan <PLAN> ; aln:parent <PLAN/1> ;"
        ' aln:kind code:kind-measure ; skos:prefLabel "屋上緑化"@ja .'
    )
    project = Project(folder, OLD, hand)
    updated = project.update(draft(ITEMS, "2"))
    assert triples_of(PREFIXES + hand.replace("PLAN", project.edition)) <= triples_of(
        turtle(updated)
    )
    assert updated.added == ("屋上緑化",)
    assert not updated.changes
    assert "屋上緑化" in project.report(draft(ITEMS, "2"))
    project.path.write_text(turtle(updated), "utf-8")
    assert turtle(project.update(draft(ITEMS, "2"))) == turtle(updated)


def test_correction_of_a_level_that_is_gone_is_told_and_the_others_hold(folder: Path) -> None:
    unfit = Correction("measure_level", "取組", "別紙による")
    fit = Correction("department", "緑政課", "奥付による")
    updated = Project(folder, OLD).update(draft(ITEMS, "2"), unfit, fit)
    assert [u.correction for u in updated.unfit] == [unfit]
    assert updated.draft.department == "緑政課"


def test_correction_beats_what_was_set_by_hand(folder: Path) -> None:
    project = Project(folder, replace(OLD, department="公園課"))
    updated = project.update(draft(ITEMS, "1"), Correction("department", "緑政課", "奥付"))
    assert updated.draft.department == "緑政課"


# What has no home any more


def test_links_and_waivers_to_a_removed_item_are_listed_with_file_and_line(folder: Path) -> None:
    project = Project(folder, OLD, BY_HAND)
    (folder / "links").mkdir()
    link = (
        f"{PREFIXES}\n<https://example.jp/l/9> a aln:Link ;\n"
        f"  aln:from <https://example.jp/low/1> ; aln:to <{project.edition}/{LEAF}> .\n"
    )
    (folder / "links" / "a.ttl").write_text(link, "utf-8")
    (folder / "links" / "broken.ttl").write_text("<a", "utf-8")
    (folder / "copy.ttl").write_text(to_turtle(OLD), "utf-8")
    updated = project.update(draft(only(ITEMS, LEAF), "2"))
    ends = list(loose_ends(project.path, updated.carried, updated.gone))
    found = {(e.path.name, e.kind, e.line) for e in ends if isinstance(e, LooseEnd)}
    assert {name for name, _, _ in found} == {"計画.ttl", "a.ttl"}
    assert ("a.ttl", "Link", 7) in found
    assert {kind for _, kind, _ in found} == {"Link", "Waiver", ""}
    assert [e.path.name for e in ends if isinstance(e, Unreadable)] == ["broken.ttl"]
    report = project.report(draft(only(ITEMS, LEAF), "2"))
    assert report.count("対応づけの相手がなくなりました") == 2
    assert report.count("対象外等の登録の対象がなくなりました") == 1
    assert "a.ttl 7行目" in report


def test_a_folder_of_links_that_may_not_be_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "links").mkdir()
    project = Project(folder, OLD, BY_HAND)
    give = Path.iterdir

    def refuse(self: Path) -> Iterator[Path]:
        if self.name == "links":
            raise PermissionError(13, "Permission denied")
        return give(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    report = project.report(draft(only(ITEMS, LEAF), "2"))
    assert "確かめられませんでした" in report
    assert "権限がありません" in report


def test_removed_item_leaves_a_mark_and_all_that_was_said_of_it(folder: Path) -> None:
    updated = Project(folder, OLD, BY_HAND).update(draft(only(ITEMS, LEAF), "2"))
    text = turtle(updated)
    assert f"<fy2026/{LEAF}> rdfs:comment" in text
    assert "a aln:RemovedItem" in text
    assert [i.id for i in updated.changes.removed] == [LEAF]


def test_value_set_by_hand_on_a_removed_item_is_told(folder: Path) -> None:
    mended = tuple(replace(i, departments=("緑政課",)) if i.id == LEAF else i for i in ITEMS)
    project = Project(folder, draft(mended))
    new = draft(only(ITEMS, LEAF), "2")
    earlier = replace(read_earlier(project.path, DATA, new, Path("素案.txt"), ()), origin=OLD)
    updated = update(earlier, new)
    assert [fact.old for fact in updated.lost] == ["緑政課"]
    assert "緑政課" in "\n".join(update_report(earlier, updated, (), "en"))


def test_comments_after_a_hash_are_listed(folder: Path) -> None:
    hand = '# 市長協議済み\n<PLAN> x:a "# no comment" ; x:b <https://e.jp/#no> . # 要確認\n'
    report = Project(folder, OLD, hand).report(OLD)
    assert "市長協議済み" in report
    assert "要確認" in report
    assert "no" not in report.replace("nothing", "")


# What is refused


@pytest.mark.parametrize("facts", [{"edition": "第3次"}, {"part": "後期"}])
def test_another_edition_is_refused(folder: Path, facts: dict[str, str]) -> None:
    project = Project(folder, replace(OLD, part="前期"))
    with pytest.raises(InputError, match="another edition"):
        project.update(draft(ITEMS, "2", **facts))


def test_edition_in_other_digits_is_the_same(folder: Path) -> None:
    assert not Project(folder, OLD).update(draft(ITEMS, "2", edition="第２次")).changes.added


def test_another_plan_is_refused(folder: Path) -> None:
    other = tuple(replace(i, label=f"{n}番目の路線") for n, i in enumerate(ITEMS))
    with pytest.raises(InputError, match="another plan"):
        Project(folder, OLD).update(draft(other, "2"))


@pytest.mark.parametrize(
    "text",
    ["", "<a> <b> <c> .", to_turtle(OLD) + to_turtle(draft(ITEMS, "3", period=Period(2001, 2002)))],
)
def test_file_without_exactly_one_plan_is_refused(folder: Path, text: str) -> None:
    path = folder / "other.ttl"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="--update"):
        read_earlier(path, DATA, OLD, Path("素案.txt"), ())


def test_missing_file_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl: There is no such file"):
        read_earlier(folder / "none.ttl", DATA, OLD, Path("素案.txt"), ())


# Properties

RATES = st.builds(
    Rates,
    rename=st.sampled_from([0.0, 0.1, 0.4]),
    move=st.sampled_from([0.0, 0.1, 0.4]),
    delete=st.sampled_from([0.0, 0.1, 0.5]),
    insert=st.sampled_from([0.0, 0.1, 0.5]),
    reorder=st.booleans(),
)


def _statements_by_hand(items: tuple[ItemDraft, ...], picks: list[int]) -> str:
    lines = []
    for number, pick in enumerate(picks):
        node = f"<PLAN/{items[pick % len(items)].id}>"
        lines.append(
            f'{node} rdfs:comment "注{number}"@ja .\n'
            f"<https://example.jp/l/{number}> a aln:Link ; aln:from {node} ;"
            f' aln:to <https://example.jp/up/{number}> ; rdfs:comment "判断{number}"@ja .'
        )
    return "\n".join(lines)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(RATES, st.integers(0, 10**6), st.lists(st.integers(0, 100), max_size=5), st.booleans())
def test_random_edits(rates: Rates, seed: int, picks: list[int], at_hand: bool) -> None:
    items = edit(plan(40, seed % 7), 0, Rates()).items
    edited = edit(items, seed, rates)
    with tempfile.TemporaryDirectory() as name:
        old, new = draft(items), draft(edited.items, "2")
        hand = _statements_by_hand(items, picks)
        project = Project(Path(name), old, hand)
        earlier = read_earlier(project.path, DATA, new, Path("素案.txt"), ())
        earlier = replace(earlier, origin=old) if at_hand else earlier
        updated = update(earlier, new)
        text = turtle(updated)
        assert triples_of(PREFIXES + hand.replace("PLAN", project.edition)) <= triples_of(text)

        before = {i.id: i for i in items}
        ids = [i.id for i in updated.draft.items]
        assert len(ids) == len(set(ids)) == len(edited.items)
        added = {i.id for i in updated.changes.added}
        assert not added & set(before)
        assert {i for i in ids if i not in added} <= set(before)
        assert {i.id for i in updated.changes.removed} == set(before) - set(ids)
        assert [i.label for i in updated.draft.items] == [i.label for i in edited.items]

        assert turtle(update(earlier, new)) == text
        project.path.write_text(text, "utf-8")
        again = project.update(new)
        assert turtle(again) == text
        assert not again.changes
        assert again.kept == ()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(RATES, st.integers(0, 10**6)), min_size=2, max_size=4))
def test_no_id_is_used_twice_over_many_drafts(steps: list[tuple[Rates, int]]) -> None:
    """Whatever an id once meant, it never means an item that came later."""
    items = plan(25, 1)
    with tempfile.TemporaryDirectory() as name:
        project = Project(Path(name), draft(items))
        retired: set[str] = set()
        for number, (rates, seed) in enumerate(steps, start=2):
            items = edit(items, seed, rates).items
            updated = project.update(draft(items, str(number)))
            ids = {i.id for i in updated.draft.items}
            assert not ids & retired
            retired |= {i.id for i in updated.changes.removed}
            project.path.write_text(turtle(updated), "utf-8")


def test_place_of_a_plan_without_places_is_not_by_hand(folder: Path) -> None:
    bare = tuple(replace(i, position=Position("素案1.txt")) for i in ITEMS)
    project = Project(folder, draft(bare))
    updated = project.update(draft(only(ITEMS, LEAF), "2"))
    assert updated.added == ()
    assert len(updated.changes.removed) == 1


def _indicator(item_id: str, target: str) -> IndicatorDraft:
    value = IndicatorValueDraft(ValueKind.TARGET, target, PLACE, 2030)
    return IndicatorDraft(f"{item_id}/i1", "植樹本数", item_id, PLACE, (value,))


def test_indicator_keeps_its_node_with_its_item_and_its_value_is_the_new_one(folder: Path) -> None:
    old = draft(ITEMS, indicators=(_indicator(LEAF, "100本"),))
    edited = edit(ITEMS, 5, Rates(reorder=True))
    new = draft(edited.items, "2", indicators=(_indicator(edited.kept[LEAF], "200本"),))
    updated = Project(folder, old).update(new)
    text = turtle(updated)
    assert updated.draft.indicators[0].id == f"{LEAF}/i1"
    assert "200本" in text
    assert "100本" not in text
    assert [fact.field for fact in updated.changes.facts] == ["indicators"]


def test_item_hung_elsewhere_by_hand_stays_there(folder: Path) -> None:
    goals = [i.id for i in ITEMS if i.level == 2]
    own = next(i.parent for i in ITEMS if i.id == LEAF)
    other = next(goal for goal in goals if goal != own)
    moved = tuple(replace(i, parent=other) if i.id == LEAF else i for i in ITEMS)
    project = Project(folder, draft(moved))
    new = draft(ITEMS, "2")
    earlier = replace(read_earlier(project.path, DATA, new, Path("素案.txt"), ()), origin=OLD)
    updated = update(earlier, new)
    assert next(i.parent for i in updated.draft.items if i.id == LEAF) == other
    assert not updated.changes


def test_item_hung_below_itself_by_the_new_draft_makes_no_circle(folder: Path) -> None:
    first, second = ITEMS[0], next(i for i in ITEMS[1:] if i.level == 1)
    moved = tuple(replace(i, parent=second.id) if i.id == first.id else i for i in ITEMS)
    project = Project(folder, draft(moved))
    new = draft(tuple(replace(i, parent=first.id) if i.id == second.id else i for i in ITEMS), "2")
    earlier = replace(read_earlier(project.path, DATA, new, Path("素案.txt"), ()), origin=OLD)
    parents = {i.id: i.parent for i in update(earlier, new).draft.items}
    assert (parents[first.id], parents[second.id]) == (None, first.id)


def test_value_added_by_hand_stays_beside_the_new_ones(folder: Path) -> None:
    """実績値 are added to the file year by year; the next draft may have a value more."""
    hand = (
        f"<PLAN/{LEAF}/i1> aln:indicatorValue <PLAN/{LEAF}/i1/v2> .\n"
        f"<PLAN/{LEAF}/i1/v2> a aln:IndicatorValue ; aln:valueKind code:value-actual ;"
        ' aln:fiscalYear 2027 ; aln:quotedAs "63本"@ja .'
    )
    project = Project(folder, draft(ITEMS, indicators=(_indicator(LEAF, "100本"),)), hand)
    one = _indicator(LEAF, "100本")
    more = replace(one.values[0], quoted_as="80本", fiscal_year=2028)
    new = draft(ITEMS, "2", indicators=(replace(one, values=(more, *one.values)),))
    updated = project.update(new)
    text = turtle(updated)
    assert triples_of(PREFIXES + hand.replace("PLAN", project.edition)) <= triples_of(text)
    quoted = dict(re.findall(r'i1/(v\d)> a aln:IndicatorValue.*?quotedAs "(\S+)"@ja', text, re.S))
    assert quoted == {"v1": "100本", "v2": "63本", "v3": "80本"}
    project.path.write_text(text, "utf-8")
    assert turtle(project.update(new)) == text


def test_value_mended_by_hand_stays(folder: Path) -> None:
    def of(target: str, sha: str) -> PlanDraft:
        return draft(ITEMS, sha, indicators=(_indicator(LEAF, target),))

    project = Project(folder, of("120本", "1"))
    for now, kept in (("100本", ()), ("150本", ("150本",))):
        earlier = replace(
            read_earlier(project.path, DATA, of(now, "2"), Path("素案.txt"), ()),
            origin=of("100本", "1"),
        )
        updated = update(earlier, of(now, "2"))
        assert updated.draft.indicators[0].values[0].quoted_as == "120本"
        assert tuple(fact.new for fact in updated.kept) == kept
