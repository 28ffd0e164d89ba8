"""SSSOM/TSV (https://mapping-commons.github.io/sssom/): a set of links, a row for each review.

What SSSOM has no slot for stands in extension slots whose names begin with ``aln_`` (EXTENSIONS).
A set of another program has none of them: a row with a reviewer is an acceptance there, or a
rejection if ``predicate_modifier`` is Not or ``reviewer_agreement`` is negative; one without is a
proposal. Of a Not whose reviewer is not named, the author is the one who rejects.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from alignchecker.importers.decoding import MAX_BYTES, read_bytes
from alignchecker.model.calendar import is_iso_day
from alignchecker.model.errors import InputError
from alignchecker.model.links import (
    Contribution,
    LinkRecord,
    LinkReview,
    Verdict,
    Wording,
    link_iri,
    review_iri,
)
from alignchecker.model.names import ALN, CODE, DATA, SKOS

SUFFIX = ".sssom.tsv"
UNSTATED = "https://w3id.org/semapv/vocab/UnspecifiedMatching"
"""What a link says that does not say how it was found: SSSOM wants a word there."""
NO_TERM = "https://w3id.org/sssom/NoTermFound"
PREFIXES = {
    "aln": ALN,
    "code": CODE,
    "data": DATA,
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": SKOS,
    "sssom": "https://w3id.org/sssom/",
}
"""Those that every file written here declares; others are known without (SSSOM, section 'IRI')."""
_BUILT_IN = {**PREFIXES, "owl": "http://www.w3.org/2002/07/owl#",
             "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}  # fmt: skip
EXTENSIONS = (
    "aln_link", "aln_link_contribution", "aln_verdict", "aln_contribution", "aln_order",
    "aln_decides", "aln_reason", "aln_fingerprint_from", "aln_fingerprint_to", "aln_wording_from",
    "aln_wording_to", "aln_undoes",
)  # fmt: skip
UNDOES = "aln_undoes"
"""The one that files written before there was such a review do not have."""
_NO_TERM_SHORT = "sssom:NoTermFound"
_NEEDED = ("subject_id", "object_id")
_MAPPING = re.compile(r"\s+([A-Za-z_][\w.-]*)\s*:\s*(\S+)\s*")
_NUMBER = re.compile(r"\d{1,9}")
_CONFIDENCE = re.compile(r"0(\.\d+)?|1(\.0+)?|\.\d+")
_ZERO = re.compile(r"0(\.0*)?")
_ESCAPED = re.compile(r"\\(.)")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r"}
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class LinkSet:
    """The links of a file, each with the line (from 1) of its first row.

    columns: as the file has them. prefixes: what it declares.
    """

    links: Sequence[tuple[int, LinkRecord]]
    columns: Sequence[str]
    prefixes: Mapping[str, str]


def is_link_set(path: Path) -> bool:
    """Whether a file is one by its name."""
    return path.name.lower().endswith(SUFFIX)


def read_sssom(path: Path, content: bytes | None = None) -> LinkSet:
    """The links of a file. content: its bytes, where they have been read.

    Raises InputError, with the line, for what is no UTF-8, no table, or cannot be meant.
    """
    data = read_bytes(path, MAX_BYTES) if content is None else content
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "UTF-8 の文字として読めません。UTF-8 で保存し直してください。",
            "This is not UTF-8 text. Save it as UTF-8.",
            str(path),
        ) from error
    head = [line for line in text.split("\n") if line.startswith("#")]
    prefixes = _prefixes(head)
    rows = list(_rows(path, text))
    columns = rows[0][1] if rows else []
    for name in _NEEDED:
        if name not in columns:
            raise InputError(
                f"SSSOM の表に {name} の列がありません。見出しの行を確かめてください。",
                f"The SSSOM table has no column {name}. Check its heading.",
                str(path),
                rows[0][0] if rows else None,
            )
    reader = _Reader(path, {**_BUILT_IN, **prefixes})
    for line, cells in rows[1:]:
        reader.add(line, dict(zip(columns, cells, strict=False)))
    return LinkSet(list(reader.links.values()), columns, prefixes)


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the table with their lines; comments are metadata."""
    begin = 0
    lines = text.split("\n")
    while begin < len(lines) and lines[begin].startswith("#"):
        begin += 1
    table = csv.reader(io.StringIO("\n".join(lines[begin:]), newline=""), delimiter="\t")
    before = 0
    try:
        for cells in table:
            # A set that was appended to in two copies may have its heading or notes once more.
            if any(cells) and not cells[0].startswith("#"):
                yield begin + before + 1, [cell.strip("\r") for cell in cells]
            before = table.line_num
    except csv.Error as error:
        raise InputError(
            f"タブ区切りの表として読めません（{error}）。この行を直してください。",
            f"This is no tab-separated table ({error}). Mend this line.",
            str(path),
            begin + table.line_num,
        ) from error


def _prefixes(head: Sequence[str]) -> dict[str, str]:
    """The prefixes of the metadata: its part curie_map, a prefix a line."""
    found: dict[str, str] = {}
    inside = False
    for line in head:
        body = line[1:].rstrip("\r\n\t ")
        match = _MAPPING.fullmatch(body) if inside else None
        if match:
            found[match[1]] = match[2].strip("\"'")
        elif body.strip():
            inside = body.strip() == "curie_map:"
    return found


class _Reader:
    """Puts rows together that are about one link."""

    def __init__(self, path: Path, prefixes: Mapping[str, str]) -> None:
        self.path, self.prefixes = path, prefixes
        self.links: dict[str, tuple[int, LinkRecord]] = {}

    def add(self, line: int, row: Mapping[str, str]) -> None:
        """Takes in a row."""
        if row.get("subject_id") == "subject_id":
            return
        link = self._link(line, row)
        first, known = self.links.setdefault(link.iri, (line, link))
        if (known.start, known.to, known.none_in) != (link.start, link.to, link.none_in):
            raise self._problem(
                line,
                f"対応づけ {link.iri} の両端が、{first}行目と違います。どちらかを直してください。",
                f"The link {link.iri} has other ends in line {first}. Mend one of them.",
            )
        review = self._review(line, link.iri, row)
        if review is not None and review not in known.reviews:
            known = replace(known, reviews=(*known.reviews, review))
        self.links[link.iri] = (first, known)

    def _link(self, line: int, row: Mapping[str, str]) -> LinkRecord:
        start, to = (self._iri(line, row, name) for name in _NEEDED)
        if not start or not to:
            name = "object_id" if start else "subject_id"
            raise self._problem(line, f"{name} がありません。", f"{name} is blank.")
        none_in = self._iri(line, row, "object_source") if to == NO_TERM else None
        if to == NO_TERM and not none_in:
            raise self._problem(
                line,
                "sssom:NoTermFound の行には、相手の計画を object_source に書いてください。",
                "A row with sssom:NoTermFound needs the other plan as object_source.",
            )
        confidence = row.get("confidence", "").strip()
        if confidence and not _CONFIDENCE.fullmatch(confidence):
            raise self._problem(
                line,
                f"confidence「{confidence[:20]}」は 0 から 1 までの数で書いてください。",
                f"confidence '{confidence[:20]}' is no number from 0 to 1.",
            )
        target = None if none_in else to
        return LinkRecord(
            self._iri(line, row, "aln_link") or link_iri(start, target or none_in or ""),
            start,
            target,
            none_in or None,
            self._word(line, row, "aln_link_contribution", Contribution),
            self._iri(line, row, "mapping_justification").removeprefix(UNSTATED),
            confidence,
            row.get("other", ""),
        )

    def _review(self, line: int, link: str, row: Mapping[str, str]) -> LinkReview | None:
        reviewer = row.get("reviewer_label", "") or row.get("reviewer_id", "")
        if not reviewer and _is_denied(row):
            # Whoever says that two things do not belong together has proposed no link.
            reviewer = row.get("author_label", "") or row.get("author_id", "")
            if not reviewer:
                raise self._problem(
                    line,
                    "predicate_modifier が Not の行には、判断した人を reviewer_label に"
                    "書いてください。",
                    "A row whose predicate_modifier is Not needs a reviewer_label: who says so.",
                )
        if not reviewer:
            return None
        date = row.get("review_date", "") or row.get("mapping_date", "")
        if date and not is_iso_day(date):
            raise self._problem(
                line,
                f"日付「{date[:20]}」は 2026-06-01 のように書いてください。",
                f"Write the date '{date[:20]}' like 2026-06-01.",
            )
        order = row.get("aln_order", "")
        review = LinkReview(
            reviewer,
            self._word(line, row, "aln_verdict", Verdict) or _verdict(row),
            date,
            unescaped(row.get("aln_reason", "")) or row.get("comment", ""),
            int(order) if _NUMBER.fullmatch(order) else 0,
            row.get("aln_decides", "") == "true",
            self._word(line, row, "aln_contribution", Contribution),
            _wording(row, "from"),
            _wording(row, "to"),
            undoes=self._iri(line, row, "aln_undoes"),
        )
        named = self._iri(line, row, "record_id")
        return replace(review, iri=named or review_iri(link, review))

    def _iri(self, line: int, row: Mapping[str, str], name: str) -> str:
        """An IRI, or what a prefix and a name stand for; "" for a blank cell."""
        text = row.get(name, "").strip()
        if text.startswith("<") and text.endswith(">"):
            return text[1:-1]
        prefix, colon, local = text.partition(":")
        if not text or "://" in text or prefix == "urn":
            return text
        if not colon or prefix not in self.prefixes:
            raise self._problem(
                line,
                f"{name}「{text[:60]}」の接頭辞が curie_map にありません。書き足してください。",
                f"The prefix of {name} '{text[:60]}' is not in curie_map. Add it.",
            )
        return self.prefixes[prefix] + local

    def _word(
        self, line: int, row: Mapping[str, str], name: str, words: type[_Word]
    ) -> _Word | None:
        text = row.get(name, "").strip()
        found = next((word for word in words if word.value == text), None)
        if text and found is None:
            known = ", ".join(word.value for word in words)
            raise self._problem(
                line,
                f"{name}「{text[:20]}」は {known} から選んでください。",
                f"{name} '{text[:20]}' is none of {known}.",
            )
        return found

    def _problem(self, line: int, ja: str, en: str) -> InputError:
        return InputError(ja, en, str(self.path), line)


def unescaped(text: str) -> str:
    """A text that stands on one line, with its line ends and tabs."""
    return _ESCAPED.sub(lambda match: _PLAIN.get(match[1], match[1]), text)


def _is_denied(row: Mapping[str, str]) -> bool:
    return row.get("predicate_modifier", "").strip() == "Not"


def _verdict(row: Mapping[str, str]) -> Verdict:
    agreement = row.get("reviewer_agreement", "").strip()
    if _is_denied(row) or agreement.startswith("-"):
        return Verdict.REJECT
    if _ZERO.fullmatch(agreement):
        return Verdict.HOLD
    return Verdict.NO_COUNTERPART if row["object_id"] == _NO_TERM_SHORT else Verdict.ACCEPT


def _wording(row: Mapping[str, str], end: str) -> Wording:
    text = unescaped(row.get(f"aln_wording_{end}", ""))
    return Wording(row.get(f"aln_fingerprint_{end}", "").strip(), text)
