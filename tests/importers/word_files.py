"""Makes Word files part by part, as no library would write them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from alignchecker.importers.word.document import read_word
from alignchecker.reading.content import Content, Paragraph, Table

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
NAMESPACES = (
    f'xmlns:w="{MAIN}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="x2"><w:name w:val="見出し　２"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="施策見出し"/><w:basedOn w:val="x2"/>
  </w:style>
<w:style w:type="paragraph" w:styleId="flat"><w:name w:val="囲み"/><w:basedOn w:val="1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="th"><w:name w:val="TOC Heading"/><w:basedOn w:val="1"/>
  </w:style>
<w:style w:type="paragraph" w:styleId="secret"><w:name w:val="覚え"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="gone"><w:name w:val="消"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="ask"><w:name w:val="Placeholder Text"/></w:style>
<w:style w:type="paragraph" w:styleId="r1"><w:name w:val="r1"/><w:basedOn w:val="r2"/></w:style>
<w:style w:type="paragraph" w:styleId="r2"><w:name w:val="r2"/><w:basedOn w:val="r1"/></w:style>
<w:style w:type="paragraph" w:default="0" w:styleId="9"><w:name w:val="heading 9"/></w:style>
"""
OLD_BOX = "<w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"


def write_word(
    path: Path, body: str, *, styles: str = "", numbering: str = "", is_strict: bool = False
) -> Path:
    """A Word file with what stands between the tags of its parts; "" leaves a part out."""
    parts = {"document": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    if styles:
        parts["styles"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>"
    if numbering:
        parts["numbering"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    top = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="/word/document.xml"/>'
    files = {
        "_rels/.rels": _RELATIONS.format(top),
        "word/_rels/document.xml.rels": _RELATIONS.format(related),
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, _strict(xml) if is_strict else xml)
    return path


def _strict(xml: str) -> str:
    for usual, strict in STRICT.items():
        xml = xml.replace(usual, strict)
    return xml


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of text, or of what begins with a tag."""
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(style: str, text: str) -> str:
    """A paragraph in a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>')


def tc(content: str, properties: str = "") -> str:
    """A cell with a text, or with what begins with a tag."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def read(folder: Path, body: str) -> Content:
    """What is read of a file with these blocks and the styles above."""
    return read_word(write_word(folder / "計画.docx", body, styles=STYLES))


def texts(content: Content) -> list[str]:
    """The paragraphs."""
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]


def tables(content: Content) -> list[list[list[str]]]:
    """The tables' cells."""
    found = (block for block in content.blocks if isinstance(block, Table))
    return [[[cell.text for cell in row] for row in table.rows] for table in found]
