"""A copy of the rules with one thing broken is refused, with its place and what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from alignchecker.engine import check as check_module
from alignchecker.engine.check import CheckOptions, check
from alignchecker.lang.strings import STRINGS
from alignchecker.model.errors import RuleError
from alignchecker.model.resources import resource
from alignchecker.rules.catalogue import Catalogue, load_catalogue
from tests.corpus import golden

from .running import refused_by_rdflib

SHAPES = resource("shapes")
INVERTED = "rule:period-inverted a sh:NodeShape"
APPLIES = "SELECT ?this WHERE { ?this a aln:PlanEdition ;\n          aln:firstFiscalYear ?first"


def changed(folder: Path, old: str, new: str, file: str = "period.ttl") -> Catalogue:
    """The catalogue with some words of one file, behind the shape period-inverted, replaced."""
    copy = folder / "shapes"
    shutil.copytree(SHAPES, copy)
    text = (copy / file).read_text(encoding="utf-8")
    before, shape, after = text.partition(INVERTED)
    assert old in (shape or before) + after
    text = before + (shape + after).replace(old, new, 1) if shape else before.replace(old, new, 1)
    (copy / file).write_text(text, encoding="utf-8")
    return load_catalogue(copy)


def refusal(folder: Path, old: str, new: str, file: str = "period.ttl") -> RuleError:
    with pytest.raises(RuleError) as caught:
        changed(folder, old, new, file)
    return caught.value


def line(text: str = INVERTED) -> int:
    lines = (SHAPES / "period.ttl").read_text(encoding="utf-8").splitlines()
    return next(n for n, content in enumerate(lines, start=1) if content.startswith(text))


BROKEN = {
    "translation missing": ('"Check the years and correct them."@en', '""@en', "aln:remedy", "@en"),
    "text twice": ('"The stated period"@en', '"a"@en , "b"@en', "dcterms:source", "2"),
    "message missing": ("sh:message", "rdfs:comment", "sh:message", "@ja"),
    "text of a list without a list": (
        "sh:severity", 'aln:rollUpMessage "あ"@ja , "a"@en ; sh:severity', "aln:rollUp true", "Add",
    ),
    "list without its text": ("sh:severity", "aln:rollUp true ; sh:severity", "aln:rollUpMessage",
                              "@ja"),
    "no identifier": ('dcterms:identifier "period-inverted" ;', "", "dcterms:identifier", "0"),
    "two profiles": ("profile:base", "profile:base , profile:children", "aln:profile", "2"),
    "no target": ("sh:targetClass aln:PlanEdition ;", "", "sh:targetClass", "0"),
    "no query": ("sh:select", "rdfs:label", "sh:select", "0"),
    "family": ('"period"', '"perod"', "aln:family", "'period'"),
    "severity": ("sh:Violation", "sh:Violaton", "sh:severity", "'Violation'"),
    "profile": ("profile:base", "profile:bas", "aln:profile", "'base'"),
    "softening": ("sh:severity", "aln:softenedBy aln:absense ; sh:severity", "aln:softenedBy",
                  "'absence'"),
    "need": ("sh:severity", "aln:needs aln:asof ; sh:severity", "aln:needs", "'asOf'"),
    "target class": ("sh:targetClass aln:PlanEdition", "sh:targetClass aln:PlanEditon",
                     "aln:PlanEditon", "'PlanEdition'"),
    "target that is no class": ("sh:targetClass aln:PlanEdition", "sh:targetClass aln:parent",
                                "aln:parent", "target"),
    "target property": ("sh:targetClass aln:PlanEdition", "sh:targetSubjectsOf aln:perent",
                        "aln:perent", "'parent'"),
    "property of a shape": ("aln:why", "aln:wy", "aln:wy", "'why'"),
    "term in the constraint": ("aln:firstFiscalYear ?firstYear ;", "aln:firstFiscalYr ?firstYear ;",
                               "aln:firstFiscalYr", "'firstFiscalYear'"),
    "term as an IRI": (
        "aln:firstFiscalYear ?firstYear ;",
        "<https://w3id.org/alignchecker/ns#firstYr> ?firstYear ;", "aln:firstYr", "sh:select",
    ),
    "code in appliesTo": (APPLIES, APPLIES.replace("aln:PlanEdition", "code:type-chidren"),
                          "code:type-chidren", "'type-children'"),
    "constraint that does not parse": ("FILTER (?lastYear < ?firstYear)", "FILTER (?lastYear <",
                                       "sh:select", "SPARQL"),
    "prefix that the shape does not declare": (
        "FILTER (?lastYear < ?firstYear)", "FILTER (?lastYear < ?firstYear) $this rdfs:label ?l .",
        "sh:select", "Prefix not found",
    ),
    "appliesTo that does not parse": (APPLIES, APPLIES.replace("WHERE {", "WHERE {{{"),
                                      "aln:appliesTo", "SPARQL"),
    "appliesTo that asks": (APPLIES, APPLIES.replace("SELECT ?this WHERE", "ASK"),
                            "aln:appliesTo", "SELECT"),
    "appliesTo without the node": (APPLIES, APPLIES.replace("SELECT ?this", "SELECT ?last"),
                                   "aln:appliesTo", "$this"),
    "request out": ("FILTER (?lastYear < ?firstYear)",
                    "SERVICE <http://example.org/> { $this a ?x }", "sh:select", "SERVICE"),
    "request out, in small letters": (APPLIES, APPLIES.replace(
        "WHERE", "from <http://example.org/> WHERE"), "aln:appliesTo", "FROM"),
    "request out, behind what looks like a string": (
        "FILTER (?lastYear < ?firstYear)",
        r"FILTER (?x = '\\'') SERVICE <http://example.org/> { $this a ?x } FILTER (?x = '')",
        "sh:select", "SERVICE",
    ),
    "request out, in escapes": (
        "FILTER (?lastYear < ?firstYear)",
        r"\\u0053ERVICE <http://example.org/> { $this a ?x }", "sh:select", r"\U",
    ),
    "query within a query": ("FILTER (?lastYear < ?firstYear)", "{ SELECT ?x WHERE { ?x a ?y } }",
                             "sh:select", "SELECT … SELECT"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "named", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_sound_rule_is_refused(
    tmp_path: Path, old: str, new: str, named: str, said: str
) -> None:
    error = refusal(tmp_path, old, new)
    place = f"{tmp_path / 'shapes' / 'period.ttl'}:{line()}: "
    for text in (error.text("ja"), error.text("en")):
        assert all(fault.startswith(place) for fault in re.findall(r"^.*ttl:.*$", text, re.M))
        assert text.startswith(place)
        assert named in text
    assert said in error.text("en")
    assert "ください" in error.text("ja")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    error = refusal(tmp_path, '"period" ; aln:profile profile:base', '"x" ; aln:profile profile:y')
    assert [re.search(r"aln:\w+", fault)[0] for fault in error.text("ja").splitlines()] == [  # type: ignore[index]
        "aln:family",
        "aln:profile",
    ]


def test_words_that_only_look_forbidden_are_none(tmp_path: Path) -> None:
    """aln:from, ?values, a comment and a string are no part of what SPARQL is asked to do."""
    old = "FILTER (?lastYear < ?firstYear)"
    new = (
        old
        + """ # no SERVICE, no aln:nonsense
        OPTIONAL { ?values aln:from $this ; aln:quotedAs ?from . FILTER (?from = 'MINUS') }"""
    )
    assert "period-inverted" in changed(tmp_path, old, new).rules


def test_an_identifier_used_twice_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, '"period-inverted"', '"period-unknown"')
    for text in (error.text("ja"), error.text("en")):
        (fault,) = text.splitlines()
        assert f"period.ttl:{line()}, " in fault
        assert f"period.ttl:{line('rule:period-unknown')}: " in fault
        assert "period-unknown" in fault


def test_a_shape_written_twice_is_refused(tmp_path: Path) -> None:
    """Copied and not renamed: in RDF the two become one shape with everything twice."""
    copy = tmp_path / "shapes"
    shutil.copytree(SHAPES, copy)
    shutil.copy(copy / "period.ttl", copy / "mine.ttl")
    with pytest.raises(RuleError) as caught:
        load_catalogue(copy)
    first = caught.value.text("en").splitlines()[0]
    assert re.search(
        r"mine\.ttl:\d+, .*period\.ttl:\d+: the rule id '[a-z-]+' is used twice", first
    )


def test_a_file_that_is_no_turtle_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "sh:targetClass aln:PlanEdition ;", "sh:targetClass aln:PlanEdition")
    assert re.search(r"period\.ttl:\d+: ", error.text("ja"))


def queries(catalogue: Catalogue) -> list[str]:
    """Rules with a query that rdflib cannot read."""
    return [rule.id for rule in catalogue.rules.values() if refused_by_rdflib(rule)]


def test_rdflib_reads_every_query() -> None:
    assert queries(load_catalogue()) == []


def test_a_query_that_only_oxigraph_reads_is_noticed(tmp_path: Path) -> None:
    """LATERAL is an extension that Oxigraph has and SPARQL 1.1 has not."""
    old = "FILTER (?lastYear < ?firstYear)"
    catalogue = changed(tmp_path, old, old + " LATERAL { $this a ?x }")
    assert queries(catalogue) == ["period-inverted"]


def test_a_rule_that_applies_to_nothing_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = changed(tmp_path, "?this a aln:PlanEdition ;", "?this a aln:Position ;")
    monkeypatch.setattr(check_module, "load_catalogue", lambda: catalogue)
    options = CheckOptions(
        paths=[golden.CITY], select=["period-inverted", "period-unknown"], as_of=golden.AS_OF
    )
    assert golden.idle(check(options)) == ["period-inverted"]


def test_what_a_rule_may_need_can_be_said_when_it_is_missing() -> None:
    needs = {name for rule in load_catalogue().rules.values() for name in rule.needs}
    assert needs
    assert {f"reason.needs-{name}" for name in needs} <= set(STRINGS)
