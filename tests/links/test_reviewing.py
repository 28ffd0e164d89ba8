"""Verdicts by command and by workbook: what is written, what stays, what is told instead."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from alignchecker.graph.dataset import aln
from alignchecker.graph.loading import load
from alignchecker.model.links import in_order, link_iri

from ..cli.running import Ran, run
from .projects import BASE, links_of, make

SIGNED = ("--by", "企画課", "--date", "2026-10-02")
FIRST = BASE + "low/link/1"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "市")


def review(folder: Path, *words: str) -> Ran:
    return run("review", *words, cwd=folder)


def suspects(folder: Path) -> list[dict[str, str]]:
    ran = run("check", ".", "--select", "link-suspect", "--select", "rests-on-changed-wording",
              "--output-format", "json", cwd=folder)  # fmt: skip
    return list(json.loads(ran.out)["findings"])


def rename(folder: Path, old: str, new: str, name: str = "high") -> None:
    path = folder / "plans" / f"{name}.ttl"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")


def export(folder: Path, *more: str) -> None:
    ran = review(folder, "export", ".", "--from", "青葉市こども計画", "--to", "青葉市総合計画",
                 "--output", "対応.xlsx", *more)  # fmt: skip
    assert ran.status == 0, ran.err


def fill(folder: Path, row: int, **cells: str) -> None:
    book = load_workbook(folder / "対応.xlsx")
    sheet = book["対応づけ"]
    columns = {cell.value: number for number, cell in enumerate(sheet[2], start=1)}
    for name, text in cells.items():
        sheet.cell(row + 2, columns[name]).value = text
    book.save(folder / "対応.xlsx")


def test_a_verdict_is_added_behind_what_stands_there(project: Path) -> None:
    file = project / "links" / "low-2026--high-2026.ttl"
    before = file.read_bytes()
    ran = review(project, "accept", FIRST, *SIGNED, "--reason", "同じ\n対象", "--kind", "partial")
    assert ran.status == 0, ran.err
    assert file.read_bytes().startswith(before + b"\n")
    link = links_of(project)[FIRST]
    (said,) = link.reviews
    assert (said.reviewer, said.date, said.reason) == ("企画課", "2026-10-02", "同じ\n対象")
    assert (link.status.value, link.kind) == ("accepted", "partial")
    assert said.start.text == "目標 > 支援1"
    assert len(file.read_bytes().removeprefix(before + b"\n").splitlines()) == 1


def test_who_changes_his_mind_on_the_same_day_has_changed_it(project: Path) -> None:
    review(project, "accept", FIRST, *SIGNED)
    review(project, "reject", FIRST, *SIGNED)
    assert links_of(project)[FIRST].status.value == "rejected"
    assert len(links_of(project)[FIRST].reviews) == 2


def test_a_dispute_stays_until_somebody_decides(project: Path) -> None:
    review(project, "accept", FIRST, *SIGNED)
    review(project, "reject", FIRST, "--by", "こども課", "--date", "2026-10-03")
    review(project, "accept", FIRST, "--by", "財政課", "--date", "2026-10-04")
    assert links_of(project)[FIRST].status.value == "disputed"
    review(project, "accept", FIRST, "--by", "部長", "--date", "2026-10-05", "--decides")
    assert links_of(project)[FIRST].status.value == "accepted"
    assert len(links_of(project)[FIRST].reviews) == 4


def test_links_and_their_lack_are_made_by_command(project: Path) -> None:
    made = review(project, "accept", "--from", "支援1", "--to", "政策3", *SIGNED)
    lack = review(project, "none", "--from", "支援2", "--in", "青葉市総合計画", *SIGNED,
                  "--reason", "市独自")  # fmt: skip
    assert (made.status, lack.status) == (0, 0), made.err + lack.err
    found = {(k.start, k.to, k.none_in): k.status.value for k in links_of(project).values()}
    assert found[BASE + "low/2026/1/1", BASE + "high/2026/1/3", None] == "accepted"
    assert found[BASE + "low/2026/1/2", None, BASE + "high/2026"] == "accepted"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", FIRST + "0"), "ではありませんか"),
        (("accept",), "--from と --to"),
        (("accept", "--from", "目標", "--to", "政策1"), "2件あります"),
        (("none", "--from", "支援1", "--in", "青葉市総合計画"), "理由"),
        (("none", "--from", "支援1", "--in", "青葉市の計画", "--reason", "x"), "青葉市総合計画"),
        (("confirm", FIRST), "採用されていない"),
        (("accept", FIRST, "--kind", "dirct"), "direct"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_written(
    project: Path, words: tuple[str, ...], said: str
) -> None:
    before = (project / "links" / "low-2026--high-2026.ttl").read_bytes()
    ran = review(project, *words, *SIGNED)
    assert (ran.status, said in ran.err) == (2, True), ran.err
    assert (project / "links" / "low-2026--high-2026.ttl").read_bytes() == before


def test_a_changed_text_shows_old_and_new_reaches_the_goals_and_is_confirmed(
    project: Path,
) -> None:
    review(project, "accept", FIRST, *SIGNED)
    rename(project, "政策1", "政策　１")
    assert suspects(project) == []
    rename(project, "政策　１", "新しい政策")
    (suspect,) = (f for f in suspects(project) if f["rule"] == "link-suspect")
    assert "目標 > 政策1" in suspect["evidence"]
    assert "目標 > 新しい政策" in suspect["evidence"]
    (reached,) = (f for f in suspects(project) if f["rule"] == "rests-on-changed-wording")
    assert {r["label"] for r in reached["related"]} >= {"支援1", "目標"}  # type: ignore[index]
    ran = review(project, "confirm", "--all", "--by", "こども課", "--date", "2026-10-03")
    assert ran.status == 0, ran.err
    assert suspects(project) == []
    assert [r.reviewer for r in links_of(project)[FIRST].reviews].count("こども課") == 1


def test_a_changed_body_makes_a_link_suspect_and_a_new_one_does_not(project: Path) -> None:
    review(project, "accept", FIRST, *SIGNED)
    rename(project, '"政策1"@ja', '"政策1"@ja ; aln:text "公園を増やす。"@ja')
    assert suspects(project) == []
    review(project, "confirm", FIRST, *SIGNED)
    rename(project, "公園を増やす。", "公園を減らす。")
    assert [f["rule"] for f in suspects(project)].count("link-suspect") == 1


def test_a_workbook_brings_verdicts_back_once(project: Path) -> None:
    export(project)
    fill(
        project,
        1,
        判断="採用",
        理由="同じ",
        記入者="こども課",
        記入日="令和8年10月2日",
        種類="直接",
    )
    fill(project, 2, 判断="不採用", 記入者="こども課", 記入日="2026-10-02")
    ran = review(project, "import", "対応.xlsx")
    assert ran.status == 0, ran.err
    links = links_of(project)
    assert [links[f"{BASE}low/link/{n}"].status.value for n in (1, 2, 3)] == [
        "accepted", "rejected", "proposed",
    ]  # fmt: skip
    assert links[FIRST].kind == "direct"
    before = (project / "links" / "low-2026--high-2026.ttl").read_bytes()
    assert review(project, "import", "対応.xlsx").status == 0
    assert (project / "links" / "low-2026--high-2026.ttl").read_bytes() == before


def test_what_was_reviewed_or_reworded_meanwhile_is_told_not_overwritten(project: Path) -> None:
    export(project)
    fill(project, 1, 判断="採用")
    fill(project, 2, 判断="採用")
    fill(project, 3, 判断="該当なし")
    fill(project, 4, 理由="考え中")
    review(project, "reject", FIRST, "--by", "こども課", "--date", "2026-10-01")
    rename(project, "政策2", "別の政策")
    ran = review(project, "import", "対応.xlsx", *SIGNED)
    assert ran.status == 1
    for words in ("別の判断", "文言が変わりました", "該当なしに理由がない", "「判断」が空"):
        assert words in ran.err
    links = links_of(project)
    assert [links[f"{BASE}low/link/{n}"].status.value for n in (1, 2, 3, 4)] == [
        "rejected", "proposed", "proposed", "proposed",
    ]  # fmt: skip


def test_rows_that_nobody_signed_stop_the_import(project: Path) -> None:
    export(project)
    fill(project, 1, 判断="採用")
    ran = review(project, "import", "対応.xlsx")
    assert (ran.status, "3行目" in ran.err) == (2, True), ran.err
    assert links_of(project)[FIRST].reviews == ()


def test_a_measure_without_links_is_there_to_say_that_none_fits(project: Path) -> None:
    file = project / "links" / "low-2026--high-2026.ttl"
    file.write_text(file.read_text("utf-8").replace("<low/link/4>", "<x> aln:y <z> . #"), "utf-8")
    export(project)
    fill(project, 4, 判断="該当なし", 理由="市独自")
    assert review(project, "import", "対応.xlsx", *SIGNED).status == 0
    (lack,) = (k for k in links_of(project).values() if k.none_in)
    assert (lack.start, lack.status.value) == (BASE + "low/2026/1/4", "accepted")


def test_copies_are_put_together_and_what_differs_is_told(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "写し"
    shutil.copytree(project, other)
    review(project, "accept", FIRST, *SIGNED)
    review(other, "reject", FIRST, "--by", "こども課", "--date", "2026-10-02")
    review(other, "accept", "--from", "支援1", "--to", "政策2", "--by", "こども課", "--date",
           "2026-10-02")  # fmt: skip
    ran = review(project, "import", str(other / "links" / "low-2026--high-2026.ttl"))
    assert (ran.status, "判断が分かれた" in ran.err) == (1, True), ran.err
    links = links_of(project)
    assert links[FIRST].status.value == "disputed"
    assert len(links[FIRST].reviews) == 2
    assert any(link.to == BASE + "high/2026/1/2" and link.reviews for link in links.values()
               if link.start == BASE + "low/2026/1/1")  # fmt: skip
    assert review(project, "import", str(other / "links" / "low-2026--high-2026.ttl")).status == 0


def test_a_link_of_a_plan_file_is_reviewed_in_the_file_of_links(project: Path) -> None:
    plan, links = project / "plans" / "low.ttl", project / "links" / "low-2026--high-2026.ttl"
    plan.write_text(plan.read_text("utf-8") + links.read_text("utf-8"), encoding="utf-8")
    links.unlink()
    before = plan.read_bytes()
    assert review(project, "accept", FIRST, *SIGNED).status == 0
    assert plan.read_bytes() == before
    assert (project / "links" / "low-2026--high-2026.ttl").exists()
    assert links_of(project)[FIRST].status.value == "accepted"


def test_candidates_stand_below_what_is_recorded_and_become_links_when_accepted(
    project: Path,
) -> None:
    rename(project, "政策2", "支援1の充実")
    review(project, "accept", BASE + "low/link/2", *SIGNED)
    before = links_of(project)
    export(project, "--candidates", "2")
    sheet = load_workbook(project / "対応.xlsx")["対応づけ"]
    heads = [cell.value for cell in sheet[2]]
    rows = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(3, values_only=True)]
    first = [row for row in rows if row["対応元"] == "目標 > 支援1"]
    assert [(row["対応先"], row["状態"]) for row in first[:2]] == [
        ("目標 > 政策1", "候補"), ("目標 > 支援1の充実", "未登録の候補"),
    ]  # fmt: skip
    assert 0 < float(str(first[1]["確信度"])) < 1
    assert first[1]["候補とした理由"]
    # A measure with an accepted link needs no more, and the workbook itself records nothing.
    assert [r["状態"] for r in rows if r["対応元"] == "目標 > 支援2"] == ["採用"]
    assert links_of(project) == before
    fill(project, int(str(first[1]["No."])), 判断="採用", 理由="同じ事業")
    ran = review(project, "import", "対応.xlsx", *SIGNED)
    assert ran.status == 0, ran.out + ran.err
    (new,) = [link for iri, link in links_of(project).items() if iri not in before]
    assert (new.start, new.to) == (BASE + "low/2026/1/1", BASE + "high/2026/1/2")
    assert new.status.value == "accepted"


def test_an_undo_puts_the_status_back_in_check_and_in_sssom(project: Path) -> None:
    assert review(project, "accept", FIRST, *SIGNED, "--reason", "一").status == 0
    assert review(project, "reject", FIRST, *SIGNED, "--reason", "二").status == 0
    ran = review(project, "undo", FIRST, *SIGNED, "--reason", "押し間違い")
    assert (ran.status, "採用です" in ran.err) == (0, True)
    link = links_of(project)[FIRST]
    assert link.status.value == "accepted"
    assert [r.verdict.value for r in in_order(link.reviews)] == ["accept", "reject", "undo"]
    rename(project, "政策1", "政策一")
    assert [f["rule"] for f in suspects(project)][:1] == ["link-suspect"]
    name = "links/all.sssom.tsv"
    assert run("export", ".", "--to", "sssom", "--output", name, cwd=project).status == 0
    (project / "links" / "low-2026--high-2026.ttl").unlink()
    assert links_of(project)[FIRST] == link
    # To a table that can say it, the next one is added; one from before gets no row it cannot hold.
    assert review(project, "undo", FIRST, *SIGNED).status == 0
    assert links_of(project)[FIRST].status.value == "proposed"
    assert not (project / "links" / "low-2026--high-2026.ttl").exists()


def test_an_undo_is_added_to_a_file_of_its_own_where_a_table_has_no_column_for_it(
    project: Path,
) -> None:
    assert review(project, "accept", FIRST, *SIGNED).status == 0
    file = project / "links" / "all.sssom.tsv"
    assert run("export", ".", "--to", "sssom", "--output", file, cwd=project).status == 0
    (project / "links" / "low-2026--high-2026.ttl").unlink()
    lines = [line if line.startswith("#") else line.rpartition("\t")[0]
             for line in file.read_text("utf-8").splitlines()]  # fmt: skip
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    before = file.read_bytes()
    assert review(project, "reject", FIRST, "--by", "B", "--date", "2026-10-03").status == 0
    assert file.read_bytes() != before
    before = file.read_bytes()
    assert review(project, "undo", FIRST, "--by", "B", "--date", "2026-10-03").status == 0
    assert file.read_bytes() == before
    assert links_of(project)[FIRST].status.value == "accepted"


def test_nobody_takes_back_what_somebody_else_said(project: Path) -> None:
    assert review(project, "accept", FIRST, *SIGNED).status == 0
    before = (project / "links" / "low-2026--high-2026.ttl").read_bytes()
    ran = review(project, "undo", FIRST, "--by", "こども課", "--date", "2026-10-03")
    assert ran.status == 2
    assert "取り消せる判断" in ran.err
    assert (project / "links" / "low-2026--high-2026.ttl").read_bytes() == before


def test_a_link_that_a_verdict_made_is_as_none_once_that_is_taken_back(project: Path) -> None:
    new = ("--from", "支援1", "--to", "政策2")
    before = coverage(project)
    assert review(project, "accept", *new, *SIGNED).status == 0
    assert coverage(project) != before
    assert review(project, "undo", *new, *SIGNED).status == 0
    assert coverage(project) == before
    link = links_of(project)[link_iri(BASE + "low/2026/1/1", BASE + "high/2026/1/2")]
    assert (link.is_withdrawn, len(link.reviews)) == (True, 2)
    # One that somebody had proposed is proposed again.
    assert review(project, "accept", FIRST, *SIGNED).status == 0
    assert review(project, "undo", FIRST, *SIGNED).status == 0
    assert not links_of(project)[FIRST].is_withdrawn


def coverage(folder: Path) -> set[str]:
    facts = load([folder])
    names = ("contributesTo", "proposedContribution", "status")
    return {f"{s} {name} {o}" for name in names for s, o in facts.pairs(aln(name))}
