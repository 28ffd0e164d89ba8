"""Lines of subjects: exact, whatever stands between two statements."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.blank import PREFIX, names, statements
from alignchecker.graph.loading import load
from alignchecker.graph.positions import line_of, subject_lines
from alignchecker.graph.rdf_files import read_quads
from tests.graph.random_turtle import EX, NUMBER, Writer
from tests.graph.rdflib_lines import rdflib_lines

REPOSITORY = Path(__file__).parents[2]


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
    text = "@prefix ex: <https://example.jp/> .\nex:a ex:p 1 .\nex:b ex:p <<( ex:a ex:p 1 )>> .\n"
    assert lines(tmp_path, text) == {"a": 2, "b": 3}


def test_statements_about_statements(tmp_path: Path) -> None:
    """What speaks of a statement is a subject; what is only spoken of is none."""
    text = """\
VERSION "1.2" PREFIX ex: <https://example.jp/>
ex:a ex:p ex:b ~ ex:says {| ex:q 1.5 ; ex:q [] |} ;
    ex:p ex:c ~ _:r {| ex:q "x"@ja--ltr |} , ex:d {|
        ex:q [ ex:p 1 ] |} .
<< ex:e ex:p [] ~ ex:holds >> ex:q <<( ex:f ex:p [] )>> .
<< ex:g ex:p "# >> ." >> .  << ex:g ex:p ex:h >> ex:q 1 .
ex:last ex:p << ex:g ex:p
    << ex:g ex:p ex:h ~ ex:within >> >> .
"""
    assert lines(tmp_path, text) == {"a": 2, "says": 2, "holds": 5, "last": 7, "within": 8}
    check_against_oxigraph(tmp_path / "plan.ttl")
    found = subject_lines(tmp_path / "plan.ttl").items()
    assert sorted(line for iri, line in found if iri.startswith(PREFIX)) == [2, 3, 4, 4]


TURTLE_FILES = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder in ("data", "ontology", "shapes", "tests")
    for path in (REPOSITORY / folder).rglob("*.ttl")
)


@pytest.mark.parametrize("file", TURTLE_FILES)
def test_files_of_this_repository(file: str) -> None:
    check_against_oxigraph(REPOSITORY / file)
    check_against_rdflib(REPOSITORY / file)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(chance=st.randoms(use_true_random=False), name=st.sampled_from(["plan.ttl", "plan.trig"]))
def test_random_texts(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, name: str
) -> None:
    """Against whole parsers, with what the grammar allows."""
    path = tmp_path_factory.mktemp("random") / name
    path.write_bytes(Writer(chance).document(trig=name == "plan.trig").encode("utf-8"))
    check_against_oxigraph(path)
    check_against_rdflib(path)


def check_against_oxigraph(path: Path) -> None:
    """The subjects are those that loading finds, blank nodes under the names that it gives."""
    quads = list(read_quads(path))
    found = subject_lines(path)
    assert {iri for iri in found if not iri.startswith(PREFIX)} == {
        quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)
    }
    named = set(names(statements(quads)).values())
    assert {iri for iri in found if iri.startswith(PREFIX)} <= named
    assert all(line_of(path, NamedNode(iri)) == line for iri, line in found.items())


def check_against_rdflib(path: Path) -> None:
    """The lines are those that rdflib finds: of IRIs, of blank nodes, and of each that has NUMBER.

    rdflib takes a carriage return alone for no white space; it gets the lines as editors see them.
    """
    reference = rdflib_lines(path, NUMBER)
    found = subject_lines(path)
    assert {i: line for i, line in found.items() if not i.startswith(PREFIX)} == reference.named
    assert sorted(line for i, line in found.items() if i.startswith(PREFIX)) == reference.blank
    quads = list(read_quads(path))
    named = names(statements(quads))
    assert reference.valued == {
        quad.object.value: found[named[quad.subject.value]]
        for quad in quads
        if isinstance(quad.object, Literal) and isinstance(quad.subject, BlankNode)
        if quad.predicate.value == NUMBER
    }


HEAD = f"@prefix ex: <{EX}> . @base <{EX}base/> . @prefix : <> . "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ex:a ex:p 1.5.\nex:b ex:p 1.\n:c ex:p .5.ex:d ex:p 1.e0.\n<e> ex:p -1.E-3.",
            {"a": 1, "b": 2, "base/c": 3, "d": 3, "base/e": 4},
        ),
        (
            "ex:a ex:p ex:b.c.\nex:d.e ex:p ex:f..g, ex:h.\nex:i ex:p ex:.\nex: a ex:j.",
            {"a": 1, "d.e": 2, "i": 3, "": 4},
        ),
        (
            "ex:a ex:p _:b.:c ex:p _:b.c.\n_:b.c ex:p 1 .ex:d ex:p 1 .",
            {"a": 1, "base/c": 1, "d": 2},
        ),
        (
            "ex:a ex:p true.\n:b ex:p false. :c ex:p 'x'@ja.ex:d ex:p 'x'^^ex:t.\n:e a ex:p.",
            {"a": 1, "base/b": 2, "base/c": 2, "d": 2, "base/e": 3},
        ),
        (
            "ex:a\\. ex:p 1 .\nex:b\\,\\.c ex:p ex:d\\. .\n:\\#e ex:p 1 .",
            {"a.": 1, "b,.c": 2, "base/#e": 3},
        ),
        ("<a\\U000068EE> a ex:a .\n<a森> a ex:a .<a\\u68eE> a ex:a .", {"base/a森": 1}),
        (
            "ex:a ex:p '''''' .\rex:b ex:p '''''x''' .\r\n# ''' \rex:c ex:p '', '\\'', '\\\\' .",
            {"a": 1, "b": 2, "c": 4},
        ),
        (
            "ex:a ex:p '\"\"\"' .\nex:b ex:p \"'''\", \"\"\"\\\"\"\"\" .#\"\nex:c ex:p 1 .",
            {"a": 1, "b": 2, "c": 3},
        ),
        (
            "ex:a a ex:x .\nPREFIX ex: <#> ex:a a ex:x .\nex:a a ex:x .\nBASE<../> :a a ex:x ."
            "<a> a ex:x .\n@prefix ex:<a>.ex: a ex:x.@base<base/>.<a> a ex:x .",
            {"a": 1, "base/#a": 2, "base/a": 4},
        ),
        (
            "( 1 [ ex:p ( ')' ) ] # ) .\n) ex:p 1 .\nex:a ex:p ( 1.5 ) . ((())) ex:p [] .",
            {"a": 3},
        ),
        ("@prefix base: <p> .\nbase:prefix a base:a .\nPrefix prefix: <p> prefix:a a :a .",
         {"base/pprefix": 2, "base/pa": 3}),
        ("@version '1.2'.ex:a ex:p 1 .", {"a": 1}),
    ],
)  # fmt: skip
def test_what_ends_names_numbers_and_statements(
    tmp_path: Path, text: str, expected: dict[str, int]
) -> None:
    assert lines(tmp_path, HEAD + text) == expected
    check_against_oxigraph(tmp_path / "plan.ttl")


def test_the_empty_list_has_an_iri(tmp_path: Path) -> None:
    text = f"{HEAD}\n( # )\n) ex:p 1 ."
    nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
    assert lines(tmp_path, text) == {nil: 3}


def test_blank_nodes_that_are_alike(tmp_path: Path) -> None:
    """Loading numbers them in the order of its statements, which is not that of the text."""
    path = tmp_path / "plan.ttl"
    path.write_text(
        f"{HEAD}\nex:a ex:p [\n ex:q [\n ex:q [] ] ] , (\n [ ex:q [] ] ) .\n"
        "_:b ex:p [\n ex:q [] ] .",
        encoding="utf-8",
    )
    check_against_oxigraph(path)
    check_against_rdflib(path)


@pytest.mark.parametrize("name", ["plan.nt", "plan.nq"])
def test_escapes_and_blank_nodes_of_n_triples(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(
        f'#"\r\n<{EX}\\u68EE> <{EX}p> "<{EX}b> ." .\r<{EX}a><{EX}p>_:c.# <{EX}b>\r\n'
        f"\t_:b <{EX}p> <{EX}b> .\n_:c <{EX}p> _:b .\n_:b <{EX}q> _:b .".encode()
    )
    check_against_oxigraph(path)
    assert list(subject_lines(path).values()) == [2, 3, 4, 5]
    assert line_of(path, NamedNode(EX + "森")) == 2


@pytest.mark.parametrize(
    "broken",
    ["ex:c ex:p ;", "ex:c", "<c", "ex:c ex:p 'x\n' .", 'ex:c ex:p """"x', "} {", "[ [ ( .",
     "un:known a ex:x .", "ex:c ex:p [ ex:q", "( ex:c", "( ( ) ) ) . .", "\\", "@prefix ex: .",
     "@base", "~"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["plan.ttl", "plan.trig"])
def test_up_to_what_is_not_well_formed(tmp_path: Path, broken: str, name: str) -> None:
    text = f"{HEAD}\nex:a ex:p [ ex:q 1 ] .\n<b> ex:p 1 .\n"
    found = lines(tmp_path, text + broken, name)
    assert {**found, "a": 2, "base/b": 3} == found
    assert set(found) <= {"a", "base/b", "c"}


@pytest.mark.parametrize(
    "piece",
    ["<", '"', "'", '"""\\"', "'''x\\\\", "(", "( ", f"[ <{'p' * 40}> ", "#", "\\", "_:", "1.", ".",
     "ex:a.", "<<", "{|", "@prefix ", "prefix p:", "graph #\n", "(#\n", "<a", "1e",
     "\r", "\xff", "a", "a "],
)  # fmt: skip
@pytest.mark.parametrize("name", ["plan.ttl", "plan.nt"])
def test_hostile_files_end_soon(tmp_path: Path, piece: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(
        f"<urn:a> <urn:p> 'x' .\n<urn:b> <urn:p> {piece * (10**6 // len(piece))}".encode("latin-1")
    )
    start = time.process_time()
    assert subject_lines(path).items() <= {"urn:a": 1, "urn:b": 2}.items()
    assert time.process_time() - start < 2


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
