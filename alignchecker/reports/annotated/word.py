"""Comments in a Word file (ECMA-376 part 1, 17.13.4), at the paragraphs that findings name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignchecker.importers.packages import damaged
from alignchecker.importers.word.document import counted_paragraphs
from alignchecker.importers.word.xml import P
from alignchecker.model.finding import Location
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.earlier import clear_comments
from alignchecker.reports.annotated.markup import DECLARATION, Element, Markup, quoted
from alignchecker.reports.annotated.remarks import Remark, gathered

_AUTHOR, _INITIALS = "alignchecker", "ac"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PARAGRAPHS = frozenset({"p", "pPr"})
_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference", "comment"})
_LARGEST_ID = 2**30
"""Ids of hostile size are left aside; so many comments nobody has."""


def annotate(copy: Copy, remarks: Iterable[Remark], as_of: str | None, lang: str) -> None:
    """Writes comments into the copy, in place of those that it has of ours. as_of: their date."""
    clear_comments(copy)
    numbers = _numbers(copy)

    def place_of(location: Location) -> int | None:
        line = location.line
        return line if line is not None and 1 <= line <= len(numbers) else None

    texts = gathered(remarks, place_of, 1, lang)
    if not texts:
        return
    if not numbers:
        raise damaged(copy.path)
    main = Markup(
        copy.part(copy.package.main), copy.path, lambda _, name: name in _PARAGRAPHS | _MARKS
    )
    comments = _Comments(copy, main, as_of)
    paragraphs = list(_paragraphs(main.elements))
    for line in sorted(texts):
        ids = [comments.add(text) for text in texts[line]]
        _mark(main, paragraphs[numbers[line - 1]], ids)
    copy.change(copy.package.main, main.to_bytes())
    comments.save()


def _numbers(copy: Copy) -> list[int]:
    """For each paragraph that places count: which of all w:p of the document it is."""
    counted = counted_paragraphs(copy.package)
    if not counted:
        return []
    every = counted[0].getroottree().getroot().iter(P)
    order = {paragraph: number for number, paragraph in enumerate(every)}
    return [order[paragraph] for paragraph in counted]


def _paragraphs(elements: list[Element]) -> Iterator[tuple[Element, Element | None]]:
    """Each paragraph with its properties, which are the first that it holds."""
    found = [element for element in elements if element.name in _PARAGRAPHS]
    for element, follower in zip(found, [*found[1:], None], strict=True):
        if element.name == "p":
            has = follower and follower.name == "pPr" and follower.depth == element.depth + 1
            yield element, follower if has else None


def _mark(main: Markup, paragraph: tuple[Element, Element | None], ids: list[int]) -> None:
    """Puts a paragraph between the marks of its comments."""
    element, properties = paragraph
    w, declared = main.prefix(main.namespace, "w")
    before = "".join(f'<{w}:commentRangeStart{declared} {w}:id="{id_}"/>' for id_ in ids)
    after = "".join(
        f'<{w}:commentRangeEnd{declared} {w}:id="{id_}"/>'
        f'<{w}:r{declared}><{w}:commentReference {w}:id="{id_}"/></{w}:r>'
        for id_ in ids
    )
    if element.is_empty:
        main.append(element, before + after)
        return
    main.insert(properties.after if properties else element.inside, before)
    main.append(element, after)


class _Comments:
    """The part that holds the texts of comments; those that are there stay, with their ids."""

    def __init__(self, copy: Copy, main: Markup, as_of: str | None) -> None:
        self._copy, self._as_of = copy, as_of
        source = copy.package.main
        named = (r.target for r in copy.package.relations(source) if r.kind == "comments")
        self._part = next(named, None) or self._new(source, main.namespace)
        self._markup = Markup(copy.part(self._part), copy.path, lambda _, name: name in _MARKS)
        name = f"{main.namespace} id"
        ids = (e.attributes.get(name, "") for e in (*main.elements, *self._markup.elements))
        numbers = (int(id_) for id_ in ids if id_.isascii() and id_.isdecimal() and len(id_) < 10)
        self._next = max((n for n in numbers if n < _LARGEST_ID), default=-1) + 1
        self._texts: list[str] = []

    def _new(self, source: str, namespace: str) -> str:
        folder = source.rpartition("/")[0]
        part = self._copy.add(
            f"{folder}/comments{{}}.xml",
            f'{DECLARATION}<w:comments xmlns:w="{namespace}"/>',
            _CONTENT_TYPE,
        )
        self._copy.relate(source, "comments", part)
        return part

    def add(self, text: str) -> int:
        """One more comment; gives its id."""
        number, self._next = self._next, self._next + 1
        w, declared = self._markup.prefix(self._markup.namespace, "w")
        date = f' {w}:date="{self._as_of}T00:00:00Z"' if self._as_of else ""
        lines = "".join(
            f'<{w}:p><{w}:r><{w}:t xml:space="preserve">{quoted(line)}</{w}:t></{w}:r></{w}:p>'
            for line in text.split("\n")
        )
        self._texts.append(
            f'<{w}:comment{declared} {w}:id="{number}" {w}:author="{_AUTHOR}"{date}'
            f' {w}:initials="{_INITIALS}">{lines}</{w}:comment>'
        )
        return number

    def save(self) -> None:
        """Writes the comments that were added."""
        self._markup.append(self._markup.root, "".join(self._texts))
        self._copy.change(self._part, self._markup.to_bytes())
