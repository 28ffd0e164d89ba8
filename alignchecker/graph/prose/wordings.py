"""What was found in the text of a plan, as nodes: what stands there, how often, and where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Node, Statement, aln
from alignchecker.graph.nodes import LABEL, TYPE, code

_MOST_PLACES = 3


@dataclass(slots=True)
class Wording:
    """One wording of a kind in one plan.

    quoted: as printed. intended: what likely should stand there. source: the plan or item whose
    words it gives. answered_by: the item that takes it up. label: what a report calls it.
    """

    kind: str
    quoted: str
    intended: str | None = None
    source: Node | None = None
    verbatim: bool | None = None
    answered_by: Node | None = None
    label: str | None = None
    count: int = 0
    places: list[Node] = field(default_factory=list)

    def seen(self, node: Node, times: int = 1) -> None:
        """Counts one more place; the first few are kept."""
        self.count += times
        if node not in self.places and len(self.places) < _MOST_PLACES:
            self.places.append(node)


class Wordings:
    """The wordings of one plan, each once."""

    def __init__(self, edition: NamedNode) -> None:
        self.edition = edition
        self._found: dict[tuple[str, str, str | None], Wording] = {}

    def add(self, wording: Wording) -> Wording:
        """The wording of the same kind and words if there is one already, else this one."""
        source = wording.intended if wording.source is not None else None
        key = (wording.kind, wording.quoted, source)
        return self._found.setdefault(key, wording)

    def quoted(self, kind: str) -> set[str]:
        """The words of all of a kind."""
        return {wording.quoted for wording in self._found.values() if wording.kind == kind}

    def statements(self) -> Iterator[Statement]:
        """The nodes, named by what they say, so that a finding keeps its name in an edited text."""
        for key, wording in self._found.items():
            digest = hashlib.sha256("\n".join(map(str, key)).encode()).hexdigest()[:12]
            node = NamedNode(f"{self.edition.value}/wording/{wording.kind}/{digest}")
            yield self.edition, aln("wording"), node
            yield node, TYPE, aln("Wording")
            yield node, aln("wordingKind"), code("wording", wording.kind)
            yield node, LABEL, Literal(wording.label or _label(wording), language="ja")
            yield node, aln("quotedAs"), Literal(wording.quoted, language="ja")
            yield node, aln("occurrences"), Literal(wording.count)
            if wording.intended is not None:
                yield node, aln("intended"), Literal(wording.intended, language="ja")
            if wording.source is not None:
                yield node, aln("quotes"), wording.source
            if wording.verbatim is not None:
                yield node, aln("verbatim"), Literal(wording.verbatim)
            if wording.answered_by is not None:
                yield node, aln("answeredBy"), wording.answered_by
            for place in wording.places:
                yield node, aln("foundIn"), place


def _label(wording: Wording) -> str:
    """預防 → 予防（2）; the number where it stands more than once."""
    words = wording.quoted + (f" → {wording.intended}" if wording.intended else "")
    return f"{words}（{wording.count}）" if wording.count > 1 else words
