"""対応表: each two plans, and of two plans which item is answered by what, both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from alignchecker.model.coverage import Row, Standing
from alignchecker.reports.html.answers import Answers, Table
from alignchecker.reports.standings import MARKS
from alignchecker.web.addresses import addresses
from alignchecker.web.checking import checking
from alignchecker.web.keys import key_of
from alignchecker.web.paging import asked_of, has, paged
from alignchecker.web.parts import latest, parts
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html
from alignchecker.web.work.checks import Latest

_PAGE = 100
_LINES = 200
SIDES = ("items", "measures", "matrix")
DEPTHS = ("deep", "shallow")


@dataclass(frozen=True)
class Pair:
    """A plan beside one that it stands under. partial: of the higher one an extract was read.

    items, measures: how many stand how, by the word of the standing, in depth and not.
    """

    key: str
    table: Table
    partial: bool
    items: Mapping[str, Mapping[str, int]]
    measures: Mapping[str, Mapping[str, int]]


def pairs(found: Latest) -> Mapping[str, Pair]:
    """All pairs of a check by key, in the order of the report."""
    return found.once("pairs", lambda: {pair.key: pair for pair in _pairs(found)})


def _pairs(found: Latest) -> Sequence[Pair]:
    forms = {plan.iri: plan.form for plan in found.checked.report.plans}
    return [
        Pair(
            key_of(table.of.plan, table.of.higher),
            table,
            forms.get(table.of.higher) == "extract",
            *(
                {depth: table.counts(side, deep=depth == "deep") for depth in DEPTHS}
                for side in ("items", "measures")
            ),
        )
        for table in Answers.of(found.checked.report.coverage).tables
    ]


def page(request: Request) -> Response:
    """The pairs of plans, to choose one."""
    here = parts(request)
    is_current = here.checks.keep_up()
    found = here.checks.latest
    asked = asked_of(request.query_params, ("text", "depth"))
    every = list(pairs(found).values()) if found is not None else []
    text = asked.get("text", "")
    chosen = [p for p in every if has(text, p.table.of.title, p.table.of.higher_title)]
    return html(
        request,
        "pairs.html",
        count=len(every),
        pairs=chosen,
        asked=asked,
        depth="shallow" if asked.get("depth") == "shallow" else "deep",
        marks=MARKS,
        checking=checking(here, is_current=is_current),
    )


def pair_of(request: Request) -> Pair:
    """The pair that an address names. Raises Refusal where there is none."""
    found = pairs(latest(request)).get(request.path_params["pair"])
    if found is None:
        raise Refusal(404, "pair")
    return found


def one(request: Request) -> Response:
    """One pair, from the side that is asked for."""
    here = parts(request)
    is_current = here.checks.keep_up()
    pair, query = pair_of(request), request.query_params
    asked = dict(asked_of(query, ("side", "depth", "standing", "text")))
    side = asked.get("side", "items") if asked.get("side") in SIDES else "items"
    is_deep = asked.get("depth") != "shallow"
    path = f"/coverage/{pair.key}"
    rows = pair.table.of.measures if side == "measures" else pair.table.of.items
    chosen = [row for row in rows if _is_asked_for(row, asked, deep=is_deep)]
    blocks = pair.table.blocks if side == "matrix" else ()
    return html(
        request,
        "pair.html",
        pair=pair,
        table=pair.table,
        side=side,
        depth="deep" if is_deep else "shallow",
        sides=SIDES,
        standings=list(Standing),
        marks=MARKS,
        most=Answers.most,
        listed=paged(chosen, path, asked, query, _PAGE),
        blocks=paged(blocks, path, asked, query, 1),
        lead=addresses(latest(request)).item,
        checking=checking(here, is_current=is_current),
    )


def _is_asked_for(row: Row, asked: Mapping[str, str], *, deep: bool) -> bool:
    wanted = asked.get("standing")
    if wanted in set(Standing) and row.standing(deep=deep) != wanted:
        return False
    names = (counterpart.label for counterpart in row.counterparts)
    return has(asked.get("text", ""), row.label, row.number, *row.above, row.waived, *names)
