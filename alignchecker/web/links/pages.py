"""対応づけ: which pairs of plans there are, and one measure after the other beside candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.graph.fingerprints import differing
from alignchecker.lang import say
from alignchecker.links.listing import Changed
from alignchecker.model.errors import ConfigError
from alignchecker.model.links import LinkRecord, LinkReview, LinkStatus
from alignchecker.web.addresses import addresses
from alignchecker.web.links.board import Pair, Suggested
from alignchecker.web.links.desk import Desk, Waiting
from alignchecker.web.links.linked import Linked
from alignchecker.web.links.screen import review_key, screen, unpacked, verdict_word
from alignchecker.web.links.standing import FILTERS, State, counts
from alignchecker.web.links.verdicts import Reworded, Said, give, pair_of, undo
from alignchecker.web.parts import field, parts, today
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of

_YEAR = 365 * 24 * 3600
_KEPT = 50
"""Verdicts of a browser that it can take back one after the other."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where one can go from a measure: IRIs, None where there is nothing in that direction."""

    number: int
    count: int
    before: str | None
    after: str | None
    todo: str | None
    left: Mapping[str, int]


def page(request: Request) -> Response:
    """The pairs of plans, and how far each is."""
    linked = parts(request).desk.now("/links")
    titles = linked.board.titles
    rows = [
        (
            key,
            titles[pair.start],
            titles[pair.to],
            len(pair.measures),
            counts(linked.standing(pair, m) for m in pair.measures),
        )
        for key, pair in linked.pairs.items()
    ]
    return html(request, "links.html", rows=rows, states=(*State, "suspect"))


def one(request: Request) -> Response:
    """A measure of a pair: the one asked for, else the first that nobody has looked at."""
    return _shown(request, {})


def verdict(request: Request, form: FormData) -> Response:
    """Takes a verdict. What cannot be taken is said on the same page, as it was filled in."""
    here, key = parts(request), request.path_params["pair"]
    was_start, _, measure = unpacked(field(form, "measure"))
    was_end, seen, to = unpacked(field(form, "to"))
    chosen = field(form, "verdict")
    if chosen in {"no-counterpart", "confirm-none"}:
        was_end, seen, to = unpacked(field(form, "none"))
        chosen = chosen.replace("confirm-none", "confirm")
    reviewer = " ".join(field(form, "reviewer").split()) or reviewer_of(request)
    decides = "decides" in form
    said = Said(measure, to, chosen, reviewer, field(form, "reason"), decides, was_start, was_end,
                seen)  # fmt: skip
    asked = {"measure": measure, "filter": field(form, "filter"), "q": field(form, "q")}
    try:
        given = give(here.desk, key, said, today(here))
    except Waiting as waiting:
        raise Refusal(409, "not-saved") from waiting
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        words = refusal.text(session_of(request).lang)
        return _shown(request, asked, 422, wrong=words, said=said)
    except Reworded as reworded:
        return _shown(request, asked, 409, reworded=_ends(here.desk, reworded), said=said)
    if given.is_new:
        session = session_of(request)
        session.verdicts.append(
            (key, measure, given.link.iri, given.review.iri, given.review.reviewer)
        )
        del session.verdicts[:-_KEPT]
    asked["said"] = review_key(given.review)
    asked["others"] = ",".join(map(review_key, given.others))
    asked["again"] = "" if given.is_new else "1"
    return _remembered(request, RedirectResponse(_address(key, asked), 303), reviewer)


def take_back(request: Request, form: FormData) -> Response:
    """Takes back the last verdict of this browser, or one's own on the link that the form names."""
    here, session = parts(request), session_of(request)
    key, wanted = request.path_params["pair"], field(form, "link")
    _, _, measure = unpacked(field(form, "measure"))
    review, who = "", reviewer_of(request)
    if not wanted:
        if not session.verdicts:
            raise Refusal(409, "nothing-to-undo")
        key, measure, wanted, review, who = session.verdicts[-1]
    try:
        given = undo(here.desk, wanted, review, who, today(here))
    except ConfigError:
        # Taken back elsewhere: the next one is asked for next.
        session.verdicts[:] = [v for v in session.verdicts if v[3] != review]
        raise
    session.verdicts[:] = [v for v in session.verdicts if v[3] != given.review.undoes]
    asked = {"measure": measure, "filter": field(form, "filter"), "q": field(form, "q"),
             "said": review_key(given.review)}  # fmt: skip
    return RedirectResponse(_address(key, asked), 303)


def reviewer_of(request: Request) -> str:
    """Whoever reviews in this browser; "" before they have said so.

    The name is in a cookie of its own: sessions end with the server, and the folder is shared with
    colleagues, whose verdicts must not be signed with this name.
    """
    return " ".join(unquote(request.cookies.get(_cookie(request), "")).split())[:100]


def _remembered(request: Request, answer: Response, reviewer: str) -> Response:
    answer.set_cookie(
        _cookie(request), quote(reviewer), max_age=_YEAR, path="/", httponly=True, samesite="strict"
    )
    return answer


def _cookie(request: Request) -> str:
    # Cookies know no ports.
    return f"alignchecker-reviewer-{parts(request).settings.port}"


def _shown(
    request: Request,
    asked: Mapping[str, str],
    status: int = 200,
    wrong: str = "",
    reworded: Sequence[Changed] = (),
    said: Said | None = None,
) -> Response:
    """The page, or only what changes from measure to measure where the page asks for that."""
    here, key = parts(request), request.path_params["pair"]
    lang, me = session_of(request).lang, reviewer_of(request)
    query: Mapping[str, str] = asked or request.query_params
    wanted = query.get("filter", "") if query.get("filter") in FILTERS else "todo"
    address = _address(key, {"measure": query.get("measure", ""), "filter": wanted})
    linked = here.desk.now(address)
    pair = pair_of(linked, key)
    suggested = _suggested(here.desk, linked, pair, address, is_filled_in=said is not None)
    measure = _measure(linked, pair, query.get("measure", ""), wanted)
    shown = None
    if measure is not None:
        shown = screen(linked, pair, measure, suggested, query.get("q", "")[:200], me, lang)
        _keep_texts(here.desk, linked, measure, [c.place.iri for c in (*shown.cards,
                    *(shown.found or ()))])  # fmt: skip
    address = _address(key, {"measure": measure or "", "filter": wanted, "q": query.get("q", "")})
    is_part = request.headers.get("hx-target") == "desk"
    return html(
        request,
        "link_part.html" if is_part else "link_pair.html",
        status=status,
        headers={"HX-Push-Url": address} if is_part else None,
        key=key,
        pair=pair,
        titles=(linked.board.titles[pair.start], linked.board.titles[pair.to]),
        suggested=suggested,
        screen=shown,
        item=addresses(found).item(measure) if measure and (found := here.checks.latest) else None,
        way=_way(linked, pair, measure, wanted),
        filters=FILTERS,
        filter=wanted,
        sought=query.get("q", ""),
        me=me,
        is_named=bool(me) and "rename" not in request.query_params,
        told=_told(linked, pair, measure, query, lang),
        saved=bool(query.get("said")),
        wrong=wrong,
        reworded=reworded,
        said=said,
        can_undo=bool(session_of(request).verdicts),
        address=address,
        partial=is_part,
    )


def _suggested(
    desk: Desk, linked: Linked, pair: Pair, address: str, *, is_filled_in: bool
) -> Suggested:
    """Whoever has filled in a form gets it back, if need be without suggestions."""
    try:
        return desk.suggested(linked, pair, address, 10.0 if is_filled_in else 1.0)
    except Waiting:
        if not is_filled_in:
            raise
        return Suggested({}, extract=False)


def _measure(linked: Linked, pair: Pair, asked: str, wanted: str) -> str | None:
    """The measure to show; None where nothing passes the filter. Raises Refusal for no measure."""
    if asked:
        if asked not in pair.measures:
            raise Refusal(404, "measure")
        return asked
    return next((m for m in pair.measures if linked.standing(pair, m).passes(wanted)), None)


def _way(linked: Linked, pair: Pair, measure: str | None, wanted: str) -> Way:
    every = [(m, linked.standing(pair, m)) for m in pair.measures]
    at = pair.measures.index(measure) if measure is not None else 0
    passing = [(n, m) for n, (m, one) in enumerate(every) if one.passes(wanted)]
    todo = [(n, m) for n, (m, one) in enumerate(every) if one.passes("todo") and n != at]
    return Way(
        at + 1,
        len(every),
        next((m for n, m in reversed(passing) if n < at), None),
        next((m for n, m in passing if n > at), None),
        next((m for n, m in todo if n > at), todo[0][1] if todo else None),
        {name: sum(one.passes(name) for _, one in every) for name in FILTERS},
    )


def _told(
    linked: Linked, pair: Pair, measure: str | None, query: Mapping[str, str], lang: str
) -> list[str]:
    """What was just saved, and what others had saved meanwhile, in sentences."""
    links = linked.links(pair, measure) if measure is not None else ()
    by_key = {review_key(review): (link, review) for link in links for review in link.reviews}
    found = by_key.get(query.get("said", ""))
    if found is None:
        return []
    told = [_saved(linked, pair, *found, lang=lang, again=bool(query.get("again")))]
    others = (by_key.get(key) for key in query.get("others", "").split(","))
    told += [
        say("web.link-meanwhile", lang, person=review.reviewer,
            verdict=verdict_word(review.verdict, lang), reason=review.reason or "―")
        for _, review in filter(None, others)
    ]  # fmt: skip
    if found[0].status is LinkStatus.DISPUTED:
        told.append(say("web.link-disputed", lang))
    return told


def _saved(
    linked: Linked, pair: Pair, link: LinkRecord, review: LinkReview, *, lang: str, again: bool
) -> str:
    entry = linked.entry(link.to or "")
    label = entry.label if entry is not None else linked.board.titles[pair.to]
    key = "web.link-again" if again else "web.link-saved"
    verdict = verdict_word(review.verdict, lang)
    if review.undoes:
        key = "web.link-undone"
        undone = next((r for r in link.reviews if r.iri == review.undoes), review)
        verdict = verdict_word(undone.verdict, lang)
    return say(key, lang, label=label, verdict=verdict, person=review.reviewer, day=review.date)


def _ends(desk: Desk, reworded: Reworded) -> list[Changed]:
    return [
        Changed(*differing(desk.text_of(was), now)) if desk.text_of(was) else Changed("", now)
        for was, now in reworded.ends
    ]


def _keep_texts(desk: Desk, linked: Linked, measure: str, items: Sequence[str]) -> None:
    for iri in (measure, *items):
        wording = linked.wording(iri)
        desk.shown(wording.fingerprint, wording.text)


def _address(key: str, asked: Mapping[str, str]) -> str:
    query = urlencode({name: text for name, text in asked.items() if text})
    return f"/links/{key}" + (f"?{query}" if query else "")
