"""What is read together: all inputs, or one municipality after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alignchecker.graph.dataset import Dataset, SourceFile
from alignchecker.graph.loading import input_files, load, possible_files
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.importers.corrections import corrections_beside
from alignchecker.importers.paths import is_file
from alignchecker.model.progress import Observer, unobserved
from alignchecker.queries.opening import with_waivers
from alignchecker.rules import project
from alignchecker.rules.configuration import Configuration, find, read


@dataclass(frozen=True)
class Part:
    """Some inputs and the frames that they may cite. without: folders that are parts themselves."""

    paths: tuple[Path, ...]
    frames: tuple[Path, ...] = ()
    without: tuple[Path, ...] = ()

    @cached_property
    def configuration(self) -> Configuration:
        """As it is configured where the inputs are. Raises ConfigError and InputError."""
        return read(find(self.paths))

    def sources(self, failed: list[SourceFile]) -> Iterator[Path]:
        """Every file that settles what this part says; none of them is opened.

        failed: takes folders that cannot be looked into. Raises as ``load`` does.
        """
        configuration = self.configuration
        shapes = project.shapes(configuration)
        for file in possible_files(self.paths, configuration.documents, shapes, failed):
            if not self._is_of_another(file):
                yield file
                beside = corrections_beside(file)
                if is_file(beside):
                    yield beside
        yield from self.frames
        yield from shapes
        yield from project.waivers(self.paths, configuration)
        if configuration.file is not None:
            yield Path(configuration.file)

    def opened(self, parsed: ParsedFiles | None, observe: Observer = unobserved) -> Dataset:
        """What it says, with derived facts and waivers. Arguments and errors as of ``load``."""
        configuration, paths = self.configuration, self.paths
        failed: list[SourceFile] = []
        if self.without:
            paths = tuple(self._own_files(configuration, failed))
        dataset = load(
            paths,
            configuration.documents,
            self.frames,
            project.shapes(configuration),
            parsed,
            observe,
        )
        dataset.files.extend(failed)
        return with_waivers(dataset, self.paths, configuration)

    def _own_files(self, configuration: Configuration, failed: list[SourceFile]) -> Sequence[Path]:
        shapes = project.shapes(configuration)
        files = input_files(self.paths, configuration.documents, shapes, failed)
        return [file for file in files if not self._is_of_another(file)]

    def _is_of_another(self, file: Path) -> bool:
        return any(folder in file.parents for folder in self.without)
