"""Links to review -> an Excel workbook to fill in, which ``review import`` reads back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from alignchecker.lang import LANGUAGES, say
from alignchecker.lang.answers import VERSION
from alignchecker.lang.link_review import (
    KINDS,
    LINK_COLUMNS,
    LINK_KEPT,
    LINK_LIST,
    LINK_MARKER,
    LINK_STATUSES,
    NOT_RECORDED,
    UNDONE,
    VERDICTS,
)
from alignchecker.links.listing import Changed, ListedLink
from alignchecker.model.links import LinkReview, in_order
from alignchecker.reports.inert_book import new_book
from alignchecker.reports.office.heights import growing, height
from alignchecker.reports.office.tables import cell
from alignchecker.reports.office.workbook import Writer
from alignchecker.reports.suggestion_words import why

_WIDTHS = {
    "number": 5.0, "from-plan": 14, "from": 34, "to-plan": 14, "to": 34, "confidence": 7,
    "status": 9, "history": 26, "changed": 26, "why": 24, "kind": 7, "verdict": 10, "reason": 20,
    "person": 10, "date": 12,
}  # fmt: skip
_FILLED_IN = {"reason", "person"}
_CHOSEN = {"kind", "verdict"}
_CENTRED = {"number", "confidence", "status"}
_SPARE = 200


def link_workbook(links: Sequence[ListedLink], lang: str) -> bytes:
    """The workbook; equal links give equal bytes."""
    buffer = io.BytesIO()
    book = new_book(buffer)
    writer = Writer(book, lang)
    sheet = writer.sheet(LINK_LIST[LANGUAGES.index(lang)])
    writer.put(sheet, 0, 0, say("links.how-to", lang), writer.note)
    keys = list(LINK_COLUMNS)
    for column, key in enumerate([*keys, *LINK_KEPT]):
        if key in LINK_COLUMNS:
            sheet.set_column(column, column, _WIDTHS[key], _look(writer, key))
            writer.put(sheet, 1, column, LINK_COLUMNS[key][LANGUAGES.index(lang)], writer.head)
        else:
            sheet.set_column(column, column, 12, None, {"hidden": True})
            writer.put(sheet, 1, column, key, writer.plain)
    for row, link in enumerate(links, start=2):
        texts = _cells(row - 1, link, lang)
        for column, key in enumerate(keys):
            writer.put(sheet, row, column, texts[key], _look(writer, key))
        for column, text in enumerate(_kept(link), start=len(keys)):
            writer.put(sheet, row, column, cell(text, lang), writer.plain)
        sheet.set_row(row, height((texts[key], _WIDTHS[key]) for key in keys))
    last = max(len(links), 1) + 1
    _choices(sheet, keys, last, lang)
    writer.framed(sheet, 1, last, len(keys) + len(LINK_KEPT) - 1)
    marker = book.add_worksheet(LINK_MARKER)
    marker.write_string(0, 0, LINK_MARKER)
    marker.write_number(0, 1, VERSION)
    marker.very_hidden()
    book.close()
    return growing(buffer)


def _look(writer: Writer, key: str) -> Format:
    if key == "date":
        return writer.day
    if key in _CHOSEN:
        return writer.chosen
    if key in _FILLED_IN:
        return writer.filled_in
    return writer.centred if key in _CENTRED else writer.text


def _choices(sheet: Worksheet, keys: Sequence[str], last: int, lang: str) -> None:
    which = LANGUAGES.index(lang)
    for key, words in (("verdict", VERDICTS), ("kind", KINDS)):
        known = [word[which] for word in words.values()]
        wanted = {"validate": "list", "source": known, "error_message": "、".join(known)}
        column = keys.index(key)
        sheet.data_validation(2, column, last + _SPARE, column, wanted)


def _cells(number: int, listed: ListedLink, lang: str) -> dict[str, str]:
    """What stands in a row; verdict and below are left to people: what they write is new."""
    which = LANGUAGES.index(lang)
    link = listed.link
    to = listed.end.text or (listed.plans[1] if link.to else "")
    texts = {
        "number": str(number),
        "from-plan": listed.plans[0],
        "from": listed.start.text,
        "to-plan": listed.plans[1],
        "to": to or say("links.without", lang),
        "confidence": link.confidence,
        "status": LINK_STATUSES[link.status.value][which] if listed.is_recorded else "",
        "why": "",
        "history": "\n".join(_history(link.reviews, lang)),
        "changed": "\n".join(_changed(change, lang) for change in listed.changed),
        "kind": KINDS[link.kind.value][which] if link.kind else "",
        **dict.fromkeys(("verdict", "reason", "person", "date"), ""),
    }
    if listed.candidate is not None:
        texts |= {
            "confidence": f"{listed.candidate.probability:.2f}",
            "status": NOT_RECORDED[which],
            "why": why(listed.candidate.grounds, lang),
        }
    return {key: cell(text, lang) for key, text in texts.items()}


def _history(reviews: Sequence[LinkReview], lang: str) -> Iterator[str]:
    which = LANGUAGES.index(lang)
    for review in in_order(reviews):
        words = say(
            "links.review",
            lang,
            day=review.date or say("links.undated", lang),
            person=review.reviewer,
            verdict={**VERDICTS, "undo": UNDONE}[review.verdict.value][which],
        )
        if review.decides:
            words = say("links.decided", lang, words=words)
        yield (
            say("links.because", lang, words=words, reason=review.reason)
            if review.reason
            else (words)
        )


def _changed(change: Changed, lang: str) -> str:
    key = "links.then-now" if change.then else "links.now-only"
    return say(key, lang, then=change.then, now=change.now)


def _kept(listed: ListedLink) -> tuple[str, ...]:
    link = listed.link
    return (
        link.iri,
        link.start,
        link.to or "",
        link.none_in or "",
        listed.state,
        link.kind.value if link.kind else "",
        listed.start.fingerprint,
        listed.end.fingerprint,
    )
