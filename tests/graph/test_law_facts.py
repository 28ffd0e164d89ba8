"""Facts about law: demands owed, contents treated, steps read from a text, what it says of Acts."""

from __future__ import annotations

import pytest

from alignchecker.graph.articles import with_numerals
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.word_list import WordList
from tests.graph.test_facts import pairs
from tests.shapes.running import dataset_of

ACT = """
    ex:act a aln:Act ; dcterms:title "社会福祉法"@ja .
    ex:article a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第107条第1項" ;
        aln:demands ex:make , ex:join , ex:hear , ex:later .
    ex:make a aln:Demand ; aln:onPlanType code:type-community-welfare ;
        aln:obligation code:obligation-effort ; aln:statutoryName "市町村地域福祉計画" .
    ex:join a aln:Demand ; aln:onPlanType code:type-community-welfare ;
        aln:obligation code:obligation-effort ; aln:requiredContent "住民の参加の促進" ;
        aln:contentWord "住民参加" , "ボランティア" .
    ex:hear a aln:Demand ; aln:onPlanType code:type-community-welfare ;
        aln:obligation code:obligation-mandatory ;
        aln:requiredProcedure code:procedure-residents-opinion .
    ex:later a aln:Demand ; aln:onPlanType code:type-community-welfare ;
        aln:obligation code:obligation-mandatory ; aln:effectiveFrom "2027-04-01" ."""


def plan(*texts: str, more: str = "") -> Dataset:
    """A community welfare plan with passages, and other statements about it (ex:plan …)."""
    passages = "".join(
        f"""ex:plan aln:passage ex:p{n} .
            ex:p{n} a aln:Passage ; aln:order {n} ; aln:text "{text}"@ja ."""
        for n, text in enumerate(texts, start=1)
    )
    kind = "ex:plan a aln:PlanEdition ; aln:planType code:type-community-welfare . "
    return dataset_of(ACT + kind + passages + more)


def kinds(dataset: Dataset, predicate: str) -> set[str]:
    return {o.rpartition("#")[2] for _, o in pairs(dataset, predicate)}


# ---- demands


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("国基本計画による取組と連携します。", {"type-state-resilience"}),
        ("国土強靱化基本計画と調和を保ちます。", {"type-state-resilience"}),
        ("国の障害者基本計画を基本とします。", {"type-state-disability", "type-disability"}),
        ("障害者基本計画の見直しを行います。", {"type-disability"}),
        ("基本計画の見直しを行います。", set()),
    ],
)
def test_plans_of_the_state_that_a_text_names(text: str, named: set[str]) -> None:
    known = {"type-state-resilience", "type-state-disability", "type-disability"}
    assert kinds(plan(text), "citesPlanType") & known == named


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("国の基本指針に即して定めます。", True), ("国の基本方針に即して定めます。", False)],
)
def test_the_guideline_that_the_plans_act_names(text: str, *, is_named: bool) -> None:
    demand = """ex:accord a aln:Demand ; aln:onPlanType code:type-community-welfare ;
        aln:targetType code:type-disability-welfare-guideline . """
    found = kinds(plan(text, more=demand), "citesPlanType")
    assert ("type-disability-welfare-guideline" in found) is is_named


@pytest.mark.parametrize(("first", "owed"), [(2026, False), (2027, True), (2030, True)])
def test_a_demand_applies_to_plans_that_begin_from_its_day(first: int, *, owed: bool) -> None:
    dataset = plan(more=f"ex:plan aln:firstFiscalYear {first} .")
    assert (("plan", "later") in pairs(dataset, "owes")) is owed
    assert ("plan", "make") in pairs(dataset, "owes")


def test_a_demand_with_an_end_applies_to_plans_that_begin_until_then() -> None:
    until = 'ex:make aln:effectiveUntil "2015-03-31" .'
    owed = {
        first: ("plan", "make")
        in pairs(plan(more=until + f"ex:plan aln:firstFiscalYear {first} ."), "owes")
        for first in (2014, 2015)
    }
    assert owed == {2014: True, 2015: False}


def test_a_demand_with_dates_is_unknown_of_a_plan_without_years() -> None:
    assert pairs(plan(), "owes") == {("plan", "make"), ("plan", "join"), ("plan", "hear")}


def test_a_prefectural_plan_owes_nothing_here() -> None:
    text = "ex:plan a aln:PlanEdition ; aln:planType code:type-prefectural-community-welfare ."
    demand = ACT.replace("type-community", "type-prefectural-community")
    assert pairs(dataset_of(demand + text), "owes") == set()


def test_a_prefectural_plan_that_names_a_municipal_one_owes_nothing_either() -> None:
    named = "ex:plan aln:planType code:type-prefectural-disability ."
    assert pairs(plan(more=named), "owes") == set()


def test_own_obligation_is_the_strongest_of_its_statutory_plans() -> None:
    """Of an item too; that the plan shall contain or do something makes it no duty to have it."""
    assert kinds(plan(), "ownObligation") == {"obligation-effort"}
    part = """ex:i aln:inPlan ex:plan ; aln:constitutes code:type-disability .
        ex:other a aln:Demand ; aln:onPlanType code:type-disability ;
            aln:obligation code:obligation-mandatory ."""
    assert kinds(plan(more=part), "ownObligation") == {"obligation-mandatory"}


def test_a_plan_without_an_act_has_no_obligation() -> None:
    dataset = dataset_of("ex:plan a aln:PlanEdition ; aln:planType code:type-comprehensive .")
    assert pairs(dataset, "ownObligation") == set()


# ---- contents


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("第3章 住民 参加の促進", "treatsContent"),
        ("ﾎﾞﾗﾝﾃｨｱの養成", "treatsContent"),
        ("ボランティアの養成に努めます。", "mentionsContent"),
        ("相談窓口の案内", None),
    ],
)
def test_where_the_words_of_a_content_stand(text: str, fact: str | None) -> None:
    dataset = plan(text)
    for name in ("treatsContent", "mentionsContent"):
        assert pairs(dataset, name) == ({("plan", "join")} if name == fact else set())


@pytest.mark.parametrize(
    "more",
    [
        'ex:i aln:inPlan ex:plan ; skos:prefLabel "ボランティアの養成"@ja .',
        'ex:plan aln:hasIndicator ex:i . ex:i skos:prefLabel "ボランティアの登録者数"@ja .',
        """ex:m aln:inPlan ex:plan ; aln:hasIndicator ex:i .
           ex:i skos:prefLabel "ボランティアの登録者数"@ja .""",
        'ex:i aln:inPlan ex:plan ; skos:prefLabel "地域デビュー"@ja ; aln:answersDemand ex:join .',
    ],
    ids=["item", "indicator of the plan", "indicator of a measure", "said by hand"],
)
def test_items_and_indicators_treat_a_content(more: str) -> None:
    assert pairs(plan(more=more), "treatsContent") == {("plan", "join")}


def test_words_that_overlap_are_all_found() -> None:
    words = WordList(["量の見込み", "見込み", "見込み量", "量"])
    assert words.found("量の見込み量") == {"量の見込み", "見込み", "見込み量", "量"}
    assert WordList([]).found("量") == set()


# ---- procedures


def read_records(*texts: str) -> set[tuple[str, str | None]]:
    rows = plan(*texts).select(
        """SELECT ?kind ?day WHERE { ?record aln:procedureKind ?kind
           OPTIONAL { ?record aln:procedureDate ?day } }"""
    )
    return {
        (row["kind"].value.rpartition("procedure-")[2], row["day"].value if row["day"] else None)
        for row in rows
    }


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("パブリックコメント 令和7年12月1日～26日", "residents-opinion", "2025-12-01"),
        ("令和７年８月に、市民ワークショップを開催しました。", "residents-opinion", "2025-08"),
        ("青葉市こども・子育て会議で審議しました。", "council", None),
        ("若葉県との協議を令和8年1月20日に行いました。", "prefecture-consultation", "2026-01-20"),
    ],
)
def test_steps_that_a_text_says_were_taken(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in read_records(text)


@pytest.mark.parametrize(
    "text",
    [
        "令和8年1月に、パブリックコメントを実施する予定です。",
        "4回（令和8年9月、11月ほか）の策定委員会の審議を経て策定します。",
        "進捗は、毎年、子ども・子育て会議に報告しました。",
        "パブリックコメントとは、広く意見を募る制度です。",
        "第2章 アンケート調査から見た課題",
    ],
)
def test_what_is_planned_or_explained_was_not_taken(text: str) -> None:
    assert read_records(text) == set()


def test_a_step_that_is_only_touched_upon_is_no_record() -> None:
    dataset = plan("社会福祉協議会やボランティアの意見を募る機会をつくります。")
    assert kinds(dataset, "mentionsProcedure") >= {"procedure-residents-opinion"}
    assert pairs(dataset, "procedure") == set()


def test_a_record_has_the_words_and_the_place_of_its_passage() -> None:
    place = """ex:p1 aln:position [ a aln:Position ; aln:file "計画.txt" ; aln:line 12 ] ."""
    dataset = plan("第1節。パブリックコメントを実施しました。", more=place)
    row = next(
        iter(
            dataset.select(
                """SELECT ?words ?line WHERE { ex:plan aln:procedure ?r . ?r aln:quotedAs ?words ;
                   aln:position/aln:line ?line }""".replace("ex:plan", "?plan")
            )
        )
    )
    assert (row["words"].value, row["line"].value) == ("パブリックコメントを実施しました。", "12")


# ---- what a text says of its Acts


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("社会福祉法により、計画の策定が義務付けられています。", "mandatory"),
        ("社会福祉法は、地域福祉計画の策定を市町村に義務づけています。", "mandatory"),
        ("「社会福祉法」第107条では、計画を策定しなければならないとされています。", "mandatory"),
        ("社会福祉法により、計画の策定が努力義務とされています。", "effort"),
        ("社会福祉法では、市町村は計画を策定するよう努めるものとするとされています。", "effort"),
        ("社会福祉法に基づき、計画を策定することができるとされています。", "permissive"),
    ],
)
def test_how_binding_a_sentence_says_a_plan_is(text: str, stated: str) -> None:
    assert kinds(plan(text), "statedObligation") == {f"obligation-{stated}"}


@pytest.mark.parametrize(
    "text",
    [
        "社会福祉法の改正により、計画の策定が努力義務とされました。",
        "社会福祉法により、都道府県の計画の策定が義務付けられています。",
        "社会福祉法では、計画の策定は義務付けられていません。",
        "社会福祉法人は、地域公益事業の計画の作成が義務付けられています。",
        "社会福祉法に基づき、地域福祉の推進に努めます。",
        "社会福祉法により、他の計画と一体のものとして策定することができるとされています。",
        "計画の策定が義務付けられています。",
        "社会福祉法により計画の策定が義務とされ、のちに計画の策定が努力義務とされています。",
        "社会福祉法により、計画の策定に当たり意見の聴取が義務付けられています。",
        "社会福祉法に基づき、点検表の作成に努めるものとします。",
    ],
    ids=[
        "amendment", "prefecture", "not", "corporation", "other duty", "as one", "no Act", "both",
        "a step of it", "another paper",
    ],
)  # fmt: skip
def test_sentences_that_do_not_state_it(text: str) -> None:
    assert kinds(plan(text), "statedObligation") == set()


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("社会福祉法第百八条に基づく市町村地域福祉計画です。", "第108条"),
        ("「社会福祉法」（昭和26年法律第45号）第107条第1項に規定する地域福祉計画", "第107条"),
        ("社会福祉法第107条の規定に基づき策定する地域福祉計画と、老人福祉法の計画", "第107条"),
        ("社会福祉法第108条に基づく若葉県地域福祉計画を踏まえます。", None),
        ("社会福祉法第4条に基づき、地域福祉を進めます。", None),
        ("社会福祉法第89条に基づく基本指針に即した地域福祉計画です。", None),
        ("社会福祉法第106条の5に基づく重層的支援体制整備事業実施計画です。", None),
    ],
)
def test_article_on_which_a_sentence_bases_the_plan(text: str, article: str | None) -> None:
    found = {o for _, o in pairs(plan(text), "statedArticle")}
    assert found == ({article} if article else set())


LOCAL_ACT = """
    ex:local a aln:Act ; dcterms:title "地方自治法"@ja .
    ex:gone a aln:Provision ; dcterms:isPartOf ex:local ; aln:articleLabel "第2条第4項（廃止）" ;
        aln:abolishedReference "地方自治法第2条第4項" ; aln:abolishedOn "2011-08-01" ;
        aln:abolishedWording "基本構想に即し" ."""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("地方自治法に定める基本構想に即し、計画を定めます。", 1),
        ("緑野市総合計画の基本構想に即し、計画を定めます。", 0),
        ("地方自治法の改正前は、基本構想に即した計画とされていました。", 0),
        ("地方自治法第二条第四項の基本構想に即し、計画を定めます。", 0),
    ],
    ids=["quoted", "own", "amendment", "with its number: a citation"],
)
def test_wording_of_an_abolished_provision(text: str, count: int) -> None:
    assert len(pairs(plan(text, more=LOCAL_ACT), "aboutProvision")) == count


@pytest.mark.parametrize(
    ("quoted", "provision"),
    [
        ("地方自治法第二条第四項の基本構想に即し", "gone"),
        ("地方自治法第２条第４項", "gone"),
        ("旧地方自治法第2条第4項", None),
        ("地方自治法第2条第14項", None),
        ("社会福祉法第百七条第一項", "article"),
    ],
)
def test_provision_that_a_citation_means(quoted: str, provision: str | None) -> None:
    citation = f'ex:c a aln:ActCitation ; aln:quotedAs "{quoted}"@ja .'
    found = {o for _, o in pairs(dataset_of(ACT + LOCAL_ACT + citation), "citesProvision")}
    assert found == ({provision} if provision else set())


def test_numerals_of_articles() -> None:
    assert with_numerals("第百十七条第十一項第二号") == "第117条第11項第2号"
    assert with_numerals("第二〇条の八") == "第20条の8"
    assert with_numerals("第一に、二条の城") == "第一に、二条の城"
