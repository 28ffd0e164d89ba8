"""An answer as a table on a screen; the list of saved queries, and one of them in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, QueryBoolean
from rich.console import Console
from rich.table import Table
from rich.text import Text

from alignchecker.lang import COMMAS, say
from alignchecker.queries.answering import Answer
from alignchecker.queries.header import Parameter, Topic, Words
from alignchecker.queries.library import Saved
from alignchecker.reports.answers.rows import Rows, rows_of, words
from alignchecker.reports.wrapping import harmless, wrap


def draw_answer(answer: Answer, columns: Mapping[str, Words], lang: str, console: Console) -> None:
    """Prints rows below what the columns are, and how many there are.

    A line of a screen has no room for IRIs beside the labels: columns of nothing else are left out.
    """
    if isinstance(answer, QueryBoolean):
        console.print(say("query.yes" if answer else "query.no", lang))
        return
    found = rows_of(answer)
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    names = [columns[name].text(lang) if name in columns else name for name in found.variables]
    shown = _with_words(found)
    for place in shown:
        table.add_column(Text(harmless(names[place])), overflow="fold", vertical="top")
    for row in found.rows:
        cells = (harmless(words(row[place], lang)) for place in shown)
        table.add_row(*(Text(" ".join(text.split())) for text in cells))
    if found.rows:
        console.print(table)
    count = len(found.rows)
    console.print(say("query.rows" if count else "query.no-rows", lang, count=count))
    left_out = [name for place, name in enumerate(names) if place not in shown]
    if left_out and found.rows:
        said = say("query.left-out", lang, columns=COMMAS[lang].join(left_out))
        console.print(Text(wrap(said, console.width), style="dim"))


def _with_words(found: Rows) -> list[int]:
    """Places of the columns that are more than IRIs; all where there are none."""
    columns = [[row[n] for row in found.rows] for n in range(len(found.variables))]
    shown = [
        n
        for n, terms in enumerate(columns)
        if any(isinstance(term, Literal) for term in terms) or not any(terms)
    ]
    return shown or list(range(len(columns)))


def draw_list(queries: Sequence[Saved], lang: str, console: Console) -> None:
    """Prints each query with its question, by topic."""
    topic = None
    for saved in sorted(queries, key=lambda saved: list(Topic).index(saved.header.topic)):
        if saved.header.topic is not topic:
            topic = saved.header.topic
            console.print(Text(f"■ {say(f'query.topic.{topic}', lang)}", style="bold"))
        console.print(Text(saved.name, style="bold"))
        question = saved.header.question
        said = question.text(lang) if question else say("query.no-header", lang)
        console.print(Text(wrap(f"  {said}", console.width, 2)))
    console.print()
    console.print(Text(wrap(say("query.how", lang), console.width)))


def draw_query(queries: Sequence[Saved], lang: str, console: Console) -> None:
    """Prints what one query asks, needs and gives, an example, and its text."""
    (saved,) = queries
    header = saved.header

    def line(text: str, indent: str = "", style: str = "") -> None:
        wide = console.width
        console.print(Text(wrap(indent + text, wide, len(indent) + 2), style=style))

    line(header.question.text(lang) if header.question else saved.name, style="bold")
    if header.note:
        line(header.note.text(lang))
    if header.parameters:
        line(say("query.parameters", lang), style="bold")
    for parameter in header.parameters.values():
        line(_parameter(parameter, lang), "  ")
    if header.columns:
        line(say("query.columns", lang), style="bold")
    for name, column in header.columns.items():
        line(f"{name}: {column.text(lang)}", "  ")
    line(say("query.example", lang), style="bold")
    console.print(Text(f"  {example(saved)}"), soft_wrap=True)
    line(say("query.text", lang), style="bold")
    text = "\n".join(t for t in saved.text.splitlines() if not t.lstrip().startswith("#+"))
    console.print(Text(harmless(text.strip())), soft_wrap=True)


def example(saved: Saved) -> str:
    """A command that asks it."""
    given = [
        f"--param {name}={_quoted(parameter.example)}"
        for name, parameter in saved.header.parameters.items()
        if parameter.example is not None
    ]
    return " ".join(["alignchecker query", saved.name, "PATH", *given])


def _quoted(value: str) -> str:
    return f'"{value}"' if any(c in value for c in " ()&|<>（）　") else value


def _parameter(parameter: Parameter, lang: str) -> str:
    said = f"{parameter.name}: {parameter.words.text(lang)} ({parameter.kind})"
    if parameter.default is not None:
        said += f" = {parameter.default}"
    return f"{said} {say('query.optional', lang)}" if parameter.is_optional else said
