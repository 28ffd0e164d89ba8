"""Places outside the folder: in addresses, in names, by links, in what a plan says."""

from __future__ import annotations

import re

from .. import hostile
from ..crawling import routes
from ..serving import LINES
from .target import Target, several

SCRIPT = "<img src=x onerror=alert(1)>"
_NAMES = (
    "..", "%2e%2e", "..%2f..%2f..%2fetc%2fpasswd", "%252e%252e", "..%5c..%5cwindows", "C:%5cx",
    "%5c%5chost%5cshare", "CON", "NUL.ttl", "%00", "a%00.ttl", "x" * 3000, "%ff%fe", "*", "~",
)  # fmt: skip


def paths(on: Target) -> str:
    """Every parameter of every address of ours."""
    found = set()
    for route in routes("GET"):
        for name in _NAMES if "{" in route.path else ():
            path = _filled(r"\{\w+\}", name, route.path)
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
            hostile_one = _filled(r"=[^&]*", f"={value}", address)
            answer = on.browser.get(hostile_one)
            assert "<script>" not in answer.text
            found.append(answer.status_code)
    return several(status for status in found if status >= 500 or status not in {200, 303}) + (
        "; else an empty list, or the page as without it"
    )


def upload_names(on: Target) -> str:
    for name in ("../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "\\\\host\\share\\e.txt",
                 "C:\\evil.txt", "CON.txt", "a\x00.txt", "evil.ttl/../x.txt", "x" * 5000 + ".txt",
                 f"{SCRIPT}.txt", "=1+1.txt", "\u202etxt.exe.txt", ".txt"):  # fmt: skip
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
    return several(answer.status_code for answer in answers)


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


def _filled(places: str, word: str, text: str) -> str:
    """A text with a word at some places, whatever backslashes are in it."""
    return re.sub(places, lambda _: word, text)
