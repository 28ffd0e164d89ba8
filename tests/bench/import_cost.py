"""What importing costs beside reading the same file with nothing but a library.

Part of ``python -m tests.bench.importing --cost``, and run as a process of its own, for a process
counts the memory of the one that started it as its own peak.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.import_documents import MAKERS

ROOT = Path(__file__).parents[2]
RUNS = 3
_MB = 1024 * 1024
# Kilobytes but on macOS.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Case:
    """A made file and two ways to read it: reader of READERS, and what it is compared with.

    maker, size: of MAKERS, pages or rows. beside: another maker whose file the other way reads.
    """

    label: str
    file: str
    maker: str
    size: int
    reader: str
    bare: str
    beside: str | None = None


CASES = {
    "txt": Case("150 pages, txt", "plan.txt", "write_text", 150, "document", "text"),
    "docx": Case("150 pages, docx", "plan.docx", "write_word", 150, "document", "word"),
    "pdf": Case("150 pages, pdf", "plan.pdf", "write_pdf", 150, "document", "pdf"),
    "xlsx": Case("2,000 rows, xlsx", "plan.xlsx", "write_sheet", 2000, "document", "sheet"),
    "empty": Case(
        "10,000 styled rows and XFD1048576", "empty.xlsx", "write_empty", 10_000, "document",
        "document", beside="write_single",
    ),
    "cells": Case("50 MB, cells only", "data.xlsx", "write_data", 256_000, "cells", "sheet"),
    "data": Case("50 MB, no plan", "data.xlsx", "write_data", 256_000, "document", "sheet"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processor, peak memory in MB; the library's import counts."""

    wall: float
    cpu: float
    peak: float

    def least(self, other: Cost) -> Cost:
        """The smaller of each number: what disturbs a measurement only adds to it."""
        return Cost(
            min(self.wall, other.wall), min(self.cpu, other.cpu), min(self.peak, other.peak)
        )


def cost_table(cases: Sequence[Case], runs: int = RUNS) -> Iterator[str]:
    """The lines of the table; the files are made in a temporary folder, each once."""
    yield (
        f"{'':36}{'size MB':>8}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}"
        f" | {'bare: s':>9}{'CPU s':>9}{'peak MB':>9} | {'wall x':>8}{'CPU x':>8}{'peak x':>8}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            path, other = _made(case, Path(folder))
            own, bare = compare(case, path, other, runs)
            size = path.stat().st_size / _MB
            ratios = (own.wall / bare.wall, own.cpu / bare.cpu, own.peak / bare.peak)
            yield (
                f"{case.label:36}{size:8.2f}{own.wall:9.2f}{own.cpu:9.2f}{own.peak:9.0f}"
                f" | {bare.wall:9.3f}{bare.cpu:9.3f}{bare.peak:9.0f}"
                f" | {''.join(f'{ratio:8.1f}' for ratio in ratios)}"
            )


def compare(case: Case, path: Path, other: Path, runs: int) -> tuple[Cost, Cost]:
    """The least cost of reading path, and of the other way; the two take turns."""
    bare, own = _measured(case.bare, other), _measured(case.reader, path)
    for _ in range(runs - 1):
        bare = bare.least(_measured(case.bare, other))
        own = own.least(_measured(case.reader, path))
    return own, bare


def _made(case: Case, folder: Path) -> tuple[Path, Path]:
    path = folder / case.file
    other = folder / f"{case.beside}-{case.file}" if case.beside else path
    for maker, made in ((case.maker, path), (case.beside or case.maker, other)):
        if not made.exists():
            _child("make", maker, str(made), str(case.size))
    return path, other


def _measured(reader: str, path: Path) -> Cost:
    return Cost(*json.loads(_child("read", reader, str(path))))


def _child(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.bench.import_cost", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _document(path: Path) -> object:
    from alignchecker.importers import read_document

    return read_document(path)


def _cells(path: Path) -> object:
    from alignchecker.importers.sheets.xlsx import read_spreadsheet

    return read_spreadsheet(path)


def _bare_text(path: Path) -> object:
    return path.read_text(encoding="utf-8")


def _bare_word(path: Path) -> object:
    from docx import Document

    document = Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    return texts + [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]


def _bare_pdf(path: Path) -> object:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [page.extract_text() for page in pdf.pages]


def _bare_sheet(path: Path) -> object:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    return sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))


READERS: dict[str, Callable[[Path], object]] = {
    "document": _document,
    "cells": _cells,
    "text": _bare_text,
    "word": _bare_word,
    "pdf": _bare_pdf,
    "sheet": _bare_sheet,
}


def _read(reader: str, path: Path) -> str:
    wall, cpu = time.perf_counter(), time.process_time()
    kept = READERS[reader](path)
    spent = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT / _MB
    del kept
    return json.dumps([*spent, peak])


def main() -> None:
    """The table of the cases named, or what one of its processes does."""
    match sys.argv[1:]:
        case ["read", reader, path]:
            print(_read(reader, Path(path)))
        case ["make", maker, path, size]:
            MAKERS[maker](Path(path), int(size))
        case names:
            for line in cost_table([CASES[name] for name in names or CASES]):
                print(line, flush=True)


if __name__ == "__main__":
    main()
