"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignchecker.model.errors import InputError
from alignchecker.reports.writing import write_whole


def test_new_and_old_files(tmp_path: Path) -> None:
    target = tmp_path / "計画.json"
    for content in (b"one", b"two"):
        write_whole(target, content)
        assert target.read_bytes() == content
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.txt"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(InputError, match="No space left"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_whole(tmp_path / "missing" / "report.txt", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_written_to_and_a_link_is_followed(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.touch()
    link.symlink_to(real)
    write_whole(link, b"x")
    assert link.is_symlink()
    assert real.read_bytes() == b"x"


def test_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.touch(mode=0o640)
    before = target.stat().st_mode
    write_whole(target, b"x")
    assert target.stat().st_mode == before
