"""The review of links as JSON: pairs, a measure with its candidates, a verdict, an undo."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from starlette.requests import Request

from alignchecker.model.links import LinkRecord, LinkReview, in_order, valid
from alignchecker.reports.json_values import Json
from alignchecker.reports.suggestion_words import why
from alignchecker.web.bodies import body_of
from alignchecker.web.links.board import Pair
from alignchecker.web.links.linked import Linked
from alignchecker.web.links.standing import counts
from alignchecker.web.links.verdicts import Given, Reworded, Said, give, pair_of, undo
from alignchecker.web.parts import day, parts, today
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import session_of

_PATIENCE = 20.0


def pairs(request: Request) -> Json:
    """The pairs of plans, with how many measures are in which state."""
    linked = parts(request).desk.now("/links", _PATIENCE)
    return {"pairs": [_pair(linked, key, pair) for key, pair in linked.pairs.items()]}


def measures(request: Request) -> Json:
    """The measures of a pair with their state and their candidates' number."""
    linked, key = parts(request).desk.now("/links", _PATIENCE), request.path_params["pair"]
    pair = pair_of(linked, key)
    found: list[Json] = []
    for measure in pair.measures:
        standing = linked.standing(pair, measure)
        found.append({"iri": measure, "label": _label(linked, measure),
                      "state": standing.state.value, "suspect": standing.is_suspect})  # fmt: skip
    return {**_pair(linked, key, pair), "list": found}


def candidates(request: Request) -> Json:
    """The candidates of a measure, and its links with all their reviews."""
    here, lang = parts(request), session_of(request).lang
    linked, measure = here.desk.now("/links", _PATIENCE), request.query_params.get("measure", "")
    pair = pair_of(linked, request.path_params["pair"])
    if measure not in pair.measures:
        raise Refusal(404, "measure")
    suggested = here.desk.suggested(linked, pair, "/links", _PATIENCE)
    row = suggested.rows.get(measure)
    found: list[Json] = [
        {
            "iri": candidate.iri,
            "label": candidate.label,
            "probability": candidate.probability,
            "why": why(candidate.grounds, lang),
            "fingerprint": linked.wording(candidate.iri).fingerprint,
        }
        for candidate in (row.candidates if row is not None else ())
    ]
    links: list[Json] = [_link(linked, link) for link in linked.links(pair, measure)]
    wording = linked.wording(measure)
    return {
        "measure": measure,
        "label": _label(linked, measure),
        "fingerprint": wording.fingerprint,
        "noCounterpart": row.none if row is not None else None,
        "candidates": found,
        "links": links,
    }


def verdict(request: Request) -> Json:
    """Records a verdict."""
    sent = body_of(request)
    said = Said(
        str(sent["measure"]),
        str(sent.get("to", "")),
        str(sent["verdict"]),
        str(sent["reviewer"]),
        str(sent.get("reason", "")),
        bool(sent.get("decides", False)),
        str(sent.get("fingerprintFrom", "")),
        str(sent.get("fingerprintTo", "")),
    )
    desk, key = parts(request).desk, request.path_params["pair"]
    try:
        given = give(desk, key, said, _day(request, sent))
    except Reworded as reworded:
        words = " / ".join(now for _, now in reworded.ends)
        raise Refusal(409, "reworded", words=words) from reworded
    return _given(given)


def take_back(request: Request) -> Json:
    """Takes back a verdict."""
    sent = body_of(request)
    link, review, who = (str(sent.get(name, "")) for name in ("link", "review", "reviewer"))
    return _given(undo(parts(request).desk, link, review, who, _day(request, sent)))


def _day(request: Request, sent: Mapping[str, Json]) -> datetime.date:
    return day(str(sent.get("date", ""))) or today(parts(request))


def _pair(linked: Linked, key: str, pair: Pair) -> dict[str, Json]:
    titles = linked.board.titles
    states = counts(linked.standing(pair, measure) for measure in pair.measures)
    return {
        "key": key,
        "from": {"iri": pair.start, "title": titles[pair.start]},
        "to": {"iri": pair.to, "title": titles[pair.to]},
        "measures": len(pair.measures),
        "states": dict(states),
    }


def _link(linked: Linked, link: LinkRecord) -> Json:
    return {
        "iri": link.iri,
        "to": link.to,
        "noCounterpartIn": link.none_in,
        "status": link.status.value,
        "withdrawn": link.is_withdrawn,
        "suspect": linked.is_suspect(link),
        "wordingTo": linked.wordings(link)[1].text,
        "reviews": list(_reviews(in_order(link.reviews), {r.iri for r in valid(link.reviews)})),
    }


def _reviews(reviews: Iterable[LinkReview], counting: set[str]) -> Iterator[Json]:
    for review in reviews:
        yield {
            "iri": review.iri,
            "reviewer": review.reviewer,
            "date": review.date or None,
            "verdict": review.verdict.value,
            "reason": review.reason,
            "decides": review.decides,
            "undoes": review.undoes or None,
            "counts": review.iri in counting,
        }


def _given(given: Given) -> Json:
    return {
        "link": given.link.iri,
        "review": given.review.iri,
        "verdict": given.review.verdict.value,
        "status": given.link.status.value,
        "new": given.is_new,
    }


def _label(linked: Linked, iri: str) -> str:
    entry = linked.entry(iri)
    return entry.label if entry is not None else ""
