"""Who is responsible, where a plan says so behind the label: 食育の推進（健康課・学校教育課）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

_OFFICE = r"[^\s()（）【】\[\]・、,，／/：:]{1,14}"
_ENDS = "(?:課|室|部|局|係|事務局|委員会)"
# A centre or library may be what the measure is about, unless others name their office like this.
WIDE_ENDS = "(?:課|室|部|局|係|事務局|委員会|センター|図書館|公民館|協議会|館|所|校|園|消防本部|署)"
_NAMES_OFFICE = re.compile(
    r"(?:課|室|部|局|係|館|所|校|園|署|院|社協|公社|全庁|センター|委員会|協議会|事務局|本部|担当|グループ|チーム)"
    r"(?:等|ほか|など|\([^()]*\)|（[^（）]*）)?$"
)
_INNER = r"(?:[^\s()（）【】\[\]・、,，／/：:]{1,6}・)?"
_JOINT = r"\s*[・、,，／/]\s*"
_SAID = r"(?:担当|所管|主管|関係)(?:部署|部局|課|室)?\s*[：:]\s*"


class Labelled(Protocol):
    """What has a label, and departments that belong to it."""

    label: str
    departments: list[str]


def split_departments(text: str) -> list[str]:
    """こども課・健康増進課 as its parts.

    >>> split_departments("こども課、健康増進課・学校教育課"), split_departments("人権・同和対策室")
    (['こども課', '健康増進課', '学校教育課'], ['人権・同和対策室'])
    """
    chunks = (chunk for chunk in re.split(r"[、,，/／\s]+", text) if chunk)
    return [office for chunk in chunks for office in _offices(chunk)]


def _offices(chunk: str) -> list[str]:
    """Offices joined by ・, which may also stand within a name: 人権・同和対策室 is one office."""
    parts = [part for part in chunk.split("・") if part]
    offices: list[str] = []
    begun: list[str] = []
    for part in parts:
        begun.append(part)
        if _NAMES_OFFICE.search(part):
            offices.append("・".join(begun))
            begun = []
    return [*offices, *begun] if offices else parts


def split_label(label: str, ends: str = _ENDS) -> tuple[str, list[str]]:
    """A label without the departments behind it, and these.

    >>> split_label("食育の推進（健康課・学校教育課）"), split_label("相談の充実 担当：福祉課")
    (('食育の推進', ['健康課', '学校教育課']), ('相談の充実', ['福祉課']))
    """
    offices = f"{_INNER}{_OFFICE}{ends}(?:{_JOINT}{_INNER}{_OFFICE}{ends})*"
    said = rf"{_SAID}(?P<said>{_OFFICE}(?:{_JOINT}{_OFFICE})*)"
    closed = rf"\s*[（(【\[]\s*(?:{said}|(?P<offices>{offices}))\s*[)）】\]]"
    match = re.search(rf"(?<=\S)(?:{closed}|\s+{said.replace('said', 'open')})$", label)
    if match is None and ends == _ENDS:
        # A council beside a division is responsible as well.
        bare, names = split_label(label, WIDE_ENDS)
        return (bare, names) if any(re.search(f"{_ENDS}$", name) for name in names) else (label, [])
    if match is None:
        return label, []
    found = match.group("said") or match.group("offices") or match.group("open")
    return label[: match.start()].strip(), split_departments(found)


def take_departments(items: Sequence[Labelled]) -> None:
    """Move the departments behind labels to where departments are."""
    plain = 0
    for ends in (_ENDS, WIDE_ENDS):
        if ends == WIDE_ENDS and plain < 2:
            return
        for item in items:
            label, departments = split_label(item.label, ends)
            if departments and label:
                plain += 1
                item.label = label
                item.departments += [d for d in departments if d not in item.departments]
