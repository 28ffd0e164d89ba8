"""Importing what is broken or hostile, to places that cannot take it: nothing is lost or left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from alignchecker.cli.app import run as run_here
from tests.cli.running import run

PLAN = """青葉市地域福祉計画
令和8年度～令和12年度
令和8年3月
青葉市

基本目標1 支え合うまち
施策1 見守りの推進
"""
STEERING = "\x1b[31m\x1b]0;x\x07\x9b2J\u202e"
CONTROLS = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\u202e"} - {"\n", "\r"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    return Call(monkeypatch, capfd)


class Call:
    """Runs the command line in this process, which is sooner than a new one."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capture = patch, capture

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        self._patch.setattr(sys, "argv", ["alignchecker", *map(str, arguments)])
        status = run_here()
        out, err = self._capture.readouterr()
        return status, out, err

    def refused(self, *arguments: str | Path, en: bool = False) -> str:
        """The one line that says what is wrong."""
        status, out, err = self(*arguments, *(("--lang", "en") if en else ()))
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert err.startswith("alignchecker: ")
        assert "ALIGNCHECKER_TRACEBACK" not in err
        assert not CONTROLS & set(err)
        return err


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


BROKEN = {
    "plan.docx": b"PK\x03\x04",
    "plan.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"),
    "plan.pdf": b"%PDF-1.7\n",
    "plan.xml": b"<StrategicPlan>",
    "plan.csv": b'a,"b\n',
    "plan.md": b"a\0b",
    "plan.txt": b"",
    "plan.doc": b"x",
    "plan": b"x",
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("form", ["turtle", "json", "xlsx"])
def test_an_old_output_outlives_a_broken_document(
    tmp_path: Path, call: Call, name: str, form: str
) -> None:
    path, output = tmp_path / name, tmp_path / "out"
    path.write_bytes(BROKEN[name])
    output.write_bytes(b"old")
    assert str(path) in call.refused("import", path, "--to", form, "--output", output)
    assert str(path) in call.refused("import", path, "--to", form, "--output", output, en=True)
    assert output.read_bytes() == b"old"
    assert names(tmp_path) == sorted([name, "out"])


@pytest.mark.parametrize("name", ["plan.docx", "plan.csv"])
def test_an_earlier_import_outlives_a_broken_document(
    tmp_path: Path, plan: Path, call: Call, name: str
) -> None:
    old, new = tmp_path / "old.ttl", tmp_path / name
    new.write_bytes(BROKEN[name])
    assert call("import", plan, "--output", old)[0] == 0
    before = old.read_bytes()
    call.refused("import", new, "--update", old, "--output", old)
    assert old.read_bytes() == before
    assert names(tmp_path) == sorted(["old.ttl", "plan.txt", name])


def test_the_document_is_never_written_over(tmp_path: Path, plan: Path, call: Call) -> None:
    link, same = tmp_path / "link.ttl", tmp_path / "." / "plan.txt"
    link.symlink_to(plan)
    for output in (plan, same, link):
        assert "読み込むファイルそのもの" in call.refused("import", plan, "--output", output)
    old = tmp_path / "old.ttl"
    assert call("import", plan, "--output", old)[0] == 0
    before = old.read_bytes()
    call.refused("import", plan, "--update", old, "--output", plan)
    call.refused("check", old, "--output", old)
    call.refused("check", tmp_path, "--output", old)
    call.refused("export", old, "--to", "stratml", "--output", old)
    assert plan.read_text(encoding="utf-8") == PLAN
    assert old.read_bytes() == before


def test_outputs_that_cannot_be_written(tmp_path: Path, plan: Path, call: Call) -> None:
    (tmp_path / "folder").mkdir()
    loop, lost, pipe = tmp_path / "loop", tmp_path / "lost", tmp_path / "pipe"
    loop.symlink_to(loop)
    lost.symlink_to(tmp_path / "nowhere" / "plan.ttl")
    os.mkfifo(pipe)
    before = names(tmp_path)
    for output, words in {
        tmp_path / "folder": "フォルダーです",
        tmp_path / "nowhere" / "plan.ttl": "場所がありません",
        tmp_path / ("長" * 90 + ".ttl"): "名前が長すぎます",
        loop: "リンクが循環しています",
        lost: "場所がありません",
        pipe: "パイプの読み手がいません",
    }.items():
        said = call.refused("import", plan, "--output", output)
        assert f"{output}: 書き込めません（{words}）" in said
        assert said.endswith("ください。\n")
    assert names(tmp_path) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk(plan: Path, call: Call) -> None:
    assert "空き容量がありません" in call.refused("import", plan, "--output", "/dev/full")
    with Path("/dev/full").open("wb") as full:
        for form in ("turtle", "xlsx"):
            done = subprocess.run(
                [sys.executable, "-m", "alignchecker", "import", plan, "--to", form],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
            assert done.returncode == 2
            last = done.stderr.decode().splitlines()[-1]
            assert last.startswith("alignchecker: 標準出力に書き込めません（空き容量がありません）")


def test_a_link_as_output_stays_one(tmp_path: Path, plan: Path, call: Call) -> None:
    real, link = tmp_path / "real.ttl", tmp_path / "link.ttl"
    link.symlink_to(real)
    assert call("import", plan, "--output", link)[0] == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("@base")


def test_a_long_name_is_written_to(tmp_path: Path, plan: Path, call: Call) -> None:
    output = tmp_path / ("長" * 83 + ".ttl")
    assert call("import", plan, "--output", output)[0] == 0
    assert output.is_file()


def test_a_locked_file_is_not_replaced(
    tmp_path: Path, plan: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "locked.ttl"
    output.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK or path != output)
    assert "権限がありません" in call.refused("import", plan, "--output", output)
    assert output.read_bytes() == b"old"


def test_a_file_that_may_not_be_read_is_told_in_japanese(
    plan: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "open", refuse)
    assert "権限がありません" in call.refused("import", plan)


def test_stopping_leaves_nothing(
    tmp_path: Path, plan: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    output = tmp_path / "out.ttl"
    output.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", stop)
    assert call("import", plan, "--output", output)[0] in (1, 130)
    assert output.read_bytes() == b"old"
    assert names(tmp_path) == ["out.ttl", "plan.txt"]


def test_file_names_do_not_steer_the_terminal(tmp_path: Path, call: Call) -> None:
    path = tmp_path / f"plan\n{STEERING}.docx"
    path.write_bytes(b"x")
    assert "plan " in call.refused("import", path)
    call.refused("import", tmp_path / f"{STEERING}.docx")
    call.refused("import", path, "--type", STEERING)


@pytest.mark.parametrize("form", [[], ["--to", "json"], ["--to", "trig"], ["--to", "jsonld"]])
def test_labels_do_not_steer_the_terminal(tmp_path: Path, form: Sequence[str]) -> None:
    pty = pytest.importorskip("pty")
    path = tmp_path / "plan.txt"
    odd = PLAN.replace("支え", f"支え{STEERING}").replace("見守り", f"見守り{STEERING}")
    path.write_text(f"{odd}・い{STEERING}い\n・言う。\n", encoding="utf-8")
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "alignchecker", "import", path, *form],
        stdout=terminal,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        shown = b""
        try:
            while data := os.read(controller, 1 << 16):
                shown += data
        except OSError:
            # How a terminal ends when nobody writes to it any more.
            pass
    os.close(controller)
    assert process.returncode == 0
    assert "見守り" in shown.decode()
    assert not CONTROLS & set(shown.decode())


def test_a_pipe_as_input_ends_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    os.mkfifo(path)
    ran = run("import", path, "--output", tmp_path / "out.ttl")
    assert ran.status == 2
    assert "パイプ" in ran.err
    assert names(tmp_path) == ["plan.docx"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{}.ttl"),
        ("plans", "{}"),
        ("template", "{}.xlsx"),
        ("export", "{}", "--to", "xlsx"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_name_that_no_file_can_have_is_no_mistake_of_ours(
    arguments: tuple[str, ...], call: Call
) -> None:
    assert "名前が長すぎます" in call.refused(*(word.format("長" * 100) for word in arguments))


def test_an_earlier_import_with_a_name_that_no_file_can_have(plan: Path, call: Call) -> None:
    said = call.refused("import", plan, "--update", "長" * 100 + ".ttl")
    assert "名前が長すぎます" in said
