"""Facts about the text of plans: wordings that rules name, each with the places it stands in.

The text is what ``aln:passage`` leads to; of a plan without, its headings and what stands below
them. Only plans of the inputs are read: findings are about them alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Statement
from alignchecker.graph.prose.issues import issues
from alignchecker.graph.prose.leftovers import leftovers
from alignchecker.graph.prose.masking import known_names
from alignchecker.graph.prose.misreadings import misreadings
from alignchecker.graph.prose.notation import notation
from alignchecker.graph.prose.place_names import known_places, place_names
from alignchecker.graph.prose.plan_text import PlanText, plan_texts
from alignchecker.graph.prose.quotations import Quotable, quotable, quotations
from alignchecker.graph.prose.references import references
from alignchecker.graph.prose.terms import Terms
from alignchecker.graph.prose.wordings import Wordings
from alignchecker.triples.index import Numbered


def prose_facts(dataset: Dataset) -> Iterator[Sequence[Numbered]]:
    """The wordings of every plan of the inputs."""
    shared = dataset.answer(Terms.read), dataset.answer(known_names), dataset.answer(known_places)
    for plan in plan_texts(dataset):
        said = quotable(dataset, plan.edition)
        yield dataset.once(_wordings, plan.edition, plan, said, *shared)


def _wordings(
    edition: NamedNode,
    plan: PlanText,
    said: Quotable,
    terms: Terms,
    names: Collection[str],
    places: Mapping[str, str],
) -> Iterator[Statement]:
    found = Wordings(edition)
    notation(plan, terms.notation, names, found)
    misreadings(plan, terms.look_alikes, found)
    place_names(plan, places, found)
    quotations(plan, said, found)
    leftovers(plan, found)
    references(plan, found)
    issues(plan, terms.issues, found)
    return found.statements()
