"""Importer scores on the real plans rewritten, for ``python -m tests.bench.importing --seeds``.

Each text is rewritten as people and programs do it, written to a file, imported, and scored (F1 of
label, level and parent) against the tree typed by hand. A star marks a text of which the importer
says that columns were lost.
"""

from __future__ import annotations

import re
import tempfile
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from alignchecker.importers import read_document
from tests.reading.scoring import Key, read_gold, score

GOLD = Path(__file__).parents[1] / "gold"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_KANJI = "〇一二三四五六七八九"
_NUMBERING = re.compile(
    r"(?m)(?<![0-9０-９])([0-9０-９]{1,2})(?=[\s.．)）、年次節章-]|度)|(?<=目標|方針|施策)([0-9０-９]{1,2})"
)
_PAGE = 40

Rewrite = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of rewriting; changes_labels: the gold's labels are rewritten, too."""

    rewrite: Rewrite
    encoding: str = "utf-8"
    changes_labels: bool = False


def _each_line(change: Rewrite) -> Rewrite:
    return lambda text: "\n".join(change(line) for line in text.split("\n"))


def _cut(width: int) -> Rewrite:
    """Cut hard after so many characters, as a converter does that knows no words."""
    return _each_line(
        lambda line: "\n".join(line[i : i + width] for i in range(0, max(1, len(line)), width))
    )


def _filled(width: int) -> Rewrite:
    """Cut at white space where it can, tabs turned into one space, as a mail program does it."""
    return _each_line(lambda line: textwrap.fill(line.replace("\t", " "), width))


def _kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _KANJI[tens]) + "十" * bool(tens) + _KANJI[ones] * bool(ones)


def _in_kanji(text: str) -> str:
    """Numbers of headings, lists and years as kanji: 令和八年度, 基本目標一, （十二）."""
    return _NUMBERING.sub(lambda m: _kanji(int(m.group(1) or m.group(2))), text)


def _digit_by_digit(text: str) -> str:
    """Every digit as a kanji: 一一〇一, 令和八年度, 一二."""
    return re.sub(r"\d", lambda m: _KANJI[int(m.group())], text)


def _half_width(text: str) -> str:
    """Katakana half-width, as accounting systems print it."""
    return "".join(_HALF.get(character, character) for character in text)


_HALF = {
    unicodedata.normalize("NFKC", chr(code) + mark): chr(code) + mark
    for code in range(0xFF66, 0xFF9E)
    for mark in ("", "ﾞ", "ﾟ")
    if len(unicodedata.normalize("NFKC", chr(code) + mark)) == 1
}


def _paged(text: str) -> str:
    lines = text.split("\n")
    pages = [lines[i : i + _PAGE] for i in range(0, len(lines), _PAGE)]
    return "\n\f".join("\n".join([*page, f"- {n} -"]) for n, page in enumerate(pages, start=1))


def _only(encoding: str) -> Way:
    return Way(
        lambda text: text.encode(encoding, "ignore").decode(encoding), encoding, changes_labels=True
    )


WAYS: dict[str, Way] = {
    "as printed": Way(lambda text: text),
    "cut at 30": Way(_cut(30)),
    "cut at 40": Way(_cut(40)),
    "cut at 40, paged": Way(lambda text: _paged(_cut(40)(text))),
    "filled at 30, tabs lost": Way(_filled(30)),
    "filled at 40, tabs lost": Way(_filled(40)),
    "full-width digits": Way(lambda text: text.translate(_WIDE)),
    "kanji numbering": Way(_in_kanji, changes_labels=True),
    "kanji digits": Way(_digit_by_digit, changes_labels=True),
    "double-spaced": Way(lambda text: text.replace("\n", "\n\n")),
    "no blank lines": Way(lambda text: re.sub(r"\n\s*(?=\n)", "", text)),
    "tab as 3 spaces": Way(lambda text: text.replace("\t", "   ")),
    "tab as 1 space": Way(lambda text: text.replace("\t", " ")),
    "CRLF, indented": Way(lambda text: _each_line(lambda s: f"  {s}")(text).replace("\n", "\r\n")),
    "full-width indent": Way(_each_line(lambda line: f"　{line}")),
    "trailing spaces": Way(_each_line(lambda line: f"{line}   ")),
    "half-width katakana": Way(_half_width),
    "pages, form feeds": Way(_paged),
    "cp932": _only("cp932"),
    "euc_jp": _only("euc_jp"),
    "utf-16": Way(lambda text: text, "utf-16"),
}


def result_of(way: Way, text: str, gold: list[Key], folder: Path) -> tuple[float, bool]:
    """F1 of a rewritten text, and whether the importer says that columns were lost."""
    path = folder / "plan.txt"
    path.write_bytes(way.rewrite(text).encode(way.encoding))
    draft = read_document(path)
    wanted = (
        [(*key[:2], *map(way.rewrite, key[2:])) for key in gold] if way.changes_labels else gold
    )
    lost = any(warning.code == "table-columns-lost" for warning in draft.warnings)
    return score(draft.items, wanted).f1, lost


def rewritten_table(folder: Path) -> Iterator[str]:
    """The lines of the table; folder: of the texts, which are not in this repository."""
    texts = {p.name[:3]: p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))}
    golds = {number: read_gold(GOLD / f"{number}.tree") for number in texts}
    yield f"{'':24}" + "".join(f"{number:>8}" for number in texts)
    with tempfile.TemporaryDirectory() as name:
        for label, way in WAYS.items():
            results = [result_of(way, texts[n], golds[n], Path(name)) for n in texts]
            cells = (f"{f1:.3f}{'*' if lost else ' '}" for f1, lost in results)
            yield f"{label:24}" + "".join(f"{cell:>8}" for cell in cells)
