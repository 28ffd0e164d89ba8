"""Files that can be read, files that cannot, and what is loaded besides them."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from alignchecker.engine.check import CheckOptions, check
from alignchecker.graph.dataset import Dataset, Role
from alignchecker.graph.loading import load
from alignchecker.importers import READERS
from alignchecker.model.errors import AligncheckerError, InputError
from alignchecker.model.names import ALN, DATA, PREFIXES

EX = "https://example.org/"
HEADER = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
PLAN = HEADER + f"<{EX}plan> a aln:PlanEdition ; aln:firstFiscalYear 2026 .\n"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def inputs(dataset: Dataset) -> list[str]:
    return [file.path.name for file in dataset.files if file.role is Role.INPUT]


def frames(dataset: Dataset) -> set[str]:
    return {file.path.name for file in dataset.files if file.role is Role.FRAME}


def error(dataset: Dataset, name: str) -> AligncheckerError:
    (found,) = [file.error for file in dataset.files if file.path.name == name]
    assert found is not None
    return found


LAST = HEADER.count("\n")
"""The last line of the prefixes."""


def knows(dataset: Dataset, local: str) -> bool:
    return bool(dataset.about(NamedNode(EX + local)))


# ---- what cannot be read


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("broken.ttl", HEADER + f"<{EX}a> a aln:Item ;\n  aln:order 1 2 .\n", LAST + 2),
        ("broken.ttl", f"<{EX}a> a aln:Item .\n", 1),
        ("broken.nt", f'<{EX}a> <{EX}b> "c" .\n<{EX}a> <{EX}b> c .\n', 2),
        ("broken.trig", HEADER + f"<{EX}g> {{ <{EX}a> a aln:Item \n", LAST + 2),
        ("broken.jsonld", '{"@context": {"a": "https://example.org/a"},\n "a": }', 2),
    ],
    ids=["turtle", "prefix", "n-triples", "trig", "json-ld"],
)
def test_errors_name_the_place_and_the_others_load(
    tmp_path: Path, name: str, content: str, line: int
) -> None:
    broken = write(tmp_path / name, content)
    write(tmp_path / "sound.ttl", PLAN)
    dataset = load([tmp_path])
    found = error(dataset, name)
    assert isinstance(found, InputError)
    assert found.path == str(broken)
    assert found.line == line
    assert found.column is not None
    assert found.text("ja").startswith(f"{broken}:{line}:{found.column}: ")
    assert knows(dataset, "plan")
    assert not knows(dataset, "a")


def test_check_reports_the_file_and_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "a.ttl", "ここは Turtle ではない")
    write(tmp_path / "b.ttl", PLAN + f"<{EX}plan> aln:statedYears 4 ; aln:lastFiscalYear 2030 .")
    report = check(CheckOptions(paths=[tmp_path]))
    assert [file.read for file in report.inputs] == [False, True]
    assert [f.rule for f in report.findings] == ["stated-length-mismatch"]


def test_nothing_but_broken_files(tmp_path: Path) -> None:
    report = check(CheckOptions(paths=[write(tmp_path / "a.ttl", "<")]))
    assert [file.read for file in report.inputs] == [False]
    assert report.findings == ()


def test_bad_utf_8(tmp_path: Path) -> None:
    write(tmp_path / "sjis.ttl", HEADER.encode() + f'<{EX}a> aln:text "施策" .'.encode("cp932"))
    write(tmp_path / "sound.ttl", PLAN)
    dataset = load([tmp_path])
    assert "UTF-8" in error(dataset, "sjis.ttl").text("ja")
    assert knows(dataset, "plan")


@pytest.mark.parametrize("name", ["plan.ttl", "PLAN.TTL", "plan.trig"])
def test_a_byte_order_mark_is_no_error(tmp_path: Path, name: str) -> None:
    """Editors on Windows write one."""
    dataset = load([write(tmp_path / name, b"\xef\xbb\xbf" + PLAN.encode())])
    assert [file.error for file in dataset.files if file.role is Role.INPUT] == [None]
    assert knows(dataset, "plan")


@pytest.mark.parametrize(
    "context", ['"https://example.org/context.jsonld"', '["https://example.org/c", {}]', '"c.json"']
)
def test_a_context_elsewhere_is_not_fetched(tmp_path: Path, context: str) -> None:
    path = write(tmp_path / "plan.jsonld", f'{{"@context": {context}, "@id": "{EX}plan"}}')
    assert "@context" in error(load([path]), "plan.jsonld").text("en")


def test_a_context_inside_is_used(tmp_path: Path) -> None:
    text = f'{{"@context": {{"type": "@type"}}, "@id": "{EX}plan", "type": "{ALN}PlanEdition"}}'
    assert knows(load([write(tmp_path / "plan.jsonld", text)]), "plan")


def test_paths_that_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.ttl") as missing:
        load([tmp_path / "nowhere.ttl"])
    assert "パスとファイル名を確かめて" in missing.value.text("ja")
    with pytest.raises(InputError, match=r"\.ttl") as unknown:
        load([write(tmp_path / "plan.hwp", "x")])
    assert unknown.value.reason_en.count(".hwp") == 1
    assert all(suffix in unknown.value.reason_en for suffix in READERS)
    with pytest.raises(InputError) as old:
        load([write(tmp_path / "plan.doc", "x")])
    assert "Word で .docx 形式で保存し直して" in old.value.text("ja")


def test_a_pipe_or_device_is_told_apart_from_what_is_missing(tmp_path: Path) -> None:
    pipe = tmp_path / "plan.ttl"
    os.mkfifo(pipe)
    with pytest.raises(InputError) as caught:
        load([pipe])
    assert "パイプ" in caught.value.text("ja")
    assert inputs(load([tmp_path])) == []


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load([tmp_path / ("長" * 100 + ".ttl")])
    assert "名前が長すぎます" in caught.value.text("ja")


def test_a_file_that_may_not_be_read_is_told_in_japanese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "locked.ttl", PLAN)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = error(load([path]), "locked.ttl").text("ja")
    assert "権限がありません" in found
    assert "denied" not in found
    assert found.endswith("。")


def test_a_folder_that_may_not_be_looked_into_is_told_and_the_others_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left out without a word, it would pass for checked."""
    write(tmp_path / "links" / "a.ttl", PLAN)
    write(tmp_path / "plan.ttl", PLAN)
    give = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "links":
            raise PermissionError(13, "Permission denied", path)
        return give(path)

    monkeypatch.setattr(os, "scandir", refuse)
    dataset = load([tmp_path])
    assert "権限がありません" in error(dataset, "links").text("ja")
    assert knows(dataset, "plan")


def test_a_file_in_a_folder_that_may_only_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "locked.ttl", PLAN)
    give = os.stat

    def refuse(at: str | Path, **rest: bool) -> os.stat_result:
        if Path(at) == path:
            raise PermissionError(13, "Permission denied")
        return give(at, **rest)

    monkeypatch.setattr(os, "stat", refuse)
    assert "権限がありません" in error(load([tmp_path]), "locked.ttl").text("ja")


# ---- what is read


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / "plans" / "a.ttl", PLAN)
    write(tmp_path / "plans" / ".b.ttl", "<")
    write(tmp_path / ".cache" / "c.ttl", "<")
    write(tmp_path / "notes.txt", "x")
    (tmp_path / "folder.ttl").mkdir()
    assert inputs(load([tmp_path])) == ["a.ttl"]


def test_a_hidden_folder_that_is_asked_for_is_read(tmp_path: Path) -> None:
    write(tmp_path / ".plans" / "a.ttl", PLAN)
    assert inputs(load([tmp_path / ".plans"])) == ["a.ttl"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert load([tmp_path]).files == []


TEXT = "第2次青葉市環境基本計画\n計画期間 令和8年度～令和12年度\n"


def test_documents_that_the_configuration_includes(tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", TEXT)
    assert inputs(load([tmp_path])) == []
    assert inputs(load([tmp_path], ["*.txt"])) == ["draft.txt"]


def test_a_document_that_was_imported_is_skipped(tmp_path: Path) -> None:
    digest = hashlib.sha256(write(tmp_path / "draft.txt", TEXT).read_bytes()).hexdigest()
    write(tmp_path / "plan.ttl", PLAN + f'<{EX}plan> aln:sourceHash "sha256:{digest}" .')
    assert inputs(load([tmp_path], ["*.txt"])) == ["plan.ttl"]
    write(tmp_path / "draft.txt", TEXT + "改めた\n")
    assert inputs(load([tmp_path], ["*.txt"])) == ["plan.ttl", "draft.txt"]


def test_blank_nodes_of_two_files_are_not_one(tmp_path: Path) -> None:
    for name in "ab":
        text = f'<{EX}{name}> aln:position _:b . _:b aln:file "{name}" .'
        write(tmp_path / f"{name}.ttl", HEADER + text)
    rows = load([tmp_path]).select("SELECT ?n ?file WHERE { ?n aln:position/aln:file ?file }")
    assert {(row["n"].value[-1], row["file"].value) for row in rows} == {("a", "a"), ("b", "b")}


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ttl", PLAN)
    assert inputs(load([tmp_path, path])) == ["a.ttl"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.nt", f'<{EX}a> <{EX}says> <<( <{EX}b> <{EX}p> "x" )>> .\n'),
        ("a.ttl", HEADER + f"<{EX}a> a aln:Item {{| dcterms:source <{EX}b> |}} .\n"),
        ("a.ttl", HEADER + f"<< <{EX}a> a aln:Item >> dcterms:source <{EX}b> .\n"),
    ],
)
def test_triple_terms_do_not_crash(tmp_path: Path, name: str, content: str) -> None:
    write(tmp_path / name, content)
    write(tmp_path / "b.ttl", PLAN + f"<{EX}plan> aln:lastFiscalYear 2025 .")
    report = check(CheckOptions(paths=[tmp_path]))
    assert all(file.read for file in report.inputs)
    assert [f.rule for f in report.findings] == ["period-inverted"]


# ---- shipped frames


def citing(folder: Path, name: str, more: str = "") -> Dataset:
    text = f"""
    <{EX}plan> aln:relation <{EX}r> .
    <{EX}r> a aln:PlanRelation ; aln:quotedAs "{name}"@ja .
    {more}"""
    return load([write(folder / "plan.ttl", PLAN + text)])


def test_a_frame_that_is_cited_is_loaded(tmp_path: Path) -> None:
    loaded = frames(citing(tmp_path, "こども大綱"))
    assert "kodomo-taiko.ttl" in loaded
    assert "sdgs.ttl" not in loaded


def test_a_frame_of_which_only_the_series_is_known_is_loaded(tmp_path: Path) -> None:
    assert "state-plans.ttl" in frames(citing(tmp_path, "自殺総合対策大綱"))


def test_a_frame_that_nobody_cites_is_not_loaded(tmp_path: Path) -> None:
    assert frames(citing(tmp_path, "青葉市総合計画")) == {"acts.ttl"}


def test_a_frame_that_is_linked_to_is_loaded(tmp_path: Path) -> None:
    link = f"<{EX}l> a aln:Link ; aln:to <{DATA}jp/children-outline/2023/3/1/1> ."
    assert "kodomo-taiko.ttl" in frames(citing(tmp_path, "x", link))


def test_one_plan_of_a_frame_that_an_input_describes_leaves_the_others(tmp_path: Path) -> None:
    """The shipped file holds two plans of the prefecture; the input has its own word on one."""
    own = f"""<{DATA}08/prefectural-children/fy2025> a aln:PlanEdition ;
        dcterms:isVersionOf <{DATA}08/prefectural-children> ; aln:lastFiscalYear 2031 ."""
    dataset = citing(tmp_path, "第3次茨城県総合計画", own)
    assert "plans.ttl" in frames(dataset)
    years = dataset.select(
        f"SELECT ?y WHERE {{ <{DATA}08/prefectural-children/fy2025> aln:lastFiscalYear ?y }}"
    )
    assert [row["y"].value for row in years] == ["2031"]
    (row,) = dataset.select("SELECT ?e WHERE { ?r aln:targetEdition ?e }")
    assert row["e"].value.endswith("08/prefectural-comprehensive/fy2026")


def test_an_input_takes_the_place_of_a_frame(tmp_path: Path) -> None:
    own = f'<{DATA}jp/children-outline/2023> a aln:PlanEdition ; dcterms:title "こども大綱"@ja .'
    assert "kodomo-taiko.ttl" not in frames(citing(tmp_path, "こども大綱", own))
