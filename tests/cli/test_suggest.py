"""``suggest`` as a user runs it."""

from __future__ import annotations

import csv
import io
import json

import jsonschema

from .running import ROOT, run

CITY = "data/municipalities/08236-omitama"
AOBA = "tests/corpus/aoba"
YOUTH = "青葉市こども計画"
PAIR = ("--from", "小美玉市こども計画", "--to", "こども大綱")


def _is_valid(document: object) -> None:
    schema = ROOT / "alignchecker" / "reports" / "schemas" / "suggest.schema.json"
    jsonschema.validate(document, json.loads(schema.read_text("utf-8")))


def test_json_keeps_the_contract() -> None:
    ran = run("suggest", CITY, *PAIR, "-k", "3", "--output-format", "json")
    assert ran.status == 0
    document = json.loads(ran.out)
    _is_valid(document)
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
    assert "97% 妊娠前から妊娠期、出産、幼児期までの切れ目ない保健・医療の確保" in ja
    assert "共通の言葉：妊娠前から妊娠期、出産" in ja
    assert "1%未満 " in ja
    assert " 0%" not in ja
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
    assert {line[6] for line in lines[1:]} == {"こども大綱"}


def test_without_a_target_all_plans_above_that_were_read_are_compared() -> None:
    ran = run("suggest", AOBA, "--from", YOUTH, "--output-format", "json")
    assert ran.status == 0
    _is_valid(json.loads(ran.out))
    rows = json.loads(ran.out)["suggestions"]
    plans = list(dict.fromkeys(row["toPlan"] for row in rows))
    assert len(plans) > 1
    one = run("suggest", AOBA, "--from", YOUTH, "--to", plans[1], "--output-format", "json")
    alone = json.loads(one.out)["suggestions"]
    assert [{**row, "toPlan": plans[1]} for row in alone] == [
        row for row in rows if row["toPlan"] == plans[1]
    ]
    text = run("suggest", AOBA, "--from", YOUTH).out
    assert text.count(" → ") >= len(plans)
    assert text.count("対応づけは行いません") == 1


def test_a_plan_under_none_that_was_read_is_told_what_to_do() -> None:
    ran = run("suggest", CITY, "--from", "第4次小美玉市地域福祉計画")
    assert ran.status == 2
    assert "--to" in ran.err


def test_what_is_misspelt_is_told() -> None:
    ran = run("suggest", CITY, "--from", "小美玉市こども計画", "--to", "こども大網")
    assert ran.status == 2
    assert "こども大綱" in ran.err
    ran = run("suggest", CITY, *PAIR, "--model", "semantics")
    assert ran.status == 2
    assert "semantic" in ran.err
