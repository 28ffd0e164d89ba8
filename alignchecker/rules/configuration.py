"""alignchecker.toml, or [tool.alignchecker] in pyproject.toml: what a project decides once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from alignchecker.importers.paths import is_file, is_folder
from alignchecker.importers.toml import read_toml
from alignchecker.model.errors import ConfigError, did_you_mean
from alignchecker.model.severity import Severity

FILE = "alignchecker.toml"
_SEVERITIES = {s.word: s for s in Severity}


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for one plan, or for all. Empty: nothing was chosen.

    profile: profiles instead of those of the plan's type. select, ignore: rules or families.
    severity: rule id -> severity that its findings are reported with.
    """

    profile: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a check is configured with; the command line goes before it.

    severity: rule id -> severity it is reported with. plans: what is chosen for one plan, by its
    title or IRI. documents: glob patterns of documents that are imported with a folder. shapes:
    files of rules beside the catalogue, or glob patterns of them, from the configuration's folder.
    queries: folders of saved queries, from there as well.
    """

    profile: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "violation"
    lang: str = "ja"
    documents: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    plans: Mapping[str, Choice] = field(default_factory=dict)
    file: str | None = None


_LISTS = {"profile", "select", "ignore", "documents", "shapes", "queries"}
_CHOICES = {"fail-on": (*_SEVERITIES, "never"), "lang": ("ja", "en")}
KEYS = sorted([*_LISTS, *_CHOICES, "severity", "plan"])
_PLAN_LISTS = {"profile", "select", "ignore"}
_PLAN_KEYS = sorted([*_PLAN_LISTS, "severity"])


def find(paths: Sequence[Path]) -> Path | None:
    """The configuration file of the first folder given, else of the current one, or above them."""
    starts = [*(p.resolve() for p in paths if is_folder(p)), Path.cwd()]
    for folder in dict.fromkeys(f for start in starts for f in (start, *start.parents)):
        if is_file(folder / FILE):
            return folder / FILE
        project = folder / "pyproject.toml"
        if is_file(project) and _own_table(read_toml(project)) is not None:
            return project
    return None


def read(file: Path | None) -> Configuration:
    """The configuration in a file; the defaults without one.

    Raises ConfigError naming the nearest key for one that is unknown, InputError for broken TOML.
    """
    if file is None:
        return Configuration()
    table: Mapping[str, object] = read_toml(file)
    if file.name != FILE:
        table = _own_table(table) or {}
    _check_keys(file, table, KEYS)
    lists = {key: _strings(file, key, table.get(key, [])) for key in _LISTS}
    choices = {
        key: _choice(file, key, table[key], allowed)
        for key, allowed in _CHOICES.items()
        if key in table
    }
    for pattern in lists["documents"]:
        if not pattern or Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            raise _wrong(file, "documents", 'documents = ["*.txt", "本文/*.txt"]')
    for pattern in lists["shapes"]:
        if not pattern or Path(pattern).is_absolute():
            raise _wrong(file, "shapes", 'shapes = ["own-rules.ttl", "規則/*.ttl"]')
    for folder in lists["queries"]:
        if not folder or Path(folder).is_absolute():
            raise _wrong(file, "queries", 'queries = ["queries", "問い合わせ"]')
    return Configuration(
        profile=lists["profile"],
        select=lists["select"],
        ignore=lists["ignore"],
        documents=lists["documents"],
        shapes=lists["shapes"],
        queries=lists["queries"],
        fail_on=choices.get("fail-on", "violation"),
        lang=choices.get("lang", "ja"),
        severity=_severities(file, "severity", table.get("severity", {})),
        plans=_plans(file, table.get("plan", {})),
        file=file.as_posix(),
    )


def _own_table(project: Mapping[str, object]) -> dict[str, object] | None:
    tools = project.get("tool")
    table = tools.get("alignchecker") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _severities(file: Path, key: str, table: object) -> dict[str, Severity]:
    if not isinstance(table, dict):
        raise _wrong(file, key, f'[{key}] 規則 = "warning"')
    return {
        rule: _SEVERITIES[_choice(file, f"{key}.{rule}", word, tuple(_SEVERITIES))]
        for rule, word in table.items()
    }


def _plans(file: Path, tables: object) -> dict[str, Choice]:
    """[plan."青葉市こども計画"]: what is chosen for one plan."""
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise _wrong(file, "plan", '[plan."計画の題名"]')
    found = {}
    for name, table in tables.items():
        _check_keys(file, table, _PLAN_KEYS)
        inside = f'plan."{name}".'
        lists = {k: _strings(file, inside + k, table.get(k, [])) for k in _PLAN_LISTS}
        severity = _severities(file, inside + "severity", table.get("severity", {}))
        found[name] = Choice(lists["profile"], lists["select"], lists["ignore"], severity)
    return found


def _check_keys(file: Path, table: Mapping[str, object], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            ja, en = did_you_mean(key, known)
            raise ConfigError(
                f"{file}: 設定「{key}」はありません。{ja}{', '.join(known)} から選んでください。",
                f"{file}: There is no setting '{key}'.{en} Choose one of {', '.join(known)}.",
            )


def _wrong(file: Path, key: str, expected: str) -> ConfigError:
    return ConfigError(
        f"{file}: 「{key}」の書き方が違います。{expected} のように書いてください。",
        f"{file}: '{key}' should be written as {expected}.",
    )


def _strings(file: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _wrong(file, key, f'{key} = ["…"]')
    return tuple(value)


def _choice(file: Path, key: str, value: object, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise _wrong(file, key, f'{key} = "{allowed[0]}" ({", ".join(allowed)})')
    return str(value)
