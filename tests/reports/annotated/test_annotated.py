"""The form ``annotated`` from the outside: which document, which findings, where it goes."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from alignchecker.cli import options
from alignchecker.model.errors import ConfigError, InputError
from alignchecker.model.finding import InputFile, Location, State, Waived
from tests.cli.running import run
from tests.corpus import golden
from tests.reports.annotated.documents import (
    annotated,
    edited,
    excel_plan,
    members,
    report_on,
    word_plan,
)


def texts(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


def test_the_command_writes_beside_the_plan(tmp_path: Path) -> None:
    word_plan(tmp_path / "計画.docx")
    before = (tmp_path / "計画.docx").read_bytes()
    form = ("--output-format", "annotated", "--lang", "en")
    ran = run("check", "計画.docx", *form, "--output", "計画-指摘.docx", cwd=tmp_path)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    found = texts((tmp_path / "計画-指摘.docx").read_bytes())
    assert any(text.startswith("[check]") and "\nTo do: " in text for text in found)
    assert (tmp_path / "計画.docx").read_bytes() == before
    over = run("check", "計画.docx", *form, "--output", "計画.docx", cwd=tmp_path)
    assert over.status == 2
    assert (tmp_path / "計画.docx").read_bytes() == before


def test_a_screen_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(ConfigError) as caught:
        options.deliver_bytes(b"PK", None)
    assert "画面に出せません" in caught.value.ja


def test_one_document_at_a_time(tmp_path: Path) -> None:
    word, excel = word_plan(tmp_path / "計画.docx"), excel_plan(tmp_path / "計画.xlsx")
    with pytest.raises(ConfigError, match="one document at a time") as caught:
        annotated(report_on(word, excel))
    assert "計画.docx" in caught.value.ja
    with pytest.raises(ConfigError, match=r"Word \(\.docx\)"):
        annotated(golden.report())


def test_a_document_that_was_not_read_says_why(tmp_path: Path) -> None:
    report = report_on(word_plan(tmp_path / "計画.docx"))
    error = InputError("壊れています。", "It is damaged.", "計画.docx")
    with pytest.raises(InputError, match="It is damaged"):
        annotated(replace(report, inputs=(InputFile(report.inputs[0].path, error),)))


def test_known_ones_are_marked_and_waived_ones_left_out(tmp_path: Path) -> None:
    report = report_on(word_plan(tmp_path / "計画.docx"))
    first, second = (replace(finding, related=()) for finding in report.findings[:2])
    waived = replace(first, state=State.WAIVED, waived=(Waived("理由", "課長"),))
    known = replace(second, state=State.KNOWN)
    (text,) = texts(annotated(replace(report, findings=(waived, known))))
    assert text.startswith("【要確認・既知】")
    assert second.rule in text


def test_findings_of_other_inputs_are_left_out(tmp_path: Path) -> None:
    report = report_on(word_plan(tmp_path / "計画.docx"))
    own, other = (replace(f, related=()) for f in report.findings[:2])
    other = replace(other, locations=(Location("上位計画.ttl", 3),))
    inputs = (*report.inputs, InputFile("上位計画.ttl"))
    assert len(texts(annotated(replace(report, findings=(own, other), inputs=inputs)))) == 1


def test_a_package_that_contradicts_itself_is_damaged(tmp_path: Path) -> None:
    relations, sheet = "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml"
    plans = {
        "word/_rels/document.xml.rels": word_plan(tmp_path / "a.docx", comments=["確認"]),
        "word/comments.xml": word_plan(tmp_path / "b.docx", comments=["確認"]),
        "xl/drawings/commentsDrawing1.vml": excel_plan(tmp_path / "c.xlsx", {"D5": "確認"}),
        "xl/comments/comment1.xml": excel_plan(tmp_path / "d.xlsx", {"D5": "確認"}),
        relations: excel_plan(tmp_path / "e.xlsx", {"D5": "確認"}),
        sheet: excel_plan(tmp_path / "f.xlsx"),
        "[Content_Types].xml": excel_plan(tmp_path / "g.xlsx"),
    }
    for part, path in plans.items():
        report = report_on(path)
        text = members(path.read_bytes())[part].decode()
        for wrong in ("", "<a>", text.replace("Target=", "T="), text.replace("</xml>", "")):
            if wrong != text:
                edited(path, {part: wrong})
                with pytest.raises(InputError) as caught:
                    annotated(report)
                assert caught.value.ja.endswith("ください。")


def test_nothing_found_gives_the_file_as_it_was(tmp_path: Path) -> None:
    for path in (word_plan(tmp_path / "計画.docx"), excel_plan(tmp_path / "計画.xlsx")):
        data = annotated(replace(report_on(path), findings=()))
        again = annotated(replace(report_on(path), findings=()))
        assert data == again
        assert not texts(data) if path.suffix == ".docx" else b"comments" not in data
