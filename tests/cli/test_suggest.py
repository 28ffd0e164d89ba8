"""``suggest`` as a user runs it."""

from __future__ import annotations

import csv
import io
import json

import jsonschema

from .running import ROOT, run

CITY = "data/municipalities/08236-omitama"
PAIR = ("--from", "小美玉市こども計画", "--to", "こども大綱")


def test_json_keeps_the_contract() -> None:
    ran = run("suggest", CITY, *PAIR, "-k", "3", "--output-format", "json")
    assert ran.status == 0
    document = json.loads(ran.out)
    schema = ROOT / "alignchecker" / "reports" / "schemas" / "suggest.schema.json"
    jsonschema.validate(document, json.loads(schema.read_text("utf-8")))
    assert set(document) == {"schema", "suggestions"}
    assert document["schema"] == 1
    for row in document["suggestions"]:
        assert set(row) == {"from", "fromLabel", "none", "candidates"}
        assert len(row["candidates"]) <= 3
        said = [candidate["probability"] for candidate in row["candidates"]]
        assert said == sorted(said, reverse=True)
        for candidate in row["candidates"]:
            assert set(candidate) == {"to", "toLabel", "probability", "why"}
            assert set(candidate["why"]) == {"ja", "en"}
            assert all(candidate["why"].values())


def test_text_gives_reasons_in_both_languages() -> None:
    ja = run("suggest", CITY, *PAIR).out
    assert "89% 妊娠前から妊娠期、出産、幼児期までの切れ目ない保健・医療の確保" in ja
    assert "同じ言葉がある（" in ja
    assert "対応づけは行いません" in ja
    en = run("suggest", CITY, *PAIR, "--lang", "en").out
    assert "both say" in en
    assert "Nothing has been linked" in en


def test_against_an_extract_none_is_unknown() -> None:
    extract = "https://w3id.org/alignchecker/data/08236/comprehensive/n2-zenki"
    pair = ("--from", "小美玉市こども計画", "--to", extract)
    document = json.loads(run("suggest", CITY, *pair, "--output-format", "json").out)
    assert {row["none"] for row in document["suggestions"]} == {None}
    assert "該当なし: 不明" in run("suggest", CITY, *pair).out


def test_csv_has_a_line_for_each_candidate() -> None:
    out = run("suggest", CITY, *PAIR, "-k", "2", "--output-format", "csv").out
    lines = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert lines[0][:3] == ["施策", "順位", "対応の候補"]
    assert {line[1] for line in lines[1:]} <= {"1", "2", ""}


def test_what_is_misspelt_is_told() -> None:
    ran = run("suggest", CITY, "--from", "小美玉市こども計画", "--to", "こども大網")
    assert ran.status == 2
    assert "こども大綱" in ran.err
    ran = run("suggest", CITY, *PAIR, "--model", "semantics")
    assert ran.status == 2
    assert "semantic" in ran.err
