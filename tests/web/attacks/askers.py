"""Who may ask: names of the server, other sites, cookies, tokens."""

from __future__ import annotations

import re

import httpx2

from ..crawling import routes
from ..running import TOKEN, Browser
from .target import Target, several


def hosts(on: Target) -> str:
    names = ["evil.example", f"evil.example:{on.port}", "127.0.0.1", "127.0.0.1:1", "",
             f"127.0.0.1.evil.example:{on.port}", f"127.1:{on.port}", f"0:{on.port}"]  # fmt: skip
    return several(
        int(on.raw(f"GET /plans HTTP/1.1\nHost: {name}\nConnection: close\n")) for name in names
    )


def two_hosts(on: Target) -> str:
    return on.raw("GET /plans HTTP/1.1\nHost: HOST\nHost: evil.example\n")


def posts(on: Target, headers: dict[str, str], without: tuple[str, ...] = ()) -> str:
    """A form to each address that takes one, with other headers than a page of ours."""
    ours = {name: value for name, value in on.browser.headers.items() if name not in without}
    said = ours | {name.lower(): value for name, value in headers.items()}
    found = []
    for route in routes("POST"):
        path = re.sub(r"\{\w+\}", "x", route.path)
        if path == "/enter":
            continue
        cookies = dict(on.browser.cookies)
        with httpx2.Client(
            base_url=on.address, trust_env=False, headers=said, cookies=cookies
        ) as other:
            found.append(other.post(path, data={"a": "b"}).status_code)
    return several(found)


def origins(on: Target) -> str:
    port = on.port
    names = ["null", "http://evil.example", f"https://127.0.0.1:{port}", "http://127.0.0.1:1",
             f"http://localhost:{port}", f"http://127.0.0.1:{port}.evil.example"]  # fmt: skip
    return several(int(posts(on, {"Origin": name})) for name in names)


def sites(on: Target) -> str:
    names = ("cross-site", "same-site", "none")
    return several(int(posts(on, {"Sec-Fetch-Site": name})) for name in names)


def no_origin(on: Target) -> str:
    return posts(on, {}, ("origin", "sec-fetch-site"))


def csrf(on: Target) -> str:
    with Browser(on.address) as colleague:
        others = colleague.headers["X-CSRF-Token"]
    tokens = ("", "x", others)
    return several(int(posts(on, {"X-CSRF-Token": token})) for token in tokens)


def embedded(on: Target) -> str:
    modes = ("no-cors", "cors", "same-origin", "websocket")
    return several(
        on.browser.get(path, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode})
        .status_code
        for mode in modes
        for path in ("/plans", "/downloads", "/api/findings")
    )  # fmt: skip


def cookies(on: Target) -> str:
    """A cookie that somebody else has put into the browser is not taken over."""
    name = next(iter(on.browser.cookies))
    with httpx2.Client(base_url=on.address, trust_env=False) as other:
        other.cookies.set(name, "chosen-by-somebody-else", domain="127.0.0.1")
        before = other.get("/plans").status_code
        given = other.get("/", params={"token": TOKEN}).headers["set-cookie"].lower()
    flags = all(flag in given for flag in ("httponly", "samesite=strict", "path=/"))
    is_new = "chosen-by-somebody-else" not in given and TOKEN not in given
    return f"{before}; {'a new one, HttpOnly and SameSite=Strict' if flags and is_new else given}"


def bearers(on: Target) -> str:
    with httpx2.Client(base_url=on.address, trust_env=False) as other:
        tried = [f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", "Bearer", "Bearer \xe9", "x"]
        found = [
            other.get("/api/plans", headers={b"Authorization": t.encode("latin-1")}).status_code
            for t in tried
        ]
        found.append(other.get("/api/plans", params={"token": TOKEN}).status_code)
    return several(found)
