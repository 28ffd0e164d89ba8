"""What is chosen for one plan holds for that plan alone; stages say what is due when."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.engine.check import CheckOptions, check
from alignchecker.model.errors import ConfigError
from alignchecker.model.finding import Outcome, Report
from alignchecker.model.severity import Severity
from alignchecker.rules.configuration import Choice
from tests.shapes.running import EXAMPLE

TWO = """
ex:a a aln:PlanEdition ; dcterms:title "青葉市環境基本計画"@ja ;
    aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2020 .
ex:b a aln:PlanEdition ; dcterms:title "青葉市観光計画"@ja ;
    aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2020 .
"""
DIRECTIONS = """
ex:{plan} a aln:PlanEdition ; dcterms:title "{title}"@ja ; aln:planType code:type-{type} .
ex:{plan}-1 a aln:Measure ; aln:inPlan ex:{plan} ; aln:kind code:kind-direction ;
    skos:prefLabel "見守り"@ja .
ex:{plan}-2 a aln:Item ; aln:inPlan ex:{plan} ; aln:kind code:kind-action ;
    skos:prefLabel "声かけ運動"@ja .
"""
WELFARE = DIRECTIONS.format(plan="w", title="青葉市地域福祉計画", type="community-welfare")
CHILDREN = DIRECTIONS.format(plan="c", title="青葉市こども計画", type="children")


def report_on(folder: Path, text: str, **options: object) -> Report:
    (folder / "plan.ttl").write_text(EXAMPLE + text, encoding="utf-8")
    return check(CheckOptions(paths=[folder / "plan.ttl"], **options))  # type: ignore[arg-type]


def severities(report: Report) -> dict[str, Severity]:
    return {f.plan.title: f.severity for f in report.findings if f.plan is not None}


def test_severity_for_one_plan_goes_before_that_for_all(tmp_path: Path) -> None:
    report = report_on(
        tmp_path,
        TWO,
        select=["period-inverted"],
        severity={"period-inverted": Severity.WARNING},
        plans={"青葉市観光計画": Choice(severity={"period-inverted": Severity.INFO})},
    )
    assert severities(report) == {
        "青葉市環境基本計画": Severity.WARNING,
        "青葉市観光計画": Severity.INFO,
    }


@pytest.mark.parametrize(
    "choice",
    [Choice(ignore=["period-inverted"]), Choice(select=["link"]), Choice(ignore=["period"])],
)
def test_a_rule_left_out_for_one_plan_is_examined_for_the_other(
    tmp_path: Path, choice: Choice
) -> None:
    plans = {"https://example.org/b": choice}
    report = report_on(tmp_path, TWO, select=["period-inverted"], plans=plans)
    assert list(severities(report)) == ["青葉市環境基本計画"]
    assert [run.examined for run in report.rules] == [1]


def test_a_profile_comes_in_for_the_plans_of_its_type_only(tmp_path: Path) -> None:
    report = report_on(tmp_path, WELFARE + CHILDREN, select=["directions-without-action"])
    assert list(severities(report)) == ["青葉市地域福祉計画"]
    assert [run.examined for run in report.rules] == [1]


def test_a_profile_can_be_chosen_for_a_plan_of_another_type(tmp_path: Path) -> None:
    plans = {"青葉市こども計画": Choice(profile=["community-welfare"])}
    report = report_on(
        tmp_path, WELFARE + CHILDREN, select=["directions-without-action"], plans=plans
    )
    assert set(severities(report)) == {"青葉市地域福祉計画", "青葉市こども計画"}


def test_an_item_that_is_a_statutory_plan_brings_its_profile_in(tmp_path: Path) -> None:
    part = CHILDREN + "ex:c-1 aln:constitutes code:type-community-welfare ."
    report = report_on(tmp_path, part, select=["directions-without-action"])
    assert list(severities(report)) == ["青葉市こども計画"]


def test_a_plan_that_is_not_there_is_a_mistake_only_where_all_plans_are(tmp_path: Path) -> None:
    plans = {"青葉市環境基本計劃": Choice(ignore=["period"])}
    assert report_on(tmp_path, TWO, plans=plans).findings
    with pytest.raises(ConfigError, match="環境基本計"):
        report_on(tmp_path, TWO, plans=plans, all_plans_here=True)


def test_a_title_of_two_plans_is_refused(tmp_path: Path) -> None:
    twice = TWO.replace("観光計画", "環境基本計画")
    with pytest.raises(ConfigError, match=r"example\.org/a.*example\.org/b"):
        report_on(tmp_path, twice, plans={"青葉市環境基本計画": Choice(ignore=["period"])})


@pytest.mark.parametrize(
    ("stage", "severity"),
    [("outline", "info"), ("draft", "warning"), ("decided", "warning"), (None, "warning")],
)
def test_what_is_not_due_yet_is_a_note(tmp_path: Path, stage: str | None, severity: str) -> None:
    """period-unknown asks from the draft on; a document without a stage is taken as whole."""
    said = f" ; aln:stage code:stage-{stage}" if stage else ""
    text = (
        f'ex:p a aln:PlanEdition ; dcterms:title "青葉市緑化計画"@ja ; aln:unknown "period"{said} .'
    )
    text += ' ex:i a aln:Item ; aln:inPlan ex:p ; skos:prefLabel "街路樹"@ja .'
    (finding,) = report_on(tmp_path, text, select=["period-unknown"]).findings
    assert finding.severity.word == severity
    assert ("stage" in [s.key for s in finding.softened]) is (stage == "outline")


def test_a_rule_about_findings_runs_after_the_others(tmp_path: Path) -> None:
    report = report_on(tmp_path, TWO)
    (run,) = [run for run in report.rules if run.rule == "waiver-unused"]
    assert run.outcome is Outcome.NONE_APPLICABLE
