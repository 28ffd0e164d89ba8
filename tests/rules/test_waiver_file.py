"""waivers.toml: what it may say, whom it finds, and what an error tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from alignchecker.engine.check import CheckOptions, check
from alignchecker.graph.dataset import Dataset, aln
from alignchecker.model.errors import InputError
from alignchecker.model.finding import Report, State
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.waiver_file import waiver_statements
from tests.shapes.running import EXAMPLE, dataset_of

PLAN = (
    """
ex:p a aln:PlanEdition ; dcterms:title "第2期青葉市こども計画"@ja .
ex:p/1 a aln:Item ; aln:inPlan ex:p ; aln:levelName "基本目標" ; aln:printedNumber "1" ;
    skos:prefLabel "育ち"@ja ; aln:order 1 .
ex:p/2 a aln:Item ; aln:inPlan ex:p ; aln:levelName "基本目標" ; aln:printedNumber "2" ;
    skos:prefLabel "学び"@ja ; aln:order 2 .
ex:p/2/1 a aln:Measure ; aln:inPlan ex:p ; aln:parent ex:p/2 ; aln:levelName "施策" ;
    aln:printedNumber "1" ; skos:prefLabel "居場所の充実"@ja ; aln:order 3 .
ex:p/2/2 a aln:Measure ; aln:inPlan ex:p ; aln:parent ex:p/2 ; aln:levelName "施策" ;
    skos:notation "2201" ; skos:prefLabel "相談"@ja ; aln:order 4 .
ex:p/2/3 a aln:Measure ; aln:inPlan ex:p ; aln:parent ex:p/2 ; aln:levelName "施策" ;
    skos:prefLabel "相談"@ja ; aln:order 5 .
""".replace("ex:p/2/1", "ex:p2-1")
    .replace("ex:p/2/2", "ex:p2-2")
    .replace("ex:p/2/3", "ex:p2-3")
)
PLAN = PLAN.replace("ex:p/1", "ex:p1").replace("ex:p/2", "ex:p2")
RECORD = {
    "kind": '"市独自"',
    "plan": '"第2期青葉市こども計画"',
    "item": '"2-1"',
    "against": '"measure-without-link"',
    "reason": '"市の条例による"',
    "person": '"こども課長"',
    "date": "2026-06-01",
}


def write(folder: Path, **changed: str | None) -> Path:
    record = {key: value for key, value in {**RECORD, **changed}.items() if value is not None}
    lines = "\n".join(f"{key} = {value}" for key, value in record.items())
    file = folder / "waivers.toml"
    file.write_text(f"# 登録簿\n\n[[waiver]]\n{lines}\n", encoding="utf-8")
    return file


def subjects(dataset: Dataset, file: Path) -> list[str]:
    rules = load_catalogue().rules
    found = waiver_statements(file, dataset, rules)
    return [str(o.value) for _, p, o in found if p == aln("subject")]


@pytest.mark.parametrize(
    ("item", "subject"),
    [
        ('"2-1"', "p2-1"),
        ('"２－１"', "p2-1"),
        ('"居場所の充実"', "p2-1"),
        ('"居場所の 充実"', "p2-1"),
        ('"2201"', "p2-2"),
        ('"1"', "p1"),
        (None, "p"),
        ('"9-9"', None),
    ],
)
def test_items_by_numbers_code_or_heading(
    tmp_path: Path, item: str | None, subject: str | None
) -> None:
    found = subjects(dataset_of(PLAN), write(tmp_path, item=item))
    assert found == ([f"https://example.org/{subject}"] if subject else [])


@pytest.mark.parametrize(
    ("changed", "subject"),
    [
        ({"item": '"https://example.org/p2-1"'}, "p2-1"),
        ({"item": '"https://example.org/p2-3"', "label": '"相 談"'}, "p2-3"),
        ({"item": '"https://example.org/p2-3"', "label": '"居場所の充実"'}, None),
        ({"item": '"https://example.org/r1"'}, "r1"),
        ({"item": '"https://example.org/of-another-plan"'}, None),
        ({"item": '"https://example.org/ not an IRI"'}, None),
        ({"plan": '"https://example.org/p"'}, "p2-1"),
    ],
)
def test_anything_of_the_plan_by_its_iri_if_it_is_called_what_it_was(
    tmp_path: Path, changed: dict[str, str | None], subject: str | None
) -> None:
    more = "ex:p aln:relation ex:r1 . ex:r1 a aln:PlanRelation .\n"
    other = "ex:q a aln:PlanEdition . ex:of-another-plan a aln:Item ; aln:inPlan ex:q .\n"
    found = subjects(dataset_of(PLAN + more + other), write(tmp_path, **changed))
    assert found == ([f"https://example.org/{subject}"] if subject else [])


def test_the_same_record_again_counts_by_itself(tmp_path: Path) -> None:
    """The first may be past its date."""
    file = write(tmp_path, until="2026-07-01")
    text = file.read_text(encoding="utf-8")
    again = text.replace("until = 2026-07-01\n", "").replace("市の条例", "別の理由")
    file.write_text(f"{text}\n{again}", encoding="utf-8")
    found = waiver_statements(file, dataset_of(PLAN), load_catalogue().rules)
    nodes = {node for node, p, _ in found if p == aln("reason")}
    assert len(nodes) == 2


def test_the_next_edition_inherits_nothing(tmp_path: Path) -> None:
    later = PLAN.replace("第2期", "第3期")
    assert subjects(dataset_of(later), write(tmp_path)) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": '"不要"'}, "対象外"),
        ({"item": '"相談"'}, "p2-2"),
        ({"against": '"measure-without-lnik"'}, "measure-without-link"),
        ({"against": None}, "against"),
        ({"plan": '""'}, "plan"),
        ({"until": '"当分の間"'}, "2026-06-01"),
        ({"date": "2026-06-01T00:00:00"}, "date"),
        ({"reason": "3"}, "reason"),
        ({"reasn": '"x"'}, "reason"),
    ],
)
def test_errors_name_the_line_and_what_is_right(
    tmp_path: Path, changed: dict[str, str | None], said: str
) -> None:
    with pytest.raises(InputError) as error:
        subjects(dataset_of(PLAN), write(tmp_path, **changed))
    assert said in error.value.text("ja")
    assert "waivers.toml:3:" in error.value.text("ja")


@pytest.mark.parametrize(
    "text", ["waiver = 3", "[waiver]", "[[waiver]]\n[[waver]]\na = 1", "[[waiver"]
)
def test_other_toml_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "waivers.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        subjects(dataset_of(PLAN), file)


UNLINKED = """
ex:o a aln:PlanEdition ; dcterms:title "青葉市総合計画"@ja .
ex:u a aln:Item ; aln:inPlan ex:o ; skos:prefLabel "こども"@ja ; aln:answerable true .
ex:p aln:relation ex:r . ex:r a aln:PlanRelation ; aln:target ex:o ; aln:verb code:verb-under .
ex:l a aln:Link ; aln:from ex:p2-2 ; aln:to ex:u .
"""


def report_on(folder: Path, select: list[str], **changed: str | None) -> Report:
    (folder / "plan.ttl").write_text(EXAMPLE + PLAN + UNLINKED, encoding="utf-8")
    waivers = [write(folder, **changed)]
    return check(CheckOptions(paths=[folder / "plan.ttl"], waivers=waivers, select=select))


def test_a_recorded_waiver_counts_and_is_told_with_its_reason(tmp_path: Path) -> None:
    report = report_on(tmp_path, ["measure-without-link", "waiver-unused"])
    waived = [f for f in report.findings if f.state is State.WAIVED]
    assert [(f.focus.label, w.reason) for f in waived for w in f.waived] == [
        ("居場所の充実", "市の条例による")
    ]
    assert not any(f.rule == "waiver-unused" for f in report.findings)


@pytest.mark.parametrize(
    ("select", "against", "told"),
    [
        (["measure-without-link", "waiver-unused"], '"measure-without-link"', 1),
        (["waiver-unused"], '"measure-without-link"', 0),
        (["waiver-unused"], '"青葉市総合計画"', 0),
        ([], '"青葉市総合計画"', 1),
    ],
    ids=["rule was run", "rule was not run", "rules left out", "all rules run"],
)
def test_an_unused_waiver_is_told_only_where_that_is_known(
    tmp_path: Path, select: list[str], against: str, told: int
) -> None:
    report = report_on(tmp_path, select, item='"1"', against=against)
    found = [f for f in report.findings if f.rule == "waiver-unused"]
    assert len(found) == told
    assert [f.locations[0].line for f in found] == [3] * told


def test_a_broken_file_is_told_and_the_plans_are_checked(tmp_path: Path) -> None:
    report = report_on(tmp_path, ["measure-without-link"], kind='"不要"')
    assert [i.path.endswith("waivers.toml") for i in report.inputs if not i.read] == [True]
    assert len(report.findings) == 2


def test_a_waiver_is_the_same_node_in_every_run(tmp_path: Path) -> None:
    rules, dataset = load_catalogue().rules, dataset_of(PLAN)
    first, again = (waiver_statements(write(tmp_path), dataset, rules) for _ in range(2))
    assert first[0] == again[0]
    assert isinstance(first[0][0], NamedNode)
