"""template, export and the formats of import, as a user runs them."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from pyoxigraph import Literal, RdfFormat, parse

from alignchecker.importers.stratml.document import read_stratml
from alignchecker.importers.workbook.document import read_plan_workbook
from tests.data.remake import DATA, PLANS

from .running import run

_OMITAMA = DATA / "08236-omitama"
_TEXT = (
    "第2次潮見市緑の基本計画\n\n令和8年3月\n潮見市\n\n"
    "計画期間は令和8年度から令和12年度までの5年間です。\n\n"
    "基本目標1 緑を守る\n\n施策1 植樹\n\n施策2 緑化\n"
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("number", PLANS)
def test_turtle_to_workbook_to_turtle_is_the_same_bytes(number: str, tmp_path: Path) -> None:
    workbook, turtle = tmp_path / "plan.xlsx", tmp_path / "plan.ttl"
    assert run("export", PLANS[number], "--to", "xlsx", "--output", workbook).status == 0
    assert run("import", workbook, "--output", turtle).status == 0
    assert turtle.read_bytes() == PLANS[number].read_bytes()


def test_a_document_to_workbook_to_turtle_is_what_import_gives(text: Path, tmp_path: Path) -> None:
    workbook, turtle = tmp_path / "w.xlsx", tmp_path / "w.ttl"
    assert run("import", text, "--to", "xlsx", "--output", workbook).status == 0
    assert run("import", workbook, "--output", turtle).status == 0
    assert turtle.read_text(encoding="utf-8") == run("import", text).out


def test_links_stand_in_the_workbook(tmp_path: Path) -> None:
    workbook = tmp_path / "w.xlsx"
    of = ("--plan", "小美玉市こども計画")
    ran = run("export", _OMITAMA, "--to", "xlsx", "--output", workbook, *of)
    assert ran.status == 0, ran.err
    sheet = openpyxl.load_workbook(workbook)["対応"]
    rows = [row for row in sheet.iter_rows(3, values_only=True) if row[1]]
    assert len(rows) > 20
    assert {"提案", "採用"} <= {row[5] for row in rows}
    assert any("こども大綱" in str(row[2]) for row in rows)
    assert not any(w.code == "links-not-taken" for w in read_plan_workbook(workbook).warnings)


def test_template_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "ひな形.xlsx"
    assert run("template", path).status == 0
    assert read_plan_workbook(path).items == ()
    before = path.read_bytes()
    again = run("template", path)
    assert again.status == 2
    assert "すでにあります" in again.err
    assert path.read_bytes() == before
    assert run("template", tmp_path / "x.docx").status == 2


def test_several_plans_are_listed_and_one_can_be_named(tmp_path: Path) -> None:
    ran = run("export", _OMITAMA, "--to", "stratml")
    assert ran.status == 2
    assert ran.out == ""
    assert "小美玉市こども計画" in ran.err
    assert "--plan" in ran.err
    named = run("export", _OMITAMA, "--to", "stratml", "--plan", "小美玉市こども計画")
    assert named.status == 0
    path = tmp_path / "p.xml"
    path.write_text(named.out, encoding="utf-8")
    assert read_stratml(path).title == "小美玉市こども計画"
    of = ("--plan", "小美玉市こども計面", "--lang", "en")
    wrong = run("export", _OMITAMA, "--to", "stratml", *of)
    assert "Did you mean '小美玉市こども計画'" in wrong.err


def test_a_format_that_is_not_there(text: Path) -> None:
    ran = run("export", text, "--to", "pdf")
    assert ran.status == 2
    assert "形式「pdf」" in ran.err


def test_no_plan_to_export(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("", encoding="utf-8")
    ran = run("export", path, "--to", "xlsx", "--output", tmp_path / "x.xlsx")
    assert ran.status == 2
    assert not (tmp_path / "x.xlsx").exists()


def test_a_broken_input_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<a> <b>", encoding="utf-8")
    assert run("export", path, "--to", "xlsx", "--output", tmp_path / "x.xlsx").status == 2
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize("to", ["trig", "jsonld"])
def test_import_to_a_named_graph(text: Path, to: str) -> None:
    ran = run("import", text, "--to", to)
    assert ran.status == 0, ran.err
    assert ran.out == run("import", text, "--to", to).out
    formats = {"trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
    quads = list(parse(ran.out.encode(), format=formats[to]))
    (graph,) = {quad.graph_name for quad in quads}
    assert str(graph).endswith("/fy2026>")
    turtle = parse(run("import", text).out.encode(), format=RdfFormat.TURTLE)
    assert len(quads) == len(list(turtle))


def test_export_jsonld_keeps_what_was_added_by_hand(text: Path, tmp_path: Path) -> None:
    turtle = tmp_path / "plan.ttl"
    run("import", text, "--output", turtle)
    with turtle.open("a", encoding="utf-8") as file:
        file.write('<fy2026/1/1> aln:direction "up" .\n')
    ran = run("export", turtle, "--to", "jsonld")
    assert ran.status == 0, ran.err
    assert '"direction": {\n    "@value": "up"\n   }' in ran.out
    assert ran.out == run("export", turtle, "--to", "jsonld").out
    json.loads(ran.out)


def test_export_csv_has_a_line_for_each_item_and_indicator(tmp_path: Path) -> None:
    aoba = "tests/corpus/aoba/plans/indicators.ttl"
    target = tmp_path / "一覧.csv"
    ran = run(
        "export", aoba, "--to", "csv", "--plan", "第2次青葉市男女共同参画計画", "--output", target
    )
    assert ran.status == 0
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(content.decode("utf-8-sig").splitlines())
    assert head[:5] == ["符号", "段階", "番号", "項目", "上の見出し"]
    assert {len(row) for row in rows} == {len(head)}
    (shares,) = [row for row in rows if row[6] == "審議会等の女性委員の割合"]
    assert shares[3:] == [
        "審議会等への参画の促進", shares[4], shares[5], "審議会等の女性委員の割合",
        "31.6％（令和6年度）", "40～60％（令和11年度）", shares[9],
    ]  # fmt: skip
    assert sum(not row[6] for row in rows) > 0
    english = run(
        "export", aoba, "--to", "csv", "--plan", "第2次青葉市男女共同参画計画", "--lang", "en"
    )
    assert english.out.startswith("\ufeffId,Level,Number,Item,Above,Departments,Indicator")


def test_cells_of_a_csv_are_no_formulas(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(_TEXT.replace("植樹", "=HYPERLINK(1)"), encoding="utf-8")
    rows = list(csv.reader(run("export", text, "--to", "csv").out.splitlines()))
    assert "'=HYPERLINK(1)" in {cell for row in rows for cell in row}


def test_the_catalogue_says_what_plans_say_and_no_more() -> None:
    ran = run("export", _OMITAMA, "--to", "dcat")
    assert ran.status == 0, ran.err
    assert ran.out == run("export", _OMITAMA, "--to", "dcat").out
    edition = "https://w3id.org/alignchecker/data/08236/children/fy2026"
    quads = list(parse(ran.out.encode(), format=RdfFormat.TURTLE))
    said = {(q.predicate.value.split("#")[-1].split("/")[-1], getattr(q.object, "value", ""))
            for q in quads if str(q.subject) == f"<{edition}>"}  # fmt: skip
    assert said >= {
        ("title", "小美玉市こども計画"), ("issued", "2026-03"), ("temporal", f"{edition}/period"),
        ("inSeries", edition.removesuffix("/fy2026")), ("contactPoint", f"{edition}/contact"),
    }  # fmt: skip
    # The plan has no edition name and no earlier edition: nothing stands for them.
    assert not {"version", "replaces", "distribution"} & {name for name, _ in said}
    days = {q.object.value for q in quads if str(q.subject) == f"<{edition}/period>"
            and isinstance(q.object, Literal)}  # fmt: skip
    assert days == {"2026-04-01", "2030-03-31"}
    catalogues = {q.subject for q in quads if str(q.object).endswith("dcat#Catalog>")}
    listed = {q.subject for q in quads if str(q.predicate).endswith("dcat#dataset>")}
    assert catalogues == listed
    assert len(catalogues) == 1


def test_a_catalogue_among_the_plans_changes_no_finding(tmp_path: Path) -> None:
    city = tmp_path / "city"
    shutil.copytree("tests/corpus/aoba", city)

    def findings() -> list[tuple[str, str, object]]:
        ran = run("check", city, "--as-of", "2026-10-01", "--output-format", "json")
        found = json.loads(ran.out)["findings"]
        return [(f["rule"], f["fingerprint"], f["locations"]) for f in found]

    before = findings()
    assert run("export", city, "--to", "dcat", "--output", city / "plans" / "a.ttl").status == 0
    assert findings() == before


@pytest.mark.parametrize("to", ["dcat", "sssom", "facts"])
def test_what_could_not_be_read_is_not_left_out_silently(to: str, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a> <b>", encoding="utf-8")
    (tmp_path / "plan.ttl").write_text("", encoding="utf-8")
    ran = run("export", tmp_path, "--to", to, "--output", tmp_path / "out")
    assert ran.status == 2
    assert "broken.ttl" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_plan_without_a_title_has_none_in_the_catalogue() -> None:
    """The text printed no title; what findings call the plan is ours."""
    ran = run("export", DATA / "13219-komae", "--to", "dcat")
    assert ran.status == 0, ran.err
    quads = list(parse(ran.out.encode(), format=RdfFormat.TURTLE))
    plans = {q.subject for q in quads if str(q.object).endswith("dcat#Dataset>")}
    titled = {q.subject for q in quads if str(q.predicate).endswith("terms/title>")}
    assert plans
    assert not plans & titled


def test_a_folder_brings_the_documents_of_its_configuration(text: Path, tmp_path: Path) -> None:
    (tmp_path / "alignchecker.toml").write_text('documents = ["*.txt"]\n', encoding="utf-8")
    ran = run("export", tmp_path, "--to", "dcat")
    assert ran.status == 0, ran.err
    assert text.exists()
    assert "第2次潮見市緑の基本計画" in ran.out
