"""Facts about the text of plans: wordings that rules name, each with the places it stands in.

The text is what ``aln:passage`` leads to; of a plan without, its headings and what stands below
them. Only plans of the inputs are read: findings are about them alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignchecker.graph.dataset import Dataset, Statement
from alignchecker.graph.prose.issues import issues
from alignchecker.graph.prose.leftovers import leftovers
from alignchecker.graph.prose.masking import known_names
from alignchecker.graph.prose.misreadings import misreadings
from alignchecker.graph.prose.notation import notation
from alignchecker.graph.prose.place_names import known_places, place_names
from alignchecker.graph.prose.plan_text import plan_texts
from alignchecker.graph.prose.quotations import quotations
from alignchecker.graph.prose.references import references
from alignchecker.graph.prose.terms import Terms
from alignchecker.graph.prose.wordings import Wordings


def prose_facts(dataset: Dataset) -> Iterator[Statement]:
    """The wordings of every plan of the inputs."""
    terms, names, places = Terms.read(dataset), known_names(dataset), known_places(dataset)
    for plan in plan_texts(dataset):
        found = Wordings(plan.edition)
        notation(plan, terms.notation, names, found)
        misreadings(plan, terms.look_alikes, found)
        place_names(plan, places, found)
        quotations(dataset, plan, found)
        leftovers(plan, found)
        references(plan, found)
        issues(dataset, plan, terms.issues, found)
        yield from found.statements()
