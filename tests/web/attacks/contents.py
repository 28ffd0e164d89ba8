"""What documents and plans hold: bombs, entities, addresses, script, formulas."""

from __future__ import annotations

import io
import re
import socket

from openpyxl import load_workbook

from .. import hostile
from ..serving import LINES, document
from .places import SCRIPT
from .target import Target, made, several


def bombs(on: Target) -> str:
    found = []
    before = set(on.folder.rglob("*"))
    for what, (suffix, make) in hostile.BOMBS.items():
        status, text = on.send(f"a{suffix}", make())
        assert ".cache" not in text, what
        found.append(status)
    new = set(on.folder.rglob("*")) - before
    return several(found) + f"; files left: {len([p for p in new if p.is_file()])}"


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


def script(on: Target) -> str:
    """Words that are HTML, in a document's title, headings and text, and in a reason."""
    lines = tuple(f"{line}{SCRIPT}" if "令和" not in line else line for line in LINES)
    lines = (f"青葉市{SCRIPT}読書推進計画", *lines[1:])
    status, place = on.send(f"{SCRIPT}.docx", document(lines))
    assert status == 200
    text = on.browser.get(place).text
    revision = text.split('name="revision" value="')[1].split('"', 1)[0]
    said = {"field": "vision", "value": SCRIPT, "reason": f'"{SCRIPT}', "revision": revision}
    on.browser.finished(on.browser.post(f"{place}/corrections", data=said).headers["location"])
    on.browser.checked()
    told = {**on.pages(), place: on.browser.get(place).text}
    told["/html"] = made(on, "html").decode()
    assert "&lt;img" in told[place]
    return "run" if any("<img src=x" in text for text in told.values()) else "shown as letters"


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
