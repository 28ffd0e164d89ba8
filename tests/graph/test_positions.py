"""Lines of subjects: exact, whatever stands between two statements."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from alignchecker.graph.blank import PREFIX
from alignchecker.graph.loading import load
from alignchecker.graph.positions import line_of, subject_lines

EX = "https://example.jp/"


def lines(folder: Path, text: str, name: str = "plan.ttl") -> dict[str, int]:
    """Local names and their lines. Bytes, because a file may have the line ends of Windows."""
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    found = subject_lines(path).items()
    return {iri.removeprefix(EX): line for iri, line in found if not iri.startswith(PREFIX)}


TURTLE = '''\
# 計画
@prefix ex: <https://example.jp/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . # ex:comment skos:note "。" .

ex:plan a ex:Plan ; # 一つ目
    skos:prefLabel "環境基本計画"@ja ;
    skos:note """長い
説明 # 注ではない
ex:inside a ex:Plan .
おわり""" , \'\'\'もう
一つ\'\'\' .
ex:goal skos:prefLabel "目標 \\" # <x> ." ; ex:position [ ex:file "a.docx" ;
        ex:page 4 ; ex:near [ ex:line 3 ] ] ;
    ex:list ( ex:one
        ex:two ) .

[ ex:of ex:goal ] ex:note
    "名前のない節" .
<https://example.jp/item>
    a
    ex:Item . ex:same a ex:Item . ex:plan ex:again true .
@base <https://example.jp/deep/> .
<../relative> a ex:Item .


ex:last a ex:Item .
'''


def test_nodes_without_a_name_have_lines_under_the_names_that_loading_gives(tmp_path: Path) -> None:
    path = tmp_path / "plan.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    loaded = {
        subject.value
        for subject, _, _ in load([path]).triples()
        if isinstance(subject, NamedNode) and subject.value.startswith(PREFIX)
    }
    found = {iri: line for iri, line in subject_lines(path).items() if iri.startswith(PREFIX)}
    assert set(found) <= loaded
    assert sorted(found.values()) == [12, 13, 17]


def test_turtle(tmp_path: Path) -> None:
    assert lines(tmp_path, TURTLE) == {
        "plan": 5, "goal": 12, "item": 19, "same": 21, "relative": 23, "last": 26,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["plan.ttl", "PLAN.TTL"])
def test_line_ends_of_windows(tmp_path: Path, name: str) -> None:
    assert lines(tmp_path, TURTLE.replace("\n", "\r\n"), name)["last"] == 26


def test_trig(tmp_path: Path) -> None:
    text = """\
@prefix ex: <https://example.jp/> .
ex:default a ex:Plan .
ex:graph {
    ex:a a ex:Item .

    ex:b a ex:Item ; ex:text \"\"\"二行
の文\"\"\" .
}
GRAPH <https://example.jp/other> { ex:c a ex:Item }
{ ex:d a ex:Item .
  ex:a ex:again true }
"""
    assert lines(tmp_path, text, "plan.trig") == {"default": 2, "a": 4, "b": 6, "c": 9, "d": 10}


@pytest.mark.parametrize(("name", "graph"), [("plan.nt", ""), ("plan.nq", " <https://e.jp/g>")])
def test_n_triples(tmp_path: Path, name: str, graph: str) -> None:
    text = f"""\
# 計画
<{EX}a> <{EX}p> "U+2028 \u2028 and U+0085 \x85 end no line; nor does \\n" {graph}.
_:b <{EX}p> "x"{graph} .

  <{EX}c>\t<{EX}p>\t<{EX}a>{graph} .
<{EX}a> <{EX}p> "again"{graph} .
"""
    assert lines(tmp_path, text, name) == {"a": 2, "c": 5}


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    assert lines(tmp_path, "\ufeff" + TURTLE)["plan"] == 5
    assert lines(tmp_path, f"\ufeff<{EX}a> <{EX}p> <{EX}b> .", "plan.nt") == {"a": 1}


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    assert lines(tmp_path, f"<{EX}a> <{EX}p> 1 .\n") == {"a": 1}
    os.utime(tmp_path / "plan.ttl", (0, 0))
    assert lines(tmp_path, f"\n\n<{EX}a> <{EX}p> 1 .\n") == {"a": 3}


def test_formats_without_lines_and_files_that_are_gone(tmp_path: Path) -> None:
    assert lines(tmp_path, "{}", "plan.jsonld") == {}
    assert subject_lines(tmp_path / "gone.ttl") == {}
    assert line_of(tmp_path / "gone.ttl", NamedNode(EX + "a")) is None


def test_what_only_rdf_1_2_knows(tmp_path: Path) -> None:
    """Up to a triple term lines are known; what follows has none, and nothing fails."""
    text = "@prefix ex: <https://example.jp/> .\nex:a ex:p 1 .\nex:b ex:p <<( ex:a ex:p 1 )>> .\n"
    assert lines(tmp_path, text)["a"] == 2


PIECES = [
    '    a ex:Item ;\n    skos:prefLabel "森"@ja .\n',
    ' a ex:Item ; ex:text """一行目\n二行目\n\n""" .\n',
    " ex:position [ ex:page 4 ;\n   ex:of [ ex:line 2 ] ] .\n",
    " ex:list ( 1\n 2\n [ ex:x 3 ] ) . # 注 ' \" .\n",
    " ex:text '''\"引用\" と '\n終わり''' ; # 途中の注\n    ex:note '#' .\n",
    " ex:p ex:o , ex:o2 ;\n\n ; ex:q 1.5 .\n",
]
BETWEEN = ["", "\n", "# 注\n", "\n\n# <https://example.jp/not> a ex:Item .\n", "[] ex:p\n 1 .\n"]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_random_files(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """Against a writer that counts lines."""
    chance = random.Random(seed)
    text = "@prefix ex: <https://example.jp/> .\n@prefix skos: <http://example.jp/skos#> .\n"
    expected: dict[str, int] = {}
    for number in range(chance.randint(1, 40)):
        text += chance.choice(BETWEEN)
        name = f"n{chance.randint(0, number)}"
        expected.setdefault(name, text.count("\n") + 1)
        text += chance.choice([f"ex:{name}", f"<{EX}{name}>"]) + chance.choice(PIECES)
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    assert lines(tmp_path_factory.mktemp("random"), text) == expected
