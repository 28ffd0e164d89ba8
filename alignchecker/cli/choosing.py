"""The plan that a verb for one plan works on: the only one of a file, or the one that is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignchecker.model.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from alignchecker.graph.dataset import Dataset
    from alignchecker.graph.drafts import StoredFile, StoredPlan

_SHOWN = 20
_HOW = (
    "--plan に計画名かIRIを一つ指定してください。",
    "Name one with --plan, by title or IRI.",
)
"""How the verbs that have the option ask for one plan of several."""


def files_of(dataset: Dataset, *, outline_kinds: bool = False) -> list[StoredFile]:
    """The inputs with their plans. Raises the error of an input that could not be read."""
    from alignchecker.graph.dataset import Role
    from alignchecker.graph.drafts import from_draft, read_plans
    from alignchecker.graph.rdf_files import RDF_SUFFIXES
    from alignchecker.importers import read_document
    from alignchecker.importers.corrections import corrected

    files = []
    for source in dataset.files:
        if source.role is not Role.INPUT:
            continue
        if source.error is not None:
            raise source.error
        if source.path.suffix.lower() in RDF_SUFFIXES:
            files.append(read_plans(source.path, outline_kinds=outline_kinds))
            continue
        draft = corrected(read_document(source.path), source.path)
        files.append(from_draft(source.path, draft))
    return files


def choose(
    files: Sequence[StoredFile], wanted: str | None, how: tuple[str, str] = _HOW
) -> tuple[StoredFile, StoredPlan]:
    """The only plan, or the one of a title or IRI. Raises ConfigError naming those there are.

    how: what to do where there are several, in Japanese and English.
    """
    plans = [(file, edition, title) for file in files for edition, title in file.titles.items()]
    found = [p for p in plans if wanted is None or wanted in {p[2], p[1].value}]
    if len(found) == 1:
        file, edition, _ = found[0]
        return file, file.plan(edition)
    if not plans:
        raise ConfigError(
            "計画がありません。計画のファイルを指定してください。",
            "There is no plan. Name a file of a plan.",
        )
    titles = [title for _, _, title in plans]
    listed = "\n".join(f"  {title} <{edition.value}>" for _, edition, title in plans[:_SHOWN])
    more = len(plans) - _SHOWN
    listed += f"\n  … {more}" if more > 0 else ""
    if wanted is None or found:
        raise ConfigError(
            f"計画が{len(found)}つあります。{how[0]}\n{listed}",
            f"There are {len(found)} plans. {how[1]}\n{listed}",
        )
    close_ja, close_en = did_you_mean(wanted, titles)
    raise ConfigError(
        f"計画「{wanted}」はありません。{close_ja}次のどれかを指定してください。\n{listed}",
        f"There is no plan '{wanted}'.{close_en} Name one of these.\n{listed}",
    )
