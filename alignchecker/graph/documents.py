"""A plan as an importer read it -> triples (the ontology's terms, design §3)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Store, parse

from alignchecker.graph.dataset import Statement, aln
from alignchecker.graph.measurements import measurements
from alignchecker.graph.nodes import LABEL, NOTATION, TYPE, code, position_triples
from alignchecker.model.names import ALN, DATA, DCTERMS, ORG, RDFS, XSD
from alignchecker.model.plan import SPURIOUS_HEADING, ItemDraft, PlanDraft, Position
from alignchecker.model.resources import resource

PARTS = {"基本構想": "koso", "前期": "zenki", "後期": "koki"}
"""Part of a plan -> what the IRI of its edition ends in."""
_DECIMAL = NamedNode(XSD + "decimal")


@cache
def area_codes() -> dict[str, tuple[str, NamedNode]]:
    """Name of a municipality or prefecture -> (code in IRIs, e-Stat area IRI)."""
    store = Store()
    store.extend(parse(path=str(resource("data", "terms", "areas.ttl"))))
    found: dict[str, tuple[str, NamedNode]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(RDFS + "label"), None):
        area, label = quad.subject, quad.object
        if isinstance(area, NamedNode) and isinstance(label, Literal) and "/sac/C" in area.value:
            digits = area.value.rpartition("C")[2][:5]
            found[label.value] = (digits[:2] if digits.endswith("000") else digits, area)
    return found


def edition_slug(draft: PlanDraft) -> str:
    """fy2026, n2-zenki, undated …: what an edition's IRI ends in."""
    if draft.period:
        stem = f"fy{draft.period.first}"
    else:
        digits = "".join(filter(str.isdigit, draft.edition or ""))
        stem = f"n{digits}" if digits else "undated"
    part = PARTS.get(draft.part or "")
    return f"{stem}-{part}" if part else stem


def edition_iri(draft: PlanDraft, base: str = DATA) -> NamedNode:
    """<base>/<area>/<series>/<edition>; where publisher or type is unknown, a hash of the file."""
    area = area_codes().get(_city(draft), (None, None))[0]
    unnamed = hashlib.sha256((_city(draft) or draft.sha256).encode()).hexdigest()[:8]
    series = (
        draft.plan_type
        or "plan-" + hashlib.sha256((draft.title or draft.sha256).encode()).hexdigest()[:8]
    )
    return NamedNode(f"{base}{area or 'x-' + unnamed}/{series}/{edition_slug(draft)}")


def _city(draft: PlanDraft) -> str:
    """Who answers for the plan: of 青葉市教育委員会 the city. Empty where unknown."""
    return (draft.publisher or "").removesuffix("教育委員会")


def full_title(draft: PlanDraft) -> str | None:
    """第4次小美玉市地域福祉計画; 小美玉市第2次総合計画 前期基本計画."""
    if not draft.title:
        return None
    title = draft.title
    if draft.edition and draft.edition not in title:
        title = draft.edition + title
    return f"{title} {draft.part}基本計画" if draft.part in {"前期", "後期"} else title


def triples(draft: PlanDraft, base: str = DATA) -> list[Statement]:
    """All triples of a plan, in document order."""
    return list(_Writer(draft, base).all())


class _Writer:
    """Walks a draft once; each method yields the triples of one part of it."""

    def __init__(self, draft: PlanDraft, base: str) -> None:
        self.draft, self.edition = draft, edition_iri(draft, base)

    def all(self) -> Iterator[Statement]:
        yield from self.plan()
        yield from self.series()
        for order, item in enumerate(self.draft.items, start=1):
            yield from self.item(item, order)
        yield from self.relations()
        yield from self.roles()
        yield from self.claims_and_citations()
        yield from measurements(self.draft, self.edition, self.item_iri)
        yield from self.left_out()
        yield from self.mentions()
        yield from self.passages()

    def item_iri(self, item_id: str) -> NamedNode:
        return NamedNode(f"{self.edition.value}/{item_id}")

    def plan(self) -> Iterator[Statement]:
        draft, edition = self.draft, self.edition
        yield edition, TYPE, aln("PlanPart" if draft.part else "PlanEdition")
        title = full_title(draft)
        texts = {
            DCTERMS + "title": title and Literal(title, language="ja"),
            ALN + "editionName": draft.edition and Literal(draft.edition, language="ja"),
            ALN + "published": draft.published and Literal(draft.published),
            ALN + "department": draft.department and Literal(draft.department),
            ALN + "measureLevel": draft.measure_level and Literal(draft.measure_level),
            ALN + "vision": draft.vision and Literal(draft.vision, language="ja"),
            ALN + "sourceDocument": Literal(draft.file),
            ALN + "sourceHash": Literal("sha256:" + draft.sha256),
            ALN + "statedYears": draft.stated_years and Literal(draft.stated_years),
            ALN + "planType": draft.plan_type and code("type", draft.plan_type),
            ALN + "form": draft.form and code("form", draft.form),
            ALN + "capture": draft.capture and code("capture", draft.capture),
            ALN + "stage": draft.stage and code("stage", draft.stage),
        }
        for predicate, value in texts.items():
            if isinstance(value, (Literal, NamedNode)):
                yield edition, NamedNode(predicate), value
        if draft.period:
            yield edition, aln("firstFiscalYear"), Literal(draft.period.first)
            yield edition, aln("lastFiscalYear"), Literal(draft.period.last)
        looked_for = {"title": title, "period": draft.period, "publisher": draft.publisher}
        for field, found in looked_for.items():
            if found is None:
                yield edition, aln("unknown"), Literal(field)
        for field in draft.unverified:
            yield edition, aln("unverifiedFact"), Literal(field)
        if draft.unverified:
            yield edition, aln("verified"), Literal(False)
        yield from position_triples(edition, _first_position(draft))
        yield from position_triples(edition, draft.period_position, "periodPosition")

    def series(self) -> Iterator[Statement]:
        draft, edition = self.draft, self.edition
        series = NamedNode(edition.value.rpartition("/")[0])
        yield edition, NamedNode(DCTERMS + "isVersionOf"), series
        yield series, TYPE, aln("PlanSeries")
        if draft.title:
            title = draft.title.replace(draft.edition or "", "")
            yield series, NamedNode(DCTERMS + "title"), Literal(title, language="ja")
        if not draft.publisher:
            return
        organisation = NamedNode(series.value.rpartition("/")[0])
        yield edition, NamedNode(DCTERMS + "publisher"), organisation
        yield series, NamedNode(DCTERMS + "publisher"), organisation
        yield organisation, TYPE, NamedNode(ORG + "FormalOrganization")
        yield organisation, LABEL, Literal(_city(draft), language="ja")
        known = area_codes().get(_city(draft))
        if known:
            yield edition, NamedNode(DCTERMS + "spatial"), known[1]

    def item(self, item: ItemDraft, order: int) -> Iterator[Statement]:
        node = self.item_iri(item.id)
        yield node, TYPE, aln("Item")
        if item.level_name == self.draft.measure_level:
            yield node, TYPE, aln("Measure")
        yield node, aln("inPlan"), self.edition
        yield node, aln("kind"), code("kind", item.kind)
        yield node, aln("levelName"), Literal(item.level_name)
        yield node, aln("order"), Literal(order)
        yield node, LABEL, Literal(item.label, language="ja")
        if item.parent:
            yield node, aln("parent"), self.item_iri(item.parent)
        if item.code:
            yield node, NOTATION, Literal(item.code)
        if item.printed_number:
            yield node, aln("printedNumber"), Literal(item.printed_number)
        if item.text:
            yield node, aln("text"), Literal(item.text, language="ja")
        for department in item.departments:
            yield node, aln("department"), Literal(department)
        if item.repeated:
            yield node, aln("repeated"), Literal(True)
        if item.confidence < 1:
            yield (
                node,
                aln("importConfidence"),
                Literal(f"{item.confidence:.2f}", datatype=_DECIMAL),
            )
        if self.draft.plan_type == "comprehensive" and item.level_name == self.draft.measure_level:
            yield node, aln("answerable"), Literal(True)
        yield from position_triples(node, item.position)

    def relations(self) -> Iterator[Statement]:
        for number, relation in enumerate(self.draft.relations, start=1):
            node = NamedNode(f"{self.edition.value}/relation/{number}")
            yield self.edition, aln("relation"), node
            yield node, TYPE, aln("PlanRelation")
            yield node, aln("quotedAs"), Literal(relation.name, language="ja")
            yield node, aln("verb"), code("verb", relation.verb or "other")
            yield node, aln("verbText"), Literal(relation.verb_text, language="ja")
            if relation.rank:
                yield node, aln("rank"), code("rank", relation.rank)
            yield from position_triples(node, relation.position)

    def roles(self) -> Iterator[Statement]:
        for number, role in enumerate(self.draft.roles, start=1):
            node = NamedNode(f"{self.edition.value}/role/{number}")
            owner = self.item_iri(role.item) if role.item else self.edition
            yield owner, aln("role"), node
            yield node, TYPE, aln("StatutoryRole")
            yield node, aln("quotedAs"), Literal(role.quoted_as, language="ja")
            if role.plan_type:
                yield node, aln("planType"), code("type", role.plan_type)
                yield owner, aln("constitutes"), code("type", role.plan_type)
            if role.cited_act:
                yield node, aln("citedAct"), Literal(role.cited_act, language="ja")
            yield from position_triples(node, role.position)

    def claims_and_citations(self) -> Iterator[Statement]:
        for number, claim in enumerate(self.draft.claims, start=1):
            node = NamedNode(f"{self.edition.value}/claim/{number}")
            yield self.edition, aln("claim"), node
            yield node, TYPE, aln("CountClaim")
            yield node, aln("quotedAs"), Literal(claim.quoted_as, language="ja")
            yield node, aln("levelName"), Literal(claim.level_name)
            yield node, aln("claimedCount"), Literal(claim.count)
            yield from position_triples(node, claim.position)
        for number, citation in enumerate(self.draft.citations, start=1):
            node = NamedNode(f"{self.edition.value}/citation/{number}")
            yield self.edition, aln("citesAct"), node
            yield node, TYPE, aln("ActCitation")
            yield node, aln("quotedAs"), Literal(citation.quoted_as, language="ja")
            yield from position_triples(node, citation.position)

    def mentions(self) -> Iterator[Statement]:
        for number, mention in enumerate(self.draft.mentions, start=1):
            node = NamedNode(f"{self.edition.value}/mention/{number}")
            yield node, TYPE, aln("PlanEdition")
            yield node, NamedNode(DCTERMS + "title"), Literal(mention.name, language="ja")
            yield node, aln("firstFiscalYear"), Literal(mention.period.first)
            yield node, aln("lastFiscalYear"), Literal(mention.period.last)
            yield node, aln("mentionedIn"), self.edition
            yield from position_triples(node, mention.position)

    def passages(self) -> Iterator[Statement]:
        for number, passage in enumerate(self.draft.passages, start=1):
            node = NamedNode(f"{self.edition.value}/passage/{number}")
            yield self.edition, aln("passage"), node
            yield node, TYPE, aln("Passage")
            yield node, aln("order"), Literal(number)
            yield node, aln("text"), Literal(passage.text, language="ja")
            if passage.heading:
                yield node, aln("heading"), Literal(True)
            yield from position_triples(node, passage.position)

    def left_out(self) -> Iterator[Statement]:
        found = [w for w in self.draft.warnings if w.code == SPURIOUS_HEADING]
        for number, warning in enumerate(found, start=1):
            label, printed, prefix = warning.arguments
            node = NamedNode(f"{self.edition.value}/left-out/{number}")
            yield self.edition, aln("leftOut"), node
            yield node, TYPE, aln("LeftOutHeading")
            yield node, aln("quotedAs"), Literal(f"{printed} {label}".strip(), language="ja")
            yield node, NOTATION, Literal(prefix)
            yield from position_triples(node, warning.position)


def _first_position(draft: PlanDraft) -> Position:
    """Where the title stands, else the period, else the beginning."""
    title = draft.facts_position.get("title")
    return title or draft.period_position or Position(draft.file, line=1)
