"""What a server is set up with. The app is a function of this, and of the files in the folder."""

from __future__ import annotations

import datetime
import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.web.endpoint.limits import QueryLimits

_MB = 1024 * 1024
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """paths: what is checked. folder: the one of them that is written to.

    hosts: what a browser may call this server, with the port ("127.0.0.1:8311"). any_address:
    whether it may also be called by any numeric address with that port, where it listens on all.
    token: opens the app; works any number of times where is_fixed, else once from a browser.
    password: what colleagues on other machines enter; None where there are none.
    most_bytes: of an uploaded document. most_form: of anything else that is sent.
    patience: seconds in which the next piece of what is sent has to come. today: the day that
    verdicts are signed with; None for that of the clock. queries: what those at /sparql may take.
    """

    paths: tuple[Path, ...]
    folder: Path
    token: str = field(repr=False)
    hosts: frozenset[str]
    port: int
    any_address: bool = False
    is_fixed: bool = False
    password: str | None = field(default=None, repr=False)
    lang: str = "ja"
    parsed: ParsedFiles | None = None
    most_bytes: int = 100 * _MB
    most_form: int = _MB
    patience: float = 30.0
    today: datetime.date | None = None
    queries: QueryLimits = field(default_factory=QueryLimits)

    def answers_to(self, host: str) -> bool:
        """Whether a Host header names this server.

        A page of somebody else's can make its name lead here (DNS rebinding), but not make a
        numeric address of it.
        """
        return host.lower() in self.hosts or (self.any_address and self._is_numeric(host))

    def _is_numeric(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return port == str(self.port)


def loopback_hosts(port: int) -> frozenset[str]:
    """What a browser on this machine may call a server on a port."""
    return frozenset(f"{name}:{port}" for name in LOOPBACK)
