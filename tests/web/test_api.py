"""What programs ask for: the description names what there is, and nothing answers with a 5xx."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient

from alignchecker.graph.link_records import read_links
from alignchecker.graph.loading import load
from alignchecker.web.links import schemas as link_schemas
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
    assert {o.name for o in (*OPERATIONS, UPLOAD) if o.gives is None} == {"downloadFile"}


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


def test_links_are_reviewed_as_json(tmp_path: Path) -> None:
    with client(settings(city(tmp_path), today=datetime.date(2026, 10, 2))) as program:
        program.headers.update(BEARER)
        pairs = program.get("/api/links").json()["pairs"]
        pair = next(p for p in pairs if "総合計画" in p["to"]["title"])
        address = f"/api/links/{pair['key']}"
        measures = program.get(address).json()["list"]
        assert {m["state"] for m in measures} == {"unseen"}
        asked = {"measure": measures[0]["iri"]}
        found = program.get(f"{address}/candidates", params=asked).json()
        jsonschema.validate(found, link_schemas.CANDIDATES)
        assert 0 < found["candidates"][0]["probability"] < 1
        assert found["links"] == []
        said = {**asked, "to": found["candidates"][0]["iri"], "verdict": "accept",
                "reviewer": "企画課", "fingerprintFrom": found["fingerprint"]}  # fmt: skip
        given = program.post(f"{address}/verdicts", json=said)
        assert (given.status_code, given.json()["status"]) == (201, "accepted")
        jsonschema.validate(given.json(), link_schemas.GIVEN_VERDICT)
        jsonschema.validate(program.get(address).json(), link_schemas.MEASURES)
        (link,) = program.get(f"{address}/candidates", params=asked).json()["links"]
        assert [r["date"] for r in link["reviews"]] == ["2026-10-02"]
        stale = program.post(f"{address}/verdicts", json={**said, "fingerprintFrom": "00"})
        assert (stale.status_code, stale.json()["error"]["reason"]) == (409, "reworded")
        back = {"link": link["iri"], "reviewer": "企画課"}
        undone = program.post("/api/links/undo", json=back)
        assert (undone.status_code, undone.json()["verdict"]) == (201, "undo")
        assert program.post("/api/links/undo", json=back).status_code == 422
        (link,) = program.get(f"{address}/candidates", params=asked).json()["links"]
        assert link["withdrawn"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("", 400),
        ("[" * 100_000, 400),
        ("null", 400),
        ("{}", 400),
        ('{"measure": 1, "verdict": "accept", "reviewer": "A"}', 400),
        ('{"measure": "x", "verdict": "love", "reviewer": "A"}', 400),
        ('{"measure": "x", "verdict": "accept", "reviewer": ""}', 400),
        ('{"measure": "x", "verdict": "accept", "reviewer": " ", "to": "y"}', 422),
        ('{"measure": "\\ud800", "verdict": "accept", "reviewer": "A"}', 400),
        ('{"measure": "x", "verdict": "accept", "reviewer": "A", "date": "2026-02-30"}', 400),
        ('{"measure": "x", "verdict": "accept", "reviewer": "A"}', 422),
        ('{"measure": "a b <", "verdict": "accept", "reviewer": "A", "to": "> "}', 404),
        ('{"measure": "x", "verdict": "no-counterpart", "reviewer": "A"}', 422),
    ],
)
def test_a_verdict_that_cannot_be_meant_is_refused(
    reviewing: TestClient, sent: str, status: int
) -> None:
    key = reviewing.get("/api/links").json()["pairs"][0]["key"]
    for path in (f"/api/links/{key}/verdicts", "/api/links/undo"):
        answer = reviewing.post(path, content=sent)
        assert 400 <= answer.status_code < 500
        assert path.endswith("undo") or answer.status_code == status
    assert reviewing.get(f"/api/links/{key}/candidates?measure=%00").status_code == 404
    assert reviewing.get("/api/links/0000").status_code == 404


@pytest.fixture(scope="module")
def reviewing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A program that reviews links, for tests that write nothing."""
    with client(settings(city(tmp_path_factory.mktemp("市")))) as program:
        program.headers.update(BEARER)
        yield program


def test_what_would_break_a_file_is_kept_as_it_was_said(tmp_path: Path) -> None:
    odd = '"\\\'\t<>\x00\x1b\u2028\u0085終"""'
    with client(settings(city(tmp_path))) as program:
        program.headers.update(BEARER)
        pair = program.get("/api/links").json()["pairs"][0]["key"]
        measure = program.get(f"/api/links/{pair}").json()["list"][0]["iri"]
        said = {"measure": measure, "verdict": "no-counterpart", "reviewer": f"課{odd}",
                "reason": odd}  # fmt: skip
        given = program.post(f"/api/links/{pair}/verdicts", json=said)
        assert given.status_code in {201, 422}
    dataset = load([tmp_path])
    assert [file for file in dataset.files if file.error] == []
    reasons = [r.reason for link in read_links(dataset).values() for r in link.reviews]
    assert reasons == ([odd.strip()] if given.status_code == 201 else [])
