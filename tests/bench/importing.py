"""How well documents are read: ``python -m tests.bench.importing [GROUP...] [--details]``.

For each plan of tests/importers/plans the F1 of its tree (level, number, label, ancestors) before
any correction; how many of ten single facts are right, and which are stated wrongly; the F1 of
departments, of indicator values and of relations. Groups: known (the code was written with them in
sight) and unseen (frozen before, and not looked at).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import mean

from alignchecker.importers import read_document
from alignchecker.model.plan import PlanDraft
from tests.importers.plan_facts import SINGLE, compare
from tests.reading.scoring import Score, draft_keys, read_gold, score_keys, with_plain_levels

PLANS = Path(__file__).parents[1] / "importers" / "plans"
GROUPS = ("known", "unseen")


def document_of(tree: Path) -> Path:
    """The document whose tree a file holds."""
    others = (".tree", ".json", ".py")
    return next(p for p in sorted(tree.parent.glob(f"{tree.stem}.*")) if p.suffix not in others)


def score_plan(draft: PlanDraft, tree: Path) -> Score:
    """The draft against the gold tree; whatever the plan calls its vision."""
    found, gold = draft_keys(draft.items), read_gold(tree)
    return score_keys(with_plain_levels(found), with_plain_levels(gold))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", choices=GROUPS, default=GROUPS)
    parser.add_argument("--details", action="store_true", help="what is missing and what is extra")
    options = parser.parse_args()
    for group in options.groups:
        print(
            f"{group:32} {'tree':>6} {'facts':>6} {'wrong':>6} {'dept':>6} {'indic':>6} {'rel':>6}"
        )
        for format_name, scores in _group(PLANS / group, details=options.details).items():
            print(f"  mean of {format_name:22} {mean(scores):6.3f}")


def _group(folder: Path, *, details: bool) -> dict[str, list[float]]:
    by_format: dict[str, list[float]] = {}
    for tree in sorted(folder.glob("*.tree")):
        path = document_of(tree)
        draft = read_document(path)
        result = score_plan(draft, tree)
        facts = compare(draft, tree.with_suffix(".facts.json"))
        by_format.setdefault(path.suffix, []).append(result.f1)
        by_format.setdefault("all", []).append(result.f1)
        print(
            f"  {path.name:30} {result.f1:6.3f} {facts.right:3}/{len(SINGLE)} {len(facts.wrong):6}"
            f" {facts.departments:6.3f} {facts.indicators:6.3f} {facts.relations:6.3f}"
        )
        if details:
            for line in (
                *(f"- {key}" for key in result.missing),
                *(f"+ {key}" for key in result.extra),
                *(f"wrong {fact}" for fact in facts.wrong),
                *(f"missing {fact}" for fact in facts.missing),
                *facts.unlike,
            ):
                print(f"      {line}")
    return by_format


if __name__ == "__main__":
    main()
