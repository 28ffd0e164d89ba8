"""``coverage --output-format turtle``: the figures of the tables as measurements of DQV."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.query import ResultRow

from alignchecker.model.names import ALN, CODE, DQV
from alignchecker.model.resources import resource
from tests.shapes.running import EXAMPLE

from .running import run

ALNS, CODES, QUALITY = Namespace(ALN), Namespace(CODE), Namespace(DQV)
PLACES = ["data", "tests/corpus/aoba"]
PLANS = (
    EXAMPLE
    + """
ex:above a aln:PlanEdition ; dcterms:title "青葉市総合計画"@ja ;
    aln:planType code:type-comprehensive .
ex:goal a aln:Item ; aln:inPlan ex:above ; skos:prefLabel "福祉"@ja ; aln:answerable true .
ex:p a aln:PlanEdition ; dcterms:title "青葉市地域福祉計画"@ja ; aln:form code:form-%s ;
    aln:relation ex:r .
ex:r a aln:PlanRelation ; aln:target ex:above ; aln:verb code:verb-accord .
ex:m1 a aln:Measure ; aln:inPlan ex:p ; aln:levelName "施策" ; skos:prefLabel "見守り"@ja ;
    aln:order 1 .
ex:m2 a aln:Measure ; aln:inPlan ex:p ; aln:levelName "施策" ; skos:prefLabel "居場所"@ja ;
    aln:order 2 .
"""
)  # fmt: skip


@cache
def figures(path: str, *options: str) -> Graph:
    done = run("coverage", path, "--output-format", "turtle", *options)
    assert done.status == 0, done.err
    return Graph().parse(data=done.out, format="turtle")


def value(graph: Graph, metric: str, plan: str, higher: str | None = None) -> object:
    """What was measured; None where nothing was."""
    found = [
        graph.value(node, QUALITY.value)
        for node in graph.subjects(QUALITY.isMeasurementOf, CODES[f"metric-{metric}"])
        if graph.value(node, QUALITY.computedOn) == URIRef(plan)
        and graph.value(node, ALNS.measuredAgainst) == (URIRef(higher) if higher else None)
    ]
    assert len(found) <= 1, "measured twice"
    return cast(Literal, found[0]).toPython() if found else None


@pytest.mark.parametrize("path", PLACES)
def test_figures_are_those_of_the_json(path: str) -> None:
    document = json.loads(run("coverage", path, "--output-format", "json").out)
    graph = figures(path)
    assert document["relations"]
    measured = 0
    for table in document["relations"]:
        plan, higher = table["plan"]["iri"], table["higher"]["iri"]
        for side, depth, suffix in (
            ("items", "deep", ""), ("items", "shallow", "-direct"), ("measures", "deep", ""),
        ):  # fmt: skip
            counts = table[side][depth]
            total = sum(counts.values())
            for name, count in counts.items():
                is_known = total > 0 and (count > 0 or counts["unknown"] == 0)
                found = value(graph, f"{side}-{name}{suffix}", plan, higher)
                assert found == (count if is_known else None), (plan, higher, side, name)
                measured += is_known
            share = value(graph, f"{side}-share{suffix}", plan, higher)
            counted = total - counts["waived"]
            if counts["unknown"] or not counted:
                assert share is None
            else:
                assert share == pytest.approx(
                    Decimal(counts["accepted"]) / counted, abs=Decimal("0.0001")
                )
    metrics = map(str, graph.objects(None, QUALITY.isMeasurementOf))
    assert measured == sum("-indicators-" not in m and "-share" not in m for m in metrics)
    assert measured >= 15


@pytest.mark.parametrize("path", PLACES)
def test_measures_and_indicators_are_those_of_the_json(path: str) -> None:
    document = json.loads(run("coverage", path, "--output-format", "json").out)
    graph = figures(path)
    for plan in document["plans"]:
        present = sum(bool(item["indicators"]) for item in plan["items"])
        waived = sum(not i["indicators"] and i["waived"] is not None for i in plan["items"])
        left = len(plan["items"]) - present - waived
        unknown, missing = (left, 0) if plan["partial"] else (0, left)
        for name, count in (
            ("present", present), ("waived", waived), ("missing", missing), ("unknown", unknown),
        ):  # fmt: skip
            is_known = bool(plan["items"]) and (count > 0 or not unknown)
            found = value(graph, f"indicators-{name}", plan["iri"])
            assert found == (count if is_known else None), (plan["title"], name)


@pytest.mark.parametrize("path", PLACES)
def test_every_measurement_is_whole_and_of_a_metric_of_the_ontology(path: str) -> None:
    ontology = Graph()
    for file in resource("ontology").glob("*.ttl"):
        ontology.parse(file)
    metrics = set(ontology.subjects(RDF.type, QUALITY.Metric))
    graph = figures(path)
    for node in graph.subjects(RDF.type, QUALITY.QualityMeasurement):
        assert isinstance(node, URIRef)
        (metric,) = graph.objects(node, QUALITY.isMeasurementOf)
        (measured,) = graph.objects(node, QUALITY.value)
        (plan,) = graph.objects(node, QUALITY.computedOn)
        assert metric in metrics
        assert cast(Literal, measured).datatype == ontology.value(metric, QUALITY.expectedDataType)
        assert isinstance(plan, URIRef)
        assert (plan, None, None) not in graph, "a file that describes a plan is read as its source"


def test_sums_over_plans_are_a_query() -> None:
    graph = figures("data")
    query = """SELECT (SUM(?n) AS ?sum) WHERE { ?m dqv:isMeasurementOf ?metric ; dqv:value ?n ;
               dqv:computedOn ?plan ; aln:measuredAgainst ?higher
               FILTER (?metric IN (code:metric-items-accepted, code:metric-items-proposed)) }"""
    (row,) = graph.query(query, initNs={"dqv": QUALITY, "aln": ALNS, "code": CODES})
    document = json.loads(run("coverage", "data", "--output-format", "json").out)
    sides = [table["items"]["deep"] for table in document["relations"]]
    expected = sum(side["accepted"] + side["proposed"] for side in sides)
    assert expected > 20
    assert cast(Literal, cast(ResultRow, row)[0]).toPython() == expected


@pytest.mark.parametrize(
    ("form", "of_indicators"),
    [
        ("full", {"present": 0, "waived": 0, "missing": 2, "unknown": 0, "share": Decimal(0)}),
        ("summary", {**dict.fromkeys(["present", "waived", "missing", "share"]), "unknown": 2}),
    ],
)
def test_what_is_unknown_is_no_zero(
    tmp_path: Path, form: str, of_indicators: dict[str, object]
) -> None:
    (tmp_path / "plans.ttl").write_text(PLANS % form, encoding="utf-8")
    graph = figures(str(tmp_path))
    plan, higher = "https://example.org/p", "https://example.org/above"
    assert value(graph, "items-unknown", plan, higher) == 1, "nobody has begun to link the two"
    for name in ("accepted", "proposed", "waived", "open", "share"):
        assert value(graph, f"items-{name}", plan, higher) is None, name
    for name, expected in of_indicators.items():
        assert value(graph, f"indicators-{name}", plan) == expected, name


def test_a_plan_thought_away_and_the_date_are_told() -> None:
    plan = "https://w3id.org/alignchecker/data/08236/children/fy2026"
    graph = figures("data", "--without", plan, "--as-of", "2026-10-01")
    nodes = set(graph.subjects(RDF.type, QUALITY.QualityMeasurement))
    assert nodes
    assert set(graph.subjects(ALNS.supposedWithout, URIRef(plan))) == nodes
    before = set(figures("data").subjects(RDF.type, QUALITY.QualityMeasurement))
    assert not nodes & before, "a supposition is not to be taken for what is"
    higher = "https://w3id.org/alignchecker/data/jp/children-outline/2023"
    assert value(graph, "items-open", plan, higher) == 26
    assert value(graph, "measures-open", plan, higher) is None, "there are none to be counted"
    assert "2026-10-01" in {
        str(day) for day in graph.objects(None, URIRef("http://purl.org/dc/terms/date"))
    }


def test_equal_inputs_give_equal_bytes() -> None:
    one, other = (run("coverage", "data", "--output-format", "turtle").out for _ in range(2))
    assert one == other
    assert "_:" not in one
