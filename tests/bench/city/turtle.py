"""A city as Turtle: one file for each plan, its links and its records, and some for the city."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from alignchecker.graph.fingerprints import fingerprint
from tests.bench.city.model import (
    BASE,
    City,
    Indicator,
    Item,
    Link,
    Plan,
    Prefecture,
    Review,
    Value,
)
from tests.bench.city.terms import concept, flag, ja, node, numbered, ref, refs, string, strings

_HEAD = f"""@base <{BASE}> .
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix code: <https://w3id.org/alignchecker/code#> .
@prefix rule: <https://w3id.org/alignchecker/rule#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .

"""
_AREA = "http://data.e-stat.go.jp/lod/sac/C"


def files(city: City) -> Iterator[tuple[str, str]]:
    """Name and text of each file of a city."""
    labels = {item.iri: item for plan in city.plans for item in plan.items}
    yield "city.ttl", _HEAD + "".join(_city(city))
    for plan in city.plans:
        stem = plan.iri.removeprefix(f"{city.code}/").replace("/", "-")
        yield f"{stem}.ttl", _HEAD + "".join(_plan(plan, city.iri, city.code))
        links = "".join(_link(link, labels) for item in plan.items for link in item.links)
        if links:
            yield f"{stem}-links.ttl", _HEAD + links
        if plan.progress:
            yield f"{stem}-progress.ttl", _HEAD + "".join(_progress(plan))


def prefecture_file(prefecture: Prefecture) -> str:
    """The text of the file of a prefecture's plans."""
    parts = [node(prefecture.code, "org:FormalOrganization", [("skos:prefLabel",
                   ja(prefecture.name))])]  # fmt: skip
    for plan in prefecture.plans:
        parts += _plan(plan, prefecture.code, f"{prefecture.code}000")
    return _HEAD + "".join(parts)


def _city(city: City) -> Iterator[str]:
    yield node(city.iri, "org:FormalOrganization", [("skos:prefLabel", ja(city.name))])
    for number, department in enumerate(city.departments, start=1):
        yield node(
            f"{city.iri}/department/{number}", "aln:Department",
            [("org:unitOf", ref(city.iri)), ("skos:prefLabel", ja(department.name)),
             ("aln:activeFrom", string(department.first)),
             ("aln:activeUntil", string(department.last)),
             ("aln:successorName", string(department.successor))],
        )  # fmt: skip
    for plan in city.register:
        yield from _plan(plan, city.iri, city.code)
        yield from (_link(link, {}) for item in plan.items for link in item.links)
    for name, plan in city.neighbours:
        owner = plan.series.partition("/")[0]
        yield node(owner, "org:FormalOrganization", [("skos:prefLabel", ja(name))])
        yield from _plan(plan, owner, owner)
    for waiver in city.waivers:
        yield node(
            waiver.iri, "aln:Waiver",
            [("aln:waiverKind", concept("waiver", waiver.kind)),
             ("aln:subject", ref(waiver.subject)), ("aln:against", ref(waiver.against)),
             ("aln:reason", string(waiver.reason)), ("aln:person", string(waiver.person)),
             ("aln:date", string(waiver.date)), ("aln:until", string(waiver.until))],
        )  # fmt: skip


def _plan(plan: Plan, owner: str, area: str) -> Iterator[str]:
    here = plan.iri
    yield node(
        here, "aln:PlanEdition",
        [("dcterms:title", ja(plan.title)), ("dcterms:isVersionOf", ref(plan.series)),
         ("dcterms:publisher", ref(owner)), ("dcterms:spatial", ref(_AREA + area)),
         ("dcterms:replaces", ref(plan.replaces.iri) if plan.replaces else None),
         ("aln:editionName", ja(plan.edition_name)),
         ("aln:planType", concept("type", plan.plan_type)),
         ("aln:firstFiscalYear", plan.first), ("aln:lastFiscalYear", plan.last),
         ("aln:statedYears", plan.stated_years), ("aln:adopted", string(plan.adopted)),
         ("aln:published", string(plan.adopted and plan.adopted[:7])),
         ("aln:stage", "code:stage-decided" if plan.adopted else None),
         ("aln:form", "code:form-full" if plan.full else None),
         ("aln:department", string(plan.department)),
         ("aln:measureLevel", string(plan.measure_level)), ("aln:vision", ja(plan.vision)),
         ("aln:constitutes", " , ".join(f"code:type-{t}" for t in plan.constitutes) or None),
         ("aln:relation", refs(r.iri for r in plan.relations)),
         ("aln:role", refs(r.iri for r in plan.roles)),
         ("aln:claim", refs(c.iri for c in plan.claims)),
         ("aln:citesAct", refs(numbered(here, "citation", plan.citations))),
         ("aln:leftOut", refs(numbered(here, "left-out", plan.left_out))),
         ("aln:procedure", refs(p.iri for p in plan.procedures)),
         ("aln:hasIndicator", refs(i.iri for i in plan.indicators)),
         ("aln:passage", refs(p.iri for p in plan.passages))],
    )  # fmt: skip
    series = [("dcterms:title", ja(plan.series_title)), ("dcterms:publisher", ref(owner))]
    yield node(plan.series, "aln:PlanSeries", series)
    yield from _facts(plan)
    for item in plan.items:
        yield _item(item, here)
        yield from _indicators(item.indicators, here)
    yield from _indicators(plan.indicators, here)
    yield from _prose(plan)


def _facts(plan: Plan) -> Iterator[str]:
    for relation in plan.relations:
        yield node(
            relation.iri, "aln:PlanRelation",
            [("aln:quotedAs", ja(relation.quoted)), ("aln:verb", concept("verb", relation.verb)),
             ("aln:verbText", ja(relation.phrase)), ("aln:target", ref(relation.target)),
             ("aln:rank", concept("rank", relation.rank))],
        )  # fmt: skip
    for role in plan.roles:
        yield node(
            role.iri, "aln:StatutoryRole",
            [("aln:planType", concept("type", role.plan_type)), ("aln:quotedAs", ja(role.quoted)),
             ("aln:citedAct", ja(role.act))],
        )  # fmt: skip
    for claim in plan.claims:
        count = sum(item.level == claim.level for item in plan.items) + claim.error
        yield node(
            claim.iri, "aln:CountClaim",
            [("aln:levelName", string(claim.level)), ("aln:claimedCount", count),
             ("aln:quotedAs", ja(f"{count}つの{claim.level}"))],
        )  # fmt: skip
    for mention in plan.mentions:
        edition = mention.edition
        assert edition.first is not None
        assert edition.last is not None
        yield node(
            mention.iri, "aln:PlanEdition",
            [("dcterms:title", ja(edition.title)), ("aln:mentionedIn", ref(plan.iri)),
             ("aln:firstFiscalYear", edition.first + mention.error),
             ("aln:lastFiscalYear", edition.last + mention.error)],
        )  # fmt: skip


def _item(item: Item, plan: str) -> str:
    return node(
        item.iri, "aln:Item , aln:Measure" if item.is_measure else "aln:Item",
        [("aln:inPlan", ref(plan)), ("aln:kind", concept("kind", item.kind)),
         ("aln:levelName", string(item.level)), ("aln:order", item.order),
         ("skos:prefLabel", ja(item.label)),
         ("aln:parent", ref(item.parent.iri) if item.parent else None),
         ("skos:notation", string(item.code)),
         ("aln:printedNumber", None if item.number is None else f'"{item.number}"'),
         ("aln:answerable", flag(item.answerable)), ("aln:text", ja(item.text)),
         ("aln:department", strings(item.departments)),
         ("aln:hasIndicator", refs(i.iri for i in item.indicators))],
    )  # fmt: skip


def _indicators(indicators: Iterable[Indicator], plan: str) -> Iterator[str]:
    for indicator in indicators:
        names = numbered(indicator.iri, "v", indicator.values)
        values = dict(zip(names, indicator.values, strict=True))
        yield node(
            indicator.iri, "aln:Indicator",
            [("aln:inPlan", ref(plan)), ("skos:prefLabel", ja(indicator.name)),
             ("aln:unit", string(indicator.unit)),
             ("aln:direction", concept("direction", indicator.direction)),
             ("aln:population", string(indicator.population)),
             ("aln:repeated", flag(indicator.repeated)),
             ("aln:indicatorValue", refs(values))],
        )  # fmt: skip
        yield from (_value(iri, value) for iri, value in values.items())


def _value(iri: str, value: Value) -> str:
    return node(
        iri, "aln:IndicatorValue",
        [("aln:valueKind", concept("value", value.kind)), ("aln:fiscalYear", value.year),
         ("aln:operator", concept("operator", value.operator)),
         ("aln:number", None if value.number is None else f"{value.number:.1f}"),
         ("aln:quotedAs", '"―"@ja' if value.operator is None else None),
         ("aln:scope", concept("scope", value.scope)),
         ("aln:population", string(value.population))],
    )  # fmt: skip


def _prose(plan: Plan) -> Iterator[str]:
    for passage in plan.passages:
        yield node(
            passage.iri, "aln:Passage",
            [("aln:order", passage.order), ("aln:heading", flag(passage.heading)),
             ("aln:text", ja(passage.text))],
        )  # fmt: skip
    for iri, quoted in _each(plan, "citation", plan.citations):
        yield node(iri, "aln:ActCitation", [("aln:quotedAs", ja(quoted))])
    for iri, heading in _each(plan, "left-out", plan.left_out):
        said = [("aln:quotedAs", ja(heading)), ("skos:notation", '"99"')]
        yield node(iri, "aln:LeftOutHeading", said)
    for iri, label in _each(plan, "removed", plan.removed):
        gone = [("aln:removedFrom", ref(plan.iri)), ("skos:prefLabel", ja(label))]
        yield node(iri, "aln:RemovedItem", gone)
    for step in plan.procedures:
        yield node(
            step.iri, "aln:ProcedureRecord",
            [("aln:procedureKind", concept("procedure", step.kind)),
             ("aln:procedureDate", string(step.date))],
        )  # fmt: skip


def _each(plan: Plan, name: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(numbered(plan.iri, name, texts), texts, strict=True)


def _link(link: Link, items: Mapping[str, Item]) -> str:
    reviews = list(numbered(link.iri, "review", link.reviews))
    start, end = _fingerprints(link, items)
    return node(
        link.iri, "aln:Link",
        [("aln:from", ref(link.source.iri)), ("aln:to", ref(link.target)),
         ("aln:noCounterpartIn", None if link.target else ref(link.plan)),
         ("aln:confidence", link.confidence),
         ("aln:contribution", concept("contribution", link.contribution)),
         ("aln:justification", "semapv:ManualMappingCuration" if link.contribution else None),
         ("aln:fingerprintFrom", string(start)), ("aln:fingerprintTo", string(end)),
         ("aln:review", refs(reviews))],
    ) + "".join(map(_review, reviews, link.reviews))  # fmt: skip


def _fingerprints(link: Link, items: Mapping[str, Item]) -> tuple[str | None, str | None]:
    """Of both ends of a link that keeps them."""
    if link.fingerprint is None:
        return None, None
    target = items.get(link.target or "")
    changed = [link.fingerprint] if link.fingerprint else []
    start = fingerprint([*link.source.lineage(), *changed])
    return start, None if target is None else fingerprint([*target.lineage()])


def _review(iri: str, review: Review) -> str:
    return node(
        iri, "aln:Review",
        [("aln:reviewer", string(review.reviewer)), ("aln:reviewDate", string(review.date)),
         ("aln:verdict", concept("verdict", review.verdict))],
    )  # fmt: skip


def _progress(plan: Plan) -> Iterator[str]:
    for record in plan.progress:
        yield node(
            record.iri, "aln:ProgressRecord",
            [("aln:ofMeasure", ref(record.item)), ("aln:fiscalYear", record.year),
             ("aln:evaluation", string(record.evaluation)), ("aln:text", ja(record.text))],
        )  # fmt: skip
