"""What a query is made of, after parsing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from alignchecker.triples.terms import Term


@dataclass(frozen=True, slots=True)
class Var:
    """A variable. Names with a dot are made by the parser and nobody can ask for them."""

    name: str


@dataclass(frozen=True, slots=True)
class Inverse:
    """``^path``"""

    path: Path


@dataclass(frozen=True, slots=True)
class Steps:
    """``path/path/…``"""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """``path|path|…``"""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """``path*``, ``path+`` and ``path?``"""

    path: Path
    from_none: bool
    to_many: bool


Path = NamedNode | Inverse | Steps | Either | Repeat
Slot = Var | Term


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern whose predicate is a path. (A variable as predicate is not supported.)"""

    subject: Slot
    path: Path
    value: Slot


@dataclass(frozen=True, slots=True)
class Constant:
    """A term in an expression."""

    term: Term


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator with its arguments: ("<", a, b), ("STR", a)."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Exists:
    """``EXISTS { … }``"""

    group: Group


Expression = Var | Constant | Call | Exists


@dataclass(frozen=True, slots=True)
class Filter:
    """``FILTER``, in force over the whole group that it stands in."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class Bind:
    """``BIND (expression AS ?variable)``"""

    expression: Expression
    variable: Var


@dataclass(frozen=True, slots=True)
class Optional:
    """``OPTIONAL { … }``"""

    group: Group


@dataclass(frozen=True, slots=True)
class Union:
    """``{ … } UNION { … }``; with one branch a group within a group."""

    branches: tuple[Group, ...]


Element = Pattern | Filter | Bind | Optional | Union


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between braces, in its order."""

    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT or, with a template, a CONSTRUCT. A SELECT without ``columns`` asks for all."""

    columns: tuple[tuple[Var, Expression], ...]
    distinct: bool
    where: Group
    template: tuple[tuple[Slot, Slot, Slot], ...] = ()
    order: tuple[tuple[Expression, bool], ...] = ()
    """What rows are sorted by, and whether from the greatest."""


@lru_cache(maxsize=1 << 14)
def variables(part: object) -> frozenset[str]:
    """Names of the variables in a part of a query, those within EXISTS too."""
    if isinstance(part, Var):
        return frozenset({part.name})
    return frozenset[str]().union(*map(variables, _inside(part)))


def bindable(group: Group) -> frozenset[str]:
    """Variables that the elements of a group can bind: its filters bind none."""
    elements = (e for e in group.elements if not isinstance(e, Filter))
    return frozenset[str]().union(*map(variables, elements))


def _inside(part: object) -> Sequence[object]:
    """What a part of a query is made of."""
    match part:
        case Pattern(subject, _, value):
            return subject, value
        case Bind(expression, variable):
            return expression, variable
        case Filter(inner) | Exists(inner) | Optional(inner):
            return (inner,)
        case Call(_, parts) | Union(parts) | Group(parts):
            return parts
    return ()
