"""Many cities, spread over the prefectures, each of its own, and all of one seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

from tests.bench.city.build import build
from tests.bench.city.defects import Planting, plant
from tests.bench.city.model import City, Prefecture
from tests.bench.city.prefectures import prefecture
from tests.bench.city.turtle import files, prefecture_file
from tests.bench.city.words import PREFECTURES

_FIRST_NUMBER = 901
"""No municipality of Japan has a code whose last three digits are as high."""


def make_city(
    owner: Prefecture, number: int, index: int, measures: int, seed: int, planting: Planting
) -> tuple[City, Counter[str]]:
    """A city with its defects. number: within the prefecture. index: by which it is named."""
    code = f"{owner.code}{_FIRST_NUMBER + number}"
    dice = Random(f"{seed}/{code}")
    city = build(owner, code, index, measures, dice)
    return city, plant(city, dice, planting)


def write_city(folder: Path, city: City) -> None:
    """Writes the files of a city into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(city):
        (folder / name).write_text(text, encoding="utf-8")


def write_one(folder: Path, measures: int, seed: int, planting: Planting) -> Counter[str]:
    """Writes one city, with its prefecture's plans beside it; gives the planted defects."""
    owner = prefecture(seed % len(PREFECTURES) + 1)
    city, planted = make_city(owner, 0, seed, measures, seed, planting)
    write_city(folder, city)
    (folder / "prefecture.ttl").write_text(prefecture_file(owner), encoding="utf-8")
    return planted


def write_country(
    folder: Path, municipalities: int, measures: int, seed: int, planting: Planting
) -> Counter[str]:
    """Writes cities and prefectures, each in a folder of its own; gives the planted defects."""
    planted = Counter[str]()
    owners = [prefecture(n) for n in range(1, min(municipalities, len(PREFECTURES)) + 1)]
    for owner in owners:
        below = folder / "prefectures" / f"{owner.code}-{owner.romanised}"
        below.mkdir(parents=True, exist_ok=True)
        (below / "plans.ttl").write_text(prefecture_file(owner), encoding="utf-8")
    for index in range(municipalities):
        number, place = divmod(index, len(owners))
        city, of_city = make_city(owners[place], number, seed + index, measures, seed, planting)
        write_city(folder / "municipalities" / f"{city.code}-{city.romanised}", city)
        planted += of_city
    return planted
