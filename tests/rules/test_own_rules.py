"""Files of rules that a project brings: what becomes of them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.model.errors import ConfigError, InputError, RuleError
from alignchecker.model.severity import Severity
from alignchecker.rules import project as projects
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.configuration import read
from alignchecker.rules.own_rules import with_own_rules
from alignchecker.rules.shacl_terms import TERMS

from .own import COMPONENT, DOCUMENTED, LINES, PLAIN, SPARQL, catalogue, project

FIRST = LINES + 1
"""The line of the first shape."""


def test_a_documented_rule_joins_the_catalogue(tmp_path: Path) -> None:
    found = catalogue(tmp_path, DOCUMENTED).rule("plan-too-short")
    assert (found.family, found.profile, found.severity) == ("city-hall", "base", Severity.WARNING)
    assert found.message["ja"] == "{?years}年しかありません。"
    assert not found.plain
    shipped = list(load_catalogue().rules)
    assert list(catalogue(tmp_path, DOCUMENTED).rules) == [*shipped, "plan-too-short"]
    (chosen,) = catalogue(tmp_path, DOCUMENTED).select(["city-hall"], [])
    assert chosen.id == found.id


def test_any_other_shape_becomes_a_rule_with_texts_made_for_it(tmp_path: Path) -> None:
    every = catalogue(tmp_path, PLAIN, SPARQL + COMPONENT)
    own = {rule.id: rule for rule in every.rules.values() if rule.family == "own"}
    assert list(own) == ["department-shape", "titles", "years"]
    rule = own["department-shape"]
    assert rule.title == {"ja": "担当課", "en": "担当課"}
    assert rule.severity is Severity.VIOLATION
    assert rule.source["ja"].endswith(f"rules-0.ttl:{FIRST}")
    assert own["years"].title["en"] == "Years"
    assert "$PATH" in own["years"].select
    assert all(rule.profile == "base" for rule in own.values())


def test_a_rule_weighs_as_much_as_its_heaviest_result(tmp_path: Path) -> None:
    only = PLAIN.replace("sh:minCount 1", "sh:minCount 1 ; sh:severity sh:Warning")
    assert catalogue(tmp_path, only).rule("department-shape").severity is Severity.WARNING


def test_ids_are_made_unique(tmp_path: Path) -> None:
    text = PLAIN + PLAIN.replace("ex:DepartmentShape", "<urn:x:other#DepartmentShape>")
    text += PLAIN.replace("ex:DepartmentShape", "ex:PeriodInverted")
    rules = catalogue(tmp_path, text).rules
    assert {"department-shape", "department-shape-2", "period-inverted-2"} <= set(rules)


def test_a_shape_without_name_is_called_by_its_file(tmp_path: Path) -> None:
    rules = catalogue(tmp_path, PLAIN.replace("ex:DepartmentShape", "[]")).rules
    assert rules["rules-0"].source["ja"].endswith(f"rules-0.ttl:{FIRST}")


def test_a_class_that_is_a_shape_is_aimed_at_its_instances(tmp_path: Path) -> None:
    text = "ex:Thing a owl:Class , sh:NodeShape ; sh:nodeKind sh:IRI ."
    assert "thing" in catalogue(tmp_path, text).rules


def test_files_share_their_shapes(tmp_path: Path) -> None:
    one = "ex:A a sh:NodeShape ; sh:targetClass aln:Measure ; sh:node ex:B ."
    assert "a" in catalogue(tmp_path, one, "ex:B a sh:NodeShape ; sh:nodeKind sh:IRI .").rules


# ---- what is refused, with file and line

REFUSED = {
    "misspelt property": (PLAIN.replace("sh:minCount", "sh:minCuont"), 3, "'minCount'"),
    "misspelt target": (PLAIN.replace("targetClass", "targetClas"), 2, "'targetClass'"),
    "misspelt value": (PLAIN.replace("sh:Info", "sh:Infos"), 4, "'Info'"),
    "no target": (PLAIN.replace("sh:targetClass aln:Measure ;", ""), 1, "without a target"),
    "rule that changes data": (PLAIN.replace("rdfs:label", "sh:rule [];rdfs:label"), 1, "sh:rule"),
    "reasoning": (PLAIN + "ex:o sh:entailment ex:RDFS .", 5, "sh:entailment"),
    "request out": (
        SPARQL.replace("$this $PATH ?value", "SERVICE <http://e.org/> { ?a ?b ?c }"),
        2,
        "SERVICE",
    ),
    "request out, in small letters": (SPARQL.replace("WHERE", "from <urn:x> WHERE"), 2, "FROM"),
    "request out, behind an escape": (
        SPARQL.replace(
            "FILTER", r"FILTER (?x = '\\u0027) SERVICE <http://example.org/> { ?a ?b ?c } FILTER"
        ),
        2,
        "SERVICE",
    ),
    "no documentation": (DOCUMENTED.replace("aln:why", "rdfs:seeAlso"), 1, "aln:why"),
    "id of the catalogue": (DOCUMENTED.replace('"plan-too', '"period-inverted" , "'), 1, "2 found"),
    "family in capitals": (DOCUMENTED.replace("city-hall", "City Hall"), 1, "small letters"),
    "family that is a rule": (DOCUMENTED.replace("city-hall", "period-inverted"), 1, "a family"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        catalogue(tmp_path, text)
    faults = caught.value.text("en").splitlines()
    assert any(
        fault.startswith(f"{tmp_path / 'rules-0.ttl'}:{LINES + line}: ") and said in fault
        for fault in faults
    ), faults
    assert all("ください" in fault for fault in caught.value.text("ja").splitlines())


@pytest.mark.parametrize("old", ['identifier "plan-too-short"', "ex:plan-too-short a"])
def test_a_clash_with_the_catalogue_names_both_places(tmp_path: Path, old: str) -> None:
    new = old.replace("plan-too-short", "period-inverted").replace("ex:", "rule:")
    with pytest.raises(RuleError) as caught:
        catalogue(tmp_path, DOCUMENTED.replace(old, new))
    for text in (caught.value.text("ja"), caught.value.text("en")):
        assert f"{tmp_path / 'rules-0.ttl'}:{FIRST}: " in text
        assert "period.ttl:" in text
        assert "period-inverted" in text


def test_what_is_no_turtle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=rf"rules-0.ttl:{FIRST}: a file of rules cannot"):
        catalogue(tmp_path, "ex:A ex:B")
    (tmp_path / "latin.ttl").write_bytes("# é\n".encode("latin-1"))
    with pytest.raises(RuleError, match=r"latin\.ttl"):
        with_own_rules(load_catalogue(), [tmp_path / "latin.ttl"])


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no such file"):
        with_own_rules(load_catalogue(), [tmp_path / "nowhere.ttl"])


# ---- what is told, though it runs


def test_imports_are_not_followed_and_that_is_told(tmp_path: Path) -> None:
    every = catalogue(tmp_path, PLAIN + "ex: owl:imports <https://example.com/more.ttl> .")
    (notice,) = every.notices
    assert notice.line == LINES + 5
    assert "https://example.com/more.ttl" in notice.ja
    assert "nothing is fetched" in notice.en


def test_a_severity_of_ones_own_counts_as_a_violation(tmp_path: Path) -> None:
    every = catalogue(tmp_path, PLAIN.replace("sh:Info", "ex:Grave"))
    assert [notice.line for notice in every.notices] == [LINES + 4]


# ---- configuration


def test_files_are_found_from_the_folder_of_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path, PLAIN, SPARQL)
    configuration = read(folder / "alignchecker.toml")
    monkeypatch.chdir(folder.parent)
    names = [path.as_posix() for path in projects.shapes(configuration)]
    assert names == [f"{folder.name}/rules-0.ttl", f"{folder.name}/rules-1.ttl"]


@pytest.mark.parametrize("pattern", ["nowhere.ttl", "none-*.ttl"])
def test_a_name_that_leads_to_no_file_is_an_error(tmp_path: Path, pattern: str) -> None:
    file = tmp_path / "alignchecker.toml"
    file.write_text(f'shapes = ["{pattern}"]', encoding="utf-8")
    with pytest.raises(ConfigError, match=pattern.replace("*", r"\*")):
        projects.shapes(read(file))


@pytest.mark.parametrize("value", ['"own.ttl"', '["/etc/own.ttl"]', '[""]', "[1]"])
def test_a_wrong_value_is_an_error(tmp_path: Path, value: str) -> None:
    file = tmp_path / "alignchecker.toml"
    file.write_text(f"shapes = {value}", encoding="utf-8")
    with pytest.raises(ConfigError, match="shapes"):
        read(file)


def test_every_term_that_pyshacl_knows_is_known() -> None:
    """Its copy of the vocabulary is that of the W3C."""
    consts = pytest.importorskip("pyshacl.consts")
    names = {
        str(value).removeprefix(str(consts.SH))
        for value in vars(consts).values()
        if str(value).startswith(str(consts.SH)) and str(value) != str(consts.SH)
    }
    alone = {name for name in names if name.isalpha()}
    assert alone - TERMS - {"BlankNodeORLiteral", "SHACLFunction"} == set()
