"""The title, edition, part, form and stage that a plan prints on its cover or in its colophon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.model.calendar import dates, periods
from alignchecker.model.normalize import fold, label_key, normalize
from alignchecker.model.plan import Form
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import read_marker
from alignchecker.reading.vocabulary import plan_type

_MAX_TITLE = 45
_NEAR = 6
_PLAN_WORD = r"(?:計画|プラン|ビジョン|戦略|大綱|構想|指針|方針)"
_TITLE = re.compile(rf"{_PLAN_WORD}(?:\s*[~-].*)?$")
_EDITION = re.compile(r"第\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*([次期版])")
# A計画・第9期B計画: the edition is one of the second plan only, so the title keeps it.
_INNER_EDITION = re.compile(r"・第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[次期]")
_PART = re.compile(r"(前期|中期|後期|基本構想)(?:基本計画|実施計画|計画)?")
# 青葉市環境基本計画　施策一覧: the list of a plan is an extract of it.
_LIST_OF = re.compile(
    r"[\s\u3000]+(?:\S{0,12}(?:一覧|体系|進捗管理|進行管理|進捗状況|実績報告)(?:図|表|シート|書|報告書)?)"
    r"(?:\s*[（(][^（()）]*[)）])?$"
)
_YEAR_BEFORE = re.compile(r"^(?:令和|平成|R|H)\s*(?:元|\d{1,2}|[０-９]{1,2})\s*年?度?\s*")
_FORM = re.compile(r"[\[(<]?(概要版|ダイジェスト版?|要約版|本編|本冊|全体版)[\])>]?")
_SUMMARY = re.compile(r"概要版|ダイジェスト|要約版|(?:計画|[)）])の概要\s*$")
# 第9期青葉市高齢者福祉計画（令和6年度～8年度）の概要
_SUMMARY_OF = re.compile(r"(?:[（(][^（）()]*[)）])?の概要\s*$")
_YEARS_BEHIND = re.compile(
    r"(?<=[画略針ン])[（(][^（）()]*年度?\s*[~～〜-][^（）()]*年度?[)）]\s*$"
)
_STAGE = re.compile(
    r"[\[(<]((?:第\d次)?素案\d?|骨子案?|原案|案|パブリック・?コメント案|中間見直し(?:版|案)?|改訂版|改定版|決定)"
    r"(?:[\])>]|(?=[/・]))|(素案\d?|骨子案?|\(案\))$"
)
# What stands in brackets behind a title names its parts or its edition: (第二次), (第7期A、第3期B).
_ASIDES = re.compile(
    r"(?:\((?!案\)|素案|骨子)[^()]*\)|\[(?!案\]|素案|骨子)[^\[\]]*\])+(?=(?:[\[(][^()\[\]]*[\])])?$)"
)
_DECIDED = re.compile(r"(?:策定|決定)\s*$")
_STAGES = {
    "骨子": "outline",
    "骨子案": "outline",
    "素案": "draft",
    "原案": "draft",
    "案": "proposal",
    "パブリックコメント案": "proposal",
    "パブリック・コメント案": "proposal",
    "(案)": "proposal",
    "決定": "decided",
}
_ORGANISATION = re.compile(
    r"[一-龠々ぁ-んァ-ヶー]{1,10}(?:市|町|村|区|県|都|府|道|広域連合|事務組合)(?:教育委員会)?"
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says; each None where it is not printed.

    line: of the print of the title that stands with the rest; first_line: of its first print.
    """

    title: str | None = None
    edition: str | None = None
    part: str | None = None
    form: Form | None = None
    stage: str | None = None
    line: int | None = None
    first_line: int | None = None


def read_cover(lines: Sequence[Line], *, has_contents: bool) -> Cover:
    """The plan's own title and what stands with it."""
    ranked = sorted(
        ((_weight(lines, i), -i) for i, line in enumerate(lines) if _is_title(line.text)),
        reverse=True,
    )
    summary = any(_SUMMARY.search(line.text) and len(line.text) <= _MAX_TITLE for line in lines)
    if not ranked or ranked[0][0] < 2:
        return Cover(form=Form.SUMMARY if summary else None)
    place = -ranked[0][1]
    line = lines[place]
    printed = normalize(_plain(line.text))
    title = _title(printed)
    editions = _edition_places(lines, place, title)
    is_list = _LIST_OF.search(line.text) is not None
    form = Form.SUMMARY if summary else Form.FULL if has_contents else None
    form = Form.EXTRACT if form is None and is_list else form
    return Cover(
        _bare(printed) if _INNER_EDITION.search(printed) else title,
        next((m.group(0) for e in editions if (m := _EDITION.search(e))), None),
        next((m.group(1) for e in editions if (m := _PART.search(e))), None),
        form,
        _stage(lines, place),
        line.number,
        min(other.number for other in lines if other is line or _prints(other, title)),
    )


def _prints(line: Line, title: str) -> bool:
    return _is_title(line.text) and _title(normalize(_plain(line.text))) == title


def titles_beside(lines: Sequence[Line], cover: Cover) -> list[str]:
    """Titles of the plans that one document is besides, printed next to its title."""
    place = next((i for i, line in enumerate(lines) if line.number == cover.line), None)
    if place is None:
        return []
    near = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
    found = (bare_title(line.text) for line in near if _is_title(line.text))
    return [title for title in found if title != cover.title]


def is_date_line(text: str) -> bool:
    """The line says a date and nothing else."""
    plain = re.sub(r"(?:策定|発行|改[定訂]|作成|現在)$", "", text.strip())
    rest = re.sub(r"[年度月日./\s()\[\]]", "", fold(plain))
    return any(dates(text)) and len(rest) <= 10 and "。" not in text and len(text) <= 20


def organisation(text: str) -> str | None:
    """The municipality or prefecture that the text names, if it names nothing else."""
    plain = normalize(text)
    return plain if _ORGANISATION.fullmatch(plain) else None


def bare_title(name: str) -> str:
    """A plan's name without edition, part, form and white space.

    >>> bare_title("第4次 白波町地域福祉計画【概要版】"), bare_title("第2次総合計画（後期）")
    ('白波町地域福祉計画', '総合計画')
    """
    return _title(normalize(_plain(name)))


def _plain(text: str) -> str:
    """The text without a heading's mark and what a table or list adds to a plan's name."""
    marker = read_marker(text)
    inner = marker.label if marker and marker.word is None and marker.number is None else text
    bare = re.sub(r"^#+\s*|^(?:計画名|計画の名称|題名|名称)\s*[:：]\s*", "", inner)
    bare = _YEARS_BEHIND.sub("", _SUMMARY_OF.sub("", bare))
    whole = _LIST_OF.sub("", bare).strip()
    # 令和8年度　青葉市環境基本計画　進捗管理シート: the year is the report's.
    return whole if whole == bare.strip() else _YEAR_BEFORE.sub("", whole)


def _title(printed: str) -> str:
    """The name without edition, part, form, stage and what is quoted behind it."""
    return _bare(_EDITION.sub("", printed))


def _bare(printed: str) -> str:
    """The name without part, form, stage and what is quoted behind it."""
    text = re.sub(r"(?:[\[(<「][^\])>」]*[\])>」])+$", "", _STAGE.sub("", _FORM.sub("", printed)))
    text = re.sub(r"[\[(<][^\])>]*$", "", text)
    text = re.sub(r"(?<=計画)(?:前期|中期|後期|基本構想).*$", "", text)
    text = re.sub(r"[~-].*$", "", text)
    return text.strip("「」『』・/")


def _is_title(text: str) -> bool:
    plain = _ASIDES.sub("", normalize(_plain(text)))
    if len(plain) > _MAX_TITLE or "。" in plain or len(plain) < 4 or "、" in plain:
        return False
    marker = read_marker(text)
    if marker and (marker.number or marker.word):
        return False
    name = re.sub(
        r"(?:前期|中期|後期)?(?:基本計画|基本構想)$", "計画", _STAGE.sub("", _FORM.sub("", plain))
    )
    name = re.sub(r"^.*(?:編集|発行|題名|計画名)[:：]", "", name)
    issued = bool(_ORGANISATION.match(_EDITION.sub("", name)))
    has_name = plan_type(name) is not None or issued or bool(_EDITION.match(plain))
    return (
        _is_any_name(plain) or (bool(_TITLE.search(_EDITION.sub("", name))) and has_name)
    ) and not any(periods(_plain(text)))


def _is_any_name(plain: str) -> bool:
    """An edition before and a stage or form behind: 第3期健康あおば21(素案)."""
    return bool(_EDITION.match(plain)) and _STAGE.sub("", _FORM.sub("", plain)) != plain


def _weight(lines: Sequence[Line], i: int) -> int:
    """How much speaks for a line being the plan's own title."""
    text = lines[i].text
    near = [
        lines[j].text for j in range(max(0, i - _NEAR), min(len(lines), i + _NEAR + 1)) if j != i
    ]
    key = label_key(bare_title(text))
    again = sum(key in label_key(line.text) for line in lines) - 1
    weight = 3 * bool(_SUMMARY.search(text)) + 2 * any(is_date_line(t) for t in near)
    weight += any(_SUMMARY.search(t) and len(t) < 12 for t in near)
    weight += _is_any_name(normalize(_plain(text)))
    weight += any(organisation(t) for t in near) + (i < 8) + min(again, 3) // 2
    return weight + bool(_ORGANISATION.match(_EDITION.sub("", normalize(_plain(text)))))


def _edition_places(lines: Sequence[Line], i: int, title: str) -> list[str]:
    """Where the edition can stand: in the title, beside it, in other prints of it.

    Of these the colophon comes first: a table of periods also names the edition before.
    """
    beside = [
        normalize(lines[j].text)
        for j in (i, i - 1, i + 1)
        if 0 <= j < len(lines) and (j == i or len(lines[j].text) <= 14)
    ]
    prints = [normalize(_plain(line.text)) for line in lines if _is_title(line.text)]
    same = [text for text in prints if _title(text) == title]
    return beside + sorted(same, key=lambda text: not _FORM.search(text))


def _stage(lines: Sequence[Line], i: int) -> str | None:
    beside = [*lines[i + 1 : i + 3], *reversed(lines[max(0, i - 2) : i])]
    for text in (lines[i].text, *(line.text for line in beside)):
        match = _STAGE.search(fold(text).translate(str.maketrans("【】〔〕", "[][]")))
        if match and len(text) <= _MAX_TITLE:
            word = match.group(1) or match.group(2)
            if word.startswith(("中間", "改")):
                return "midterm-review"
            return "draft" if "素案" in word else _STAGES.get(word)
    near = lines[max(0, i - _NEAR) : i + _NEAR + 1]
    return (
        "decided" if any(_DECIDED.search(n.text) and is_date_line(n.text) for n in near) else None
    )
