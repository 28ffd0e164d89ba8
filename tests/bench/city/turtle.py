"""A city as Turtle: one file for each plan, its links and its records, and some for the city."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from alignchecker.graph.fingerprints import fingerprint
from tests.bench.city.model import (
    BASE,
    City,
    Indicator,
    Item,
    Link,
    Plan,
    Prefecture,
    Value,
)

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

Pairs = Iterable[tuple[str, str | int | None]]


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
    parts = [_node(prefecture.code, "org:FormalOrganization", [("skos:prefLabel",
                   _ja(prefecture.name))])]  # fmt: skip
    for plan in prefecture.plans:
        parts += _plan(plan, prefecture.code, f"{prefecture.code}000")
    return _HEAD + "".join(parts)


def _node(iri: str, kind: str, pairs: Pairs) -> str:
    """A node with its statements; what is None is left out."""
    stated = "".join(f" ;\n    {name} {value}" for name, value in pairs if value is not None)
    return f"<{iri}> a {kind}{stated} .\n"


def _iri(iri: str | None) -> str | None:
    return None if iri is None else f"<{iri}>"


def _iris(iris: Iterable[str]) -> str | None:
    return " , ".join(f"<{iri}>" for iri in iris) or None


def _ja(text: str | None) -> str | None:
    return None if text is None else f'"{text}"@ja'


def _text(text: str | None) -> str | None:
    return None if text is None else f'"{text}"'


def _texts(texts: Iterable[str]) -> str | None:
    return " , ".join(f'"{text}"' for text in texts) or None


def _code(scheme: str, notation: str | None) -> str | None:
    return None if notation is None else f"code:{scheme}-{notation}"


def _true(said: bool) -> str | None:
    return "true" if said else None


def _city(city: City) -> Iterator[str]:
    yield _node(city.iri, "org:FormalOrganization", [("skos:prefLabel", _ja(city.name))])
    for number, department in enumerate(city.departments, start=1):
        yield _node(
            f"{city.iri}/department/{number}", "aln:Department",
            [("org:unitOf", _iri(city.iri)), ("skos:prefLabel", _ja(department.name)),
             ("aln:activeFrom", _text(department.first)),
             ("aln:activeUntil", _text(department.last)),
             ("aln:successorName", _text(department.successor))],
        )  # fmt: skip
    for plan in city.register:
        yield from _plan(plan, city.iri, city.code)
        yield from (_link(link, {}) for item in plan.items for link in item.links)
    for name, plan in city.neighbours:
        owner = plan.series.partition("/")[0]
        yield _node(owner, "org:FormalOrganization", [("skos:prefLabel", _ja(name))])
        yield from _plan(plan, owner, owner)
    for waiver in city.waivers:
        yield _node(
            waiver.iri, "aln:Waiver",
            [("aln:waiverKind", _code("waiver", waiver.kind)),
             ("aln:subject", _iri(waiver.subject)), ("aln:against", _iri(waiver.against)),
             ("aln:reason", _text(waiver.reason)), ("aln:person", _text(waiver.person)),
             ("aln:date", _text(waiver.date)), ("aln:until", _text(waiver.until))],
        )  # fmt: skip


def _plan(plan: Plan, owner: str, area: str) -> Iterator[str]:
    here = plan.iri
    yield _node(
        here, "aln:PlanEdition",
        [("dcterms:title", _ja(plan.title)), ("dcterms:isVersionOf", _iri(plan.series)),
         ("dcterms:publisher", _iri(owner)), ("dcterms:spatial", _iri(_AREA + area)),
         ("dcterms:replaces", _iri(plan.replaces.iri) if plan.replaces else None),
         ("aln:editionName", _ja(plan.edition_name)),
         ("aln:planType", _code("type", plan.plan_type)),
         ("aln:firstFiscalYear", plan.first), ("aln:lastFiscalYear", plan.last),
         ("aln:statedYears", plan.stated_years), ("aln:adopted", _text(plan.adopted)),
         ("aln:published", _text(plan.adopted and plan.adopted[:7])),
         ("aln:stage", "code:stage-decided" if plan.adopted else None),
         ("aln:form", "code:form-full" if plan.full else None),
         ("aln:department", _text(plan.department)),
         ("aln:measureLevel", _text(plan.measure_level)), ("aln:vision", _ja(plan.vision)),
         ("aln:constitutes", " , ".join(f"code:type-{t}" for t in plan.constitutes) or None),
         ("aln:relation", _iris(r.iri for r in plan.relations)),
         ("aln:role", _iris(r.iri for r in plan.roles)),
         ("aln:claim", _iris(c.iri for c in plan.claims)),
         ("aln:citesAct", _iris(_numbered(here, "citation", plan.citations))),
         ("aln:leftOut", _iris(_numbered(here, "left-out", plan.left_out))),
         ("aln:procedure", _iris(p.iri for p in plan.procedures)),
         ("aln:hasIndicator", _iris(i.iri for i in plan.indicators)),
         ("aln:passage", _iris(p.iri for p in plan.passages))],
    )  # fmt: skip
    yield _node(plan.series, "aln:PlanSeries",
                [("dcterms:title", _ja(plan.series_title)), ("dcterms:publisher", _iri(owner))])  # fmt: skip
    yield from _facts(plan)
    for item in plan.items:
        yield _item(item, here)
        yield from _indicators(item.indicators, here)
    yield from _indicators(plan.indicators, here)
    yield from _prose(plan)


def _numbered(iri: str, name: str, things: Iterable[object]) -> Iterator[str]:
    return (f"{iri}/{name}/{number}" for number, _ in enumerate(things, start=1))


def _facts(plan: Plan) -> Iterator[str]:
    for relation in plan.relations:
        yield _node(
            relation.iri, "aln:PlanRelation",
            [("aln:quotedAs", _ja(relation.quoted)), ("aln:verb", _code("verb", relation.verb)),
             ("aln:verbText", _ja(relation.phrase)), ("aln:target", _iri(relation.target)),
             ("aln:rank", _code("rank", relation.rank))],
        )  # fmt: skip
    for role in plan.roles:
        yield _node(
            role.iri, "aln:StatutoryRole",
            [("aln:planType", _code("type", role.plan_type)), ("aln:quotedAs", _ja(role.quoted)),
             ("aln:citedAct", _ja(role.act))],
        )  # fmt: skip
    for claim in plan.claims:
        count = sum(item.level == claim.level for item in plan.items) + claim.error
        yield _node(
            claim.iri, "aln:CountClaim",
            [("aln:levelName", _text(claim.level)), ("aln:claimedCount", count),
             ("aln:quotedAs", _ja(f"{count}つの{claim.level}"))],
        )  # fmt: skip
    for mention in plan.mentions:
        edition = mention.edition
        assert edition.first is not None
        assert edition.last is not None
        yield _node(
            mention.iri, "aln:PlanEdition",
            [("dcterms:title", _ja(edition.title)), ("aln:mentionedIn", _iri(plan.iri)),
             ("aln:firstFiscalYear", edition.first + mention.error),
             ("aln:lastFiscalYear", edition.last + mention.error)],
        )  # fmt: skip


def _item(item: Item, plan: str) -> str:
    return _node(
        item.iri, "aln:Item , aln:Measure" if item.is_measure else "aln:Item",
        [("aln:inPlan", _iri(plan)), ("aln:kind", _code("kind", item.kind)),
         ("aln:levelName", _text(item.level)), ("aln:order", item.order),
         ("skos:prefLabel", _ja(item.label)),
         ("aln:parent", _iri(item.parent.iri) if item.parent else None),
         ("skos:notation", _text(item.code)),
         ("aln:printedNumber", None if item.number is None else f'"{item.number}"'),
         ("aln:answerable", _true(item.answerable)), ("aln:text", _ja(item.text)),
         ("aln:department", _texts(item.departments)),
         ("aln:hasIndicator", _iris(i.iri for i in item.indicators))],
    )  # fmt: skip


def _indicators(indicators: Iterable[Indicator], plan: str) -> Iterator[str]:
    for indicator in indicators:
        names = _numbered(indicator.iri, "v", indicator.values)
        values = dict(zip(names, indicator.values, strict=True))
        yield _node(
            indicator.iri, "aln:Indicator",
            [("aln:inPlan", _iri(plan)), ("skos:prefLabel", _ja(indicator.name)),
             ("aln:unit", _text(indicator.unit)),
             ("aln:direction", _code("direction", indicator.direction)),
             ("aln:population", _text(indicator.population)),
             ("aln:repeated", _true(indicator.repeated)),
             ("aln:indicatorValue", _iris(values))],
        )  # fmt: skip
        yield from (_value(iri, value) for iri, value in values.items())


def _value(iri: str, value: Value) -> str:
    return _node(
        iri, "aln:IndicatorValue",
        [("aln:valueKind", _code("value", value.kind)), ("aln:fiscalYear", value.year),
         ("aln:operator", _code("operator", value.operator)),
         ("aln:number", None if value.number is None else f"{value.number:.1f}"),
         ("aln:quotedAs", '"―"@ja' if value.operator is None else None),
         ("aln:scope", _code("scope", value.scope)), ("aln:population", _text(value.population))],
    )  # fmt: skip


def _prose(plan: Plan) -> Iterator[str]:
    for passage in plan.passages:
        yield _node(
            passage.iri, "aln:Passage",
            [("aln:order", passage.order), ("aln:heading", _true(passage.heading)),
             ("aln:text", _ja(passage.text))],
        )  # fmt: skip
    for iri, quoted in zip(_numbered(plan.iri, "citation", plan.citations), plan.citations,
                           strict=True):  # fmt: skip
        yield _node(iri, "aln:ActCitation", [("aln:quotedAs", _ja(quoted))])
    for iri, heading in zip(_numbered(plan.iri, "left-out", plan.left_out), plan.left_out,
                            strict=True):  # fmt: skip
        yield _node(iri, "aln:LeftOutHeading",
                    [("aln:quotedAs", _ja(heading)), ("skos:notation", '"99"')])  # fmt: skip
    for iri, label in zip(_numbered(plan.iri, "removed", plan.removed), plan.removed, strict=True):
        yield _node(iri, "aln:RemovedItem",
                    [("aln:removedFrom", _iri(plan.iri)), ("skos:prefLabel", _ja(label))])  # fmt: skip
    for step in plan.procedures:
        yield _node(
            step.iri, "aln:ProcedureRecord",
            [("aln:procedureKind", _code("procedure", step.kind)),
             ("aln:procedureDate", _text(step.date))],
        )  # fmt: skip


def _link(link: Link, items: Mapping[str, Item]) -> str:
    source, target = link.source, items.get(link.target or "")
    kept = None if link.fingerprint is None else fingerprint([*source.lineage(), *filter(None, [link.fingerprint])])  # noqa: E501
    reviews = [f"{link.iri}/review/{number}" for number, _ in enumerate(link.reviews, start=1)]
    node = _node(
        link.iri, "aln:Link",
        [("aln:from", _iri(source.iri)), ("aln:to", _iri(link.target)),
         ("aln:noCounterpartIn", None if link.target else _iri(link.plan)),
         ("aln:confidence", link.confidence),
         ("aln:contribution", _code("contribution", link.contribution)),
         ("aln:justification", "semapv:ManualMappingCuration" if link.contribution else None),
         ("aln:fingerprintFrom", _text(kept)),
         ("aln:fingerprintTo", _text(fingerprint([*target.lineage()]) if kept and target else None)),
         ("aln:review", _iris(reviews))],
    )  # fmt: skip
    return node + "".join(
        _node(
            iri, "aln:Review",
            [("aln:reviewer", _text(review.reviewer)), ("aln:reviewDate", _text(review.date)),
             ("aln:verdict", _code("verdict", review.verdict))],
        )  # fmt: skip
        for iri, review in zip(reviews, link.reviews, strict=True)
    )


def _progress(plan: Plan) -> Iterator[str]:
    for record in plan.progress:
        yield _node(
            record.iri, "aln:ProgressRecord",
            [("aln:ofMeasure", _iri(record.item)), ("aln:fiscalYear", record.year),
             ("aln:evaluation", _text(record.evaluation)), ("aln:text", _ja(record.text))],
        )  # fmt: skip
