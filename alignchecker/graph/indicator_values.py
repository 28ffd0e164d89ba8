"""Values of indicators as numbers that may be compared: one unit, one scale, lower and upper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from alignchecker.graph.dataset import Node
from alignchecker.model.normalize import fold, label_key

_SYNONYMS = {
    "パーセント": "%", "名": "人", "か所": "箇所", "カ所": "箇所", "ヶ所": "箇所", "ヵ所": "箇所",
    "ケ所": "箇所", "個所": "箇所", "ヘクタール": "ha", "平方メートル": "m2", "店": "店舗",
    "トン": "t", "グラム": "g", "キログラム": "kg", "キロメートル": "km", "メートル": "m",
    "軒": "戸", "か国": "国",
}  # fmt: skip
_SCALES = (
    ("百万", Decimal(10**6)), ("十万", Decimal(10**5)), ("億", Decimal(10**8)),
    ("万", Decimal(10**4)), ("千", Decimal(1000)),
)  # fmt: skip
_BASES = {
    "kg": ("g", Decimal(1000)), "t": ("g", Decimal(10**6)), "km": ("m", Decimal(1000)),
    "ha": ("m2", Decimal(10**4)), "km2": ("m2", Decimal(10**6)), "mwh": ("kwh", Decimal(1000)),
}  # fmt: skip
_PER_YEAR = re.compile(r"/年度?$|^年間?")
_NO_UNIT = re.compile(r"[-ー]*|以上|以下|維持|単位なし|なし")


@dataclass(frozen=True, slots=True)
class Value:
    """One value as the graph has it; kind, operator and scope are notations of code lists.

    number, lower, upper: as printed, in unit. unit: of the value, else of its indicator.
    """

    node: Node
    kind: str
    year: int | None
    operator: str | None
    number: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    unit: str | None
    scope: str | None
    population: str | None
    survey: str | None
    quoted: str | None

    @property
    def is_set(self) -> bool:
        """False for a dash: no value is set, which is not 0."""
        return self.operator is not None or self.number is not None or self.lower is not None

    @property
    def is_measured(self) -> bool:
        """Whether it was measured: a baseline or an actual value."""
        return self.kind in {"baseline", "actual"}


@dataclass(frozen=True, slots=True)
class Comparable:
    """Bounds in the smallest unit, equal for a single number; only within one ``measure``."""

    lower: Decimal
    upper: Decimal
    measure: str


def unit_of(text: str | None) -> tuple[str, Decimal] | None:
    """The unit that a text means and how many of it one is; None where it names none.

    >>> unit_of("千人"), unit_of("％"), unit_of("名"), unit_of("－")
    (('人', Decimal('1000')), ('%', Decimal('1')), ('人', Decimal('1')), None)
    """
    name = _PER_YEAR.sub("", label_key(text or ""))
    if _NO_UNIT.fullmatch(name):
        return None
    times = Decimal(1)
    for prefix, scale in _SCALES:
        if name.startswith(prefix) and len(name) > len(prefix):
            name, times = name.removeprefix(prefix), scale
            break
    name = _SYNONYMS.get(name, name)
    base, more = _BASES.get(name, (name, Decimal(1)))
    return base, times * more


def comparable(value: Value, baseline: Comparable | None = None) -> Comparable | None:
    """The value as bounds, None for words and dashes; maintaining means the baseline's bounds."""
    if value.operator == "text" or not value.is_set:
        return None
    if value.operator == "maintain" and value.number is None:
        return baseline
    low = value.lower if value.lower is not None else value.number
    high = value.upper if value.upper is not None else value.number
    if low is None or high is None:
        return None
    unit, times = unit_of(value.unit) or ("", Decimal(1))
    measure = f"{unit}・累計" if value.scope == "cumulative" else unit
    return Comparable(low * times, high * times, measure)


def starting_value(values: Sequence[Value]) -> Value | None:
    """What the plan starts from: the latest baseline, else the latest actual value.

    None where several stand for the same year or give no year: which of them is meant is unknown.
    """
    for kind in ("baseline", "actual"):
        found = [value for value in values if value.kind == kind and value.is_set]
        if found:
            return _latest(found)
    return None


def final_target(values: Sequence[Value]) -> Value | None:
    """The target of the latest fiscal year, None where there is no such one."""
    return _latest([value for value in values if value.kind == "target" and value.is_set])


def _latest(values: Sequence[Value]) -> Value | None:
    if len(values) == 1:
        return values[0]
    years = [value.year for value in values if value.year is not None]
    if not years or len(years) < len(values):
        return None
    last = [value for value in values if value.year == max(years)]
    return last[0] if len(last) == 1 else None


def printed(value: Value) -> str:
    """The value in the plan's words, with its unit where the words leave it out.

    >>> from pyoxigraph import NamedNode
    >>> place, rest = NamedNode("urn:v"), (None, None, "％", None, None, None)
    >>> printed(Value(place, "target", 2029, "ge", Decimal(60), *rest, "60以上"))
    '60％以上'
    >>> printed(Value(place, "target", 2029, "eq", Decimal(30), *rest, "30（累計）"))
    '30％（累計）'
    >>> printed(Value(place, "target", 2029, "eq", Decimal("70.0"), *rest, None))
    '70.0％'
    """
    unit = value.unit if unit_of(value.unit) else ""
    words = value.quoted if value.quoted is not None else _number(value)
    if not unit or value.operator not in {"eq", "ge", "le", "range"} or unit in words:
        return words
    match = re.match(r"[^\d]*[\d.,]+(?:~-?[\d.,]+)?(?=$|以|[(\[])", fold(words))
    if match:
        return words[: match.end()] + unit + words[match.end() :]
    return words if fold(unit) in fold(words) else f"{words}（{unit}）"


def _number(value: Value) -> str:
    if not value.is_set:
        return "―"
    bound = {"ge": "以上", "le": "以下", "maintain": "維持"}.get(value.operator or "", "")
    if value.number is None and value.lower is None:
        return bound or "―"
    if value.number is None:
        return f"{value.lower}～{value.upper}"
    return f"{value.number}{bound}"
