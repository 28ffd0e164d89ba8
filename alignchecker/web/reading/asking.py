"""A form of the page as the corrections that it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData

from alignchecker.importers.corrections import check_correction, correction_of
from alignchecker.model.correction import TOP, Correction
from alignchecker.model.errors import ConfigError
from alignchecker.web.parts import field
from alignchecker.web.reading.facts import FACTS
from alignchecker.web.reading.items import Tie, chosen, ties
from alignchecker.web.reading.readings import Reading
from alignchecker.web.refusing import Refusal

TEXTS = ("plan", "of", "item", "as_read", "field", "value", "first", "last", "parent",
         "level_name", "kind", "label", "code", "relation", "words", "name", "verb", "rank",
         "was", "none", "undo", "unsure", "reason")  # fmt: skip
"""What a form may hold beside its revision; ``of`` says which of the forms it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks for. given: corrections to make. undone: ids of those to take back.

    texts: all that was filled in, to be shown again.
    """

    given: tuple[Correction, ...]
    undone: frozenset[str]
    texts: Mapping[str, str]


def asked(form: FormData, reading: Reading, lang: str) -> Asked:
    """The corrections of a form. Raises Refusal for one that asks for nothing, or lacks a reason.

    What equals the plan as it is was left as it was shown.
    """
    texts = {name: text for name in TEXTS if (text := field(form, name))}
    if "undo" in texts:
        return Asked((), frozenset({texts["undo"]}), texts)
    if not texts.get("reason"):
        raise Refusal(422, "reason")
    of, undone = texts.get("of", "fact"), frozenset[str]()
    if of == "item":
        given = tuple(_of_item(texts, reading, lang))
    elif of == "relation":
        given = tuple(_of_relation(texts, reading, lang))
        undone = frozenset({texts["was"]} if "was" in texts else ())
    else:
        given = (_of_fact(texts),)
    if not given and not ("none" in texts and undone):
        raise Refusal(422, "unchanged")
    for correction in given:
        try:
            check_correction(correction)
        except ConfigError as error:
            raise Refusal(422, "reason") from error
    return Asked(given, undone, texts)


def _correction(texts: Mapping[str, str], field_: str, **said: str) -> Correction:
    whole = {"field": field_, "reason": texts["reason"], **said}
    return correction_of(whole, verified="unsure" not in texts)


def _of_fact(texts: Mapping[str, str]) -> Correction:
    name, value = texts.get("field", ""), texts.get("value", "")
    if name not in FACTS:
        raise Refusal(400, "unknown-field")
    if name == "period" and ("first" in texts or "last" in texts):
        value = f"{texts.get('first', '')}-{texts.get('last', '')}"
    return _correction(texts, name, value=value)


def _of_item(texts: Mapping[str, str], reading: Reading, lang: str) -> Iterator[Correction]:
    id_, as_read = texts.get("item", ""), texts.get("as_read", "")
    if "none" in texts:
        yield _correction(texts, "no_item", item=id_, as_read=as_read)
        return
    found = chosen(reading, id_, lang)
    now: Mapping[str, str] = {}
    if found is not None:
        item = found.item
        now = {
            "parent": item.parent or TOP,
            "level_name": item.level_name,
            "kind": item.kind.value,
            "label": item.label,
            "code": found.code,
        }
    for name in ("parent", "level_name", "kind", "label", "code"):
        value = texts.get(name, "")
        if value and value != now.get(name):
            above = reading.item(value) if name == "parent" else None
            more = {"value_as_read": above.label} if above is not None else {}
            yield _correction(texts, name, item=id_, as_read=as_read, value=value, **more)


def _of_relation(texts: Mapping[str, str], reading: Reading, lang: str) -> Iterator[Correction]:
    as_read, words = texts.get("as_read", ""), texts.get("words", "")
    if "was" in texts or not as_read:
        if "none" not in texts:
            said = {name: texts.get(name, "") for name in ("verb", "rank", "words")}
            yield _correction(texts, "relation", value=texts.get("name", ""), **said)
        return
    if "none" in texts:
        yield _correction(texts, "no_relation", as_read=as_read, words=words)
        return
    tie = _tie(texts, reading, lang)
    now = {"name": tie.relation.name, "verb": tie.verb, "rank": tie.rank} if tie else {}
    for name in ("verb", "rank", "name"):
        value = texts.get(name, "")
        if value and value != now.get(name):
            yield _correction(texts, name, as_read=as_read, words=words, value=value)


def _tie(texts: Mapping[str, str], reading: Reading, lang: str) -> Tie | None:
    same = (t for t in ties(reading, lang) if (t.as_read, t.words or "") == (
        texts.get("as_read"), texts.get("words", "")))  # fmt: skip
    return next(same, None)
