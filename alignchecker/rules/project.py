"""The files of a project folder that a check takes beside the plans: rules, waivers,
answers, baseline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from alignchecker.importers.paths import is_file, is_folder
from alignchecker.model.errors import ConfigError
from alignchecker.rules import baseline, review_file, waiver_file
from alignchecker.rules.configuration import Configuration

_WILD = re.compile(r"[*?\[]")


def folders(paths: Sequence[Path], configuration: Configuration) -> list[Path]:
    """The folders given, and the one that the configuration is in."""
    given = [path for path in paths if is_folder(path)]
    configured = [Path(configuration.file).parent] if configuration.file else []
    return list({folder.resolve(): folder for folder in reversed([*given, *configured])}.values())


def holds_all(paths: Sequence[Path], configuration: Configuration) -> bool:
    """Whether the paths take in all that the configuration is about."""
    if configuration.file is None:
        return False
    own = Path(configuration.file).parent.resolve()
    return any(own.is_relative_to(path.resolve()) for path in paths if is_folder(path))


def waivers(paths: Sequence[Path], configuration: Configuration) -> list[Path]:
    """The files of waivers there."""
    found = (folder / waiver_file.FILE for folder in folders(paths, configuration))
    return sorted(path for path in found if is_file(path))


def reviews(paths: Sequence[Path], configuration: Configuration) -> list[Path]:
    """The files of answers to findings there."""
    found = (folder / review_file.FILE for folder in folders(paths, configuration))
    return sorted(path for path in found if is_file(path))


def shapes(configuration: Configuration) -> list[Path]:
    """The files of rules that a configuration names, each once, in its order.

    Raises ConfigError for a name or pattern that leads to none.
    """
    if configuration.file is None:
        return []
    folder = Path(configuration.file).parent
    found: dict[Path, None] = {}
    for pattern in configuration.shapes:
        files = sorted(path for path in _matching(folder, pattern) if is_file(path))
        if not files:
            raise ConfigError(
                f"{configuration.file}: 設定 shapes の「{pattern}」に当たるファイルがありません。"
                "名前を確かめてください（設定ファイルのあるフォルダーから書きます）。",
                f"{configuration.file}: No file is meant by '{pattern}' in shapes. Check the name"
                " (it is written from the folder of the configuration).",
            )
        found.update(dict.fromkeys(map(_as_typed, files)))
    return list(found)


def queries(configuration: Configuration) -> list[Path]:
    """The folders of saved queries that a configuration names."""
    if configuration.file is None:
        return []
    return [Path(configuration.file).parent / folder for folder in configuration.queries]


def _as_typed(path: Path) -> Path:
    """A path as a person would write it here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _matching(folder: Path, pattern: str) -> Iterable[Path]:
    """Files of a pattern; a name without * and the like may lead out of the folder."""
    return folder.glob(pattern) if _WILD.search(pattern) else [folder / pattern]


def baseline_file(paths: Sequence[Path], configuration: Configuration) -> Path | None:
    """The baseline there; None where nobody has written one."""
    found = (folder / baseline.FILE for folder in folders(paths, configuration))
    return min((path for path in found if is_file(path)), default=None)


def settings(
    paths: Sequence[Path], configuration: Configuration, given: Path | None = None
) -> list[Path]:
    """The files that settle what a report says beside the plans: configuration, rules, waivers,
    answers and baseline.

    given: the baseline, where it is not that of the folder.
    """
    known = given or baseline_file(paths, configuration)
    kept = [*waivers(paths, configuration), *reviews(paths, configuration)]
    files = [configuration.file, *shapes(configuration), *kept, known]
    return [Path(file) for file in files if file is not None]
