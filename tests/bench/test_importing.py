"""The benchmark of importing still runs, and its numbers are those of what it measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers import read_document
from tests.bench.import_cost import CASES, Case, compare, cost_table
from tests.bench.import_documents import MAKERS, write_sheet, write_text
from tests.bench.importing import GROUPS, PLANS, accuracy_table, document_of, score_plan
from tests.bench.rewritten_texts import WAYS, result_of
from tests.importers.plan_facts import compare as compare_facts
from tests.reading.scoring import draft_keys

PLAN = "kawanishi_gender"


def test_a_row_has_the_scores_of_its_plan(tmp_path: Path) -> None:
    for path in (PLANS / "known").glob(f"{PLAN}.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    tree = tmp_path / f"{PLAN}.tree"
    draft = read_document(document_of(tree))
    facts = compare_facts(draft, tree.with_suffix(".facts.json"))
    head, row, *means = accuracy_table(tmp_path)
    assert head.split()[1:] == ["tree", "facts", "wrong", "dept", "indic", "rel"]
    f1 = f"{score_plan(draft, tree).f1:.3f}"
    assert row.split() == [
        f"{PLAN}.csv", f1, f"{facts.right}/10", str(len(facts.wrong)),
        *(f"{score:.3f}" for score in (facts.departments, facts.indicators, facts.relations)),
    ]  # fmt: skip
    assert [mean.split() for mean in means] == [
        ["mean", "of", ".csv", f1],
        ["mean", "of", "all", f1],
    ]


def test_details_name_what_is_missing(tmp_path: Path) -> None:
    for path in (PLANS / "known").glob(f"{PLAN}.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    tree = tmp_path / f"{PLAN}.tree"
    tree.write_text(f"{tree.read_text(encoding='utf-8')}\n章 | 99 | 無い章\n", encoding="utf-8")
    shown = "\n".join(accuracy_table(tmp_path, details=True))
    assert "- ('章', '99', '無い章')" in shown


def test_groups_are_the_folders() -> None:
    assert "known" in GROUPS
    assert all((PLANS / group).is_dir() for group in GROUPS)


def test_a_tree_may_name_the_format_of_its_document(tmp_path: Path) -> None:
    for name in ("plan.txt", "plan.txt.tree", "plan.pdf", "plan.pdf.tree"):
        (tmp_path / name).touch()
    assert document_of(tmp_path / "plan.txt.tree") == tmp_path / "plan.txt"


def test_a_rewritten_text_as_printed_is_the_plan(tmp_path: Path) -> None:
    write_text(tmp_path / "made.txt", 2)
    text = (tmp_path / "made.txt").read_text(encoding="utf-8")
    gold = draft_keys(read_document(tmp_path / "made.txt").items)
    assert len(gold) >= 80
    f1, lost = result_of(WAYS["as printed"], text, gold, tmp_path)
    assert (f1, lost) == (1.0, False)


def test_a_cost_is_measured_and_its_ratios_are_those_of_its_numbers(tmp_path: Path) -> None:
    (row,) = list(cost_table([Case("small", "plan.txt", "write_text", 2, "document", "text")], 1))[
        1:
    ]
    label, own, bare, ratios = row[:36], *row[36:].split("|")
    assert label.strip() == "small"
    _, wall, cpu, peak = map(float, own.split())
    assert min(wall, cpu, peak) > 0
    bare_peak = float(bare.split()[2])
    assert float(ratios.split()[2]) == pytest.approx(peak / bare_peak, abs=0.2)
    write_sheet(path := tmp_path / "plan.xlsx", 20)
    cells, values = compare(Case("", "", "", 20, "cells", "sheet"), path, path, 1)
    assert min(cells.wall, cells.cpu, cells.peak, values.wall, values.cpu, values.peak) > 0


@pytest.mark.parametrize("case", ["txt", "docx", "xlsx", "data"])
def test_the_same_arguments_make_the_same_content(tmp_path: Path, case: str) -> None:
    maker = CASES[case].maker
    drafts = []
    for name in ("a", "b"):
        path = tmp_path / name / CASES[case].file
        path.parent.mkdir()
        MAKERS[maker](path, 10)
        drafts.append(read_document(path))
    assert drafts[0].items == drafts[1].items
    assert bool(drafts[0].items) == (maker != "write_data")
