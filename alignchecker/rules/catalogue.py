"""Reads rules and profiles out of shapes/. A rule lives there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple, parse

from alignchecker.graph.dataset import Statement
from alignchecker.model.errors import ConfigError, RuleError, did_you_mean
from alignchecker.model.finding import Severity
from alignchecker.model.names import ALN, DCTERMS, RDF, RDFS, SH
from alignchecker.model.resources import resource

Texts = Mapping[str, str]
"""A text by language: "ja", "en"."""

_SEVERITIES = {
    SH + "Violation": Severity.VIOLATION,
    SH + "Warning": Severity.WARNING,
    SH + "Info": Severity.INFO,
}
_PROF = "http://www.w3.org/ns/dx/prof/"
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_TURTLE = RdfFormat.TURTLE
_Node = NamedNode | BlankNode
_Term = NamedNode | BlankNode | Literal
_T = TypeVar("_T")

FAMILIES = (
    "link",
    "coverage",
    "period",
    "structure",
    "law",
    "indicator",
    "text",
    "organisation",
    "progress",
    "owl",
)
"""Families in the order in which a planner reads them."""


def severity_of(iri: str) -> Severity:
    """The severity that an IRI of SHACL stands for."""
    return _SEVERITIES[iri]


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape with its documentation. Fields are named in shapes/README.md."""

    id: str
    iri: NamedNode
    family: str
    profile: str
    since: str
    severity: Severity
    title: Texts
    description: Texts
    why: Texts
    remedy: Texts
    evidence: Texts
    source: Texts
    message: Texts
    roll_up_message: Texts
    select: str
    target: NamedNode
    applies_to: str | None
    roll_up: bool
    softened_by: frozenset[str]
    needs: frozenset[str]
    due_from: NamedNode | None
    passing: str
    failing: str
    triples: tuple[Statement, ...]
    """The shape itself with all it refers to, as any SHACL engine wants it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A pack of rules; ``plan_types`` are those that bring it in by themselves."""

    id: str
    title: Texts
    parents: frozenset[str]
    plan_types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rules by id, in the order of families and ids, and all profiles."""

    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]

    def rule(self, rule_id: str) -> Rule:
        """A rule by id. Raises ConfigError naming the nearest one."""
        return _known(rule_id, self.rules, "rule")

    def with_parents(self, profile_ids: Iterable[str]) -> frozenset[str]:
        """Profiles with all that they build on. Raises ConfigError for an unknown one."""
        wanted: set[str] = set()
        waiting = list(profile_ids)
        while waiting:
            profile = _known(waiting.pop(), self.profiles, "profile")
            if profile.id not in wanted:
                wanted.add(profile.id)
                waiting.extend(profile.parents)
        return frozenset(wanted)

    def select(self, select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
        """Rules named by id or family, less those ignored; all where ``select`` is empty."""
        wanted = set(self._expand(select)) or set(self.rules)
        wanted -= set(self._expand(ignore))
        return [rule for rule in self.rules.values() if rule.id in wanted]

    def _expand(self, names: Iterable[str]) -> Iterator[str]:
        families = {rule.family for rule in self.rules.values()}
        for name in names:
            if name in families:
                yield from (r.id for r in self.rules.values() if r.family == name)
            else:
                known = {**self.rules, **dict.fromkeys(families)}
                _known(name, known, "rule")
                yield name


def _known(name: str, known: Mapping[str, _T], kind: str) -> _T:
    if name in known:
        return known[name]
    ja, en = did_you_mean(name, known)
    word, listing = {"rule": ("規則", "rules"), "profile": ("プロファイル", "config show")}[kind]
    raise ConfigError(
        f"{word}「{name}」はありません。{ja}一覧は alignchecker {listing} で見られます。",
        f"There is no {kind} '{name}'.{en} 'alignchecker {listing}' lists them.",
    )


class _Shapes:
    """The triples of shapes/, with the few look-ups that reading a rule takes."""

    def __init__(self, folder: Path) -> None:
        self.store = Store()
        for file in sorted(folder.glob("*.ttl")):
            try:
                self.store.extend(list(parse(file.read_bytes(), format=_TURTLE)))
            except SyntaxError as error:
                raise RuleError(
                    f"{file}:{error.lineno}: 規則のファイルが読めません: {error.msg}",
                    f"{file}:{error.lineno}: a file of rules cannot be read: {error.msg}",
                ) from error

    def subjects(self, kind: str) -> list[NamedNode]:
        found = self.store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(kind))
        return sorted((q.subject for q in found if isinstance(q.subject, NamedNode)), key=str)

    def values(self, node: _Node, predicate: str) -> list[_Term]:
        found = self.store.quads_for_pattern(node, NamedNode(predicate), None)
        return [q.object for q in found if not isinstance(q.object, Triple)]

    def texts(self, node: _Node, predicate: str) -> dict[str, str]:
        literals = (v for v in self.values(node, predicate) if isinstance(v, Literal))
        return {v.language or "": v.value for v in literals}

    def text(self, node: _Node, predicate: str) -> str | None:
        return next(iter(self.texts(node, predicate).values()), None)

    def required(self, node: NamedNode, predicate: str) -> str:
        value = self.text(node, predicate)
        if value is None:
            raise RuleError(f"{node} に {predicate} がありません", f"{node} has no {predicate}")
        return value

    def concept(self, node: _Node, predicate: str) -> NamedNode | None:
        return next((v for v in self.values(node, predicate) if isinstance(v, NamedNode)), None)

    def local_names(self, node: _Node, predicate: str) -> frozenset[str]:
        return frozenset(_local(v) for v in self.values(node, predicate))

    def reachable(self, node: _Node) -> Iterator[Statement]:
        """The shape with its blank nodes, and the prefix declarations it points to."""
        for quad in self.store.quads_for_pattern(node, None, None):
            value = quad.object
            if isinstance(value, Triple):
                continue
            yield node, quad.predicate, value
            inner = isinstance(value, BlankNode) or quad.predicate.value == SH + "prefixes"
            if inner and not isinstance(value, Literal):
                yield from self.reachable(value)


def _local(term: _Term) -> str:
    return term.value.rpartition("#")[2].rpartition("/")[2]


def _read_rule(shapes: _Shapes, node: NamedNode) -> Rule:
    constraints = shapes.values(node, SH + "sparql")
    targets = [v for name in _TARGETS for v in shapes.values(node, SH + name)]
    if len(constraints) != 1 or not isinstance(constraints[0], BlankNode) or len(targets) != 1:
        raise RuleError(
            f"{node} の制約または対象が一つではありません",
            f"{node} must have exactly one sh:sparql and one target",
        )
    target, constraint = targets[0], constraints[0]
    assert isinstance(target, NamedNode)
    return Rule(
        id=shapes.required(node, DCTERMS + "identifier"),
        iri=node,
        family=shapes.required(node, ALN + "family"),
        profile=min(shapes.local_names(node, ALN + "profile")),
        since=shapes.required(node, ALN + "since"),
        severity=severity_of(shapes.values(node, SH + "severity")[0].value),
        title=shapes.texts(node, RDFS + "label"),
        description=shapes.texts(node, RDFS + "comment"),
        why=shapes.texts(node, ALN + "why"),
        remedy=shapes.texts(node, ALN + "remedy"),
        evidence=shapes.texts(node, ALN + "evidence"),
        source=shapes.texts(node, DCTERMS + "source"),
        message=shapes.texts(constraint, SH + "message"),
        roll_up_message=shapes.texts(node, ALN + "rollUpMessage"),
        select=shapes.text(constraint, SH + "select") or "",
        target=target,
        applies_to=shapes.text(node, ALN + "appliesTo"),
        roll_up=shapes.text(node, ALN + "rollUp") == "true",
        softened_by=frozenset(shapes.local_names(node, ALN + "softenedBy")),
        needs=shapes.local_names(node, ALN + "needs"),
        due_from=shapes.concept(node, ALN + "dueFrom"),
        passing=shapes.required(node, ALN + "passingExample"),
        failing=shapes.required(node, ALN + "failingExample"),
        triples=tuple(shapes.reachable(node)),
    )


def _checked_rule(shapes: _Shapes, node: NamedNode) -> Rule:
    try:
        rule = _read_rule(shapes, node)
        FAMILIES.index(rule.family)
    except (ValueError, KeyError, IndexError) as error:
        raise RuleError(
            f"{node} の分類・区分・プロファイルのどれかが、ないか誤っています（{error}）",
            f"{node}: family, severity or profile is missing or wrong ({error})",
        ) from error
    return rule


def _read_profile(shapes: _Shapes, node: NamedNode) -> Profile:
    return Profile(
        _local(node),
        shapes.texts(node, RDFS + "label"),
        shapes.local_names(node, _PROF + "isProfileOf"),
        shapes.local_names(node, ALN + "forPlanType"),
    )


@cache
def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Reads shapes/ (or another folder of rules). Raises RuleError where one is malformed."""
    shapes = _Shapes(folder or resource("shapes"))
    rules = [_checked_rule(shapes, node) for node in shapes.subjects(ALN + "Rule")]
    rules.sort(key=lambda rule: (FAMILIES.index(rule.family), rule.id))
    profiles = [_read_profile(shapes, node) for node in shapes.subjects(_PROF + "Profile")]
    return Catalogue({r.id: r for r in rules}, {p.id: p for p in profiles})
