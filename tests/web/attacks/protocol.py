"""Requests that are put together oddly, too long, or lead elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx2

from ..running import TOKEN
from .target import Target, several


def smuggled(on: Target) -> str:
    second = b"GET /plans HTTP/1.1\r\nHost: x\r\n\r\n"
    heads = [
        "Content-Length: 0\nContent-Length: 35",
        "Content-Length: 35\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 1_0",
        "Content-Length : 5",
    ]
    start = "POST /check HTTP/1.1\nHost: HOST\n"
    found = {on.raw(f"{start}{head}\n", second) for head in heads}
    return ", ".join(sorted(found))


def long_headers(on: Target) -> str:
    first = on.raw(f"GET /plans HTTP/1.1\nHost: HOST\nX-Long: {'x' * 200_000}\n")
    second = on.raw(f"GET /plans?text={'x' * 8000} HTTP/1.1\nHost: HOST\nConnection: close\n")
    return f"{first} or no answer; {second}" if first in {"400", "nothing"} else first


def endless(on: Target) -> str:
    def pieces() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="document"; filename="a.txt"\r\n\r\n'
        for _ in range(400):
            yield b"x" * 1024 * 1024

    found = []
    for path in ("/check", "/plans", "/api/plans"):
        try:
            kind = {"Content-Type": "multipart/form-data; boundary=x"}
            found.append(on.browser.post(path, content=pieces(), headers=kind).status_code)
        except httpx2.TransportError:
            found.append(413)  # refused while the sender was still sending
    found.append(
        int(on.raw("POST /plans HTTP/1.1\nHost: HOST\nContent-Length: 99999999999\n"
                   f"Origin: {on.address}\n"))
    )  # fmt: skip
    return several(found)


def redirects(on: Target) -> str:
    for to in ("//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "\n/",
               "/%0d%0aX: y", "///x", "\t//x"):  # fmt: skip
        answer = on.browser.post("/language", data={"lang": "ja", "here": to})
        token = httpx2.get(f"{on.address}/{to.strip()}", params={"token": TOKEN}, trust_env=False)
        for place in (answer.headers["location"], token.headers["location"]):
            assert re.match(r"/(?![/\\])[^\r\n]*$", place), (to, place)
    return "an address of ours"


def methods(on: Target) -> str:
    names = ("OPTIONS", "TRACE", "PUT", "PATCH", "CONNECT", "PROPFIND", "FOO")
    return ", ".join(sorted({on.raw(f"{m} /plans HTTP/1.1\nHost: HOST\nConnection: close\n")
                             for m in names}))  # fmt: skip


def websocket(on: Target) -> str:
    return on.raw(
        "GET /plans HTTP/1.1\nHost: HOST\nUpgrade: websocket\nConnection: Upgrade\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 13\n"
        "Origin: http://evil.example\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: websocket\n"
    )


def languages(on: Target) -> str:
    for lang in ("../../etc", "xx", "", "ja\x00", "<script>"):
        on.browser.post("/language", data={"lang": lang, "here": "/plans"})
        assert 'lang="ja"' in on.browser.get("/plans").text
    found = [on.browser.get("/api/findings", params={"lang": lang}).status_code
             for lang in ("../x", "", "JA", "<script>")]  # fmt: skip
    return f"as before; {several(found)}"


def jobs(on: Target) -> str:
    ids = ("0" * 16, "f" * 16, "x")
    return several(
        on.browser.request(method, f"{path}/{id_}{more}").status_code
        for id_ in ids
        for method, path, more in (
            ("GET", "/jobs", ""), ("GET", "/jobs", "/panel"), ("POST", "/jobs", "/cancel"),
            ("GET", "/downloads", "/file"), ("GET", "/api/jobs", "/file"),
        )
    )  # fmt: skip
