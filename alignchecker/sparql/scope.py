"""Whether a group may be handed what is bound around it, without a change in what it gives.

SPARQL evaluates a group by itself and joins afterwards. Handing the bindings in gives the same if
nothing in the group can see a variable from outside that the group does not bind itself: SPARQL
sees it without value there. (SHACL's pre-bound $this has its value everywhere, and so has every
variable within EXISTS.)
"""

from __future__ import annotations

from alignchecker.sparql.algebra import (
    Bind,
    Call,
    Exists,
    Expression,
    Filter,
    Group,
    Optional,
    Pattern,
    Query,
    Union,
    bindable,
    variables,
)
from alignchecker.sparql.errors import Unsupported

_NONE = frozenset[str]()


def check(query: Query, given: frozenset[str]) -> None:
    """Raises Unsupported for a query to which it could make a difference.

    given: the variables that have their value everywhere ($this).
    """
    bound = _group(query.where, outside=_NONE, given=given)
    for variable, expression in query.columns:
        if variable is not expression and variable.name in bound:
            raise Unsupported(f"?{variable.name} is bound twice")
        for exists in _exists(expression):
            _group(exists.group, outside=_NONE, given=given | bound)


def _group(group: Group, outside: frozenset[str], given: frozenset[str]) -> frozenset[str]:
    """The variables that a group certainly binds, whatever is outside of it."""
    certain, possible = _NONE, _NONE
    for element in group.elements:
        possible_now = possible | outside
        match element:
            case Pattern():
                certain |= variables(element)
            case Union(branches):
                bound = [_group(branch, possible_now, given) for branch in branches]
                certain |= frozenset.intersection(*bound)
            case Optional(inner):
                _optional(inner, certain, possible, outside, given)
            case Bind(expression, variable):
                if variable.name in possible_now | given:
                    raise Unsupported(f"?{variable.name} is bound twice")
                _visible(expression, certain | (possible - outside), possible_now, given)
            case Filter():
                continue
        possible |= variables(element)
    for element in group.elements:
        if isinstance(element, Filter):
            _visible(element.condition, certain | (possible - outside), possible | outside, given)
    return certain


def _optional(
    group: Group,
    certain: frozenset[str],
    possible: frozenset[str],
    outside: frozenset[str],
    given: frozenset[str],
) -> None:
    """Its own filters see both sides (LeftJoin), the groups within it only themselves.

    What is outside of both sides it may share only if the side before it has it for sure.
    """
    own = bindable(group)
    hidden = (own & outside) - certain - given
    if hidden:
        raise Unsupported(f"?{min(hidden)} may be without value before OPTIONAL")
    filters = [e for e in group.elements if isinstance(e, Filter)]
    rest = Group(tuple(e for e in group.elements if not isinstance(e, Filter)))
    inner = _group(rest, possible | outside, given)
    seen = certain | inner | ((possible | own) - outside)
    for element in filters:
        _visible(element.condition, seen, possible | outside | own, given)


def _visible(
    expression: Expression,
    seen: frozenset[str],
    possible: frozenset[str],
    given: frozenset[str],
) -> None:
    """An expression sees only what its group binds, where another value could come from outside."""
    hidden = (variables(expression) & possible) - seen - given
    if hidden:
        raise Unsupported(f"?{min(hidden)} has no value of its own here")
    for exists in _exists(expression):
        _group(exists.group, outside=_NONE, given=given | seen | possible)


def _exists(expression: Expression) -> list[Exists]:
    match expression:
        case Exists():
            return [expression]
        case Call(_, arguments):
            return [exists for argument in arguments for exists in _exists(argument)]
    return []
