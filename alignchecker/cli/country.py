"""``check ROOT --workers N``: every municipality of a corpus by itself, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.cli import options
from alignchecker.cli.checking import Asked, check_options
from alignchecker.cli.progress import progress
from alignchecker.lang import say
from alignchecker.model.errors import ConfigError
from alignchecker.model.progress import Observer, Stage, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignchecker.corpus.examining import Terms
    from alignchecker.corpus.layout import Corpus


@dataclass(frozen=True, slots=True)
class Country:
    """What only a run over a corpus is asked for."""

    workers: int | None
    scheduler: str | None
    unit_memory: int | None
    unit_timeout: float | None
    fail_on: str | None
    formats: Sequence[str] | None
    outputs: Sequence[Path] | None
    lang: str | None

    def is_asked_for(self, asked: Asked, *, statistics: bool, watch: bool) -> bool:
        """Whether the municipalities are to be checked each by itself.

        Raises ConfigError for what cannot be asked for together.
        """
        if self.workers is None and self.scheduler is None:
            if self.unit_memory is not None or self.unit_timeout is not None:
                raise ConfigError(
                    "--unit-memory と --unit-timeout は、--workers か --scheduler とともに"
                    "使います。",
                    "--unit-memory and --unit-timeout go with --workers or --scheduler.",
                )
            return False
        if self.workers is not None and self.scheduler is not None:
            raise ConfigError(
                "--workers と --scheduler は、どちらか一方だけを指定してください。",
                "Give one of --workers and --scheduler, not both.",
            )
        about_one_check = {
            "--since": asked.since is not None,
            "--baseline": asked.baseline is not None,
            "--statistics": statistics,
            "--watch": watch,
        }
        refused = [option for option, given in about_one_check.items() if given]
        if refused:
            raise ConfigError(
                f"市町村ごとの検査（--workers、--scheduler）では {'、'.join(refused)} は"
                "使えません。外すか、市町村のフォルダーを一つ指定して使ってください。",
                f"{', '.join(refused)} cannot be used where municipalities are checked by"
                " themselves (--workers, --scheduler). Leave it out, or name the folder of one.",
            )
        return True

    @property
    def form(self) -> str:
        """How the list of municipalities is shown."""
        forms = self.formats or ["text"]
        if len(forms) > 1 or len(self.outputs or ()) > 1:
            raise ConfigError(
                "市町村ごとの検査（--workers、--scheduler）では、--output-format と --output は"
                "一つずつです。--output には結果を入れるフォルダーを指定してください。",
                "Where municipalities are checked by themselves (--workers, --scheduler) give one"
                " --output-format and one --output, which names the folder of results.",
            )
        return options.one_of(forms[0], ("text", "json"), "出力形式", "format")

    @property
    def results(self) -> Path | None:
        """The folder of results that was asked for."""
        return next(iter(self.outputs or ()), None)


def check_country(paths: Sequence[Path], country: Country, asked: Asked) -> int:
    """Checks every municipality below the one folder given; gives the exit status."""
    from alignchecker.cli.inputs import NO_INPUT
    from alignchecker.corpus import checking, overview
    from alignchecker.corpus.processes import Limits
    from alignchecker.rules.configuration import find, read

    language = options.language(country.lang, read(find(paths)).lang)
    form = country.form
    if country.fail_on is not None:
        options.one_of(country.fail_on, options.FAIL_ON, "区分", "level for --fail-on")
    _check_words(paths, asked)
    limits = Limits(country.unit_memory, country.unit_timeout)
    limits.check()
    corpus = corpus_at(paths, country.results)
    if not corpus.units:
        options.tell(say("corpus.no-units", language, folder=paths[0]))
        return NO_INPUT
    terms = partial(terms_of, asked=asked, lang=country.lang)
    jobs = checking.outstanding(corpus, terms, repr((asked, country.lang)))
    means = checking.Means(country.workers or 1, country.scheduler, limits)
    with progress(language) as observe:
        told = _each(observe, len(jobs))
        found = checking.check(corpus, jobs, lambda j: means.run(j, corpus.root, language), told)
    seen = overview.Overview(corpus, found, len(jobs))
    if form == "json":
        options.deliver(overview.render_json(seen), None)
    else:
        options.show(lambda console: overview.render_text(seen, language, console))
    return seen.status(country.fail_on)


def _check_words(paths: Sequence[Path], asked: Asked) -> None:
    """Raises ConfigError for a rule, profile or engine that does not exist: for all units once."""
    from alignchecker.engine.check import ENGINES
    from alignchecker.rules import project
    from alignchecker.rules.catalogue import load_catalogue
    from alignchecker.rules.configuration import find, read
    from alignchecker.rules.own_rules import with_own_rules

    catalogue = with_own_rules(load_catalogue(), project.shapes(read(find(paths))))
    catalogue.with_parents(asked.profile)
    catalogue.select(asked.select, asked.ignore)
    options.one_of(asked.engine, ENGINES, "エンジン", "engine")


def corpus_at(paths: Sequence[Path], results: Path | None) -> Corpus:
    """The corpus of the one folder given.

    Raises ConfigError for more than one, and for what is no folder.
    """
    from alignchecker.corpus.layout import Corpus
    from alignchecker.importers.paths import is_folder

    if len(paths) != 1 or not is_folder(paths[0]):
        raise ConfigError(
            "市町村ごとに調べるときは、全体を収めたフォルダーを一つだけ指定してください。",
            "To check municipalities by themselves name one folder that holds them all.",
        )
    return Corpus.at(paths[0], results)


def terms_of(paths: Sequence[Path], *, asked: Asked, lang: str | None) -> Terms:
    """How the folder of a municipality is checked: by its own configuration, as alone."""
    from alignchecker.corpus.examining import Terms
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    # A unit that has its result is not read again, and a country would fill any cache.
    return Terms(
        replace(check_options(paths, configuration, asked), parsed=None),
        options.language(lang, configuration.lang),
        configuration.fail_on,
    )


def _each(observe: Observer, total: int) -> Callable[[], None]:
    """Tells an observer how many municipalities are done, each time that one is."""
    done = count(1)
    observe(Step(Stage.MUNICIPALITIES, 0, total))
    return lambda: observe(Step(Stage.MUNICIPALITIES, next(done), total))
