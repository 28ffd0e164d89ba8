"""From a document to a plan: one reader per format, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.importers.decoding import FOLDER
from alignchecker.importers.paths import is_folder
from alignchecker.model.errors import InputError

if TYPE_CHECKING:
    from alignchecker.model.plan import PlanDraft
    from alignchecker.reading.content import Content


def _plan(content: Content, path: Path) -> PlanDraft:
    """The plan that paragraphs and tables print, if they are of a plan's extent."""
    from alignchecker.importers.extent import check_content
    from alignchecker.reading.data_tables import without_data
    from alignchecker.reading.plan import read_content

    return read_content(check_content(without_data(content), path))


def _text(path: Path) -> PlanDraft:
    from alignchecker.importers.text import read_text_plan

    return read_text_plan(path)


def _markdown(path: Path) -> PlanDraft:
    from alignchecker.importers.markdown import read_markdown

    return _plan(read_markdown(path), path)


def _delimited(path: Path) -> PlanDraft:
    from alignchecker.importers.sheets.delimited import read_delimited

    return _plan(read_delimited(path), path)


def _word(path: Path) -> PlanDraft:
    from alignchecker.importers.word.document import read_word

    return _plan(read_word(path), path)


def _workbook(path: Path) -> PlanDraft:
    from alignchecker.importers.sheets.xlsx import read_spreadsheet
    from alignchecker.importers.workbook.document import is_plan_workbook, read_plan_workbook

    if is_plan_workbook(path):
        return read_plan_workbook(path)
    return _plan(read_spreadsheet(path), path)


def _pdf(path: Path) -> PlanDraft:
    from alignchecker.importers.pdf.document import read_pdf

    return _plan(read_pdf(path), path)


def _stratml(path: Path) -> PlanDraft:
    from alignchecker.importers.stratml.document import read_stratml

    return read_stratml(path)


READERS: dict[str, Callable[[Path], PlanDraft]] = {
    ".txt": _text,
    ".md": _markdown,
    ".csv": _delimited,
    ".tsv": _delimited,
    ".docx": _word,
    ".xlsx": _workbook,
    ".pdf": _pdf,
    ".xml": _stratml,
    ".stratml": _stratml,
}
"""The formats that can be read, by the ending of the file name."""

_OLD = {
    ".doc": ("Word", ".docx"),
    ".docm": ("Word", ".docx"),
    ".odt": ("Word", ".docx"),
    ".rtf": ("Word", ".docx"),
    ".xls": ("Excel", ".xlsx"),
    ".xlsm": ("Excel", ".xlsx"),
    ".xlsb": ("Excel", ".xlsx"),
    ".ods": ("Excel", ".xlsx"),
}


def _is_text(name: str) -> bool:
    """Bytes of a name that are no text come as lone surrogates, which no output can hold."""
    return not any("\ud800" <= c <= "\udfff" for c in name)


def read_document(path: Path) -> PlanDraft:
    """The plan that a document prints, by the reader for its format.

    Raises InputError for a format that is not read, and for a file that cannot be.
    """
    if not _is_text(path.name):
        raise InputError(
            "ファイル名に文字として読めない部分があります。名前を付け直してから、"
            "もう一度指定してください。",
            "The file's name is not text in this system's encoding. Rename the file and name it"
            " again.",
            str(path),
        )
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is not None:
        return reader(path)
    if is_folder(path):
        raise InputError(*FOLDER, str(path))
    raise unknown_format(path, READERS)


def unknown_format(path: Path, known: Iterable[str]) -> InputError:
    """What to say of a file with another ending than the known ones."""
    suffix, some = path.suffix.lower(), ", ".join(known)
    if suffix in _OLD:
        program, better = _OLD[suffix]
        return InputError(
            f"{suffix} は読み取れません。{program} で {better} 形式で保存し直してから、"
            "もう一度指定してください。",
            f"{suffix} is not read. Save it as {better} in {program} and name that file.",
            str(path),
        )
    return InputError(
        f"この形式（{suffix or '拡張子なし'}）は読み取れません。読み取れるのは {some} です。"
        "いずれかの形式で保存してから、もう一度指定してください。",
        f"This format ({suffix or 'no suffix'}) is not read; {some} are. Save it as one of these"
        " and name that file.",
        str(path),
    )
