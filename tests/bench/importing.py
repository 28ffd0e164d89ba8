"""How well and how fast documents are read: ``python -m tests.bench.importing [GROUP...]``.

For each plan of tests/importers/plans the F1 of its tree (level, number, label, ancestors) before
any correction; how many of ten single facts are right, and how many are stated wrongly; the F1 of
departments, of indicator values and of relations. Groups are the folders there: known… (the code
was written with them in sight) and any other (frozen before, and not looked at).

--details says what is missing and what is extra. --seeds FOLDER adds the real texts rewritten, and
--cost time and memory beside reading the same file with nothing but a library, which takes long.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from alignchecker.importers import read_document
from alignchecker.model.plan import PlanDraft
from tests.bench.import_cost import CASES, ROOT
from tests.bench.rewritten_texts import rewritten_table
from tests.importers.plan_facts import SINGLE, Facts, compare
from tests.reading.scoring import Score, draft_keys, read_gold, score_keys, with_plain_levels

PLANS = Path(__file__).parents[1] / "importers" / "plans"
GROUPS = tuple(sorted(folder.name for folder in PLANS.iterdir() if any(folder.glob("*.tree"))))


def document_of(tree: Path) -> Path:
    """The document whose tree a file holds: plan.tree, or plan.txt.tree beside plan.pdf.tree."""
    if tree.with_suffix("").is_file():
        return tree.with_suffix("")
    others = (".tree", ".json", ".py")
    return next(p for p in sorted(tree.parent.glob(f"{tree.stem}.*")) if p.suffix not in others)


def score_plan(draft: PlanDraft, tree: Path) -> Score:
    """The draft against the gold tree; whatever the plan calls its vision."""
    found, gold = draft_keys(draft.items), read_gold(tree)
    return score_keys(with_plain_levels(found), with_plain_levels(gold))


def accuracy_table(folder: Path, *, details: bool = False) -> Iterator[str]:
    """The lines of the table of one group."""
    columns = ("tree", "facts", "wrong", "dept", "indic", "rel")
    yield f"{folder.name:32}" + "".join(f"{column:>7}" for column in columns)
    by_format: dict[str, list[float]] = {}
    for tree in sorted(folder.glob("*.tree")):
        path = document_of(tree)
        draft = read_document(path)
        result = score_plan(draft, tree)
        facts = compare(draft, tree.with_suffix(".facts.json"))
        by_format.setdefault(path.suffix, []).append(result.f1)
        by_format.setdefault("all", []).append(result.f1)
        yield (
            f"  {path.name:30} {result.f1:6.3f} {facts.right:3}/{len(SINGLE)} {len(facts.wrong):6}"
            f" {facts.departments:6.3f} {facts.indicators:6.3f} {facts.relations:6.3f}"
        )
        if details:
            yield from (f"      {line}" for line in _details(result, facts))
    for format_name, scores in by_format.items():
        yield f"  mean of {format_name:22} {mean(scores):6.3f}"


def _details(result: Score, facts: Facts) -> Iterator[str]:
    yield from (f"- {key}" for key in result.missing)
    yield from (f"+ {key}" for key in result.extra)
    yield from (f"wrong {fact}" for fact in facts.wrong)
    yield from (f"missing {fact}" for fact in facts.missing)
    yield from facts.unlike


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"{', '.join(GROUPS)}; or all")
    parser.add_argument("--details", action="store_true", help="what is missing and what is extra")
    parser.add_argument("--seeds", type=Path, metavar="FOLDER", help="of the real texts")
    parser.add_argument(
        "--cost", nargs="*", metavar="CASE", help=f"all, or some of {', '.join(CASES)}"
    )
    options = parser.parse_args()
    unknown = [*set(options.groups) - set(GROUPS), *set(options.cost or ()) - set(CASES)]
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    for group in options.groups or GROUPS:
        _print(accuracy_table(PLANS / group, details=options.details))
    if options.seeds is not None:
        _print(rewritten_table(options.seeds))
    if options.cost is not None:
        command = [sys.executable, "-m", "tests.bench.import_cost", *options.cost]
        subprocess.run(command, cwd=ROOT, check=True)


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
