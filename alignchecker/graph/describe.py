"""Nodes in a person's words: label, plan, department, current text, where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Role, Term, aln, integer
from alignchecker.graph.positions import line_of
from alignchecker.model.finding import Location, PlanRef, Reference, TermText
from alignchecker.model.names import CODE, DCTERMS, RDF, RDFS, RULE, SKOS

_LABELS = (NamedNode(SKOS + "prefLabel"), NamedNode(DCTERMS + "title"), NamedNode(RDFS + "label"))
_TYPE = NamedNode(RDF + "type")
_FORWARD = tuple(map(aln, ("inPlan", "from", "subject", "ofMeasure", "removedFrom")))
_BACKWARD = tuple(
    map(
        aln,
        (
            "relation",
            "claim",
            "citesAct",
            "role",
            "leftOut",
            "hasIndicator",
            "passage",
            "procedure",
        ),
    )
)
"""Properties that lead from a node, or back from it, to the plan it belongs to."""


class Describer:
    """Answers questions about nodes of one dataset; results are remembered."""

    def __init__(self, dataset: Dataset, root: Path | None = None) -> None:
        self.dataset = dataset
        self.root = (root or Path.cwd()).resolve()
        self.label = lru_cache(maxsize=None)(self._label)
        self.plan_of = lru_cache(maxsize=None)(self._plan_of)
        self.locations = lru_cache(maxsize=None)(self._locations)
        self.relative = lru_cache(maxsize=None)(self._relative)

    def is_a(self, node: Term, kind: str) -> bool:
        """Whether a node is of a class of the ontology."""
        if isinstance(node, Literal):
            return False
        return self.dataset.says(node, _TYPE, aln(kind))

    def _label(self, node: Term) -> str:
        if isinstance(node, Literal):
            return node.value
        return next((label for label in self._names(node) if label), "—")

    def trail(self, node: Term) -> list[str]:
        """What a node is called, with the items above it, the topmost first."""
        trail, seen = [self.label(node)], set[Term]()
        step: Term | None = node
        while step is not None and not isinstance(step, Literal) and step not in seen:
            seen.add(step)
            step = self.dataset.value(step, aln("parent"))
            trail += [self.label(step)] if step is not None else []
        return trail[::-1]

    def _names(self, node: Node) -> Iterator[str | None]:
        """What a node could be called, the best name first."""
        if self.is_a(node, "Department"):
            yield self._department(node)
        if self.is_a(node, "ProgressRecord"):
            yield self._record(node)
        for predicate in (*_LABELS, aln("quotedAs"), aln("levelName")):
            yield self.dataset.text(node, predicate)
        if self.is_a(node, "PlanEdition"):
            yield self._untitled(node)
        if self.is_a(node, "Demand"):
            yield self._demand(node)
        yield self.dataset.text(node, aln("subjectName"))
        subject = self.dataset.value(node, aln("subject"))
        yield self._title(subject) if subject is not None else None
        if self.is_a(node, "Passage"):
            yield self.dataset.text(node, aln("text"))
        target = self.dataset.value(node, aln("target"))
        if target is not None and target != node:
            yield self._title(target)
        ends = [self.dataset.value(node, aln(end)) for end in ("from", "to", "noCounterpartIn")]
        yield " → ".join(self._title(end) for end in ends if end is not None)
        yield node.value.rsplit("/", 1)[-1] if isinstance(node, NamedNode) else None

    def _title(self, node: Term) -> str:
        """The name that a node has of its own."""
        if isinstance(node, Literal):
            return node.value
        own = (self.dataset.text(node, predicate) for predicate in _LABELS)
        return next((name for name in own if name), node.value.rsplit("/", 1)[-1])

    def _untitled(self, edition: Node) -> str:
        """What to call a plan whose title is unknown: its series, or the document it came from."""
        series = self.dataset.value(edition, NamedNode(DCTERMS + "isVersionOf"))
        named = []
        if isinstance(series, NamedNode):
            named = [self.dataset.text(series, predicate) for predicate in _LABELS]
        document = self.dataset.text(edition, aln("sourceDocument"))
        return next((n for n in [*named, document] if n), edition.value.rsplit("/", 1)[-1])

    def _department(self, node: Node) -> str:
        """政策企画課 → 企画課: a department of a list, and what took over its work."""
        names = self.dataset.objects(node, aln("successorName"))
        successors = "・".join(name.value for name in names)
        return f"{self._title(node)} → {successors}" if successors else self._title(node)

    def _record(self, node: Node) -> str | None:
        """通いの場の充実 2025: the item that a record is about, and its fiscal year."""
        item = self.dataset.value(node, aln("ofMeasure"))
        year = self.dataset.text(node, aln("fiscalYear"))
        return None if item is None else f"{self._title(item)} {year or ''}".strip()

    def _demand(self, node: Node) -> str:
        """こども基本法第10条第2項 → こども大綱（勘案）: what an Act demands, in one line.

        社会福祉法第107条第1項第4号「住民の参加の促進」; …第61条第9項（都道府県との協議）.
        """
        provision = next(iter(self.dataset.subjects(aln("demands"), node)), node)
        act = self.dataset.value(provision, NamedNode(DCTERMS + "isPartOf"))
        article = self.dataset.text(provision, aln("articleLabel")) or ""
        target, verb = (self.dataset.value(node, aln(n)) for n in ("targetType", "demandVerb"))
        basis = (self._label(act) if act is not None else "") + article
        if target and verb:
            return f"{basis} → {self._label(target)}（{self._label(verb)}）"
        content = self.dataset.text(node, aln("requiredContent"))
        procedure = self.dataset.value(node, aln("requiredProcedure"))
        if content:
            return f"{basis}「{content}」"
        return f"{basis}（{self._label(procedure)}）" if procedure is not None else basis

    def reference(self, node: Term) -> Reference:
        """Label and places of a node."""
        if not isinstance(node, NamedNode):
            return Reference(node.value, self.label(node))
        english = None
        if node.value.startswith((CODE, RULE)):
            english = next((t for p in _LABELS if (t := self.dataset.text(node, p, "en"))), None)
        doubtful = self.dataset.text(node, aln("verified")) == "false"
        in_text = self.dataset.value(node, aln("foundIn")) is not None
        label, places = self.label(node), self.locations(node)
        return Reference(node.value, label, places, english, doubtful, in_text)

    def _plan_of(self, node: Node) -> NamedNode | None:
        step, seen = node, set[Node]()
        while step not in seen:
            seen.add(step)
            if self.is_a(step, "PlanEdition") and isinstance(step, NamedNode):
                return step
            step = next((n for n in self._nearer(step) if isinstance(n, NamedNode)), step)
        return None

    def _nearer(self, node: Node) -> Iterator[Term]:
        """Nodes that stand between a node and its plan, or are it."""
        for predicate in _FORWARD:
            yield from self.dataset.objects(node, predicate)
        for predicate in _BACKWARD:
            yield from self.dataset.subjects(predicate, node)

    def plan_ref(self, plan: NamedNode) -> PlanRef:
        """A plan's title and edition."""
        return PlanRef(plan.value, self.label(plan), self.dataset.text(plan, aln("editionName")))

    def department(self, node: Node) -> str | None:
        """The department of an item, or of its plan."""
        own = [
            o.value for o in self.dataset.objects(node, aln("department")) if isinstance(o, Literal)
        ]
        if own:
            return "・".join(own)
        plan = self.plan_of(node)
        return self.dataset.text(plan, aln("department")) if plan is not None else None

    def current(self, node: Node) -> str | None:
        """What the document says now at this node (現在の記載); None for a plan as a whole."""
        text = self.dataset.text
        if self.is_a(node, "PlanEdition") or self.is_a(node, "Baseline"):
            return None
        if self.is_a(node, "PlanRelation"):
            return f"「{self.label(node)}」{text(node, aln('verbText')) or ''}"
        if self.is_a(node, "Item"):
            number = text(node, aln("printedNumber")) or text(node, NamedNode(SKOS + "notation"))
            level = text(node, aln("levelName")) or ""
            return f"{level}{number or ''} {self.label(node)}".strip()
        return self.label(node)

    def _locations(self, node: Node) -> tuple[Location, ...]:
        """First the line of the file that was read, then the place in the document behind it.

        Of a wording, which is derived, the places of the passages that it was found in.
        """
        passages = self.dataset.objects(node, aln("foundIn"))
        if passages:
            places = (self.locations(p) for p in passages if not isinstance(p, Literal))
            return tuple(dict.fromkeys(place for of in places for place in of))
        positions = self.dataset.objects(node, aln("position"))
        return self.locations_at(node, *positions)

    def locations_at(self, node: Node, *positions: Term) -> tuple[Location, ...]:
        """Where a node is written, and some positions in the document it was read from."""
        source = self.dataset.file_of(node)
        if source is None or source.role is Role.ONTOLOGY:
            return ()
        shown = self.relative(source.path)
        memory = self.dataset.memory
        line = line_of(source.path, node, memory) if isinstance(node, NamedNode) else None
        written = [self._written(p, shown) for p in positions if not isinstance(p, Literal)]
        own = [Location(shown, line)] if line is not None or not written else []
        return tuple(dict.fromkeys([*own, *written]))

    def _written(self, position: Node, shown: str) -> Location:
        name = self.dataset.text(position, aln("file")) or shown
        numbers = [self.dataset.text(position, aln(f)) for f in ("line", "page")]
        line, page = (integer(Literal(n)) if n else None for n in numbers)
        return Location(
            shown if Path(shown).name == name else name,
            line,
            None,
            self.dataset.text(position, aln("sheet")),
            self.dataset.text(position, aln("cell")),
            page,
        )

    def _relative(self, path: Path) -> str:
        """A path as the user would type it here."""
        resolved = path.resolve()
        return (
            resolved.relative_to(self.root).as_posix()
            if resolved.is_relative_to(self.root)
            else path.as_posix()
        )


def term_text(term: Term | None) -> TermText | None:
    """An RDF term in the words of SPARQL results JSON."""
    if term is None:
        return None
    if isinstance(term, Literal):
        return TermText("literal", term.value, term.language, term.datatype.value)
    return TermText("uri" if isinstance(term, NamedNode) else "bnode", term.value)
