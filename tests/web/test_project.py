"""The story without a browser: a document comes in, is checked, corrected, changed, taken out."""

from __future__ import annotations

import datetime
import io
import json
import os
import signal
import time
import zipfile
from pathlib import Path

import docx
import pytest

from alignchecker.importers.corrections import read_corrections
from alignchecker.model.asked import Asked
from alignchecker.model.progress import Observer, Stage, Step
from alignchecker.web.rendering import MENU
from alignchecker.web.work.jobs import Job, State
from alignchecker.web.work.worker import Worker, WorkerLost, WorkerProcess

from .serving import (
    HERE,
    LINES,
    checked,
    city,
    document,
    finished,
    officer,
    parts_of,
    send,
    settings,
)  # fmt: skip


def test_a_document_becomes_a_plan_of_the_folder(tmp_path: Path) -> None:
    with officer(settings(city(tmp_path))) as asking:
        page = finished(asking, send(asking, "../../素案 <b>.docx", document()))
        assert page.startswith("/plans/")
        written = sorted(path.name for path in (tmp_path / "plans").glob("*/*"))
        assert written == ["fy2026.docx", "fy2026.ttl"]
        assert not list(tmp_path.parent.glob("素案*"))
        text = asking.get(page).text
        assert "令和8年度～令和11年度" in text
        assert "身近な運動の場づくり" in text
        assert "公園を使います。" in text
        checked(asking)
        plans = asking.get("/plans").text
        assert "青葉市スポーツ推進計画" in plans
        assert "<b>" not in plans


def test_a_new_draft_keeps_the_names_and_the_old_one(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        finished(asking, send(asking, "a.docx", document()))
        (turtle,) = tmp_path.glob("plans/*/*.ttl")
        before = turtle.read_text("utf-8")
        lines = tuple("施策2　指導者を育てる・支える" if "指導者" in x else x for x in LINES)
        finished(asking, send(asking, "b.docx", document(lines)))
        after = turtle.read_text("utf-8")
        assert "指導者を育てる・支える" in after
        assert turtle.with_name(turtle.name + ".bak").read_text("utf-8") == before
        assert {p.name for p in turtle.parent.glob("*.docx")} == {"fy2026.docx", "fy2026-2.docx"}
        assert '"fy2026-2.docx"' in after


def test_findings_are_listed_filtered_and_shown_beside_the_text(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        finished(asking, send(asking, "a.docx", document()))
        checked(asking)
        text = asking.get("/findings").text
        found = [part.split('"')[0] for part in text.split('href="/findings/')[1:]]
        assert found
        one = asking.get(f"/findings/{found[0]}").text
        assert '<li class="marked">' in one
        assert "青葉市スポーツ推進計画" in one
        none = asking.get("/findings", params={"text": "どこにもない言葉"}).text
        assert "当てはまる指摘はありません。" in none
        part = asking.get("/findings", headers={"HX-Request": "true", "HX-Target": "chosen"}).text
        assert part.lstrip().startswith('<div id="chosen">')
        assert asking.get("/findings?page=99999999999").status_code == 200
        assert asking.get("/findings/0000").status_code == 404


def _correction(text: str, **others: str) -> dict[str, str]:
    revision = text.split('name="revision" value="')[1].split('"', maxsplit=1)[0]
    said = {"field": "period", "first": "2027", "last": "2031", "reason": "本編2ページ"}
    return {"revision": revision, **said, **others}


def test_a_correction_is_kept_with_its_reason_and_can_be_taken_back(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = finished(asking, send(asking, "a.docx", document()))
        answer = asking.post(f"{page}/corrections", data=_correction(asking.get(page).text))
        assert finished(asking, answer.headers["location"]) == page
        (file,) = tmp_path.glob("plans/*/*.corrections.toml")
        (kept,) = read_corrections(file)
        assert (kept.field, kept.value, kept.reason) == ("period", "2027-2031", "本編2ページ")
        text = asking.get(page).text
        assert "令和9年度～令和13年度" in text
        assert "本編2ページ" in text
        back = asking.post(f"{page}/corrections", data=_correction(text, undo=kept.id))
        finished(asking, back.headers["location"])
        assert read_corrections(file) == ()
        assert "令和8年度～令和11年度" in asking.get(page).text


def test_what_somebody_else_changed_meanwhile_is_shown_and_nothing_is_lost(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = finished(asking, send(asking, "a.docx", document()))
        form = _correction(asking.get(page).text, reason="私の理由")
        first = asking.post(f"{page}/corrections", data={**form, "reason": "先の人"})
        finished(asking, first.headers["location"])
        (file,) = tmp_path.glob("plans/*/*.corrections.toml")
        before = file.read_bytes()
        stale = asking.post(f"{page}/corrections", data=form)
        assert stale.status_code == 409
        assert "先の人" in stale.text
        assert "私の理由" in stale.text
        assert file.read_bytes() == before
        again = asking.post(f"{page}/corrections", data=_correction(stale.text, reason="私の理由"))
        finished(asking, again.headers["location"])
        assert "私の理由" in file.read_text("utf-8")


def test_a_colleagues_change_in_the_folder_is_noticed(tmp_path: Path) -> None:
    with officer(settings(city(tmp_path))) as asking:
        checked(asking)
        revision = parts_of(asking).project.revision()
        file = tmp_path / "plans" / "children.ttl"
        file.write_text(file.read_text("utf-8") + "\n# x\n", encoding="utf-8")
        assert parts_of(asking).project.revision() != revision
        assert "ファイルが変わりました" in asking.get("/plans").text
        checked(asking)
        assert "ファイルが変わりました" not in asking.get("/plans").text


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("a.exe", b"x", 415), ("a", b"x", 415), ("a.docx", b"", 400)],
)
def test_what_is_no_document_is_refused(
    tmp_path: Path, name: str, content: bytes, status: int
) -> None:
    with officer(settings(tmp_path)) as asking:
        answer = asking.post("/plans", files={"document": (name, content)})
        assert answer.status_code == status
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (64 * 1024 * 1024))
    return stream.getvalue()


@pytest.mark.parametrize("content", [b"no zip at all", _bomb()])
def test_a_hostile_document_is_told_and_leaves_nothing(tmp_path: Path, content: bytes) -> None:
    with officer(settings(tmp_path)) as asking:
        address = send(asking, "a.docx", content)
        assert finished(asking, address) == address
        page = asking.get(address)
        assert page.status_code == 422
        assert ".cache" not in page.text
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_files_are_made_to_be_saved(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        page = finished(asking, send(asking, "a.docx", document()))
        checked(asking)
        key = page.rpartition("/")[2]
        for form, begins in (("xlsx", b"PK"), ("docx", b"PK"), ("html", b"<!DOCTYPE"),
                             ("turtle", b"@prefix"), ("annotated", b"PK")):  # fmt: skip
            answer = asking.post("/downloads", data={"form": form, "plan": key})
            made = finished(asking, answer.headers["location"])
            assert made.startswith("/downloads/"), form
            file = asking.get(f"{made}/file")
            assert file.content.startswith(begins), form
            assert file.headers["content-disposition"].startswith("attachment")
        assert docx.Document(io.BytesIO(file.content)).part.package is not None
        assert b"comments" in file.content
        assert asking.get(f"{page}/file").text.startswith("@base")


def _long(_: object, observe: Observer) -> None:
    observe(Step(Stage.READING, 1, 2, "x"))
    time.sleep(600)


def _quick(given: str, _: Observer) -> str:
    return given


def _dies(_: object, __: Observer) -> None:
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def _work(task: object) -> Job[object]:
    def work(worker: Worker, observe: Observer) -> object:
        return worker.ask(task, "給食", observe)  # type: ignore[arg-type]

    return Job("check", work, "/")


def test_what_takes_long_can_be_cancelled_and_the_next_goes_on(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        jobs = parts_of(asking).jobs
        long = jobs.begin(_work(_long))
        until = time.monotonic() + 30
        while long.step is None and time.monotonic() < until:
            time.sleep(0.05)
        panel = asking.get(f"/jobs/{long.id}/panel").text
        assert "読み込んでいます 1/2" in panel
        assert asking.post(f"/jobs/{long.id}/cancel").status_code == 303
        assert long.state is State.CANCELLED
        assert "中止しました" in asking.get(f"/jobs/{long.id}").text
        after = jobs.begin(_work(_quick))
        assert after.wait(30)
        assert after.result == "給食"


def test_what_was_cancelled_gets_nothing_to_write(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        jobs, written = parts_of(asking).jobs, []

        def cancelled_first(worker: Worker, observe: Observer) -> None:
            jobs.cancel(begun[0])  # before there is a process that could be ended
            written.append(worker.ask(_quick, "too late", observe))

        def cancelled_last(worker: Worker, observe: Observer) -> None:
            found = worker.ask(_quick, "saved", observe)
            jobs.cancel(begun[1])  # while it is being written
            written.append(found)

        begun: list[Job[object]] = []
        for work in (cancelled_first, cancelled_last):
            begun.append(Job("check", work, "/"))
            jobs.begin(begun[-1])
        assert begun[1].wait(30)
        assert [job.state for job in begun] == [State.CANCELLED, State.DONE]
        assert written == ["saved"]


def test_a_check_of_another_day_is_not_taken_for_the_one_asked_for(tmp_path: Path) -> None:
    with officer(settings(city(tmp_path))) as asking:
        checked(asking)
        checks = parts_of(asking).checks
        checks.begin(Asked(as_of=datetime.date(2026, 4, 1)))
        assert not checks.keep_up()
        checked(asking)
        assert checks.latest is not None
        assert checks.latest.checked.report.as_of == "2026-04-01"


@pytest.mark.parametrize(
    ("page", "here"),
    [
        (f"{HERE}/findings?text=a#x", "/findings?text=a"),
        (f"{HERE}/plans", "/plans"),
        ("https://evil.example//x", None),
        ("", None),
    ],
)
def test_a_check_that_ends_shows_its_part_of_the_page_again(
    tmp_path: Path, page: str, here: str | None
) -> None:
    with officer(settings(tmp_path)) as asking:
        job = parts_of(asking).jobs.begin(_work(_quick))
        assert job.wait(30)
        panel = f"/jobs/{job.id}/panel"
        assert asking.get(panel, headers={"HX-Current-URL": page}).headers["hx-refresh"] == "true"
        answer = asking.get(f"{panel}?part=known", headers={"HX-Current-URL": page})
        said = json.loads(answer.headers.get("hx-location", "{}"))
        assert said.get("path") == here
        assert ("hx-refresh" in answer.headers) == (here is None)


def test_pages_that_can_show_a_part_again_have_it(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        checked(asking)
        for name in MENU:
            text = asking.get(f"/{name}").text
            if "picture.js" not in text and name != "links":
                assert text.count('<div id="known">') == 1, name


def test_a_worker_that_dies_costs_only_its_own_job(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as asking:
        jobs = parts_of(asking).jobs
        lost, after = jobs.begin(_work(_dies)), jobs.begin(_work(_quick))
        assert lost.wait(30)
        assert after.wait(30)
        assert lost.state is State.FAILED
        assert after.state is State.DONE
        assert asking.get(f"/jobs/{lost.id}").status_code == 500
        worker = WorkerProcess()
        with pytest.raises(WorkerLost):
            worker.ask(_dies, None, lambda _: None)
        assert worker.ask(_quick, "x", lambda _: None) == "x"
        worker.end()


def test_links_lead_nothing_out_of_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "city", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (folder / "plans").symlink_to(outside)
    with officer(settings(folder)) as asking:
        address = send(asking, "a.docx", document())
        finished(asking, address)
        assert list(outside.rglob("*")) == []


@pytest.mark.parametrize(
    ("suffix", "media_type"), [(".ttl", "text/turtle"), (".trig", "application/trig")]
)
def test_a_plan_is_saved_as_what_it_is(tmp_path: Path, suffix: str, media_type: str) -> None:
    with officer(settings(city(tmp_path))) as asking:
        turtle = tmp_path / "plans" / "children.ttl"
        turtle.rename(turtle.with_suffix(suffix))
        files = parts_of(asking).project.files().values()
        (file,) = (file for file in files if file.path.stem == "children")
        answer = asking.get(f"/plans/{file.key}/file")
        assert answer.headers["content-type"].partition(";")[0] == media_type
        assert answer.content == file.path.read_bytes()
