"""``serve`` starts, says where, ends by Ctrl+C, and refuses what would open it to others."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from .running import ROOT
from .running import run_anew as run


def test_it_serves_until_it_is_ended(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "alignchecker", "serve", str(tmp_path), "--port", "0"]
    with subprocess.Popen(
        [*command, "--no-browser", "--lang", "en"],
        cwd=ROOT,
        env=dict(os.environ),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        said = process.stderr.readline() + process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", said)
        assert found is not None, said
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        page = opener.open(found[0], timeout=30).read().decode()
        assert str(tmp_path) in page
        assert "For another browser" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_other_machines_are_let_in_on_purpose_only(tmp_path: Path) -> None:
    ran = run("serve", tmp_path, "--host", "0.0.0.0", "--no-browser")
    assert ran.status == 2
    assert "--remote" in ran.err
    ran = run("serve", tmp_path, "--host", "0.0.0.0", "--remote", "--no-browser")
    assert ran.status == 2
    assert "--password-file" in ran.err
    (tmp_path / "p").write_text("short", encoding="utf-8")
    ran = run("serve", tmp_path, "--remote", "--password-file", tmp_path / "p", "--lang", "en")
    assert ran.status == 2
    assert "at least 8" in ran.err


def test_what_cannot_be_served_is_said(tmp_path: Path) -> None:
    assert run("serve", tmp_path, "--token", "short").status == 2
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert "フォルダー" in run("serve", tmp_path / "a.txt").err
    missing = run("serve", tmp_path / "none")
    assert missing.status == 2
    assert "先にフォルダーを作ってください" in missing.err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run("serve", tmp_path, "--port", str(taken.getsockname()[1]))
        assert ran.status == 2
        assert "--port 0" in ran.err
