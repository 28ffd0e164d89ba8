"""Who was let in: a browser that brought the token or the password. Nothing of it is on disk."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

_MOST = 1000
_IDLE = 12 * 3600.0
"""Seconds after which a browser that asked for nothing has to show the token again."""
_TRIES = 5
_WAIT = 30.0


@dataclass(slots=True, eq=False)
class Session:
    """A browser. csrf: what its forms carry, and those of no other page can.

    verdicts: those on links that it gave, the last one last, which it can take back: key of the
    pair, measure, link, review, reviewer.
    """

    csrf: str
    lang: str
    seen: float = 0.0
    verdicts: list[tuple[str, str, str, str, str]] = field(default_factory=list)


NOBODY = Session("", "ja")
"""Before anybody is let in, and for what pages ask for on behalf of nobody."""


@dataclass(slots=True)
class Sessions:
    """All browsers that were let in, and the tokens and the password that let them in.

    token: opens the app; once where not is_fixed, then there is a new one. renewed: is told of it.
    """

    token: str
    is_fixed: bool
    password: str | None
    renewed: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    _open: OrderedDict[str, Session] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _failed: int = 0
    _until: float = 0.0

    def bears(self, token: str) -> bool:
        """Whether a program may act with a token."""
        return same(token, self.token)

    def exchange(self, token: str, lang: str) -> str | None:
        """The cookie for a browser that brings the token; None for any other token."""
        with self._lock:
            if not same(token, self.token):
                return None
            if not self.is_fixed:
                self.token = secrets.token_urlsafe(32)
            cookie = self._new(lang)
        if not self.is_fixed:
            self.renewed(self.token)
        return cookie

    def wait(self) -> int:
        """Seconds until a password may be tried again, after several wrong ones."""
        return max(0, int(self._until - self.clock() + 0.999))

    def enter(self, password: str, lang: str) -> str | None:
        """The cookie for a browser that brings the password; None for any other."""
        with self._lock:
            if self.password is None or self.wait():
                return None
            if same(password, self.password):
                self._failed = 0
                return self._new(lang)
            self._failed += 1
            if self._failed >= _TRIES:
                self._until = self.clock() + _WAIT
            return None

    def find(self, cookie: str) -> Session | None:
        """The browser that brings a cookie, None where it was never let in or too long ago."""
        key, now = _hashed(cookie), self.clock()
        with self._lock:
            session = self._open.get(key)
            if session is None or now - session.seen > _IDLE:
                self._open.pop(key, None)
                return None
            session.seen = now
            self._open.move_to_end(key)
            return session

    def _new(self, lang: str) -> str:
        cookie = secrets.token_urlsafe(32)
        self._open[_hashed(cookie)] = Session(secrets.token_urlsafe(32), lang, self.clock())
        while len(self._open) > _MOST:
            self._open.popitem(last=False)
        return cookie


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how far they are."""
    return hmac.compare_digest(given.encode(errors="replace"), wanted.encode())


def _hashed(cookie: str) -> str:
    return hashlib.sha256(cookie.encode(errors="replace")).hexdigest()
