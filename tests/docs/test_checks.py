"""The table of checks names every rule, and no rule that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from alignchecker.rules.catalogue import load_catalogue

PAGE = Path(__file__).parents[2] / "docs" / "checks.ja.md"
_ROW = re.compile(r"^\| (?!---|分類|点検 )(.+) \| (.+) \|$", re.MULTILINE)


def test_every_rule_answers_a_check_and_every_check_has_a_rule_or_a_reason() -> None:
    rows = _ROW.findall(PAGE.read_text("utf-8"))
    assert len(rows) > 80
    named = {rule for _, said in rows for rule in re.findall(r"rules\.ja\.md#([a-z-]+)", said)}
    assert named == set(load_catalogue().rules)
    silent = [check for check, said in rows if "rules.ja.md#" not in said and "―" not in said]
    assert silent == ["見当たらないときは、数えられているかを先に疑う"]
