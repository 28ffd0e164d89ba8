"""Reads rules and profiles out of shapes/. A rule lives there and nowhere else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import BlankNode, NamedNode

from alignchecker.model.errors import ConfigError, RuleError, did_you_mean
from alignchecker.model.names import ALN, DCTERMS, PROF, RDFS, SH
from alignchecker.model.resources import resource
from alignchecker.model.severity import Severity
from alignchecker.rules.shape_files import ShapeFiles, local_name
from alignchecker.rules.soundness import Words, faults, faults_of, ontology

if TYPE_CHECKING:
    from alignchecker.graph.dataset import Statement
    from alignchecker.model.finding import Notice

Texts = Mapping[str, str]
"""A text by language: "ja", "en"."""

_SEVERITIES = {
    SH + "Violation": Severity.VIOLATION,
    SH + "Warning": Severity.WARNING,
    SH + "Info": Severity.INFO,
}
_SHARED = ("prefixes.ttl", "profiles.ttl")
"""The files that those of rules refer to."""
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
    "own",
)
"""Families in the order in which a planner reads them."""

SOFTENING = ("force", "absence", "reading", "unverified", "ended", "stage")
"""Reasons for which a finding weighs less than its rule; rules/severity.py says what each is."""


def severity_of(iri: str, otherwise: Severity | None = None) -> Severity:
    """The severity that an IRI of SHACL stands for. otherwise: that of an IRI of somebody else."""
    return _SEVERITIES[iri] if otherwise is None else _SEVERITIES.get(iri, otherwise)


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
    prefixes: Mapping[str, str]
    target: NamedNode | None
    """None where the shape alone says what it is aimed at."""
    applies_to: str | None
    roll_up: bool
    softened_by: frozenset[str]
    needs: frozenset[str]
    due_from: NamedNode | None
    passing: str
    failing: str
    triples: tuple[Statement, ...]
    """The shape itself with all it refers to, as any SHACL engine wants it."""
    plain: bool = False
    """Whether it is a shape without the documentation of a rule: results name what they are of."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A pack of rules; ``plan_types`` are those that bring it in by themselves."""

    id: str
    title: Texts
    description: Texts
    parents: frozenset[str]
    plan_types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rules by id, in the order of families and ids, and all profiles.

    notices: what is to be known about files of rules that a user brings.
    """

    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]
    notices: tuple[Notice, ...] = ()

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


def read_rule(shapes: ShapeFiles, node: NamedNode) -> Rule:
    """A rule that ``faults`` has found nothing wrong with."""
    (constraint,) = shapes.values(node, SH + "sparql")
    (target,) = shapes.targets(node)
    assert isinstance(constraint, BlankNode)
    assert isinstance(target, NamedNode)

    def stated(subject: NamedNode | BlankNode, name: str) -> str:
        return shapes.text(subject, name) or ""

    return Rule(
        id=stated(node, DCTERMS + "identifier"),
        iri=node,
        family=stated(node, ALN + "family"),
        profile=min(shapes.local_names(node, ALN + "profile")),
        since=stated(node, ALN + "since"),
        severity=severity_of(shapes.values(node, SH + "severity")[0].value),
        title=shapes.texts(node, RDFS + "label"),
        description=shapes.texts(node, RDFS + "comment"),
        why=shapes.texts(node, ALN + "why"),
        remedy=shapes.texts(node, ALN + "remedy"),
        evidence=shapes.texts(node, ALN + "evidence"),
        source=shapes.texts(node, DCTERMS + "source"),
        message=shapes.texts(constraint, SH + "message"),
        roll_up_message=shapes.texts(node, ALN + "rollUpMessage"),
        select=stated(constraint, SH + "select"),
        prefixes=shapes.prefixes(constraint),
        target=target,
        applies_to=shapes.text(node, ALN + "appliesTo"),
        roll_up=shapes.text(node, ALN + "rollUp") == "true",
        softened_by=shapes.local_names(node, ALN + "softenedBy"),
        needs=shapes.local_names(node, ALN + "needs"),
        due_from=shapes.concept(node, ALN + "dueFrom"),
        passing=stated(node, ALN + "passingExample"),
        failing=stated(node, ALN + "failingExample"),
        triples=tuple(shapes.reachable(node)),
    )


def _read_profiles(shapes: ShapeFiles) -> list[Profile]:
    return [
        Profile(
            local_name(node),
            shapes.texts(node, RDFS + "label"),
            shapes.texts(node, RDFS + "comment"),
            shapes.local_names(node, PROF + "isProfileOf"),
            shapes.local_names(node, ALN + "forPlanType"),
        )
        for node in shapes.subjects(PROF + "Profile")
    ]


@cache
def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Reads shapes/ (or another folder of rules).

    Raises RuleError that lists, with their places, all shapes that are not sound rules.
    """
    shapes = ShapeFiles(sorted((folder or resource("shapes")).glob("*.ttl")))
    profiles = _read_profiles(shapes)
    refuse(faults(shapes, _shipped_choices(profiles)))
    rules = [read_rule(shapes, node) for node in shapes.subjects(ALN + "Rule")]
    return Catalogue(in_order(rules), {p.id: p for p in profiles})


def load_rule(rule_id: str) -> Rule:
    """A rule of shapes/ by id, read from the file that it stands in alone: for a page about it.

    Raises ConfigError naming the nearest one, RuleError that lists what keeps it from being one.
    """
    folder, written = resource("shapes"), f'dcterms:identifier "{rule_id}"'
    for file in sorted(folder.glob("*.ttl")):
        if written not in file.read_text("utf-8"):
            continue
        shapes = ShapeFiles([file, *(folder / name for name in _SHARED)])
        for node in shapes.subjects(ALN + "Rule"):
            if shapes.text(node, DCTERMS + "identifier") == rule_id:
                refuse(faults_of(shapes, node, _shipped_choices(_read_profiles(shapes))))
                return read_rule(shapes, node)
    return load_catalogue().rule(rule_id)


def _shipped_choices(profiles: Iterable[Profile]) -> dict[str, Collection[str]]:
    return {ALN + "family": FAMILIES, **choices_of(profile.id for profile in profiles)}


def choices_of(profiles: Iterable[str]) -> dict[str, Collection[str]]:
    """Property of a rule -> local names that its values may have."""
    return {
        ALN + "profile": list(profiles),
        ALN + "softenedBy": SOFTENING,
        ALN + "needs": [name.removeprefix(ALN) for name in ontology().run_properties],
        SH + "severity": [name.removeprefix(SH) for name in _SEVERITIES],
    }


def refuse(found: Iterable[Words]) -> None:
    """Raises RuleError that lists faults, if there are any."""
    every = list(found)
    if every:
        raise RuleError("\n".join(ja for ja, _ in every), "\n".join(en for _, en in every))


def in_order(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Rules by id: families as a planner reads them, those that somebody else made up behind."""
    places = {family: place for place, family in enumerate(FAMILIES)}
    return {
        rule.id: rule
        for rule in sorted(rules, key=lambda r: (places.get(r.family, len(places)), r.family, r.id))
    }
