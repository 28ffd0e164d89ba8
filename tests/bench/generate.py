"""Makes a city of any size: ``python -m tests.bench.generate --measures N --seed S DIR``.

Writes one Turtle file per plan (150 measures each), a comprehensive plan, and links; prints as JSON
how many defects of which rule it planted. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

BASE = "https://example.jp/bench/"
HEAD = f"""@base <{BASE}> .
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix code: <https://w3id.org/alignchecker/code#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
"""
MEASURES_PER_PLAN = 150
MEASURES_PER_GOAL = 15
UNITS = 76
_WHAT = (
    "居場所",
    "見守り",
    "相談",
    "健診",
    "防災",
    "交通",
    "緑化",
    "学習",
    "就労",
    "介護",
    "読書",
    "文化",
)
_HOW = ("の充実", "の推進", "体制の整備", "への支援", "の啓発", "の確保")


def comprehensive(year: int) -> str:
    """The plan that all others stand under, and its ended predecessor."""
    lines = [
        HEAD,
        "<city> a org:FormalOrganization ; skos:prefLabel '例示市'@ja .",
        "<comp> a aln:PlanSeries ; dcterms:title '例示市総合計画'@ja ; dcterms:publisher <city> ;",
        "  aln:planType code:type-comprehensive .",
    ]
    for number, first in ((1, year - 5), (2, year)):
        lines.append(
            f"<comp/{number}> a aln:PlanEdition ; dcterms:isVersionOf <comp> ;"
            f" dcterms:title '第{number}次例示市総合計画'@ja ; aln:editionName '第{number}次' ;"
            f" aln:firstFiscalYear {first} ; aln:lastFiscalYear {first + 4} ."
        )
    lines += [
        f"<comp/2/{unit}> a aln:Item ; aln:inPlan <comp/2> ; aln:kind code:kind-measure ;"
        f" aln:levelName '施策' ; aln:answerable true ; aln:printedNumber '{unit}' ;"
        f" aln:order {unit} ; skos:prefLabel '総合施策{unit}'@ja ."
        for unit in range(1, UNITS + 1)
    ]
    return "\n".join(lines) + "\n"


def plan(number: int, measures: int, year: int, dice: random.Random, planted: Counter[str]) -> str:
    """One sectoral plan with goals, measures, its relation upwards and its links."""
    iri = f"plan{number}/1"
    expired = dice.random() < 0.1
    planted["cited-edition-expired"] += expired
    last = year + 4
    stated = 5 if dice.random() > 0.1 else 4
    planted["stated-length-mismatch"] += stated == 4
    lines = [
        HEAD,
        f"<plan{number}> a aln:PlanSeries ; dcterms:title '例示市第{number}部門計画'@ja .",
        f"<{iri}> a aln:PlanEdition ; dcterms:isVersionOf <plan{number}> ;"
        f" dcterms:title '例示市部門計画{number}'@ja ; dcterms:publisher <city> ;"
        f" aln:planType code:type-health-promotion ; aln:measureLevel '施策' ;"
        f" aln:firstFiscalYear {year} ; aln:lastFiscalYear {last} ; aln:statedYears {stated} ;"
        f" aln:relation <{iri}/relation/1> .",
        f"<{iri}/relation/1> a aln:PlanRelation ; aln:verb code:verb-under ;"
        f" aln:target <comp/{1 if expired else 2}> .",
    ]
    for index in range(measures):
        lines += _measure(iri, index, dice, planted)
    return "\n".join(lines) + "\n"


def _measure(iri: str, index: int, dice: random.Random, planted: Counter[str]) -> Iterator[str]:
    goal, place = index // MEASURES_PER_GOAL + 1, index % MEASURES_PER_GOAL + 1
    if place == 1:
        yield (
            f"<{iri}/{goal}> a aln:Item ; aln:inPlan <{iri}> ; aln:kind code:kind-goal ;"
            f" aln:levelName '基本目標' ; aln:printedNumber '{goal}' ;"
            f" aln:order {index * 2} ; skos:prefLabel '目標{goal}'@ja ."
        )
    label = dice.choice(_WHAT) + dice.choice(_HOW) + str(index)
    measure = f"{iri}/{goal}/{place}"
    yield (
        f"<{measure}> a aln:Item , aln:Measure ; aln:inPlan <{iri}> ; aln:parent <{iri}/{goal}> ;"
        f" aln:kind code:kind-measure ; aln:levelName '施策' ; aln:printedNumber '{place}' ;"
        f" aln:order {index * 2 + 1} ; skos:prefLabel '{label}'@ja ."
    )
    # The first measure of a plan is always linked, so that linking counts as begun.
    if index and dice.random() < 0.05:
        planted["measure-without-link"] += 1
        return
    link = f"{measure}/link"
    yield (
        f"<{link}> a aln:Link ; aln:from <{measure}> ; aln:to <comp/2/{dice.randint(1, UNITS)}> ;"
        f" aln:confidence 0.8 ; aln:review <{link}/review> ."
    )
    yield (
        f"<{link}/review> a aln:Review ; aln:reviewer '企画課' ; aln:reviewDate '2026-04-01' ;"
        f" aln:verdict code:verdict-accept ."
    )


def generate(folder: Path, measures: int, seed: int) -> Counter[str]:
    """Writes the city into a folder; returns the number of planted defects by rule."""
    folder.mkdir(parents=True, exist_ok=True)
    dice, planted, year = random.Random(seed), Counter[str](), 2024
    (folder / "comprehensive.ttl").write_text(comprehensive(year), encoding="utf-8")
    for number, start in enumerate(range(0, measures, MEASURES_PER_PLAN), start=1):
        size = min(MEASURES_PER_PLAN, measures - start)
        text = plan(number, size, year, dice, planted)
        (folder / f"plan{number:04}.ttl").write_text(text, encoding="utf-8")
    return planted


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measures", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    planted = generate(arguments.folder, arguments.measures, arguments.seed)
    print(json.dumps(planted, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
