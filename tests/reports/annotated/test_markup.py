"""What is added to XML stands where it was asked for, and no other byte changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from alignchecker.model.errors import InputError
from alignchecker.reports.annotated.markup import Markup, quoted

PATH = Path("計画.docx")


def added(data: bytes) -> bytes:
    """Some XML with <n>…</n> as the last child of its root and of each p, and before each p."""
    markup = Markup(data, PATH, lambda _, name: name == "p")
    for element in markup.elements:
        if element.depth > 1:
            markup.insert(element.start, "<n>前</n>")
        markup.append(element, "<n>後</n>")
    return markup.to_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<a/>", "<a><n>後</n></a>"),
        ("<a ></a >", "<a ><n>後</n></a >"),
        ("<x:a xmlns:x='u' />", "<x:a xmlns:x='u' ><n>後</n></x:a>"),
        ("<a><p q='>/'/></a>", "<a><n>前</n><p q='>/'><n>後</n></p><n>後</n></a>"),
        ("<a>&#x3042;<!-- <p/> --><![CDATA[<p>]]></a>",
         "<a>&#x3042;<!-- <p/> --><![CDATA[<p>]]><n>後</n></a>"),
        ("<?xml version='1.0'?>\r\n<a b=\"'\"\n/>",
         "<?xml version='1.0'?>\r\n<a b=\"'\"\n><n>後</n></a>"),
        ("<a><p><p/></p></a>",
         "<a><n>前</n><p><n>前</n><p><n>後</n></p><n>後</n></p><n>後</n></a>"),
        ("<a><b xmlns='u'><p/></b></a>", "<a><b xmlns='u'><p/></b><n>後</n></a>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_what_is_added_changes(before: str, after: str, encoding: str) -> None:
    assert added(before.encode(encoding)) == after.encode(encoding)


def test_other_encodings_get_references() -> None:
    data = b"<?xml version='1.0' encoding='us-ascii'?><a/>"
    root = etree.fromstring(added(data))
    assert root[0].text == "後"


def test_prefixes_are_those_of_the_root_that_mean_the_same_everywhere() -> None:
    markup = Markup(b"<a xmlns:w='u' xmlns:v='t'><b xmlns:v='other'/></a>", PATH, lambda *_: False)
    assert markup.prefix("u", "x") == ("w", "")
    assert markup.prefix("t", "x") == ("x", ' xmlns:x="t"')


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"<a/>" * 2,
        "<あ".encode("cp932"),
        "<a/>".encode("utf-16")[:-1],
        b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        b"<?xml version='1.0' encoding='no-such'?><a>\xff</a>",
        b"<x:a/>",
    ],
)
def test_what_is_no_part_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"damaged.*\.$"):
        Markup(data, PATH, lambda *_: True)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_written(text: str) -> None:
    root = etree.fromstring(f'<a b="{quoted(text)}">{quoted(text)}</a>')
    assert (root.text or "").replace("\n", " ") == root.get("b", "").replace("\n", " ")
