"""What the reasoner is given, and what is kept from it."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from alignchecker.reasoning.axioms import Kind, triples_of
from alignchecker.reasoning.theory import Theory

from .theories import EX, theory_of


def statements(theory: Theory) -> set[tuple[str, str]]:
    """(property, value) of what is said of ex:p."""
    about = [s.triple for s in theory.statements if s.triple[0] == NamedNode(EX + "p")]
    return {(p.value.rpartition("#")[2], getattr(o, "value", "")) for _, p, o in about}


def test_dates_notes_and_imports_stay_out(tmp_path: Path) -> None:
    theory = theory_of(
        tmp_path,
        """<http://example.org/terms> a owl:Ontology ; owl:imports <http://example.org/more> .
        ex:reviewed a owl:DatatypeProperty .
        ex:p a aln:PlanEdition ; dcterms:title "第2次青葉市環境基本計画"@ja ;
            aln:firstFiscalYear 2024 ; ex:reviewed "2026-04-01"^^xsd:date ,
            "2026"^^xsd:gYear , "12"^^xsd:integer , "twelve"^^xsd:integer ;
            rdfs:comment "注記" .""",
    )
    assert statements(theory) == {
        ("type", "https://w3id.org/alignchecker/ns#PlanEdition"),
        ("firstFiscalYear", "2024"),
        (EX + "reviewed", "12"),
    }
    given = {t.predicate.value for t in triples_of([*theory.ontology, *theory.statements])}
    assert "http://www.w3.org/2002/07/owl#imports" not in given


def test_derived_facts_stay_out(tmp_path: Path) -> None:
    theory = theory_of(
        tmp_path,
        """ex:p a aln:PlanEdition . ex:i a aln:Item ; aln:inPlan ex:p .""",
    )
    assert not [s for s in theory.statements if s.triple[1].value.endswith("#itemCount")]


def test_text_that_xml_cannot_hold_and_long_text_keep_apart(tmp_path: Path) -> None:
    long = "青葉" * 200
    theory = theory_of(
        tmp_path,
        f"""ex:p a aln:Item ; aln:text "a\\u0001" , "a\\u0002" , "{long}あ"@ja , "{long}い"@ja .""",
    )
    own = [s for s in theory.statements if s.triple[0] == NamedNode(EX + "p")]
    values = {s.triple[2] for s in own if s.kind is Kind.VALUE}
    assert len(values) == 4
    assert all(len(str(value)) < 120 for value in values)
    assert {str(s.detail[0]).count("青葉") for s in own if s.detail} == {0, 200}


def test_the_same_statement_in_two_files_is_one(tmp_path: Path) -> None:
    said = "ex:p a aln:PlanEdition ; aln:firstFiscalYear 2024 ."
    assert len(theory_of(tmp_path, said, said).statements) == len(
        theory_of(tmp_path, said).statements
    )


def test_names_differ_within_a_file_only(tmp_path: Path) -> None:
    theory = theory_of(
        tmp_path,
        "ex:i aln:parent ex:a . ex:j aln:parent ex:b . ex:c owl:sameAs ex:a .",
        "ex:k aln:parent ex:z .",
    )
    a, b, c, z = (NamedNode(EX + name) for name in "abcz")
    assert theory.differ(a, b)
    assert theory.differ(c, b)
    assert theory.differ(a, z) is None
    assert theory.differ(a, c) is None
    assert theory.differ(a, a) is None


def test_class_expressions_are_blank_nodes_and_unnamed_relations_are_not(tmp_path: Path) -> None:
    theory = theory_of(
        tmp_path, "ex:p aln:relation [ a aln:PlanRelation ; aln:quotedAs '青葉市総合計画'@ja ] ."
    )
    only = next(axiom for axiom in theory.ontology if axiom.kind is Kind.ONLY)
    assert isinstance(only.triple[2], NamedNode)
    assert isinstance(next(triples_of([only])).object, BlankNode)
    relations = [t for t in triples_of(theory.statements) if t.predicate.value.endswith("relation")]
    assert all(isinstance(t.object, NamedNode) for t in relations)
    assert relations


def test_lists_of_disjoint_classes_come_as_pairs(tmp_path: Path) -> None:
    theory = theory_of(
        tmp_path,
        """ex:A a owl:Class . ex:B a owl:Class . ex:C a owl:Class .
        [] a owl:AllDisjointClasses ; owl:members ( ex:A ex:B ex:C ) .
        [] a owl:AllDifferent ; owl:distinctMembers ( ex:x ex:y ) .""",
    )
    own = [a for a in theory.ontology if a.kind is Kind.DISJOINT and EX in str(a.triple[0])]
    assert len(own) == 3
    assert [a.kind for a in theory.statements if EX in str(a.triple[0])] == [Kind.DIFFERENT]
