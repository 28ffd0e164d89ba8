"""``check`` from the outside: exit status, formats, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from .running import ROOT, run

CORPUS = ROOT / "tests" / "corpus"
SOUND = """
@prefix aln: <https://w3id.org/alignchecker/ns#> .
<https://example.jp/p> a aln:PlanEdition ; aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2029 .
"""
UNSOUND = SOUND.replace("2029", "2020")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.ttl").write_text(UNSOUND, encoding="utf-8")
    return tmp_path


def test_sound_plan_ends_with_0(tmp_path: Path) -> None:
    (tmp_path / "plan.ttl").write_text(SOUND, encoding="utf-8")
    assert run("check", tmp_path).status == 0


def test_violation_ends_with_1_and_names_the_line(folder: Path) -> None:
    ran = run("check", "plan.ttl", cwd=folder)
    assert ran.status == 1
    assert "要修正" in ran.out
    assert "plan.ttl 3行目" in ran.out


@pytest.mark.parametrize(
    ("worst", "statuses"),
    [("violation", [1, 1, 1, 0]), ("warning", [0, 1, 1, 0]), ("info", [0, 0, 1, 0])],
)
def test_fail_on(folder: Path, worst: str, statuses: list[int]) -> None:
    """One finding, configured to each severity, against each threshold."""
    (folder / "alignchecker.toml").write_text(f'[severity]\nperiod-inverted = "{worst}"', "utf-8")
    thresholds = ["violation", "warning", "info", "never"]
    select = ["--select", "period-inverted"]
    ran = [run("check", folder, *select, "--fail-on", t).status for t in thresholds]
    assert ran == statuses


def test_status_is_the_same_in_every_format(folder: Path) -> None:
    assert {run("check", folder, "--output-format", f).status for f in ("text", "json")} == {1}


def test_json_follows_its_schema() -> None:
    ran = run("check", CORPUS, "--output-format", "json", "--as-of", "2026-11-22")
    document = json.loads(ran.out)
    schema = ROOT / "alignchecker" / "reports" / "schemas" / "check.schema.json"
    jsonschema.validate(document, json.loads(schema.read_text(encoding="utf-8")))
    assert document["findings"]
    assert document["asOf"] == "2026-11-22"


def test_both_formats_at_once(folder: Path) -> None:
    ran = run(
        "check", folder, "--output-format", "json", "--output", folder / "r.json",
        "--output-format", "text",
    )  # fmt: skip
    assert ran.status == 1
    assert "要修正" in ran.out
    assert json.loads((folder / "r.json").read_text(encoding="utf-8"))["schema"] == 1


def test_english_report_has_no_japanese_of_ours(folder: Path) -> None:
    ran = run("check", folder, "--lang", "en")
    assert "must fix" in ran.out
    assert not any("\u3040" <= character <= "\u30ff" for character in ran.out)


def test_broken_file_is_named_and_the_others_are_checked(folder: Path) -> None:
    (folder / "broken.ttl").write_text("@prefix a: <b> .\na:x a:y\n  ;;\n", encoding="utf-8")
    ran = run("check", folder)
    assert ran.status == 2
    assert "broken.ttl:3:3: " in ran.out
    assert "period-inverted" in ran.out


def test_empty_folder_ends_with_3(tmp_path: Path) -> None:
    ran = run("check", tmp_path)
    assert ran.status == 3
    assert "調べるファイルがありません" in ran.err


def test_missing_path_ends_with_2(tmp_path: Path) -> None:
    ran = run("check", tmp_path / "nowhere")
    assert ran.status == 2
    assert "nowhere" in ran.err


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["--select", "cited-edition-expird"], "cited-edition-expired"),
        (["--ignore", "perid"], "period"),
        (["--profile", "childrn"], "children"),
        (["--output-format", "jsn"], "json"),
        (["--fail-on", "warnin"], "warning"),
        (["--engine", "pyshac"], "pyshacl"),
        (["--lang", "jp"], "ja"),
        (["--as-of", "22.11.2026"], "2026-04-01"),
    ],
)
def test_a_misspelt_word_is_an_error_that_names_the_nearest(
    folder: Path, arguments: list[str], near: str
) -> None:
    ran = run("check", folder, *arguments)
    assert ran.status == 2
    assert near in ran.err
    assert ran.out == ""


def test_unknown_key_of_the_configuration(folder: Path) -> None:
    (folder / "alignchecker.toml").write_text('selct = ["period"]\n', encoding="utf-8")
    ran = run("check", folder)
    assert ran.status == 2
    assert "「select」" in ran.err


def test_configuration_changes_severity_and_exit_status(folder: Path) -> None:
    (folder / "alignchecker.toml").write_text(
        '[severity]\nperiod-inverted = "info"\n', encoding="utf-8"
    )
    ran = run("check", folder)
    assert ran.status == 0
    assert "参考" in ran.out


def test_output_that_cannot_be_written_leaves_nothing(folder: Path) -> None:
    ran = run("check", folder, "--output", folder / "missing" / "r.txt")
    assert ran.status == 2
    assert not (folder / "missing").exists()


def test_rules_about_today_say_that_they_did_not_run(folder: Path) -> None:
    (folder / "alignchecker.toml").write_text('ignore = ["owl"]', encoding="utf-8")
    without, given = run("check", folder), run("check", folder, "--as-of", "2026-11-22")
    assert "未実行（基準日 --as-of の指定がない）" in without.out
    assert "未実行" not in given.out


def test_in_github_actions_findings_stand_beside_their_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = run("check", "tests/corpus/aoba", "--output-format", "json")
    assert json.loads(ran.out)["findings"], "the report itself is as ever"
    assert ran.err.startswith("::error file=tests/corpus/aoba/")
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("before\n## 計画の整合の確認\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    nowhere = run("check", "tests/corpus/aoba", "--output-format", "json")
    assert nowhere.status == ran.status == 1
    assert "GITHUB_STEP_SUMMARY を確かめてください" in nowhere.err
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    asked = run("check", "tests/corpus/aoba", "--output-format", "github")
    assert asked.out == ran.err
    assert asked.err == ""


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--output", "指摘.xlsx"), "--output-format xlsx"),
        (("--output", "報告.html"), "--output-format html"),
        (
            ("--output-format", "json", "--output", "a.json",
             "--output-format", "sarif", "--output", "a.json"),
            "同じファイル",
        ),
    ],
)  # fmt: skip
def test_a_file_gets_what_its_name_promises(
    asked: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    named = [str(tmp_path / word) if word.endswith((".xlsx", ".html", ".json")) else word
             for word in asked]  # fmt: skip
    ran = run("check", "tests/corpus/aoba", *named)
    assert ran.status == 2
    assert words in ran.err
    assert not list(tmp_path.iterdir())
