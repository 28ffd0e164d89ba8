"""A check done again after edits finds what a new check finds."""

from __future__ import annotations

import dataclasses
import datetime
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from alignchecker.engine.check import Checker, CheckOptions, check
from alignchecker.graph import loading, rereading
from alignchecker.model.finding import Report
from tests.corpus import golden
from tests.rules.own import HEADER

AS_OF = datetime.date(2026, 11, 22)


def comparable(report: Report) -> tuple[Report, list[str]]:
    """The report without the times it took, with errors as their words."""
    runs = tuple(dataclasses.replace(run, seconds=0.0) for run in report.rules)
    inputs = tuple(dataclasses.replace(file, error=None) for file in report.inputs)
    errors = [str(file.error) for file in report.inputs]
    return dataclasses.replace(report, rules=runs, loading_seconds=0.0, inputs=inputs), errors


def blocks(text: str) -> list[str]:
    """The statements of a Turtle file, as far as a line ends with them."""
    return re.split(r"(?<=\.)\n(?=\S)", text)


def drop(text: str, chance: random.Random) -> str:
    """Without a statement."""
    parts = blocks(text)
    start = next((n for n, part in enumerate(parts) if not part.startswith("@")), len(parts))
    if start < len(parts):
        del parts[chance.randrange(start, len(parts))]
    return "\n".join(parts)


def replacing(pattern: str, change: Callable[[str], str]) -> Callable[[str, random.Random], str]:
    """An edit of one place that a pattern finds."""

    def edit(text: str, chance: random.Random) -> str:
        found = list(re.finditer(pattern, text))
        if not found:
            return text
        match = chance.choice(found)
        return text[: match.start(1)] + change(match[1]) + text[match.end(1) :]

    return edit


def relinked(text: str, chance: random.Random) -> str:
    """With a link that leads where another one does, which may be into another plan."""
    found = list(re.finditer(r"aln:to (\S+)", text))
    if not found:
        return text
    link, other = chance.choice(found), chance.choice(found)
    return text[: link.start(1)] + other[1] + text[link.end(1) :]


def linked(text: str, chance: random.Random) -> str:
    """With one link more, from where one leads from to where another one leads."""
    sources, ends = (re.findall(rf"aln:{way} (\S+)", text) for way in ("from", "to"))
    if not sources or not ends:
        return text
    link = f"<urn:x:link> a aln:Link ; aln:from {chance.choice(sources)}"
    return f"{text}\n{link} ; aln:to {chance.choice(ends)} .\n"


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "drop": drop,
    "label": replacing(r'skos:prefLabel "([^"]+)"', lambda word: word + "の改定"),
    "number": replacing(r'aln:printedNumber "(\d+)"', lambda number: str(int(number) + 1)),
    "order": replacing(r"aln:order (\d+)", lambda number: str(int(number) + 3)),
    "year": replacing(r"FiscalYear (\d{4})", lambda year: str(int(year) + 1)),
    "quoted": replacing(r'aln:quotedAs "([^"]+)"', lambda name: "第9次" + name),
    "link": replacing(r"aln:to (\S+)", lambda _: "<https://example.jp/nowhere>"),
    "relinked": relinked,
    "linked": linked,
    "text": replacing(r'aln:text "([^"]+)"', lambda text: text + "仮称）預防計画を策定する。"),
    "value": replacing(r"aln:number ([\d.]+)", lambda number: number + "1"),
    "broken": lambda text, _: text + "\n<urn:x:a> aln:order ",
    "mended": lambda text, _: text.replace("\n<urn:x:a> aln:order ", ""),
}


OWN = """
ex:measures a sh:NodeShape ; sh:targetClass aln:Measure ;
    sh:property [ sh:path skos:prefLabel ; sh:maxLength 12 ] ;
    sh:property [ sh:path aln:department ; sh:minCount 1 ] ;
    sh:property [ sh:path aln:parent ; sh:node [
        sh:property [ sh:path aln:text ; sh:minCount 1 ] ] ] .
ex:links a sh:NodeShape ; sh:targetSubjectsOf aln:to ; sh:closed true ;
    sh:property [ sh:path aln:to ; sh:class aln:Item ] .
ex:orders a sh:NodeShape ; sh:targetObjectsOf aln:order ; sh:maxInclusive 4 .
ex:years a sh:PropertyShape ; sh:targetClass aln:PlanEdition ; sh:path aln:firstFiscalYear ;
    sh:lessThan aln:lastFiscalYear ;
    sh:sparql [ sh:select
        "SELECT $this ?value WHERE { $this $PATH ?value FILTER (?value > 2022) }" ] .
"""


@pytest.mark.parametrize("seed", range(4))
def test_after_random_edits(seed: int, tmp_path: Path) -> None:
    """With the catalogue and with rules of a project's own."""
    city, own = tmp_path / "city", tmp_path / "own.ttl"
    shutil.copytree(golden.CITY, city)
    own.write_text(HEADER + OWN, encoding="utf-8")
    chance = random.Random(seed)
    waivers = sorted(city.rglob("waivers.toml"))
    options = CheckOptions(paths=[city], as_of=AS_OF, waivers=waivers, shapes=[own])
    checker = Checker(options)
    assert comparable(checker.report()) == comparable(check(options))
    files = sorted(city.rglob("*.ttl"))
    for kind in chance.choices(list(EDITS), k=7):
        for file in chance.sample(files, k=chance.choice([1, 1, 2])):
            file.write_text(EDITS[kind](file.read_text("utf-8"), chance), encoding="utf-8")
        assert comparable(checker.report()) == comparable(check(options)), kind


def test_other_rules_need_another_checker(tmp_path: Path) -> None:
    city, own = tmp_path / "city", tmp_path / "own.ttl"
    shutil.copytree(golden.CITY, city)
    own.write_text(HEADER + OWN, encoding="utf-8")
    options = CheckOptions(paths=[city], as_of=AS_OF, shapes=[own])
    checker = Checker(options)
    assert checker.takes(options)
    own.write_text(HEADER + OWN.replace("sh:maxLength 12", "sh:maxLength 5"), encoding="utf-8")
    os.utime(own, ns=(1, 1))
    assert not checker.takes(options)


def test_what_is_saved_while_files_are_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = tmp_path / "city"
    shutil.copytree(golden.CITY, city)
    file = sorted(city.rglob("*.ttl"))[0]
    checker = Checker(CheckOptions(paths=[city], as_of=AS_OF))
    for module in (loading, rereading):
        with monkeypatch.context() as patched:
            read = module.read_file

            def save(*arguments: object, read: Callable[..., object] = read) -> object:
                said = read(*arguments)
                if file in arguments:
                    file.write_bytes(file.read_bytes() + b"\n")
                return said

            patched.setattr(module, "read_file", save)
            checker.report()
        assert checker.has_changed()
        checker.report()
        assert not checker.has_changed()
        file.write_bytes(file.read_bytes() + b"\n")


def test_files_that_come_and_go(tmp_path: Path) -> None:
    city = tmp_path / "city"
    shutil.copytree(golden.CITY, city)
    options = CheckOptions(paths=[city], as_of=AS_OF)
    checker = Checker(options)
    checker.report()
    assert not checker.has_changed()
    file = sorted(city.rglob("*.ttl"))[0]
    kept = file.read_bytes()
    file.unlink()
    assert checker.has_changed()
    assert comparable(checker.report()) == comparable(check(options))
    file.write_bytes(kept)
    assert checker.has_changed()
    assert comparable(checker.report()) == comparable(check(options))


def test_nothing_is_read_again_where_nothing_changed(tmp_path: Path) -> None:
    city = tmp_path / "city"
    shutil.copytree(golden.CITY, city)
    checker = Checker(CheckOptions(paths=[city], as_of=AS_OF))
    first = checker.report()
    before = checker._files.dataset().index.clock
    assert comparable(checker.report()) == comparable(first)
    assert checker._files.dataset().index.clock == before
