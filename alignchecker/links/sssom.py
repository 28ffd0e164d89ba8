"""Links -> SSSOM/TSV 1.1: a row for each review, one for a link that nobody has reviewed.

Kept in slots of SSSOM: both ends with labels, justification, confidence, reviewer, day, reason.
What it has no slot for, such as the order of reviews, stands in extension slots, which programs
that do not know them may drop; the verdicts survive as reviewer_agreement.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from alignchecker.graph import blank
from alignchecker.importers.sssom import (
    EXTENSIONS,
    NO_TERM,
    PREFIXES,
    UNSTATED,
)
from alignchecker.model.links import LinkRecord, LinkReview, Verdict, link_iri, review_iri
from alignchecker.model.names import ALN

Label = Callable[[str], str]
"""IRI of an item or plan -> what it is called; "" where nobody knows."""
COLUMNS = (
    "record_id", "subject_id", "subject_label", "predicate_id", "object_id", "object_label",
    "object_source", "mapping_justification", "confidence", "reviewer_label", "review_date",
    "reviewer_agreement", "comment", "other", *EXTENSIONS,
)  # fmt: skip
_AGREEMENT = {Verdict.ACCEPT: "1.0", Verdict.NO_COUNTERPART: "1.0", Verdict.REJECT: "-1.0",
              Verdict.HOLD: "0.0", Verdict.UNDO: "0.0"}  # fmt: skip
_LICENSE = "https://w3id.org/sssom/license/unspecified"


def sssom_text(links: Sequence[LinkRecord], label: Label) -> str:
    """The whole file; equal links give equal text, whatever order they come in."""
    prefixes = {**PREFIXES, **_others(links)}
    links = [_named(link) for link in links]
    ordered = sorted(links, key=lambda link: (link.start, link.to or "", link.none_in or ""))
    body = "".join(_line(row) for link in ordered for row in rows(link, prefixes, label))
    return "".join(f"#{line}\n" for line in _metadata(links, prefixes)) + _line(COLUMNS) + body


def added_lines(
    additions: Iterable[LinkRecord],
    columns: Sequence[str],
    prefixes: Mapping[str, str],
    label: Label,
) -> str:
    """Rows for a file that is there, in its columns. additions: links with their new reviews."""
    known = {**PREFIXES, **prefixes}
    found = []
    for link in additions:
        for row in rows(link, {p: iri for p, iri in known.items() if p in prefixes}, label):
            cells = dict(zip(COLUMNS, row, strict=True))
            found.append(_line([cells.get(column, "") for column in columns]))
    return "".join(found)


def rows(link: LinkRecord, prefixes: Mapping[str, str], label: Label) -> Iterator[list[str]]:
    """The cells of a link, in the order of COLUMNS."""
    for review in link.reviews or (None,):
        yield _row(link, review, prefixes, label)


def _row(
    link: LinkRecord, review: LinkReview | None, prefixes: Mapping[str, str], label: Label
) -> list[str]:
    def short(iri: str | None) -> str:
        return _short(iri, prefixes) if iri else ""

    cells = {
        "record_id": short(review.iri if review else link.iri),
        "subject_id": short(link.start),
        "subject_label": label(link.start),
        "predicate_id": short(ALN + "contributesTo"),
        "object_id": short(link.to or NO_TERM),
        "object_label": label(link.to) if link.to else "",
        "object_source": short(link.none_in),
        "mapping_justification": short(link.justification or UNSTATED),
        "confidence": link.confidence,
        "other": _flat(link.comment),
        "aln_link": short(link.iri),
        "aln_link_contribution": link.contribution.value if link.contribution else "",
    }
    if review is not None:
        cells |= _review_cells(review, has_target=link.to is not None)
        cells["aln_undoes"] = short(review.undoes)
    return [cells.get(column, "") for column in COLUMNS]


def _review_cells(review: LinkReview, *, has_target: bool) -> dict[str, str]:
    is_no = has_target and review.verdict is Verdict.NO_COUNTERPART
    flat = _flat(review.reason)
    return {
        "reviewer_label": _flat(review.reviewer),
        "review_date": review.date,
        "reviewer_agreement": "-1.0" if is_no else _AGREEMENT[review.verdict],
        "comment": flat,
        "aln_verdict": review.verdict.value,
        "aln_contribution": review.contribution.value if review.contribution else "",
        "aln_order": str(review.order) if review.order else "",
        "aln_decides": "true" if review.decides else "",
        "aln_reason": _escaped(review.reason) if flat != review.reason else "",
        "aln_fingerprint_from": review.start.fingerprint,
        "aln_fingerprint_to": review.end.fingerprint,
        "aln_wording_from": _escaped(review.start.text),
        "aln_wording_to": _escaped(review.end.text),
    }


def _named(link: LinkRecord) -> LinkRecord:
    """The link and its reviews with names that last; a file need not name them."""
    if _is_nameless(link.iri):
        link = replace(link, iri=link_iri(link.start, link.to or link.none_in or ""))
    return replace(
        link,
        reviews=tuple(
            replace(r, iri=review_iri(link.iri, r)) if _is_nameless(r.iri) else r
            for r in link.reviews
        ),
    )


def _is_nameless(iri: str) -> bool:
    return not iri or iri.startswith(blank.PREFIX)


def _metadata(links: Sequence[LinkRecord], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Of the set: YAML behind number signs (SSSOM/TSV, embedded mode)."""
    yield f"mapping_set_id: {_set_id(links)}"
    yield f"license: {_LICENSE}"
    yield 'sssom_version: "1.1"'
    yield "mapping_tool: alignchecker"
    yield "curie_map:"
    yield from (f'  {prefix}: "{iri}"' for prefix, iri in sorted(prefixes.items()))
    yield "extension_definitions:"
    for name in EXTENSIONS:
        yield f"  - slot_name: {name}"
        yield f"    property: {ALN}sssom-{name.removeprefix('aln_').replace('_', '-')}"


def _set_id(links: Sequence[LinkRecord]) -> str:
    """Named by what it links: the same for the same plans."""
    starts = sorted({link.start.rpartition("/")[0] for link in links})
    return f"{starts[0]}/links" if starts else f"{ALN}no-links"


def _others(links: Iterable[LinkRecord]) -> dict[str, str]:
    """A prefix for each place that the IRIs come from, beyond those declared anyway."""
    iris = {iri for link in links for iri in (link.iri, link.start, link.to, link.none_in) if iri}
    known = tuple(PREFIXES.values())
    spaces = sorted({_space(iri) for iri in iris if not iri.startswith(known)})
    return {f"site{number}": space for number, space in enumerate(spaces, start=1)}


def _space(iri: str) -> str:
    scheme, found, rest = iri.partition("://")
    if not found:
        return iri.partition(":")[0] + ":"
    return f"{scheme}://{rest.partition('/')[0]}/"


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    """With the prefix that leaves least; in full where none fits."""
    fitting = [(-len(space), p) for p, space in prefixes.items() if iri.startswith(space)]
    if not fitting:
        return iri
    length, prefix = min(fitting)
    return f"{prefix}:{iri[-length:]}"


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter="\t", lineterminator="\n").writerow(cells)
    return buffer.getvalue()


def _flat(text: str) -> str:
    """On one line: line by line is how two copies of a file are put together."""
    return " ".join(text.split())


def _escaped(text: str) -> str:
    for plain, letter in (("\\", "\\"), ("\n", "n"), ("\r", "r"), ("\t", "t")):
        text = text.replace(plain, "\\" + letter)
    return text
