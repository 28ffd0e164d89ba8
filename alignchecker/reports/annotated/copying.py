"""A package copied with some parts changed and some added; all others stay as they are."""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
from itertools import count

from alignchecker.importers.packages import Package, damaged, part_name
from alignchecker.model.errors import InputError
from alignchecker.reports.annotated.markup import DECLARATION, Markup, quoted

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
"""The same of ISO/IEC 29500 strict."""
_SIGNATURES = "_xmlsignatures/"


class Copy:
    """What a copy of a package will hold. Raises InputError for a package that is signed."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.path = package.path
        if any(name.lower().startswith(_SIGNATURES) for name in package.names) or any(
            relation.kind == "origin" for relation in package.relations("")
        ):
            raise _signed(package)
        self._changed: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}
        is_strict = b"purl.oclc.org/ooxml" in self.part(package.main)
        self.relations_namespace = _STRICT if is_strict else _OFFICE

    def part(self, name: str) -> bytes:
        """What a part holds by now. Raises InputError where there is none of the name."""
        if name in self._added:
            return self._added[name]
        data = self._changed.get(name.lower())
        data = self.package.part(name) if data is None else data
        if data is None:
            raise damaged(self.path)
        return data

    def names(self) -> tuple[str, ...]:
        """Of all parts by now."""
        return (*self.package.names, *self._added)

    def has(self, name: str) -> bool:
        """Whether there is a part of the name by now."""
        return name.lower() in {known.lower() for known in self.names()}

    def change(self, name: str, data: bytes) -> None:
        """Gives a part that is there another content."""
        if name in self._added:
            self._added[name] = data
        else:
            self._changed[name.lower()] = data

    def add(self, pattern: str, text: str, content_type: str) -> str:
        """Adds a part under a free name ("xl/comments{}.xml"); gives the name."""
        names = (pattern.format(number or "") for number in count())
        name = next(name for name in names if not self.has(name))
        self._added[name] = text.encode()
        ending = name.rpartition(".")[2]
        if ending == "xml":
            self._declare("Override", PartName=f"/{name}", ContentType=content_type)
        elif ending not in self._endings():
            self._declare("Default", Extension=ending, ContentType=content_type)
        return name

    def relate(self, source: str, kind: str, target: str, *, kinds: str = "") -> str:
        """Makes one part refer to another; gives the relation's id.

        kinds: what stands before the kind, where that is no kind of the standard.
        """
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(name):
            self._added[name] = f'{DECLARATION}<Relationships xmlns="{_RELATIONS}"/>'.encode()
        relations = Markup(self.part(name), self.path, lambda _, name: name == "Relationship")
        taken = {element.attributes.get("Id") for element in relations.elements}
        new = next(id_ for id_ in (f"rId{number}" for number in count(1)) if id_ not in taken)
        of_type, to = f"{kinds or self.relations_namespace}/{kind}", quoted(f"/{target}")
        relations.append(
            relations.root,
            f'<{relations.own}Relationship Id="{new}" Type="{of_type}" Target="{to}"/>',
        )
        self.change(name, relations.to_bytes())
        return new

    def to_bytes(self) -> bytes:
        """The copy as a file: the entries in their order, each packed as it was, then the new."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self.package.entries:
                self._copy(entry, archive)
            for name, data in self._added.items():
                # The earliest date that a zip can hold: there is no clock here.
                info = zipfile.ZipInfo(name)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, data)
        return stream.getvalue()

    def _copy(self, entry: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
        if not entry.filename:
            return  # no program can ask for it
        info = zipfile.ZipInfo(entry.filename, entry.date_time)
        info.compress_type, info.comment = entry.compress_type, entry.comment
        info.create_system, info.external_attr = entry.create_system, entry.external_attr
        name = part_name(entry)
        if not name or name.endswith("/"):
            archive.writestr(info, b"")
        elif name.lower() in self._changed:
            archive.writestr(info, self._changed[name.lower()])
        else:
            info.file_size = entry.file_size
            with archive.open(info, "w") as target, self.package.stream(name) as source:
                shutil.copyfileobj(source, target)

    def _endings(self) -> set[str]:
        """The endings of names that say of what type a part is."""
        types = Markup(self.part(_CONTENT_TYPES), self.path, lambda _, name: name == "Default")
        return {element.attributes.get("Extension", "").lower() for element in types.elements}

    def _declare(self, kind: str, **attributes: str) -> None:
        """Says of what type a part, or all parts of an ending, are."""
        types = Markup(self.part(_CONTENT_TYPES), self.path, lambda *_: False)
        said = "".join(f' {name}="{quoted(value)}"' for name, value in attributes.items())
        types.append(types.root, f"<{types.own}{kind}{said}/>")
        self.change(_CONTENT_TYPES, types.to_bytes())


def _signed(package: Package) -> InputError:
    return InputError(
        "電子署名が付いています。書き込むと署名が無効になるため、書き込みません。"
        "署名する前の文書を指定してください。",
        "The document has a digital signature, which would not hold if anything were added. Name"
        " the document as it was before it was signed.",
        str(package.path),
    )
