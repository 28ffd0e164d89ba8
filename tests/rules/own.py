"""A project with rules of its own."""

from __future__ import annotations

from pathlib import Path

from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.rules.catalogue import Catalogue, load_catalogue
from alignchecker.rules.own_rules import with_own_rules

HEADER = (
    SPARQL_PREFIXES
    + "PREFIX owl: <http://www.w3.org/2002/07/owl#>\nPREFIX ex: <https://example.jp/rules#>\n"
)
LINES = HEADER.count("\n")
PLAN = """
PREFIX data: <https://example.jp/data/>
data:plan a aln:PlanEdition ; dcterms:title "青葉市こども計画"@ja ;
    aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2029 .
data:m1 a aln:Measure ; aln:inPlan data:plan ; skos:prefLabel "居場所づくり"@ja ;
    aln:department "こども課" .
data:m2 a aln:Measure ; aln:inPlan data:plan ; skos:prefLabel "相談支援の充実"@ja .
"""
DOCUMENTED = """
ex:plan-too-short a sh:NodeShape , aln:Rule ; dcterms:identifier "plan-too-short" ;
    aln:family "city-hall" ; aln:profile <https://w3id.org/alignchecker/profile#base> ;
    aln:since "1" ;
    rdfs:label "計画期間が短い"@ja , "The period is short"@en ;
    rdfs:comment "期間を数えます。"@ja , "Counts years."@en ;
    aln:why "条例によります。"@ja , "The bylaw asks for it."@en ;
    aln:remedy "延ばしてください。"@ja , "Make it longer."@en ;
    dcterms:source "青葉市条例"@ja , "Bylaw"@en ;
    sh:targetClass aln:PlanEdition ; sh:severity sh:Warning ;
    aln:passingExample "ex:p a aln:PlanEdition ." ; aln:failingExample "ex:p a aln:PlanEdition ." ;
    sh:sparql [ sh:prefixes <https://w3id.org/alignchecker/shapes> ;
        sh:message "{?years}年しかありません。"@ja , "Only {?years} years."@en ;
        sh:select ''' SELECT $this (?b - ?a AS ?years) WHERE {
            $this aln:firstFiscalYear ?a ; aln:lastFiscalYear ?b FILTER (?b - ?a < 5) } ''' ] .
"""
PLAIN = """
ex:DepartmentShape a sh:NodeShape ; rdfs:label "担当課"@ja ;
    sh:targetClass aln:Measure ;
    sh:property [ sh:path aln:department ; sh:minCount 1 ] ;
    sh:property [ sh:path skos:prefLabel ; sh:maxLength 6 ; sh:severity sh:Info ] .
"""
SPARQL = """
ex:Years a sh:PropertyShape ; sh:targetClass aln:PlanEdition ; sh:path aln:lastFiscalYear ;
    sh:sparql [ sh:message "「{$this}」は{?value}までです。"@ja , "'{$this}' ends in {?value}."@en ;
        sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER (?value < 2030) }" ] .
"""
COMPONENT = """
ex:StartsWith a sh:ConstraintComponent ; sh:parameter [ sh:path ex:startsWith ] ;
    sh:validator [ a sh:SPARQLAskValidator ; sh:message "「{$startsWith}」で始めてください。"@ja ;
        sh:ask "ASK { FILTER (STRSTARTS(STR($value), $startsWith)) }" ] .
ex:Titles a sh:NodeShape ; sh:targetClass aln:PlanEdition ;
    sh:property [ sh:path dcterms:title ; ex:startsWith "緑野市" ] .
"""


def project(folder: Path, *shapes: str, plan: str = PLAN) -> Path:
    """A project folder with a plan and files of rules."""
    (folder / "plan.ttl").write_text(HEADER + plan, encoding="utf-8")
    (folder / "alignchecker.toml").write_text('shapes = ["rules-*.ttl"]\n', encoding="utf-8")
    for number, text in enumerate(shapes):
        (folder / f"rules-{number}.ttl").write_text(HEADER + text.lstrip(), encoding="utf-8")
    return folder


def catalogue(folder: Path, *shapes: str) -> Catalogue:
    """The catalogue with the rules of some texts."""
    files = []
    for number, text in enumerate(shapes):
        file = folder / f"rules-{number}.ttl"
        file.write_text(HEADER + text.lstrip(), encoding="utf-8")
        files.append(file)
    return with_own_rules(load_catalogue(), files)
