"""読み取りの確認: what was read beside what is printed, and forms to correct it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.lang.changes import field_name
from alignchecker.model.plan import Position
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.keys import key_of
from alignchecker.web.parts import Parts, field, parts, plan_file
from alignchecker.web.reading import doubts, rereading
from alignchecker.web.reading import facts as read_facts
from alignchecker.web.reading import items as read_items
from alignchecker.web.reading.asking import Asked, asked
from alignchecker.web.reading.readings import Excerpt, Reading
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of

PART = "place"
"""The part of the page that shows one place, and the form of the item there."""
_TEMPLATES = ("reading.html", "beside.html")
"""The whole page, and this part of it."""


def page(request: Request) -> Response:
    """A plan as it was read. With ``item``, ``relation`` or ``warning``: what is printed there, and
    the form of the item; only that part, where a link within the page asks for it."""
    here, file = parts(request), plan_file(request)
    reading, lang = read(request, file), session_of(request).lang
    query, is_part = request.query_params, request.headers.get("hx-target") == PART
    plan = f"{urlencode({'plan': query['plan']})}&" if query.get("plan") else ""
    facts = [] if is_part else list(read_facts.facts(reading, lang))
    return html(
        request,
        _TEMPLATES[is_part],
        file=file,
        reading=reading,
        document=rereading.document_of(here, file),
        revision=here.project.revision_of(file),
        excerpt=_excerpt(request, reading, lang),
        asked={name: query.get(name, "") for name in ("item", "fact")},
        iri=reading.iri,
        at=f"/plans/{file.key}?{plan}",
        arrived=here.readings.arrived(reading.draft.sha256, lang),
        plan_key=key_of(reading.iri),
        title=_title(here, reading.iri),
        level_of=read_items.level_of,
        chosen=read_items.chosen(reading, query.get("item"), lang),
        made={made.correction: made for made in read_items.made(reading, lang)},
        facts=facts,
        unknown=sum(fact.shown is None for fact in facts),
        ties=[] if is_part else list(read_items.ties(reading, lang)),
        verbs=read_items.verb_choices(lang),
        ranks=read_items.rank_choices(lang),
        doubts=None if is_part else doubts.doubts(here, file, reading, lang),
        corrected={c.item for c in reading.corrections if c.item},
    )


def _title(here: Parts, iri: str) -> str | None:
    """What the last check calls a plan; None where it did not see it."""
    plans = () if here.checks.latest is None else here.checks.latest.checked.report.plans
    return next((plan.title for plan in plans if plan.iri == iri), None)


def warnings(request: Request) -> Response:
    """The part of the page that says what is doubtful; asks again while that is found out."""
    here, file = parts(request), plan_file(request)
    reading, lang = read(request, file), session_of(request).lang
    found = doubts.doubts(here, file, reading, lang)
    unknown = sum(fact.shown is None for fact in read_facts.facts(reading, lang))
    return html(request, "doubts.html", doubts=found, file=file, reading=reading, unknown=unknown)


def source(request: Request) -> Response:
    """The part of the page that shows what is printed."""
    file = plan_file(request)
    reading = read(request, file)
    excerpt = _excerpt(request, reading, session_of(request).lang)
    return html(request, "source.html", excerpt=excerpt, file=file, iri=reading.iri)


def correct(request: Request, form: FormData) -> Response:
    """Makes the corrections of a form, or takes one back; the document is read again with them.

    Where the plan was changed since the form was shown, what was filled in is shown again beside
    the plan as it is now, and nothing is written. Refusals as of ``asked`` and ``begin``.
    """
    here, file = parts(request), plan_file(request)
    if rereading.document_of(here, file) is None:
        raise Refusal(409, "no-document")
    reading = read(request, file, field(form, "plan") or None)
    wanted = asked(form, reading, session_of(request).lang)
    if field(form, "revision") != here.project.revision_of(file):
        return _stale(request, file, reading, wanted)
    then = f"/plans/{file.key}{_back(wanted)}"
    job = rereading.begin(here, file, reading, wanted.given, wanted.undone, then)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def read(request: Request, file: PlanFile, plan: str | None = None) -> Reading:
    """The plan of a file that an address names. Raises Refusal where there is none."""
    if not file.is_import:
        raise Refusal(404, "not-imported")
    found = parts(request).readings.of(file, plan or request.query_params.get("plan"))
    if found is None:
        raise Refusal(404, "no-plan")
    return found


def _back(wanted: Asked) -> str:
    """What shows again what was corrected."""
    query = {"plan": wanted.texts["plan"]} if "plan" in wanted.texts else {}
    item = wanted.texts.get("item")
    if item and "none" not in wanted.texts:
        return f"?{urlencode({**query, 'item': item})}#{PART}"
    return f"?{urlencode(query)}" if query else ""


def _stale(request: Request, file: PlanFile, reading: Reading, wanted: Asked) -> Response:
    lang = session_of(request).lang
    by_id = {c.id: c for c in reading.corrections}
    yours = [read_items.in_words(reading, c, lang, holds=False) for c in wanted.given]
    about = [c for i in (*wanted.undone, *(c.id for c in wanted.given)) if (c := by_id.get(i))]
    return html(
        request,
        "stale.html",
        status=409,
        file=file,
        texts=wanted.texts,
        yours=yours,
        theirs=[read_items.in_words(reading, c, lang, holds=c in reading.held) for c in about],
        now=_now(reading, wanted, lang),
        revision=parts(request).project.revision_of(file),
    )


def _now(reading: Reading, wanted: Asked, lang: str) -> Sequence[tuple[str, str | None]]:
    """What the plan says now of what somebody wanted to correct: name and words."""
    texts = wanted.texts
    fields = {correction.field for correction in wanted.given}
    found = [(f.name, f.shown) for f in read_facts.facts(reading, lang) if f.field in fields]
    if "item" in texts:
        item = read_items.chosen(reading, texts["item"], lang)
        above = read_items.above(reading, item.item, lang) if item else None
        found.append(
            (texts.get("as_read", ""), read_items.named(item.item, lang) if item else None)
        )
        found += [(field_name("parent", lang), above)] if item else []
    for tie in read_items.ties(reading, lang):
        if tie.as_read == texts.get("as_read") and texts.get("of") == "relation":
            verb, rank = read_items.verb_choices(lang), read_items.rank_choices(lang)
            found.append((tie.relation.name, f"{verb[tie.verb]}　{rank[tie.rank]}"))
    return found


def _excerpt(request: Request, reading: Reading, lang: str) -> Excerpt | None:
    query = request.query_params
    if not reading.passages:
        return None
    first = query.get("from", "")
    marks: Sequence[Position] = [
        i.position for i in reading.draft.items if i.id == query.get("item")
    ]
    if number := _number(query.get("relation", "")):
        marks = [r.position for r in reading.draft.relations[number - 1 : number]]
    if (number := _number(query.get("warning", ""))) is not None:
        known = parts(request).readings.warnings(reading.draft.sha256)
        holding = list(doubts.holding(known or reading.draft.warnings, reading.draft))
        marks = [w.position for w in holding[number : number + 1] if w.position is not None]
    return reading.excerpt(marks, lang, _number(first))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None
