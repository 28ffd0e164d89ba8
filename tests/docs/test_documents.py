"""Every command in the documents runs; generated pages are not stale; links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook, load_workbook

from alignchecker.graph.loading import load
from alignchecker.graph.prose.terms import Terms
from alignchecker.importers.corrections import read_corrections
from alignchecker.importers.toml import read_toml
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.configuration import read

from ..cli.running import Ran, run, run_anew
from ..country.making import make as make_country
from .worked import PAGES as WORKED

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    "README.md",
    "README.ja.md",
    "CONTRIBUTING.md",
    "shapes/README.md",
    "docs/guide.ja.md",
    "docs/checks.ja.md",
    "docs/own-rules.ja.md",
    "docs/corpus.ja.md",
]
GENERATED = [
    "docs/rules.md",
    "docs/rules.ja.md",
    "docs/ontology.md",
    "docs/queries.md",
    "docs/queries.ja.md",
]
_INLINE = re.compile(r"`(alignchecker [^`\n]+)`")
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TURTLE = re.compile(r"^```turtle\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_STANDS_FOR = {"PATH...": "data", "フォルダー": "data", "ROOT": "全国"}
_COUNTRY = "全国"
_TEXT = "青葉市環境基本計画\n\n計画期間は、令和6年度から令和10年度までの5年間とします。\n"


def _commands() -> list[str]:
    texts = [(ROOT / document).read_text("utf-8") for document in DOCUMENTS]
    inline = [command for text in texts for command in _INLINE.findall(text)]
    lines = [
        line for text in texts for block in _BLOCK.findall(text) for line in block.splitlines()
    ]
    return sorted({*inline, *(line for line in lines if line.startswith("alignchecker "))})


def _words(command: str) -> tuple[str, ...]:
    return tuple(_STANDS_FOR.get(word, word) for word in shlex.split(command)[1:])


def _different() -> list[str]:
    """The commands, without those that are the same in the other language."""
    return list({_words(command): command for command in _commands()}.values())


def test_there_are_commands_to_run() -> None:
    assert len(_commands()) >= 6


def _run(words: Sequence[str], folder: Path) -> Ran:
    if "--watch" in words or words[0] == "serve":
        return _until_it_waits(words, folder)
    return (run_anew if "--workers" in words else run)(*words, cwd=folder)


def _until_it_waits(words: Sequence[str], folder: Path) -> Ran:
    """A command that goes on, ended as a person ends it."""
    with subprocess.Popen(
        [sys.executable, "-m", "alignchecker", *words],
        cwd=folder,
        env={**os.environ, "BROWSER": "true"},  # a command that opens nothing
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        said = ""
        for line in process.stderr:
            said += line
            if "Ctrl+C" in line:
                break
        process.send_signal(signal.SIGINT)
        said += process.stderr.read()
    return Ran(process.returncode, "", said)


def _make(path: Path) -> None:
    """A small plan in the format of the file name."""
    if path.suffix == ".docx":
        document = docx.Document()
        for line in _TEXT.splitlines():
            document.add_paragraph(line)
        document.save(str(path))
    elif path.suffix == ".xlsx":
        book = Workbook()
        sheet = book.create_sheet("計画", 0)
        for line in _TEXT.splitlines():
            sheet.append([line])
        book.save(path)
    elif path.suffix in {".ttl", ".txt"}:
        text = path.with_suffix(".txt")
        text.write_text(_TEXT, encoding="utf-8")
        if path.suffix == ".ttl":
            assert _run(["import", text.name, "--output", path.name], path.parent).status == 0


def _provide_data(folder: Path, *, own: bool) -> None:
    """The shipped data; a copy under git of its own where a command writes there or asks git."""
    if not own:
        (folder / "data").symlink_to(ROOT / "data")
        return
    shutil.copytree(ROOT / "data", folder / "data")
    identity = ["-c", "user.email=a@example.jp", "-c", "user.name=a"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", *identity, *words], cwd=folder / "data", check=True)


def _provide_project(folder: Path, workbook: str) -> None:
    """A plan, and the workbook of its findings with one that is answered."""
    _make(folder / "計画.ttl")
    asked = ["check", "計画.ttl", "--output-format", "xlsx", "--output", workbook]
    assert _run(asked, folder).status in {0, 1}
    book = load_workbook(folder / workbook)
    sheet = book["指摘一覧"]
    (column,) = (number for number, c in enumerate(sheet[1], start=1) if c.value == "状態")
    sheet.cell(2, column).value = "反映済"
    book.save(folder / workbook)


@pytest.mark.parametrize("command", _different())
def test_command_runs(command: str, tmp_path: Path) -> None:
    words = _words(command)
    _provide_data(tmp_path, own=bool({"baseline", "--since", "--project"} & set(words)))
    if _COUNTRY in words:
        make_country(tmp_path / _COUNTRY)
    if words[0] == "corpus":
        first = ["check", _COUNTRY, "--workers", "2", "--select", "period-inverted"]
        assert _run(first, tmp_path).status == 0
    if words[0] == "review" and words[2].endswith(".sssom.tsv"):
        links = ["export", "data", "--to", "sssom", "--output", words[2]]
        assert _run(links, tmp_path).status == 0
    elif words[0] == "review":
        if words[1] == "import":
            _provide_project(tmp_path, words[2])
    elif words[0] != "template":
        # What --output names is written by the command itself, unless it is read as well.
        written = {after for word, after in pairwise(words) if word == "--output"}
        read_too = {word for word in words if words.count(word) > 1}
        for word in dict.fromkeys(w for w in words if w not in written or w in read_too):
            _make(tmp_path / word)
    done = _run(words, tmp_path)
    assert done.status in ({0, 1} if words[0] == "check" else {0}), done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("document", [*DOCUMENTS, *WORKED, *GENERATED])
def test_links_lead_somewhere(document: str) -> None:
    page = ROOT / document
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_turtle_of_the_guide_is_understood(tmp_path: Path) -> None:
    blocks = _TURTLE.findall((ROOT / "docs/guide.ja.md").read_text("utf-8"))
    assert len(blocks) == 4
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.ttl").write_text(block, encoding="utf-8")
    plan = ROOT / "data" / "municipalities" / "08236-omitama" / "children-fy2026.ttl"
    (tmp_path / "plan.ttl").write_bytes(plan.read_bytes())
    dataset = load([tmp_path])
    assert [file for file in dataset.files if file.error] == []
    for query in (
        "SELECT ?x WHERE { ?x aln:status code:status-accepted . ?x aln:to/aln:inPlan ?plan }",
        "SELECT ?x WHERE { ?x aln:procedureKind/aln:beforeDecision true }",
        "SELECT ?x WHERE { ?x aln:answersDemand/aln:requiredContent ?content }",
    ):
        assert len(list(dataset.select(query))) == 1
    (added,) = (word for word in Terms.read(dataset).notation if "example.jp" in word.iri)
    assert added.forms == ("通いの場", "つどいの場", "集いの場")
    assert added.exceptions == ("集いの場所",)


def test_settings_of_the_guide_are_accepted(tmp_path: Path) -> None:
    corrections, settings, waivers = _TOML.findall((ROOT / "docs/guide.ja.md").read_text("utf-8"))
    (tmp_path / "plan.corrections.toml").write_text(corrections, encoding="utf-8")
    assert len(read_corrections(tmp_path / "plan.corrections.toml")) == 2
    (tmp_path / "alignchecker.toml").write_text(settings, encoding="utf-8")
    configuration = read(tmp_path / "alignchecker.toml")
    assert configuration.fail_on == "warning"
    (choice,) = configuration.plans.values()
    for rule in (*configuration.ignore, *configuration.severity, *choice.severity):
        load_catalogue().rule(rule)
    load_catalogue().with_parents(choice.profile)
    load_catalogue().select((), choice.ignore)
    (tmp_path / "waivers.toml").write_text(waivers, encoding="utf-8")
    for against in re.findall(r'^against = "(.*?)"', waivers, re.MULTILINE):
        load_catalogue().rule(against)
    assert list(read_toml(tmp_path / "waivers.toml")) == ["waiver"]


def test_readme_has_exactly_two_set_up_commands_of_one_line() -> None:
    blocks = re.findall(
        r"^```sh set-up\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S
    )
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "check data --fail-on never" in blocks[0]
    assert "pytest" in blocks[1]


def test_rules_of_the_page_on_own_rules_run(tmp_path: Path) -> None:
    page = (ROOT / "docs/own-rules.ja.md").read_text("utf-8")
    (settings,), (rules,) = _TOML.findall(page), _TURTLE.findall(page)
    (tmp_path / "規則").mkdir()
    (tmp_path / "規則" / "empty.ttl").write_text("", encoding="utf-8")
    (tmp_path / "own-rules.ttl").write_text(rules, encoding="utf-8")
    (tmp_path / "alignchecker.toml").write_text(settings, encoding="utf-8")
    plan = ROOT / "data" / "municipalities" / "08236-omitama" / "children-fy2026.ttl"
    (tmp_path / "plan.ttl").write_bytes(plan.read_bytes())
    done = _run(["check", ".", "--select", "own", "--output-format", "json"], tmp_path)
    document = json.loads(done.out)
    runs = {run["id"]: (run["outcome"], run["engine"]) for run in document["rules"]}
    names = ("department-shape", "four-years-shape", "short-name-shape")
    assert runs == dict.fromkeys(names, ("ran", "fast"))
    messages = [f["message"] for f in document["findings"] if f["rule"] == "department-shape"]
    assert all(re.fullmatch("「.+」に担当課がありません。", message) for message in messages)
    severities = {f["severity"] for f in document["findings"] if f["rule"] == "short-name-shape"}
    assert severities <= {"info"}
