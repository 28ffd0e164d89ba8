"""Rules that a project brings, from the files to the reports."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

import alignchecker.engine
from alignchecker.cli.check import status
from alignchecker.cli.checking import Asked, check_options
from alignchecker.engine.check import CheckOptions, check
from alignchecker.model.finding import Finding, Outcome, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import check_json, check_text
from alignchecker.rules.baseline import Baseline
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.configuration import read
from alignchecker.rules.own_rules import with_own_rules
from tests.bench.renamed_rules import IRI, renamed, write_renamed
from tests.corpus import golden
from tests.rules.own import COMPONENT, DOCUMENTED, HEADER, LINES, PLAIN, SPARQL, project

WAIVER = """
[[waiver]]
kind = "対象外"
plan = "青葉市こども計画"
item = "相談支援の充実"
against = "department-shape"
reason = "全庁で取り組む"
person = "企画課長"
date = 2026-06-01
"""


def options(folder: Path, asked: Asked | None = None) -> CheckOptions:
    return check_options([folder], read(folder / "alignchecker.toml"), asked or Asked())


def checked(folder: Path, engine: str = "fast") -> Report:
    return check(options(folder, Asked(engine=engine)))


def own(report: Report, *rules: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule in rules]


def text(folder: Path, report: Report, lang: str = "ja") -> str:
    console = Console(file=io.StringIO(), width=120, color_system=None)
    rules = with_own_rules(load_catalogue(), options(folder).shapes).rules
    check_text.render(report, rules, lang, console, statistics=True)
    stream = console.file
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


def document(folder: Path, report: Report, lang: str = "ja") -> dict[str, list[dict[str, object]]]:
    rules = with_own_rules(load_catalogue(), options(folder).shapes).rules
    found = json.loads(check_json.render(report, rules, lang))
    schema = Path(check_json.__file__).parent / "schemas" / "check.schema.json"
    jsonschema.validate(found, json.loads(schema.read_text(encoding="utf-8")))
    assert isinstance(found, dict)
    return found


# ---- kinds of shapes


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_a_documented_rule_is_like_any_other(tmp_path: Path, engine: str) -> None:
    folder = project(tmp_path, DOCUMENTED)
    report = checked(folder, engine)
    (finding,) = own(report, "plan-too-short")
    assert finding.severity is Severity.WARNING
    (told,) = [f for f in document(folder, report)["findings"] if f["rule"] == "plan-too-short"]
    assert (told["message"], told["remedy"]) == ("3年しかありません。", "延ばしてください。")


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_core_constraints_tell_path_value_and_a_plain_sentence(tmp_path: Path, engine: str) -> None:
    folder = project(tmp_path, PLAIN)
    report = checked(folder, engine)
    found = own(report, "department-shape")
    assert {(f.component, f.severity, f.focus.label) for f in found} == {
        ("MinCount", Severity.VIOLATION, "相談支援の充実"),
        ("MaxLength", Severity.INFO, "相談支援の充実"),
    }
    told = [f for f in document(folder, report)["findings"] if f["rule"] == "department-shape"]
    assert [f["message"] for f in told] == [
        "「担当課」が足りません（1件以上必要です）。",
        "「skos/core#prefLabel」の値「相談支援の充実」は6文字以内でなければなりません。".replace(
            "skos/core#", ""
        ),
    ]
    english = [f["message"] for f in document(folder, report, "en")["findings"]]
    assert "The value '相談支援の充実' of 'prefLabel' must have at most 6 characters." in english
    assert all(f["path"] for f in told)
    assert "plan.ttl" in str(told[0]["locations"])


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_a_sparql_constraint_says_its_own_message(tmp_path: Path, engine: str) -> None:
    folder = project(tmp_path, SPARQL)
    (told,) = [
        f for f in document(folder, checked(folder, engine))["findings"] if f["rule"] == "years"
    ]
    assert "2029までです。" in str(told["message"])
    assert told["path"] == {
        "type": "uri",
        "value": "https://w3id.org/alignchecker/ns#lastFiscalYear",
    }
    assert told["value"] == {
        "type": "literal",
        "value": "2029",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }


def test_what_is_not_known_here_goes_to_pyshacl_and_the_run_says_so(tmp_path: Path) -> None:
    folder = project(tmp_path, COMPONENT, PLAIN)
    report = checked(folder)
    (finding,) = own(report, "titles")
    assert finding.stated == {"ja": "「緑野市」で始めてください。"}
    runs = {run.rule: run for run in report.rules}
    assert (runs["titles"].engine, runs["department-shape"].engine) == ("pyshacl", "fast")
    assert "https://example.jp/rules#startsWith" in str(runs["titles"].left)
    shown = text(folder, report)
    assert "pySHACL で検査した規則 1件" in shown
    assert "規則「titles」は一括では検査できない書き方" in shown
    listed = {run["id"]: run for run in document(folder, report)["rules"]}
    assert listed["titles"]["engine"] == "pyshacl"
    assert listed["department-shape"]["engineReason"] is None


def test_an_ill_formed_shape_fails_and_the_others_run(tmp_path: Path) -> None:
    broken = "ex:Broken a sh:NodeShape ; sh:targetClass aln:Measure ; sh:minCount 1 ."
    report = checked(project(tmp_path, broken, PLAIN))
    runs = {run.rule: run for run in report.rules}
    assert runs["broken"].outcome is Outcome.FAILED
    assert "sh:path" in str(runs["broken"].reason)
    assert runs["department-shape"].outcome is Outcome.RAN
    assert status(report, "never") == 2


@pytest.mark.parametrize("construct", ["MINUS { $this a <urn:x> }", "VALUES ?x { 1 }"])
def test_what_shacl_forbids_in_a_query_fails(tmp_path: Path, construct: str) -> None:
    text = SPARQL.replace("FILTER (?value < 2030)", construct)
    runs = {run.rule: run for run in checked(project(tmp_path, text)).rules}
    assert runs["years"].outcome is Outcome.FAILED


def test_a_shape_that_refers_to_itself_is_left_to_pyshacl(tmp_path: Path) -> None:
    text = """ex:Again a sh:NodeShape ; sh:targetClass aln:Measure ;
        sh:property [ sh:path aln:parent ; sh:node ex:Again ] ."""
    (run,) = [r for r in checked(project(tmp_path, text)).rules if r.rule == "again"]
    assert (run.outcome, run.engine) == (Outcome.RAN, "pyshacl")


def test_a_target_that_nothing_speaks_of_is_told(tmp_path: Path) -> None:
    folder = project(tmp_path, PLAIN.replace("aln:Measure", "ex:Mesure"))
    report = checked(folder)
    (notice,) = report.notices
    assert notice.line == LINES + 1
    assert notice.path.endswith("rules-0.ttl")
    assert "https://example.jp/rules#Mesure" in text(folder, report)
    assert "ex" in str(document(folder, report)["notices"][0]["message"])
    known = PLAIN.replace("aln:Measure", "ex:Mesure")
    plan = "<urn:x:m> a ex:Mesure ."
    assert checked(project(tmp_path, known, plan=plan)).notices == ()


def test_a_target_may_be_a_value_that_no_file_describes(tmp_path: Path) -> None:
    shape = "ex:D a sh:NodeShape ; sh:targetObjectsOf aln:department ; sh:pattern '部$' ."
    (finding,) = own(checked(project(tmp_path, shape)), "d")
    assert finding.focus.label == "こども課"


def test_sparql_targets_are_run_by_pyshacl(tmp_path: Path) -> None:
    shape = """ex:T a sh:NodeShape ; sh:minLength 99 ; sh:target [ a sh:SPARQLTarget ;
        sh:prefixes <https://w3id.org/alignchecker/shapes> ;
        sh:select "SELECT ?this WHERE { ?this aln:department ?d }" ] ."""
    folder = project(tmp_path, shape)
    report = checked(folder)
    assert [f.focus.label for f in own(report, "t")] == ["居場所づくり"]
    (run,) = [r for r in report.rules if r.rule == "t"]
    assert (run.engine, run.examined) == ("pyshacl", None)
    assert "件数は不明" in text(folder, report)


# ---- what is done with findings


def test_waivers_and_severities_are_configured_by_the_name_of_the_rule(tmp_path: Path) -> None:
    folder = project(tmp_path, PLAIN)
    (folder / "waivers.toml").write_text(WAIVER, encoding="utf-8")
    report = checked(folder)
    assert {f.state for f in own(report, "department-shape")} == {State.WAIVED}
    with (folder / "alignchecker.toml").open("a", encoding="utf-8") as file:
        file.write('[severity]\ndepartment-shape = "warning"\n')
    severities = {f.severity for f in own(checked(folder), "department-shape")}
    assert severities == {Severity.WARNING}


def test_findings_of_a_baseline_are_known_and_gone(tmp_path: Path) -> None:
    folder = project(tmp_path, PLAIN)
    before = Baseline.of(checked(folder))
    told = check(replace(options(folder), baseline=before))
    assert {f.state for f in own(told, "department-shape")} == {State.KNOWN}
    fingerprints = {f.fingerprint for f in told.findings}
    assert len(fingerprints) == len(told.findings)
    (folder / "rules-0.ttl").write_text(
        HEADER + PLAIN.replace("sh:minCount 1", "sh:minCount 0"), encoding="utf-8"
    )
    report = check(replace(options(folder), baseline=before))
    assert [gone.rule for gone in report.gone] == ["department-shape"]


@pytest.mark.parametrize(
    ("asked", "ran"),
    [
        (Asked(select=["own"]), {"department-shape", "years"}),
        (Asked(select=["years"]), {"years"}),
        (Asked(select=["own"], ignore=["years"]), {"department-shape"}),
    ],
)
def test_rules_are_selected_by_name_and_family(tmp_path: Path, asked: Asked, ran: set[str]) -> None:
    report = check(options(project(tmp_path, PLAIN, SPARQL), asked))
    assert {run.rule for run in report.rules} == ran


def test_files_of_rules_are_no_plans(tmp_path: Path) -> None:
    report = checked(project(tmp_path, PLAIN))
    assert [Path(file.path).name for file in report.inputs] == ["plan.ttl"]


# ---- the catalogue under other names


def test_the_catalogue_under_other_names_finds_the_same(tmp_path: Path) -> None:
    """Every id, IRI and file is another one; waivers in the city name rules of the catalogue."""
    city = tmp_path / "city"
    files = write_renamed(tmp_path)
    shipped = load_catalogue().rules
    for file in sorted(golden.CITY.rglob("*")):
        copy = city / file.relative_to(golden.CITY)
        if file.is_file() and file.name != "baseline.json":
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    waivers = [city / "waivers.toml"]
    plain = CheckOptions(paths=[city], as_of=golden.AS_OF, waivers=waivers)
    expected = golden.rows(check(replace(plain, select=list(shipped))), city)
    for file in [*city.rglob("*.ttl"), *waivers]:
        said = file.read_text(encoding="utf-8").replace("https://w3id.org/alignchecker/rule#", IRI)
        for rule in sorted(shipped, key=len, reverse=True):
            said = said.replace(f"rule:{rule} ", f"rule:{renamed(rule)} ")
            said = said.replace(f'against = "{rule}"', f'against = "{renamed(rule)}"')
        file.write_text(said, encoding="utf-8")
    copies = [renamed(rule) for rule in shipped]
    found = golden.rows(check(replace(plain, select=copies, shapes=files)), city)
    assert len(found) > 100
    assert _nameless(found) == _nameless(
        [{**row, "rule": renamed(str(row["rule"]))} for row in expected]
    )


def _nameless(rows: list[golden.Row]) -> list[golden.Row]:
    """Rows without the names of waivers, which are made of all that a waiver says."""
    waiver = re.compile(r"(?<=waiver:)[0-9a-f]+")
    changed = [{**row, "focus": waiver.sub("", str(row["focus"]))} for row in rows]
    return sorted(changed, key=str)


def test_no_rule_is_named_in_the_engine() -> None:
    folder = Path(str(alignchecker.engine.__file__)).parent
    sources = [file.read_text(encoding="utf-8") for file in folder.rglob("*.py")]
    assert len(sources) > 15
    assert [rule for rule in load_catalogue().rules for text in sources if rule in text] == []


def test_the_engine_loads_no_other_engine() -> None:
    """pySHACL and rdflib take longer to load than the fast engine takes for a city."""
    code = (
        "import sys, alignchecker.engine.check, alignchecker.engine.core.reading\n"
        "print(sorted({'rdflib', 'pyshacl', 'owlready2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
