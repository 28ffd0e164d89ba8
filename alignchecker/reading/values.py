"""What a cell of an indicator table says: a number, a bound, a range, words, or a dash."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from alignchecker.model.calendar import dates, fiscal_year_of, periods, year
from alignchecker.model.normalize import fold
from alignchecker.model.plan import Operator, Scope

_NUMBER = r"[▲△-]?\s*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_TIMES = {"億": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "": Decimal(1)}
# A unit is short and holds no digits; what bounds a value is no unit.
_UNIT = (
    r"(?:(?:[kM]?t-CO2|k?m[23]|(?:k|M|G)?Wh|[^\d\s~()\[\]、。/:;,▲△-]{0,8}?)(?:/[^\d\s()]{1,4})?)"
)
_BOUND = r"(?:以上|以下|未満|超|を?超える|程度|前後|台|を?維持|以内)"
_VALUE = re.compile(
    rf"(?P<about>約|概ね|おおむね|延べ|のべ|累計|年間?|毎年)?\s*(?P<number>{_NUMBER})\s*(?P<times>[億万千]?)"
    rf"(?P<unit>{_UNIT})\s*(?P<bound>{_BOUND})?(?=$|[\s()\[\]、。/;,])"
)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<unit1>[^\d\s~()-]{{0,4}}?)\s*(?:~|から|(?<=[\d%])-)\s*"
    rf"(?P<high>{_NUMBER})\s*(?P<times>[億万千]?)(?P<unit>{_UNIT})(?=$|[\s()\[\]、。/;,])"
)
_SAME = re.compile(
    r"(?:(?:現状|現在|現況)値?(?:を|の)?)?(?:維持|継続)|(?:(?:現状|現在)値?と?)?同(?:程度|水準)"
)
_SAME_AS = (
    re.compile(
        rf"(?:現状値?(?:を|の)?)?維持\s*[(\[]\s*(?P<number>{_NUMBER})(?P<unit>{_UNIT})[)\]]"
    ),
    re.compile(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})\s*[(\[](?:現状|現状値を?)?維持[)\]]"),
)
_SHORT_YEAR = re.compile(r"['’‘´`＇](\d{2})(?!\d)(?:年度?)?")
_SHORT_SPAN = re.compile(r"(?<!\d)(?P<century>20)\d\d\s*[~-]\s*(?P<last>\d\d)(?!\d|\s*[.月/-])")
_YEAR_FIRST = re.compile(r"(?:令和|平成|[RH])\s*(?:元|\d{1,2})(?:年度?)?末?\s+(?=\S*\d)")
_TOO_LARGE = Decimal(10**15)
"""A number of more digits is none that a plan can mean; it stays as it is printed."""
_DASH = re.compile(r"[-ー]+|未設定|設定(?:なし|しない)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_LABEL = re.compile(
    rf"^(?P<circled>[{_CIRCLED}])\s*"
    r"|^\s*(?:[(\[]\s*)?(?P<label>[^\d\s()\[\]:%~]{1,12})\s*(?:[)\]]|:|\s)\s*(?=[▲△\d-])"
)
_NO_LABEL = {"約", "概ね", "おおむね", "延べ", "のべ", "累計", "年", "年間", "毎年"}
_OPERATORS = {
    "以上": Operator.GE, "以下": Operator.LE, "以内": Operator.LE, "維持": Operator.MAINTAIN,
}  # fmt: skip
_SUMS_UP = r"累計|累積|延べ|のべ|(?:期間(?:中|内)|[かカヶ箇]年|\d年間?)の?合計"
_SCOPES = (
    (Scope.CUMULATIVE, re.compile(_SUMS_UP)),
    (Scope.ANNUAL, re.compile(r"年間|単年|毎年|/年|年当たり|年度ごと|各年度")),
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a cell.

    label: whom or what it is about (男性), where a cell prints several. operator None: a dash.
    """

    quoted_as: str
    label: str | None = None
    operator: Operator | None = None
    number: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    scope: Scope | None = None
    fiscal_year: int | None = None


def read_values(cell: str) -> tuple[Value, ...]:
    """The values that a cell prints; none for a blank cell.

    >>> [(v.operator, v.number, v.unit) for v in read_values("80％以上")]
    [(<Operator.GE: 'ge'>, Decimal('80'), '%')]
    >>> [(v.label, v.number) for v in read_values("男性 45.2％／女性 38.1％")]
    [('男性', Decimal('45.2')), ('女性', Decimal('38.1'))]
    >>> read_values("―")[0].operator is None, read_values("")
    (True, ())
    """
    text = cell.strip()
    if not text:
        return ()
    parts = [part.strip() for part in _parts(text) if part.strip()]
    if (
        len(parts) > 1
        and all(_has_value(part) for part in parts)
        and not _is_part_of_whole(text, parts)
    ):
        values = [_value(part) for part in parts]
        # 3,828人、4,567人（R5）: a year at the end is that of all of them.
        years = [value.fiscal_year for value in values]
        if years[-1] is not None and not any(years[:-1]):
            values = [replace(value, fiscal_year=years[-1]) for value in values]
        # So is one that the cell begins with: R5 男性4.8％／女性7.3％.
        if years[0] is not None and not any(years[1:]) and _YEAR_FIRST.match(fold(text)):
            values = [replace(value, fiscal_year=years[0]) for value in values]
        return tuple(values)
    return (_value(text.replace("\n", "")),)


def read_scope(text: str) -> Scope | None:
    """Whether a text says that its values add up over years, or are one year's.

    >>> read_scope("相談件数（累計）"), read_scope("年間参加者数"), read_scope("参加者数")
    (<Scope.CUMULATIVE: 'cumulative'>, <Scope.ANNUAL: 'annual'>, None)
    """
    folded = fold(text)
    return next((scope for scope, pattern in _SCOPES if pattern.search(folded)), None)


def read_fiscal_year(text: str) -> int | None:
    """The fiscal year that a header or cell names: of a date the year it falls in, of years the
    last.

    >>> read_fiscal_year("現状値（令和6年度）"), read_fiscal_year("R7.3末")
    (2024, 2024)
    >>> read_fiscal_year("目標値（R2～7年度）"), read_fiscal_year("('28) 目標値")
    (2025, 2028)
    >>> read_fiscal_year("2026～29累計")
    2029
    """
    text = _SHORT_YEAR.sub(r"20\1年", text)
    for span in periods(text):
        return span.period.last
    for iso, *_ in reversed(list(dates(text))):
        parts = [int(part) for part in iso.split("-")]
        return fiscal_year_of(datetime.date(parts[0], parts[1], 1))
    short = _SHORT_SPAN.search(fold(text))
    return int(short["century"] + short["last"]) if short else year(text)


def _parts(text: str) -> Iterator[str]:
    """The cell cut at line breaks, slashes and commas between values."""
    for line in text.split("\n"):
        yield from re.split(rf"[／、;；]|(?=[{_CIRCLED}])|(?<=[^\d\s])/(?=\s*\D*\d)(?!年|月)", line)


def _is_part_of_whole(text: str, parts: Sequence[str]) -> bool:
    """6,724㎡/14,545㎡: so much of so much, which is one value, not two."""
    if len(parts) != 2 or "/" not in fold(text):
        return False
    part, whole = (_VALUE.fullmatch(_without_year(fold(one))[0]) for one in parts)
    same = part is not None and whole is not None and part.group("unit") == whole.group("unit")
    return same and part is not None and bool(part.group("unit"))


def _has_value(text: str) -> bool:
    body = _without_year(fold(text))[0]
    return bool(re.search(r"\d", body)) or bool(_DASH.fullmatch(_bare(body)))


def _value(text: str) -> Value:
    body, fiscal_year = _without_year(fold(text))
    scope = read_scope(body)
    body = re.sub(rf"[(\[][^()\[\]]*(?:{_SUMS_UP})[^()\[\]]*[)\]]", "", body)
    label = _LABEL.match(body)
    name = None
    if label and label.group("label") not in _NO_LABEL:
        name = label.group("circled") or label.group("label")
        body = body[label.end() :]
    quoted = Value(text.strip(), name, scope=scope, fiscal_year=fiscal_year)
    return _read(body.strip(), quoted)


def _read(body: str, base: Value) -> Value:
    """The value with its operator and numbers, words where the cell is no plain number."""

    def made(operator: Operator | None, unit: str | None = None, **numbers: Decimal) -> Value:
        if any(abs(number) >= _TOO_LARGE for number in numbers.values()):
            operator, unit, numbers = Operator.TEXT, None, {}
        return Value(
            base.quoted_as, base.label, operator, numbers.get("number"), numbers.get("lower"),
            numbers.get("upper"), unit or None, base.scope, base.fiscal_year,
        )  # fmt: skip

    if _DASH.fullmatch(_bare(body)):
        return made(None)
    span = _RANGE.match(body)
    if span:
        times = span.group("times")
        low, high = _decimal(span.group("low"), times), _decimal(span.group("high"), times)
        if low > high and high < 0:
            # ▲40～▲45: a fall by 40 to 45.
            low, high = high, low
        if low <= high:
            unit = span.group("unit") or span.group("unit1")
            return made(Operator.RANGE, unit, lower=low, upper=high)
    return _single(body, made)


def _single(body: str, made: Callable[..., Value]) -> Value:
    """A value that is one number, or the same as today, or words."""
    if _SAME.fullmatch(_bare(body)):
        return made(Operator.MAINTAIN)
    same = next((match for form in _SAME_AS if (match := form.fullmatch(body))), None)
    match = same or _VALUE.match(body)
    if match is None or re.search(r"\d", fold(body[match.end() :])):
        return made(Operator.TEXT)
    if same:
        number = _decimal(same.group("number"), "")
        return made(Operator.MAINTAIN, same.group("unit"), number=number)
    bound = (match.group("bound") or "").removeprefix("を")
    operator = _OPERATORS.get(bound, Operator.EQ)
    if bound in {"未満", "超", "超える"}:
        return made(Operator.TEXT)
    number = _decimal(match.group("number"), match.group("times"))
    return made(operator, match.group("unit"), number=number)


def _without_year(text: str) -> tuple[str, int | None]:
    """The text without the year that it begins with or prints in brackets, and that year."""
    first = _YEAR_FIRST.match(text)
    if first:
        return text[first.end() :].strip(), read_fiscal_year(first[0])
    for match in re.finditer(r"[(\[]([^()\[\]]*)[)\]]|^([^:\d]*\d{1,4}[^:]{0,4}):", text):
        found = read_fiscal_year(match.group(1) or match.group(2) or "")
        if found is not None:
            return (text[: match.start()] + text[match.end() :]).strip(), found
    return text, None


def _bare(text: str) -> str:
    return re.sub(r"[\s()\[\]]", "", text)


def _decimal(text: str, times: str) -> Decimal:
    plain = re.sub(r"[,\s]", "", text)
    negative = plain[0] in "▲△-"
    value = Decimal(plain.lstrip("▲△-")) * _TIMES[times]
    return -value if negative else value
