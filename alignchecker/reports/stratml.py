"""A plan as StratML: Part 1 (ISO 17469-1), or Part 2 where it has indicators.

How what StratML has no place for is written stands in lang/stratml.py. Nothing is invented: a
title, a goal or a unit that the plan does not have is an empty element where the schema wants one,
and no element where it does not; no language attribute, no day where only the month is known.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence

from lxml import etree

from alignchecker.graph.documents import edition_iri
from alignchecker.lang.stratml import OFFICE, write_lines
from alignchecker.model.calendar import is_iso_day
from alignchecker.model.names import DATA
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    PlanDraft,
    ValueKind,
)
from alignchecker.reading.concepts import japanese_labels

PART_1 = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
PART_2 = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
# XML 1.0, 2.2: what no XML can hold.
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_stratml(draft: PlanDraft, base: str = DATA) -> bytes:
    """The plan as StratML; equal drafts give equal bytes. base: of the IRIs behind Identifiers."""
    return _Writer(draft, base).document()


class _Writer:
    """Writes one plan."""

    def __init__(self, draft: PlanDraft, base: str) -> None:
        self.draft = draft
        self.iri = edition_iri(draft, base).value
        self.namespace = PART_2 if draft.indicators else PART_1
        self.by_id = {item.id: item for item in draft.items}
        self.measures: dict[str | None, list[IndicatorDraft]] = {}
        for indicator in draft.indicators:
            item = indicator.item if indicator.item in self.by_id else None
            self.measures.setdefault(item, []).append(indicator)

    def document(self) -> bytes:
        """The whole document."""
        draft = self.draft
        name = "PerformancePlanOrReport" if draft.indicators else "StrategicPlan"
        root = etree.Element(f"{{{self.namespace}}}{name}", nsmap={None: self.namespace})  # type: ignore[dict-item]
        if draft.indicators:
            root.set("Type", "Performance_Plan")
        self.add(root, "Name", draft.title or "")
        published = draft.published or ""
        about = {
            "edition": draft.edition,
            "part": draft.part,
            "plan_type": _label("type", draft.plan_type),
            "form": _label("form", draft.form),
            "stage": _label("stage", draft.stage),
            "department": draft.department,
            "published": None if is_iso_day(published) else published,
            "measure_level": draft.measure_level,
        }
        self.known(root, "OtherInformation", write_lines(about))
        self.core(etree.SubElement(root, self.tag("StrategicPlanCore")))
        self.administration(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)

    def tag(self, name: str) -> str:
        """The name in the document's namespace."""
        return f"{{{self.namespace}}}{name}"

    def add(self, parent: etree._Element, name: str, text: str) -> None:
        """An element with text, also an empty one."""
        etree.SubElement(parent, self.tag(name)).text = _NO_XML.sub("\ufffd", text) or None

    def known(self, parent: etree._Element, name: str, text: str | None) -> None:
        """An element where there is a text for it."""
        if text:
            self.add(parent, name, text)

    def identifier(self, path: str) -> str:
        """A name-based UUID of an IRI; an xsd:ID begins with no digit."""
        return f"_{uuid.uuid5(uuid.NAMESPACE_URL, f'{self.iri}/{path}')}"

    def administration(self, root: etree._Element) -> None:
        """First and last day of the period, and the day of publication."""
        period, published = self.draft.period, self.draft.published or ""
        days = {
            "StartDate": f"{period.first:04d}-04-01" if period else None,
            "EndDate": f"{period.last + 1:04d}-03-31" if period else None,
            "PublicationDate": published if is_iso_day(published) else None,
        }
        if any(days.values()):
            parent = etree.SubElement(root, self.tag("AdministrativeInformation"))
            for name, day in days.items():
                self.known(parent, name, day)

    def core(self, core: etree._Element) -> None:
        """Organization, vision, goals."""
        draft = self.draft
        if draft.publisher:
            self.add(etree.SubElement(core, self.tag("Organization")), "Name", draft.publisher)
        shown = self.vision(core)
        goals: dict[str, etree._Element] = {}
        for item in draft.items:
            if item is shown:
                continue
            top = self.top(item)
            if top is item:
                goals[item.id] = self.goal(core, item)
            else:
                parent = goals.get(top.id)
                if parent is None:
                    parent = goals[top.id] = self.goal(core, top)
                self.objective(parent, item)
        # An indicator can only stand in an Objective, and a plan must have a Goal.
        for top_id, goal in goals.items():
            self.measured(goal, self.measures.get(top_id, []))
        rest = self.measures.get(None, [])
        if shown is not None:
            rest = [*self.measures.get(shown.id, []), *rest]
        if rest or not goals:
            goal = etree.SubElement(core, self.tag("Goal"))
            self.add(goal, "Name", "")
            self.add(goal, "Description", "")
            self.measured(goal, rest)

    def vision(self, core: etree._Element) -> ItemDraft | None:
        """The vision; gives the item that it stands for, if there is one."""
        draft = self.draft
        found = next(
            (i for i in draft.items if i.kind is ItemKind.VISION and i.label == draft.vision), None
        )
        if draft.vision:
            vision = etree.SubElement(core, self.tag("Vision"))
            self.add(vision, "Description", draft.vision)
            if found is not None:
                self.add(vision, "Identifier", self.identifier(found.id))
        return found

    def top(self, item: ItemDraft) -> ItemDraft:
        """The item of the plan's top level that an item stands under, else itself (a group)."""
        seen: set[str] = set()
        step: ItemDraft | None = item
        while step is not None and step.level != 1 and step.id not in seen:
            seen.add(step.id)
            step = self.by_id.get(step.parent or "")
        return step if step is not None and step.level == 1 else item

    def goal(self, core: etree._Element, item: ItemDraft) -> etree._Element:
        """A Goal for an item."""
        element = etree.SubElement(core, self.tag("Goal"))
        self.common(element, item)
        return element

    def objective(self, goal: etree._Element, item: ItemDraft) -> None:
        """An Objective for an item, with its indicators."""
        element = etree.SubElement(goal, self.tag("Objective"))
        self.common(element, item)
        for indicator in self.measures.get(item.id, []):
            self.indicator(element, indicator)

    def common(self, element: etree._Element, item: ItemDraft) -> None:
        """What Goals and Objectives both have."""
        self.add(element, "Name", item.label)
        if etree.QName(element).localname == "Goal" or item.text:
            self.add(element, "Description", item.text or "")
        self.add(element, "Identifier", self.identifier(item.id))
        self.known(element, "SequenceIndicator", item.printed_number)
        self.offices(element, item.departments)
        lines = {
            "id": item.id,
            "level_name": item.level_name,
            "kind": _label("kind", item.kind),
            "code": item.code,
            "above": self.identifier(item.parent) if item.parent else None,
            "repeated": "○" if item.repeated else None,
        }
        self.add(element, "OtherInformation", write_lines(lines))

    def offices(self, element: etree._Element, departments: Iterable[str]) -> None:
        """Responsible departments as Stakeholders."""
        for department in departments:
            stakeholder = etree.SubElement(element, self.tag("Stakeholder"))
            stakeholder.set("StakeholderTypeType", "Organization")
            self.add(stakeholder, "Name", department)
            self.add(stakeholder, "Description", OFFICE)

    def measured(self, goal: etree._Element, indicators: Sequence[IndicatorDraft]) -> None:
        """Indicators of the Goal itself, in an Objective without a name."""
        if indicators:
            element = etree.SubElement(goal, self.tag("Objective"))
            for indicator in indicators:
                self.indicator(element, indicator)

    def indicator(self, objective: etree._Element, indicator: IndicatorDraft) -> None:
        """One indicator with its values."""
        element = etree.SubElement(objective, self.tag("PerformanceIndicator"))
        self.add(element, "MeasurementDimension", indicator.name)
        units = (indicator.unit, *(value.unit for value in indicator.values))
        self.add(element, "UnitOfMeasurement", next((unit for unit in units if unit), ""))
        self.add(element, "Identifier", self.identifier(f"indicator/{indicator.id}"))
        for value in indicator.values:
            self.value(element, value)
        lines = {
            "id": indicator.id,
            "scope": _label("scope", indicator.scope),
            "population": indicator.population,
            "source_survey": indicator.source_survey,
            "departments": "、".join(indicator.departments),
            "repeated": "○" if indicator.repeated else None,
        }
        self.add(element, "OtherInformation", write_lines(lines))

    def value(self, element: etree._Element, value: IndicatorValueDraft) -> None:
        """One value: a target, or what was measured; the descriptor says how it is to be read."""
        instance = etree.SubElement(element, self.tag("MeasurementInstance"))
        name = "TargetResult" if value.kind is ValueKind.TARGET else "ActualResult"
        result = etree.SubElement(instance, self.tag(name))
        if value.fiscal_year is not None:
            self.add(result, "StartDate", f"{value.fiscal_year:04d}-04-01")
            self.add(result, "EndDate", f"{value.fiscal_year + 1:04d}-03-31")
        if value.number is not None:
            self.add(result, "NumberOfUnits", f"{value.number:f}")
        descriptor = etree.SubElement(result, self.tag("Descriptor"))
        self.add(descriptor, "DescriptorName", _label("value", value.kind) or "")
        self.known(descriptor, "DescriptorValue", _label("operator", value.operator))
        self.known(result, "Description", value.quoted_as)


def _label(scheme: str, notation: str | None) -> str | None:
    return japanese_labels(scheme).get(notation, notation) if notation else None
