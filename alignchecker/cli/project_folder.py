"""The project folder that a verb writes to, and its configuration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from alignchecker.rules.configuration import Configuration


def project_folder(given: Path | None) -> tuple[Path, Configuration]:
    """The project folder, and its configuration: given, or where the configuration is, or here."""
    from alignchecker.rules.configuration import find, read

    if given is not None and not given.is_dir():
        raise ConfigError(
            f"{given}: フォルダーではありません。計画のフォルダーを --project で指定してください。",
            f"{given}: This is no folder. Name that of the plans with --project.",
        )
    configuration = read(find([given] if given is not None else []))
    if given is None:
        given = Path(configuration.file).parent if configuration.file else Path()
    return given, configuration
