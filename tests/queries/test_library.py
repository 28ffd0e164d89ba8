"""Saved queries are found by name, in one's own folders first; headers are read or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.model.errors import ConfigError
from alignchecker.queries.errors import QueryRefused
from alignchecker.queries.header import Kind, Topic, read_header
from alignchecker.queries.library import find, library

_HEADER = """#+ topic = "plans"
#+ [question]
#+ ja = "計画の項目は何か"
#+ en = "Which items has a plan?"
#+ [parameters.plan]
#+ type = "plan"
#+ ja = "計画"
#+ en = "the plan"
#+ example = "青葉市こども計画"
#+ [parameters.year]
#+ type = "integer"
#+ ja = "年度"
#+ en = "fiscal year"
#+ default = 2027
#+ [columns]
#+ item = { ja = "項目", en = "item" }
# An ordinary comment.
SELECT ?item { ?item ?in $plan }
"""


def test_a_header_is_toml_behind_its_mark() -> None:
    header = read_header(_HEADER, "a.rq")
    assert header.question is not None
    assert header.topic is Topic.PLANS
    assert header.question.text("ja") == "計画の項目は何か"
    assert header.columns["item"].text("en") == "item"
    plan, year = header.parameters.values()
    assert (plan.kind, plan.example, plan.default) == (Kind.PLAN, "青葉市こども計画", None)
    assert (year.kind, year.default, year.is_optional) == (Kind.INTEGER, "2027", False)


def test_a_query_needs_no_header() -> None:
    header = read_header("SELECT * { ?s ?p ?o }", "a.rq")
    assert (header.question, header.parameters, header.columns) == (None, {}, {})


@pytest.mark.parametrize(
    "lines",
    [
        "#+ [question",
        '#+ question = "?"',
        '#+ question = { ja = "x" }',
        '#+ questoin = { ja = "x", en = "x" }',
        '#+ parameters.p = { type = "number", ja = "x", en = "x" }',
        '#+ parameters.p = { type = "text", ja = "x", en = "x", exmaple = "y" }',
        '#+ parameters.p = { type = "text", ja = "x", en = "x", optional = "yes" }',
        '#+ parameters.p = { type = "text", ja = "x", en = "x", default = [1] }',
        '#+ parameters.lang = { type = "text", ja = "x", en = "x" }',
        '#+ columns = ["item"]',
        '#+ topic = "plan"',
    ],
)
def test_a_header_that_is_not_written_so_is_refused(lines: str) -> None:
    with pytest.raises(QueryRefused, match=r"a\.rq: .* in the header"):
        read_header(lines, "a.rq")


def test_ones_own_query_goes_before_that_of_the_package(tmp_path: Path) -> None:
    shipped = library()
    name = next(iter(shipped))
    own, other = tmp_path / "own", tmp_path / "other"
    for folder in (own, other):
        folder.mkdir()
        (folder / f"{name}.rq").write_text("ASK {}")
    known = library([own, other])
    assert known[name].path == own / f"{name}.rq"
    assert known.keys() == shipped.keys()


def test_a_query_is_found_by_name_or_file_and_the_nearest_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_bytes(b"\xef\xbb\xbfASK {}")
    known = library([tmp_path])
    assert find("own", known).text == "ASK {}"
    assert find(str(tmp_path / "own.rq"), {}).text == "ASK {}"
    with pytest.raises(ConfigError, match="Did you mean 'own'"):
        find("onw", known)
    with pytest.raises(QueryRefused, match="cannot be read"):
        _ = find(str(tmp_path / "gone.rq"), known).text
    with pytest.raises(ConfigError, match="no folder of queries"):
        library([tmp_path / "gone"])
