"""Workers come and go; the results do not depend on it."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from alignchecker.corpus import running
from alignchecker.corpus.examining import examine
from alignchecker.corpus.layout import Corpus
from alignchecker.corpus.overview import Overview, render_json, render_text
from alignchecker.corpus.processes import Limits
from alignchecker.corpus.results import Failure, Reason

from . import faults
from .making import AOBA, HEAD, MIDORI, SAKURA
from .running import contents, outstanding, pretend, run, wait_for


@pytest.mark.parametrize("workers", [2, 3])
def test_the_same_bytes_with_any_number_of_workers(
    checked: Corpus, tmp_path: Path, workers: int
) -> None:
    seen = run(checked.root, examine, workers=workers, folder=tmp_path / "results")
    assert seen.checked == 3
    assert seen.status(None) == 0
    found = contents(tmp_path / "results")
    assert found == contents(checked.results)
    assert all(str(checked.root).encode() not in content for content in found.values())


def test_a_worker_killed_in_the_middle_loses_nothing(
    checked: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "marker"
    monkeypatch.setenv(faults.MARKER, str(marker))

    def kill() -> None:
        os.kill(int(wait_for(marker).split()[0]), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    seen = run(checked.root, faults.wait_to_be_killed, folder=tmp_path / "results")
    killer.join()
    assert marker.exists()
    assert seen.failed == 0
    assert contents(tmp_path / "results") == contents(checked.results)


def test_units_that_always_fail_are_told_and_the_others_finish(country: Path) -> None:
    for name in faults.FAULTS:
        (country / name).mkdir()
    for name in ("json.py", "pickle.py", "alignchecker.py"):
        # What lies in a corpus is never run.
        (country / name).write_text("raise SystemExit(9)", encoding="utf-8")
    seen = run(country, faults.by_name, limits=Limits(megabytes=1024, seconds=3))
    failures = [
        Failure(Reason.KILLED, "SIGSEGV"),
        Failure(Reason.KILLED, "exit 7 ここで終わります"),
        Failure(Reason.ERROR, "KeyError: <object object at 0x…>"),
        Failure(Reason.MEMORY, "1024"),
        Failure(Reason.TIME, "3"),
    ]
    assert [result.failed for result in seen.found] == [None, None, *failures, None]
    assert seen.status("never") == 2
    for name, failure in zip(faults.FAULTS, failures, strict=True):
        document = json.loads((seen.corpus.results / f"{name}.json").read_text(encoding="utf-8"))
        assert document["failed"] == {"reason": failure.reason, "detail": failure.detail}
        assert document["report"] is document["tables"] is None
    text = _text(seen, "ja")
    assert "08006-hog: メモリーの上限（1024 MB）に達しました。" in text
    assert "08007-linger: 時間の上限（3秒）に達しました。" in text
    assert "検査できなかったもの 5" in text
    listed = json.loads(render_json(seen))
    assert listed["summary"]["failed"] == 5
    assert [unit["failed"] and unit["failed"]["reason"] for unit in listed["units"]] == [
        None, None, "killed", "killed", "error", "memory", "time", None,
    ]  # fmt: skip
    assert all(Path(unit["result"]).is_file() for unit in listed["units"])
    # Tried again the next time, and nothing else is.
    again = run(country, faults.quick)
    assert again.checked == len(failures)
    assert again.status(None) == 0


def _text(seen: Overview, lang: str) -> str:
    console = Console(width=100, file=io.StringIO(), record=True)
    render_text(seen, lang, console)
    return console.export_text().replace("\n", "")


def test_a_municipality_goes_by_its_own_configuration(country: Path) -> None:
    """Its settings, also of what makes it fail; a mistake in them is its own."""
    unsound = f"{HEAD}<p> a aln:PlanEdition ; aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2020 ."
    for city, settings in ((AOBA, 'fail-on = "never"'), (MIDORI, 'fial-on = "never"')):
        (country / city / "more.ttl").write_text(unsound, encoding="utf-8")
        (country / city / "alignchecker.toml").write_text(settings, encoding="utf-8")
    (country / SAKURA / "more.ttl").write_text("broken", encoding="utf-8")
    seen = run(country, examine)
    aoba, midori, sakura = seen.found
    assert aoba.new["violation"] == 1
    assert midori.failed is not None
    assert midori.failed.reason is Reason.ERROR
    assert "fail-on" in midori.failed.detail
    assert (sakura.inputs, sakura.unread) == (2, 1)
    assert "files not read: 1" in _text(seen, "en")
    assert [seen.status(None), seen.status("never")] == [2, 2]
    for file in (MIDORI / "alignchecker.toml", MIDORI / "more.ttl", SAKURA / "more.ttl"):
        (country / file).unlink()
    seen = run(country, examine)
    assert seen.checked == 2
    statuses = [seen.status(fail_on) for fail_on in (None, "never", "violation", "info")]
    assert statuses == [0, 0, 1, 1]


def test_whoever_stops_leaves_no_worker(country: Path) -> None:
    jobs = outstanding(Corpus.at(country))
    before = threading.active_count()
    with closing(running.run(faults.quick, jobs, 2, country, Limits(), "ja")) as done:
        next(done)
        assert threading.active_count() > before
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / AOBA / "new.ttl").write_text("", encoding="utf-8"),
        lambda root: (root / AOBA / "note.docx").write_bytes(b"x"),
        lambda root: (root / AOBA / "alignchecker.toml").write_text("", encoding="utf-8"),
        lambda root: shutil.move(root / AOBA / "children.ttl", root / AOBA / "plan.ttl"),
    ],
)
def test_whatever_changes_in_a_municipality_it_alone_is_checked_again(
    country: Path, change: Callable[[Path], object]
) -> None:
    corpus = pretend(country)
    change(country)
    assert [job.unit.folder for job in outstanding(corpus)] == [AOBA]


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("national/more.ttl", 3),
        ("prefectures/08-kita/plans.ttl", 2),
        ("prefectures/13-minami/plans.ttl", 1),
        ("alignchecker.toml", 3),
        ("municipalities/waivers.toml", 2),
        ("README.md", 0),
    ],
)
def test_a_frame_or_setting_above_concerns_all_below(
    country: Path, file: str, changed: int
) -> None:
    corpus = pretend(country)
    (country / file).write_text("# changed\n", encoding="utf-8")
    assert len(outstanding(corpus)) == changed


def test_rules_that_a_configuration_names_concern_all_that_it_is_for(country: Path) -> None:
    """Wherever their files lie; a name that leads to none is for the check to tell."""
    (country / "alignchecker.toml").write_text('shapes = ["rules/own.ttl"]', encoding="utf-8")
    corpus = pretend(country)
    (country / "rules").mkdir()
    (country / "rules" / "own.ttl").write_text("# changed\n", encoding="utf-8")
    assert len(outstanding(corpus)) == 3


def test_a_result_that_is_none_is_made_again(country: Path) -> None:
    corpus = pretend(country)
    file = corpus.results / f"{AOBA.name}.json"
    whole = file.read_bytes()
    for content in (whole[: len(whole) // 2], b"{}", b"[]", b'{"schema": 2}', b"\xff"):
        file.write_bytes(content)
        assert [job.unit.folder for job in outstanding(corpus)] == [AOBA]
