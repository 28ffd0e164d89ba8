"""What the rules about contents, procedures and statements of law leave alone, and find besides."""

from __future__ import annotations

import pytest

from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import load_catalogue

from .running import AS_OF, dataset_of, evaluate, findings

CARE = """
    ex:act a aln:Act ; dcterms:title "介護保険法"@ja .
    ex:article a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第117条第2項" ;
        aln:demands ex:demand .
    ex:demand a aln:Demand ; aln:onPlanType code:type-long-term-care ;
        aln:obligation code:obligation-mandatory ; aln:requiredContent "サービスの量の見込み" ;
        aln:contentWord "量の見込み" .
    ex:care a aln:PlanEdition ; aln:planType code:type-long-term-care ."""
TEXT = 'ex:care aln:passage ex:p . ex:p a aln:Passage ; aln:text "%s"@ja .'


def found(rule_id: str, text: str) -> int:
    return len(evaluate(dataset_of(text), load_catalogue().rule(rule_id)).results)


def severities(rule_id: str, text: str) -> list[Severity]:
    found = findings(dataset_of(text), load_catalogue().rule(rule_id), AS_OF)
    return [finding.severity for finding in found]


def test_content_of_a_plan_whose_text_is_not_held_is_unknown() -> None:
    item = 'ex:i aln:inPlan ex:care ; skos:prefLabel "通いの場"@ja .'
    assert found("required-content-missing", CARE + item) == 0
    assert found("required-content-missing", CARE + item + TEXT % "通いの場を増やします。") == 1


def test_content_that_only_the_prose_has_is_not_missing() -> None:
    assert found("required-content-missing", CARE + TEXT % "量の見込みは別冊に載せます。") == 0


def test_content_that_somebody_says_an_item_answers_is_not_missing() -> None:
    item = "ex:i aln:inPlan ex:care ; aln:answersDemand ex:demand ."
    assert found("required-content-missing", CARE + TEXT % "序章" + item) == 0


def test_contents_of_an_extract_are_unknown() -> None:
    extract = "ex:care aln:form code:form-extract ."
    assert found("required-content-missing", CARE + TEXT % "序章" + extract) == 0


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ("", Severity.VIOLATION),
        ("ex:care aln:form code:form-full .", Severity.VIOLATION),
        ("ex:care aln:form code:form-summary .", Severity.WARNING),
        ('ex:care aln:sourceDocument "計画.docx" .', Severity.WARNING),
        ("ex:care aln:capture code:capture-ocr .", Severity.WARNING),
        ("ex:demand aln:verified false .", Severity.WARNING),
        ("ex:care aln:lastFiscalYear 2023 .", Severity.INFO),
    ],
    ids=["by hand", "full", "summary", "read by machine", "OCR", "unverified", "ended"],
)
def test_how_much_a_missing_content_weighs(more: str, severity: Severity) -> None:
    assert severities("required-content-missing", CARE + TEXT % "序章" + more) == [severity]


def test_mandatory_contents_and_efforts_are_apart() -> None:
    effort = CARE.replace("obligation-mandatory", "obligation-effort") + TEXT % "序章"
    assert found("required-content-missing", effort) == 0
    assert found("effort-content-missing", effort) == 1
    permissive = effort.replace("obligation-effort", "obligation-permissive")
    assert found("effort-content-missing", permissive) == 0


HEARING = """
    ex:act a aln:Act ; dcterms:title "子ども・子育て支援法"@ja .
    ex:article a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第61条第9項" ;
        aln:demands ex:demand .
    ex:demand a aln:Demand ; aln:onPlanType code:type-childcare ;
        aln:obligation code:obligation-mandatory ; aln:requiredProcedure code:procedure-%s .
    ex:care a aln:PlanEdition ; aln:planType code:type-childcare .
    """
CONSULTATION = HEARING % "prefecture-consultation"
DECIDED = 'ex:care aln:adopted "2025-03-20" . '


@pytest.mark.parametrize(
    ("more", "count"),
    [
        (DECIDED, 1),
        ("ex:care aln:stage code:stage-decided .", 1),
        ("", 0),
        ("ex:care aln:stage code:stage-draft .", 0),
        (DECIDED + "ex:care aln:form code:form-summary .", 0),
        (DECIDED + "ex:care aln:form code:form-extract .", 0),
    ],
    ids=["adopted", "stage decided", "unknown", "draft", "summary", "extract"],
)
def test_procedures_are_asked_of_decided_full_plans(more: str, count: int) -> None:
    text = CONSULTATION + TEXT % "庁内で検討しました。" + more
    assert found("required-procedure-unrecorded", text) == count


@pytest.mark.parametrize("text", ["県との協議を行いました。", "若葉県と協議し、必要な調整を行う。"])
def test_a_procedure_that_the_text_touches_upon_is_not_missing(text: str) -> None:
    assert found("required-procedure-unrecorded", CONSULTATION + DECIDED + TEXT % text) == 0


def test_procedures_of_a_plan_without_text_and_records_are_unknown() -> None:
    assert found("required-procedure-unrecorded", CONSULTATION + DECIDED) == 0
    record = """ex:care aln:procedure ex:r . ex:r a aln:ProcedureRecord ;
        aln:procedureKind code:procedure-council ."""
    assert found("required-procedure-unrecorded", CONSULTATION + DECIDED + record) == 1


def test_what_comes_after_the_decision_is_not_looked_for() -> None:
    text = HEARING % "submission" + DECIDED + TEXT % "庁内で検討しました。"
    assert found("required-procedure-unrecorded", text) == 0


@pytest.mark.parametrize(
    ("day", "decided", "count"),
    [
        ("2026-04", 'aln:adopted "2026-03-20"', 1),
        ("2026-03", 'aln:adopted "2026-03-20"', 0),
        ("2026-03-21", 'aln:adopted "2026-03-20"', 1),
        ("2026-03-21", 'aln:adopted "2026-03"', 0),
        ("2026-12-01", 'aln:published "2026-06"', 0),
        ("2026-12-01", 'aln:published "2026-06" ; aln:stage code:stage-decided', 1),
        ("2028-12-01", 'aln:adopted "2026-03-20" ; aln:stage code:stage-midterm-review', 0),
    ],
)
def test_days_of_steps_against_the_decision(day: str, decided: str, count: int) -> None:
    text = f"""ex:plan a aln:PlanEdition ; {decided} ; aln:procedure ex:r .
        ex:r a aln:ProcedureRecord ; aln:procedureKind code:procedure-council ;
            aln:procedureDate "{day}" ; aln:quotedAs "会議"@ja ."""
    assert found("procedure-after-decision", text) == count


def test_publication_comes_after_the_decision() -> None:
    text = """ex:plan a aln:PlanEdition ; aln:adopted "2026-03-20" ; aln:procedure ex:r .
        ex:r a aln:ProcedureRecord ; aln:procedureKind code:procedure-publication ;
            aln:procedureDate "2026-05-01" ."""
    assert found("procedure-after-decision", text) == 0


COMBINED = """
    ex:plan a aln:PlanEdition ; aln:planType code:type-community-welfare ;
        aln:constitutes code:type-recidivism-prevention .
    ex:m a aln:Measure ; aln:inPlan ex:plan ; skos:prefLabel "%s"@ja . """


@pytest.mark.parametrize(
    ("label", "more", "count"),
    [
        ("見守りの充実", "", 1),
        ("立ち直りを支える地域づくり", "", 0),
        ("見守りの充実", 'ex:m aln:text "保護司と連携します。"@ja .', 0),
        ("見守りの充実", "ex:m aln:constitutes code:type-recidivism-prevention .", 0),
        ("見守りの充実", "ex:plan aln:form code:form-extract .", 0),
        (
            "見守りの充実",
            "ex:plan aln:passage ex:p . ex:p aln:text '再犯防止推進計画を含む'@ja .",
            1,
        ),
    ],
    ids=["none", "in other words", "in an item's text", "marked", "extract", "only claimed"],
)
def test_parts_of_a_combined_plan(label: str, more: str, count: int) -> None:
    assert found("constituent-plan-without-items", COMBINED % label + more) == count


def test_a_former_article_under_a_former_title_is_no_slip() -> None:
    text = """
    ex:act a aln:Act ; dcterms:title "こどもの貧困の解消に向けた対策の推進に関する法律"@ja ;
        aln:formerTitle "子どもの貧困対策の推進に関する法律" ; aln:renamedOn "2024-09-25" .
    ex:article a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第10条第2項" ;
        aln:demands ex:demand .
    ex:demand a aln:Demand ; aln:onPlanType code:type-child-poverty ;
        aln:obligation code:obligation-effort .
    ex:plan a aln:PlanEdition ; aln:planType code:type-child-poverty ; aln:passage ex:p .
    ex:p aln:text "%s第9条に基づく子どもの貧困対策計画です。"@ja ; a aln:Passage ."""
    former = text % "子どもの貧困対策の推進に関する法律"
    present = text % "こどもの貧困の解消に向けた対策の推進に関する法律"
    assert found("basis-article-differs", former) == 0
    assert found("basis-article-differs", present) == 1


def test_the_name_in_an_act_is_not_asked_of_a_prefectures_plan() -> None:
    text = """
    ex:act a aln:Act ; dcterms:title "障害者基本法"@ja .
    ex:article a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第11条第3項" ;
        aln:demands ex:demand .
    ex:demand a aln:Demand ; aln:onPlanType code:type-disability ;
        aln:statutoryName "市町村障害者計画" .
    ex:plan a aln:PlanEdition ; aln:planType code:type-%s ; aln:role ex:role .
    ex:role a aln:StatutoryRole ; aln:planType code:type-disability ;
        aln:quotedAs "障害者基本計画"@ja ; aln:citedAct "障害者基本法"@ja ."""
    assert found("statutory-name-misquoted", text % "disability") == 1
    assert found("statutory-name-misquoted", text % "prefectural-disability") == 0
