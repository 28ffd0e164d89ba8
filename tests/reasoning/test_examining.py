"""HermiT's verdicts: what contradicts itself, by which few axioms, and what is left in time."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from alignchecker.graph.rdf_files import read_rdf
from alignchecker.reasoning import explaining
from alignchecker.reasoning.explaining import examine
from alignchecker.reasoning.hermit import Hermit, OutOfTime, ReasonerError
from alignchecker.reasoning.suspects import Suspect
from alignchecker.reasoning.theory import Theory
from tests.corpus import golden

from .theories import EX, examined, kinds, theory_of

GOALS = "".join(f"ex:g{n} a aln:Item ; skos:prefLabel '{n}' . " for n in range(10))


def test_sound_statements(tmp_path: Path) -> None:
    found = examined(tmp_path, GOALS)
    assert found.contradictions == ()
    assert found.impossible == ()
    assert found.all_found


def test_every_contradiction_is_found_and_likes_are_counted(tmp_path: Path) -> None:
    found = examined(
        tmp_path,
        GOALS + "ex:g1 a aln:Link . ex:g2 a aln:Link . ex:g3 aln:parent ex:g4 , ex:g5 .",
        "ex:p aln:firstFiscalYear 2026 . ex:q aln:target 'こども大綱' .",
        "ex:p aln:firstFiscalYear 2027 .",
    )
    assert sorted((kinds(c), len(c.alike)) for c in found.contradictions) == [
        (["different", "functional", "value", "value"], 0),
        (["disjoint", "type", "type"], 1),
        (["functional", "value", "value"], 0),
        (["objects", "value"], 0),
    ]
    assert all(c.smallest for c in found.contradictions)
    assert found.all_found


def test_what_no_pattern_shows_is_found_by_leaving_out(tmp_path: Path) -> None:
    """A property of the user's own that says the same as the parent, of another goal."""
    found = examined(
        tmp_path,
        GOALS
        + """ex:below a owl:ObjectProperty ; rdfs:subPropertyOf aln:parent .
        ex:g7 aln:parent ex:g8 ; ex:below ex:g9 .""",
    )
    (contradiction,) = found.contradictions
    nodes = {node.value for axiom in contradiction.axioms for node in axiom.nodes()}
    assert nodes == {EX + "g7", EX + "g8", EX + "g9"}
    assert kinds(contradiction) == ["different", "functional", "other", "value", "value"]
    assert contradiction.smallest
    assert found.all_found


def test_what_merely_looks_contradictory_is_left_to_hermit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def everything(theory: Theory) -> list[Suspect]:
        return [Suspect(theory.statements[:3], theory.statements[:1])]

    monkeypatch.setattr(explaining, "suspects", everything)
    found = examined(tmp_path, GOALS + "ex:g1 a aln:Link .")
    assert [kinds(c)[0] for c in found.contradictions] == ["disjoint"]


def test_only_the_uppermost_impossible_class_is_named(tmp_path: Path) -> None:
    found = examined(
        tmp_path,
        """ex:Both a owl:Class ; rdfs:subClassOf aln:Measure , aln:PlanPart .
        ex:Special a owl:Class ; rdfs:subClassOf ex:Both . ex:Fine a owl:Class .""",
    )
    ((kind, why),) = found.impossible
    assert kind.value == EX + "Both"
    assert kinds(why) == ["disjoint", "subclass", "subclass", "subclass", "subclass"]


def test_a_term_of_the_ontology_that_a_file_spoils(tmp_path: Path) -> None:
    found = examined(tmp_path, "aln:Measure rdfs:subClassOf aln:Link . ex:m a aln:Measure .")
    assert [kind.value.rpartition("#")[2] for kind, _ in found.impossible] == ["Measure"]
    (contradiction,) = found.contradictions
    assert kinds(contradiction) == ["disjoint", "subclass", "subclass", "type"]


def test_axioms_that_contradict_each_other_without_any_statement(tmp_path: Path) -> None:
    found = examined(tmp_path, "owl:Thing rdfs:subClassOf owl:Nothing .")
    assert [kinds(c) for c in found.contradictions] == [["subclass"]]
    assert not found.all_found


def test_when_time_runs_out_the_set_found_so_far_is_shown(tmp_path: Path) -> None:
    """HermiT answers four times: that is enough to judge the files, and to leave out a part."""

    class Tiring(Hermit):
        answers = 4

        def first_contradictory(self, sets: object) -> int | None:
            self.answers -= 1
            if self.answers < 0:
                raise OutOfTime
            return super().first_contradictory(sets)  # type: ignore[arg-type]

    near = """ex:near a owl:ObjectProperty , owl:IrreflexiveProperty .
        ex:g7 ex:near ex:h . ex:h owl:sameAs ex:g7 ."""
    found = examine(theory_of(tmp_path, GOALS + near), Tiring(tmp_path, 300))
    (contradiction,) = found.contradictions
    assert not contradiction.smallest
    assert not found.all_found
    assert any(EX + "h" in str(a.triple) for a in contradiction.axioms)


def test_no_time_at_all(tmp_path: Path) -> None:
    with pytest.raises(OutOfTime):
        examined(tmp_path, GOALS, seconds=0.05)


def test_words_of_java_where_it_fails(tmp_path: Path) -> None:
    date = Literal("2026", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYear"))
    year = NamedNode("https://w3id.org/alignchecker/ns#firstFiscalYear")
    kind = NamedNode("http://www.w3.org/2002/07/owl#DatatypeProperty")
    typed = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    with pytest.raises(ReasonerError, match="UnsupportedDatatype"):
        Hermit(tmp_path, 300).contradictory(
            [Triple(year, typed, kind), Triple(NamedNode(EX + "p"), year, date)]
        )


def test_names_and_texts_that_are_hard_to_read(tmp_path: Path) -> None:
    found = examined(
        tmp_path,
        """<https://example.jp/青葉(仮)'s> a aln:Item ;
        aln:department "a\\"b\\\\c\\nd\\t😀 \\u0001 ^^<x> @ja" ;
            aln:text "\\u2028"@ja ; aln:order 1 .""",
    )
    assert found.contradictions == ()


def test_the_city_in_one_file_in_any_order_is_sound(tmp_path: Path) -> None:
    """Names then mean different things throughout; nothing in the city rests on their being one."""
    triples = [
        Triple(*statement)
        for file in sorted(golden.CITY.rglob("*.ttl"))
        for statement in read_rdf(file)
    ]
    random.Random(4).shuffle(triples)
    city = tmp_path / "city"
    city.mkdir()
    serialize(triples, str(city / "city.nt"), format=RdfFormat.N_TRIPLES)
    hermit = Hermit(tmp_path, 300, time.monotonic() + 900)
    found = examine(theory_of(city), hermit)
    assert found.contradictions == ()
    assert found.all_found
