"""One run over a dataset: the rules that apply, the findings they give, and the sum of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alignchecker.engine import plain
from alignchecker.engine.applicability import Applicability, why_not
from alignchecker.engine.assemble import Assembler
from alignchecker.engine.interface import Begin, Engine, Evaluation
from alignchecker.engine.options import CheckOptions
from alignchecker.engine.scope import Scope, in_scope
from alignchecker.graph.dataset import Dataset, Node, Role, SourceFile, Statement, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.facts import RUN
from alignchecker.graph.plan_names import plan_names
from alignchecker.graph.plans import summaries
from alignchecker.model.finding import (
    Finding,
    GoneFinding,
    InputFile,
    Notice,
    Outcome,
    Report,
    ResultKey,
    RuleRun,
)
from alignchecker.model.names import RDF, RDFS
from alignchecker.model.progress import Observer, Stage, Step, unobserved
from alignchecker.rules.baseline import Entry, gone_facts
from alignchecker.rules.catalogue import Catalogue, Rule
from alignchecker.rules.selection import selection
from alignchecker.rules.waivers import Waivers, outcome_facts

_TYPE = NamedNode(RDF + "type")
_FINDINGS_KNOWN = "findingsKnown"


class Run:
    """One check of one dataset."""

    def __init__(
        self, options: CheckOptions, catalogue: Catalogue, dataset: Dataset, describe: Describer
    ) -> None:
        self.options, self.catalogue = options, catalogue
        self.dataset, self.describe = dataset, describe
        self.plans = _input_plans(dataset)
        names = plan_names(dataset)
        find = names.the if options.all_plans_here else names.find
        chosen = {p: c for name, c in options.plans.items() if (p := find(name)) is not None}
        self.selection = selection(catalogue, dataset, self.plans, options.everywhere, chosen)
        waivers = Waivers.read(dataset, options.as_of)
        self.scope = Scope(dataset)
        self.assembler = Assembler(
            dataset,
            describe,
            waivers,
            self.selection,
            options.baseline,
            options.before,
            self.scope,
            options.reviews,
        )
        self.applicability = Applicability(dataset, describe, self.selection, self.scope)
        self.runs: dict[str, RuleRun] = {}
        self.findings: list[Finding] = []
        self.keys: dict[str, tuple[ResultKey, ...]] = {}
        self.covered: set[tuple[Node, Node]] = set()

    def report(
        self,
        engine: Engine,
        loading: float,
        tell: Callable[[Dataset, Sequence[Statement]], None],
        observe: Observer = unobserved,
    ) -> Report:
        """Runs the rules, those about the findings of the others at the end."""
        about = [r for r in self.selection.rules if _FINDINGS_KNOWN in r.needs]
        self.evaluate(engine, [r for r in self.selection.rules if r not in about], observe)
        gone = self.gone()
        tell(self.dataset, self._outcomes(gone))
        self.evaluate(engine, about, observe)
        options = self.options
        return Report(
            as_of=options.as_of.isoformat() if options.as_of else None,
            inputs=_inputs(self.dataset, self.describe),
            findings=tuple(sorted(self.findings, key=_worst_first)),
            rules=tuple(self.runs[rule.id] for rule in self.selection.rules),
            plans=summaries(self.dataset, self.describe, options.as_of),
            loading_seconds=loading,
            gone=tuple(_gone(entry) for entry in gone),
            baseline=self.describe.relative(options.baseline.file)
            if options.baseline.file
            else None,
            since=options.since,
            notices=tuple(self._notices()),
        )

    def _notices(self) -> Iterator[Notice]:
        """What is to be known of rules that a user brought, with paths as the user types them."""
        found = list(self.catalogue.notices)
        if self.dataset.files:
            for rule in self.selection.rules:
                found += plain.unknown_targets(self.dataset, rule) if rule.plain else ()
        for notice in found:
            yield replace(notice, path=self.describe.relative(Path(notice.path)))

    def evaluate(self, engine: Engine, rules: Sequence[Rule], observe: Observer) -> None:
        """Runs those of some rules that can be run, and notes what came of each.

        A rule that applies to nothing is not given to the engine: all its results are about nodes
        that it applies to.
        """
        stated = {predicate for predicate, _ in self.dataset.about(RUN)}
        waiting: list[Rule] = []
        examined: dict[str, int | None] = {}
        for rule in rules:
            reason = why_not(rule, self.selection, stated)
            count = self.applicability.examined(rule) if reason is None else 0
            if count != 0:
                waiting.append(rule)
                examined[rule.id] = count
            else:
                idle = Outcome.NONE_APPLICABLE if reason is None else Outcome.NOT_RUN
                self.runs[rule.id] = RuleRun(
                    rule.id, idle, 0 if reason is None else None, 0, 0.0, reason
                )
        begin = _counted(observe, len(waiting))
        for evaluation in engine.evaluate(self.dataset, waiting, begin) if waiting else ():
            assembly = self.assembler.findings(evaluation)
            self.findings += assembly.findings
            self.covered |= assembly.covered
            rule = evaluation.rule
            self.keys[rule.id] = assembly.keys
            self.runs[rule.id] = _run(evaluation, examined[rule.id], len(assembly.findings))

    def was_run(self, rule_id: str) -> bool:
        """Whether a rule was run to its end."""
        run = self.runs.get(rule_id)
        return run is not None and run.outcome in {Outcome.RAN, Outcome.NONE_APPLICABLE}

    def gone(self) -> list[Entry]:
        """Entries of the baseline that would have been found again, and were not."""
        found = []
        for rule_id in self.options.baseline.rules:
            left = self.options.baseline.compare(rule_id, self.keys.get(rule_id, ())).gone
            found += [entry for entry in left if self._would_be_found(entry)]
        return sorted(found)

    def _would_be_found(self, entry: Entry) -> bool:
        rule = self.catalogue.rules.get(entry.rule)
        if rule is None:
            return True
        plan = NamedNode(entry.plan) if entry.plan else None
        is_here = plan is None or plan in self.plans
        return is_here and self.was_run(rule.id) and self.selection.applies(rule, plan)

    def _outcomes(self, gone: Sequence[Entry]) -> list[Statement]:
        """What the rules about the findings of the others need to know."""
        facts: list[Statement] = [(RUN, aln(_FINDINGS_KNOWN), Literal(True))]
        was_run = {r.iri.value: self.was_run(r.id) for r in self.catalogue.rules.values()}
        named = {waiver.against for waiver in self.assembler.waivers.every}
        facts += [
            (rule.iri, NamedNode(RDFS + "label"), Literal(title, language=lang))
            for rule in self.catalogue.rules.values()
            if rule.iri.value in named
            for lang, title in sorted(rule.title.items())
        ]
        facts += outcome_facts(
            self.assembler.waivers, self.covered, was_run, complete=self.selection.complete
        )
        if self.options.baseline.file is not None:
            source = SourceFile(self.options.baseline.file, Role.INPUT)
            said = self.dataset.index.number_all(gone_facts(source.path, gone))
            self.dataset.put_file(source, said)
        return facts


def _counted(observe: Observer, total: int) -> Begin:
    """Tells an observer which rule is run, and how many have been by then."""
    begun: dict[str, int] = {}

    def begin(rule: Rule) -> None:
        number = begun.setdefault(rule.id, len(begun) + 1)
        observe(Step(Stage.RULES, number, total, rule.id))

    return begin


def _input_plans(dataset: Dataset) -> frozenset[NamedNode]:
    """The plan editions that an input describes."""
    found = dataset.subjects(_TYPE, aln("PlanEdition"))
    return frozenset(n for n in found if isinstance(n, NamedNode) and in_scope(dataset, n))


def _gone(entry: Entry) -> GoneFinding:
    return GoneFinding(
        entry.rule, entry.plan or None, entry.label, entry.value or None, entry.fingerprint
    )


def _worst_first(finding: Finding) -> tuple[str, int, str, str]:
    plan = finding.plan.iri if finding.plan else "~"
    return plan, -finding.severity, finding.rule, finding.focus.iri


def _run(evaluation: Evaluation, examined: int | None, findings: int) -> RuleRun:
    failed = evaluation.failure is not None
    return RuleRun(
        evaluation.rule.id,
        Outcome.FAILED if failed else Outcome.RAN,
        None if failed else examined,
        findings,
        evaluation.seconds,
        evaluation.failure,
        evaluation.engine,
        evaluation.left,
    )


def _inputs(dataset: Dataset, describe: Describer) -> tuple[InputFile, ...]:
    return tuple(
        InputFile(describe.relative(f.path), f.error, f.warnings)
        for f in dataset.files
        if f.role is Role.INPUT
    )
