"""A person's corrections of the facts of a plan, each with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers import read_document
from alignchecker.importers.corrections import apply_corrections, read_corrections
from alignchecker.model.errors import ConfigError, InputError
from alignchecker.model.plan import Form, Period

TEXTS = Path(__file__).parents[1] / "reading" / "texts"


def _file(tmp_path: Path, *corrections: tuple[str, str]) -> Path:
    path = tmp_path / "plan.corrections.toml"
    path.write_text(
        "\n".join(
            f'[[correction]]\nfield = "{field}"\nvalue = "{value}"\nreason = "原本の表紙による"'
            for field, value in corrections
        ),
        encoding="utf-8",
    )
    return path


def test_corrections_are_applied_and_settle_warnings(tmp_path: Path) -> None:
    draft = read_document(TEXTS / "codes.txt")
    path = _file(
        tmp_path, ("title", "緑川市総合計画"), ("period", "2026-2029"), ("form", "full"),
        ("measure_level", "政策"), ("published", "2026-03"),
    )  # fmt: skip
    corrected = apply_corrections(draft, read_corrections(path))
    assert (corrected.title, corrected.period) == ("緑川市総合計画", Period(2026, 2029))
    assert (corrected.form, corrected.measure_level) == (Form.FULL, "政策")
    assert corrected.items == draft.items
    codes = {warning.code for warning in corrected.warnings}
    assert not codes & {"title-unknown", "period-unknown", "published-unknown"}
    assert "publisher-unknown" in codes


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("titel", "計画", "title"),
        ("items", "1/1", "title"),
        ("period", "令和8年度", "2026-2029"),
        ("form", "sumary", "summary"),
        ("measure_level", "取組", "施策"),
        ("stage", "案", "proposal"),
        ("published", "2026-13", "2026-03"),
        ("published", "2026-02-31", "2026-03"),
        ("published", "２０２６-03", "2026-03"),
        ("plan_type", "childern", "children"),
    ],
)
def test_wrong_corrections_say_what_is_right(
    tmp_path: Path, field: str, value: str, hint: str
) -> None:
    draft = read_document(TEXTS / "codes.txt")
    with pytest.raises(ConfigError) as error:
        apply_corrections(draft, read_corrections(_file(tmp_path, (field, value))))
    assert hint in error.value.ja
    assert hint in error.value.en


def test_each_fact_once(tmp_path: Path) -> None:
    six = [(field, "あ") for field in ("title", "edition", "part", "publisher", "department")]
    assert len(read_corrections(_file(tmp_path, *six, ("vision", "い")))) == 6
    with pytest.raises(ConfigError):
        read_corrections(_file(tmp_path, ("title", "あ"), ("title", "い")))


@pytest.mark.parametrize(
    "text",
    [
        '[[correction]]\nfield = "title"\nvalue = "計画"\n',
        '[[correction]]\nfield = "title"\nvalue = "計画"\nreason = " "\n',
        '[[correction]]\nfield = "title"\nvalue = 3\nreason = "原本"\n',
        '[[item]]\nlabel = "施策"\n',
        'correction = "title"\n',
    ],
)
def test_malformed_files_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.corrections.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        read_corrections(path)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b'[[correction]]\nfield = "title\n', 2, "TOML"),
        ("field = '計画'".encode("cp932"), None, "UTF-8"),
        (b"a = " + b"[" * 20_000, None, "入れ子"),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(
    tmp_path: Path, content: bytes, line: int | None, said: str
) -> None:
    path = tmp_path / "plan.corrections.toml"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_corrections(path)
    assert said in caught.value.ja
    assert caught.value.ja.endswith("。")
    assert caught.value.line == line


def test_a_file_that_may_not_be_read_is_told_in_japanese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, ("title", "計画"))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError) as caught:
        read_corrections(path)
    assert "権限がありません" in caught.value.ja
    assert "denied" not in caught.value.ja
