"""How well ``diff`` tells what was edited: ``python -m tests.bench.revisions [--seeds 20]``.

Plans of the fictional city, of data/ and generated ones get known edits of every kind at once, are
put in another order and numbered afresh. For each kind: how many of what is reported is right
(precision), and how many of the edits are reported (recall). --misses lists what went wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from alignchecker.diff.revising import revise
from alignchecker.diff.revision import Edition, Kind, Revision
from alignchecker.model.plan import PlanDraft
from tests.diff.revising import KINDS, Edit, drafts, revised

_NAMES = {
    Kind.RENAMED: "renamed", Kind.MOVED: "moved", Kind.ADDED: "added", Kind.REMOVED: "removed",
    Kind.SPLIT: "split", Kind.MERGED: "merged", Kind.REPLACED: "replaced",
}  # fmt: skip


@dataclass
class Score:
    """right of what was ``given``; found of what was ``wanted``."""

    given: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of what is reported that is right; 1 where nothing is."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the edits that are reported; 1 where there were none."""
        return self.found / self.wanted if self.wanted else 1.0


def edition(draft: PlanDraft) -> Edition:
    """A draft to compare, whose items are called by their ids."""
    return Edition(draft, "", {item.id: item.id for item in draft.items})


def reported(revision: Revision) -> Iterator[Edit]:
    """What a comparison says, as edits."""
    for row in revision.rows:
        ends = tuple(sorted(i.id for i in row.old)), tuple(sorted(i.id for i in row.new))
        yield from (Edit(_NAMES[kind], *ends) for kind in row.kinds if kind in _NAMES)
        if "text" in row.fields:
            yield Edit("text", *ends)
    for relation in revision.relations:
        yield Edit("relation", *_ends(relation.old, relation.new))
    for indicator in revision.indicators:
        yield Edit("indicator", *_ends(indicator.old, indicator.new))
    yield from (Edit("period") for fact in revision.facts if fact.field == "period")


def _ends(old: object, new: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before, now = ((str(e.name),) if e is not None else () for e in (old, new))  # type: ignore[attr-defined]
    return before, now


def measure(
    seeds: range, sizes: tuple[int, ...] = (60, 200)
) -> tuple[dict[str, Score], Counter[str], list[str]]:
    """Scores by kind of edit; pairs by how sure and whether right; what went wrong."""
    scores = {kind: Score() for kind in (*KINDS, "same item")}
    sure: Counter[str] = Counter()
    misses: list[str] = []
    for name, draft in drafts(sizes):
        for seed in seeds:
            new, edits, kept = revised(draft, seed)
            revision = revise(edition(draft), edition(new))
            _score(scores, edits, set(reported(revision)), f"{name} {seed}", misses)
            _pairs(scores["same item"], sure, revision, kept)
    return scores, sure, misses


def _score(
    scores: dict[str, Score], edits: tuple[Edit, ...], said: set[Edit], name: str, misses: list[str]
) -> None:
    # A label of which only the topic stays is asked for on its own; it may be called either.
    either = {"renamed", "replaced"}
    reworded = {(e.old, e.new) for e in edits if e.kind == "reworded"}
    wanted = set(edits)
    for edit in edits:
        kinds = either if edit.kind == "reworded" else {edit.kind}
        is_found = any(Edit(kind, edit.old, edit.new) in said for kind in kinds)
        scores[edit.kind].wanted += 1
        scores[edit.kind].found += is_found
        if not is_found:
            misses.append(f"{name}: not found: {edit}")
    for edit in sorted(said, key=str):
        is_right = edit in wanted or (edit.kind in either and (edit.old, edit.new) in reworded)
        is_right |= edit.kind == "replaced" and Edit("renamed", edit.old, edit.new) in wanted
        scores[edit.kind].given += 1
        scores[edit.kind].right += is_right
        if not is_right:
            misses.append(f"{name}: wrong: {edit}")


def _pairs(score: Score, sure: Counter[str], revision: Revision, kept: dict[str, str]) -> None:
    score.wanted += len(kept)
    for row in revision.rows:
        if len(row.old) == len(row.new) == 1 and row.sureness is not None:
            is_right = kept.get(row.old[0].id) == row.new[0].id
            score.given += 1
            score.right += is_right
            score.found += is_right
            sure[f"{row.sureness.value} {'right' if is_right else 'wrong'}"] += 1


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    scores, sure, misses = measure(range(asked.first, asked.first + asked.seeds))
    print("| edit | edits | precision | recall |\n|---|---|---|---|")
    for kind, score in scores.items():
        precision = f"{score.precision:.3f}" if score.given else ""
        recall = f"{score.recall:.3f}" if score.wanted else ""
        print(f"| {kind} | {score.wanted or score.given} | {precision} | {recall} |")
    print(", ".join(f"{words}: {count}" for words, count in sorted(sure.items())))
    if asked.misses:
        print(*misses, sep="\n")


if __name__ == "__main__":
    main()
