"""The reference engine and what is made of its results."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal

from alignchecker.cli.check import status
from alignchecker.engine import check as check_module
from alignchecker.engine.check import CheckOptions, check
from alignchecker.engine.pyshacl_engine import PyshaclEngine
from alignchecker.model.errors import ConfigError, InputError
from alignchecker.model.finding import Confidence, Finding, Outcome, Reference, State
from alignchecker.model.names import ALN, PREFIXES, SH
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Catalogue, Rule, load_catalogue
from tests.shapes.running import dataset_of, evaluate, findings

CLAIM = load_catalogue().rule("claimed-count-mismatch")
LENGTH = load_catalogue().rule("stated-length-mismatch")
UNITS = load_catalogue().rule("outline-units-unanswered")

NUMBERS = {"stated", "years", "firstYear", "lastYear"}

SHORT = """
ex:plan a aln:PlanEdition ; dcterms:title "青葉市環境基本計画"@ja ; aln:department "環境課" ;
    aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2029 ; aln:statedYears 5 .
"""
COUNTED = """
ex:plan a aln:PlanEdition ; aln:claim ex:claim .
ex:claim a aln:CountClaim ; aln:levelName "目標" ; aln:claimedCount 3 .
ex:g1 a aln:Item ; aln:inPlan ex:plan ; aln:levelName "目標" ; skos:prefLabel "脱炭素"@ja .
"""
OUTLINE = """
ex:outline a aln:PlanSeries ; dcterms:title "国の大綱"@ja .
ex:outline-1 a aln:PlanEdition ; dcterms:isVersionOf ex:outline ; dcterms:title "国の大綱"@ja .
ex:u1 a aln:Item ; aln:inPlan ex:outline-1 ; skos:prefLabel "居場所"@ja ; aln:answerable true .
ex:u2 a aln:Item ; aln:inPlan ex:outline-1 ; skos:prefLabel "就労"@ja ; aln:answerable true .
ex:u3 a aln:Item ; aln:inPlan ex:outline-1 ; skos:prefLabel "住まい"@ja ; aln:answerable true .
ex:plan a aln:PlanEdition ; dcterms:publisher ex:city ; aln:relation ex:r .
ex:r a aln:PlanRelation ; aln:target ex:outline-1 ; aln:verb code:verb-weigh .
ex:m1 a aln:Measure ; aln:inPlan ex:plan ; skos:prefLabel "居場所づくり"@ja .
ex:l1 a aln:Link ; aln:from ex:m1 ; aln:to ex:u1 .
"""


def one(example: str, rule: Rule) -> Finding:
    (finding,) = findings(dataset_of(example), rule)
    return finding


def with_select(rule: Rule, select: str) -> Rule:
    """A copy of a rule that asks something else."""
    triples = tuple(
        (s, p, Literal(select) if p.value == SH + "select" else o) for s, p, o in rule.triples
    )
    return replace(rule, select=select, triples=triples)


# ---- rows


def test_variables_of_a_row_reach_the_arguments() -> None:
    finding = one(SHORT, LENGTH)
    assert isinstance(finding.arguments["this"], Reference)
    numbers = {name: value for name, value in finding.arguments.items() if name in NUMBERS}
    assert numbers == {"stated": 5, "years": 4, "firstYear": 2026, "lastYear": 2029}
    assert finding.department == "環境課"
    assert finding.plan is not None
    assert finding.plan.title == "青葉市環境基本計画"


def test_a_node_in_a_row_becomes_a_reference() -> None:
    edition = one(OUTLINE, UNITS).arguments["edition"]
    assert isinstance(edition, Reference)
    assert (edition.iri, edition.label) == ("https://example.org/outline-1", "国の大綱")


def test_rows_of_different_rules_do_not_mix() -> None:
    """Two rules that find the same node and bind the same variable differently."""
    ask = "SELECT $this ?note WHERE {{ $this aln:statedYears ?n . BIND ('{}' AS ?note) }}"
    first, second = (replace(with_select(LENGTH, ask.format(n)), id=n) for n in ("a", "b"))
    dataset = dataset_of(SHORT)
    for rules in ([first, second], [second, first], [first, second, first]):
        for evaluation in PyshaclEngine().evaluate(dataset, rules):
            (result,) = evaluation.results
            assert result.row["note"] == Literal(evaluation.rule.id)


def test_results_of_one_focus_keep_their_own_rows() -> None:
    evaluation = evaluate(dataset_of(OUTLINE), UNITS)
    assert [r.row["value"] for r in evaluation.results] == [r.value for r in evaluation.results]


def test_a_value_comes_back_as_it_stands() -> None:
    """Not as rdflib would write it: without its time zone, or as the truth value that it is not."""
    values = '"2026-04-01Z"^^xsd:date , "NaN"^^xsd:double , "maybe"^^xsd:boolean'
    rule = with_select(LENGTH, "SELECT $this ?value WHERE { $this aln:statedYears ?value }")
    results = evaluate(dataset_of(f"ex:p a aln:PlanEdition ; aln:statedYears {values} ."), rule)
    found = [str(result.value).partition("^")[0] for result in results.results]
    assert found == ['"2026-04-01Z"', '"NaN"', '"maybe"']


# ---- failures

BROKEN = {
    "not SPARQL": "SELECT $this WHERE { $this aln:statedYears",
    "unknown prefix": "SELECT $this WHERE { $this nowhere:statedYears ?n }",
    "forbidden": "SELECT $this WHERE { $this aln:statedYears ?n MINUS { $this a ?x } }",
}


@pytest.mark.parametrize("query", BROKEN.values(), ids=BROKEN)
def test_a_rule_that_fails_fails_alone(query: str) -> None:
    broken = replace(with_select(LENGTH, query), id="broken")
    dataset = dataset_of(SHORT)
    before, failed, after = PyshaclEngine().evaluate(dataset, [LENGTH, broken, LENGTH])
    assert failed.failure
    assert failed.results == ()
    assert before.failure is after.failure is None
    assert before.results == after.results != ()


def test_a_failure_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = load_catalogue()
    broken = with_select(CLAIM, BROKEN["not SPARQL"])
    changed = Catalogue({**catalogue.rules, CLAIM.id: broken}, catalogue.profiles)
    monkeypatch.setattr(check_module, "load_catalogue", lambda: changed)
    report = check(CheckOptions(paths=[plan_file(tmp_path, SHORT + COUNTED)]))
    runs = {run.rule: run for run in report.rules}
    assert runs[CLAIM.id].outcome is Outcome.FAILED
    assert runs[CLAIM.id].reason
    assert runs[CLAIM.id].examined is None
    assert runs[LENGTH.id].outcome is Outcome.RAN
    assert [f.rule for f in report.findings] == [LENGTH.id]
    assert status(report, "never") == 2


# ---- roll-up


def test_values_are_rolled_up_per_focus_node() -> None:
    (finding,) = findings(dataset_of(OUTLINE), UNITS)
    assert finding.value is None
    assert finding.arguments["count"] == 2
    assert [r.label for r in finding.related] == ["就労", "住まい"]
    assert finding.arguments["values"] == finding.related


def test_waived_values_are_rolled_up_apart() -> None:
    both = findings(dataset_of(OUTLINE + waiver("ex:u2", "ex:plan")), UNITS)
    labels = {f.state: [r.label for r in f.related] for f in both}
    assert labels == {State.NEW: ["住まい"], State.WAIVED: ["就労"]}
    assert [f.arguments["count"] for f in both] == [1, 1]


def test_a_waiver_of_one_plan_is_none_of_another() -> None:
    """Two cities weigh the same outline; one says that a unit is out of its scope."""
    other = OUTLINE.replace("ex:plan", "ex:plan-b").replace("ex:city", "ex:city-b")
    other = other.replace("ex:r ", "ex:r-b ").replace("ex:m1", "ex:m-b").replace("ex:l1", "ex:l-b")
    both = findings(dataset_of(OUTLINE + other + waiver("ex:u2", "ex:plan")), UNITS)
    waived = [f.plan.iri for f in both if f.plan and f.state is State.WAIVED]
    assert waived == ["https://example.org/plan"]


def test_a_list_weighs_as_much_as_the_heaviest_thing_on_it() -> None:
    """One more unverified gap never makes the verified ones lighter."""
    law = load_catalogue().rule("required-relation-missing")
    text = """
    ex:act a aln:Act ; dcterms:title "甲法"@ja .
    ex:a1 a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第1条" ; aln:demands ex:d1 .
    ex:d1 a aln:Demand ; aln:onPlanType code:type-disability ; aln:demandVerb code:verb-base ;
        aln:targetType code:type-state-disability .
    ex:plan a aln:PlanEdition ; aln:planType code:type-disability ; dcterms:title "障害者計画"@ja .
    ex:m a aln:Measure ; aln:inPlan ex:plan ; skos:prefLabel "相談支援"@ja .
    """
    more = """
    ex:a1 aln:demands ex:d2 .
    ex:d2 a aln:Demand ; aln:onPlanType code:type-disability ; aln:demandVerb code:verb-weigh ;
        aln:targetType code:type-state-education ; aln:verified false .
    """
    assert [f.severity for f in findings(dataset_of(text), law)] == [Severity.VIOLATION]
    (both,) = findings(dataset_of(text + more), law)
    assert (both.severity, len(both.related)) == (Severity.VIOLATION, 2)


def test_a_list_is_not_excused_by_what_holds_of_some_of_it() -> None:
    """即して beside 勘案して: not all that is missing is mere weighing."""
    law = load_catalogue().rule("required-relation-missing")
    text = """
    ex:act a aln:Act ; dcterms:title "甲法"@ja .
    ex:a1 a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第1条" ;
        aln:demands ex:d1 , ex:d2 .
    ex:d1 a aln:Demand ; aln:onPlanType code:type-disability ; aln:demandVerb code:verb-weigh ;
        aln:targetType code:type-state-education .
    ex:d2 a aln:Demand ; aln:onPlanType code:type-disability ; aln:demandVerb code:verb-base ;
        aln:targetType code:type-state-disability .
    ex:plan a aln:PlanEdition ; aln:planType code:type-disability ; dcterms:title "障害者計画"@ja ;
        aln:form code:form-summary .
    ex:m a aln:Measure ; aln:inPlan ex:plan ; skos:prefLabel "相談支援"@ja .
    """
    (found,) = findings(dataset_of(text), law)
    assert [s.key for s in found.softened] == ["summary"]


# ---- waivers


def waiver(subject: str, against: str, *more: str, without: str = "") -> str:
    said = {"reason": "対象者がいない", "person": "企画課長", "date": "2026-06-01"}
    texts = [f'aln:{name} "{text}"' for name, text in said.items() if name != without]
    texts += [f"aln:subject {subject}", f"aln:against {against}", *more]
    return f"ex:w a aln:Waiver ; {' ; '.join(texts)} .\n"


RULE = "<https://w3id.org/alignchecker/rule#stated-length-mismatch>"
OTHER_RULE = "<https://w3id.org/alignchecker/rule#period-inverted>"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (waiver("ex:plan", RULE), State.WAIVED),
        (waiver("ex:plan", OTHER_RULE), State.NEW),
        (waiver("ex:next-plan", RULE), State.NEW),
        (waiver("ex:plan", RULE, without="reason"), State.NEW),
        (waiver("ex:plan", RULE, without="person"), State.NEW),
        (waiver("ex:plan", RULE, without="date"), State.NEW),
        (waiver("ex:plan", RULE, 'aln:until "当分の間"'), State.NEW),
        (waiver("ex:plan", RULE, 'aln:until "2026-10-01"'), State.WAIVED),
        (waiver("ex:plan", RULE, 'aln:until "2026-09-30"'), State.NEW),
    ],
    ids=["counts", "other rule", "other edition", "no reason", "no person",
         "no date", "no end", "last day",
         "past its date"],
)  # fmt: skip
def test_waivers(text: str, state: State) -> None:
    (finding,) = findings(dataset_of(SHORT + text), LENGTH, datetime.date(2026, 10, 1))
    assert finding.state is state


def test_a_date_is_not_checked_without_a_date_to_check_it_by() -> None:
    text = SHORT + waiver("ex:plan", RULE, 'aln:until "1999-03-31"')
    assert one(text, LENGTH).state is State.WAIVED


def test_a_waived_finding_keeps_its_severity_and_fingerprint() -> None:
    plain, waived = one(SHORT, LENGTH), one(SHORT + waiver("ex:plan", RULE), LENGTH)
    assert (plain.severity, plain.fingerprint) == (waived.severity, waived.fingerprint)


# ---- softening: each reason lowers where it holds and the rule names it, and only there

FACTS = {
    "summary": ("absence", "ex:plan aln:form code:form-summary ."),
    "extract": ("absence", "ex:plan aln:form code:form-extract ."),
    "ocr": ("reading", "ex:plan aln:capture code:capture-ocr ."),
    "unverified": ("unverified", "ex:claim aln:verified false ."),
}
SOUND = """
ex:plan aln:form code:form-full ; aln:capture code:capture-born-digital ; aln:verified true .
ex:claim aln:verified true .
"""


@pytest.mark.parametrize("key", FACTS)
def test_a_reason_lowers(key: str) -> None:
    reason, facts = FACTS[key]
    finding = one(COUNTED + facts, replace(CLAIM, softened_by=frozenset({reason})))
    assert [s.key for s in finding.softened] == [key]
    assert finding.severity is (Severity.INFO if key == "extract" else Severity.WARNING)
    assert finding.confidence is not Confidence.HIGH


@pytest.mark.parametrize("key", FACTS)
def test_a_reason_that_the_rule_does_not_name_lowers_nothing(key: str) -> None:
    others = frozenset({"absence", "reading", "unverified", "force"} - {FACTS[key][0]})
    finding = one(COUNTED + FACTS[key][1], replace(CLAIM, softened_by=others))
    assert finding.severity is Severity.VIOLATION
    assert finding.softened == ()


def test_a_full_verified_text_lowers_nothing() -> None:
    every = frozenset({"absence", "reading", "unverified", "force"})
    finding = one(COUNTED + SOUND, replace(CLAIM, softened_by=every))
    assert finding.severity is Severity.VIOLATION
    assert finding.confidence is Confidence.HIGH


@pytest.mark.parametrize(
    ("verb", "severity"),
    [
        ("accord", Severity.VIOLATION),
        ("base", Severity.VIOLATION),
        ("weigh", Severity.WARNING),
        ("harmonize", Severity.WARNING),
        ("regard", Severity.INFO),
        ("other", Severity.INFO),
    ],
)
def test_severity_follows_the_force_of_the_verb(verb: str, severity: Severity) -> None:
    example = OUTLINE.replace("code:verb-weigh", f"code:verb-{verb}")
    assert one(example, UNITS).severity is severity
    unasked = replace(UNITS, softened_by=frozenset[str]())
    assert one(example, unasked).severity is Severity.VIOLATION


def test_the_stronger_of_two_verbs_counts() -> None:
    example = OUTLINE.replace("code:verb-weigh", "code:verb-regard , code:verb-accord")
    assert one(example, UNITS).severity is Severity.VIOLATION


def test_a_configured_severity_goes_before_softening() -> None:
    configured = {CLAIM.id: Severity.VIOLATION}
    dataset = dataset_of(COUNTED + "ex:plan aln:form code:form-extract .")
    (finding,) = findings(dataset, CLAIM, configured=configured)
    assert finding.severity is Severity.VIOLATION


# ---- fingerprints


def test_fingerprints_survive_edits_elsewhere() -> None:
    edited = SHORT.replace("環境基本計画", "環境計画").replace("環境課", "みどり課")
    edited = COUNTED.replace("ex:plan", "ex:another") + "# moved down\n" * 9 + edited
    assert one(edited, LENGTH).fingerprint == one(SHORT, LENGTH).fingerprint


def test_fingerprints_of_rolled_up_findings_survive_new_values() -> None:
    unit = 'ex:u4 a aln:Item ; aln:inPlan ex:outline-1 ; skos:prefLabel "食"@ja'
    more = f"{OUTLINE}{unit} ; aln:answerable true ."
    before, after = one(OUTLINE, UNITS), one(more, UNITS)
    assert len(after.related) == len(before.related) + 1
    assert after.fingerprint == before.fingerprint


def test_fingerprints_tell_findings_apart() -> None:
    two = SHORT + SHORT.replace("ex:plan", "ex:second")
    prints = [f.fingerprint for f in findings(dataset_of(two), LENGTH)]
    prints.append(one(COUNTED, CLAIM).fingerprint)
    assert len(set(prints)) == 3


# ---- the whole check

HEADER = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def plan_file(folder: Path, text: str) -> Path:
    path = folder / "plan.ttl"
    path.write_text(HEADER + "@prefix ex: <https://example.org/> .\n" + text, encoding="utf-8")
    return path


def test_a_rule_that_needs_a_date_is_not_run_without_one(tmp_path: Path) -> None:
    report = check(CheckOptions(paths=[plan_file(tmp_path, SHORT)], select=["plan-ended"]))
    (run,) = report.rules
    assert (run.outcome, run.reason) == (Outcome.NOT_RUN, "needs-asOf")


def test_a_rule_of_another_profile_is_not_run(tmp_path: Path) -> None:
    options = CheckOptions(
        paths=[plan_file(tmp_path, SHORT)], profile=["base"], select=["cited-plans-unknown"]
    )
    (run,) = check(options).rules
    assert (run.outcome, run.reason) == (Outcome.NOT_RUN, "profile-inactive")


def test_a_rule_with_nothing_to_look_at_says_so(tmp_path: Path) -> None:
    report = check(CheckOptions(paths=[plan_file(tmp_path, SHORT)], select=["link-cycle"]))
    (run,) = report.rules
    assert (run.outcome, run.examined) == (Outcome.NONE_APPLICABLE, 0)


def test_nodes_with_and_without_a_line_sort_together(tmp_path: Path) -> None:
    """JSON-LD has no lines."""
    text = """
    ex:plan a aln:PlanEdition ; aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2020 .
    """
    other = {
        "@id": "https://example.org/other",
        "@type": ALN + "PlanEdition",
        ALN + "firstFiscalYear": 2026,
        ALN + "lastFiscalYear": 2020,
    }
    (tmp_path / "other.jsonld").write_text(json.dumps(other), encoding="utf-8")
    paths = [plan_file(tmp_path, text), tmp_path / "other.jsonld"]
    findings = check(CheckOptions(paths=paths, select=["period-inverted"])).findings
    assert sorted(f.locations[0].line is None for f in findings) == [False, True]


def test_a_relation_without_a_name_is_a_relation_like_any_other(tmp_path: Path) -> None:
    """It has a line, and a name that does not change from run to run."""
    text = """
    ex:plans a aln:PlanSeries ; dcterms:title "青葉市緑化計画"@ja ;
        aln:planType code:type-comprehensive .
    ex:plan a aln:PlanEdition ;
        aln:relation [ a aln:PlanRelation ; aln:quotedAs "青葉市観光計画"@ja ] ,
            [ a aln:PlanRelation ; aln:quotedAs "青葉市緑化計画"@ja ] .
    """
    options = CheckOptions(
        paths=[plan_file(tmp_path, text)], select=["edition-cited-without-number"]
    )
    (finding,), (again,) = check(options).findings, check(options).findings
    lines = (tmp_path / "plan.ttl").read_text(encoding="utf-8").splitlines()
    assert "緑化計画" in lines[(finding.locations[0].line or 0) - 1]
    assert finding == again


def test_findings_are_about_inputs_only(tmp_path: Path) -> None:
    """こども大綱 is loaded because it is cited; nothing is said about it."""
    text = """
    ex:plan a aln:PlanEdition ; aln:planType code:type-children ; aln:relation ex:r .
    ex:r a aln:PlanRelation ; aln:quotedAs "こども大綱"@ja ; aln:verb code:verb-weigh .
    """
    report = check(CheckOptions(paths=[plan_file(tmp_path, text)]))
    assert any(plan.title == "こども大綱" and not plan.input for plan in report.plans)
    assert all(f.focus.iri.startswith("https://example.org/") for f in report.findings)


def test_unknown_names_are_refused(tmp_path: Path) -> None:
    path = plan_file(tmp_path, SHORT)
    with pytest.raises(ConfigError, match="pyshacl"):
        check(CheckOptions(paths=[path], engine="pyshakl"))
    with pytest.raises(ConfigError, match="plan-ended"):
        check(CheckOptions(paths=[path], select=["plan-endet"]))
    with pytest.raises(ConfigError, match="children"):
        check(CheckOptions(paths=[path], profile=["childen"]))
    with pytest.raises(InputError, match="nowhere"):
        check(CheckOptions(paths=[tmp_path / "nowhere"]))
