"""``import --update`` as an officer runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
from pyoxigraph import parse

from tests.cli.running import Ran, run

FIRST = """第２次白波町観光振興計画（素案）

令和８年度～令和１２年度

令和８年３月
白波町

第３章　施策の体系
基本目標１　海を楽しむまち
施策１　海水浴場の整備
施策２　釣り場の案内板の設置
施策３　夕日を見る広場の整備
基本目標２　もてなすまち
施策１　観光案内所の充実
施策２　語り部の育成
"""
SECOND = """第２次白波町観光振興計画（素案）

令和８年度～令和１２年度

令和８年３月
白波町

第３章　施策の体系
基本目標１　海を楽しむまち
施策１　海水浴場の整備
施策２　夕日を見る広場の整備
基本目標２　もてなすまち
施策１　語り部の育成と活躍
施策２　観光案内所の充実
施策３　多言語の案内の充実
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "素案1.txt").write_text(FIRST, "utf-8")
    (tmp_path / "素案2.txt").write_text(SECOND, "utf-8")
    assert run("import", "素案1.txt", "--output", "計画.ttl", cwd=tmp_path).status == 0
    return tmp_path


def update(folder: Path, new: str = "素案2.txt", *options: str, old: str = "計画.ttl") -> Ran:
    return run("import", new, "--update", old, *options, cwd=folder)


def iri_of(text: str, label: str) -> str:
    blocks = [block for block in text.split("\n\n") if f'prefLabel "{label}"@ja' in block]
    assert len(blocks) == 1, label
    return blocks[0].split()[0]


def test_items_keep_their_iris_and_the_report_says_what_changed(folder: Path) -> None:
    before = (folder / "計画.ttl").read_text("utf-8")
    done = update(folder, "素案2.txt", "--output", "計画.ttl")
    assert done.status == 0
    assert done.out == ""
    after = (folder / "計画.ttl").read_text("utf-8")
    for label in ("海水浴場の整備", "夕日を見る広場の整備", "観光案内所の充実", "もてなすまち"):
        assert iri_of(after, label) == iri_of(before, label)
    assert iri_of(after, "語り部の育成と活躍") == iri_of(before, "語り部の育成")
    lines = [line.removeprefix("alignchecker: ") for line in done.err.splitlines()]
    assert "前回の取り込みからの変更: 追加1件、削除1件、名称変更1件、移動0件、番号変更3件" in lines
    assert "追加: 3 多言語の案内の充実" in lines
    assert "削除: 2 釣り場の案内板の設置" in lines
    assert "名称変更: 2 語り部の育成 → 1 語り部の育成と活躍" in lines
    assert "番号変更: 観光案内所の充実（1 → 2）" in lines


def test_english(folder: Path) -> None:
    done = update(folder, "素案2.txt", "--lang", "en")
    assert "1 added, 1 removed, 1 renamed, 0 moved" in done.err
    assert "RemovedItem" in done.out


def test_nothing_changed(folder: Path) -> None:
    done = update(folder, "素案1.txt")
    assert done.out == (folder / "計画.ttl").read_text("utf-8")
    assert "前回の取り込みからの変更はありません。" in done.err


def test_what_is_written_over_is_kept_every_time(folder: Path) -> None:
    first = (folder / "計画.ttl").read_bytes()
    done = update(folder, "素案2.txt", "--output", "計画.ttl")
    assert "計画.ttl.bak" in done.err
    second = (folder / "計画.ttl").read_bytes()
    update(folder, "素案1.txt", "--output", "計画.ttl")
    assert (folder / "計画.ttl.bak").read_bytes() == first
    assert (folder / "計画.ttl.bak2").read_bytes() == second
    update(folder, "素案1.txt", "--output", "計画.ttl")
    assert not (folder / "計画.ttl.bak3").exists()


def test_links_in_the_project_that_lose_their_end_are_named(folder: Path) -> None:
    base = re.search(r"@base <(.*)>", (folder / "計画.ttl").read_text("utf-8"))
    node = iri_of((folder / "計画.ttl").read_text("utf-8"), "釣り場の案内板の設置")
    assert base
    (folder / "links").mkdir()
    (folder / "links" / "上位.ttl").write_text(
        "@prefix aln: <https://w3id.org/alignchecker/ns#> .\n\n"
        f"<https://example.jp/l/1> a aln:Link ; aln:from <{base[1]}{node[1:-1]}> .\n",
        "utf-8",
    )
    done = update(folder)
    assert (
        "対応づけの相手がなくなりました: 「釣り場の案内板の設置」 links/上位.ttl 3行目" in done.err
    )


def test_check_reports_a_link_to_a_removed_item_as_missing(folder: Path) -> None:
    text = (folder / "計画.ttl").read_text("utf-8")
    node = iri_of(text, "釣り場の案内板の設置")
    kept = iri_of(text, "海水浴場の整備")
    (folder / "計画.ttl").write_text(
        f"{text}\n<link/1> a aln:Link ; aln:from {kept} ; aln:to {node} .\n", "utf-8"
    )
    assert update(folder, "素案2.txt", "--output", "計画.ttl").status == 0
    done = run("check", "計画.ttl", "--select", "link-end-missing", cwd=folder)
    assert "その計画にありません" in done.out.replace("\n", "")


def test_corrections_beside_the_earlier_import_hold_for_the_new_draft(folder: Path) -> None:
    (folder / "計画.corrections.toml").write_text(
        '[[correction]]\nfield = "department"\nvalue = "観光課"\nreason = "奥付による"\n\n'
        '[[correction]]\nfield = "measure_level"\nvalue = "取組"\nreason = "別紙による"\n',
        "utf-8",
    )
    done = update(folder, "素案2.txt", "--output", "次.ttl")
    assert done.status == 0
    assert 'aln:department "観光課"' in (folder / "次.ttl").read_text("utf-8")
    assert "訂正ファイルの measure_level「取組」は新しい素案に合いません" in done.err


def test_corrections_beside_the_new_draft_come_first_and_must_fit(folder: Path) -> None:
    (folder / "計画.corrections.toml").write_text("not read", "utf-8")
    (folder / "素案2.corrections.toml").write_text(
        '[[correction]]\nfield = "measure_level"\nvalue = "取組"\nreason = "別紙による"\n', "utf-8"
    )
    done = update(folder, "素案2.txt", "--output", "次.ttl")
    assert done.status == 2
    assert not (folder / "次.ttl").exists()


def test_value_set_by_hand_stays_where_the_old_document_lies_beside(folder: Path) -> None:
    text = (folder / "計画.ttl").read_text("utf-8")
    mended = text.replace('"海水浴場の整備"@ja', '"海水浴場の再整備"@ja')
    (folder / "計画.ttl").write_text(mended, "utf-8")
    done = update(folder)
    assert '"海水浴場の再整備"@ja' in done.out
    assert "海水浴場" not in done.err
    (folder / "素案1.txt").unlink()
    without = update(folder)
    assert '"海水浴場の整備"@ja' in without.out
    assert "名称変更: 1 海水浴場の再整備 → 1 海水浴場の整備" in without.err


def test_earlier_draft_itself_may_be_named(folder: Path) -> None:
    done = update(folder, old="素案1.txt")
    assert done.status == 0
    assert "追加1件、削除1件、名称変更1件" in done.err
    assert done.out == update(folder).out


def test_json_has_the_ids_of_the_earlier_import_and_no_other_keys(folder: Path) -> None:
    done = update(folder, "素案2.txt", "--to", "json")
    plain = run("import", "素案2.txt", "--to", "json", cwd=folder)
    assert json.loads(done.out).keys() == json.loads(plain.out).keys()
    ids = {item["label"]: item["id"] for item in json.loads(done.out)["items"]}
    first = run("import", "素案1.txt", "--to", "json", cwd=folder)
    before = {item["label"]: item["id"] for item in json.loads(first.out)["items"]}
    assert ids["夕日を見る広場の整備"] == before["夕日を見る広場の整備"]


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_other_rdf_says_the_same(folder: Path, form: str) -> None:
    done = update(folder, "素案2.txt", "--to", form, "--output", f"次.{form}")
    assert done.status == 0
    update(folder, "素案2.txt", "--output", "次.ttl")
    counts = [len(list(parse(path=str(folder / name)))) for name in (f"次.{form}", "次.ttl")]
    assert counts[0] == counts[1] > 50


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--base", "https://example.jp/"), "--base を外してください"),
        (("--to", "json", "--output", "計画.ttl"), "上書きできるのは .ttl だけです"),
        (("--to", "xlsx", "--output", "計画.xlsx"), "--update と --to xlsx は一緒に使えません"),
    ],
)
def test_options_that_exclude_each_other(
    folder: Path, options: tuple[str, ...], words: str
) -> None:
    before = (folder / "計画.ttl").read_bytes()
    done = update(folder, "素案2.txt", *options)
    assert done.status == 2
    assert words in done.err
    assert (folder / "計画.ttl").read_bytes() == before


@pytest.mark.parametrize(
    "content", ["", "@base <a", "<a> <b> <c> .", "\0\0", "<a> <b> ( 1 2 3 " * 50]
)
def test_file_that_is_no_import_is_refused(folder: Path, content: str) -> None:
    (folder / "計画.ttl").write_text(content, "utf-8")
    done = update(folder, "素案2.txt", "--output", "次.ttl")
    assert done.status == 2
    assert not (folder / "次.ttl").exists()


def test_another_edition_is_refused(folder: Path) -> None:
    (folder / "素案2.txt").write_text(SECOND.replace("第２次", "第３次"), "utf-8")
    before = (folder / "計画.ttl").read_bytes()
    done = update(folder, "素案2.txt", "--output", "計画.ttl")
    assert done.status == 2
    assert "別の版です" in done.err
    assert (folder / "計画.ttl").read_bytes() == before
    assert not (folder / "計画.ttl.bak").exists()


def test_long_chains_of_blank_nodes_do_not_break_it(folder: Path) -> None:
    text = (folder / "計画.ttl").read_text("utf-8")
    edition = text.partition("\n\n")[2].split()[0]
    members = " ".join(f'"{n}"' for n in range(3000))
    (folder / "計画.ttl").write_text(f"{text}\n{edition} aln:note ( {members} ) .\n", "utf-8")
    done = update(folder)
    assert done.status == 0
    assert '"2999"' in done.out


def _export(folder: Path) -> None:
    done = run("export", "計画.ttl", "--to", "xlsx", "--output", "修正.xlsx", cwd=folder)
    assert done.status == 0, done.err


def _edit(path: Path, old: str, new: str | None) -> None:
    book = openpyxl.load_workbook(path)
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    found = [cell for cell in cells if cell.value == old]
    assert found, old
    for cell in found:
        cell.value = new
    book.save(path)


def test_what_was_written_into_the_workbook_is_taken_over(folder: Path) -> None:
    assert (
        run("export", "計画.ttl", "--to", "xlsx", "--output", "修正.xlsx", cwd=folder).status == 0
    )
    _edit(folder / "修正.xlsx", "語り部の育成", "語り部の育成と派遣")
    _edit(folder / "修正.xlsx", "白波町", "白波市")
    before = (folder / "計画.ttl").read_text("utf-8")
    done = update(folder, "修正.xlsx", "--output", "計画.ttl")
    assert done.status == 0, done.err
    after = (folder / "計画.ttl").read_text("utf-8")
    assert iri_of(after, "語り部の育成と派遣") == iri_of(before, "語り部の育成")
    assert "白波市" in after
    assert "語り部の育成 → 2 語り部の育成と派遣" in done.err
    assert "手で直した値を残しました" not in done.err


def test_what_the_workbook_leaves_out_is_gone(folder: Path) -> None:
    assert (
        run("export", "計画.ttl", "--to", "xlsx", "--output", "修正.xlsx", cwd=folder).status == 0
    )
    _edit(folder / "修正.xlsx", "2026-03", None)
    done = update(folder, "修正.xlsx", "--output", "計画.ttl")
    assert done.status == 0, done.err
    assert "2026-03" not in (folder / "計画.ttl").read_text("utf-8")


def test_a_correction_that_overrules_what_is_new_is_told(folder: Path) -> None:
    correction = '[[correction]]\nfield = "publisher"\nvalue = "白波市"\nreason = "市制施行"\n'
    (folder / "計画.corrections.toml").write_text(correction, "utf-8")
    same = update(folder, "素案2.txt", "--output", "計画.ttl")
    assert "訂正" not in same.err
    text = SECOND.replace("白波町\n\n", "南白波町\n\n")
    (folder / "素案3.txt").write_text(text, "utf-8")
    done = update(folder, "素案3.txt", "--output", "計画.ttl")
    assert done.status == 0, done.err
    assert "白波市（新しい素案では 南白波町）" in done.err
    assert "訂正が要らなくなっていないか" in done.err
