"""Odd values and ties in the graph: an error with a place, or a report, but never a crash."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from alignchecker.engine.check import CheckOptions, check
from alignchecker.graph import blank
from alignchecker.graph.loading import load
from alignchecker.model.errors import InputError
from alignchecker.model.finding import Outcome, Report
from alignchecker.model.names import SPARQL_PREFIXES, XSD
from tests.corpus import golden

HEADER = SPARQL_PREFIXES + "PREFIX ex: <https://example.org/>\n"
ODD = [
    Literal("abc", datatype=NamedNode(XSD + "integer")),
    Literal("²"),
    Literal("9" * 5000, datatype=NamedNode(XSD + "integer")),
    Literal("2029", datatype=NamedNode(XSD + "gYear")),
    Literal(""),
    Literal("[/bold] \x00 計画"),
    Literal(2020.5),
    NamedNode("https://example.org/nowhere"),
]


def checked(folder: Path, text: str) -> Report:
    path = folder / "plan.ttl"
    path.write_text(HEADER + text, encoding="utf-8")
    return check(CheckOptions(paths=[path]))


@pytest.mark.parametrize("seed", range(10))
def test_a_city_with_odd_values_is_checked_or_refused(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    for file in sorted(golden.CITY.rglob("*.ttl")):
        quads = list(parse(path=str(file), base_iri=file.resolve().as_uri()))
        for _ in range(2):
            place = dice.randrange(len(quads))
            old = quads[place]
            odd = dice.choice([*ODD, old.subject])
            quads[place] = Quad(old.subject, old.predicate, odd)
        with (tmp_path / f"{file.stem}.nt").open("wb") as stream:
            serialize(quads, stream, format=RdfFormat.N_TRIPLES)
    report = check(CheckOptions(paths=[tmp_path]))
    assert [run for run in report.rules if run.outcome is Outcome.FAILED] == []
    errors = [file.error for file in report.inputs if file.error]
    assert all(isinstance(error, InputError) and error.line for error in errors)


@pytest.mark.parametrize(
    "text",
    [
        "ex:p aln:inPlan ex:p ; a aln:Measure .",
        "ex:a a aln:Link ; aln:from ex:b . ex:b a aln:Link ; aln:from ex:a .",
        'ex:p a aln:PlanEdition ; aln:relation "第2次総合計画" .',
        'ex:l a aln:Link ; aln:from "施策" ; aln:to "目標" .',
        "ex:i a aln:Item ; aln:parent ex:i ; aln:inPlan ex:p ; skos:prefLabel '輪'@ja .",
    ],
)
def test_odd_ties(tmp_path: Path, text: str) -> None:
    report = checked(tmp_path, text)
    assert [run for run in report.rules if run.outcome is Outcome.FAILED] == []


@pytest.mark.parametrize(
    "value", ['"abc"^^xsd:integer', '"2029"^^xsd:gYear', '"令和8年度"', "2026.5", "ex:year"]
)
def test_a_year_that_is_none_is_refused_with_its_line(tmp_path: Path, value: str) -> None:
    report = checked(tmp_path, f"\nex:p a aln:PlanEdition ;\n  aln:firstFiscalYear {value} .")
    (file,) = report.inputs
    assert file.error is not None
    line = len(HEADER.splitlines()) + 2
    assert f"plan.ttl:{line}: " in file.error.text("ja")
    assert "xsd:integer" in file.error.text("en")


def test_blank_nodes_all_tied_to_each_other_take_no_time() -> None:
    nodes = [("blank", f"b{n}", "", "") for n in range(60)]
    knows = ("iri", "https://example.org/knows", "", "")
    started = time.perf_counter()
    named = blank.names((a, knows, b) for a in nodes for b in nodes)
    assert len(set(named.values())) == len(nodes)
    assert time.perf_counter() - started < 2


def test_a_list_keeps_all_its_members(tmp_path: Path) -> None:
    path = tmp_path / "list.ttl"
    path.write_text("<x:a> <x:p> (1 1 1 1 1 1 1 1 1 1 2) .", encoding="utf-8")
    given = len(list(parse(path=str(path))))
    dataset = load([path])
    assert len(list(dataset.statements_of(dataset.files[0]))) == given


def test_a_word_that_is_no_verdict_accepts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "links.ttl"
    path.write_text(
        HEADER + "ex:l a aln:Link ; aln:from ex:a ; aln:to ex:b ; aln:review ex:r ."
        "ex:r aln:reviewer '甲' ; aln:verdict code:verdict-rejected .",
        encoding="utf-8",
    )
    (row,) = load([path]).select("SELECT ?status WHERE { ?link aln:status ?status }")
    assert row["status"].value.endswith("status-proposed")


def test_two_documents_of_one_edition_do_not_mix(tmp_path: Path) -> None:
    for name, extra in (("概要版.txt", "施策2 緑化"), ("本編.txt", "施策3 花壇")):
        (tmp_path / name).write_text(
            "青葉市環境基本計画\n\n令和8年3月\n青葉市\n\n計画期間は令和8年度から令和12年度までの5年間です。\n\n"
            f"基本目標1 緑を増やす\n\n施策1 植樹\n\n{extra}\n",
            encoding="utf-8",
        )
    report = check(CheckOptions(paths=sorted(tmp_path.iterdir())))
    errors = [file.error for file in report.inputs if file.error]
    assert len(errors) == 1
    assert "概要版.txt" in errors[0].text("ja")


def test_corrections_beside_a_checked_document_count(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text("基本目標1 緑を増やす\n\n施策1 植樹\n\n施策2 緑化\n", encoding="utf-8")
    (tmp_path / "plan.corrections.toml").write_text(
        '[[correction]]\nfield = "period"\nvalue = "2026-2030"\nreason = "本編による"\n', "utf-8"
    )
    report = check(CheckOptions(paths=[text], select=["period-unknown"]))
    assert report.findings == ()
    assert report.plans[0].last_year == 2030
