"""From the parts of all pages to the paragraphs and tables of the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from alignchecker.importers.pdf.cells import Frame, PageTable
from alignchecker.importers.pdf.lines import Line
from alignchecker.importers.pdf.margins import PageLines, foot_notes, running_lines
from alignchecker.importers.pdf.paragraphs import (
    MIN_FRAME_WIDTH,
    Flow,
    Joined,
    Pitches,
    is_alike,
    over_break,
    read_paragraphs,
    text_edges,
)
from alignchecker.importers.pdf.tables import goes_on, read_table
from alignchecker.model.plan import Position
from alignchecker.reading.content import Paragraph, Table

_DEFAULT_SIZE = 10.5
_SAME_WIDTH = 1.5
_MARGINS = 2.2
"""Left and right margin together, as a multiple of the left one."""

Edges = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A line, table or frame, and the column in which it stands ("1/1", "1/2", "2/2")."""

    column: str
    body: Line | PageTable | Frame


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page in reading order; rules: heights of short rules outside of tables."""

    number: int
    width: float
    height: float
    parts: tuple[Part, ...]
    rules: tuple[float, ...] = ()

    def columns(self) -> dict[str, list[Line]]:
        """The lines outside of tables and frames, by their column."""
        found: defaultdict[str, list[Line]] = defaultdict(list)
        for part in self.parts:
            if isinstance(part.body, Line):
                found[part.column].append(part.body)
        return dict(found)


@dataclass(frozen=True, slots=True)
class _Run:
    """What follows one another without a break: lines of a column or frame, or a table."""

    body: Flow | PageTable
    height: float
    is_frame: bool = False
    is_note: bool = False


def assemble(pages: Sequence[Page], file: str) -> tuple[Paragraph | Table, ...]:
    """The blocks of a document in reading order; file: the name that their places carry."""
    size = _body_size(pages)
    running = running_lines([_page_lines(page, page.columns()) for page in pages], size)
    pages = [_without(page, running) for page in pages]
    edges = _Edges(pages)
    runs = [run for page in pages for run in _runs(page, edges, size)]
    blocks = _Blocks(Pitches([run.body for run in runs if isinstance(run.body, Flow)]))
    for run in runs:
        blocks.add(run)
    return tuple(_finished(blocks.found, file))


def _body_size(pages: Sequence[Page]) -> float:
    """The size of most letters in running text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for part in page.parts:
            lines = part.body.lines if isinstance(part.body, Frame) else (part.body,)
            for line in lines:
                if isinstance(line, Line):
                    sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=_DEFAULT_SIZE)


def _page_lines(page: Page, columns: dict[str, list[Line]]) -> PageLines:
    lines = tuple(line for column in columns.values() for line in column)
    return PageLines(page.number, page.height, lines, page.rules)


def _without(page: Page, running: set[Line]) -> Page:
    parts = (part for part in page.parts if part.body not in running)
    return replace(page, parts=tuple(parts))


def _edges(key: tuple[str, int, int | None], lines: Sequence[Line]) -> Edges:
    """The edges that lines reach; short lines alone do not show how far the text may run."""
    left, right = text_edges(lines)
    column, width, _ = key
    return left, max(right, width - _MARGINS * left) if column == "1/1" else right


class _Edges:
    """Where the columns of the document's text begin and end."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._lines: defaultdict[tuple[str, int, int | None], list[Line]] = defaultdict(list)
        for page in pages:
            for column, lines in page.columns().items():
                for side in (None, page.number % 2):
                    self._lines[column, round(page.width), side] += lines
        self._found = {key: _edges(key, lines) for key, lines in self._lines.items()}

    def of(self, column: str, page: Page) -> Edges:
        """The left and right edge of a column; odd and even pages may have mirrored margins."""
        width = round(page.width)
        sides = [self._found.get((column, width, side)) for side in (0, 1)]
        own, other = sides[page.number % 2], sides[1 - page.number % 2]
        if own and other:
            difference = (own[1] - own[0]) - (other[1] - other[0])
            size = self._lines[column, width, None][0].size
            if abs(difference) <= _SAME_WIDTH * size:
                return own
        return self._found[column, width, None]


def _runs(page: Page, edges: _Edges, size: float) -> Iterator[_Run]:
    """The runs of a page in reading order, its footnotes last."""
    notes = [
        (column, line)
        for column, lines in page.columns().items()
        for line in foot_notes(_page_lines(page, {column: lines}), size)
    ]
    noted = {line for _, line in notes}
    parts = [part for part in page.parts if part.body not in noted]
    for (column, is_text), group in groupby(
        parts, key=lambda part: (part.column, isinstance(part.body, Line))
    ):
        bodies = [part.body for part in group]
        if is_text:
            lines = tuple(body for body in bodies if isinstance(body, Line))
            yield _Run(Flow(lines, *edges.of(column, page)), page.height)
            continue
        for body in bodies:
            if isinstance(body, Frame):
                yield _Run(_within(body), page.height, is_frame=True)
            elif isinstance(body, PageTable):
                yield _Run(body, page.height)
    for column, entries in groupby(notes, key=lambda note: note[0]):
        flow = Flow(tuple(line for _, line in entries), *edges.of(column, page))
        yield _Run(flow, page.height, is_note=True)


def _within(frame: Frame) -> Flow:
    """The lines of a frame between its sides, with the same padding left and right."""
    left = min(line.x0 for line in frame.lines)
    padding = min(left - frame.x0, 1.5 * frame.lines[0].size)
    return Flow(frame.lines, left, frame.x1 - padding, MIN_FRAME_WIDTH)


class _Blocks:
    """The blocks found so far, and which of them may go on over the next break."""

    def __init__(self, pitches: Pitches) -> None:
        self.found: list[Joined | list[PageTable]] = []
        self._pitches = pitches
        self._open: int | None = None
        self._in_frame = False

    def add(self, run: _Run) -> None:
        """Add what follows."""
        if isinstance(run.body, PageTable):
            self._add_table(run.body, run.height)
            return
        paragraphs = read_paragraphs(run.body, self._pitches)
        if run.is_note:
            # Text goes on over the footnotes.
            self.found += paragraphs
            return
        if not run.is_frame and not self._in_frame:
            paragraphs = self._over_break(paragraphs)
        self.found += paragraphs
        self._open = len(self.found) - 1 if paragraphs else self._open
        self._in_frame = run.is_frame

    def _add_table(self, table: PageTable, height: float) -> None:
        last = self.found[self._open] if self._open is not None else None
        if isinstance(last, list) and goes_on(last[-1], table, height):
            last.append(table)
            return
        self.found.append([table])
        self._open, self._in_frame = len(self.found) - 1, False

    def _over_break(self, paragraphs: list[Joined]) -> list[Joined]:
        """The paragraphs that are left when the first has been joined with the last block."""
        last = self.found[self._open] if self._open is not None else None
        if not isinstance(last, Joined) or self._open is None or not paragraphs:
            return paragraphs
        first, *others = paragraphs
        whole = over_break(last, first)
        if whole is not None:
            self.found[self._open] = whole
            return others
        # The end of a column is no space between two entries of a list.
        return [replace(first, gap=not is_alike(last.last, first.lines[0])), *others]


def _finished(blocks: Sequence[Joined | list[PageTable]], file: str) -> Iterator[Paragraph | Table]:
    tables = 0
    for block in blocks:
        if isinstance(block, Joined):
            first = block.lines[0]
            place = Position(file, first.number, page=first.page)
            yield Paragraph(block.text, place, gap=block.gap)
        else:
            tables += 1
            yield read_table(block, file, tables)
