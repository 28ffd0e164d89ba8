"""StratML, Part 1 (strategic plans) and Part 2 (performance plans and reports) -> the plan.

Goals and Objectives become items; what our own export adds to them (lang/stratml.py) is understood.
Of other organisations' files nothing is guessed: levels are called Goal and Objective.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from alignchecker.importers.decoding import EMPTY, MAX_BYTES, read_bytes
from alignchecker.importers.extent import MAX_LINES, too_many
from alignchecker.importers.item_ids import give_ids, is_id, provisional, with_ids
from alignchecker.importers.levels import with_levels
from alignchecker.importers.packages import safe_parser
from alignchecker.importers.stratml.elements import (
    all_text,
    choice,
    known_text,
    line_of,
    notation,
    text_of,
    year_of,
)
from alignchecker.importers.stratml.indicators import read_indicators
from alignchecker.lang.stratml import OFFICE, read_lines
from alignchecker.model.calendar import is_iso_day
from alignchecker.model.errors import InputError
from alignchecker.model.plan import (
    Form,
    ImportWarning,
    ItemDraft,
    ItemKind,
    Period,
    PlanDraft,
    Position,
)
from alignchecker.reading.concepts import japanese_labels
from alignchecker.reading.vocabulary import plan_type

_ROOTS = {"StrategicPlan", "PerformancePlanOrReport"}
_NAMESPACE = "stratml"
_ISO = "urn:ISO:std:iso:17469:"
_ITEMS = {"Goal": ItemKind.GOAL, "Objective": ItemKind.MEASURE}


def read_stratml(path: Path) -> PlanDraft:
    """The plan of a StratML file.

    Raises InputError, with the line, for what is no XML or no StratML. A DOCTYPE is refused and
    nothing outside the file is read.
    """
    data = read_bytes(path, MAX_BYTES)
    if not data.strip():
        raise InputError(*EMPTY, str(path))
    root = _parse(data, path)
    name = etree.QName(root)
    known = (name.namespace or "").startswith(_ISO) or _NAMESPACE in (name.namespace or "")
    if name.localname not in _ROOTS or not known:
        raise InputError(
            "StratML の計画ではありません。StrategicPlan か PerformancePlanOrReport で始まる"
            "ファイルを指定してください。",
            "This is no plan in StratML. Name a file that begins with StrategicPlan or"
            " PerformancePlanOrReport.",
            str(path),
            line_of(root),
        )
    if sum(1 for _ in root.iter(*(f"{{*}}{name}" for name in _ITEMS))) > MAX_LINES:
        raise too_many(path)
    return _Reader(root, path.name, hashlib.sha256(data).hexdigest()).draft()


def _parse(data: bytes, path: Path) -> etree._Element:
    try:
        root = etree.fromstring(data, safe_parser())
    except etree.XMLSyntaxError as error:
        raise InputError(
            "XML として読めません。この場所を直すか、作成したソフトで保存し直してください。",
            "This is not well-formed XML. Mend it here, or save it again where it was made.",
            str(path),
            error.lineno or None,
            error.offset or None,
        ) from error
    # Entities can make a small file huge or name other files; StratML needs none.
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            "DOCTYPE のある XML は安全のため読み取りません。DOCTYPE の行を消してください。",
            "XML with a DOCTYPE is not read, for safety. Take out the line with DOCTYPE.",
            str(path),
            1,
        )
    return root


class _Reader:
    """Walks one document."""

    def __init__(self, root: etree._Element, file: str, sha256: str) -> None:
        self.root, self.file, self.sha256 = root, file, sha256
        self.lines, _ = read_lines(text_of(root, "OtherInformation") or "")

    def draft(self) -> PlanDraft:
        """The plan."""
        root, lines = self.root, self.lines
        core = root.find("{*}StrategicPlanCore")
        if core is None:
            core = root
        title, vision = known_text(root, "Name"), known_text(core, "Vision/{*}Description")
        published = text_of(root, "AdministrativeInformation/{*}PublicationDate") or ""
        published = published if is_iso_day(published) else lines.get("published", "")
        period = self.period()
        items, elements = self.items(core, vision)
        measure_level = lines.get("measure_level")
        if measure_level is None and any(item.level_name == "Objective" for item in items):
            measure_level = "Objective"
        draft = PlanDraft(
            file=self.file,
            sha256=self.sha256,
            title=title,
            edition=lines.get("edition"),
            part=lines.get("part"),
            plan_type=notation("type", lines.get("plan_type"))
            or (plan_type(title) if title else None),
            form=choice(Form, "form", lines.get("form")),
            stage=notation("stage", lines.get("stage")),
            publisher=known_text(core, "Organization/{*}Name"),
            department=lines.get("department"),
            published=published or None,
            period=period,
            period_position=self.place("AdministrativeInformation/{*}StartDate")
            if period
            else None,
            vision=vision,
            measure_level=measure_level,
            items=items,
            indicators=tuple(read_indicators(core, self.file, elements)),
            facts_position=self.facts(core),
        )
        return replace(draft, warnings=_warnings(draft))

    def at(self, element: etree._Element) -> Position:
        """Where an element stands."""
        return Position(self.file, line=line_of(element))

    def place(self, path: str) -> Position | None:
        """Where the element at a path stands."""
        element = self.root.find("{*}" + path)
        return self.at(element) if element is not None else None

    def facts(self, core: etree._Element) -> dict[str, Position]:
        """Where title, publisher and vision stand."""
        found = {
            "title": self.root.find("{*}Name"),
            "publisher": core.find("{*}Organization"),
            "vision": core.find("{*}Vision"),
        }
        return {key: self.at(e) for key, e in found.items() if e is not None and all_text(e)}

    def period(self) -> Period | None:
        """The fiscal years in which the first and the last day fall."""
        first, last = (
            year_of(text_of(self.root, f"AdministrativeInformation/{{*}}{name}Date"))
            for name in ("Start", "End")
        )
        return Period(first, last) if first and last and first <= last else None

    def items(
        self, core: etree._Element, vision: str | None
    ) -> tuple[tuple[ItemDraft, ...], dict[etree._Element, str]]:
        """The tree, and the id of the item that each element became."""
        items: list[ItemDraft] = []
        where = core.find("{*}Vision/{*}Identifier")
        if vision and where is not None:
            word = japanese_labels("kind")[ItemKind.VISION]
            place = self.at(where)
            items.append(ItemDraft("vision", 0, word, ItemKind.VISION, vision, None, place))
        keys: dict[etree._Element, str] = {}
        by_identifier: dict[str, str] = {}
        taken = {item.id for item in items}
        for number, element in enumerate(core.iter("{*}Goal", "{*}Objective")):
            if known_text(element, "Name") is None and known_text(element, "Description") is None:
                continue
            lines, _ = read_lines(text_of(element, "OtherInformation") or "")
            given = lines.get("id", "")
            key = given if is_id(given) and given not in taken else provisional(number)
            taken.add(key)
            # What stands above has been read, so that no item can stand under itself.
            around = (keys[e] for e in element.iterancestors() if e in keys)
            parent = by_identifier.get(lines.get("above", "")) or next(around, None)
            items.append(self.item(element, key, parent))
            keys[element] = key
            by_identifier[text_of(element, "Identifier") or key] = key
        ids = give_ids(items)
        return with_levels(with_ids(items)), {e: ids[key] for e, key in keys.items()}

    def item(self, element: etree._Element, key: str, parent: str | None) -> ItemDraft:
        """One Goal or Objective."""
        name = etree.QName(element).localname
        lines, rest = read_lines(text_of(element, "OtherInformation") or "")
        label, text = known_text(element, "Name"), known_text(element, "Description", lines=True)
        return ItemDraft(
            id=key,
            level=0,
            level_name=lines.get("level_name") or name,
            kind=choice(ItemKind, "kind", lines.get("kind")) or _ITEMS[name],
            label=label or " ".join((text or "").split()),
            parent=parent,
            position=self.at(element),
            code=lines.get("code"),
            printed_number=known_text(element, "SequenceIndicator"),
            text="\n".join(t for t in (text if label else None, rest) if t) or None,
            departments=tuple(_offices(element)),
            repeated="repeated" in lines,
        )


def _offices(element: etree._Element) -> Iterator[str]:
    """Stakeholders that answer for the item: ours say so, those of Part 2 perform it."""
    for stakeholder in element.iterchildren("{*}Stakeholder"):
        name, said = known_text(stakeholder, "Name"), known_text(stakeholder, "Description")
        roles = {all_text(role) for role in stakeholder.iter("{*}RoleType")}
        is_office = stakeholder.get("StakeholderTypeType") == "Organization"
        if name and (said == OFFICE or (is_office and "Performer" in roles)):
            yield name


def _warnings(draft: PlanDraft) -> tuple[ImportWarning, ...]:
    missing = {
        "title-unknown": draft.title is None,
        "period-unknown": draft.period is None,
        "publisher-unknown": draft.publisher is None,
        "published-unknown": draft.published is None,
        "no-items": not draft.items,
        "no-measures": bool(draft.items) and draft.measure_level is None,
    }
    return tuple(ImportWarning(code) for code, is_missing in missing.items() if is_missing)
