"""alignchecker.toml, or [tool.alignchecker] in pyproject.toml: what a project decides once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alignchecker.model.errors import ConfigError, InputError, did_you_mean
from alignchecker.model.finding import Severity

FILE = "alignchecker.toml"
_SEVERITIES = {s.word: s for s in Severity}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a check is configured with; the command line goes before it.

    severity: rule id -> severity it is reported with. documents: glob patterns of documents that
    are imported with a folder.
    """

    profile: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "violation"
    lang: str = "ja"
    documents: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    file: str | None = None


_LISTS = {"profile", "select", "ignore", "documents"}
_CHOICES = {"fail-on": (*_SEVERITIES, "never"), "lang": ("ja", "en")}
KEYS = sorted([*_LISTS, *_CHOICES, "severity"])


def find(paths: Sequence[Path]) -> Path | None:
    """The configuration file of the first folder given, else of the current one, or above them."""
    starts = [*(p.resolve() for p in paths if p.is_dir()), Path.cwd()]
    for folder in dict.fromkeys(f for start in starts for f in (start, *start.parents)):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / "pyproject.toml"
        if project.is_file() and _own_table(_toml(project)) is not None:
            return project
    return None


def read(file: Path | None) -> Configuration:
    """The configuration in a file; the defaults without one.

    Raises ConfigError naming the nearest key for one that is unknown, InputError for broken TOML.
    """
    if file is None:
        return Configuration()
    table = _toml(file)
    if file.name != FILE:
        table = _own_table(table) or {}
    for key in table:
        if key not in KEYS:
            raise _unknown(file, key)
    lists = {key: _strings(file, key, table.get(key, [])) for key in _LISTS}
    choices = {
        key: _choice(file, key, table[key], allowed)
        for key, allowed in _CHOICES.items()
        if key in table
    }
    for pattern in lists["documents"]:
        if not pattern or Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            raise _wrong(file, "documents", 'documents = ["*.txt", "本文/*.txt"]')
    severity = table.get("severity", {})
    if not isinstance(severity, dict):
        raise _wrong(file, "severity", '[severity] 規則 = "warning"')
    severities = {
        rule: _SEVERITIES[_choice(file, f"severity.{rule}", word, tuple(_SEVERITIES))]
        for rule, word in severity.items()
    }
    return Configuration(
        profile=lists["profile"],
        select=lists["select"],
        ignore=lists["ignore"],
        documents=lists["documents"],
        fail_on=choices.get("fail-on", "violation"),
        lang=choices.get("lang", "ja"),
        severity=severities,
        file=file.as_posix(),
    )


def _own_table(project: dict[str, Any]) -> dict[str, Any] | None:
    tools = project.get("tool")
    table = tools.get("alignchecker") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        words = error.strerror or ""
        raise InputError(
            f"開けません（{words}）", f"cannot be opened ({words})", str(file)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"設定ファイルの書き方の誤りです: {error}", f"not well-formed TOML: {error}", str(file)
        ) from error


def _unknown(file: Path, key: str) -> ConfigError:
    ja, en = did_you_mean(key, KEYS)
    return ConfigError(
        f"{file}: 設定「{key}」はありません。{ja}使えるもの: {', '.join(KEYS)}",
        f"{file}: There is no setting '{key}'.{en} Known: {', '.join(KEYS)}",
    )


def _wrong(file: Path, key: str, expected: str) -> ConfigError:
    return ConfigError(
        f"{file}: 「{key}」の書き方が違います。{expected} のように書いてください",
        f"{file}: '{key}' should be written as {expected}",
    )


def _strings(file: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _wrong(file, key, f'{key} = ["…"]')
    return tuple(value)


def _choice(file: Path, key: str, value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise _wrong(file, key, f'{key} = "{allowed[0]}" ({", ".join(allowed)})')
    return str(value)
