"""HermiT, the reasoner that owlready2 brings: which sets of triples contradict themselves?

owlready2 runs HermiT without a time limit, leaves its file behind where data contradict, and always
classifies. That is right for the classes of an ontology, once. Whether statements contradict each
other is asked dozens of times, many sets at once, so HermiT is run directly for that.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from alignchecker.model.errors import AligncheckerError
from alignchecker.reasoning.java import find_java, hermit_folder

MEMORY_MB = 2000
_MAIN = "org.semanticweb.HermiT.cli.CommandLine"
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A run takes a second or two: compiling thoroughly costs more than it brings (0.9 s, not 1.4)."""
_SOUND = "is satisfiable"
_UNSOUND = ("InconsistentOntologyException", "is not satisfiable")
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class OutOfTime(Exception):
    """HermiT did not answer in time."""


class Contradictory(Exception):
    """The axioms about classes contradict each other or the code lists."""


class ReasonerError(AligncheckerError):
    """HermiT stopped with an error of its own."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"推論器が誤りで止まりました（{words}）。記憶容量が足りないときは、"
            "調べる計画を分けてください。",
            f"The reasoner stopped with an error ({words}). If memory ran out, "
            "examine fewer plans at a time.",
        )


@dataclass(slots=True)
class Hermit:
    """HermiT with a folder for its files.

    seconds: that one examination may take. deadline: of time.monotonic, for all of them.
    """

    folder: Path
    seconds: float
    deadline: float = float("inf")
    java: Path = field(default_factory=find_java)
    home: Path = field(default_factory=hermit_folder)

    def first_contradictory(self, sets: Sequence[Iterable[Triple]]) -> int | None:
        """The number of the first set of triples that contradicts itself; None if none does.

        HermiT stops at the first. Raises OutOfTime, ReasonerError.
        """
        files = [self._written(f"{number}.nt", triples) for number, triples in enumerate(sets)]
        if not files:
            return None
        command = [str(self.java), *_QUICK, f"-Xmx{MEMORY_MB}M", "-cp", self._class_path(), _MAIN]
        try:
            done = subprocess.run(
                [*command, "-k", *(file.as_uri() for file in files)],
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=self._time_left(),
                check=False,
                creationflags=_FLAGS,
            )
        except subprocess.TimeoutExpired as error:
            raise OutOfTime from error
        sound = done.stdout.count(_SOUND)
        if done.returncode == 0 and sound == len(files):
            return None
        if sound < len(files) and any(word in done.stderr + done.stdout for word in _UNSOUND):
            return sound
        raise ReasonerError(_last_words(done.stderr))

    def contradictory(self, triples: Iterable[Triple]) -> bool:
        """Whether one set of triples contradicts itself."""
        return self.first_contradictory([triples]) is not None

    def impossible_classes(self, triples: Iterable[Triple]) -> list[str]:
        """IRIs of the classes that can have no member, sorted.

        Raises Contradictory where the triples do not even agree with each other.
        """
        import owlready2

        file = self._written("classes.nt", triples)
        world = owlready2.World()  # its own: nothing goes into owlready2's default world
        with self._bounds_on_owlready2():
            try:
                # From an open file: a name would be looked for elsewhere where it is not there.
                with file.open("rb") as opened:
                    world.get_ontology("urn:x-alignchecker:classes#").load(fileobj=opened)
                owlready2.sync_reasoner_hermit(world, debug=0)
            except subprocess.TimeoutExpired as error:
                raise OutOfTime from error
            except owlready2.OwlReadyInconsistentOntologyError as error:
                raise Contradictory from error
            except owlready2.OwlReadyJavaError as error:
                raise ReasonerError(_last_words(str(error))) from error
        found = {kind.iri for kind in world.inconsistent_classes() if hasattr(kind, "iri")}
        world.close()
        return sorted(found - {"http://www.w3.org/2002/07/owl#Nothing"})

    @contextmanager
    def _bounds_on_owlready2(self) -> Iterator[None]:
        """Its Java, memory, time limit and folder for files are variables of modules."""
        import owlready2
        from owlready2 import reasoning

        kept = (
            owlready2.JAVA_EXE, reasoning.JAVA_MEMORY, reasoning._subprocess_kargs,
            tempfile.tempdir,
        )  # fmt: skip
        try:
            owlready2.JAVA_EXE, reasoning.JAVA_MEMORY = str(self.java), MEMORY_MB
            reasoning._subprocess_kargs = {**kept[2], "timeout": self._time_left()}
            tempfile.tempdir = str(self.folder)
            yield
        finally:
            (
                owlready2.JAVA_EXE, reasoning.JAVA_MEMORY, reasoning._subprocess_kargs,
                tempfile.tempdir,
            ) = kept  # fmt: skip

    def _class_path(self) -> str:
        return os.pathsep.join([str(self.home), str(self.home / "HermiT.jar")])

    def _written(self, name: str, triples: Iterable[Triple]) -> Path:
        file = self.folder / name
        serialize(triples, str(file), format=RdfFormat.N_TRIPLES)
        return file

    def _time_left(self) -> float:
        left = min(self.seconds, self.deadline - time.monotonic())
        if left <= 0:
            raise OutOfTime
        return left


def _last_words(text: str) -> str:
    """The line of a Java trace that says what went wrong."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith("at ")]
    return next((line for line in said if "Exception" in line or "Error" in line), "HermiT")
