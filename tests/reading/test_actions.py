"""Lists below measures, and the departments that stand behind labels."""

from __future__ import annotations

import pytest

from alignchecker.model.plan import ItemKind, PlanDraft
from alignchecker.reading.departments import split_label
from tests.reading.drafting import COVER, draft

HEAD = COVER + "基本目標１　緑をふやす\n\n"


def _actions(found: PlanDraft) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (item.level_name, item.label, item.departments)
        for item in found.items
        if item.kind is ItemKind.ACTION
    ]


def _unread(found: PlanDraft) -> list[tuple[str, ...]]:
    return [w.arguments for w in found.warnings if w.code == "list-items-unread"]


def test_short_noun_phrases_become_actions() -> None:
    found = draft(
        HEAD
        + "　施策１　街路樹の整備\n　　・植樹帯の拡幅（公園緑地課）\n"
        + "　　・樹木の診断（公園緑地課・道路課）\n"
        + "　施策２　公園の充実\n　　・小さな公園の再整備（緑の相談所）\n　　・花壇の整備\n"
    )
    assert _actions(found) == [
        ("取組", "植樹帯の拡幅", ("公園緑地課",)),
        ("取組", "樹木の診断", ("公園緑地課", "道路課")),
        ("取組", "小さな公園の再整備", ("緑の相談所",)),
        ("取組", "花壇の整備", ()),
    ]
    assert found.measure_level == "施策"
    named = [w.arguments for w in found.warnings if w.code == "level-unnamed"]
    assert named == [("街路樹の整備", "4", "取組")]


@pytest.mark.parametrize("lead", ["主な取組", "【主な事業】", "具体的な取組"])
def test_a_lead_names_the_actions(lead: str) -> None:
    found = draft(
        HEAD + f"施策１　街路樹の整備\n\n{lead}\n\n・植樹帯の拡幅\n\n施策２　公園の充実\n"
    )
    assert _actions(found) == [(lead.strip("【】"), "植樹帯の拡幅", ())]
    assert found.warnings == () or {w.code for w in found.warnings} <= {"period-unknown"}


def test_sentences_are_not_read_as_items_and_this_is_said() -> None:
    found = draft(
        HEAD
        + "施策１　街路樹の整備\n・植樹帯を広げます。\n・樹木の診断\n\n施策２　公園の充実\n"
        + "【現状と課題】\n・公園の老朽化\n"
    )
    assert _actions(found) == []
    assert _unread(found) == [("街路樹の整備", "2")]


@pytest.mark.parametrize(
    ("printed", "label", "departments"),
    [
        ("里山の保全（環境課）", "里山の保全", ["環境課"]),
        ("里山の保全【環境課・農政課】", "里山の保全", ["環境課", "農政課"]),
        ("里山の保全　担当：環境課、農政課", "里山の保全", ["環境課", "農政課"]),
        ("里山の保全（担当課：みどりの窓口）", "里山の保全", ["みどりの窓口"]),
        ("里山の保全（再掲）", "里山の保全（再掲）", []),
        ("相談の充実（地域包括支援センター）", "相談の充実（地域包括支援センター）", []),
        ("権利擁護の推進（利用促進基本計画）", "権利擁護の推進（利用促進基本計画）", []),
    ],
)
def test_departments_behind_a_label(printed: str, label: str, departments: list[str]) -> None:
    assert split_label(printed) == (label, departments)


def test_departments_of_a_numbered_measure() -> None:
    found = draft(HEAD + "施策１　街路樹の整備【道路課】\n\n施策２　公園の充実（公園緑地課）\n")
    assert [(i.label, i.departments) for i in found.items if i.level == 2] == [
        ("街路樹の整備", ("道路課",)),
        ("公園の充実", ("公園緑地課",)),
    ]


def test_claims_quote_the_words_as_printed() -> None:
    text = (
        HEAD
        + "施策１　街路樹の整備\n\n施策２　公園の充実\n\n"
        + "次の１つの基本目標と、３の「施策」を掲げます。\n"
    )
    assert [(c.level_name, c.count, c.quoted_as) for c in draft(text).claims] == [
        ("基本目標", 1, "１つの基本目標"),
        ("施策", 3, "３の「施策」"),
    ]
