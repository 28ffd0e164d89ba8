"""The catalogue with the rules of a project's own files of shapes beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.importers.paths import Stamp, stamp
from alignchecker.model.finding import Notice
from alignchecker.model.names import ALN, DCTERMS, RDF
from alignchecker.model.resources import resource
from alignchecker.rules.catalogue import (
    Catalogue,
    Rule,
    choices_of,
    in_order,
    read_rule,
    refuse,
)
from alignchecker.rules.plain_faults import Places, notices, plain_faults, targeted
from alignchecker.rules.plain_rules import Said, kebab, plain_rule, renamed
from alignchecker.rules.shape_files import ShapeFiles
from alignchecker.rules.soundness import Words, faults

_RULE = ALN + "Rule"
_TYPE = NamedNode(RDF + "type")
_PREFIXES = "prefixes.ttl"


def with_own_rules(catalogue: Catalogue, files: Sequence[Path]) -> Catalogue:
    """The catalogue with the rules of some files, in which documented rules and plain shapes stand.

    Raises InputError for a file that cannot be opened, RuleError that lists, with their places, all
    that keeps shapes from being rules: also an id or IRI that the catalogue has.
    """
    if not files:
        return catalogue
    rules, told = _own(_Known(catalogue), stamps(files))
    return Catalogue(
        in_order([*catalogue.rules.values(), *rules]),
        catalogue.profiles,
        (*catalogue.notices, *told),
    )


def stamps(files: Iterable[Path]) -> tuple[tuple[Path, Stamp | None], ...]:
    """Files with what tells that one was changed: it is another one then."""
    return tuple((file, stamp(file)) for file in files)


class _Known:
    """A catalogue, compared by identity."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.catalogue is other.catalogue


@lru_cache(maxsize=8)
def _own(
    known: _Known, stamped: tuple[tuple[Path, Stamp | None], ...]
) -> tuple[tuple[Rule, ...], tuple[Notice, ...]]:
    prefixes, files = resource("shapes", _PREFIXES), [file for file, _ in stamped]
    shapes = ShapeFiles([prefixes, *files])
    places = {file: Places(file, shapes.said[file]) for file in files}
    refuse(_every_fault(known.catalogue, shapes, places))
    documented = [read_rule(shapes, node) for node in shapes.subjects(_RULE)]
    taken = {*known.catalogue.rules, *(rule.id for rule in documented)}
    plain = _plain(shapes, places, taken)
    told = [notice for file in files for notice in notices(places[file], shapes.said[file])]
    return (*documented, *plain), tuple(dict.fromkeys(told))


def _every_fault(
    catalogue: Catalogue, shapes: ShapeFiles, places: dict[Path, Places]
) -> Iterator[Words]:
    yield from faults(shapes, choices_of(catalogue.profiles))
    yield from _clashes(catalogue, shapes)
    referred: set[Term] = {o for said in shapes.said.values() for s, p, o in said if p != _TYPE}
    for file, where in places.items():
        yield from plain_faults(where, shapes.said[file], referred)


def _clashes(catalogue: Catalogue, shapes: ShapeFiles) -> Iterator[Words]:
    """Documented rules that the catalogue has already, and families that are no word for many."""
    by_iri = {rule.iri: rule for rule in catalogue.rules.values()}
    families = {rule.family for rule in catalogue.rules.values()}
    for node in shapes.subjects(_RULE):
        place = shapes.places(node, _RULE)
        name = shapes.text(node, DCTERMS + "identifier") or ""
        family = shapes.text(node, ALN + "family") or ""
        other = catalogue.rules.get(name) or by_iri.get(node)
        if other is not None:
            shipped = ShapeFiles(sorted(resource("shapes").glob("*.ttl")))
            theirs = shipped.places(other.iri, _RULE)
            yield (
                f"{place}: 規則の名前（IRI と dcterms:identifier）「{other.id}」は {theirs} に"
                "あります。別の名前にしてください。",
                f"{place}: the rule id or IRI '{other.id}' is that of {theirs}. Choose another"
                " dcterms:identifier and IRI.",
            )
        for word, kind in ((name, families), (family, catalogue.rules)):
            if word in kind:
                yield (
                    f"{place}: 「{word}」は規則の名前にも分類にもなるため区別できません。"
                    "別の名前にしてください。",
                    f"{place}: '{word}' would be a rule and a family. Choose another name.",
                )
        if family != kebab(family):
            yield (
                f"{place}: aln:family「{family}」は小文字とハイフンで書いてください。",
                f"{place}: write aln:family '{family}' in small letters and hyphens.",
            )


def _plain(
    shapes: ShapeFiles, places: dict[Path, Places], taken: Collection[str]
) -> Iterator[Rule]:
    """The targeted shapes of all files; they share the statements of all, so that any may use any
    other.
    """
    documented = set(shapes.subjects(_RULE))
    roots: dict[Node, tuple[NamedNode, str]] = {}
    for file, where in places.items():
        for node in targeted(shapes.said[file]):
            if node not in documented and node not in roots:
                named = where.name(node) if isinstance(node, BlankNode) else node
                roots[node] = named, where.at(where.of(node))
    names = {node: named for node, (named, _) in roots.items()}
    statements: tuple[Statement, ...] = tuple(
        renamed([s for said in shapes.said.values() for s in said], names)
    )
    said, used = Said(statements), set(taken)
    for named, source in roots.values():
        rule = plain_rule(named, statements, said, source, used)
        used.add(rule.id)
        yield rule
