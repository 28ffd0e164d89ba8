"""A query that takes too much is ended, its process with it, and the next one answers."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.process import QueryProcess
from alignchecker.web.endpoint.questions import Answer, Question, Snapshot

from ..serving import parts_of
from .asking import GREEDY, HEAVY, SMALL, Fixed, analyst

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[TestClient]:
    with analyst(tmp_path, Fixed(), seconds=1.0, rows=100, most_bytes=20_000, workers=1) as found:
        yield found


def _refused(asking: TestClient, query: str, accept: str = "*/*") -> tuple[int, str]:
    answer = asking.post("/sparql", data={"query": query}, headers={"Accept": accept})
    return answer.status_code, answer.json()["error"]["reason"]


def _answers(asking: TestClient) -> bool:
    answer = asking.post("/sparql", data={"query": COUNT})
    return bool(answer.json()["results"]["bindings"][0]["n"]["value"] == "300")


def _processor(process: int) -> float:
    """Ticks of processor time that a process has had (proc(5), stat)."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _worker(asking: TestClient) -> int:
    """The number of the only process that answers."""
    running = parts_of(asking).queries._processes[0]._running
    assert running is not None
    assert running.process.pid is not None
    return running.process.pid


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@on_linux
def test_the_time_ends_a_query_and_its_process(asking: TestClient) -> None:
    assert _answers(asking)
    worker = _worker(asking)
    before, begun = _processor(worker), time.monotonic()
    with ThreadPoolExecutor(1) as elsewhere:
        heavy = elsewhere.submit(_refused, asking, HEAVY)
        time.sleep(0.7)
        assert _processor(worker) > before
        assert heavy.result() == (504, "query-time")
    assert 1.0 <= time.monotonic() - begun < 5.0
    assert not _is_there(worker)
    assert _answers(asking)
    assert _worker(asking) != worker


@on_linux
def test_memory_ends_a_query(tmp_path: Path) -> None:
    with analyst(tmp_path, Fixed(), seconds=60.0, memory=200_000_000, workers=1) as asking:
        assert _answers(asking)
        assert _refused(asking, GREEDY) == (507, "query-memory")
        assert _answers(asking)
        doubled = "BIND(CONCAT(STR(?o), STR(?o)) AS ?x0)" + "".join(
            f" BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(30)
        )
        query = f"SELECT (STRLEN(?x30) AS ?n) {{ ?s ?p ?o {doubled} }}"
        assert _refused(asking, query) == (507, "query-memory")
        assert _answers(asking)


@pytest.mark.parametrize(
    "accept", ["application/json", "application/xml", "text/csv", "text/tab-separated-values"]
)
def test_too_many_rows_are_no_answer(asking: TestClient, accept: str) -> None:
    rows = "SELECT ?o { ?s ?p ?o } LIMIT %d"
    assert _refused(asking, rows % 101, accept) == (422, "query-large")
    whole = asking.post("/sparql", data={"query": rows % 100}, headers={"Accept": accept})
    assert whole.status_code == 200
    empty = "SELECT ?x { ?s ?p ?o } LIMIT %d"
    assert _refused(asking, empty % 101, accept) == (422, "query-large")
    assert asking.post("/sparql", data={"query": empty % 100}).status_code == 200


def test_line_ends_in_values_are_no_rows(asking: TestClient) -> None:
    lines = "\\n".join("</result><result>}},{" for _ in range(150))
    for accept in ("application/json", "application/xml", "text/csv", "text/tab-separated-values"):
        sent = {"query": f'SELECT ?x {{ BIND("{lines}" AS ?x) }}'}
        answer = asking.post("/sparql", data=sent, headers={"Accept": accept})
        assert answer.status_code == 200, answer.text


def test_too_many_triples_are_no_answer(asking: TestClient) -> None:
    assert _refused(asking, "CONSTRUCT WHERE { ?s ?p ?o }") == (422, "query-large")
    some = {"query": "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 100"}
    assert asking.post("/sparql", data=some).status_code == 200


def test_too_many_bytes_are_no_answer(asking: TestClient) -> None:
    word = "x" * 30_000
    assert _refused(asking, f'SELECT ("{word}" AS ?x) {{}}') == (422, "query-large")
    assert _refused(asking, f'CONSTRUCT {{ <urn:a> <urn:b> "{word}" }} {{}}') == (
        422,
        "query-large",
    )
    assert _answers(asking)


def test_what_an_engine_cannot_do_is_said(asking: TestClient) -> None:
    assert _refused(asking, "SELECT * { FILTER(<urn:function>(1)) }") == (422, "query-failed")


def test_queries_wait_and_too_many_are_sent_away(tmp_path: Path) -> None:
    with (
        analyst(tmp_path, Fixed(), seconds=1.5, workers=1, waiting=2) as asking,
        ThreadPoolExecutor(6) as elsewhere,
    ):
        assert _answers(asking)
        running = elsewhere.submit(_refused, asking, HEAVY)
        time.sleep(0.3)
        waiting = [elsewhere.submit(_answers, asking) for _ in range(2)]
        time.sleep(0.3)
        answer = asking.post("/sparql", data={"query": COUNT})
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert answer.json()["error"]["reason"] == "query-queue"
        assert running.result() == (504, "query-time")
        # The time that they waited is not theirs.
        assert [one.result() for one in waiting] == [True, True]
        assert _answers(asking)


def test_a_crash_is_told_and_the_next_query_answers(asking: TestClient) -> None:
    assert _answers(asking)
    process = parts_of(asking).queries._processes[0]
    with ThreadPoolExecutor(1) as elsewhere:
        heavy = elsewhere.submit(_refused, asking, HEAVY)
        time.sleep(0.5)
        process.kill()  # by us, so nobody takes it for a lack of memory
        assert heavy.result() == (500, "query-lost")
    assert _answers(asking)


@on_linux
def test_a_fault_of_the_engine_is_told_and_the_next_query_answers(asking: TestClient) -> None:
    assert _answers(asking)
    with ThreadPoolExecutor(1) as elsewhere:
        heavy = elsewhere.submit(_refused, asking, HEAVY)
        time.sleep(0.5)
        os.kill(_worker(asking), signal.SIGABRT)  # as an engine ends that finds itself at fault
        assert heavy.result() == (500, "query-engine")
    assert _answers(asking)


def test_values_of_any_length_are_rows(tmp_path: Path) -> None:
    with analyst(tmp_path, Fixed()) as asking:
        query = 'SELECT (REPLACE("%s", "a", "bbbbbbbbbb") AS ?x) {}' % ("a" * 50_000)
        answer = asking.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
        assert answer.status_code == 200
        assert len(answer.content) > 500_000


def test_other_statements_are_taken_by_every_process(tmp_path: Path) -> None:
    source = Fixed()
    with analyst(tmp_path, source, workers=2) as asking:
        assert all(_answers(asking) for _ in range(4))
        one = b"<urn:s0> <urn:p> <urn:o0> .\n"
        source.snapshot = Snapshot("2", one)
        counts = [asking.post("/sparql", data={"query": COUNT}).json() for _ in range(4)]
        assert {c["results"]["bindings"][0]["n"]["value"] for c in counts} == {"1"}


@on_linux
def test_a_query_ends_by_itself_where_its_server_is_gone() -> None:
    process = QueryProcess(QueryLimits(seconds=0.5))
    process.hold(Snapshot("1", SMALL))
    running = process._running
    assert running is not None
    running.connection.send(Question(HEAVY, "", "http://127.0.0.1/"))
    running.process.join(20)
    assert running.process.exitcode == -14  # SIGALRM


@on_linux
def test_nothing_can_be_opened_or_written() -> None:
    process = QueryProcess(QueryLimits())
    process.hold(Snapshot("1", SMALL))
    running = process._running
    assert running is not None
    limits = Path(f"/proc/{running.process.pid}/limits").read_text("ascii")
    files = os.listdir(f"/proc/{running.process.pid}/fd")  # noqa: PTH208 (names alone)
    said = {line[:25].strip(): line[25:].split()[:2] for line in limits.splitlines()}
    most = int(said["Max open files"][0])
    assert said["Max open files"] == [str(most)] * 2
    assert set(range(most)) <= set(map(int, files))  # each number that is allowed is taken
    assert said["Max file size"] == said["Max core file size"] == ["0", "0"]
    assert said["Max address space"][0] == said["Max address space"][1] != "unlimited"
    found = process.ask(Question(COUNT, "", "http://127.0.0.1/"))
    assert isinstance(found, Answer)
    process.kill()


def test_who_goes_away_ends_the_query(tmp_path: Path) -> None:
    """On a port, as only there somebody can go away."""
    from ..attacks.target import target  # noqa: PLC0415 (starts a server)

    folder = tmp_path / "plans"
    folder.mkdir()
    with target(folder, queries=QueryLimits(workers=1, seconds=60.0)) as on:
        sent = {"query": COUNT}
        assert on.browser.post("/sparql", data=sent).status_code == 200
        with pytest.raises(httpx2.TimeoutException):
            on.browser.post("/sparql", data={"query": HEAVY.replace("?a", "?z")}, timeout=1.0)
        begun = time.monotonic()
        assert on.browser.post("/sparql", data=sent, timeout=20.0).status_code == 200
        assert time.monotonic() - begun < 10.0
