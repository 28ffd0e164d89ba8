"""waivers.toml: what a planning section records as 対象外, 市独自 or 指標を置かない.

    [[waiver]]
    kind = "対象外"
    plan = "青葉市こども計画"       # the plan, by title or IRI
    item = "1-2"                    # its item by code, numbers, heading or IRI; else the plan
    label = "…"                     # optional: an item that is called otherwise is not meant
    against = "measures-without-indicator"  # a rule, or a plan
    reason = "…"
    person = "こども課長"
    date = 2026-06-01
    until = 2028-03-31              # optional

A record is that of one edition: the next one does not have its items.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alignchecker.graph import codes
from alignchecker.graph.dataset import Dataset, Node, Role, SourceFile, Statement, Term, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.nodes import LABEL, NOTATION, TYPE, code, position_triples
from alignchecker.graph.plan_names import PlanNames, plan_names
from alignchecker.importers.toml import read_toml
from alignchecker.model.errors import AligncheckerError, ConfigError, InputError, did_you_mean
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import Position
from alignchecker.rules.catalogue import Rule

FILE = "waivers.toml"
_KEYS = ("kind", "plan", "item", "label", "against", "reason", "person", "date", "until")
_REQUIRED = ("kind", "plan", "against")
_TEXTS = {"kind", "plan", "item", "label", "against", "reason", "person"}
_DEEPEST = 12
_HEADER = re.compile(r"^[ \t]*\[\[\s*waiver\s*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Record:
    values: Mapping[str, str]
    line: int | None


def add_waivers(dataset: Dataset, files: Iterable[Path], rules: Mapping[str, Rule]) -> None:
    """Adds the waivers of some files, or what they say by now where they have been added before.

    One that cannot be read is an input with its error.
    """
    for path in files:
        source = SourceFile(path, Role.INPUT)
        try:
            said = dataset.index.number_all(waiver_statements(path, dataset, rules))
        except AligncheckerError as error:
            source, said = replace(source, error=error), []
        dataset.put_file(source, said)


def waiver_statements(path: Path, dataset: Dataset, rules: Mapping[str, Rule]) -> list[Statement]:
    """The waivers of a file as the ontology's terms; subjects are found among the plans read.

    Raises InputError, with the line of the record, for one that cannot be meant: an unknown key,
    kind or rule, a plan or heading that stands for several.
    """
    names = plan_names(dataset)
    items = _Items(dataset)
    told: Counter[str] = Counter()
    found: list[Statement] = []
    for record in _records(path):
        values = record.values
        written = " ".join(values[key] for key in ("plan", "item") if key in values)
        said = f"{values['kind']}\n{written}\n{values['against']}"
        # The same again is a record of its own: the earlier one may be past its date.
        again = f"\n{told[said]}" if told[said] else ""
        told[said] += 1
        name = hashlib.sha256((said + again).encode()).hexdigest()[:16]
        node = NamedNode(f"urn:x-alignchecker:waiver:{name}")
        found += _statements(path, node, record, names, items, rules)
    return found


def _records(path: Path) -> Iterator[_Record]:
    table = read_toml(path)
    text = path.read_text(encoding="utf-8-sig")
    lines = [text.count("\n", 0, m.start()) + 1 for m in _HEADER.finditer(text)]
    found = table.get("waiver", [])
    unknown = sorted(set(table) - {"waiver"})
    if unknown or not isinstance(found, list) or not all(isinstance(r, dict) for r in found):
        raise InputError(
            "登録は [[waiver]] の下に書いてください（書き方は docs/guide.ja.md）。",
            "Write each record below a line [[waiver]] (see docs/guide.ja.md).",
            str(path),
        )
    for number, record in enumerate(found):
        line = lines[number] if len(lines) == len(found) else None
        yield _Record(_texts(path, record, line), line)


def _texts(path: Path, record: Mapping[str, object], line: int | None) -> dict[str, str]:
    texts: dict[str, str] = {}
    for key, value in record.items():
        if key not in _KEYS:
            ja, en = did_you_mean(key, _KEYS)
            raise InputError(
                f"登録に「{key}」という項目はありません。{ja}{', '.join(_KEYS)} を使ってください。",
                f"A record has no '{key}'.{en} Use {', '.join(_KEYS)}.",
                str(path),
                line,
            )
        is_day = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
        if key not in _TEXTS and is_day:
            texts[key] = str(value)
        elif key not in _TEXTS and isinstance(value, str) and _is_day(value):
            texts[key] = value
        elif key in _TEXTS and isinstance(value, str):
            texts[key] = value.strip()
        else:
            expected = '"…"' if key in _TEXTS else "2026-06-01"
            raise InputError(
                f"登録の「{key}」は {key} = {expected} のように書いてください。",
                f"Write '{key}' of a record as {key} = {expected}.",
                str(path),
                line,
            )
    for key in _REQUIRED:
        if not texts.get(key):
            raise InputError(
                f"登録に「{key}」がありません。{', '.join(_REQUIRED)} は必ず書いてください。",
                f"A record lacks '{key}'; {', '.join(_REQUIRED)} must be there.",
                str(path),
                line,
            )
    return texts


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _statements(
    path: Path,
    node: NamedNode,
    record: _Record,
    names: PlanNames,
    items: _Items,
    rules: Mapping[str, Rule],
) -> Iterator[Statement]:
    values = record.values
    try:
        plan = names.find(values["plan"])
        against = _against(values["against"], names, rules)
        subject = items.find(plan, values["item"]) if plan and "item" in values else plan
        if subject is not None and items.is_called_otherwise(subject, values.get("label")):
            subject = None
    except ConfigError as error:
        raise InputError(error.ja, error.en, str(path), record.line) from error
    title = items.title(plan) if plan is not None else values["plan"]
    written = " ".join(filter(None, (title, values.get("label") or values.get("item"))))
    yield node, TYPE, aln("Waiver")
    yield node, aln("waiverKind"), _kind(path, record)
    yield node, aln("subjectName"), Literal(written)
    yield node, aln("against"), against
    if subject is not None:
        yield node, aln("subject"), subject
    for key in ("reason", "person", "date", "until"):
        if key in values:
            yield node, aln(key), Literal(values[key])
    yield from position_triples(node, Position(path.name, record.line))


def _against(name: str, names: PlanNames, rules: Mapping[str, Rule]) -> NamedNode:
    """The rule or the plan of that name. Raises ConfigError for what is neither."""
    if name in rules:
        return rules[name].iri
    plan = names.find(name)
    if plan is not None:
        return plan
    ja, en = did_you_mean(label_key(name), [*rules, *names.titles])
    raise ConfigError(
        f"against の「{name}」は、規則の名前でも、読み込んだ計画の題名でもありません。{ja}"
        "規則は alignchecker rules、計画は alignchecker plans で確かめてください。",
        f"'{name}' is neither a rule nor a plan that was read.{en}"
        " See alignchecker rules and alignchecker plans.",
    )


@cache
def _kinds() -> Mapping[str, NamedNode]:
    """Waiver kinds by notation and by label in each language."""
    return {
        word: code("waiver", notation)
        for notation in codes.known("waiver")
        for word in (notation, *(codes.label("waiver", notation, lang) for lang in ("ja", "en")))
    }


def _kind(path: Path, record: _Record) -> NamedNode:
    kind = record.values["kind"]
    if kind in _kinds():
        return _kinds()[kind]
    words = "、".join(codes.label("waiver", n, "ja") for n in codes.known("waiver"))
    raise InputError(
        f"kind の「{kind}」はありません。{words} から選んでください。",
        f"There is no kind '{kind}'. Choose one of {', '.join(codes.known('waiver'))}.",
        str(path),
        record.line,
    )


class _Items:
    """The items and indicators of plans by code, by heading, and by the numbers down to them.

    By its IRI, whatever belongs to the plan: a citation, the tie to another plan, a link.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._describe = Describer(dataset)
        self._known: dict[NamedNode, Mapping[str, set[Node]]] = {}

    def find(self, plan: NamedNode, name: str) -> Node | None:
        """The item of a plan; None where there is none. Raises ConfigError where there are more."""
        if "://" in name and (own := self._by_iri(plan, name)) is not None:
            return own
        if plan not in self._known:
            self._known[plan] = self._of(plan)
        found = self._known[plan].get(label_key(name), set())
        if len(found) > 1:
            listed = "、".join(sorted(n.value.removeprefix(f"{plan.value}/") for n in found))
            raise ConfigError(
                f"item の「{name}」は{len(found)}つあります。{listed} のどれかを書いてください。",
                f"There are {len(found)} items '{name}'. Write one of {listed}.",
            )
        return next(iter(found), None)

    def title(self, plan: NamedNode) -> str:
        """What a plan is called."""
        return self._describe.label(plan)

    def is_called_otherwise(self, node: Node, label: str | None) -> bool:
        """Whether a node does not have the name that it was recorded under, if it was."""
        return label is not None and label_key(self._describe.label(node)) != label_key(label)

    def _by_iri(self, plan: NamedNode, name: str) -> NamedNode | None:
        try:
            node = NamedNode(name)
        except ValueError:
            return None
        return node if self._describe.plan_of(node) == plan else None

    def _of(self, plan: NamedNode) -> Mapping[str, set[Node]]:
        names: dict[str, set[Node]] = defaultdict(set)
        for item in self._dataset.subjects(aln("inPlan"), plan):
            terms = [t for p in (NOTATION, LABEL) for t in self._dataset.objects(item, p)]
            numbers = self._numbers(item)
            for name in (*(term.value for term in terms), *([numbers] if numbers else ())):
                names[label_key(name)].add(item)
        return names

    def _numbers(self, item: Node) -> str | None:
        """1-2 for the second below the first, as headings are numbered; None without numbers."""
        numbers: list[str] = []
        step: Term | None = item
        while step is not None and not isinstance(step, Literal) and len(numbers) < _DEEPEST:
            number = self._dataset.text(step, aln("itemNumber"))
            if number is None:
                break
            numbers.append(number)
            step = self._dataset.value(step, aln("container"))
        return "-".join(reversed(numbers)) or None
