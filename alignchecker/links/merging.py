"""The links of another file, such as a colleague's copy, put into a project.

Nothing is taken out and nothing changed: what the project lacks is added. Where both say something
else, both stay: a link on which people differ by then is disputed, and is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from alignchecker.graph.dataset import Dataset, Role, SourceFile
from alignchecker.graph.file_statements import read_file
from alignchecker.graph.link_records import read_links
from alignchecker.links.records import Addition
from alignchecker.model.links import LinkRecord, LinkReview, LinkStatus, review_iri


@dataclass(frozen=True, slots=True)
class Merged:
    """What another file adds. disputed: on which people differ now and did not before.

    different: links of one name that are between other things here; they are left out.
    """

    additions: Sequence[Addition]
    disputed: Sequence[LinkRecord]
    different: Sequence[LinkRecord]

    @property
    def is_anything_left(self) -> bool:
        """Whether somebody has to look at something."""
        return bool(self.disputed or self.different)


def links_in(path: Path) -> Mapping[str, LinkRecord]:
    """The links of one file, RDF or SSSOM. Raises InputError for one that cannot be read."""
    dataset = Dataset()
    said, _ = read_file(dataset, path)
    dataset.add_numbered(SourceFile(path, Role.INPUT), said)
    return read_links(dataset)


def merged(here: Mapping[str, LinkRecord], there: Mapping[str, LinkRecord]) -> Merged:
    """What ``there`` adds to ``here``, each link by its name or else by its two ends."""
    by_ends = {_ends(link): link for link in here.values()}
    additions, disputed, different = [], [], []
    for other in there.values():
        known = here.get(other.iri)
        if known is not None and _ends(known) != _ends(other):
            different.append(other)
            continue
        known = known or by_ends.get(_ends(other))
        link = known or other
        reviews = _lacking(known, other)
        if known is None or reviews:
            additions.append(Addition(link, reviews, known is None))
            both = replace(link, reviews=(*(known.reviews if known else ()), *reviews))
            was = known.status if known else LinkStatus.PROPOSED
            if both.status is LinkStatus.DISPUTED and was is not LinkStatus.DISPUTED:
                disputed.append(both)
    return Merged(additions, disputed, different)


def _lacking(known: LinkRecord | None, other: LinkRecord) -> tuple[LinkReview, ...]:
    """The reviews that the project lacks. One without a lasting name is known by what it says."""
    have = {r.iri for r in known.reviews} if known else set()
    said = {replace(r, iri="") for r in known.reviews} if known else set()
    iri = known.iri if known else other.iri
    found = []
    for review in other.reviews:
        if review.iri not in have and replace(review, iri="") not in said:
            is_named = review.iri.startswith("http")
            found.append(review if is_named else replace(review, iri=review_iri(iri, review)))
    return tuple(found)


def _ends(link: LinkRecord) -> tuple[str, str | None, str | None]:
    return link.start, link.to, link.none_in
