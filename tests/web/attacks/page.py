"""The table of what is tried and what it gets, and the page of ``docs/`` that is made of it."""

from __future__ import annotations

from pathlib import Path

from .. import hostile
from . import askers, contents, places, protocol, sparql
from .target import Attack

DOCS = Path(__file__).parents[3] / "docs" / "security.md"
ATTACKS = (
    Attack("other names in Host, as DNS rebinding makes them", "421", askers.hosts),
    Attack("two Host headers", "400", askers.two_hosts),
    Attack("forms with the Origin null, of another site, port or scheme", "403", askers.origins),
    Attack("forms that the browser says come from another site, or from nowhere", "403",
           askers.sites),
    Attack("forms with neither Origin nor Sec-Fetch-Site", "403", askers.no_origin),
    Attack("forms, and POST to /api, with a cookie but without a CSRF token, with a wrong one, or a"
           " colleague's", "403", askers.csrf),
    Attack("pages as pictures, scripts and fetches of another site", "403", askers.embedded),
    Attack("a cookie that somebody else has put into the browser", "401; a new one, HttpOnly and"
           " SameSite=Strict", askers.cookies),
    Attack("/api with parts of the token, Basic, or the token in the address", "401",
           askers.bearers),
    Attack(".., %2e%2e, UNC and Windows names, NUL, 3,000 letters in every path", "404, 414",
           places.paths),
    Attack("the same, script, and numbers of 400 digits in every query",
           "400, 414; else an empty list, or the page as without it", places.queries),
    Attack("the same as names of uploads", "names of our own, in plans/", places.upload_names),
    Attack("a symbolic link in the folder that leads out of it", "404", places.link_out),
    Attack("a plan whose places name a file elsewhere", "not opened", places.places),
    Attack("bombs: " + "; ".join(hostile.BOMBS), "422; files left: 0", contents.bombs),
    Attack("an external entity that names a file of this machine", "422; nothing of it",
           contents.entities),
    Attack("a DTD elsewhere, owl:imports, a JSON-LD context, IRIs, a picture, SERVICE",
           "nobody was asked", contents.calls),
    Attack("two lengths, a length and chunks, odd lengths and encodings (request smuggling)", "400",
           protocol.smuggled),
    Attack("a header of 200,000 letters; an address of 8,000", "400 or no answer; 414",
           protocol.long_headers),
    Attack("uploads and forms that do not end, or say that they are 100 GB", "400, 413",
           protocol.endless),
    Attack("HTML in titles, headings, text, reasons and file names; on every page and in the HTML"
           " report", "shown as letters", contents.script),
    Attack("titles and headings that begin with = or @, in the workbook", "text",
           contents.formulas),
    Attack("javascript: and data: as addresses in a plan", "no link", contents.odd_links),
    Attack("other sites, script and line ends as the address to return to", "an address of ours",
           protocol.redirects),
    Attack("OPTIONS, TRACE, PUT, PATCH, CONNECT, PROPFIND, FOO", "405", protocol.methods),
    Attack("a websocket", "403", protocol.websocket),
    Attack("SERVICE, FROM and LOAD at /sparql, however they are written and wherever they stand",
           "400, 403; nobody was asked", sparql.calls),
    Attack("queries that take all the time, all the memory, or give too many rows",
           "422, 504, 507; the next one is answered", sparql.floods),
    Attack("nonsense as language", "as before; 400", protocol.languages),
    Attack("jobs and files by made-up ids", "404", protocol.jobs),
)  # fmt: skip


def page() -> str:
    """The table as Markdown."""
    rows = "\n".join(f"| {a.tried} | {a.got} |" for a in ATTACKS)
    return f"""# What was tried against the app

Each row is tried by `tests/web/test_attacks.py` against a server on a port, which holds this page
to what it gets; `python -m tests.web.attacks` writes it. Numbers are HTTP statuses. Pages that are
added are tried without being named: addresses come from the app's own table and from its links.
Thousands of queries more are sent by `python -m tests.web.hostile_queries`.

| tried | got |
|---|---|
{rows}

Not kept out, by design: whoever was let in may do all that the app can, and sees what colleagues
began, by its id; `--remote` sends the password and all pages without encryption, so it is for a
network that is trusted or behind a proxy that encrypts; a check reads what links in the folder
lead to, as on the command line; whoever was let in may keep all processes that answer queries busy,
each query for as long as it may take; on Windows queries are kept from memory, files and sockets by
their reader and their time alone, on macOS from memory; another person who is logged in on the
same machine can read what the folder's own permissions let them.
"""
