"""Names of plans: read in every order that texts write them in, resolved or left open."""

from __future__ import annotations

import pytest

from alignchecker.graph.citations import CitedName
from alignchecker.graph.dataset import Dataset
from alignchecker.model.names import ALN
from tests.shapes.running import dataset_of

EX = "https://example.org/"


@pytest.mark.parametrize(
    "text",
    [
        "第2次青葉市総合計画",
        "青葉市第2次総合計画",
        "青葉市総合計画（第2次）",
        "青葉市総合計画 [第２次]",
        "「第２次　青葉市総合計画」",
        "第二次青葉市総合計画",
        "第2期青葉市総合計画",
        "第2次青葉市總合計画",
    ],
)
def test_number_in_any_place(text: str) -> None:
    assert CitedName.read(text) == CitedName("2", None, "青葉市総合計画")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("第2次青葉市総合計画後期基本計画", "後期"),
        ("青葉市第2次総合計画・後期基本計画", "後期"),
        ("第2次青葉市総合計画（前期）", "前期"),
        ("第2次青葉市総合計画 基本構想", "基本構想"),
    ],
)
def test_parts(text: str, part: str) -> None:
    assert CitedName.read(text) == CitedName("2", part, "青葉市総合計画")


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("第十二期青葉市介護保険事業計画", "12", "青葉市介護保険事業計画"),
        ("青葉市環境基本計画", None, "青葉市環境基本計画"),
        ("青葉市後期高齢者保健事業計画", None, "青葉市後期高齢者保健事業計画"),
        ("青葉市高齢者福祉計画・介護保険事業計画", None, "青葉市高齢者福祉計画介護保険事業計画"),
    ],
)
def test_other_names(text: str, number: str | None, rest: str) -> None:
    assert CitedName.read(text) == CitedName(number, None, rest)
    assert CitedName.read(text).states_edition is (number is not None)


PLANS = """
ex:aoba skos:prefLabel "青葉市"@ja . ex:midori skos:prefLabel "緑野市"@ja .
ex:welfare a aln:PlanSeries ; dcterms:title "青葉市地域福祉計画"@ja ;
    skos:altLabel "福祉プラン"@ja .
ex:welfare-2 a aln:PlanEdition ; dcterms:isVersionOf ex:welfare ;
    dcterms:title "第2期青葉市地域福祉計画"@ja ;
    aln:firstFiscalYear 2019 ; aln:lastFiscalYear 2023 .
ex:welfare-3 a aln:PlanEdition ; dcterms:isVersionOf ex:welfare ;
    dcterms:title "青葉市地域福祉計画（第3期）"@ja ;
    aln:firstFiscalYear 2024 ; aln:lastFiscalYear 2028 .
ex:midori-welfare a aln:PlanSeries ; dcterms:title "緑野市地域福祉計画"@ja ;
    skos:altLabel "福祉プラン"@ja .
ex:all a aln:PlanSeries ; dcterms:title "青葉市総合計画"@ja .
ex:all-2 a aln:PlanEdition ; dcterms:isVersionOf ex:all ; dcterms:title "第2次青葉市総合計画"@ja .
ex:all-2-late a aln:PlanPart ; dcterms:isPartOf ex:all-2 ;
    dcterms:title "第2次青葉市総合計画 後期基本計画"@ja .
ex:once a aln:PlanSeries ; dcterms:title "青葉市こども計画"@ja .
ex:once-1 a aln:PlanEdition ; dcterms:isVersionOf ex:once ; dcterms:title "青葉市こども計画"@ja .
ex:twice a aln:PlanSeries ; dcterms:title "青葉市教育大綱"@ja .
ex:twice-a a aln:PlanEdition ; dcterms:isVersionOf ex:twice ;
    dcterms:title "第1次青葉市教育大綱"@ja .
ex:twice-b a aln:PlanEdition ; dcterms:isVersionOf ex:twice ;
    dcterms:title "第1期青葉市教育大綱"@ja .
"""


def cite(name: str, year: int = 2026, plans: str = PLANS, more: str = "") -> Dataset:
    """A plan of 青葉市 that begins in a year and cites a name."""
    return dataset_of(f"""{plans}
        ex:plan a aln:PlanEdition ; dcterms:publisher ex:aoba ; aln:firstFiscalYear {year} ;
            aln:relation ex:r .
        ex:r a aln:PlanRelation ; aln:quotedAs "{name}"@ja {more} .""")


def facts(dataset: Dataset) -> tuple[str | None, str | None, bool | None]:
    """targetSeries, targetEdition and editionStated of the relation."""
    rows = dataset.select(
        f"""SELECT ?series ?edition ?stated WHERE {{ <{EX}r> a <{ALN}PlanRelation>
        OPTIONAL {{ <{EX}r> aln:targetSeries ?series }}
        OPTIONAL {{ <{EX}r> aln:targetEdition ?edition }}
        OPTIONAL {{ <{EX}r> aln:editionStated ?stated }} }}"""
    )
    ((series, edition, stated),) = [tuple(row) for row in rows]
    return (
        series and series.value.removeprefix(EX),
        edition and edition.value.removeprefix(EX),
        stated and stated.value == "true",
    )


@pytest.mark.parametrize(
    ("name", "series", "edition", "stated"),
    [
        ("第2期青葉市地域福祉計画", "welfare", "welfare-2", True),
        ("青葉市第三期地域福祉計画", "welfare", "welfare-3", True),
        ("地域福祉計画（第３期）", "welfare", "welfare-3", True),
        ("青葉市地域福祉計画", "welfare", "welfare-3", False),
        ("第9期青葉市地域福祉計画", "welfare", None, True),
        ("第2次青葉市総合計画", "all", "all-2", True),
        ("青葉市総合計画（第2次・後期基本計画）", "all", "all-2-late", True),
        ("青葉市総合計画", "all", None, False),
        ("青葉市こども計画", "once", "once-1", True),
        ("青葉市教育大綱第1次", "twice", None, True),
        ("福祉プラン", None, None, False),
        ("青葉市住生活基本計画", None, None, False),
        ("", None, None, False),
    ],
)
def test_cited_names(
    name: str, series: str | None, edition: str | None, stated: bool | None
) -> None:
    assert facts(cite(name)) == (series, edition, stated)


@pytest.mark.parametrize(
    ("year", "edition"),
    [(2019, "welfare-2"), (2023, "welfare-2"), (2024, "welfare-3"), (2030, None)],
)
def test_the_edition_in_force_when_the_citing_plan_begins(year: int, edition: str | None) -> None:
    assert facts(cite("青葉市地域福祉計画", year)) == ("welfare", edition, False)


def test_a_name_that_two_cities_use_is_the_publishers() -> None:
    plans = PLANS.replace("緑野市地域福祉計画", "地域福祉計画")
    plans += 'ex:third a aln:PlanSeries ; dcterms:title "地域福祉計画"@ja .'
    assert facts(cite("地域福祉計画", plans=plans))[0] == "welfare"


MENTION = """
ex:other a aln:PlanEdition ; dcterms:publisher ex:aoba ; dcterms:title "青葉市防災計画"@ja .
ex:other-says a aln:PlanEdition ; aln:mentionedIn ex:other ; dcterms:title "%s"@ja ;
    aln:firstFiscalYear 2014 ; aln:lastFiscalYear 2018 .
"""


@pytest.mark.parametrize(
    ("printed", "cited", "series", "edition"),
    [
        # Nothing else is known of the plan: what a text prints about it is what is known.
        ("第1次青葉市水道ビジョン", "第1次青葉市水道ビジョン", "other-says/series", "other-says"),
        # The plan is known, this edition is not.
        ("第1期青葉市地域福祉計画", "第1期青葉市地域福祉計画", "welfare", "other-says"),
        # The edition is known by itself: what others print about it does not count.
        ("第2期青葉市地域福祉計画", "第2期青葉市地域福祉計画", "welfare", "welfare-2"),
    ],
)
def test_years_that_another_plan_prints(
    printed: str, cited: str, series: str, edition: str
) -> None:
    dataset = cite(cited, plans=PLANS + MENTION % printed)
    assert facts(dataset) == (series, edition, True)


def test_a_stated_target_goes_before_the_name() -> None:
    """An edition as it is, whatever the name says; of a series, the edition that the name means."""
    wrong_name = "第9期緑野市地域福祉計画"
    edition = cite(wrong_name, more="; aln:target ex:welfare-2")
    assert facts(edition) == ("welfare", "welfare-2", True)
    series = cite("地域福祉計画", more="; aln:target ex:welfare")
    assert facts(series) == ("welfare", "welfare-3", False)


def test_a_part_belongs_to_the_series_of_its_edition() -> None:
    assert facts(cite("後期計画", more="; aln:target ex:all-2-late"))[:2] == ("all", "all-2-late")


@pytest.mark.parametrize("title", ["第5次総合振興計画", "総合振興計画（第5次）"])
def test_the_series_of_a_mention_has_a_name_that_people_read(title: str) -> None:
    dataset = dataset_of(
        f"""ex:plan a aln:PlanEdition ; aln:firstFiscalYear 2027 .
        ex:mention a aln:PlanEdition ; dcterms:title "{title}"@ja ; aln:mentionedIn ex:plan ;
            aln:lastFiscalYear 2026 ."""
    )
    rows = dataset.select(
        "SELECT ?t WHERE { ?s a aln:PlanEdition ; dcterms:isVersionOf/dcterms:title ?t }"
    )
    (row,) = rows
    assert row["t"].value.replace("（）", "") == "総合振興計画"
