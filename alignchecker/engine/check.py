"""The check itself: load, run the rules that apply, make findings, sum up."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from alignchecker.engine.assemble import Assembler, in_scope
from alignchecker.engine.interface import Engine, Evaluation
from alignchecker.engine.pyshacl_engine import PyshaclEngine
from alignchecker.graph.dataset import Dataset, Role, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.facts import RUN, run_facts
from alignchecker.graph.loading import load
from alignchecker.graph.plans import summaries
from alignchecker.model.errors import ConfigError, nearest
from alignchecker.model.finding import Finding, InputFile, Outcome, Report, RuleRun, Severity
from alignchecker.model.names import CODE
from alignchecker.rules.catalogue import Catalogue, Rule, load_catalogue
from alignchecker.rules.waivers import Waivers

ENGINES: Mapping[str, type[Engine]] = {"pyshacl": PyshaclEngine}
_BASE_PROFILES = ("base", "municipal-jp")


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check and how. ``profile`` empty: by the types of the plans that are read."""

    paths: Sequence[Path]
    documents: Sequence[str] = ()
    profile: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    as_of: datetime.date | None = None
    engine: str = "pyshacl"


def check(options: CheckOptions, more_facts: Callable[[Dataset], None] | None = None) -> Report:
    """Checks the plans at some paths. more_facts: adds facts that only some checks have.

    A file that cannot be read is listed in ``Report.inputs``; the others are still checked.
    Raises ConfigError for an unknown rule, profile or engine, InputError for a missing path.
    """
    catalogue = load_catalogue()
    for rule_id in options.severity:
        catalogue.rule(rule_id)
    rules = catalogue.select(options.select, options.ignore)
    engine = _engine(options.engine)
    started = time.perf_counter()
    dataset = load(options.paths, options.documents)
    dataset.add_facts(run_facts(options.as_of))
    loading = time.perf_counter() - started
    if more_facts is not None:
        more_facts(dataset)
    describe = Describer(dataset)
    assembler = Assembler(dataset, describe, Waivers.read(dataset, options.as_of), options.severity)
    active = _active_profiles(catalogue, options.profile, dataset)
    stated = {quad.predicate for quad in dataset.store.quads_for_pattern(RUN, None, None)}
    reasons = {rule.id: _why_not(rule, active, stated) for rule in rules}
    evaluations = engine.evaluate(dataset, [r for r in rules if reasons[r.id] is None])
    runs = {r.id: RuleRun(r.id, Outcome.NOT_RUN, None, 0, 0.0, reasons[r.id]) for r in rules}
    findings: list[Finding] = []
    for evaluation in evaluations:
        found = assembler.findings(evaluation)
        findings += found
        runs[evaluation.rule.id] = _run(dataset, evaluation, len(found))
    return Report(
        as_of=options.as_of.isoformat() if options.as_of else None,
        inputs=_inputs(dataset, describe),
        findings=tuple(sorted(findings, key=_worst_first)),
        rules=tuple(runs.values()),
        plans=summaries(dataset, describe, options.as_of),
        loading_seconds=loading,
    )


def _worst_first(finding: Finding) -> tuple[str, int, str, str]:
    plan = finding.plan.iri if finding.plan else "~"
    return plan, -finding.severity, finding.rule, finding.focus.iri


def _engine(name: str) -> Engine:
    if name in ENGINES:
        return ENGINES[name]()
    close = nearest(name, ENGINES) or next(iter(ENGINES))
    raise ConfigError(
        f"エンジン「{name}」はありません。「{close}」を使ってください。",
        f"There is no engine '{name}'. Use '{close}'.",
    )


def _active_profiles(
    catalogue: Catalogue, asked: Sequence[str], dataset: Dataset
) -> frozenset[str]:
    """The profiles asked for, else those that the plan types of the inputs bring in."""
    if asked:
        return catalogue.with_parents(asked)
    types = {
        quad.object.value.removeprefix(CODE)
        for name in ("planType", "constitutes")
        for quad in dataset.store.quads_for_pattern(None, aln(name), None)
        if isinstance(quad.object, NamedNode)
        and isinstance(quad.subject, (NamedNode, BlankNode))
        and in_scope(dataset, quad.subject)
    }
    by_type = [p.id for p in catalogue.profiles.values() if p.plan_types & types]
    return catalogue.with_parents([*_BASE_PROFILES, *by_type])


def _why_not(rule: Rule, active: frozenset[str], stated: Collection[NamedNode]) -> str | None:
    """Why a rule is not run: key in lang/. stated: the properties that the run has."""
    if rule.profile not in active:
        return "profile-inactive"
    missing = sorted(name for name in rule.needs if aln(name) not in stated)
    return f"needs-{missing[0]}" if missing else None


def _run(dataset: Dataset, evaluation: Evaluation, findings: int) -> RuleRun:
    rule, seconds = evaluation.rule, evaluation.seconds
    if evaluation.failure is not None:
        return RuleRun(rule.id, Outcome.FAILED, None, findings, seconds, evaluation.failure)
    examined = len(applicable(dataset, rule))
    outcome = Outcome.RAN if examined else Outcome.NONE_APPLICABLE
    return RuleRun(rule.id, outcome, examined, findings, seconds)


def applicable(dataset: Dataset, rule: Rule) -> set[NamedNode]:
    """Nodes of the inputs that a rule had something to say about, whatever it said."""
    query = rule.applies_to or f"SELECT ?this WHERE {{ ?this a <{rule.target.value}> }}"
    found = {row["this"] for row in dataset.select(query)}
    return {n for n in found if isinstance(n, NamedNode) and in_scope(dataset, n)}


def _inputs(dataset: Dataset, describe: Describer) -> tuple[InputFile, ...]:
    return tuple(
        InputFile(describe.relative(f.path), f.error, f.warnings)
        for f in dataset.files
        if f.role is Role.INPUT
    )
