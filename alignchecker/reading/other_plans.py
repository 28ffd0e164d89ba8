"""Other plans' years: whose a period is that stands with a plan's name, and what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignchecker.model.calendar import Found, kanji_number, periods
from alignchecker.model.normalize import fold, label_key
from alignchecker.model.plan import Period, PlanMention, Position
from alignchecker.reading.cover import bare_title
from alignchecker.reading.lines import Line
from alignchecker.reading.names import Name, may_name, names
from alignchecker.reading.sentences import Sentence

_EDITION = re.compile(r"第(\d+|[一二三四五六七八九十]+)[次期]")
_PART = re.compile(r"前期(?!高齢)|後期(?!高齢)")
# What may stand between a name and its years: 「…」の計画期間（, 「…」は、
_AFTER = re.compile(
    r"(?:の?計画期間|の期間)?(?:である|では|は|が|も|:)?[、\s]*[(\[「]?(?:計画期間|期間)?[:、\s]*"
)
_BEFORE = re.compile(
    r"(?:まで|の|\d{1,2}(?:年間|か年)|[(]\d{1,2}(?:年間|か年)[)]|を|計画期間|期間|とする|とした|である)*"
)
_OTHER_SUBJECT = re.compile(
    r"(?:前|旧|次期|現行の?|これまでの|従前の)計画(?:の(?:計画)?期間)?(?:は|が|では|も|である)"
)
_NUMBERED = re.compile(
    r"(第[\d一二三四五六七八九十]+[次期])計画(?:の(?:計画)?期間)?(?:は|が|では|も)"
)
_SUBJECT = re.compile(r"(?:の計画期間|の期間)?(?:は|が|では|も|については|においては)")
_SHORT_NAME = re.compile(
    r"(?<![\d０-９一-龠々ァ-ヶー])(?:第[\d０-９一二三四五六七八九十]+[次期])?"
    r"[一-龠々ァ-ヶー・]{0,24}(?:計画|プラン|ビジョン|戦略|大綱)(?=\s*[(（])"
)
# 市町村こども計画 is what an Act calls a plan; 前計画 and 上位計画 name none.
_STATUTORY = re.compile(r"市町村|都道府県|地方公共団体")
_NO_NAME = re.compile(
    r"(?:第[\d一二三四五六七八九十]+[次期]|前|旧|次期|現行|上位|下位|関連|個別|国の|県の|都の|府の|道の)?計画"
)
# 本計画, and the layers of a comprehensive plan: not other plans.
_OWN_PARTS = re.compile(
    r"(?:本|この|当|同|全体|各)?(?:前期|中期|後期)?(?:基本|実施|行動|事業|アクション)?(?:計画|プラン)"
)
_NUMBERED_PLAN = re.compile(
    r"[^\s、。「」()]{0,10}第(?:\d+|[一二三四五六七八九十]+)[次期][^\s、。「」()]{2,30}(?:計画|プラン|ビジョン|戦略|大綱|指針)"
)
_PLAN_ALONE = re.compile(r"[■●◆○◎・\s]*(.{3,45}?)[\s]*")


@dataclass(frozen=True, slots=True)
class Attributed:
    """Years that stand with a plan's name, and the stretch of text that both take."""

    name: Name
    period: Period
    start: int
    end: int


def is_own(name: str, own: Sequence[str]) -> bool:
    """The name means this very edition: one of its names, or one of them without the edition.

    >>> own = ("潮見市環境基本計画", "第3次潮見市環境基本計画")
    >>> [is_own(n, own) for n in ("第３次潮見市環境基本計画", "第2次潮見市環境基本計画")]
    [True, False]
    """
    keys = {label_key(other) for other in own}
    key = label_key(name)
    if key in keys:
        return True
    if bare_title(name) not in {bare_title(other) for other in own}:
        return False
    return _agrees(_number, key, keys) and _agrees(_part, key, keys)


def _agrees(read: Callable[[str], object], key: str, keys: Iterable[str]) -> bool:
    """What a name says of edition or part is what the plan's own names say of it, if anything."""
    said = read(key)
    return said is None or said in {read(other) for other in keys}


def _part(key: str) -> str | None:
    match = _PART.search(key)
    return match.group(0) if match else None


def _number(key: str) -> int | None:
    match = _EDITION.search(key)
    return kanji_number(match.group(1)) if match else None


def attributed(text: str, own: Sequence[str]) -> list[Attributed]:
    """The years that the text gives to other plans."""
    folded = fold(text)
    every = list(periods(text))
    found = []
    for name in (*names(text), *_with_years(text)):
        for period in every if _is_other(name, own) else ():
            stretch = _stretch(folded, name, period)
            if stretch:
                found.append(Attributed(name, period.period, *stretch))
                break
    return found


def _is_other(name: Name, own: Sequence[str]) -> bool:
    """The name is another plan's: no Act's, not this one's, not what an Act calls this one."""
    if name.is_act or is_own(name.text, own) or _STATUTORY.match(name.text):
        return False
    key = label_key(name.text)
    is_short = name.end - name.start == len(name.text) and not _EDITION.search(key)
    if is_short and _OWN_PARTS.fullmatch(key):
        return False
    return not (is_short and any(label_key(bare_title(other)).endswith(key) for other in own))


def _with_years(text: str) -> Iterator[Name]:
    """Plans whose short names show only by the years behind them: 総合計画（令和3～12年度）."""
    known = names(text)
    for match in _SHORT_NAME.finditer(text):
        if not any(n.start < match.end() and match.start() < n.end for n in known):
            yield Name(match.group(0), match.start(), match.end(), False)


def _stretch(folded: str, name: Name, period: Found) -> tuple[int, int] | None:
    """From where to where name and years are one thing; None if they are not."""
    if name.start <= period.start and period.end <= name.end:
        return name.start, name.end
    if period.start >= name.end and _AFTER.fullmatch(folded[name.end : period.start]):
        return name.start, period.end
    if period.end <= name.start and _BEFORE.fullmatch(folded[period.end : name.start]):
        return period.start, name.end
    return None


def without_others(text: str, own: Sequence[str]) -> str:
    """The text with the names of other plans, and their years, struck out."""
    spans = [(found.start, found.end) for found in attributed(text, own)]
    spans += [(name.start, name.end) for name in names(text) if _is_other(name, own)]
    for start, end in spans:
        text = text[:start] + "○" * (end - start) + text[end:]
    return text


def names_others(text: str, own: Sequence[str]) -> bool:
    """The text names a plan that is not this one."""
    return any(_is_other(name, own) for name in names(text))


def is_about_other(text: str, own: Sequence[str]) -> bool:
    """Another plan is the sentence's subject: 「X計画」の計画期間は…, 前計画は…"""
    if re.search(r"(?:(?<!基)本|この|当)計画", text):
        return False
    if _OTHER_SUBJECT.search(text):
        return True
    numbered = _NUMBERED.search(fold(text))
    if numbered and not is_own(f"{numbered.group(1)}計画", own):
        return True
    return any(
        _is_other(name, own) and _SUBJECT.match(text[name.end : name.end + 12])
        for name in names(text)
    )


def read_mentions(
    lines: Sequence[Line], sentences: Sequence[Sentence], own: Sequence[str], file: str
) -> tuple[PlanMention, ...]:
    """Other plans, or editions, with the years that the text prints for them, each once."""
    found: dict[tuple[str, Period], PlanMention] = {}
    for sentence in sentences:
        for one in attributed(sentence.text, own):
            if _NO_NAME.fullmatch(label_key(one.name.text)):
                continue
            mention = PlanMention(one.name.text, one.period, Position(file, sentence.line))
            found.setdefault((label_key(mention.name), mention.period), mention)
    for name, period, line in beside_names(lines):
        if not is_own(name, own):
            mention = PlanMention(name, period, Position(file, line))
            found.setdefault((label_key(name), period), mention)
    return tuple(sorted(found.values(), key=lambda mention: mention.position.line or 0))


def beside_names(lines: Sequence[Line]) -> list[tuple[str, Period, int]]:
    """Plans' names in a table of periods with their years, and the line of these."""
    return [*_rows(lines), *_runs(lines)]


def _rows(lines: Sequence[Line]) -> Iterator[tuple[str, Period, int]]:
    """Table rows with one plan's name and one range."""
    for line in lines:
        plans = [plan for cell in line.cells if (plan := _plan_alone(cell))]
        ranges = [period for cell in line.cells if (period := _range_alone(cell))]
        if len(line.cells) > 1 and len(plans) == len(ranges) == 1:
            yield plans[0], ranges[0], line.number


def _runs(lines: Sequence[Line]) -> Iterator[tuple[str, Period, int]]:
    """Lines in which names and ranges take turns: the first line says which of them leads."""
    run: list[tuple[str | Period, int]] = []
    for line in (*lines, None):
        said = line and (_plan_alone(line.text) or _range_alone(line.text))
        if line is not None and said:
            run.append((said, line.number))
            continue
        yield from _pairs(run)
        run = []


def _pairs(run: Sequence[tuple[str | Period, int]]) -> Iterator[tuple[str, Period, int]]:
    kinds = [isinstance(said, Period) for said, _ in run]
    if any(a == b for a, b in pairwise(kinds)):
        return
    for (one, line), (other, below) in zip(run[::2], run[1::2], strict=False):
        if isinstance(one, Period) and isinstance(other, str):
            yield other, one, line
        elif isinstance(one, str) and isinstance(other, Period):
            yield one, other, below


def _plan_alone(text: str) -> str | None:
    """The plan's name that the text consists of."""
    match = _PLAN_ALONE.fullmatch(text) if may_name(text) else None
    if match is None:
        return None
    found = names(match.group(1))
    if len(found) == 1 and found[0].end - found[0].start == len(match.group(1)):
        return None if found[0].is_act else found[0].text
    return match.group(1) if _NUMBERED_PLAN.fullmatch(fold(match.group(1))) else None


def _range_alone(text: str) -> Period | None:
    """The range of years that the text consists of, with brackets or 計画期間 around it."""
    found = list(periods(text))
    if len(found) != 1 or "。" in text:
        return None
    rest = fold(text[: found[0].start] + text[found[0].end :])
    rest = re.sub(r"計画の?期間|期間|\d{1,2}(?:年間|か年)|まで|[\s()\[\]「」:|■●・]", "", rest)
    return found[0].period if not rest else None
