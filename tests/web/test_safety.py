"""What is refused: other sites, other names, strangers, too much; and what every answer says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from alignchecker.web.guard.safety import HEADERS
from alignchecker.web.rendering import FILES
from alignchecker.web.server import application
from alignchecker.web.settings import Settings

from .serving import (
    BEARER,
    HERE,
    OURS,
    TOKEN,
    checked,
    client,
    document,
    finished,
    officer,
    send,
    settings,
)  # fmt: skip

OTHERS = {
    "htmx.js": "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717",
    "yasgui.js": "55034eaac74c55f55fbd1eeed008ae38a79053651cbed2b453f1fcfd895a4b75",
    "yasgui.css": "085b94556b97f9928981bdedb6848fd11ad4d8d950e821f0d698c58ca538fc55",
}


@pytest.fixture
def made(tmp_path: Path) -> Settings:
    return settings(tmp_path)


@pytest.fixture
def asking(made: Settings) -> Iterator[TestClient]:
    with officer(made) as found:
        yield found


def test_a_stranger_sees_nothing(made: Settings) -> None:
    with client(made) as stranger:
        for path in ("/", "/plans", "/findings", "/downloads", "/jobs/x", "/api/plans", "/x"):
            answer = stranger.get(path)
            assert answer.status_code == 401, path
            assert str(made.folder) not in answer.text
        assert "?token=" in stranger.get("/plans").text
        said = stranger.get("/api/plans").json()["error"]
        assert said["reason"] == "bearer"
        assert set(said["message"]) == {"ja", "en"}


def test_the_token_is_exchanged_for_a_cookie_and_leaves_the_address(made: Settings) -> None:
    with client(made) as browser:
        answer = browser.get(f"/findings?severity=x&token={TOKEN}")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/findings?severity=x"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert TOKEN not in cookie
        assert browser.get("/plans").status_code == 200


def test_a_token_that_was_made_up_works_once_and_the_next_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    made = settings(tmp_path, is_fixed=False)
    app = application(made, told.append)
    with TestClient(app, base_url=HERE, follow_redirects=False) as first:
        assert first.get(f"/?token={TOKEN}").status_code == 303
        assert first.get(f"/?token={TOKEN}").status_code == 303  # the one who has the cookie
        first.cookies.clear()
        assert first.get(f"/?token={TOKEN}").status_code == 401
        assert first.get("/api/plans", headers=BEARER).status_code == 401
        assert first.get(f"/?token={told[0]}").status_code == 303


def test_a_token_leads_to_no_other_site(made: Settings) -> None:
    with client(made) as browser:
        for path in ("//example.com/", "/\\example.com/", "///example.com"):
            answer = browser.get(f"{HERE}{path}?token={TOKEN}")
            assert answer.headers["location"].startswith("/")
            assert answer.headers["location"][1] not in "/\\"


@pytest.mark.parametrize("host", ["example.com", "127.0.0.1", "127.0.0.1:80", "evil:8311", ""])
def test_other_names_of_this_machine_are_refused(asking: TestClient, host: str) -> None:
    assert asking.get("/plans", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8311", "localhost:8311", "[::1]:8311"])
def test_its_own_names_are_not(asking: TestClient, host: str) -> None:
    assert asking.get("/downloads", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://example.com", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://example.com", "Sec-Fetch-Site": "same-origin"},
        {"Origin": HERE, "Sec-Fetch-Site": "same-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://127.0.0.1:8312", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_forms_of_other_pages_are_refused(asking: TestClient, headers: dict[str, str]) -> None:
    answer = asking.post("/check", data={"as_of": ""}, headers=headers)
    assert answer.status_code == 403
    assert "別のサイト" in answer.text


def test_a_form_without_a_sign_of_its_page_is_refused(made: Settings) -> None:
    with client(made) as asking:
        asking.get(f"/?token={TOKEN}")
        assert asking.post("/check", data={"as_of": ""}).status_code == 403  # no Origin at all
        wrong = {"as_of": "", "csrf": "x"}
        for data in ({"as_of": ""}, wrong):
            assert asking.post("/check", data=data, headers=OURS).status_code == 403
        files = {"document": ("a.txt", b"x")}
        assert asking.post("/plans", files=files, headers=OURS).status_code == 403
        csrf = asking.get("/plans").text.split('name="csrf" value="')[1].split('"')[0]
        right = {"as_of": "", "csrf": csrf}
        assert asking.post("/check", data=right, headers=OURS).status_code == 303


def test_pictures_and_scripts_of_other_sites_get_nothing(asking: TestClient) -> None:
    there = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert asking.get("/plans", headers=there).status_code == 403
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert asking.get("/plans", headers=link).status_code == 200


def test_a_program_needs_the_token_and_no_page(made: Settings) -> None:
    with client(made) as program:
        assert program.get("/api/plans", headers=BEARER).status_code == 200
        assert program.post("/api/check", headers=BEARER).status_code == 202
        assert program.get("/plans", headers=BEARER).status_code == 401
        other = {"Authorization": "Bearer something-else"}
        assert program.get("/api/plans", headers=other).status_code == 401
        foreign = {**BEARER, "Origin": "http://example.com"}
        assert program.post("/api/check", headers=foreign).status_code == 403


def test_every_answer_says_what_a_browser_may_do(asking: TestClient) -> None:
    answers = [
        asking.get("/plans"),
        asking.get("/nowhere"),
        asking.get("/plans", headers={"Host": "example.com"}),
        asking.request("PUT", "/plans"),
    ]
    assert [answer.status_code for answer in answers] == [200, 404, 421, 405]
    for answer in answers:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "no-store"
        assert "<style" not in answer.text
        assert " style=" not in answer.text
        assert " onclick=" not in answer.text
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with officer(settings(tmp_path, most_bytes=2000, most_form=500)) as asking:
        assert asking.post("/check", data={"as_of": "x" * 1000}).status_code == 413
        files = {"document": ("a.txt", b"x" * 3000)}
        assert asking.post("/plans", files=files).status_code == 413

        def unsaid() -> Iterator[bytes]:
            """More than may be sent, without a word on how much it is."""
            for _ in range(10):
                yield b"as_of=" + b"x" * 100

        form = {"Content-Type": "application/x-www-form-urlencoded"}
        assert asking.post("/check", content=unsaid(), headers=form).status_code == 413
        assert not list(tmp_path.rglob("*.txt"))


def test_colleagues_need_the_password_and_have_few_tries(tmp_path: Path) -> None:
    made = settings(tmp_path, password="correct horse battery", any_address=True)
    with client(made) as asking:
        assert asking.get("/plans").status_code == 401
        for _ in range(5):
            assert asking.post("/enter", data={"password": "?"}, headers=OURS).status_code == 403
        right = {"password": "correct horse battery"}
        late = asking.post("/enter", data=right, headers=OURS)
        assert late.status_code == 429
        assert int(late.headers["retry-after"]) > 0
    with client(made) as asking:
        foreign = {"Origin": "http://example.com"}
        assert asking.post("/enter", data=right, headers=foreign).status_code == 403
        assert asking.post("/enter", data=right, headers=OURS).status_code == 303
        assert asking.get("/plans", headers={"Host": "192.0.2.7:8311"}).status_code == 200
        assert asking.get("/plans", headers={"Host": "example.com:8311"}).status_code == 421


def test_without_a_password_there_is_no_door(asking: TestClient) -> None:
    assert asking.get("/enter").status_code == 404


def test_no_address_leads_to_other_files(asking: TestClient) -> None:
    for path in (
        "/static/x/../../settings.py",
        "/static/x/app.css",
        "/plans/..%2f..%2fetc%2fpasswd",
        "/plans/%2e%2e/file",
        "/downloads/../../x/file",
    ):
        assert asking.get(path).status_code == 404, path


@pytest.mark.parametrize("name", OTHERS)
def test_the_script_of_others_is_as_it_came(name: str) -> None:
    content = FILES[name][0].read_bytes()
    assert hashlib.sha256(content).hexdigest() == OTHERS[name]
    assert OTHERS[name] in (FILES[name][0].parent / "README.md").read_text("utf-8")


def test_a_document_that_leads_out_of_the_folder_is_not_handed_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "city", tmp_path / "outside.docx"
    folder.mkdir()
    with officer(settings(folder)) as asking:
        page = finished(asking, send(asking, "a.docx", document()))
        checked(asking)
        asked = {"form": "annotated", "plan": page.rpartition("/")[2]}
        assert asking.post("/downloads", data=asked).status_code == 303
        (inside,) = folder.glob("plans/*/*.docx")
        inside.rename(outside)
        inside.symlink_to(outside)
        checked(asking)
        assert asking.post("/downloads", data=asked).status_code == 404
