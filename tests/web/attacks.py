"""What was tried against the app, on a port, and what it got: ``docs/security.md`` is this table.

``python -m tests.web.attacks`` writes the page; the tests try all of it and hold the page to it.
"""

from __future__ import annotations

import io
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from openpyxl import load_workbook

from alignchecker.web.listening import listen, run
from alignchecker.web.server import application
from alignchecker.web.settings import Settings, loopback_hosts

from . import hostile
from .crawling import crawl, routes
from .running import TOKEN, Browser
from .serving import LINES, document

DOCS = Path(__file__).parents[2] / "docs" / "security.md"
_SCRIPT = "<img src=x onerror=alert(1)>"
_NAMES = (
    "..", "%2e%2e", "..%2f..%2f..%2fetc%2fpasswd", "%252e%252e", "..%5c..%5cwindows", "C:%5cx",
    "%5c%5chost%5cshare", "CON", "NUL.ttl", "%00", "a%00.ttl", "x" * 3000, "%ff%fe", "*", "~",
)  # fmt: skip


@dataclass(slots=True)
class Target:
    """A server on a port, whose folder holds a plan, and somebody who was let in."""

    folder: Path
    port: int
    browser: Browser
    plan: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def raw(self, head: str, body: bytes = b"", *, cookie: bool = True) -> str:
        """Sends bytes as they are; the statuses of all that is answered."""
        name, value = next(iter(self.browser.cookies.items()))
        said = head.replace("HOST", f"127.0.0.1:{self.port}").replace("\n", "\r\n")
        said += f"Cookie: {name}={value}\r\n" if cookie else ""
        with socket.create_connection(("127.0.0.1", self.port), 10) as line:
            line.sendall(said.encode("latin-1") + b"\r\n" + body)
            line.settimeout(1)
            got = b""
            try:
                while piece := line.recv(65536):
                    got += piece
            except (TimeoutError, ConnectionError):
                pass
        return _several(int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3})", got))

    def files(self) -> list[str]:
        """What lies in the folder, beside the plan that was there."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))
        return sorted(name for name in found if not name.startswith(("plans", ".cache")))

    def send(self, name: str, content: bytes) -> tuple[int, str]:
        """Sends a document; what its page says at the end."""
        files = {"document": (name, content)}
        answer = self.browser.post("/plans", files=files)
        if answer.status_code != 303:
            return answer.status_code, answer.text
        place = self.browser.finished(answer.headers["location"])
        page = self.browser.get(place)
        return page.status_code, place if page.status_code == 200 else page.text

    def pages(self) -> dict[str, str]:
        """Every kind of page, with what it says."""
        told: dict[str, str] = {}

        def get(address: str) -> tuple[str, str]:
            answer = self.browser.get(address, follow_redirects=True)
            told[address] = answer.text
            media_type = answer.headers.get("content-type", "")
            if not media_type.startswith("text/html"):
                del told[address]
            return media_type, answer.text

        crawl(get, ("/plans", self.plan), most=3)
        return told


@contextmanager
def target(folder: Path, **others: object) -> Iterator[Target]:
    """A server in this process, for as long as it runs."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    given = {"paths": (folder,), "folder": folder, "token": TOKEN, "port": port, "is_fixed": True}
    made = Settings(hosts=loopback_hosts(port), **{**given, **others})  # type: ignore[arg-type]
    threading.Thread(target=run, args=(application(made), listening), daemon=True).start()
    with Browser(f"http://127.0.0.1:{port}") as browser:
        found = Target(folder, port, browser, "/plans")
        _, found.plan = found.send("a.docx", document())
        browser.checked()
        yield found


@dataclass(frozen=True, slots=True)
class Attack:
    """tried: in words. got: the same, as ``attack`` tells it. attack: tries it."""

    tried: str
    got: str
    attack: Callable[[Target], str]


def _several(statuses: Iterator[int]) -> str:
    return ", ".join(map(str, sorted(set(statuses)))) or "nothing"


def hosts(on: Target) -> str:
    names = ["evil.example", f"evil.example:{on.port}", "127.0.0.1", "127.0.0.1:1", "",
             f"127.0.0.1.evil.example:{on.port}", f"127.1:{on.port}", f"0:{on.port}"]  # fmt: skip
    return _several(
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
        with httpx.Client(base_url=on.address, trust_env=False) as other:
            asked = {"headers": said, "cookies": dict(on.browser.cookies)}
            found.append(other.post(path, data={"a": "b"}, **asked).status_code)  # type: ignore[arg-type]
    return _several(iter(found))


def origins(on: Target) -> str:
    port = on.port
    names = ["null", "http://evil.example", f"https://127.0.0.1:{port}", "http://127.0.0.1:1",
             f"http://localhost:{port}", f"http://127.0.0.1:{port}.evil.example"]  # fmt: skip
    return _several(int(posts(on, {"Origin": name})) for name in names)


def sites(on: Target) -> str:
    names = ("cross-site", "same-site", "none")
    return _several(int(posts(on, {"Sec-Fetch-Site": name})) for name in names)


def no_origin(on: Target) -> str:
    return posts(on, {}, ("origin", "sec-fetch-site"))


def csrf(on: Target) -> str:
    with Browser(on.address) as colleague:
        others = colleague.headers["X-CSRF-Token"]
    tokens = ("", "x", others)
    return _several(int(posts(on, {"X-CSRF-Token": token})) for token in tokens)


def embedded(on: Target) -> str:
    modes = ("no-cors", "cors", "same-origin", "websocket")
    return _several(
        on.browser.get(path, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode})
        .status_code
        for mode in modes
        for path in ("/plans", "/downloads", "/api/findings")
    )  # fmt: skip


def cookies(on: Target) -> str:
    """A cookie that somebody else has put into the browser is not taken over."""
    name = next(iter(on.browser.cookies))
    with httpx.Client(base_url=on.address, trust_env=False) as other:
        other.cookies.set(name, "chosen-by-somebody-else", domain="127.0.0.1")
        before = other.get("/plans").status_code
        given = other.get("/", params={"token": TOKEN}).headers["set-cookie"].lower()
    flags = all(flag in given for flag in ("httponly", "samesite=strict", "path=/"))
    is_new = "chosen-by-somebody-else" not in given and TOKEN not in given
    return f"{before}; {'a new one, HttpOnly and SameSite=Strict' if flags and is_new else given}"


def bearers(on: Target) -> str:
    with httpx.Client(base_url=on.address, trust_env=False) as other:
        tried = [f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", "Bearer", "Bearer \xe9", "x"]
        found = [
            other.get("/api/plans", headers={"Authorization": t.encode("latin-1")}).status_code  # type: ignore[dict-item]
            for t in tried
        ]
        found.append(other.get("/api/plans", params={"token": TOKEN}).status_code)
    return _several(iter(found))


def paths(on: Target) -> str:
    """Every parameter of every address of ours."""
    found = set()
    for route in routes("GET"):
        for name in _NAMES if "{" in route.path else ():
            path = re.sub(r"\{\w+\}", lambda _, name=name: name, route.path)
            found.add(on.raw(f"GET {path} HTTP/1.1\nHost: HOST\nConnection: close\n"))
    return ", ".join(sorted(found))


def queries(on: Target) -> str:
    """Every parameter that pages' own addresses have, and those of /api."""
    asked = [address for address in on.pages() if "?" in address]
    asked += ["/api/findings?lang=x", "/findings?page=x&severity=x&text=x", f"{on.plan}?from=x"]
    values = [*_NAMES, "%3Cscript%3E", "-1", "9" * 400, "%EF%BC%91", "javascript:alert(1)"]
    found = []
    for address in asked:
        for value in values:
            hostile_one = re.sub(r"=[^&]*", lambda _, value=value: f"={value}", address)
            answer = on.browser.get(hostile_one)
            assert "<script>" not in answer.text
            found.append(answer.status_code)
    return _several(status for status in found if status >= 500 or status not in {200, 303}) + (
        "; else an empty list, or the page as without it"
    )


def upload_names(on: Target) -> str:
    for name in ("../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "\\\\host\\share\\e.txt",
                 "C:\\evil.txt", "CON.txt", "a\x00.txt", "evil.ttl/../x.txt", "x" * 5000 + ".txt",
                 f"{_SCRIPT}.txt", "=1+1.txt", "\u202etxt.exe.txt", ".txt"):  # fmt: skip
        on.send(name, "\n".join(LINES).encode())
    left = [name for name in on.files() if name != ".alignchecker.lock"]
    outside = [p for p in on.folder.parent.iterdir() if "evil" in p.name]
    names = {path.name for path in (on.folder / "plans").rglob("*") if path.is_file()}
    is_ours = all(re.fullmatch(r"[\w.-]+", name, re.ASCII) for name in names)
    return "names of our own, in plans/" if is_ours and not left and not outside else str(left)


def link_out(on: Target) -> str:
    secret = on.folder.parent / "secret.ttl"
    secret.write_text(f"# {hostile.SECRET}\n", encoding="utf-8")
    link = on.folder / "plans" / "link.ttl"
    link.symlink_to(secret)
    try:
        files = on.browser.get("/api/plans").json()["files"]
        key = next(file["key"] for file in files if file["path"].endswith("link.ttl"))
        answers = [on.browser.get(f"/plans/{key}{more}") for more in ("", "/file", "/source")]
    finally:
        link.unlink()
    assert not any(hostile.SECRET in answer.text for answer in answers)
    return _several(answer.status_code for answer in answers)


def places(on: Target) -> str:
    """A plan that says it was read from a file elsewhere."""
    secret = on.folder.parent / "secret.txt"
    secret.write_text(hostile.SECRET, encoding="utf-8")
    turtle = min(on.folder.glob("plans/*/fy2026.ttl"))
    text = re.sub(r'"fy2026[-\d]*\.docx"', f'"{secret}"', turtle.read_text("utf-8"))
    text = text.replace("スポーツ推進", "別の")
    turtle.with_name("elsewhere.ttl").write_text(text.replace("/fy2026", "/fy2027"), "utf-8")
    on.browser.checked()
    told = on.pages()
    turtle.with_name("elsewhere.ttl").unlink()
    return "shown" if any(hostile.SECRET in text for text in told.values()) else "not opened"


def bombs(on: Target) -> str:
    found = []
    before = set(on.folder.rglob("*"))
    for what, (suffix, make) in hostile.BOMBS.items():
        status, text = on.send(f"a{suffix}", make())
        assert ".cache" not in text, what
        found.append(status)
    new = set(on.folder.rglob("*")) - before
    return _several(iter(found)) + f"; files left: {len([p for p in new if p.is_file()])}"


def entities(on: Target) -> str:
    secret = on.folder.parent / "secret.txt"
    secret.write_text(hostile.SECRET, encoding="utf-8")
    status, text = on.send("a.docx", hostile.stolen(secret))
    kept = b"".join(path.read_bytes() for path in on.folder.rglob("*.ttl"))
    is_there = hostile.SECRET in text or hostile.SECRET.encode() in kept
    return f"{status}; {'its content' if is_there else 'nothing of it'}"


def calls(on: Target) -> str:
    """Whatever asks for something elsewhere: a listener there hears nothing."""
    with socket.socket() as there:
        there.bind(("127.0.0.1", 0))
        there.listen()
        there.settimeout(0.5)
        address = f"http://127.0.0.1:{there.getsockname()[1]}"
        owl = f"<http://a/x> <http://www.w3.org/2002/07/owl#imports> <{address}/x.ttl> ."
        turtle = min(on.folder.glob("plans/*/fy2026.ttl"))
        plan = turtle.read_text("utf-8").replace("/fy2026", "/fy2030") + owl
        service = f"SELECT * {{ SERVICE <{address}/sparql> {{ ?s ?p ?o }} }}"
        for name, content in {
            "a.docx": hostile.asked_for(address),
            "a.ttl": plan.encode(),
            "b.ttl": f"@prefix a: <{address}/> . a:x a:y a:z .".encode(),
            "a.jsonld": f'{{"@context": "{address}/c", "@id": "x", "y": "z"}}'.encode(),
            "c.jsonld": f'{{"@context": {{"@import": "{address}/c"}}}}'.encode(),
            "a.md": f"![x]({address}/x.png)\n{service}".encode(),
        }.items():
            on.send(name, content)
        on.browser.checked()
        try:
            there.accept()
        except TimeoutError:
            return "nobody was asked"
    return "a request"


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
        except httpx.TransportError:
            found.append(413)  # refused while the sender was still sending
    found.append(
        int(on.raw("POST /plans HTTP/1.1\nHost: HOST\nContent-Length: 99999999999\n"
                   f"Origin: {on.address}\n"))
    )  # fmt: skip
    return _several(iter(found))


def script(on: Target) -> str:
    """Words that are HTML, in a document's title, headings and text, and in a reason."""
    lines = tuple(f"{line}{_SCRIPT}" if "令和" not in line else line for line in LINES)
    lines = (f"青葉市{_SCRIPT}読書推進計画", *lines[1:])
    status, place = on.send(f"{_SCRIPT}.docx", document(lines))
    assert status == 200
    text = on.browser.get(place).text
    revision = text.split('name="revision" value="')[1].split('"', 1)[0]
    said = {"field": "vision", "value": _SCRIPT, "reason": f'"{_SCRIPT}', "revision": revision}
    on.browser.finished(on.browser.post(f"{place}/corrections", data=said).headers["location"])
    on.browser.checked()
    told = {**on.pages(), place: on.browser.get(place).text}
    told["/html"] = made(on, "html").decode()
    assert "&lt;img" in told[place]
    return "run" if any("<img src=x" in text for text in told.values()) else "shown as letters"


def made(on: Target, form: str) -> bytes:
    """A file of the report."""
    answer = on.browser.post("/downloads", data={"form": form})
    return on.browser.get(on.browser.finished(answer.headers["location"]) + "/file").content


def formulas(on: Target) -> str:
    lines = ("=HYPERLINK(A1)計画", *LINES[1:3], "基本目標1　=cmd|' /C calc'!A0", "施策1　@SUM(A1)")
    on.send("f.docx", document(lines))
    on.browser.checked()
    book = load_workbook(io.BytesIO(made(on, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.data_type == "f" and "HYPERLINK(A1)" in str(cell.value)]
    return "a formula" if found else "text"


def odd_links(on: Target) -> str:
    turtle = min(on.folder.glob("plans/*/fy2026.ttl"))
    extra = turtle.with_name("links.ttl")
    text = turtle.read_text("utf-8").replace("/fy2026", "/fy2031")
    names = re.findall(r"^(?:<[^>]*fy2031[^>]*>)", text, re.MULTILINE)[:3]
    text += "".join(
        f"\n{name} <http://purl.org/dc/terms/source> <javascript:alert(1)>, <data:text/html,x> ."
        for name in names
    )
    extra.write_text(text, encoding="utf-8")
    on.browser.checked()
    told = "\n".join(on.pages().values()) + made(on, "html").decode()
    extra.unlink()
    on.browser.checked()
    return "a link" if re.search(r'(href|src)="?(javascript|data):', told) else "no link"


def redirects(on: Target) -> str:
    for to in ("//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "\n/",
               "/%0d%0aX: y", "///x", "\t//x"):  # fmt: skip
        answer = on.browser.post("/language", data={"lang": "ja", "here": to})
        token = httpx.get(f"{on.address}/{to.strip()}", params={"token": TOKEN}, trust_env=False)
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
    return f"as before; {_several(iter(found))}"


def jobs(on: Target) -> str:
    ids = ("0" * 16, "f" * 16, "x")
    return _several(
        on.browser.request(method, f"{path}/{id_}{more}").status_code
        for id_ in ids
        for method, path, more in (
            ("GET", "/jobs", ""), ("GET", "/jobs", "/panel"), ("POST", "/jobs", "/cancel"),
            ("GET", "/downloads", "/file"), ("GET", "/api/jobs", "/file"),
        )
    )  # fmt: skip


ATTACKS = (
    Attack("other names in Host, as DNS rebinding makes them", "421", hosts),
    Attack("two Host headers", "400", two_hosts),
    Attack("forms with the Origin null, of another site, port or scheme", "403", origins),
    Attack("forms that the browser says come from another site, or from nowhere", "403", sites),
    Attack("forms with neither Origin nor Sec-Fetch-Site", "403", no_origin),
    Attack("forms, and POST to /api, with a cookie but without a CSRF token, with a wrong one, or a"
           " colleague's", "403", csrf),
    Attack("pages as pictures, scripts and fetches of another site", "403", embedded),
    Attack("a cookie that somebody else has put into the browser", "401; a new one, HttpOnly and"
           " SameSite=Strict", cookies),
    Attack("/api with parts of the token, Basic, or the token in the address", "401", bearers),
    Attack(".., %2e%2e, UNC and Windows names, NUL, 3,000 letters in every path", "404, 414",
           paths),
    Attack("the same, script, and numbers of 400 digits in every query",
           "400, 414; else an empty list, or the page as without it", queries),
    Attack("the same as names of uploads", "names of our own, in plans/", upload_names),
    Attack("a symbolic link in the folder that leads out of it", "404", link_out),
    Attack("a plan whose places name a file elsewhere", "not opened", places),
    Attack("bombs: " + "; ".join(hostile.BOMBS), "422; files left: 0", bombs),
    Attack("an external entity that names a file of this machine", "422; nothing of it", entities),
    Attack("a DTD elsewhere, owl:imports, a JSON-LD context, IRIs, a picture, SERVICE",
           "nobody was asked", calls),
    Attack("two lengths, a length and chunks, odd lengths and encodings (request smuggling)", "400",
           smuggled),
    Attack("a header of 200,000 letters; an address of 8,000", "400 or no answer; 414",
           long_headers),
    Attack("uploads and forms that do not end, or say that they are 100 GB", "400, 413", endless),
    Attack("HTML in titles, headings, text, reasons and file names; on every page and in the HTML"
           " report", "shown as letters", script),
    Attack("titles and headings that begin with = or @, in the workbook", "text", formulas),
    Attack("javascript: and data: as addresses in a plan", "no link", odd_links),
    Attack("other sites, script and line ends as the address to return to", "an address of ours",
           redirects),
    Attack("OPTIONS, TRACE, PUT, PATCH, CONNECT, PROPFIND, FOO", "405", methods),
    Attack("a websocket", "403", websocket),
    Attack("nonsense as language", "as before; 400", languages),
    Attack("jobs and files by made-up ids", "404", jobs),
)  # fmt: skip


def page() -> str:
    """The table as Markdown."""
    rows = "\n".join(f"| {a.tried} | {a.got} |" for a in ATTACKS)
    return f"""# What was tried against the app

Each row is tried by `tests/web/test_attacks.py` against a server on a port, which holds this page
to what it gets; `python -m tests.web.attacks` writes it. Numbers are HTTP statuses. Pages that are
added are tried without being named: addresses come from the app's own table and from its links.

| tried | got |
|---|---|
{rows}

Not kept out, by design: whoever was let in may do all that the app can, and sees what colleagues
began, by its id; `--remote` sends the password and all pages without encryption, so it is for a
network that is trusted or behind a proxy that encrypts; another person who is logged in on the
same machine can read what the folder's own permissions let them.
"""


if __name__ == "__main__":
    DOCS.write_text(page(), encoding="utf-8", newline="\n")
