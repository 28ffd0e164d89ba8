"""Numbers of a workbook as a person sees them, thousands separators left out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from alignchecker.importers.sheets.codes import GENERAL, Section, Token, sections
from alignchecker.importers.sheets.dates import date_text

_EXACT = 1e15
# Room for every digit that a code of Excel's greatest length (255) can ask for.
_MAX_CODE = 255
_CONTEXT = Context(prec=3 * _MAX_CODE, rounding=ROUND_HALF_UP)


@lru_cache(maxsize=1 << 16)
def shown_number(raw: str, code: str, *, is_1904: bool = False) -> str:
    """A stored number as its format shows it; what is no number stays as it is.

    >>> [shown_number("0.7", "0.0%"), shown_number("3.0", "General")]
    ['70.0%', '3']
    >>> [shown_number("46113", "yyyy/m/d"), shown_number("46113", '[$-411]ggge"年"m"月"d"日"')]
    ['2026-04-01', '令和8年4月1日']
    """
    value = _value(raw)
    if value is None or (code == GENERAL and raw.isdecimal()):
        return raw
    section, is_signed = _choose(sections(code if len(code) <= _MAX_CODE else GENERAL), value)
    sign = "-" if is_signed and value < 0 else ""
    if section is None or section.has("power") or _is_fraction(section):
        return sign + _general(abs(value))
    if section.has("date") or section.has("elapsed"):
        return date_text(section, value, is_1904) or _general(value)
    shown = _digits(section, abs(value))
    # -0.4 shown without decimals is 0.
    return sign + shown if any(c in "123456789" for c in shown) else shown


def shown_text(text: str, code: str) -> str:
    """A stored text as its format shows it.

    >>> shown_text("企画", '@"課"'), shown_text("企画", "0.0%")
    ('企画課', '企画')
    """
    if "@" not in code or code == "@" or len(code) > _MAX_CODE:
        return text
    section = next((s for s in reversed(sections(code)) if Token("slot", "@") in s.tokens), None)
    tokens = section.tokens if section else ()
    shown = (text if t == ("slot", "@") else t.text for t in tokens if t.kind in ("slot", "text"))
    return "".join(shown) or text


def _value(raw: str) -> float | None:
    """The number, None for what is none or is too large for its digits to be exact."""
    try:
        value = float(raw)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) < _EXACT else None


def _choose(choices: Sequence[Section], value: float) -> tuple[Section | None, bool]:
    """The section for a number, and whether a minus sign is to be added."""
    if any(section.condition for section in choices):
        for section in choices[:3]:
            if section.condition is None or _holds(section.condition, value):
                is_negative = section.condition is not None and section.condition[1] <= 0
                return section, not (is_negative and value < 0)
        return None, True
    if value < 0 and len(choices) > 1:
        return choices[1], False
    if value == 0 and len(choices) > 2:
        return choices[2], False
    return choices[0], True


def _is_fraction(section: Section) -> bool:
    """# ?/?, which shows 1/2 for 0.5."""
    return Token("text", "/") in section.tokens and Token("slot", "?") in section.tokens


def _holds(condition: tuple[str, float], value: float) -> bool:
    operator, bound = condition
    less, equal = value < bound, value == bound
    return {
        "<": less, "<=": less or equal, "=": equal, "<>": not equal,
        ">": not less and not equal, ">=": not less,
    }[operator]  # fmt: skip


def _general(value: float) -> str:
    """Up to eleven characters, as Excel shows a number in a wide cell, but no exponent."""
    exact = Decimal(f"{value:.15g}")
    if exact != exact.to_integral_value():
        decimals = max(0, 10 - len(str(int(abs(value)))))
        exact = Decimal(f"{value:.{decimals}f}" if abs(value) >= 1e-4 else f"{value:.6g}")
    text = f"{exact:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _digits(section: Section, value: float) -> str:
    """A number, not negative, in the slots of a format: #,##0.0 and the text around them."""
    slots = "".join(token.text for token in section.tokens if token.kind == "slot")
    before, _, after = slots.replace("%", "").partition(".")
    # A comma behind the last slot divides by a thousand.
    thousands = sum(len(part) - len(part.rstrip(",")) for part in (before, after))
    exact = Decimal(f"{value:.15g}").scaleb(2 * slots.count("%") - 3 * thousands)
    decimals = len(after.replace(",", ""))
    rounded = f"{exact.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT):f}"
    whole, _, fraction = rounded.partition(".")
    must = len(after.rstrip("#?,").replace(",", ""))
    fraction = fraction[:must] + fraction[must:].rstrip("0")
    return _filled(section, value, _by_slot(whole, before.replace(",", "")), fraction)


def _by_slot(whole: str, slots: str) -> Iterator[str]:
    """The digits before the point, slot by slot; the first shows all that the others leave."""
    padded = ("" if whole == "0" else whole).rjust(len(slots))
    first = len(padded) - len(slots) + 1
    for slot, digits in zip(slots, (padded[:first], *padded[first:]), strict=False):
        yield digits.strip() or ("0" if slot == "0" else "")


def _filled(section: Section, value: float, digits: Iterator[str], fraction: str) -> str:
    shown: list[str] = []
    has_point = False
    for token in section.tokens:
        if token.kind == "text" or token.text == "%":
            shown.append(token.text)
        elif token.kind == "general" or token.text == "@":
            shown.append(_general(value))
        elif token.text == "." and not has_point:
            has_point = True
            shown.append(f".{fraction}" if fraction else "")
        elif token.text in "0#?" and not has_point:
            shown.append(next(digits, ""))
    return "".join(shown)
