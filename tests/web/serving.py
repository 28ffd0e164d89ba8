"""An app on a copy of the fictional city, asked as a browser asks it."""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import docx
from starlette.testclient import TestClient

from alignchecker.web.parts import Parts
from alignchecker.web.server import application
from alignchecker.web.settings import Settings, loopback_hosts
from alignchecker.web.work.worker import WorkerProcess

PORT = 8311
HERE = f"http://127.0.0.1:{PORT}"
TOKEN = "one-token-for-all-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
OURS = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
AOBA = Path(__file__).parents[1] / "corpus" / "aoba"
_WORKER = WorkerProcess()
"""One process for all tests of a file, which takes a second to start."""
LINES = (
    "青葉市スポーツ推進計画",
    "計画期間は、令和8年度から令和11年度までの4年間とします。",
    "青葉市",
    "基本目標1　だれもが動く",
    "施策1　身近な運動の場づくり",
    "公園を使います。",
    "施策2　指導者を育てる",
    "基本目標2　支える",
    "施策1　大会を開く",
)


def settings(folder: Path, **others: object) -> Settings:
    """Those of a server on a folder."""
    made = Settings((folder,), folder, TOKEN, loopback_hosts(PORT), PORT, is_fixed=True)
    return replace(made, **others)  # type: ignore[arg-type]


def city(folder: Path) -> Path:
    """A copy of one plan of the fictional city, and one that it stands under."""
    for name in ("children", "comprehensive"):
        (folder / "plans").mkdir(exist_ok=True, parents=True)
        shutil.copy(AOBA / "plans" / f"{name}.ttl", folder / "plans")
    return folder


@contextmanager
def client(made: Settings) -> Iterator[TestClient]:
    """Somebody who was not let in yet."""
    app = application(made, worker=_WORKER)
    with TestClient(app, base_url=HERE, follow_redirects=False) as asking:
        yield asking


@contextmanager
def officer(made: Settings) -> Iterator[TestClient]:
    """A browser that was let in, and sends what our pages make it send."""
    with client(made) as asking:
        assert asking.get(f"/?token={made.token}").status_code == 303
        page = asking.get("/downloads")
        csrf = page.text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
        asking.headers.update({**OURS, "X-CSRF-Token": csrf})
        yield asking


def parts_of(asking: TestClient) -> Parts:
    """The server's own parts."""
    found = asking.app.app.state.parts  # type: ignore[attr-defined]
    assert isinstance(found, Parts)
    return found


def document(lines: tuple[str, ...] = LINES) -> bytes:
    """A Word file with some paragraphs."""
    made, stream = docx.Document(), io.BytesIO()
    for line in lines:
        made.add_paragraph(line)
    made.save(stream)
    return stream.getvalue()


def send(asking: TestClient, name: str, content: bytes) -> str:
    """Sends a document as the page does; the address that leads to what became of it."""
    files = {"document": (name, content)}
    answer = asking.post("/plans", files=files, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.text
    return str(answer.headers["hx-redirect"])


def finished(asking: TestClient, address: str, seconds: float = 60) -> str:
    """Waits for a job; where it leads, or its own address where it came to nothing."""
    job = parts_of(asking).jobs.find(address.rpartition("/")[2])
    assert job is not None
    assert job.wait(seconds)
    return str(asking.get(address).headers.get("location", address))


def checked(asking: TestClient, seconds: float = 60) -> None:
    """Waits until the folder as it is has been checked."""
    until = time.monotonic() + seconds
    while not parts_of(asking).checks.keep_up():
        job = parts_of(asking).checks.job
        assert job is not None
        job.wait(1)
        assert time.monotonic() < until
