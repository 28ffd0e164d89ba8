"""A small country: three cities in two prefectures, with an outline of its own.

What each city has is written so that its figures can be counted by hand (see test_summary.py).
"""

from __future__ import annotations

from pathlib import Path

HEAD = """@base <https://example.jp/country/> .
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix code: <https://w3id.org/alignchecker/code#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
OUTLINE = f"""{HEAD}
<outline> a aln:PlanSeries ; dcterms:title "こども大綱"@ja ;
    aln:planType code:type-children-outline .
<outline/1> a aln:PlanEdition ; dcterms:isVersionOf <outline> ; dcterms:title "こども大綱"@ja .
<outline/1/1> a aln:Item ; aln:inPlan <outline/1> ; aln:order 1 ; skos:notation "1" ;
    aln:answerable true ; skos:prefLabel "居場所づくり"@ja .
<outline/1/2> a aln:Item ; aln:inPlan <outline/1> ; aln:order 2 ; skos:notation "2" ;
    aln:answerable true ; skos:prefLabel "就労支援"@ja .
<outline/1/3> a aln:Item ; aln:inPlan <outline/1> ; aln:order 3 ; skos:notation "3" ;
    aln:answerable true ; skos:prefLabel "貧困対策"@ja .
<outline/1/3/1> a aln:Item ; aln:inPlan <outline/1> ; aln:order 4 ; aln:parent <outline/1/3> ;
    skos:prefLabel "学習支援"@ja .
"""
PREFECTURAL = f"""{HEAD}
<08/children> a aln:PlanSeries ; dcterms:title "北県こども計画"@ja .
<08/children/1> a aln:PlanEdition ; dcterms:isVersionOf <08/children> ;
    dcterms:title "北県こども計画"@ja ; aln:firstFiscalYear 2020 ; aln:lastFiscalYear 2024 .
"""


def measure(plan: str, number: int) -> str:
    """A measure of a plan."""
    return (
        f"<{plan}/{number}> a aln:Item , aln:Measure ; aln:inPlan <{plan}> ; aln:order {number} ;"
        f' skos:prefLabel "施策{number}"@ja .\n'
    )


def link(source: str, to: str, verdict: str | None, predicate: str = "to") -> str:
    """A link with the review that a verdict is; without one it is proposed."""
    review = f"<{source}/link/review>"
    text = f"<{source}/link> a aln:Link ; aln:from <{source}> ; aln:{predicate} <{to}> .\n"
    if verdict is None:
        return text
    return (
        f"{text}<{source}/link> aln:review {review} .\n{review} a aln:Review ;"
        f' aln:reviewer "企画課" ; aln:reviewDate "2026-04-01" ; aln:reason "同じ" ;'
        f" aln:verdict code:verdict-{verdict} .\n"
    )


def plan(name: str, title: str, kind: str, form: str, ties: tuple[str, ...] = ()) -> str:
    """A plan from 2026 on, which cites others."""
    text = (
        f"<{name}/series> a aln:PlanSeries ; aln:planType code:type-{kind} .\n"
        f"<{name}> a aln:PlanEdition ; dcterms:isVersionOf <{name}/series> ;"
        f' dcterms:title "{title}"@ja ; aln:form code:form-{form} ;'
        " aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2029 .\n"
    )
    for number, target in enumerate(ties, start=1):
        text += (
            f"<{name}> aln:relation <{name}/relation/{number}> .\n"
            f"<{name}/relation/{number}> a aln:PlanRelation ; aln:verb code:verb-weigh ;"
            f" aln:target <{target}> .\n"
        )
    return text


AOBA, MIDORI, SAKURA = (
    Path("municipalities", "08001-aoba"),
    Path("municipalities", "08002-みどり市"),
    Path("prefectures", "13-minami", "cities", "13001-sakura"),
)


def make(root: Path) -> Path:
    """Writes the country into a folder, and gives that."""
    _aoba(root / AOBA)
    _midori(root / MIDORI)
    _sakura(root / SAKURA)
    _write(root / "national" / "outlines" / "outline.ttl", OUTLINE)
    _write(root / "prefectures" / "08-kita" / "plans.ttl", PREFECTURAL)
    return root


def _aoba(folder: Path) -> None:
    """All is known: item 1 answered, 2 proposed, 3 not; an ended citation and one in force."""
    name = "08001/children/1"
    comprehensive = plan("08001/comprehensive/2", "第2次青葉市総合計画", "comprehensive", "full")
    ties = ("outline/1", "08/children/1", "08001/comprehensive/2")
    text = HEAD + comprehensive + plan(name, "青葉市こども計画", "children", "full", ties)
    text += "".join(measure(name, number) for number in range(1, 5))
    text += link(f"{name}/1", "outline/1/1", "accept")
    text += link(f"{name}/2", "outline/1/2", None)
    text += link(f"{name}/3", "outline/1", "no-counterpart", "noCounterpartIn")
    _write(folder / "children.ttl", text)


def _midori(folder: Path) -> None:
    """Only a summary: item 3 is answered through one below it, the others are unknown.

    Its other plan has not been linked; it names a higher one.
    """
    name, other = "08002/children/1", "08002/welfare/1"
    text = HEAD + plan(name, "みどり市こども計画", "children", "summary", ("outline/1",))
    text += measure(name, 1) + measure(name, 2) + link(f"{name}/1", "outline/1/3/1", "accept")
    text += plan(other, "みどり市地域福祉計画", "community-welfare", "full", (name,))
    text += "".join(measure(other, number) for number in range(1, 4))
    _write(folder / "children.ttl", text)


def _sakura(folder: Path) -> None:
    """No children's plan; nothing above its only plan."""
    name = "13001/welfare/1"
    text = HEAD + plan(name, "さくら市地域福祉計画", "community-welfare", "full")
    _write(folder / "welfare.ttl", text + measure(name, 1) + measure(name, 2))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
