"""What a process that has given up files, sockets and memory can still do."""

from __future__ import annotations

import errno
import multiprocessing
import os
import socket
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from pyoxigraph import Store

from alignchecker.web.endpoint.confinement import confine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def _tcp(_: Path) -> None:
    socket.socket()


def _udp(_: Path) -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


def _name(_: Path) -> None:
    socket.getaddrinfo("example.com", 80)


def _read(folder: Path) -> None:
    (folder / "there").read_bytes()


def _write(folder: Path) -> None:
    (folder / "new").write_bytes(b"x")


def _write_on(folder: Path) -> None:
    """Into a file that was open before."""
    assert folder.is_dir()
    os.write(_KEPT[0], b"x")


_KEPT: list[int] = []
_TRIED = (_tcp, _udp, _name, _read, _write, _write_on)


def _try(does: Callable[[Path], None], folder: Path, told: Connection) -> None:
    _KEPT.append(os.open(folder / "open", os.O_WRONLY | os.O_CREAT))
    (folder / "there").write_bytes(b"x")
    confine(200_000_000, None)
    try:
        does(folder)
        told.send("done")
    except OSError as error:
        told.send(errno.errorcode.get(error.errno or 0, type(error).__name__))


@pytest.mark.parametrize("does", _TRIED, ids=lambda does: does.__name__)
def test_nothing_is_opened(does: Callable[[Path], None], tmp_path: Path) -> None:
    heard, told = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_try, args=(does, tmp_path, told))
    process.start()
    process.join(60)
    assert heard.recv() in {"EMFILE", "EFBIG", "EBUSY", "gaierror"}
    assert not (tmp_path / "new").exists()
    assert (tmp_path / "open").read_bytes() == b""


def _ask(address: str, told: Connection) -> None:
    store = Store()
    confine(200_000_000, None)
    try:
        list(store.query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
        told.send("done")
    except (OSError, RuntimeError, ValueError) as error:
        told.send(f"{type(error).__name__}: {error}")


def test_not_even_the_engine_itself_can_ask_others() -> None:
    """Past our reader of queries, Oxigraph would send a request for SERVICE."""
    heard_of = []
    there = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        there.accept()[0].close()
        heard_of.append(1)

    threading.Thread(target=listen, daemon=True).start()
    heard, told = multiprocessing.Pipe(duplex=False)
    address = f"http://127.0.0.1:{there.getsockname()[1]}/"
    process = multiprocessing.get_context("spawn").Process(target=_ask, args=(address, told))
    process.start()
    process.join(60)
    assert heard.recv() != "done"
    assert heard_of == []
