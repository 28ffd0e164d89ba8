"""docs/queries.md and docs/queries.ja.md: the saved queries by topic, out of their headers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pages import table

from alignchecker.lang import say
from alignchecker.queries.header import MARK, Parameter, Topic, Words
from alignchecker.queries.library import SUFFIX, Saved
from alignchecker.reports.answers.text import example

GENERATED = "<!-- Written by docs/generate.py from alignchecker/queries/saved: edit those. -->\n"
FOLDER = "alignchecker/queries/saved"

WORDS = {
    "page": Words("保存された問い合わせ", "Saved queries"),
    "intro": Words(
        """\
名前を指定するだけで使える問い合わせ（SPARQL）です。実際の問いと答え、答えの読み方、自分の問い合わせの\
書き方は[問いと答え](questions.ja.md)にあります。

```sh
alignchecker query
alignchecker query plans-in-force
alignchecker query plans-in-force フォルダー --param year=2026
```

順に、一覧、一つの説明と本文、計画のフォルダーについての答えです。計画を指すパラメーターには、\
題名か IRI を書きます。空欄は「値がない」という意味で、0 ではありません。

English: [queries.md](queries.md)""",
        """\
Queries in SPARQL that are asked by name. Questions with their answers, how to read an answer, and
how to write a query of one's own: [questions](questions.md).

```sh
alignchecker query --lang en
alignchecker query plans-in-force --lang en
alignchecker query plans-in-force PATH... --param year=2026 --lang en
```

In this order: the list, one of them in full, its answer about a folder of plans. A parameter that
is a plan takes its title or its IRI. An empty cell says that there is no value; it is not 0.

日本語: [queries.ja.md](queries.ja.md)""",
    ),
    "parameter": Words("パラメーター", "parameter"),
    "meaning": Words("意味", "meaning"),
    "kind": Words("種類", "type"),
    "example": Words("例", "example"),
    "optional": Words("（省略可）", " (optional)"),
    "default": Words("（省くと {}）", " (by default {})"),
    "columns": Words("答えの列", "Columns"),
    "graph": Words("答えは RDF のグラフです。", "The answer is an RDF graph."),
    "yes-no": Words("答えは「はい」か「いいえ」です。", "The answer is yes or no."),
    "between": Words("、", ", "),
    "colon": Words("：", ": "),
    "text": Words("本文", "text"),
    "header": Words("見出しの書き方", "How a header is written"),
    "header-intro": Words(
        "先頭の `#+` の行が見出し（TOML）です。"
        "`topic` は一覧での分類、`question` は問い、`note` は答えの読み方、"
        "`parameters` は指定するもの、`columns` は答えの列で、"
        "言葉は日本語（`ja`）と英語（`en`）で書きます。"
        "`type` は `plan`、`iri`、`text`、`integer`、`date` のどれか、`example` は例、"
        "`default` は省いたときの値で、`optional = true` なら省けます。例：",
        "Lines behind `#+` at the top are the header (TOML): the `topic` in lists, the `question`, "
        "a `note` on how to read the answer, `parameters` and `columns`, with words in Japanese "
        "(`ja`) and English (`en`). `type` is one of `plan`, `iri`, `text`, `integer`, `date`; "
        "`example` an example, "
        "`default` what is taken where nothing is given; with `optional = true` it may be left "
        "out. An example:",
    ),
}
SHOWN = "plans-in-force"
"""The query whose header is the example."""


def queries_page(root: Path, lang: str) -> str:
    """The saved queries as one page in "ja" or "en"."""
    words = {key: said.text(lang) for key, said in WORDS.items()}
    queries = [Saved(path) for path in sorted((root / FOLDER).glob(f"*{SUFFIX}"))]
    parts, contents = list[str](), list[str]()
    for topic in sorted({saved.header.topic for saved in queries}, key=list(Topic).index):
        members = [saved for saved in queries if saved.header.topic is topic]
        name = say(f"query.topic.{topic}", lang)
        anchor = f"topic-{topic}"
        contents.append(f"- [{name}](#{anchor})")
        contents += [f"  - [{question(saved, lang)}](#{saved.name})" for saved in members]
        parts.append(f'## <a id="{anchor}"></a>{name}')
        parts += ["\n\n".join(section(saved, words, lang)) for saved in members]
    parts.append(f'## <a id="header"></a>{words["header"]}')
    contents.append(f"- [{words['header']}](#header)")
    shown = next(saved for saved in queries if saved.name == SHOWN).text
    lines = (line for line in shown.splitlines() if line.startswith(MARK))
    parts += [words["header-intro"], "\n".join(["```", *lines, "```"])]
    head = [f"{GENERATED}\n# {words['page']}", words["intro"], "\n".join(contents)]
    return "\n\n".join([*head, *parts]) + "\n"


def question(saved: Saved, lang: str) -> str:
    """What it asks. Ends where its header does not say so."""
    if saved.header.question is None:
        raise SystemExit(f"{saved.path} has no question: write one at its top")
    return saved.header.question.text(lang)


def section(saved: Saved, words: dict[str, str], lang: str) -> Iterator[str]:
    """A query in paragraphs."""
    header = saved.header
    yield f'### <a id="{saved.name}"></a>{saved.name}'
    yield f"**{question(saved, lang)}** ([{words['text']}](../{FOLDER}/{saved.path.name}))"
    if header.note:
        yield header.note.text(lang)
    if header.parameters:
        head = [words[key] for key in ("parameter", "meaning", "kind", "example")]
        rows = (parameter(one, words, lang) for one in header.parameters.values())
        yield table(head, rows).rstrip()
    if header.columns:
        said = (f"{column.text(lang)} `{name}`" for name, column in header.columns.items())
        yield f"{words['columns']}{words['colon']}{words['between'].join(said)}"
    else:
        yield words["graph" if "CONSTRUCT" in saved.text else "yes-no"]
    yield f"```sh\n{example(saved)}\n```"


def parameter(one: Parameter, words: dict[str, str], lang: str) -> Iterator[str]:
    """A row about a parameter."""
    yield f"`{one.name}`"
    after = words["optional"] if one.is_optional else ""
    if one.default is not None:
        after += words["default"].format(one.default)
    yield one.words.text(lang) + after
    yield f"`{one.kind}`"
    yield one.example or ""
