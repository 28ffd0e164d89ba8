"""What an earlier run wrote into a document, which gives way to what is found now.

An officer goes on writing in the copy that has the findings. What others wrote stays: their
comments and notes, what they added to ours, and a comment of ours that somebody has answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from alignchecker.importers.packages import damaged
from alignchecker.importers.sheets.xlsx import Sheet
from alignchecker.lang import LANGUAGES, say
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.markup import Element, Markup
from alignchecker.reports.annotated.notes import AUTHOR, LINE
from alignchecker.reports.annotated.threads import PERSON

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_ABOUT = ("commentsExtended", "commentsIds")
"""Parts that say more of comments, by the ids of their paragraphs."""
_RULE = "|".join(re.escape(say("field.rule", lang)) for lang in LANGUAGES)
_BREAK = "(?:\r?\n|&#10;|&#xA;)"
"""A line break as programs write it."""
# From our name, with the line before it, to the last rule that we name.
_OURS = re.compile(
    rf"(?:{LINE.replace(chr(10), _BREAK)})?{AUTHOR}:{_BREAK}.*{_BREAK}(?:{_RULE}): [^\s<&]+",
    re.DOTALL,
)
_IN_NOTES = frozenset({"comment", "t"})
_SHAPE = re.compile(rb"<(?:\w+:)?shape\b(?:(?!</(?:\w+:)?shape>).)*</(?:\w+:)?shape>", re.DOTALL)
_PLACE = re.compile(
    rb"<(?:\w+:)?Row>\s*([0-9]+)\s*</(?:\w+:)?Row>\s*<(?:\w+:)?Column>\s*([0-9]+)\s*<"
)
_ADDRESS = re.compile("([A-Z]+)([0-9]+)")


def clear_comments(copy: Copy) -> None:
    """Takes our comments out of a Word file, with their marks."""
    main = copy.package.main
    part = _related(copy, main, "comments")
    if part is None:
        return
    comments = Markup(copy.part(part), copy.path, lambda _, name: name in ("comment", "p"))
    w = comments.namespace
    answered = _answered(copy)
    gone, paragraphs = set[str](), set[str]()
    for comment, held in _with_contents(comments.elements):
        if comment.attributes.get(f"{w} author") != AUTHOR:
            continue
        own = {element.attributes.get(f"{_W14} paraId", "") for element in held}
        if not own & answered:
            gone.add(comment.attributes.get(f"{w} id", ""))
            paragraphs |= own - {""}
            comments.remove(comment)
    if not gone:
        return
    copy.change(part, comments.to_bytes())
    text = Markup(copy.part(main), copy.path, lambda _, name: name in _MARKS)
    for mark in text.elements[1:]:
        if mark.attributes.get(f"{text.namespace} id") in gone:
            text.remove(mark, with_run=mark.name == "commentReference")
    copy.change(main, text.to_bytes())
    _forget(copy, paragraphs)


def _with_contents(elements: Iterable[Element]) -> list[tuple[Element, list[Element]]]:
    """Each comment with those elements that stand within it."""
    found: list[tuple[Element, list[Element]]] = []
    for element in elements:
        if element.name == "comment":
            found.append((element, []))
        elif found and element.start < found[-1][0].after:
            found[-1][1].append(element)
    return found


def _related(copy: Copy, source: str, kind: str) -> str | None:
    return next((r.target for r in copy.package.relations(source) if r.kind == kind), None)


def _answered(copy: Copy) -> set[str]:
    """The ids of the paragraphs of comments that somebody has replied to."""
    part = _related(copy, copy.package.main, "commentsExtended")
    if part is None:
        return set()
    markup = Markup(copy.part(part), copy.path, lambda _, name: name == "commentEx")
    parents = (element.attributes.get(f"{_W15} paraIdParent") for element in markup.elements)
    return {parent for parent in parents if parent}


def _forget(copy: Copy, paragraphs: set[str]) -> None:
    """Takes out what else is said of comments that are gone."""
    for kind in _ABOUT:
        part = _related(copy, copy.package.main, kind)
        if part is None:
            continue
        markup = Markup(copy.part(part), copy.path, lambda depth, _: depth == 2)
        told = [e for e in markup.elements[1:] if _paragraph(e) in paragraphs]
        for element in told:
            markup.remove(element)
        if told:
            copy.change(part, markup.to_bytes())


def _paragraph(element: Element) -> str:
    said = (v for n, v in element.attributes.items() if n.rpartition(" ")[2] == "paraId")
    return next(said, "")


def clear_notes(copy: Copy, sheets: Iterable[Sheet]) -> None:
    """Takes our notes and replies out of a workbook, with the boxes of notes."""
    for sheet in sheets:
        _clear_replies(copy, sheet)
        gone = _clear_texts(copy, sheet)
        drawing = _related(copy, sheet.part, "vmlDrawing")
        if gone and drawing is not None:
            copy.change(drawing, _without(copy.part(drawing), gone))


def _clear_replies(copy: Copy, sheet: Sheet) -> None:
    part = _related(copy, sheet.part, "threadedComment")
    if part is None:
        return
    markup = Markup(copy.part(part), copy.path, lambda _, name: name == "threadedComment")
    ours = [e for e in markup.elements[1:] if e.attributes.get("personId") == PERSON]
    for element in ours:
        markup.remove(element)
    if ours:
        copy.change(part, markup.to_bytes())


def _clear_texts(copy: Copy, sheet: Sheet) -> set[tuple[int, int]]:
    """Gives the cells, by row and column from 0, that have no note any more."""
    part = _related(copy, sheet.part, "comments")
    if part is None:
        return set()
    markup = Markup(copy.part(part), copy.path, lambda _, name: name in _IN_NOTES)
    gone = set[tuple[int, int]]()
    has_changed = False
    for note, held in _with_contents(markup.elements):
        pieces = [element for element in held if element.name == "t"]
        texts = [markup.content(piece) for piece in pieces]
        left = _without_ours(texts)
        if left == texts:
            continue
        has_changed = True
        if any(text.strip() for text in left):
            for piece, text, old in zip(pieces, left, texts, strict=True):
                if text != old:
                    markup.replace(piece, text)
        else:
            markup.remove(note)
            gone.add(_cell(copy, note))
    if has_changed:
        copy.change(part, markup.to_bytes())
    return gone


def _without_ours(pieces: list[str]) -> list[str]:
    """The pieces of a note without what we wrote: programs cut it up, by fonts and scripts."""
    spans = [match.span() for match in _OURS.finditer("".join(pieces))]
    left = []
    at = 0
    for piece in pieces:
        kept, done = "", 0
        for start, end in ((max(s - at, 0), max(e - at, 0)) for s, e in spans):
            kept += piece[done:start]
            done = max(done, end)
        left.append(kept + piece[done:])
        at += len(piece)
    return left


def _cell(copy: Copy, note: Element) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(note.attributes.get("ref", ""))
    if match is None:
        raise damaged(copy.path)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _without(drawn: bytes, cells: set[tuple[int, int]]) -> bytes:
    """A drawing without the boxes of some cells."""

    def kept(shape: re.Match[bytes]) -> bytes:
        place = _PLACE.search(shape[0])
        is_gone = place is not None and (int(place[1]), int(place[2])) in cells
        return b"" if is_gone else shape[0]

    return _SHAPE.sub(kept, drawn)
