"""A copy with findings in it, annotated once more: ours are replaced, what others wrote stays."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from alignchecker.model.finding import Report
from tests.cli.running import run
from tests.reports.annotated.documents import (
    annotated,
    edited,
    excel_plan,
    members,
    report_on,
    word_plan,
)
from tests.reports.annotated.test_comments import marked
from tests.reports.annotated.test_notes import boxes, notes

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
EXTENDED = "word/commentsExtended.xml"
RELATIONS = "word/_rels/document.xml.rels"
KIND = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def without_findings(path: Path) -> Report:
    return replace(report_on(path), findings=())


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_annotated_again_it_is_the_same_file(tmp_path: Path, lang: str) -> None:
    for path in (
        word_plan(tmp_path / "計画.docx", comments=["確認"]),
        excel_plan(tmp_path / "計画.xlsx", {"D5": "健康課に確認", "E5": "課長: 至急"}),
    ):
        once = annotated(report_on(path), lang)
        copy = saved(tmp_path / f"写し{path.suffix}", once)
        twice = members(annotated(report_on(copy), lang))
        assert twice.keys() == members(once).keys()
        for name, part in members(once).items():
            assert twice[name] == part, name


def test_what_was_mended_is_gone(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx", comments=["確認"])
    copy = saved(tmp_path / "写し.docx", annotated(report_on(path)))
    left = annotated(without_findings(copy))
    assert [c.text for c in docx.Document(io.BytesIO(left)).comments] == ["確認"]
    assert list(marked(left)) == ["計画期間　令和8年度～令和11年度"]
    assert members(left)["word/document.xml"] == members(path.read_bytes())["word/document.xml"]
    book = excel_plan(tmp_path / "計画.xlsx", {"E5": "課長 & 至急"})
    copy = saved(tmp_path / "写し.xlsx", annotated(report_on(book)))
    left = annotated(without_findings(copy))
    assert notes(left) == {"E5": "課長 & 至急"}
    drawing = next(name for name in members(left) if name.endswith(".vml"))
    assert boxes(left, drawing) == [(4, 4)]


def test_what_an_officer_adds_to_our_note_stays(tmp_path: Path) -> None:
    path = excel_plan(tmp_path / "計画.xlsx")
    once = annotated(report_on(path))
    text = members(once)["xl/comments.xml"].decode()
    rule = "規則: target-worse-than-baseline"
    copy = saved(tmp_path / "写し.xlsx", once)
    edited(copy, {"xl/comments.xml": text.replace(rule, f"{rule}\n→ 健康課に確認 &#x26A0;")})
    left = notes(annotated(without_findings(copy)))
    assert {cell: text.strip() for cell, text in left.items()} == {"E5": "→ 健康課に確認 \u26a0"}
    again = notes(annotated(report_on(copy)))["E5"]
    assert again.count("alignchecker:") == 1
    assert "→ 健康課に確認" in again


def test_a_note_that_another_program_has_cut_up_is_recognised(tmp_path: Path) -> None:
    once = annotated(report_on(excel_plan(tmp_path / "計画.xlsx", {"E5": "至急"})))
    name = next(name for name in members(once) if "comments/" in name and name.endswith(".xml"))
    text = members(once)[name].decode()
    runs = re.sub(
        r"<(\w*:?)t xml:space=.preserve.>([^<]*)</\w*:?t>",
        lambda m: "".join(
            f'<{m[1]}r><{m[1]}t xml:space="preserve">{part}</{m[1]}t></{m[1]}r>'
            for part in re.split(r"(?<=[a-z])(?=[^a-z])|(?=受)|(?<=\n)", m[2])
        ),
        text,
    )
    runs = runs.replace("\n", "&#10;")
    assert runs.count("<r>") + runs.count(":r>") > 20
    copy = edited(saved(tmp_path / "写し.xlsx", once), {name: runs})
    assert notes(annotated(without_findings(copy))) == {"E5": "至急"}
    assert notes(annotated(report_on(copy)))["E5"].count("alignchecker:") == 1


def test_the_source_beside_its_copy_is_told_what_to_do(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    saved(tmp_path / "計画-指摘.docx", annotated(report_on(path)))
    (tmp_path / "alignchecker.toml").write_text('documents = ["*.docx"]', encoding="utf-8")
    ran = run("check", tmp_path)
    assert ran.status == 2
    said = "".join(ran.out.split())
    assert "指摘を書き込んだ写しなどであれば、別のフォルダーに移すか" in said
    away = tmp_path / "指摘"
    away.mkdir()
    (tmp_path / "計画-指摘.docx").rename(away / "計画-指摘.docx")
    assert run("check", tmp_path).status in {0, 1}


def test_a_comment_of_ours_that_somebody_answered_stays(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    parts = members(annotated(report_on(path)))
    comments = parts["word/comments.xml"].decode()
    numbers = iter(range(100))
    comments = re.sub(r"<w:p>", lambda _: f'<w:p w14:paraId="{next(numbers):08X}">', comments)
    comments = comments.replace("<w:comments ", f'<w:comments xmlns:w14="{W14}" ', 1)
    answered = comments.index('w14:paraId="00000000"')
    assert answered > 0
    extended = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="00000000" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000F" w15:done="0"/>'
        '<w15:commentEx w15:paraId="000000FF" w15:paraIdParent="00000000" w15:done="0"/>'
        "</w15:commentsEx>"
    )
    relations = parts[RELATIONS].decode()
    related = f'<Relationship Id="rId900" Type="{KIND}" Target="commentsExtended.xml"/>'
    copy = saved(tmp_path / "写し.docx", annotated(report_on(path)))
    edited(
        copy,
        {
            "word/comments.xml": comments,
            EXTENDED: extended,
            RELATIONS: relations.replace("</Relationships>", f"{related}</Relationships>"),
        },
    )
    before = [c.text for c in docx.Document(str(copy)).comments]
    left = annotated(without_findings(copy))
    assert [c.text for c in docx.Document(io.BytesIO(left)).comments] == before[:1]
    assert b"0000000F" not in members(left)[EXTENDED], "nothing is said of what is gone"
    assert b"000000FF" in members(left)[EXTENDED]
