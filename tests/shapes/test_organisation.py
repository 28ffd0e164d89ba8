"""What the rules about departments leave alone, and what they find beyond their examples."""

from __future__ import annotations

import pytest

from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

PLAN = """
    ex:city skos:prefLabel "青葉市"@ja .
    ex:plan a aln:PlanEdition ; dcterms:publisher ex:city ;
        aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2030 .
    """
LISTED = """
    ex:old a aln:Department ; org:unitOf ex:city ; skos:prefLabel "商工観光課"@ja ;
        aln:activeUntil "%s" ; aln:successorName "観光課" .
    ex:new a aln:Department ; org:unitOf ex:city ; skos:prefLabel "観光課"@ja .
    """


def found(rule_id: str, text: str) -> int:
    return len(evaluate(dataset_of(text), load_catalogue().rule(rule_id)).results)


def action(name: str, more: str = "", *, level: str = "取組", label: str = "案内") -> str:
    return f"""ex:{name} a aln:Item ; aln:inPlan ex:plan ; aln:levelName "{level}" ;
        aln:kind code:kind-action ; skos:prefLabel "{label}"@ja {more} ."""


def named(count: int) -> str:
    return "".join(action(f"n{i}", '; aln:department "観光課"') for i in range(count))


# ---- items without a department


@pytest.mark.parametrize(("with_one", "without", "count"), [(3, 1, 1), (3, 3, 0), (2, 1, 0)])
def test_a_hole_is_one_where_most_of_the_level_name_a_department(
    with_one: int, without: int, count: int
) -> None:
    holes = "".join(action(f"h{i}") for i in range(without))
    assert found("items-without-department", PLAN + named(with_one) + holes) == count


@pytest.mark.parametrize(
    "more",
    [
        "; aln:repeated true",
        "; aln:parent ex:n0",
        '; aln:hasIndicator ex:i . ex:i aln:inPlan ex:plan ; aln:department "観光課"',
        '; aln:text "道をならす【担当課】建設課"@ja',
    ],
    ids=["printed again", "one above", "one at its indicator", "left in the text"],
)
def test_who_is_responsible_may_be_said_elsewhere(more: str) -> None:
    assert found("items-without-department", PLAN + named(3) + action("h")) == 1
    assert found("items-without-department", PLAN + named(3) + action("h", more)) == 0


def test_an_item_above_those_that_name_one_is_no_hole() -> None:
    above = action("above") + 'ex:n0 aln:parent ex:above . ex:n1 aln:levelName "取組" .'
    assert found("items-without-department", PLAN + named(3) + above) == 0


def test_names_that_lost_their_line_breaks_are_no_item() -> None:
    own = '; aln:department "観光課"'
    listed = action("x", own, label="朝市") + action("y", own, label="花火大会")
    plan = PLAN + named(1) + listed
    assert found("items-without-department", plan + action("h", label="朝市花火大会案内")) == 0
    assert found("items-without-department", plan + action("h", label="朝市の花火大会")) == 1


def test_other_levels_and_extracts_are_left_alone() -> None:
    citizens = action("c", level="市民の取組")
    assert found("items-without-department", PLAN + named(3) + citizens) == 0
    extract = "ex:plan aln:form code:form-extract ."
    assert found("items-without-department", PLAN + named(3) + action("h") + extract) == 0


def test_of_an_unknown_form_or_a_single_bureau_no_departments_are_asked() -> None:
    plan = PLAN + action("a")
    assert found("plan-without-departments", plan) == 0
    full = plan + "ex:plan aln:form code:form-full ."
    assert found("plan-without-departments", full) == 1
    assert found("plan-without-departments", full + 'ex:plan aln:department "水道局" .') == 0


# ---- the city's list of departments


def abolished(until: str, more: str = "", *, name: str = "商工観光課") -> tuple[int, int]:
    """Findings (abolished before the plan, abolished since)."""
    text = PLAN + LISTED % until + f'ex:plan aln:department "{name}" .' + more
    rules = ("department-abolished-before-plan", "department-abolished-since")
    return found(rules[0], text), found(rules[1], text)


@pytest.mark.parametrize(
    ("until", "counts"),
    [
        ("2025-03-31", (1, 0)),
        ("2025-03", (1, 0)),
        ("2026-03-31", (0, 1)),
        ("2026-11-21", (0, 1)),
        ("2026-11-22", (0, 0)),
        ("2031-04-01", (0, 0)),
        ("令和7年3月", (0, 0)),
    ],
)
def test_a_department_there_when_the_plan_was_made_went_since(
    until: str, counts: tuple[int, int]
) -> None:
    """The plan runs from 2026 and was made in 2025; the date of the check is 22 November 2026."""
    assert abolished(until) == counts


def test_the_day_of_publication_counts_where_it_is_printed() -> None:
    assert abolished("2025-09-30", 'ex:plan aln:published "2026-03" .') == (1, 0)
    assert abolished("2025-03-31", 'ex:plan aln:published "2025-03" .') == (0, 1)


def test_ended_plans_and_plans_without_years_are_not_told_of_later_changes() -> None:
    over = PLAN.replace("2026", "2019").replace("2030", "2025")
    text = over + LISTED % "2024-03-31" + 'ex:plan aln:department "商工観光課" .'
    assert found("department-abolished-since", text) == 0
    bare = "ex:plan a aln:PlanEdition ; dcterms:publisher ex:city ."
    text = bare + LISTED % "2020-03-31" + 'ex:plan aln:department "商工観光課" .'
    assert found("department-abolished-before-plan", text) == 0


@pytest.mark.parametrize(
    ("name", "more", "count"),
    [
        ("産業部 商工観光課", "", 1),
        ("商工観光課（窓口）", "", 1),
        ("商工観光課", 'ex:again a aln:Department ; org:unitOf ex:city ; '
         'skos:prefLabel "商工観光課"@ja ; aln:activeFrom "2026-04-01" .', 0),
        ("商工観光課", "ex:plan dcterms:publisher ex:other .", 1),
        ("観光商工課", "", 0),
    ],
    ids=["below a 部", "with brackets", "borne again", "made by two", "another name"],
)  # fmt: skip
def test_names_match_with_or_without_what_stands_above(name: str, more: str, count: int) -> None:
    assert abolished("2024-03-31", more, name=name)[0] == count


def test_of_two_departments_of_one_name_neither_is_meant_by_the_name_alone() -> None:
    two = """
        ex:a a aln:Department ; org:unitOf ex:city ; skos:prefLabel "産業部企画室"@ja ;
            aln:activeUntil "2020-03-31" .
        ex:b a aln:Department ; org:unitOf ex:city ; skos:prefLabel "教育部企画室"@ja ."""
    assert abolished("2020-03-31", two + 'ex:plan aln:department "企画室" .', name="x課") == (0, 0)
    full = two + 'ex:plan aln:department "産業部企画室" .'
    assert abolished("2020-03-31", full, name="x課")[0] == 1
    general = (LISTED % "2020-03-31").replace("商工観光課", "総務課")
    text = PLAN + general + 'ex:plan aln:department "教育部総務課" .'
    assert found("department-abolished-before-plan", text) == 0


def test_another_citys_list_says_nothing() -> None:
    listed = (LISTED % "2020-03-31").replace("ex:city", "ex:other")
    text = (
        PLAN
        + listed
        + 'ex:plan aln:department "商工観光課" . ex:other skos:prefLabel "若草市"@ja .'
    )
    assert found("department-abolished-before-plan", text) == 0


def test_a_list_of_nobody_is_that_of_the_only_city() -> None:
    listed = (LISTED % "2020-03-31").replace("ex:city", "ex:nobody")
    text = PLAN + listed + 'ex:plan aln:department "商工観光課" .'
    assert found("department-abolished-before-plan", text) == 1
    second = """ex:p2 a aln:PlanEdition ; dcterms:publisher ex:other .
        ex:other skos:prefLabel "若草市"@ja ."""
    assert found("department-abolished-before-plan", text + second) == 0


@pytest.mark.parametrize(
    ("listed", "name", "count"),
    [(9, "観光交通課", 1), (9, "社会福祉協議会", 0), (9, "県農業振興課", 0), (9, "関係各課", 0),
     (9, "産業部観光課0", 0), (7, "観光交通課", 0)],
)  # fmt: skip
def test_only_a_list_of_nearly_all_departments_shows_what_is_unlisted(
    listed: int, name: str, count: int
) -> None:
    names = [f"第{i}課" for i in range(listed)]
    text = PLAN + f'ex:plan aln:department "{name.replace("観光課0", "第0課")}" .'
    for i, known in enumerate(names):
        text += f"""ex:d{i} a aln:Department ; org:unitOf ex:city ; skos:prefLabel "{known}"@ja .
            ex:plan aln:department "{known}" ."""
    assert found("departments-not-listed", text) == count


# ---- the same measure under different departments

SECOND = """
    ex:second a aln:PlanEdition ; dcterms:publisher ex:city ;
        aln:firstFiscalYear %d ; aln:lastFiscalYear 2032 .
    ex:b a aln:Item ; aln:inPlan ex:second ; skos:prefLabel "%s"@ja ; aln:department "%s" .
    """


def differing(label: str, other: str = "商工課", first: int = 2028, more: str = "") -> int:
    one = action("a", '; aln:department "産業部 観光課"', label=label)
    return found(
        "same-measure-other-department", PLAN + one + SECOND % (first, label, other) + more
    )


def test_the_same_project_in_two_plans() -> None:
    assert differing("まちなか周遊バス運行事業") == 1
    assert differing("まちなか周遊バス運行事業", "観光課") == 0
    assert differing("まちなか周遊バス運行事業", first=2031) == 0


@pytest.mark.parametrize("label", ["相談体制の充実", "普及啓発推進事業", "人材育成事業", "案内"])
def test_general_names_are_not_the_same_measure(label: str) -> None:
    assert differing(label) == 0


def test_an_accepted_link_makes_two_of_one_name_the_same() -> None:
    link = "ex:l a aln:Link ; aln:from ex:a ; aln:to ex:b"
    accepted = """ ; aln:review [ a aln:Review ; aln:reviewer "企画課" ;
        aln:verdict code:verdict-accept ] ."""
    assert differing("相談体制の充実", more=link + " .") == 0
    assert differing("相談体制の充実", more=link + accepted) == 1


@pytest.mark.parametrize("other", ["全課", "観光協会", "産業部", "県観光課"])
def test_other_bodies_and_everybody_are_no_other_department(other: str) -> None:
    assert differing("まちなか周遊バス運行事業", other) == 0


def test_a_renamed_department_is_the_same_one() -> None:
    assert differing("まちなか周遊バス運行事業", "商工観光課") == 1
    assert differing("まちなか周遊バス運行事業", "商工観光課", more=LISTED % "2027-03-31") == 0


def test_within_a_plan_a_measure_printed_again_is_the_same() -> None:
    one = action("a", '; aln:order 1 ; aln:department "観光課"', label="相談の充実")
    other = action("b", '; aln:order 2 ; aln:department "商工課"', label="相談の充実")
    again = action("b", '; aln:order 2 ; aln:department "商工課"', label="相談の充実（再掲）")
    assert found("same-measure-other-department", PLAN + one + other) == 0
    assert found("same-measure-other-department", PLAN + one + again) == 1
