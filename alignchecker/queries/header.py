"""What stands at the top of a saved query: lines of TOML, each behind ``#+``.

::

    #+ topic = "plans"
    #+ [question]
    #+ ja = "計画の項目は何か"
    #+ en = "Which items has a plan?"
    #+ [parameters.plan]
    #+ type = "plan"
    #+ ja = "計画"
    #+ en = "the plan"
    #+ example = "青葉市こども計画"
    #+ [columns]
    #+ item = { ja = "項目", en = "item" }
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignchecker.queries.errors import QueryRefused

MARK = "#+"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_LANG = "lang"
"""Always there: the language of the answer."""


class Kind(StrEnum):
    """What a value of a parameter is."""

    PLAN = "plan"
    IRI = "iri"
    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"


class Topic(StrEnum):
    """What a query is about, in the order of lists."""

    COVERAGE = "coverage"
    LINKS = "links"
    PLANS = "plans"
    RELATIONS = "relations"
    LAW = "law"
    INDICATORS = "indicators"
    ITEMS = "items"
    RECORDS = "records"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages."""

    ja: str
    en: str

    def text(self, lang: str) -> str:
        """In "ja" or "en"."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Parameter:
    """What is to be given to a query. example: a value that gives an answer, None where there is
    none. default: taken where nothing is given. is_optional: stays open where nothing is given.
    """

    name: str
    kind: Kind
    words: Words
    example: str | None = None
    default: str | None = None
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """columns: variable -> what it is. note: how the answer is to be read, where that is not plain.

    Of a query without a header question is None.
    """

    question: Words | None
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, Words]
    note: Words | None = None
    topic: Topic = Topic.OTHER


def read_header(text: str, name: str) -> Header:
    """The header of a query; an empty one where it has none.

    Raises QueryRefused for one that is not written as above; name: of its file.
    """
    marked = [line.lstrip() for line in text.splitlines()]
    lines = [line.removeprefix(MARK) for line in marked if line.startswith(MARK)]
    try:
        table = tomllib.loads("\n".join(line.removeprefix(" ") for line in lines))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(name, f"TOML: {error}") from error
    unknown = sorted(table.keys() - {"topic", "question", "note", "parameters", "columns"})
    if unknown:
        raise _wrong(name, unknown[0])
    columns = _table(name, "columns", table.get("columns", {}))
    parameters = _table(name, "parameters", table.get("parameters", {}))
    return Header(
        _words(name, "question", table["question"]) if "question" in table else None,
        {key: _parameter(name, key, value) for key, value in parameters.items()},
        {key: _words(name, f"columns.{key}", value) for key, value in columns.items()},
        _words(name, "note", table["note"]) if "note" in table else None,
        _topic(name, table.get("topic", Topic.OTHER)),
    )


def _topic(name: str, value: object) -> Topic:
    if value not in list(Topic):
        raise _wrong(name, f"topic ({', '.join(Topic)})")
    return Topic(str(value))


def _parameter(name: str, key: str, value: object) -> Parameter:
    place = f"parameters.{key}"
    table = _table(name, place, value)
    known = {"type", "ja", "en", "example", "default", "optional"}
    if not _NAME.fullmatch(key) or key == _LANG or table.keys() - known:
        raise _wrong(name, place)
    if table.get("type") not in list(Kind):
        raise _wrong(name, f"{place}.type ({', '.join(Kind)})")
    words = _words(name, place, {k: table[k] for k in ("ja", "en") if k in table})
    example, default = (_text(name, f"{place}.{k}", table.get(k)) for k in ("example", "default"))
    is_optional = table.get("optional", False)
    if not isinstance(is_optional, bool):
        raise _wrong(name, f"{place}.optional")
    return Parameter(key, Kind(str(table["type"])), words, example, default, is_optional)


def _table(name: str, place: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _wrong(name, place)
    return value


def _words(name: str, place: str, value: object) -> Words:
    table = _table(name, place, value)
    ja, en = table.get("ja"), table.get("en")
    if table.keys() != {"ja", "en"} or not isinstance(ja, str) or not isinstance(en, str):
        raise _wrong(name, f"{place} (ja, en)")
    return Words(ja, en)


def _text(name: str, place: str, value: object) -> str | None:
    """A value as it would be typed: 2027 and 2027-03-31 may stand without quotation marks."""
    if value is None:
        return None
    if isinstance(value, (bool, float, list, dict)):
        raise _wrong(name, place)
    return str(value)


def _wrong(name: str, place: str) -> QueryRefused:
    return QueryRefused(
        f"「#+」の見出しの {place} の書き方が違います。docs/queries.ja.md の例に合わせてください。",
        f"{place} in the header behind '#+' is not written as it should be. Follow the example in"
        " docs/queries.md.",
        name,
    )
