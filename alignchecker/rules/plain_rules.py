"""Shapes without the documentation of a rule -> rules, with the texts that can be made of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePath

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph import blank
from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.lang import LANGUAGES, say
from alignchecker.model.names import RDFS, SH
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Rule, Texts, severity_of
from alignchecker.rules.shacl_terms import PARAMETERS
from alignchecker.rules.shape_files import local_name

FAMILY = "own"
_PROFILE = "base"
_LABEL, _COMMENT = RDFS + "label", RDFS + "comment"
_ASKING = {SH + name for name in PARAMETERS - {"property"}}


class Said:
    """What the files of a user say, by node."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._about: dict[Node, list[tuple[str, Term]]] = {}
        for subject, predicate, value in statements:
            self._about.setdefault(subject, []).append((predicate.value, value))

    def values(self, node: Term, *names: str) -> Iterator[Term]:
        """The values of some properties."""
        for predicate, value in () if isinstance(node, Literal) else self._about.get(node, ()):
            if predicate in names:
                yield value

    def texts(self, node: Term, *names: str) -> Texts | None:
        """A text in every language, of the first property that has one; None without any.

        Where a language lacks, the text without language stands for it, else any.
        """
        for name in names:
            found = [v for v in self.values(node, name) if isinstance(v, Literal) and v.value]
            given = {text.language or "": text.value for text in sorted(found, key=str)}
            if given:
                other = given.get("", min(given.items())[1])
                return {lang: given.get(lang, other) for lang in LANGUAGES}
        return None

    def query(self, node: Term) -> str:
        """The first query of a shape, or nothing."""
        queries = [
            query.value
            for constraint in self.values(node, SH + "sparql")
            for query in self.values(constraint, SH + "select")
        ]
        return queries[0] if queries else ""

    def severity(self, node: Term) -> Severity:
        """The greatest that a result of a shape can have."""
        found, waiting, seen = [], [node], set[Term]()
        while waiting:
            shape = waiting.pop()
            if isinstance(shape, Literal) or shape in seen:
                continue
            seen.add(shape)
            waiting += self.values(shape, SH + "property")
            if any(predicate in _ASKING for predicate, _ in self._about.get(shape, ())):
                own = next(self.values(shape, SH + "severity"), NamedNode(SH + "Violation"))
                found.append(severity_of(own.value, Severity.VIOLATION))
        return max(found, default=Severity.VIOLATION)


def kebab(name: str) -> str:
    """A name as ids of rules are written.

    >>> kebab("MeasureNeedsDepartment_Shape")
    'measure-needs-department-shape'
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name)
    return re.sub(r"[\W_]+", "-", words).strip("-").lower()


def plain_rule(
    node: NamedNode,
    statements: tuple[Statement, ...],
    said: Said,
    source: str,
    taken: Collection[str],
) -> Rule:
    """A shape as a rule. source: its place, by which a person finds it. taken: ids of others."""
    is_named = not node.value.startswith(blank.PREFIX)
    local = local_name(node) if is_named else PurePath(source).name.partition(".")[0]
    title = said.texts(node, _LABEL, SH + "name") or dict.fromkeys(LANGUAGES, local)
    return Rule(
        id=_free(kebab(local) or FAMILY, taken),
        iri=node,
        family=FAMILY,
        profile=_PROFILE,
        since="",
        severity=said.severity(node),
        title=title,
        description=said.texts(node, _COMMENT, SH + "description") or title,
        why={lang: say("own.why", lang, source=source) for lang in LANGUAGES},
        remedy={lang: say("own.remedy", lang, source=source) for lang in LANGUAGES},
        evidence={},
        source=dict.fromkeys(LANGUAGES, source),
        message={},
        roll_up_message={},
        select=said.query(node),
        prefixes={},
        target=None,
        applies_to=None,
        roll_up=False,
        softened_by=frozenset(),
        needs=frozenset(),
        due_from=None,
        passing="",
        failing="",
        triples=statements,
        plain=True,
    )


def renamed(said: Sequence[Statement], names: Mapping[Node, NamedNode]) -> list[Statement]:
    """Statements in which some nodes without a name have one."""

    def name(term: Term) -> Term:
        return names.get(term, term) if isinstance(term, BlankNode) else term

    return [(name(s), p, name(o)) for s, p, o in said]  # type: ignore[misc]


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where another rule has it."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
