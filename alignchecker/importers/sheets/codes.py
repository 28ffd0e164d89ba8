"""Number format codes of a workbook taken apart: ECMA-376 part 1, 18.8.30 and 18.8.31."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
_ERA_LONG, _YMD = '[$-411]ggge"年"m"月"d"日"', 'yyyy"年"m"月"d"日"'
_YM, _MD = 'yyyy"年"m"月"', 'm"月"d"日"'
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;"¥"-#,##0.00', 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "yyyy/m/d",
    16: "m/d", 17: "yyyy/m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: "[$-411]ge.m.d", 28: _ERA_LONG, 29: _ERA_LONG, 30: "m/d/yy",
    31: _YMD, 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: _YM, 35: _MD, 36: "[$-411]ge.m.d",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0", 42: '"¥"#,##0', 43: "#,##0.00", 44: '"¥"#,##0.00', 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 49: "@", 50: "[$-411]ge.m.d", 51: _ERA_LONG, 52: _YM, 53: _MD, 54: _ERA_LONG,
    55: _YM, 56: _MD, 57: "[$-411]ge.m.d", 58: _ERA_LONG,
}  # fmt: skip
"""The formats that files name by number alone, as a Japanese Excel shows them (18.8.30)."""

_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.?)|(?P<space>[_*].?)|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<general>General|G/標準)|(?P<noon>AM/PM|A/P)|(?P<power>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+|g+|e+|aaaa?)|(?P<slot>[0#?.,%@])|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class Token(NamedTuple):
    """A part of a code and what it says.

    kind: "text", "slot", "date", "elapsed", "noon", "general", "power" or "gannen".
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a code for some numbers: those of the condition, or of the sign by its place."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None

    def has(self, kind: str) -> bool:
        """Whether a token of that kind is part of it."""
        return any(token.kind == kind for token in self.tokens)


@lru_cache(maxsize=1 << 12)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code: for numbers above, below and equal to 0, and for text."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition = None
    for match in _TOKENS.finditer(code):
        kind, text = match.lastgroup or "quoted", match.group(match.lastgroup or "quoted")
        if kind == "end":
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket" and (bound := _CONDITION.fullmatch(text)):
            condition = (bound[1], float(bound[2]))
        elif kind == "bracket":
            tokens += _bracket(text)
        elif kind in ("quoted", "escaped", "other"):
            tokens.append(Token("text", text))
        elif kind != "space":
            tokens.append(Token(kind, text.lower() if kind == "date" else text))
    return (*found, Section(tuple(tokens), condition))


def _bracket(text: str) -> Iterator[Token]:
    """Of [$¥-411] the sign, of [h] the hours; colours and languages show nothing."""
    if _ELAPSED.fullmatch(text):
        yield Token("elapsed", text.lower())
    elif text.startswith("$"):
        yield Token("text", text[1:].partition("-")[0])
        if text.endswith("gannen"):
            yield Token("gannen", "")
