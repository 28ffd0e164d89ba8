"""The nodes of one plan, read field by field: what drafts.py puts together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import BlankNode, NamedNode

from alignchecker.graph.dataset import Node, aln
from alignchecker.graph.documents import PARTS, edition_iri, full_title
from alignchecker.graph.measurement_nodes import (
    read_departments,
    read_indicators,
    read_progress,
)
from alignchecker.graph.nodes import LABEL, NOTATION, TYPE
from alignchecker.graph.statements import Statements
from alignchecker.importers.levels import with_levels
from alignchecker.model.names import DCTERMS, RDFS
from alignchecker.model.plan import (
    SPURIOUS_HEADING,
    ActCitation,
    Capture,
    CountClaim,
    Form,
    ImportWarning,
    ItemDraft,
    ItemKind,
    PassageDraft,
    Period,
    PlanDraft,
    PlanMention,
    Position,
    RelationDraft,
    RoleDraft,
)

TITLE = NamedNode(DCTERMS + "title")
_VERSION_OF = NamedNode(DCTERMS + "isVersionOf")
_PUBLISHER = NamedNode(DCTERMS + "publisher")
_PARTS = {end: part for part, end in PARTS.items()}
_UNNAMED_PART = "一部"
_LAST_NUMBER = re.compile(r"\d+$")


def editions(index: Statements) -> list[NamedNode]:
    """Plans with items, or imported from a document; not those that another plan mentions."""
    found = [
        node
        for kind in ("PlanEdition", "PlanPart")
        for node in index.subjects(TYPE, aln(kind))
        if isinstance(node, NamedNode) and not index.terms(node, aln("mentionedIn"))
    ]
    plans = [
        node
        for node in dict.fromkeys(found)
        if index.terms(node, aln("sourceDocument")) or index.subjects(aln("inPlan"), node)
    ]
    return sorted(plans, key=lambda node: node.value)


_OF_OUTLINES = {"heading": ItemKind.GROUP, "unit": ItemKind.MEASURE}
"""What comes nearest to the kinds of items that only outlines of the State have."""


class PlanNodes:
    """Walks the nodes of one edition once; ``paths`` then names each by its path below it."""

    def __init__(
        self,
        index: Statements,
        edition: NamedNode,
        file: str,
        sha256: str,
        *,
        outline_kinds: bool = False,
    ) -> None:
        self.index, self.edition = index, edition
        self.outline_kinds = outline_kinds
        self.file = index.text(edition, aln("sourceDocument")) or file
        source = index.text(edition, aln("sourceHash")) or sha256
        self.sha256 = source.removeprefix("sha256:")
        self.paths: dict[str, Node] = {}
        self.series = next(iter(index.nodes(edition, _VERSION_OF)), None)
        self.publisher = next(iter(index.nodes(edition, _PUBLISHER)), None)
        self.place = index.position(edition) or Position(self.file, line=1)
        above = NamedNode(edition.value.rpartition("/")[0].rpartition("/")[0] or edition.value)
        self.organisation: Node = self.publisher or above
        self.departments: list[Node] = []
        self.ids: dict[Node, str] = {}

    def draft(self) -> PlanDraft:
        """The plan."""
        index, edition = self.index, self.edition
        period_position = index.position(edition, "periodPosition")
        default = period_position or Position(self.file, line=1)
        items = self.items()
        draft = PlanDraft(
            file=self.file,
            sha256=self.sha256,
            edition=index.text(edition, aln("editionName")),
            part=self._part(),
            plan_type=index.notation(edition, aln("planType"), "type"),
            form=index.choice(edition, "form", "form", Form),
            capture=index.choice(edition, "capture", "capture", Capture),
            stage=index.notation(edition, aln("stage"), "stage"),
            publisher=self._publisher_name(),
            department=index.text(edition, aln("department")),
            published=index.text(edition, aln("published")),
            period=self._period(edition),
            period_position=period_position,
            stated_years=index.number(edition, aln("statedYears")),
            vision=index.text(edition, aln("vision")),
            measure_level=index.text(edition, aln("measureLevel")),
            items=items,
            relations=tuple(self.relations()),
            roles=tuple(self.roles()),
            claims=tuple(self.claims()),
            mentions=tuple(self.mentions()),
            citations=tuple(self.citations()),
            warnings=tuple(self.left_out()),
            indicators=tuple(read_indicators(self)),
            progress=tuple(read_progress(self)),
            departments=tuple(read_departments(self)),
            passages=tuple(self.passages()),
            unverified=tuple(index.texts(edition, aln("unverifiedFact"))),
            facts_position={} if self.place == default else {"title": self.place},
        )
        return _with_title(draft, self._titles(), edition)

    def _period(self, node: Node) -> Period | None:
        first = self.index.number(node, aln("firstFiscalYear"))
        last = self.index.number(node, aln("lastFiscalYear"))
        return None if first is None or last is None else Period(first, last)

    def _titles(self) -> tuple[str | None, str | None]:
        """Of the edition and of its series."""
        series = self.series and self.index.text(self.series, TITLE)
        return self.index.text(self.edition, TITLE), series

    def _part(self) -> str | None:
        if aln("PlanPart") not in self.index.terms(self.edition, TYPE):
            return None
        return _PARTS.get(self.edition.value.rpartition("-")[2], _UNNAMED_PART)

    def _publisher_name(self) -> str | None:
        if self.publisher is None:
            return None
        labels = (LABEL, NamedNode(RDFS + "label"))
        return next((t for p in labels for t in self.index.texts(self.publisher, p)), None)

    def numbered(self, nodes: Iterable[Node], path: str) -> Iterator[Node]:
        """The nodes in the order of their numbers, each named as the importer would."""

        def place(node: Node) -> tuple[int, str]:
            number = _LAST_NUMBER.search(node.value)
            return int(number[0][:9]) if number else 10**9, node.value

        for number, node in enumerate(sorted(dict.fromkeys(nodes), key=place), start=1):
            self.paths[f"{path}/{number}"] = node
            yield node

    def place_of(self, node: Node) -> Position:
        """Where a node was read; without a line if it does not say."""
        return self.index.position(node) or Position(self.file)

    def items(self) -> tuple[ItemDraft, ...]:
        """The items in their order, with ids below the edition."""
        index = self.index
        inside = index.subjects(aln("inPlan"), self.edition)
        kinds = (aln("Item"), aln("Measure"))
        nodes = [n for n in dict.fromkeys(inside) if set(kinds) & set(index.terms(n, TYPE))]
        order = {node: index.number(node, aln("order")) for node in nodes}
        nodes.sort(key=lambda node: (order[node] is None, order[node] or 0))
        for node in nodes:
            self.ids[node] = self.path_of(node)
        return with_levels([self._item(node) for node in nodes])

    def path_of(self, node: Node) -> str:
        """The path of a node below the edition; one made of its name where it stands elsewhere."""
        path = node.value.removeprefix(self.edition.value).lstrip("/#")
        if path == node.value or isinstance(node, BlankNode):
            path = re.split(r"[/#]", node.value)[-1]
        base, copy = path or "item", 2
        path = base
        while path in self.paths:
            path, copy = f"{base}~{copy}", copy + 1
        self.paths[path] = node
        return path

    def _kind(self, node: Node) -> ItemKind:
        notation = self.index.notation(node, aln("kind"), "kind")
        if self.outline_kinds and notation in _OF_OUTLINES:
            return _OF_OUTLINES[notation]
        return self.index.choice(node, "kind", "kind", ItemKind) or ItemKind.MEASURE

    def _item(self, node: Node) -> ItemDraft:
        index = self.index
        kind = self._kind(node)
        above = next(iter(index.nodes(node, aln("parent"))), None)
        confidence = index.decimal(node, aln("importConfidence"))
        return ItemDraft(
            id=self.ids[node],
            level=0,
            level_name=index.text(node, aln("levelName"))
            or ("group" if kind is ItemKind.GROUP else ""),
            kind=kind,
            label=index.text(node, LABEL) or "",
            parent=None if above is None else self.ids.get(above),
            position=self.place_of(node),
            code=index.text(node, NOTATION),
            printed_number=index.text(node, aln("printedNumber")),
            text=index.text(node, aln("text")),
            departments=tuple(index.texts(node, aln("department"))),
            repeated=index.is_true(node, aln("repeated")),
            # 0.997 is written as 1.00, which still says that the method had to choose.
            confidence=1.0 if confidence is None else min(float(confidence), 0.999),
        )

    def relations(self) -> Iterator[RelationDraft]:
        """The ties to other plans."""
        index = self.index
        for node in self.numbered(index.nodes(self.edition, aln("relation")), "relation"):
            verb = index.notation(node, aln("verb"), "verb")
            yield RelationDraft(
                name=index.text(node, aln("quotedAs")) or "",
                verb=None if verb == "other" else verb,
                rank=index.notation(node, aln("rank"), "rank"),
                verb_text=index.text(node, aln("verbText")) or "",
                position=self.place_of(node),
            )

    def roles(self) -> Iterator[RoleDraft]:
        """What statutory plans the text says it is, or one of its items."""
        index = self.index
        owners: dict[Node, str | None] = {self.edition: None, **self.ids}
        owner_of = {role: o for o in owners for role in index.nodes(o, aln("role"))}
        for node in self.numbered(owner_of, "role"):
            yield RoleDraft(
                quoted_as=index.text(node, aln("quotedAs")) or "",
                plan_type=index.notation(node, aln("planType"), "type"),
                cited_act=index.text(node, aln("citedAct")),
                item=owners[owner_of[node]],
                position=self.place_of(node),
            )

    def claims(self) -> Iterator[CountClaim]:
        """What the text says about the number of its items."""
        index = self.index
        for node in self.numbered(index.nodes(self.edition, aln("claim")), "claim"):
            yield CountClaim(
                level_name=index.text(node, aln("levelName")) or "",
                count=index.number(node, aln("claimedCount")) or 0,
                quoted_as=index.text(node, aln("quotedAs")) or "",
                position=self.place_of(node),
            )

    def citations(self) -> Iterator[ActCitation]:
        """The Acts that the text names."""
        for node in self.numbered(self.index.nodes(self.edition, aln("citesAct")), "citation"):
            quoted = self.index.text(node, aln("quotedAs")) or ""
            yield ActCitation(quoted, self.place_of(node))

    def mentions(self) -> Iterator[PlanMention]:
        """Other plans whose years the text prints; one without both years is no mention."""
        index = self.index
        nodes = index.subjects(aln("mentionedIn"), self.edition)
        dated = {node: period for node in nodes if (period := self._period(node))}
        for node in self.numbered(dated, "mention"):
            yield PlanMention(index.text(node, TITLE) or "", dated[node], self.place_of(node))

    def passages(self) -> Iterator[PassageDraft]:
        """The printed text, in its order."""
        index = self.index
        for node in self.numbered(index.nodes(self.edition, aln("passage")), "passage"):
            text = index.text(node, aln("text")) or ""
            heading = index.is_true(node, aln("heading"))
            yield PassageDraft(text, self.place_of(node), heading=heading)

    def left_out(self) -> Iterator[ImportWarning]:
        """Headings that were left out, as the warnings that said so."""
        index = self.index
        for node in self.numbered(index.nodes(self.edition, aln("leftOut")), "left-out"):
            printed, _, label = (index.text(node, aln("quotedAs")) or "").rpartition(" ")
            arguments = (label, printed, index.text(node, NOTATION) or "")
            yield ImportWarning(SPURIOUS_HEADING, arguments, index.position(node))


def _with_title(
    draft: PlanDraft, titles: tuple[str | None, str | None], edition: NamedNode
) -> PlanDraft:
    """The draft with the title that gives these of edition and series, and this IRI."""
    whole, series = titles
    if not whole:
        return draft
    bare = whole
    if draft.part in {"前期", "後期"}:
        bare = whole.removesuffix(f" {draft.part}基本計画")
    candidates = [bare.removeprefix(draft.edition or ""), bare]
    found = [replace(draft, title=title) for title in candidates if title]
    end = edition.value.rsplit("/", 2)[-2:]

    def fits(plan: PlanDraft) -> tuple[bool, bool, bool]:
        named = (plan.title or "").replace(plan.edition or "", "")
        iri = edition_iri(plan).value.rsplit("/", 2)[-2:]
        return full_title(plan) == whole, iri == end, named == series

    return max(found, key=fits)
