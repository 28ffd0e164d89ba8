"""What programs ask for: the description names what there is, and nothing answers with a 5xx."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.web.operations import OPERATIONS, UPLOAD

from .serving import BEARER, checked, city, client, document, parts_of, settings


def test_the_description_names_every_operation(tmp_path: Path) -> None:
    with client(settings(tmp_path)) as program:
        said = program.get("/api/openapi.json", headers=BEARER).json()
    named = {(path, method.upper()) for path, at in said["paths"].items() for method in at}
    assert named == {(f"/api{o.path}", o.method) for o in (*OPERATIONS, UPLOAD)}
    ids = [method["operationId"] for at in said["paths"].values() for method in at.values()]
    assert len(set(ids)) == len(ids)
    assert said["openapi"].startswith("3.1")


def test_the_same_story_as_json(tmp_path: Path) -> None:
    with client(settings(city(tmp_path))) as program:
        program.headers.update(BEARER)
        begun = program.post("/api/plans", files={"document": ("a.docx", document())})
        assert begun.status_code == 202
        job = parts_of(program).jobs.find(begun.json()["id"])
        assert job is not None
        assert job.wait(60)
        assert program.get(f"/api/jobs/{job.id}").json()["state"] == "done"
        again = program.post("/api/check?asOf=2026-04-01").json()
        assert again["kind"] == "check"
        checked(program)
        report = program.get("/api/findings?lang=en").json()["report"]
        assert report["asOf"] == "2026-04-01"
        assert any("スポーツ" in plan["title"] for plan in report["plans"])
        plans = program.get("/api/plans").json()
        assert plans["revision"]
        made = program.post("/api/reports?form=xlsx").json()
        making = parts_of(program).jobs.find(made["id"])
        assert making is not None
        assert making.wait(60)
        assert program.get(f"/api/jobs/{made['id']}/file").content.startswith(b"PK")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/findings", 404),
        ("GET", "/api/findings?lang=xx", 404),
        ("GET", "/api/nothing", 404),
        ("DELETE", "/api/plans", 405),
        ("POST", "/api/check?asOf=yesterday", 400),
        ("POST", "/api/reports?form=xlsx", 404),
        ("POST", "/api/plans", 400),
        ("GET", "/api/jobs/%00", 404),
        ("POST", "/api/jobs/x/cancel", 404),
        ("GET", "/api/jobs/x/file", 404),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path: Path, method: str, path: str, status: int) -> None:
    with client(settings(tmp_path)) as program:
        answer = program.request(method, path, headers=BEARER)
        assert answer.status_code == status
        assert set(answer.json()["error"]["message"]) == {"ja", "en"}
