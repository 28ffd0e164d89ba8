"""Replies in the threads of comments that new Excels have in place of notes (MS-XLSX 2.6.204).

A cell has a thread or a note; of a thread, Excel writes the note itself, for older ones.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from alignchecker.importers.sheets.xlsx import Sheet
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.markup import DECLARATION, Element, Markup, quoted
from alignchecker.reports.annotated.note_shapes import Cell
from alignchecker.reports.annotated.notes import AUTHOR, excel_text

_NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_PERSONS_TYPE = "application/vnd.ms-excel.person+xml"
_KINDS = "http://schemas.microsoft.com/office/2017/10/relationships"


def reply(
    copy: Copy, sheet: Sheet, texts: Mapping[Cell, Sequence[str]], as_of: str | None
) -> dict[Cell, Sequence[str]]:
    """Replies in the threads of cells that have one; gives the texts of the other cells."""
    named = (r.target for r in copy.package.relations(sheet.part) if r.kind == "threadedComment")
    part = next(named, None)
    rest = dict(texts)
    if part is None:
        return rest
    markup = Markup(copy.part(part), copy.path, lambda _, name: name == "threadedComment")
    roots: dict[str, Element] = {}
    for element in markup.elements[1:]:
        if "parentId" not in element.attributes:
            roots.setdefault(element.attributes.get("ref", ""), element)
    replies = ""
    for cell in [cell for cell in texts if cell.address in roots]:
        root = roots[cell.address]
        for number, text in enumerate(rest.pop(cell)):
            id_ = _id(root.attributes.get("id", ""), str(number), text)
            replies += _reply(markup.own, root.attributes, id_, text, as_of)
    if replies:
        markup.append(markup.root, replies)
        copy.change(part, markup.to_bytes())
        _introduce(copy)
    return rest


def _reply(p: str, root: Mapping[str, str], id_: str, text: str, as_of: str | None) -> str:
    parent, ref = quoted(root.get("id", "")), quoted(root.get("ref", ""))
    date = f' dT="{as_of}T00:00:00.00"' if as_of else ""
    return (
        f'<{p}threadedComment ref="{ref}"{date} personId="{PERSON}"'
        f' id="{id_}" parentId="{parent}"><{p}text>{excel_text(text)}</{p}text>'
        f"</{p}threadedComment>"
    )


def _introduce(copy: Copy) -> None:
    """Lists the author of the replies among the workbook's persons."""
    person = f'person displayName="{AUTHOR}" id="{PERSON}" userId="{AUTHOR}"'
    person += ' providerId="None"/>'
    named = (r.target for r in copy.package.relations(copy.package.main) if r.kind == "person")
    part = next(named, None)
    if part is None:
        text = f'{DECLARATION}<personList xmlns="{_NAMESPACE}"><{person}</personList>'
        part = copy.add("xl/persons/person{}.xml", text, _PERSONS_TYPE)
        copy.relate(copy.package.main, "person", part, kinds=_KINDS)
        return
    markup = Markup(copy.part(part), copy.path, lambda _, name: name == "person")
    if all(element.attributes.get("id") != PERSON for element in markup.elements):
        markup.append(markup.root, f"<{markup.own}{person}")
        copy.change(part, markup.to_bytes())


def _id(*words: str) -> str:
    """An id as Excel has them, the same for the same words."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join((_NAMESPACE, *words)))}}}".upper()


PERSON = _id("person")
"""By whom our replies are."""
