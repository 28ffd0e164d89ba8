"""A measure beside its candidates, in words: what the page of a pair shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.graph.entries import Entry, ancestors
from alignchecker.graph.fingerprints import differing, is_same
from alignchecker.lang import LANGUAGES, say
from alignchecker.lang.link_review import LINK_STATUSES, UNDONE, VERDICTS
from alignchecker.links.listing import Changed
from alignchecker.model.links import LinkRecord, LinkReview, Verdict, in_order, read_last, valid
from alignchecker.model.normalize import label_key
from alignchecker.model.suggestion import Candidate
from alignchecker.reports.suggestion_words import percent, why
from alignchecker.web.links.board import Pair, Suggested
from alignchecker.web.links.linked import Linked

MOST_FOUND = 20
_CHANCES = ((0.7, "high"), (0.4, "even"), (0.2, "low"), (0.0, "least"))


@dataclass(frozen=True, slots=True)
class ShownReview:
    """A record in words. undone: it was taken back. key: what addresses call it."""

    key: str
    words: str
    undone: bool


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A recorded link. undoable: whether whoever looks has said something that stands."""

    iri: str
    status: str
    words: str
    suspect: bool
    changed: Sequence[Changed]
    reviews: Sequence[ShownReview]
    undoable: bool


@dataclass(frozen=True, slots=True)
class Place:
    """An item: what stands above it, its level and number, label and text as they are."""

    iri: str
    above: Sequence[str]
    printed: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """Something that the measure may answer. value: of a form: what was seen, and of what.

    chance, why: of a suggestion; "" for what nobody suggested.
    """

    number: int
    place: Place
    value: str
    chance: str
    why: str
    link: ShownLink | None


@dataclass(frozen=True, slots=True)
class Screen:
    """All about one measure. none: the link that says that there is no counterpart, if any.

    found: items of the search, None where nothing was searched for.
    """

    measure: Place
    value: str
    cards: Sequence[Card]
    found: Sequence[Card] | None
    found_all: int
    none: ShownLink | None
    none_value: str
    none_chance: str
    whole: Sequence[ShownLink]


def screen(
    linked: Linked, pair: Pair, measure: str, suggested: Suggested, sought: str, me: str, lang: str
) -> Screen:
    """What is shown of a measure. sought: of a search, "" for none. me: who looks."""
    drawn = _Drawn(linked, pair, measure, me, lang)
    row = suggested.rows.get(measure)
    candidates = row.candidates if row is not None else ()
    shown = [drawn.card(n, c.iri, c) for n, c in enumerate(candidates, start=1)]
    known = {card.place.iri for card in shown}
    links = linked.links(pair, measure)
    linked_to = [link.to for link in links if link.to and link.to not in known | {pair.to}]
    shown += [
        drawn.card(n, iri, None)
        for n, iri in enumerate(linked_to, start=len(shown) + 1)
        if linked.entry(iri) is not None
    ]
    known |= {card.place.iri for card in shown}
    matching = [e for e in search(linked, pair, sought) if e.node.value not in known]
    found = [
        drawn.card(n, e.node.value, None)
        for n, e in enumerate(matching[:MOST_FOUND], start=len(shown) + 1)
    ]
    none = next((link for link in links if link.none_in), None)
    return Screen(
        drawn.place(measure),
        linked.wording(measure).fingerprint or "-",
        shown,
        found if sought else None,
        len(matching),
        drawn.link(none) if none is not None else None,
        packed("-", none, "none"),
        percent(row.none, lang) if row is not None and row.none is not None else "",
        [drawn.link(link) for link in links if link.to == pair.to],
    )


def search(linked: Linked, pair: Pair, sought: str) -> list[Entry]:
    """The items of the other plan whose label, number, text or headings have every word."""
    words = [label_key(word) for word in sought.split()]
    if not any(words):
        return []
    items = linked.reviewing.items
    found = []
    for entry in linked.board.items:
        if entry.plan.value == pair.to:
            above = [items[n].label for n in ancestors(items, entry.node) if n in items]
            whole = label_key("\n".join((entry.label, entry.code or "", entry.text, *above)))
            if all(word in whole for word in words):
                found.append((not all(word in entry.key for word in words), entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def packed(fingerprint: str, link: LinkRecord | None, iri: str) -> str:
    """What a form sends of an end: what it said, which reviews were seen, and which it is."""
    seen = ",".join(review_key(review) for review in link.reviews) if link is not None else ""
    return f"{fingerprint or '-'} {seen or '-'} {iri}"


def unpacked(value: str) -> tuple[str, frozenset[str] | None, str]:
    """Fingerprint ("" where none was seen), reviews (None where it does not say), and IRI."""
    fingerprint, _, rest = value.partition(" ")
    seen, _, iri = rest.partition(" ")
    known = frozenset(seen.split(",")) if seen != "-" else frozenset()
    return fingerprint.strip("-") and fingerprint, known, iri


def review_key(review: LinkReview) -> str:
    """What addresses and forms call a review."""
    return hashlib.sha256(review.iri.encode(errors="replace")).hexdigest()[:8]


def review_words(review: LinkReview, lang: str) -> str:
    """Who said what of a link, when and why."""
    words = say(
        "links.review",
        lang,
        day=review.date or say("links.undated", lang),
        person=review.reviewer,
        verdict=verdict_word(review.verdict, lang),
    )
    if review.decides:
        words = say("links.decided", lang, words=words)
    return say("links.because", lang, words=words, reason=review.reason) if review.reason else words


def _chance_words(candidate: Candidate, lang: str) -> str:
    chance = candidate.probability
    key = next(key for least, key in _CHANCES if chance >= least)
    return say(
        "web.chance", lang, words=say(f"web.chance-{key}", lang), percent=percent(chance, lang)
    )


def verdict_word(verdict: Verdict, lang: str) -> str:
    """A verdict as people read it."""
    return {**VERDICTS, "undo": UNDONE}[verdict.value][LANGUAGES.index(lang)]


def changes(link: LinkRecord, linked: Linked) -> Iterator[Changed]:
    """What each end said when the link was last taken, and says now, where they differ."""
    kept = zip(linked.kept(link), read_last(link), linked.wordings(link), strict=True)
    for fingerprint, then, end in kept:
        if fingerprint and end.fingerprint and not is_same(fingerprint, end.fingerprint):
            yield Changed(*differing(then.text, end.text)) if then.text else Changed("", end.text)


class _Drawn:
    """Puts what is known of one measure into words."""

    def __init__(self, linked: Linked, pair: Pair, measure: str, me: str, lang: str) -> None:
        self.linked, self.me, self.lang = linked, me, lang
        self.by_end = {link.to: link for link in linked.links(pair, measure) if link.to}

    def card(self, number: int, iri: str, candidate: Candidate | None) -> Card:
        link = self.by_end.get(iri)
        return Card(
            number,
            self.place(iri),
            packed(self.linked.wording(iri).fingerprint, link, iri),
            _chance_words(candidate, self.lang) if candidate is not None else "",
            why(candidate.grounds, self.lang) if candidate is not None else "",
            self.link(link) if link is not None else None,
        )

    def place(self, iri: str) -> Place:
        items, entry = self.linked.reviewing.items, self.linked.entry(iri)
        assert entry is not None
        above = [items[n].label for n in ancestors(items, entry.node) if n in items]
        printed = self.linked.board.printed.get(iri, "").removesuffix(entry.label).strip()
        return Place(iri, above[::-1], printed, entry.label, entry.text)

    def link(self, link: LinkRecord) -> ShownLink:
        which = LANGUAGES.index(self.lang)
        counting = {review.iri for review in valid(link.reviews)}
        shown = [
            ShownReview(
                review_key(review),
                review_words(review, self.lang),
                review.verdict is not Verdict.UNDO and review.iri not in counting,
            )
            for review in in_order(link.reviews)
        ]
        mine = any(review.reviewer == self.me for review in valid(link.reviews))
        return ShownLink(
            link.iri,
            link.status.value,
            say("web.link-withdrawn", self.lang)
            if link.is_withdrawn
            else LINK_STATUSES[link.status.value][which],
            self.linked.is_suspect(link),
            list(changes(link, self.linked)) if self.linked.is_suspect(link) else (),
            shown,
            mine,
        )
