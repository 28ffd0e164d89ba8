"""What departments of a list and records of progress are called, and where they belong."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from alignchecker.graph.describe import Describer
from tests.shapes.running import dataset_of

EX = "https://example.org/"
GRAPH = """
    ex:old a aln:Department ; org:unitOf ex:city ; skos:prefLabel "商工観光課"@ja ;
        aln:successorName "観光課" , "商工課" .
    ex:new a aln:Department ; org:unitOf ex:city ; skos:prefLabel "観光課"@ja .
    ex:plan a aln:PlanEdition .
    ex:m a aln:Measure ; aln:inPlan ex:plan ; skos:prefLabel "回遊の促進"@ja .
    ex:gone a aln:RemovedItem ; aln:removedFrom ex:plan ; skos:prefLabel "観光列車"@ja .
    ex:r a aln:ProgressRecord ; aln:ofMeasure ex:m ; aln:fiscalYear 2025 .
    ex:s a aln:ProgressRecord ; aln:ofMeasure ex:gone ; aln:fiscalYear 2024 .
    """


@pytest.mark.parametrize(
    ("node", "label"),
    [
        ("old", "商工観光課 → 商工課・観光課"),
        ("new", "観光課"),
        ("r", "回遊の促進 2025"),
        ("s", "観光列車 2024"),
    ],
)
def test_labels(node: str, label: str) -> None:
    assert Describer(dataset_of(GRAPH)).label(NamedNode(EX + node)) == label


@pytest.mark.parametrize("node", ["r", "s"])
def test_a_record_belongs_to_the_plan_of_its_item(node: str) -> None:
    assert Describer(dataset_of(GRAPH)).plan_of(NamedNode(EX + node)) == NamedNode(EX + "plan")
