"""The picture of the ontology: what it shows is in the ontology, all of it, and can be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import DefaultGraph, Store

from alignchecker.model.names import ALN, SPARQL_PREFIXES

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
PICTURE = ElementTree.fromstring((ROOT / "docs" / "ontology.svg").read_text("utf-8"))
MAIN = {
    "PlanSeries",
    "PlanEdition",
    "PlanPart",
    "PlanRelation",
    "Item",
    "Measure",
    "Link",
    "Review",
    "Indicator",
    "IndicatorValue",
    "Act",
    "Provision",
    "Demand",
    "ProgressRecord",
}
READING_NOTES = {"mentionedIn"}
"""Not drawn: it says how a text was read."""


@pytest.fixture(scope="module")
def ontology() -> Store:
    store = Store()
    store.load(path=ROOT / "ontology" / "alignchecker.ttl", to_graph=DefaultGraph())
    return store


def asked(store: Store, pattern: str) -> set[tuple[str, ...]]:
    rows = store.query(f"{SPARQL_PREFIXES}PREFIX owl: <http://www.w3.org/2002/07/owl#>\n{pattern}")
    return {tuple(term.value.removeprefix(ALN) for term in row) for row in rows}  # type: ignore[union-attr]


def texts(root: ElementTree.Element = PICTURE) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_it_shows_the_main_classes_with_their_labels(ontology: Store) -> None:
    names = {text.text for text in PICTURE.iter(f"{SVG}text") if text.get("class") == "name"}
    assert names == MAIN | {"org:FormalOrganization"}
    labels = asked(ontology, "SELECT ?c ?l WHERE { ?c a owl:Class ; rdfs:label ?l }")
    shown = " ".join(texts())
    for name in MAIN:
        mine = {label for term, label in labels if term == name}
        assert len(mine) == 2
        assert all(label in shown for label in mine)


def test_it_shows_all_that_ties_them(ontology: Store) -> None:
    """Read anew, by SPARQL: domains and ranges, superclasses, restrictions."""
    ties = asked(
        ontology,
        "SELECT ?p ?d ?r WHERE { ?p a owl:ObjectProperty ; rdfs:domain/(owl:unionOf/rdf:rest*/"
        "rdf:first)? ?d ; rdfs:range/(owl:unionOf/rdf:rest*/rdf:first)? ?r "
        "FILTER NOT EXISTS { ?p aln:derivedFact true } FILTER(ISIRI(?d) && ISIRI(?r)) }",
    )
    ties |= {
        ("rdfs:subClassOf", *pair)
        for pair in asked(ontology, "SELECT ?c ?a WHERE { ?c rdfs:subClassOf ?a FILTER ISIRI(?a) }")
    }
    told = (PICTURE.findtext(f"{SVG}desc") or "").split("; ")
    said = {(t.split(": ", 1)[1].split()[0], *t.split(": ")[0].split(" → ")) for t in told}
    main = {tie for tie in ties if set(tie[1:]) <= MAIN and tie[0] not in READING_NOTES}
    assert len(main) > 20
    assert main <= said
    assert {tie for tie in said - main if ":" not in tie[0]} == {("contributesTo", "Item", "Item")}
    words = {word for text in texts() for word in text.split()}
    assert {tie[0] for tie in said} - {"rdfs:subClassOf"} <= words


def rectangles(kind: str) -> Iterator[tuple[float, float, float, float]]:
    for rect in PICTURE.iter(f"{SVG}rect"):
        if rect.get("class") == kind and rect.get("width") != "100%":
            left, top = float(rect.get("x", "")), float(rect.get("y", ""))
            yield (
                left,
                top,
                left + float(rect.get("width", "")),
                top + float(rect.get("height", "")),
            )


def test_no_words_run_into_other_words_or_boxes() -> None:
    drawn = [*rectangles("box"), *rectangles("paper")]
    assert len(drawn) > 30
    for one, other in combinations(drawn, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_every_line_runs_from_one_box_to_another() -> None:
    boxes = list(rectangles("box"))
    for line in PICTURE.iter(f"{SVG}line"):
        ends = [(float(line.get(f"x{n}", "")), float(line.get(f"y{n}", ""))) for n in (1, 2)]
        met = [
            [b for b in boxes if b[0] - 1 <= x <= b[2] + 1 and b[1] - 1 <= y <= b[3] + 1]
            for x, y in ends
        ]
        assert [len(found) for found in met] == [1, 1]
        assert met[0] != met[1]


def test_it_is_told_where_a_main_class_is_gone(tmp_path: Path) -> None:
    for folder in ("docs", "ontology", "shapes", "alignchecker/queries/saved"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    file = tmp_path / "ontology" / "alignchecker.ttl"
    text = file.read_text("utf-8")
    file.write_text(text.replace("aln:Review ", "aln:Verdict "), "utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "docs" / "generate.py"), "--check"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "The ontology has no class Review: mend PLACES in" in done.stderr
