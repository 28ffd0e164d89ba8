"""A baseline: the findings of one day, so that later checks tell what is new and what is gone.

A result is found again by its words (rule, plan, headings down to it, value), which survive another
numbering; where these changed, by its fingerprint, which survives another wording.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Statement, aln
from alignchecker.graph.nodes import TYPE, position_triples
from alignchecker.importers.decoding import MAX_BYTES, read_bytes
from alignchecker.model.errors import InputError
from alignchecker.model.finding import Report, ResultKey, State
from alignchecker.model.names import RDFS
from alignchecker.model.plan import Position

FILE = "baseline.json"
NODE = NamedNode("urn:x-alignchecker:baseline")
_FIELDS = ("rule", "plan", "label", "value", "fingerprint", "content")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One result of the day. plan: IRI of its plan, "" where it belongs to none; value: or ""."""

    rule: str
    plan: str
    label: str
    value: str
    fingerprint: str
    content: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """known: for each result whether the baseline has it. gone: entries that no result is."""

    known: tuple[bool, ...]
    gone: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries by rule; file: where they were read from, None for one that was just made."""

    entries: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    file: Path | None = None

    @classmethod
    def of(cls, report: Report) -> Baseline:
        """What a report found and nobody waived, but what it found of the baseline itself."""
        found = {
            Entry(
                finding.rule,
                finding.plan.iri if finding.plan else "",
                key.label,
                key.value or "",
                key.fingerprint,
                key.content,
            )
            for finding in report.findings
            if finding.state is not State.WAIVED and finding.focus.iri != NODE.value
            for key in finding.keys
        }
        return cls(_by_rule(sorted(found)))

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in a file. Raises InputError for what ``baseline write`` did not make."""
        try:
            document = json.loads(read_bytes(path, MAX_BYTES).decode("utf-8-sig"))
            entries = [Entry(*(entry[name] for name in _FIELDS)) for entry in document["entries"]]
            if document["schema"] != 1 or not all(
                isinstance(value, str) for entry in entries for value in asdict(entry).values()
            ):
                raise ValueError("schema")
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(
                "基準のファイルとして読めません。"
                "alignchecker baseline write で作り直してください。",
                "This is no baseline. Make it again with alignchecker baseline write.",
                str(path),
            ) from error
        return cls(_by_rule(entries), path)

    def text(self) -> str:
        """The file: one entry a line, sorted, so that a change of it can be read as a diff."""
        entries = sorted(entry for of in self.entries.values() for entry in of)
        lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in entries)
        body = ",\n".join(lines)
        return f'{{"schema": 1, "entries": [\n{body}\n]}}\n'

    def compare(self, rule: str, keys: Sequence[ResultKey]) -> Comparison:
        """Which results of a rule are known, each entry standing for one; words go first."""
        entries = list(self.entries.get(rule, ()))
        known = [False] * len(keys)
        for name in ("content", "fingerprint"):
            waiting = Counter(getattr(entry, name) for entry in entries)
            taken: Counter[str] = Counter()
            for number, key in enumerate(keys):
                said = getattr(key, name)
                if not known[number] and taken[said] < waiting[said]:
                    known[number] = True
                    taken[said] += 1
            entries = list(_left(entries, name, taken))
        return Comparison(tuple(known), tuple(entries))

    @property
    def rules(self) -> Collection[str]:
        """Ids of the rules that it has entries of."""
        return self.entries.keys()

    @property
    def is_empty(self) -> bool:
        """Whether it has no entries."""
        return not self.entries


def _left(entries: Iterable[Entry], name: str, taken: Counter[str]) -> Iterator[Entry]:
    """The entries that stand for no result yet."""
    used = taken.copy()
    for entry in entries:
        said = getattr(entry, name)
        if used[said] > 0:
            used[said] -= 1
        else:
            yield entry


def _by_rule(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.rule].append(entry)
    return dict(found)


def gone_facts(path: Path, gone: Iterable[Entry]) -> Iterator[Statement]:
    """The baseline with its entries that are gone, in the ontology's terms."""
    yield NODE, TYPE, aln("Baseline")
    yield NODE, NamedNode(RDFS + "label"), Literal(path.name)
    yield from position_triples(NODE, Position(path.name))
    for entry in gone:
        node = NamedNode(f"{NODE.value}:{entry.fingerprint}")
        yield NODE, aln("goneEntry"), node
        yield node, TYPE, aln("BaselineEntry")
        label = f"{entry.label} / {entry.value}" if entry.value else entry.label
        yield node, NamedNode(RDFS + "label"), Literal(f"{label}（{entry.rule}）")
