"""Queries that want other servers, or all of this one."""

from __future__ import annotations

import random
import socket

from alignchecker.web.endpoint.limits import QueryLimits

from ..endpoint.asking import GREEDY, HEAVY
from ..endpoint.hostile_requests import Attacker
from ..endpoint.valid_queries import Terms, Writer
from .target import Target, several

LIMITS = QueryLimits(seconds=4, memory=40_000_000, rows=1000)
"""Of the server that is attacked: so little memory that it ends before the time does."""
_TERMS = Terms(*([["<urn:a>", "<urn:b>", "<urn:c>"]] * 6))


def _asked(on: Target, query: str) -> int:
    accept = {"Accept": "application/json"}
    return on.browser.post("/sparql", data={"query": query}, headers=accept).status_code


def calls(on: Target) -> str:
    """SERVICE, FROM and LOAD in many spellings and places: a listener there hears nothing."""
    with socket.socket() as there:
        there.bind(("127.0.0.1", 0))
        there.listen()
        there.settimeout(0.5)
        address = f"http://127.0.0.1:{there.getsockname()[1]}"
        drawn = random.Random(1)
        attacker = Attacker(drawn, Writer(drawn, _TERMS), address)
        found = set()
        for _ in range(40):
            for made in (attacker._service(), attacker._from(), attacker._update()):
                headers = {**made.headers, "Accept": "application/json"}
                answer = on.browser.post("/sparql", content=made.content, headers=headers)
                found.add(answer.status_code)
        try:
            there.accept()
        except TimeoutError:
            return f"{several(found)}; nobody was asked"
    return "a request"


def floods(on: Target) -> str:
    """One after the other; between them an easy one has to be answered."""
    rows = "SELECT ?a ?b { VALUES ?a { " + "1 " * 40 + "} VALUES ?b { " + "1 " * 40 + "} }"
    found = []
    for query in (HEAVY, GREEDY, rows):
        found.append(_asked(on, query))
        assert _asked(on, "ASK {}") == 200
    return f"{several(found)}; the next one is answered"
