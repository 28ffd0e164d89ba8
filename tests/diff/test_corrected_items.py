"""Corrected items over a new reading: ids stay, and what is taken back leaves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from alignchecker.diff.earlier import read_earlier
from alignchecker.diff.loose_ends import LooseEnd, loose_ends
from alignchecker.diff.report import update_report
from alignchecker.diff.updating import Updated, update
from alignchecker.graph.drafts import read_plans
from alignchecker.graph.turtle import statements_turtle, to_turtle
from alignchecker.importers import read_document
from alignchecker.model.correction import TOP, Correction
from alignchecker.model.names import DATA
from alignchecker.model.plan import ItemDraft, PlanDraft
from alignchecker.reports.workbook import plan_workbook
from tests.importers.test_corrected_items import TEXT

HEAD = "第4章　施策の展開"


@dataclass
class Project:
    """A folder with a document, its import, and the corrections that hold for it."""

    folder: Path
    corrections: tuple[Correction, ...] = ()

    def __post_init__(self) -> None:
        self.write(TEXT)
        self.turtle.write_text(to_turtle(read_document(self.document)), "utf-8")
        self.first = self.turtle.read_text("utf-8")

    @property
    def turtle(self) -> Path:
        return self.folder / "plan.ttl"

    @property
    def document(self) -> Path:
        return self.folder / "plan.txt"

    def write(self, text: str) -> None:
        self.document.write_text(text, "utf-8")

    def correct(self, *corrections: Correction, file: Path | None = None) -> Updated:
        """Reads the document again, with other corrections than before."""
        file = file or self.document
        new = read_document(file)
        earlier = read_earlier(self.turtle, DATA, new, file, corrections)
        updated = update(earlier, new, corrections, self.corrections)
        list(update_report(earlier, updated, (), "ja"))
        self.turtle.write_text(statements_turtle(updated.statements, updated.edition), "utf-8")
        self.corrections = corrections
        return updated

    @property
    def draft(self) -> PlanDraft:
        (plan,) = read_plans(self.turtle).plans
        return plan.draft

    def item(self, id_: str) -> ItemDraft:
        return next(item for item in self.draft.items if item.id == id_)

    def is_as_at_first(self) -> bool:
        """Apart from the order of what stands in the file."""
        now = self.turtle.read_text("utf-8")
        return sorted(now.split("\n\n")) == sorted(self.first.split("\n\n"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def _item(field: str, id_: str, as_read: str, value: str = "") -> Correction:
    return Correction(field, value, "原本12ページ", item=id_, as_read=as_read)


TEACHERS = ("1/2", "指導者を育てる")
MOVED = _item("parent", *TEACHERS, "2")
CALLED = _item("label", *TEACHERS, "人材の確保・養成と資質の向上")
NONE = _item("no_item", *TEACHERS)
AGAIN = (
    _item("parent", "2", "支える", TOP),
    Correction("period", "2027-2031", "表紙"),
    Correction("relation", "こども大綱", "図", verb="weigh"),
    Correction("name", "第2次青葉市総合計画", "表紙", as_read="青葉市総合計画"),
    Correction("no_relation", "", "例示", as_read="青葉市こども計画"),
    _item("level_name", "2", "支える", "編"),
    _item("kind", "2", "支える", "group"),
)


@pytest.mark.parametrize("order", [(MOVED, CALLED), (CALLED, MOVED), (CALLED, CALLED)])
def test_an_item_keeps_its_id_whatever_it_is_called_and_put_below(
    project: Project, order: tuple[Correction, Correction]
) -> None:
    project.correct(order[0])
    updated = project.correct(*dict.fromkeys(order))
    assert updated.unfit == ()
    assert updated.gone == {}
    item = project.item("1/2")
    assert item.label == CALLED.value
    assert item.parent == ("2" if MOVED in order else "1")
    assert [i.id for i in project.draft.items] == ["1", "1/1", "1/2", "2", "2/1"]


@pytest.mark.parametrize("said", [(MOVED,), (CALLED,), (NONE,), (MOVED, CALLED), AGAIN])
def test_a_correction_that_is_taken_back_leaves_what_was_read(
    project: Project, said: tuple[Correction, ...]
) -> None:
    updated = project.correct(*said)
    assert updated.unfit == ()
    assert not project.is_as_at_first()
    again = project.correct(*said)
    assert not again.changes
    assert again.kept == ()
    back = project.correct()
    assert back.kept == ()
    assert back.added == ()
    assert project.draft.items == read_document(project.document).items
    (plan,) = read_plans(project.turtle).plans
    assert [(r.name, r.rank) for r in plan.draft.relations] == [
        ("青葉市総合計画", "higher"), ("青葉市こども計画", None),
    ]  # fmt: skip
    if NONE in said or MOVED in said:
        assert project.is_as_at_first()


def test_what_is_no_item_is_told_where_a_link_points_at_it(project: Project) -> None:
    edition = read_plans(project.turtle).plans[0].edition.value
    (project.folder / "links").mkdir()
    link = (
        "@prefix aln: <https://w3id.org/alignchecker/ns#> .\n"
        "<urn:l> a aln:Link ; aln:from <{}/{}> ."
    )
    links = project.folder / "links" / "links.ttl"
    links.write_text(link.format(edition, "1/2"), "utf-8")
    updated = project.correct(NONE)
    (end,) = loose_ends(project.turtle, updated.carried, updated.gone)
    assert isinstance(end, LooseEnd)
    assert (end.kind, end.label) == ("Link", "指導者を育てる")
    assert "RemovedItem" in project.turtle.read_text("utf-8")
    moved = project.correct(MOVED)
    assert list(loose_ends(project.turtle, moved.carried, moved.gone)) == []
    assert "RemovedItem" not in project.turtle.read_text("utf-8")


def test_a_new_draft_takes_the_corrections_of_what_is_still_there(project: Project) -> None:
    project.correct(MOVED, CALLED)
    # Numbers shift, and the label is the misread one again.
    project.write(TEXT.replace("施策1　身近な", "施策1　あたらしい取組\n\n施策2　身近な").replace(
        "施策2　指導者", "施策3　指導者"))  # fmt: skip
    updated = project.correct(MOVED, CALLED)
    assert updated.unfit == ()
    item = project.item("1/2")
    assert (item.label, item.parent, item.printed_number) == (CALLED.value, "2", "3")


def test_a_correction_that_meets_another_item_is_told_and_not_made(project: Project) -> None:
    project.write(TEXT.replace("指導者を育てる", "プールの改修"))
    updated = project.correct(CALLED, _item("code", "2/1", "大会を開く", "9"))
    assert [unfit.correction for unfit in updated.unfit] == [CALLED]
    assert "プールの改修" in [i.label for i in project.draft.items]
    assert project.item("2/1").printed_number == "9"


def test_running_heads_are_dropped_each_by_itself(tmp_path: Path) -> None:
    project = Project(tmp_path)
    heads = TEXT.replace("施策2　指導者を育てる", f"施策2　{HEAD}\n\n施策3　指導者を育てる")
    heads = heads.replace("施策1　大会を開く", f"施策1　{HEAD}\n\n施策2　大会を開く")
    project.write(heads)
    project.turtle.write_text(to_turtle(read_document(project.document)), "utf-8")
    found = [i.id for i in project.draft.items if HEAD in i.label]
    assert len(found) == 2
    both = [_item("no_item", id_, HEAD) for id_ in found]
    for said in (both[:1], both, both[1:], both, []):
        updated = project.correct(*said)
        assert updated.unfit == ()
        left = [i.id for i in project.draft.items if HEAD in i.label]
        assert left == [id_ for id_ in found if id_ not in [c.item for c in said]]


def test_a_workbook_of_the_corrected_plan_has_the_last_word(project: Project) -> None:
    said = (MOVED, CALLED, _item("no_item", "2/1", "大会を開く"))
    project.correct(*said)
    book = project.folder / "plan-book.xlsx"
    book.write_bytes(plan_workbook(project.draft))
    updated = project.correct(*said, file=book)
    assert updated.unfit == ()
    assert project.item("1/2").label == CALLED.value
    assert [i.id for i in project.draft.items] == ["1", "1/1", "1/2", "2"]
