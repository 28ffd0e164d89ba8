"""The files of a project folder that a check takes beside the plans: waivers and baseline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alignchecker.importers.paths import is_file, is_folder
from alignchecker.rules import baseline, waiver_file
from alignchecker.rules.configuration import Configuration


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


def baseline_file(paths: Sequence[Path], configuration: Configuration) -> Path | None:
    """The baseline there; None where nobody has written one."""
    found = (folder / baseline.FILE for folder in folders(paths, configuration))
    return min((path for path in found if is_file(path)), default=None)


def settings(
    paths: Sequence[Path], configuration: Configuration, given: Path | None = None
) -> list[Path]:
    """The files that settle how plans are checked: configuration, waivers and baseline.

    given: the baseline, where it is not that of the folder.
    """
    known = given or baseline_file(paths, configuration)
    files = [configuration.file, *waivers(paths, configuration), known]
    return [Path(file) for file in files if file is not None]
