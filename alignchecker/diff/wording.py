"""Which words of two texts differ, in pieces that can be underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_UNIT = re.compile(
    r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+|[ァ-ヴー]+|.", re.DOTALL
)
"""What is replaced as a whole: a number, a Western or katakana word; else a character."""
_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+")
_MOST = 4_000_000
"""Pairs of units that are compared one by one; beyond, sentences are compared first."""
_SHORT = 2
"""Characters between two changes that are underlined with them: a lone の is no common text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; changed: the other text has it otherwise or not at all."""

    text: str
    changed: bool = False


Pieces = tuple[Piece, ...]
_Opcode = tuple[str, int, int, int, int]
_OPENING = frozenset("、・，（「及並又")
"""What an addition begins with rather than ends with."""


def compared(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces.

    >>> old, new = compared("相談の充実", "相談支援の充実")
    >>> [piece.text for piece in old if piece.changed], [p.text for p in new if p.changed]
    ([], ['支援'])
    """
    if old == new:
        return _piece(old, changed=False), _piece(new, changed=False)
    units = _UNIT.findall(old), _UNIT.findall(new)
    if len(units[0]) * len(units[1]) <= _MOST:
        return _aligned(*units)
    sentences = _SENTENCE.findall(old), _SENTENCE.findall(new)
    return _aligned(*sentences, is_coarse=True)


def whole(text: str, *, changed: bool) -> Pieces:
    """A text that stands on one side only, or on both alike."""
    return _piece(text, changed=changed)


def _aligned(
    old: Sequence[str], new: Sequence[str], *, is_coarse: bool = False
) -> tuple[Pieces, Pieces]:
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, a, b, c, d in opcodes if is_coarse else _slid(opcodes, old, new):
        texts = "".join(old[a:b]), "".join(new[c:d])
        pairs = [_piece(text, changed=tag != "equal") for text in texts]
        sizes = [len(_UNIT.findall(text)) for text in texts]
        if is_coarse and tag == "replace" and sizes[0] * sizes[1] <= _MOST:
            pairs = [*_aligned(*(_UNIT.findall(text) for text in texts))]
        for side, pieces in zip(sides, pairs, strict=True):
            side.extend(pieces)
    return _joined(sides[0]), _joined(sides[1])


def _slid(opcodes: Sequence[_Opcode], old: Sequence[str], new: Sequence[str]) -> list[_Opcode]:
    """The same, with what only one side has marked as a person would: 、余暇活動, not 活動、余暇.

    Where a run is followed by the characters that it begins with, it may as well begin later.
    """
    found = list(opcodes)
    for place in range(1, len(found) - 1):
        tag, a, b, c, d = found[place]
        before, after = found[place - 1], found[place + 1]
        if tag not in {"delete", "insert"} or not before[0] == after[0] == "equal":
            continue
        units, start, end = (old, a, b) if tag == "delete" else (new, c, d)
        shifts = _shifts(units, start, end, before[2] - before[1] - 1, after[2] - after[1] - 1)
        by = max(shifts, key=lambda n: (units[start + n] in _OPENING, -abs(n)))
        if by:
            found[place - 1] = (before[0], before[1], before[2] + by, before[3], before[4] + by)
            found[place] = (tag, a + by, b + by, c + by, d + by)
            found[place + 1] = (after[0], after[1] + by, after[2], after[3] + by, after[4])
    return found


def _shifts(units: Sequence[str], start: int, end: int, left: int, right: int) -> list[int]:
    """By how many units a run can begin earlier (negative) or later, with equal texts around it."""
    shifts = [0]
    while -shifts[-1] < left and units[start + shifts[-1] - 1] == units[end + shifts[-1] - 1]:
        shifts.append(shifts[-1] - 1)
    by = 0
    while by < right and end + by < len(units) and units[start + by] == units[end + by]:
        by += 1
        shifts.append(by)
    return shifts


def _piece(text: str, *, changed: bool) -> Pieces:
    return (Piece(text, changed),) if text else ()


def _joined(pieces: Sequence[Piece]) -> Pieces:
    """Neighbours of one kind as one; what is very short between two changes as changed."""
    marked = [
        Piece(piece.text, piece.changed or _is_between(pieces, place))
        for place, piece in enumerate(pieces)
    ]
    joined: list[Piece] = []
    for piece in marked:
        if joined and joined[-1].changed == piece.changed:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.changed)
        else:
            joined.append(piece)
    return tuple(joined)


def _is_between(pieces: Sequence[Piece], place: int) -> bool:
    return (
        0 < place < len(pieces) - 1
        and len(pieces[place].text) < _SHORT
        and pieces[place - 1].changed
        and pieces[place + 1].changed
    )
