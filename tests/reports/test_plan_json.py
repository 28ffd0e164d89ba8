"""The import json: valid against its schema, complete, the same bytes every time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from alignchecker.importers import read_document
from alignchecker.lang.import_warnings import WARNINGS
from alignchecker.reports.plan_json import SCHEMA, plan_json

jsonschema = pytest.importorskip("jsonschema")
TEXTS = Path(__file__).parents[1] / "reading" / "texts"
PLANS = sorted(path for path in TEXTS.iterdir() if path.suffix in (".txt", ".md"))


def _json(path: Path) -> Any:
    return json.loads(plan_json(read_document(path)))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_valid_and_deterministic(path: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    validator(schema).validate(_json(path))
    assert plan_json(read_document(path)) == plan_json(read_document(path))


def test_period_as_dates_and_codes_as_printed() -> None:
    data = _json(TEXTS / "environment.txt")
    assert data["plan"]["period"] == {"start": "2025-04-01", "end": "2035-03-31"}
    assert data["plan"]["constitutes"] == ["ordinance"]
    assert [i["code"] for i in data["items"] if i["levelName"] == "柱"] == ["1", "2"]
    assert data["items"][1]["position"]["line"] == 46


def test_claims_and_mentions_as_printed() -> None:
    data = _json(TEXTS / "environment.txt")
    assert [claim["quotedAs"] for claim in data["claims"]] == ["２つの柱", "５つの施策"]
    (mention,) = data["mentions"]
    assert mention["name"] == "第４次青葉県環境基本計画"
    assert mention["period"] == {"start": "2023-04-01", "end": "2028-03-31"}
    assert mention["position"]["line"] == 32


def test_unknown_is_null_and_said() -> None:
    data = _json(TEXTS / "table.txt")
    assert {data["plan"][key] for key in ("title", "period", "publisher", "published")} == {None}
    assert {"title-unknown", "period-unknown"} <= {w["code"] for w in data["warnings"]}


def test_warnings_in_both_languages() -> None:
    for japanese, english in WARNINGS.values():
        assert japanese.endswith("。")
        assert english.endswith(".")
        for place in ("{0}", "{1}", "{2}"):
            assert (place in japanese) == (place in english)
