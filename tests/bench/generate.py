"""Makes a city of any size: ``python -m tests.bench.generate --measures N --seed S DIR``.

With ``--municipalities M`` it makes a country of M cities of N measures each, in
``DIR/municipalities/<code>-<name>/``, with ``DIR/prefectures/<code>-<name>/plans.ttl``. Everything
is made up from lists of words; the same arguments give the same bytes.

A city has thirty plans where its measures suffice for ten each, fewer below, and more where a plan
would have more than 150. Each has goals, measures and actions, relations upwards by IRI, reviewed
links, indicators, departments, records of progress, the text of its document, and waivers.

Printed is a JSON object: how many findings each rule makes, as ``check --output-format json
--as-of 2026-11-22`` counts them over DIR. A rule that rolls up makes one finding per focus node,
whatever it lists. The defects, and the rules that none can be planted for, are the table in
``tests.bench.city.defects``. ``--every`` plants each at least once where the city has room for it;
``--sound`` plants none. Then these remain by nature, and are counted too:

law-not-examined          one for each plan of a kind that the data on Acts do not have
plans-ending-together     one for each year in which three or more plans of a city end
outline-units-unanswered  one, waived: a unit of こども大綱 that the city leaves out, with reason
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from tests.bench.city.country import write_country, write_one
from tests.bench.city.defects import Planting


def generate(
    folder: Path, measures: int, seed: int, *, planting: Planting = Planting.DICE,
    municipalities: int | None = None,
) -> Counter[str]:  # fmt: skip
    """Writes a city, or a country, into a folder; returns the number of findings by rule."""
    folder.mkdir(parents=True, exist_ok=True)
    if municipalities is None:
        return write_one(folder, measures, seed, planting)
    return write_country(folder, municipalities, measures, seed, planting)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--measures", type=int, required=True, help="of a city")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--municipalities", type=int, help="a country of so many cities")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--sound", action="store_true", help="without planted defects")
    kind.add_argument("--every", action="store_true", help="each defect at least once")
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    if given.measures < 1 or (given.municipalities or 1) < 1 or given.seed < 0:
        parser.error("--measures and --municipalities begin at 1, --seed at 0")
    planting = Planting.NONE if given.sound else Planting.EVERY if given.every else Planting.DICE
    planted = generate(
        given.folder, given.measures, given.seed, planting=planting,
        municipalities=given.municipalities,
    )  # fmt: skip
    print(json.dumps(planted, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
