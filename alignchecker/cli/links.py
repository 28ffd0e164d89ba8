"""``review accept``, ``reject``, ``hold``, ``none``, ``confirm``, ``undo``: verdicts on links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import inputs, options
from alignchecker.lang import say
from alignchecker.model.errors import ConfigError
from alignchecker.model.links import Contribution, Verdict

if TYPE_CHECKING:
    from alignchecker.links.records import Addition
    from alignchecker.links.reviewing import Answer, Reviewing
    from alignchecker.model.links import LinkRecord

Links = Annotated[
    list[str] | None,
    typer.Argument(
        help="対応づけの名前（IRI） / links, by IRI", metavar="LINK...", show_default=False
    ),
]
Project = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="計画のフォルダー / project folder")
]
By = Annotated[str, typer.Option(metavar="氏名", help="判断した人か課 / who decides")]
Date = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="判断した日 / date")]
Reason = Annotated[str, typer.Option(help="理由 / why")]
From = Annotated[
    str | None, typer.Option("--from", help="対応元の項目（名称かIRI） / item the link starts from")
]
To = Annotated[
    str | None, typer.Option("--to", help="対応先の項目（名称かIRI） / item it leads to")
]
Kind = Annotated[str | None, typer.Option(help="direct / partial / context（直接・一部・関連）")]
Decides = Annotated[
    bool, typer.Option("--decides", help="分かれた判断に決着を付ける / settles a dispute")
]


def accept(
    by: By, date: Date, links: Links = None, from_: From = None, to: To = None,
    reason: Reason = "", kind: Kind = None, decides: Decides = False,
    project: Project = None, lang: options.Lang = None,
) -> None:  # fmt: skip
    """対応づけを採用します。--from と --to で新しく作れます / Accept links, or make one."""
    answer = _answer(Verdict.ACCEPT, by, date, reason, kind, decides=decides)
    _say(links, from_, to, answer, project, lang)


def reject(
    by: By, date: Date, links: Links = None, from_: From = None, to: To = None,
    reason: Reason = "", decides: Decides = False,
    project: Project = None, lang: options.Lang = None,
) -> None:  # fmt: skip
    """対応づけを不採用とします / Reject links."""
    answer = _answer(Verdict.REJECT, by, date, reason, None, decides=decides)
    _say(links, from_, to, answer, project, lang)


def hold(
    by: By, date: Date, links: Links = None, from_: From = None, to: To = None,
    reason: Reason = "", project: Project = None, lang: options.Lang = None,
) -> None:  # fmt: skip
    """判断を保留し、同じ人の前の判断を取り下げます / Decide nothing, and withdraw what one said."""
    answer = _answer(Verdict.HOLD, by, date, reason, None, decides=False)
    _say(links, from_, to, answer, project, lang)


def none(
    by: By, date: Date,
    from_: Annotated[str, typer.Option("--from", help="対応元の項目 / item")],
    in_: Annotated[str, typer.Option("--in", help="相手の計画（題名かIRI） / the other plan")],
    reason: Reason = "", project: Project = None, lang: options.Lang = None,
) -> None:  # fmt: skip
    """項目に当たるものが相手の計画にないと記録します / Record that a plan has no counterpart."""
    answer = _answer(Verdict.NO_COUNTERPART, by, date, reason, None, decides=False)
    if not answer.reason:
        raise ConfigError(
            "該当なしとする理由を --reason で書いてください。",
            "Say with --reason why there is no counterpart.",
        )
    with recording(project, lang) as (reviewing, add):
        link = reviewing.between(reviewing.item(from_), None, reviewing.plan(in_))
        add.append(reviewing.said(link, answer))


def confirm(
    by: By, date: Date, links: Links = None,
    every: Annotated[
        bool, typer.Option("--all", help="文言の変わったものすべて / all that changed")
    ] = False,
    reason: Reason = "", project: Project = None, lang: options.Lang = None,
) -> None:  # fmt: skip
    """文言の変わった対応づけを、いまの文言で確かめたと記録します / Renew links as they read now."""
    from alignchecker.links.reviewing import suspect
    from alignchecker.model.links import LinkStatus

    with recording(project, lang) as (reviewing, add):
        wanted = [reviewing.link(word) for word in links or ()]
        if every:
            wanted += suspect(reviewing.dataset, reviewing.links)
        elif not wanted:
            raise _nothing_named()
        for link in wanted:
            if link.status is not LinkStatus.ACCEPTED:
                raise ConfigError(
                    f"対応づけ <{link.iri}> は採用されていないため、確認できません。"
                    "review accept で採用してください。",
                    f"The link <{link.iri}> is not accepted. Accept it with review accept.",
                )
            verdict = Verdict.ACCEPT if link.to else Verdict.NO_COUNTERPART
            add.append(reviewing.said(link, _answer(verdict, by, date, reason, None)))


def undo(
    by: By, date: Date, links: Links = None, from_: From = None, to: To = None,
    reason: Reason = "", project: Project = None, lang: options.Lang = None,
) -> None:  # fmt: skip
    """自分の最後の判断を取り消します（記録は残ります） / Take back one's last verdict."""
    answer = _answer(Verdict.UNDO, by, date, reason, None)
    with recording(project, lang) as (reviewing, add):
        for link in _wanted(reviewing, links, from_, to):
            add.append(reviewing.undone(link, answer))


VERBS: dict[str, Callable[..., None]] = {
    "accept": accept,
    "reject": reject,
    "hold": hold,
    "none": none,
    "confirm": confirm,
    "undo": undo,
}


def _say(
    words: Sequence[str] | None,
    start: str | None,
    to: str | None,
    answer: Answer,
    project: Path | None,
    lang: str | None,
) -> None:
    with recording(project, lang) as (reviewing, add):
        for link in _wanted(reviewing, words, start, to):
            add.append(reviewing.said(link, answer))


def _wanted(
    reviewing: Reviewing, words: Sequence[str] | None, start: str | None, to: str | None
) -> list[LinkRecord]:
    """The links named by IRI, and the one between two items."""
    wanted = [reviewing.link(word) for word in words or ()]
    if start is not None and to is not None:
        wanted.append(reviewing.between(reviewing.item(start), reviewing.item(to)))
    elif not wanted or start is not None or to is not None:
        raise _nothing_named()
    return wanted


def _nothing_named() -> ConfigError:
    return ConfigError(
        "どの対応づけかを、名前（IRI）か、--from と --to の両方で指定してください。",
        "Say which link is meant, by its IRI or with both --from and --to.",
    )


def _answer(
    verdict: Verdict, by: str, date: str, reason: str, kind: str | None, *, decides: bool = False
) -> Answer:
    from alignchecker.links.reviewing import Answer

    day = options.date(date, "--date")
    if not by.strip() or day is None:
        raise ConfigError(
            "誰がいつ判断したかを、--by と --date で書いてください。",
            "Say who decides and when, with --by and --date.",
        )
    if kind is not None:
        options.one_of(kind, [k.value for k in Contribution], "種類", "kind")
    contribution = Contribution(kind) if kind else None
    return Answer(verdict, by, day.isoformat(), reason, contribution, decides)


@contextmanager
def recording(project: Path | None, lang: str | None) -> Iterator[tuple[Reviewing, list[Addition]]]:
    """Within: the project as it is, nobody else writing; what was added is written at the end."""
    from alignchecker.cli.project_folder import project_folder
    from alignchecker.links.lock import writing
    from alignchecker.links.reviewing import Reviewing
    from alignchecker.reports.link_files import write

    folder, configuration = project_folder(project)
    language = options.language(lang, configuration.lang)
    additions: list[Addition] = []
    with writing(folder):
        reviewing = Reviewing(inputs.whole([folder], configuration, language))
        yield reviewing, additions
        for path in write(folder, reviewing.dataset, additions):
            options.tell(say("links.written", language, file=path))
    if not additions:
        options.tell(say("links.nothing", language))
    for addition in additions:
        status = addition.link.status.value
        options.tell(say(f"links.now.{status}", language, link=title(reviewing, addition)))


def title(reviewing: Reviewing, addition: Addition) -> str:
    """A link as people read it: from → to."""
    from pyoxigraph import NamedNode

    link = addition.link
    ends = (link.start, link.to or link.none_in or "")
    return " → ".join(reviewing.describer.label(NamedNode(end)) for end in ends)
