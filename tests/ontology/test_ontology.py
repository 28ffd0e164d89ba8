"""The ontology is documented, declared and free of contradiction; the code lists are in order."""

from collections import Counter
from pathlib import Path

import owlready2
import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse, serialize

from alignchecker.reasoning.java import find_java

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ontology").glob("*.ttl"))
TRIPLES = [quad.triple for file in FILES for quad in parse(path=file)]
ALN, CODE = "https://w3id.org/alignchecker/ns#", "https://w3id.org/alignchecker/code#"
EX = "https://example.org/"
PREFIXES = {
    "aln": ALN,
    "code": CODE,
    "ex": EX,
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
STORE = Store()
for path in FILES:
    STORE.bulk_load(path=path)


def rows(query: str) -> list[tuple[str, ...]]:
    """The values of a SELECT over ontology/*.ttl."""
    solutions = STORE.query(query, prefixes=PREFIXES)
    assert isinstance(solutions, QuerySolutions)
    return [tuple(term.value for term in solution) for solution in solutions]


def column(query: str) -> list[str]:
    return [value for (value,) in rows(query)]


def languages(subject: str, predicate: str) -> set[str]:
    return set(column(f"SELECT (LANG(?text) AS ?l) {{ <{subject}> {predicate} ?text }}"))


TERMS = column(
    """SELECT DISTINCT ?term {
      VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
      ?term a ?kind FILTER(STRSTARTS(STR(?term), STR(aln:))) } ORDER BY ?term"""
)
CONCEPTS = column("SELECT ?concept { ?concept a skos:Concept } ORDER BY ?concept")


def test_there_is_something_to_check() -> None:
    assert len(TERMS) > 100
    assert len(CONCEPTS) > 100


@pytest.mark.parametrize("term", TERMS)
def test_term_is_documented_in_both_languages(term: str) -> None:
    for predicate in ("rdfs:label", "rdfs:comment", "skos:example"):
        assert languages(term, predicate) >= {"ja", "en"}, predicate
    assert column(f"SELECT ?ontology {{ <{term}> rdfs:isDefinedBy ?ontology }}")


@pytest.mark.parametrize("concept", CONCEPTS)
def test_concept_is_named_and_listed(concept: str) -> None:
    assert languages(concept, "skos:prefLabel") == {"ja", "en"}
    assert languages(concept, "skos:definition") == {"ja", "en"}
    (notation,) = column(f"SELECT ?notation {{ <{concept}> skos:notation ?notation }}")
    assert concept.endswith(notation)
    (scheme,) = column(f"SELECT ?s {{ <{concept}> skos:inScheme ?s ; skos:topConceptOf ?s }}")
    assert languages(scheme, "skos:prefLabel") == {"ja", "en"}


def test_no_notation_twice_in_a_scheme() -> None:
    notations = rows("SELECT ?scheme ?n { ?concept skos:inScheme ?scheme ; skos:notation ?n }")
    assert [pair for pair, count in Counter(notations).items() if count > 1] == []


def test_every_term_used_is_declared() -> None:
    declared = {triple.subject for triple in TRIPLES if triple.predicate.value.endswith("#type")}
    used = {
        term
        for triple in TRIPLES
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, NamedNode) and term.value.startswith((ALN, CODE))
    }
    assert used - declared == set()


def test_only_datatypes_that_the_reasoner_takes() -> None:
    kinds = {t.object.datatype.value for t in TRIPLES if isinstance(t.object, Literal)}
    taken = {"string", "langString", "boolean", "integer"}
    assert {kind.rpartition("#")[2] for kind in kinds} <= taken
    ranges = column("SELECT DISTINCT ?range { ?p a owl:DatatypeProperty ; rdfs:range ?range }")
    assert {value.rpartition("#")[2] for value in ranges} <= {
        "Literal",
        "boolean",
        "decimal",
        "integer",
        "string",
    }


def test_code_lists_are_complete() -> None:
    """Every plan type has a level, every verb a force, every force a cap."""
    for scheme, predicate in (
        ("plan-types", "aln:administrationLevel"),
        ("plan-types", "aln:titleWord"),
        ("relation-verbs", "aln:legalForce"),
        ("forces", "aln:severityCap"),
    ):
        assert not column(
            f"""SELECT ?c {{ ?c skos:inScheme code:{scheme}
                FILTER NOT EXISTS {{ ?c {predicate} ?value }} }}"""
        )


def test_no_phrase_or_title_word_is_ambiguous() -> None:
    phrases = column("SELECT ?phrase { ?verb aln:phrase ?phrase }")
    words = rows("SELECT ?level ?w { ?type aln:titleWord ?w ; aln:administrationLevel ?level }")
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []
    assert [word for word, count in Counter(words).items() if count > 1] == []


def longest(text: str, query: str) -> str:
    """The notation that goes with the longest of the words that occur in the text."""
    fitting = [(word, notation) for word, notation in rows(query) if word in text]
    return max(fitting, key=lambda entry: len(entry[0]))[1]


@pytest.mark.parametrize(
    ("title", "plan_type"),
    [
        ("小美玉市こども計画", "children"),
        ("青葉市こども総合計画", "children"),
        ("市町村こども・若者計画", "youth"),
        ("第3期小美玉市子ども・子育て支援事業計画", "childcare"),
        ("第4次小美玉市地域福祉計画", "community-welfare"),
        ("重層的支援体制整備事業実施計画", "multilayered-support"),
        ("第7期青葉市障がい福祉計画", "disability-welfare"),
        ("小美玉市第2次総合計画（後期基本計画）", "comprehensive"),
        ("「笠岡市子ども条例」に定める計画", "ordinance"),
    ],
)
def test_title_word_shows_the_plan_type(title: str, plan_type: str) -> None:
    words = """SELECT ?word ?notation { ?type aln:titleWord ?word ; skos:notation ?notation ;
               aln:administrationLevel code:level-municipality }"""
    assert longest(title, words) == plan_type


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("「こども大綱」及び「茨城県こども計画」を勘案するとともに", "weigh"),
        ("「第3次小美玉市地域福祉計画」のもと、", "under"),
        ("市の関連個別計画との連携や整合をとり", "align"),
        ("「第3期小美玉市子ども・子育て支援事業計画」に倣いつつ", "model"),
        ("「小美玉市総合計画」を基盤とし、", "foundation"),
        ("各分野の計画と連携しながら", "cooperate"),
        ("「笠岡市子ども条例」に定める計画を内包する計画として", "include"),
        ("関連する分野の個別計画として位置づけ、", "sectoral"),
        ("関連する各種計画とも整合を図りました", "align"),
        ("基本指針に即して", "accord"),
        ("地域福祉計画と調和が保たれたもの", "harmonize"),
    ],
)
def test_phrase_shows_the_verb(text: str, verb: str) -> None:
    phrases = "SELECT ?phrase ?notation { ?verb aln:phrase ?phrase ; skos:notation ?notation }"
    assert longest(text, phrases) == verb


def reason(folder: Path, facts: str = "") -> owlready2.World:
    """A world with the ontology, the code lists and some facts in Turtle, classified by HermiT.

    owlready2 reads no Turtle, so it is given N-Triples.
    """
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    added = [quad.triple for quad in parse(prefixes + facts, format=RdfFormat.TURTLE)]
    file = folder / "ontology.nt"
    serialize(TRIPLES + added, file, format=RdfFormat.N_TRIPLES)
    world = owlready2.World()
    world.get_ontology(file.as_uri()).load()
    owlready2.JAVA_EXE = str(find_java())
    owlready2.sync_reasoner_hermit(world, debug=0)
    return world


def test_every_class_can_have_members(tmp_path: Path) -> None:
    world = reason(tmp_path)
    assert len([c for c in world.classes() if c.iri.startswith(ALN)]) > 20
    assert list(world.inconsistent_classes()) == []


def test_a_class_without_possible_members_is_noticed(tmp_path: Path) -> None:
    world = reason(tmp_path, "ex:Both a owl:Class ; rdfs:subClassOf aln:Item , aln:Link .")
    assert [c.iri for c in world.inconsistent_classes() if c.iri.startswith(EX)] == [EX + "Both"]


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("ex:a a aln:Item , aln:Link .", id="disjoint classes"),
        pytest.param("ex:a aln:from ex:b . ex:b a aln:PlanEdition .", id="link from a plan"),
        pytest.param("ex:a aln:firstFiscalYear 2026 , 2027 .", id="two first years"),
        pytest.param('ex:a aln:firstFiscalYear "令和8年度" .', id="year that is no number"),
        pytest.param("ex:a aln:parent ex:b . ex:b aln:parent ex:a .", id="parents of each other"),
        pytest.param(
            "ex:a aln:relation ex:r . ex:b aln:relation ex:r . ex:a owl:differentFrom ex:b .",
            id="relation of two plans",
        ),
    ],
)
def test_a_contradiction_is_noticed(tmp_path: Path, facts: str) -> None:
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(tmp_path, facts)


def test_what_follows_from_few_facts(tmp_path: Path) -> None:
    world = reason(
        tmp_path,
        """
        ex:record aln:ofMeasure ex:measure .
        ex:link aln:from ex:measure ; aln:noCounterpartIn ex:outline .
        ex:part a aln:PlanPart ; dcterms:isVersionOf ex:series ; aln:hasIndicator ex:indicator .
        ex:indicator aln:sameIndicator ex:other .
        ex:provision a aln:Provision ; aln:demands ex:demand .
        """,
    )
    inferred = {
        name: {c.iri for c in world[EX + name].INDIRECT_is_a if hasattr(c, "iri")}
        for name in ("record", "measure", "link", "outline", "part", "series", "other", "demand")
    }
    assert {ALN + "Measure", ALN + "Item"} <= inferred["measure"]
    assert ALN + "ProgressRecord" in inferred["record"]
    assert ALN + "Link" in inferred["link"]
    assert ALN + "PlanEdition" in inferred["outline"] & inferred["part"]
    assert ALN + "PlanSeries" in inferred["series"]
    assert ALN + "Indicator" in inferred["other"]
    assert ALN + "Demand" in inferred["demand"]
