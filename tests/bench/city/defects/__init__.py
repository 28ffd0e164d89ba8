"""The defects that can be planted, as one table; which rules none is for, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from random import Random

from tests.bench.city.defects import (
    coverage,
    indicators,
    law,
    links,
    organisation,
    period,
    progress,
    structure,
    text,
)
from tests.bench.city.defects.natural import natural
from tests.bench.city.defects.site import Site
from tests.bench.city.model import City


class Planting(Enum):
    """How defects come into a city: none, by the dice, or by the dice and each at least once."""

    NONE = "none"
    DICE = "dice"
    EVERY = "every"


class Per(Enum):
    """What the rate of a defect is counted by."""

    CITY = "city"
    PLAN = "plan"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect that one rule finds. plant: gives what the finding is about, None without room."""

    plant: Callable[[Site], str | None]
    rate: float
    per: Per = Per.PLAN

    @property
    def rule(self) -> str:
        """The id of the rule: the planter's name."""
        return self.plant.__name__.replace("_", "-")


def _each(per: Per, rate: float, *planters: Callable[[Site], str | None]) -> tuple[Defect, ...]:
    return tuple(Defect(planter, rate, per) for planter in planters)


DEFECTS = (
    *_each(Per.PLAN, 0.03, links.plan_not_linked_yet, links.higher_plan_without_link,
           links.link_to_undeclared_plan, links.link_to_superseded_edition,
           links.linked_plan_not_read, links.measures_proposed_only),
    *_each(Per.MEASURE, 0.02, links.measure_without_link),
    *_each(Per.MEASURE, 0.002, links.link_end_missing, links.whole_plan_link, links.duplicate_link,
           links.link_disputed, links.link_suspect),
    *_each(Per.CITY, 0.4, links.link_cycle, links.link_to_other_municipality),
    *_each(Per.CITY, 0.4, coverage.outline_units_unanswered,
           coverage.units_answered_by_proposals_only, coverage.comprehensive_items_unanswered,
           coverage.measures_without_outline_counterpart, coverage.directions_without_action,
           coverage.units_answered_by_ended_plans_only),
    *_each(Per.PLAN, 0.04, coverage.cited_editions_without_items, coverage.items_of_another_edition,
           coverage.waiver_incomplete, coverage.waiver_expired, coverage.waiver_unused,
           coverage.background_issues_unanswered),
    *_each(Per.PLAN, 0.04, period.cited_edition_expired, period.higher_plan_ends_earlier,
           period.edition_cited_without_number, period.cited_plans_unknown,
           period.cited_edition_unknown, period.stated_length_mismatch,
           period.editions_not_contiguous, period.period_quoted_wrongly),
    *_each(Per.CITY, 0.5, period.period_inverted, period.period_unknown, period.plan_ended,
           period.plan_ends_this_year),
    *_each(Per.PLAN, 0.02, structure.tree_in_doubt, structure.claimed_count_mismatch,
           structure.action_repeated, structure.goal_without_measure, structure.heading_left_out,
           structure.item_outside_groups),
    *_each(Per.CITY, 0.3, structure.plan_without_measures),
    *_each(Per.MEASURE, 0.002, structure.number_code_mismatch, structure.same_label_two_codes,
           structure.duplicate_code, structure.duplicate_number, structure.numbering_gap),
    *_each(Per.CITY, 0.3, law.statutory_term_mismatch, law.required_content_missing,
           law.effort_content_missing, law.required_procedure_unrecorded,
           law.effort_procedure_unrecorded, law.act_ends_within_period,
           law.term_ends_without_successor, law.obligation_misstated,
           law.constituent_plan_without_items),
    *_each(Per.PLAN, 0.03, law.required_relation_missing, law.relation_verb_differs_from_act,
           law.statutory_name_misquoted, law.act_title_outdated, law.abolished_provision_cited,
           law.statutory_basis_unstated, law.procedure_after_decision, law.basis_article_differs,
           law.abolished_wording_quoted),
    *_each(Per.PLAN, 0.03, indicators.measures_without_indicator,
           indicators.few_measures_with_indicator, indicators.indicators_without_item,
           indicators.indicators_without_baseline, indicators.indicators_without_target,
           indicators.indicators_target_not_set, indicators.indicators_without_unit,
           indicators.indicators_without_year),
    *_each(Per.MEASURE, 0.001, indicators.target_worse_than_baseline,
           indicators.target_met_at_baseline, indicators.maintained_value_unknown,
           indicators.target_outside_period, indicators.target_not_after_baseline,
           indicators.indicator_scope_mixed, indicators.share_out_of_range,
           indicators.indicator_value_contradicts, indicators.indicator_series_joined,
           indicators.repeated_indicator_differs, indicators.same_indicator_target_differs,
           indicators.same_indicator_baseline_differs, indicators.indicator_defined_differently),
    *_each(Per.PLAN, 0.04, text.notation_varies, text.likely_misreadings, text.place_name_misspelt,
           text.vision_misquoted, text.quotation_differs_from_source, text.own_vision_varies,
           text.unresolved_marks_left, text.blanks_left_open, text.provisional_names,
           text.edition_counter_missing, text.chapter_reference_missing),
    *_each(Per.PLAN, 0.03, organisation.items_without_department,
           organisation.plan_without_departments, organisation.department_abolished_before_plan,
           organisation.department_abolished_since, organisation.departments_not_listed),
    *_each(Per.MEASURE, 0.001, organisation.same_measure_other_department),
    *_each(Per.PLAN, 0.03, progress.progress_outside_period, progress.progress_year_missing,
           progress.progress_records_missing, progress.progress_evaluation_missing,
           progress.progress_records_differ, progress.progress_of_removed_items),
    *_each(Per.CITY, 0.3, progress.plans_without_progress),
)  # fmt: skip

NATURAL = ("law-not-examined", "plans-ending-together", "rests-on-changed-wording")
"""Rules that find something in nearly every city and are counted, but have no planter."""

EXCEPTIONS = {
    "baseline-entry-gone": "needs a baseline (baseline.json), which is no RDF",
    "ontology-inconsistent": "needs a reasoner; a plain check does not run one",
    "class-unsatisfiable": "needs a reasoner; a plain check does not run one",
}
"""Rules for which nothing can be planted, with the reason."""


def plant(city: City, dice: Random, planting: Planting) -> Counter[str]:
    """Plants defects into a sound city; gives how many findings each rule makes."""
    site = Site(city, dice)
    sizes = {
        Per.CITY: 1,
        Per.PLAN: len(city.plans),
        Per.MEASURE: sum(len(plan.measures) for plan in city.plans),
    }
    for defect in DEFECTS if planting is not Planting.NONE else ():
        wanted = defect.rate * sizes[defect.per]
        times = int(wanted) + (dice.random() < wanted % 1)
        for _ in range(max(1, times) if planting is Planting.EVERY else times):
            key = defect.plant(site)
            if key is not None:
                site.keys[defect.rule].add(key)
    for rule, key in natural(city):
        site.keys[rule].add(key)
    return Counter({rule: len(keys) for rule, keys in sorted(site.keys.items()) if keys})
