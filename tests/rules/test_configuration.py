"""Configuration: where it is found, what it may say, and what an error tells."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignchecker.model.errors import AligncheckerError, ConfigError, InputError
from alignchecker.model.severity import Severity
from alignchecker.rules.configuration import Configuration, find, read


def test_none_is_the_defaults() -> None:
    assert read(None) == Configuration()


def test_all_keys(tmp_path: Path) -> None:
    file = tmp_path / "alignchecker.toml"
    file.write_text(
        'profile = ["children"]\nselect = ["period"]\nignore = ["period-unknown"]\n'
        'fail-on = "warning"\nlang = "en"\ndocuments = ["*.txt"]\n'
        '[severity]\naction-repeated = "warning"\n',
        encoding="utf-8",
    )
    assert read(file) == Configuration(
        profile=("children",),
        select=("period",),
        ignore=("period-unknown",),
        fail_on="warning",
        lang="en",
        documents=("*.txt",),
        severity={"action-repeated": Severity.WARNING},
        file=file.as_posix(),
    )


def test_pyproject_is_read_where_it_has_our_table(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert find([tmp_path]) != file
    file.write_text('[tool.alignchecker]\nlang = "en"\n', encoding="utf-8")
    assert find([tmp_path]) == file
    assert read(file).lang == "en"


def test_the_folder_goes_before_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("here", "there/deep", "bare"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "here" / "alignchecker.toml").touch()
    (tmp_path / "there" / "alignchecker.toml").touch()
    monkeypatch.chdir(tmp_path / "here")
    assert find([tmp_path / "there" / "deep"]) == tmp_path / "there" / "alignchecker.toml"
    assert find([tmp_path / "bare"]) == tmp_path / "here" / "alignchecker.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["period"]', "select"),
        ('lang = "jp"', "ja"),
        ('fail-on = "error"', "violation"),
        ('select = "period"', "select = "),
        ('[severity]\nperiod-unknown = "high"', "warning"),
        ("severity = 3", "severity"),
        ("select = [", "TOML"),
    ],
)
def test_errors_say_what_is_right(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "alignchecker.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AligncheckerError) as error:
        read(file)
    assert said in str(error.value)
    assert "alignchecker.toml" in error.value.text("ja")


def test_an_unknown_key_is_a_configuration_error(tmp_path: Path) -> None:
    file = tmp_path / "alignchecker.toml"
    file.write_text("documnets = []", encoding="utf-8")
    with pytest.raises(ConfigError, match="documents"):
        read(file)


def test_a_folder_that_may_not_be_looked_into_has_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above a project there may be folders of others."""
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "alignchecker.toml").write_text("", encoding="utf-8")
    give = os.stat

    def refuse(path: os.PathLike[str], **rest: bool) -> os.stat_result:
        if Path(path).parent == locked:
            raise PermissionError(13, "Permission denied")
        return give(path, **rest)

    monkeypatch.setattr(os, "stat", refuse)
    assert find([locked]) == tmp_path / "alignchecker.toml"


def test_toml_nested_without_end_is_an_input_error(tmp_path: Path) -> None:
    file = tmp_path / "alignchecker.toml"
    file.write_text("a = " + "[" * 20_000, encoding="utf-8")
    with pytest.raises(InputError, match="nested"):
        read(file)
