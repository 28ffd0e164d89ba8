"""What answers ``query``: files in memory, a store on disk, or an endpoint."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from alignchecker.cli import inputs, options
from alignchecker.cli.progress import progress
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from alignchecker.queries.answering import Ask
    from alignchecker.queries.asked import Asked
    from alignchecker.rules.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line names."""

    paths: tuple[Path, ...]
    store: Path | None
    endpoint: str | None
    timeout: float | None

    @property
    def is_there(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.paths) or self.store is not None or self.endpoint is not None

    def check(self) -> None:
        """Raises ConfigError for what does not go together."""
        if self.endpoint is not None and (self.paths or self.store is not None):
            raise ConfigError(
                "--endpoint を使うときは、計画のファイルや --store は指定しません。",
                "With --endpoint name neither plans nor --store.",
            )
        if self.timeout is not None and (self.endpoint is None or not self.timeout > 0):
            raise ConfigError(
                "--timeout には 0 より大きい秒数を、--endpoint とともに指定してください。",
                "Give --timeout seconds, more than 0, together with --endpoint.",
            )


@dataclass(frozen=True, slots=True)
class Source:
    """asking: gives what answers a query. graphs: that a query may name, None for any. files: that
    are read, and must not be written over.
    """

    asking: Callable[[Asked], Ask]
    graphs: Collection[str] | None
    files: Sequence[Path] = ()
    is_whole: bool = True

    def exit_unread(self) -> None:
        """Exits with an error where an input could not be read."""
        if not self.is_whole:
            raise typer.Exit(inputs.UNREAD)


@contextmanager
def source(wanted: Wanted, configuration: Configuration, language: str) -> Iterator[Source]:
    """What was asked for, for as long as the block runs. Tells what could not be read.

    Raises ConfigError and InputError as reading and opening do.
    """
    wanted.check()
    if wanted.endpoint is not None:
        yield _remote(wanted.endpoint, wanted.timeout)
    elif wanted.store is not None:
        with _stored(wanted.store, wanted.paths, language) as found:
            yield found
    else:
        yield _in_memory(wanted.paths, configuration, language)


def _remote(endpoint: str, timeout: float | None) -> Source:
    from alignchecker.queries.remote import SECONDS, Endpoint

    ask = Endpoint.at(endpoint, SECONDS if timeout is None else timeout).asking()
    return Source(lambda _: ask, None)


@contextmanager
def _stored(folder: Path, paths: Sequence[Path], language: str) -> Iterator[Source]:
    """The store of a folder, brought up to date where paths are given."""
    from alignchecker.cli.kept import parsed_files
    from alignchecker.corpus.parts import parts
    from alignchecker.queries.answering import asking
    from alignchecker.queries.stored.folder import bring_up_to_date, opened

    files: Sequence[Path] = ()
    if paths:
        with progress(language) as observe:
            files = bring_up_to_date(folder, parts(paths), paths, parsed_files(), observe)
    with opened(folder) as found:
        for unread in found.unread:
            options.tell(unread.text(language))
        if not found.store and not found.unread:
            raise typer.Exit(inputs.NO_INPUT)
        ask = asking(found.store)
        graphs = {graph.value for graph in found.store.named_graphs()}
        yield Source(lambda _: ask, graphs, files, is_whole=not found.unread)


def _in_memory(paths: Sequence[Path], configuration: Configuration, language: str) -> Source:
    from alignchecker.cli.kept import parsed_files
    from alignchecker.queries.answering import asking
    from alignchecker.queries.opening import opened
    from alignchecker.queries.store import filled, graph_names

    with progress(language) as observe:
        dataset = opened(paths, configuration, parsed_files(), observe)
    inputs.tell_unread(dataset, language)
    return Source(
        lambda asked: asking(filled(dataset, paths, named=asked.names_graphs)),
        frozenset(graph.value for graph in graph_names(dataset, paths).values()),
        [file.path for file in dataset.files],
        is_whole=all(file.error is None for file in dataset.files),
    )
