"""How the app fares with many users: ``python -m tests.bench.web_load [--users 20]``.

A real server on a generated city of 4,500 measures, to which one Word file has been added. First
one user opens each kind of page again and again: the idle time of a page. Then so many users at
once, each in a browser session of their own and a loop of: open a page taken by lot from all kinds
(those that can be reached by links, so new ones too; lists of findings filtered by a word at every
other time), read it for --think seconds (half to one and a half times, by lot), open the next. Now
and then (every --saves pages of all users together) somebody saves a correction, after which the
city is checked again in the background. Measured is the time from asking for a page to its last
byte, on this machine, users included: they take of its processors too.

The second crowd has no time to read: every user asks for the next page as soon as the last one is
there. A single processor then has always twenty pages to make, and whoever asks waits for the
other nineteen: times like those of one user cannot be had by twenty such.

The ratio of a page is its median time with all users to its idle one; of all pages, the median of
each time divided by the idle time of its kind.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import docx

from tests.bench.generate import generate
from tests.web.crawling import crawl
from tests.web.running import Browser, Server, running

_WORDS = ("地域", "計画", "支援", "指標", "期間")
_LINES = (
    "青葉市スポーツ推進計画",
    "計画期間は、令和8年度から令和11年度までの4年間とします。",
    "青葉市",
    "基本目標1　だれもが動く",
    "施策1　運動の場づくり",
)
Times = dict[str, list[float]]


@dataclass(slots=True)
class Crowd:
    """Users at once, until a moment. think: seconds of reading. saves: pages per correction."""

    server: Server
    pages: Mapping[str, list[str]]
    plan: str
    think: float
    saves: int
    until: float
    times: Times = field(default_factory=lambda: defaultdict(list))
    saved: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _opened: int = 0

    def run(self, users: int) -> None:
        """All of them, until it is time."""
        threads = [threading.Thread(target=self._user, args=(n,)) for n in range(users)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _user(self, number: int) -> None:
        dice = random.Random(number)
        with self.server.browser() as browser:
            time.sleep(dice.random() * min(self.think, 5))
            while time.monotonic() < self.until:
                self._open(browser, dice)
                time.sleep(self.think * (0.5 + dice.random()))

    def _open(self, browser: Browser, dice: random.Random) -> None:
        kind = dice.choice(list(self.pages))
        address = dice.choice(self.pages[kind])
        if kind == "/findings" and dice.random() < 0.5:
            address = f"/findings?text={dice.choice(_WORDS)}"
        seconds, status = timed(browser, address)
        with self._lock:
            self.times[kind].append(seconds)
            self.failed[f"{kind} {status}"] += status != 200
            self._opened += 1
            is_to_save = self._opened % self.saves == 0
        if is_to_save:
            save(browser, self.plan, f"{dice.random()}")
            with self._lock:
                self.saved += 1


def timed(browser: Browser, address: str) -> tuple[float, int]:
    """Seconds from asking to the last byte, and the status."""
    started = time.perf_counter()
    answer = browser.get(address)
    return time.perf_counter() - started, answer.status_code


def save(browser: Browser, plan: str, reason: str) -> None:
    """A correction of the plan's title, and nothing where somebody else was first."""
    text = browser.get(plan).text
    revision = text.split('name="revision" value="')[1].split('"', 1)[0]
    said = {"field": "vision", "value": "みんなで", "reason": reason, "revision": revision}
    browser.post(f"{plan}/corrections", data=said)


def document() -> bytes:
    """The plan that is corrected."""
    made, stream = docx.Document(), io.BytesIO()
    for line in _LINES:
        made.add_paragraph(line)
    made.save(stream)
    return stream.getvalue()


def prepared(browser: Browser) -> tuple[str, dict[str, list[str]]]:
    """The page of a plan that can be corrected, and pages of each kind."""
    answer = browser.post("/plans", files={"document": ("a.docx", document())})
    plan = browser.finished(answer.headers["location"])
    browser.checked(600)

    def get(address: str) -> tuple[str, str]:
        found = browser.get(address, follow_redirects=True)
        is_page = not address.endswith("/file")
        return found.headers.get("content-type", "") if is_page else "", found.text

    pages = crawl(get, ("/plans", plan), most=10)
    return plan, {kind: found for kind, found in pages.items() if not kind.startswith("/jobs")}


def idle(browser: Browser, pages: Mapping[str, list[str]], rounds: int) -> dict[str, float]:
    """The median of each kind of page for one user."""
    times: Times = defaultdict(list)
    for _ in range(rounds):
        for kind, addresses in pages.items():
            for address in addresses:
                times[kind].append(timed(browser, address)[0])
    return {kind: statistics.median(found) for kind, found in times.items()}


def table(alone: Mapping[str, float], crowds: Mapping[str, Crowd]) -> str:
    """A row for each kind of page, and one for all."""
    lines = [f"{'page':44} {'idle':>8} " + " ".join(f"{name:>22}" for name in crowds)]
    for kind, base in alone.items():
        found = [statistics.median(c.times[kind]) if c.times[kind] else 0 for c in crowds.values()]
        cells = " ".join(f"{1000 * x:9.0f} ms ({x / base:6.1f}×)" for x in found)
        lines.append(f"{kind[:44]:44} {1000 * base:5.0f} ms {cells}")
    ratios = [
        sorted(x / alone[kind] for kind, times in c.times.items() for x in times)
        for c in crowds.values()
    ]
    cells = " ".join(
        f"{statistics.median(r):6.1f}×, 95%: {r[int(0.95 * len(r))]:6.1f}×" for r in ratios
    )
    lines.append(f"{'all: median of times ÷ idle':44} {'':8} {cells}")
    for name, c in crowds.items():
        every = sum(map(len, c.times.values()))
        lines.append(f"{name}: {every} pages, {c.saved} corrections")
        lines += [f"  {what}: {count}" for what, count in sorted(c.failed.items()) if count]
    return "\n".join(lines)


def measured(folder: Path, users: int, seconds: float, think: float, saves: int) -> str:
    """The table of one server on a city that was generated into a folder."""
    with running(folder) as server, server.browser() as browser:
        plan, pages = prepared(browser)
        idle(browser, pages, 1)  # what is read once is read
        alone = idle(browser, pages, 3)
        crowds = {}
        for name, pause in {f"reading {think:g} s": think, "without reading": 0.0}.items():
            crowd = Crowd(server, pages, plan, pause, saves, time.monotonic() + seconds)
            crowd.run(users)
            crowds[f"{users} users, {name}"] = crowd
            browser.checked(600)
        return table(alone, crowds)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--measures", type=int, default=4500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60, help="of each of the two crowds")
    parser.add_argument("--think", type=float, default=8, help="seconds of reading a page")
    parser.add_argument("--saves", type=int, default=50, help="pages of all users per correction")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), given.measures, given.seed)
        print(measured(Path(folder), given.users, given.seconds, given.think, given.saves))


if __name__ == "__main__":
    main()
