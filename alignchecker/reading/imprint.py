"""Who published the plan, which department made it, and when: colophon, cover, contact block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.model.calendar import dates
from alignchecker.model.normalize import fold, normalize
from alignchecker.reading.cover import is_date_line, organisation
from alignchecker.reading.lines import Line

_FIELD = re.compile(
    r"^[\s■●◆・【\[]*(?P<name>発行年月日?|発行日|策定年月日?|発行者?|発行元|編集・発行|発行・編集|企画・編集|編集|企画"
    r"|制作|(?:お)?問(?:い)?合(?:わ)?せ(?:先)?|連絡先|担当課?|作成|策定)[】\]]*\s*[:\s]\s*(?P<value>\S.*)$"
)
_CONTACT = re.compile(
    r"^[\s■●◆・【\[]*(?:お)?問(?:い)?合(?:わ)?せ(?:先)?|^[\s■●◆・【\[]*担当(?:課|窓口)?[】\]]*$"
)
_MUNICIPALITY = r"[一-龠々ぁ-んァ-ヶー]{1,10}?(?:市|町|村|区|広域連合)"
_PREFECTURE = r"(?:北海道|東京都|(?:京都|大阪)府|[一-龠]{2,3}県)"
_OFFICE = re.compile(
    rf"^(?P<organisation>{_PREFECTURE}(?![市町村区])|{_MUNICIPALITY})(?:役所|役場)?\s*"
    r"(?P<office>\S[^\n]{0,40})$"
)
_UNIT = re.compile(r"\S{1,20}(?:部|局|課|室|センター|委員会|係|事務所|担当|グループ|チーム)")
_IN_TITLE = re.compile(
    r"(?:第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[次期版])?"
    r"(?P<name>[一-龠々ぁ-んァ-ヶー]{1,7}?[市町村区](?!民|場|街|域|内|づ)"
    rf"|{_PREFECTURE}(?!民))"
)
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the line it is printed on."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Imprint:
    """Publisher, department and date of publication; None where the text does not say."""

    publisher: Stated | None
    department: Stated | None
    published: Stated | None


def read_imprint(lines: Sequence[Line], title_line: int | None) -> Imprint:
    """The colophon first, then the cover, then the contact block."""
    fields = _fields(lines)
    offices = [*fields, *_contacts(lines)]
    cover_date = _cover_date(lines, title_line)
    publisher = next((s for f in fields if (s := _publisher(f))), None)
    cover = _cover_office(lines, cover_date.line if cover_date else title_line)
    publisher = publisher or (_publisher(cover) if cover else None)
    offices += [cover] if cover else []
    publisher = publisher or next((s for f in offices if (s := _publisher(f))), None)
    publisher = publisher or _named_in_title(lines, title_line)
    return Imprint(
        publisher,
        next((s for f in offices if (s := _department(f, publisher))), None),
        next((s for f in fields if (s := _date(f))), None) or cover_date,
    )


def _fields(lines: Sequence[Line]) -> list[Stated]:
    """The values of a colophon; 発行 before 編集 before the rest.

    担当課 printed again and again is that of a measure each time, not the plan's.
    """
    found: list[tuple[int, Stated]] = []
    offices: list[tuple[int, Stated]] = []
    for line in lines:
        match = _FIELD.match(fold(line.text))
        if match and "。" not in line.text and len(line.text) <= 60:
            value = line.text.strip()[len(line.text.strip()) - len(match.group("value")) :]
            stated = Stated(value.strip(), line.number)
            if match.group("name").startswith("担当"):
                offices.append((1, stated))
            else:
                found.append((0 if "発行" in match.group("name") else 1, stated))
    if len(offices) == 1:
        found += offices
    return [stated for _, stated in sorted(found, key=lambda f: (f[0], f[1].line))]


def _contacts(lines: Sequence[Line]) -> list[Stated]:
    """The lines directly below お問い合わせ."""
    found = []
    for i, line in enumerate(lines):
        if _CONTACT.match(line.text) and len(line.text) <= 16:
            found += [Stated(other.text, other.number) for other in lines[i + 1 : i + 3]]
    return found


def _publisher(stated: Stated) -> Stated | None:
    office = _office(stated.value)
    name = organisation(stated.value) or (office.group("organisation") if office else None)
    return Stated(re.sub("(?:役所|役場)$", "", name), stated.line) if name else None


def _named_in_title(lines: Sequence[Line], title_line: int | None) -> Stated | None:
    """青葉市 of 第4次青葉市環境基本計画: the place that the plan's own title names."""
    line = next((line for line in lines if line.number == title_line), None)
    match = _IN_TITLE.match(normalize(line.text).lstrip("#■●◆")) if line else None
    return Stated(match.group("name"), line.number) if line and match else None


def _office(text: str) -> re.Match[str] | None:
    """青葉市 福祉部 こども課: an organisation and its units, and nothing else."""
    match = _OFFICE.match(_plain(text))
    units = match.group("office").split() if match else []
    return match if units and all(_UNIT.fullmatch(unit) for unit in units) else None


def _department(stated: Stated, publisher: Stated | None) -> Stated | None:
    office = _office(stated.value)
    if office:
        return Stated(office.group("office"), stated.line)
    value = _plain(stated.value)
    own = publisher is not None and value.endswith(("課", "室", "部", "局")) and len(value) <= 20
    return Stated(value, stated.line) if own else None


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text)).strip()


def _date(stated: Stated) -> Stated | None:
    found = next(iter(dates(stated.value)), None)
    return Stated(found[0], stated.line) if found else None


def _cover_date(lines: Sequence[Line], title_line: int | None) -> Stated | None:
    """The date line nearest below the title, else the nearest above it."""
    if title_line is None:
        return None
    stated = [
        Stated(next(iter(dates(line.text)))[0], line.number)
        for line in lines
        if is_date_line(line.text)
    ]
    below = [s for s in stated if s.line > title_line]
    above = [s for s in stated if s.line < title_line]
    nearest = min(below, key=lambda s: s.line, default=None)
    return nearest or max(above, key=lambda s: s.line, default=None)


def _cover_office(lines: Sequence[Line], beside: int | None) -> Stated | None:
    """The line beside the cover's date, or its title, that only names who publishes the plan.

    青葉市, or 青葉市 福祉部 こども課.
    """
    if beside is None:
        return None
    place = next(i for i, line in enumerate(lines) if line.number == beside)
    near = sorted(
        range(max(0, place - _NEAR), min(len(lines), place + _NEAR + 1)),
        key=lambda i: (abs(i - place), -i),
    )
    for i in near:
        if organisation(lines[i].text) or _office(lines[i].text):
            return Stated(lines[i].text.strip(), lines[i].number)
    return None
