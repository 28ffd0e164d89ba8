"""``review import``: what people fill in comes back, whatever they did to the workbook."""

from __future__ import annotations

import io
import json
import re
import shutil
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from .running import ROOT, Ran, run

CITY = ROOT / "tests" / "corpus" / "aoba"
SIGNED = ("--by", "企画課", "--date", "2026-10-02")
Fill = Callable[["List"], None]


class List:
    """The sheet of findings, by headings."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.columns = {str(c.value): number for number, c in enumerate(sheet[1], start=1)}

    def row_of(self, rule: str, label: str = "") -> int:
        """The first row about a finding of a rule that is open."""
        return next(
            row
            for row in range(2, self.sheet.max_row + 1)
            if self.get(row, "rule") == rule
            and label in self.get(row, "対象")
            and self.get(row, "状態") == "未対応"
        )

    def get(self, row: int, column: str) -> str:
        return str(self.sheet.cell(row, self.columns[column]).value or "")

    def put(self, row: int, **cells: object) -> None:
        for column, value in cells.items():
            name = "理由・コメント" if column == "理由" else column
            self.sheet.cell(row, self.columns[name]).value = value  # type: ignore[assignment]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a workbook of its findings, which nobody has filled in."""
    folder = tmp_path_factory.mktemp("project") / "青葉市"
    shutil.copytree(CITY, folder)
    (folder / "alignchecker.toml").write_text("", encoding="utf-8")
    assert check(folder).status == 0
    return folder


@pytest.fixture
def project(written: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "青葉市"
    shutil.copytree(written, folder)
    return folder


def check(folder: Path, form: str = "xlsx", name: str = "指摘.xlsx") -> Ran:
    asked = ("--as-of", "2026-10-01", "--fail-on", "never", "--output-format", form)
    return run("check", ".", *asked, "--output", name, cwd=folder)


def fill(folder: Path, change: Fill, name: str = "指摘.xlsx") -> None:
    book = load_workbook(folder / name)
    change(List(book["指摘一覧"]))
    book.save(folder / name)


def take(folder: Path, *more: str, name: str = "指摘.xlsx") -> Ran:
    return run("review", "import", name, *more, cwd=folder)


def states(folder: Path) -> dict[str, str]:
    check(folder, "json", "after.json")
    document = json.loads((folder / "after.json").read_text(encoding="utf-8"))
    return {f["rule"] + " " + f["focus"]: f["state"] for f in document["findings"]}


def reviews(folder: Path) -> list[dict[str, object]]:
    file = folder / "reviews.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))["review"] if file.exists() else []


def test_what_is_dismissed_is_waived_and_nothing_else_is(project: Path) -> None:
    def change(listed: List) -> None:
        listed.put(listed.row_of("link-cycle"), 状態="見送り", 理由="改定で直す", 優先度="低")

    before, waivers = states(project), (project / "waivers.toml").read_bytes()
    fill(project, change)
    ran = take(project, *SIGNED)
    assert ran.status == 0, ran.err
    after = states(project)
    changed = {key for key in before if before[key] != after[key]}
    assert {key.partition(" ")[0] for key in changed} == {"link-cycle"}
    assert {after[key] for key in changed} == {"waived"}
    assert before.keys() == after.keys()
    assert (project / "waivers.toml").read_bytes().startswith(waivers)
    (record,) = reviews(project)
    assert (record["status"], record["priority"], record["person"]) == ("見送り", "低", "企画課")
    check(project)
    listed = List(load_workbook(project / "指摘.xlsx")["指摘一覧"])
    row = next(r for r in range(2, 200) if listed.get(r, "rule") == "link-cycle")
    shown = [listed.get(row, c) for c in ("状態", "理由・コメント", "優先度", "記入日")]
    assert shown == ["見送り", "改定で直す", "低", "2026-10-02"]


def test_every_finding_that_can_be_waived_alone_is_and_the_others_say_why(project: Path) -> None:
    def change(listed: List) -> None:
        for row in range(2, listed.sheet.max_row + 1):
            if listed.get(row, "状態") == "未対応":
                listed.put(row, 状態="見送り", 理由=f"理由{row}")

    def open_ones() -> list[tuple[str, str]]:
        check(project, "json", "after.json")
        document = json.loads((project / "after.json").read_text(encoding="utf-8"))
        return [
            (f["rule"], f["fingerprint"]) for f in document["findings"] if f["state"] != "waived"
        ]

    before = open_ones()
    fill(project, change)
    ran = take(project, *SIGNED)
    assert ran.status == 0
    left = open_ones()
    assert set(left) <= set(before)
    waived = int(re.search(r"見送り(\d+)件", ran.err)[1])  # type: ignore[index]
    assert len(before) - len(left) == waived > 100
    told = {int(row) for row in re.findall(r"^  (\d+)行目", ran.err, re.MULTILINE)}
    assert len(told) == len(left)
    assert len(reviews(project)) == len(before)


def test_importing_twice_changes_nothing(project: Path) -> None:
    def change(listed: List) -> None:
        listed.put(listed.row_of("link-cycle"), 状態="見送り", 理由="改定で直す")
        listed.put(listed.row_of("duplicate-link"), 状態="反映済")
        listed.put(listed.row_of("measures-proposed-only"), 状態="見送り", 理由="次年度")
        listed.put(listed.row_of("baseline-entry-gone"), 優先度="最優先")

    fill(project, change)
    assert take(project, *SIGNED).status == 0
    files = {f.name: f.read_bytes() for f in project.glob("*.toml")}
    for again in (SIGNED, ()):
        ran = take(project, *again)
        assert ran.status == 0, ran.err
        assert "新しく記録する判断はありません" in ran.err
    assert {f.name: f.read_bytes() for f in project.glob("*.toml")} == files


def test_an_edited_workbook_is_understood(project: Path) -> None:
    """Sorted, rows taken out and added, columns moved, other sheets, real dates."""

    def change(listed: List) -> None:
        row = listed.row_of("link-cycle")
        listed.put(row, 状態=" 反映済 ", 記入者="こども課", 記入日=46174)
        listed.put(listed.row_of("duplicate-link"), 状態="反映済", 記入者="係", 記入日="R8.6.3")

    fill(project, change)
    old = load_workbook(project / "指摘.xlsx")["指摘一覧"]
    book = Workbook()
    book.active.append(["メモ"])  # type: ignore[union-attr]
    sheet = book.create_sheet("済んだもの")
    sheet.append(["係で使う表題"])
    rows = [[c.value for c in row] for row in old.iter_rows()]
    head, body = rows[0], rows[1:]
    body = sorted(body[:60], key=lambda row: str(row[6]), reverse=True)
    for row in [head, *body]:
        sheet.append(["私の列" if row is head else "x", *row[10:], *row[:10]])
    sheet.append(["", None, "見送り", "手で足した行"])
    book.save(project / "指摘.xlsx")
    ran = take(project)
    assert ran.status == 0, ran.err
    found = {(r["rule"], r["status"], r["person"], str(r["date"])) for r in reviews(project)}
    assert found == {
        ("link-cycle", "反映済", "こども課", "2026-06-01"),
        ("duplicate-link", "反映済", "係", "2026-06-03"),
    }
    assert "指摘についてではない行" in ran.err


def test_what_is_dismissed_without_a_reason_is_left_out_and_named(project: Path) -> None:
    rows = []

    def change(listed: List) -> None:
        rows.append(listed.row_of("link-cycle"))
        listed.put(rows[0], 状態="見送り", 理由=" ")
        listed.put(listed.row_of("duplicate-link"), 状態="反映済")

    fill(project, change)
    waivers = (project / "waivers.toml").read_bytes()
    ran = take(project, *SIGNED)
    assert ran.status == 1
    assert f"{rows[0]}行目" in ran.err
    assert [r["rule"] for r in reviews(project)] == ["duplicate-link"]
    assert (project / "waivers.toml").read_bytes() == waivers


@pytest.mark.parametrize("signing", [(), ("--by", "企画課"), ("--date", "2026-10-02")])
def test_nothing_is_written_while_a_row_is_not_signed(
    project: Path, signing: tuple[str, ...]
) -> None:
    rows = []

    def change(listed: List) -> None:
        rows.append(listed.row_of("link-cycle"))
        listed.put(rows[0], 状態="反映済")

    fill(project, change)
    ran = take(project, *signing)
    assert ran.status == 2
    assert f"{rows[0]}行目" in ran.err
    assert ("--date" in ran.err) == ("--date" not in signing)
    assert reviews(project) == []


def test_a_row_that_somebody_else_answered_is_a_conflict(project: Path) -> None:
    shutil.copy(project / "指摘.xlsx", project / "もう一人.xlsx")

    def first(listed: List) -> None:
        listed.put(listed.row_of("link-cycle"), 状態="反映済")
        listed.put(listed.row_of("duplicate-link"), 状態="反映済")

    def second(listed: List) -> None:
        listed.put(listed.row_of("link-cycle"), 状態="見送り", 理由="次期計画で")
        listed.put(listed.row_of("duplicate-link"), 状態="反映済")
        listed.put(listed.row_of("act-title-outdated"), 優先度="高")

    fill(project, first)
    assert take(project, *SIGNED).status == 0
    fill(project, second, "もう一人.xlsx")
    ran = take(project, *SIGNED, name="もう一人.xlsx")
    assert ran.status == 1
    assert "別の判断" in ran.err
    assert len(re.findall("行目（No", ran.err)) == 1
    rules = [r["rule"] for r in reviews(project)]
    assert rules == ["link-cycle", "duplicate-link", "act-title-outdated"]


def test_an_answer_to_a_finding_that_is_gone_is_recorded_and_said(project: Path) -> None:
    def change(listed: List) -> None:
        listed.put(listed.row_of("link-cycle"), 状態="見送り", 理由="直した")

    fill(project, change)
    (project / "links" / "children.ttl").unlink()
    ran = take(project, *SIGNED)
    assert ran.status == 0
    assert "今は出ていない指摘" in ran.err
    assert [r["rule"] for r in reviews(project)] == ["link-cycle"]
    assert "link-cycle" not in (project / "waivers.toml").read_text(encoding="utf-8")


def test_what_the_finding_lists_by_now_was_not_seen_and_is_not_waived(project: Path) -> None:
    def change(listed: List) -> None:
        listed.put(listed.row_of("measures-proposed-only"), 状態="見送り", 理由="次年度")

    fill(project, change)
    links = project / "links" / "children.ttl"
    text = links.read_text(encoding="utf-8")
    links.write_text(text.replace("aln:review", "rdfs:seeAlso").replace(
        "@prefix aln:", "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix aln:", 1
    ), encoding="utf-8")  # fmt: skip
    ran = take(project, *SIGNED)
    assert "変わったため" in ran.err
    assert "measures-proposed-only" not in (project / "waivers.toml").read_text(encoding="utf-8")


def test_taking_back_a_waiver_says_where_it_stands(project: Path) -> None:
    def change(listed: List) -> None:
        row = next(r for r in range(2, 200) if listed.get(r, "状態") == "見送り")
        listed.put(row, 状態="未対応")

    fill(project, change)
    ran = take(project, *SIGNED)
    assert ran.status == 0
    assert "対象外のまま" in ran.err


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"状態": "済"}, "未対応、反映済、見送り"),
        ({"優先度": "急"}, "最優先、高、中、低"),
        ({"記入日": "来週"}, "2026-06-01"),
    ],
)
def test_words_that_cannot_be_meant_are_named_with_their_row(
    project: Path, cells: dict[str, str], said: str
) -> None:
    fill(project, lambda listed: listed.put(5, **cells))
    ran = take(project, *SIGNED)
    assert ran.status == 2
    assert "5行目" in ran.err
    assert said in ran.err
    assert reviews(project) == []


def _without_hidden(path: Path) -> None:
    def change(listed: List) -> None:
        listed.sheet.delete_cols(16, 9)

    fill(path.parent, change, path.name)


def _without_status(path: Path) -> None:
    fill(path.parent, lambda listed: listed.sheet.delete_cols(listed.columns["状態"]), path.name)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _other(path: Path) -> None:
    Workbook().save(path)


def _gone(path: Path) -> None:
    path.unlink()


def _bomb(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sharedStrings.xml"):
                data = b'<!DOCTYPE a [<!ENTITY b "c">]>' + data.partition(b"?>")[2]
            new.writestr(name, data)
    path.write_bytes(buffer.getvalue())


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_hidden, "隠れた列"),
        (_without_status, "「状態」の列"),
        (_cut, "壊れています"),
        (_other, "指摘一覧がありません"),
        (_gone, "ファイルがありません"),
        (_bomb, "壊れています"),
    ],
)
def test_a_workbook_that_is_none_of_ours_gets_one_message(
    project: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(project / "指摘.xlsx")
    ran = take(project, *SIGNED)
    assert ran.status == 2
    assert said in ran.err
    assert "指摘.xlsx" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_it_goes_to_the_folder_that_is_named_or_nowhere(project: Path, tmp_path: Path) -> None:
    fill(project, lambda listed: listed.put(listed.row_of("link-cycle"), 状態="反映済"))
    empty = tmp_path / "空"
    empty.mkdir()
    book = str(project / "指摘.xlsx")
    ran = run("review", "import", book, *SIGNED, cwd=empty)
    assert ran.status == 2
    assert "--project" in ran.err
    assert list(empty.iterdir()) == []
    ran = run("review", "import", book, *SIGNED, "--project", project, "--lang", "en", cwd=empty)
    assert ran.status == 0
    assert "recorded" in ran.err
    assert len(reviews(project)) == 1
    assert run("review", "import", book, "--project", "ない", cwd=empty).status == 2


def test_an_english_workbook_is_read_back_too(project: Path) -> None:
    asked = ("--as-of", "2026-10-01", "--fail-on", "never", "--lang", "en")
    run("check", ".", *asked, "--output-format", "xlsx", "--output", "e.xlsx", cwd=project)
    book = load_workbook(project / "e.xlsx")
    listed = List(book["Findings"])
    row = next(r for r in range(2, 200) if listed.get(r, "rule") == "link-cycle")
    listed.sheet.cell(row, listed.columns["Status"]).value = "done"
    book.save(project / "e.xlsx")
    assert take(project, *SIGNED, name="e.xlsx").status == 0
    assert reviews(project)[0]["status"] == "反映済"


def test_answers_that_cannot_be_read_stop_a_check(project: Path) -> None:
    (project / "reviews.toml").write_text("[[review]]\nstatsu = 1\n", encoding="utf-8")
    ran = check(project)
    assert ran.status == 2
    assert "reviews.toml" in ran.err


def test_what_takes_a_waiver_back_is_recorded_once_and_said(project: Path) -> None:
    fill(project, lambda sheet: sheet.put(
        sheet.row_of("link-cycle"), 状態="見送り", 理由="今年度は直さない"))  # fmt: skip
    assert take(project, *SIGNED).status == 0
    assert check(project).status == 0

    def take_back(sheet: List) -> None:
        row = next(r for r in range(2, sheet.sheet.max_row + 1)
                   if sheet.get(r, "rule") == "link-cycle")  # fmt: skip
        sheet.put(row, 状態="未対応", 理由="", 記入者="", 記入日="")

    fill(project, take_back)
    assert "waivers.toml" in take(project, *SIGNED).err
    reviews = (project / "reviews.toml").read_bytes()
    assert take(project, *SIGNED).status == 0
    assert (project / "reviews.toml").read_bytes() == reviews
    assert len(tomllib.loads(reviews.decode())["review"]) == 2
    # The waiver stands until it is taken out, and the next workbook says so.
    assert check(project).status == 0
    told = List(load_workbook(project / "指摘.xlsx")["指摘一覧"])
    row = next(r for r in range(2, told.sheet.max_row + 1) if told.get(r, "rule") == "link-cycle")
    assert told.get(row, "状態") == "見送り"
    assert "取り消し" in told.get(row, "指摘")


def test_another_kind_of_file_is_told_which_one_is_wanted(project: Path) -> None:
    assert check(project, "docx", "指摘.docx").status == 0
    ran = take(project, *SIGNED, name="指摘.docx")
    assert ran.status == 2
    assert "check --output-format xlsx で作ったブック" in ran.err
