"""What programs can ask for under /api: one table, of which routes and description are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from alignchecker.lang import LANGUAGES
from alignchecker.reports import check_json
from alignchecker.reports.json_values import Json
from alignchecker.web import downloading
from alignchecker.web.folder import uploading
from alignchecker.web.links import api as link_api
from alignchecker.web.links import schemas as link_schemas
from alignchecker.web.parts import day, latest, parts
from alignchecker.web.reading import api as reading_api
from alignchecker.web.reading import schemas as reading_schemas
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import session_of
from alignchecker.web.schemas import DAY, JOB, REPORT, TEXT, one_of
from alignchecker.web.views import api as views
from alignchecker.web.views import schemas as view_schemas
from alignchecker.web.work import waiting
from alignchecker.web.work.jobs import Job


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be asked in the query of an address, and of which form."""

    words: str
    schema: Json
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. path: below /api, with {names}. summary: by language. query: by name. takes:
    the media type of what is sent, None for nothing. body: the schema of JSON that is sent, which
    ``does`` finds in ``request.state.body``. gives: the schema of the answer, None for a file.

    does: what is done; the JSON of the answer, or bytes of a file.
    """

    method: str
    path: str
    name: str
    summary: tuple[str, str]
    does: Callable[[Request], Json | downloading.Made]
    status: int = 200
    query: Mapping[str, Parameter] | None = None
    takes: str | None = None
    errors: Sequence[int] = ()
    body: Json = None
    gives: Json = None


def plans(request: Request) -> Json:
    """The files of the folder, and the plans as the last check saw them."""
    here = parts(request)
    files: list[Json] = [
        {"key": f.key, "path": f.name, "revision": here.project.revision_of(f)}
        for f in here.project.files().values()
    ]
    found = here.checks.latest
    known: list[Json] = (
        [check_json.plan_json(plan) for plan in found.checked.report.plans] if found else []
    )
    return {
        "revision": here.project.revision(),
        "files": files,
        "plans": known,
        "inventory": views.inventory(request),
    }


def findings(request: Request) -> Json:
    """The last report, as ``check --output-format json`` gives it."""
    found = latest(request)
    lang = request.query_params.get("lang", session_of(request).lang)
    if lang not in LANGUAGES:
        raise Refusal(400, "language")
    return {"revision": found.revision, "report": found.json(lang)}


def check(request: Request) -> Json:
    """Begins a check."""
    here = parts(request)
    asked = replace(here.checks.asked, as_of=day(request.query_params.get("asOf", "")))
    return job_json(request, here.checks.begin(asked))  # type: ignore[arg-type]


def report(request: Request) -> Json:
    """Begins to make a file of the last report."""
    query = request.query_params
    job = downloading.begin(request, query.get("form", ""), query.get("plan") or None)
    return job_json(request, job)  # type: ignore[arg-type]


def job(request: Request) -> Json:
    """How far something is."""
    return job_json(request, waiting.found(request))


def cancel(request: Request) -> Json:
    """Ends something."""
    found = waiting.found(request)
    parts(request).jobs.cancel(found)
    return job_json(request, found)


def made(request: Request) -> downloading.Made:
    """The file that a job made."""
    found = waiting.found(request)
    if not isinstance(found.result, downloading.Made):
        raise Refusal(404, "job")
    return found.result


def correct(request: Request) -> Json:
    """Begins to make a correction."""
    return job_json(request, reading_api.correct(request))  # type: ignore[arg-type]


def undo(request: Request) -> Json:
    """Begins to take a correction back."""
    return job_json(request, reading_api.undo(request))  # type: ignore[arg-type]


def job_json(request: Request, job: Job[object]) -> Json:
    """A job as JSON."""
    step = job.step
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state.value,
        "words": waiting.words(request, job),
        "step": None
        if step is None
        else {"stage": step.stage.value, "number": step.number, "total": step.total},
        "page": job.then,
        "file": f"/api/jobs/{job.id}/file" if isinstance(job.result, downloading.Made) else None,
    }


async def upload(request: Request) -> Json:
    """Takes a document; begins to read it. The one operation that reads what is sent."""
    try:
        begun = await uploading.begin(request)
    except ClientDisconnect as error:
        raise Refusal(400, "no-file") from error
    return await run_in_threadpool(job_json, request, begun)  # type: ignore[arg-type]


_PLAN = {"plan": Parameter("IRI", TEXT)}
_FORMS = one_of((*downloading.FORMS, "annotated"))
OPERATIONS = (
    Operation("GET", "/plans", "listPlans", ("計画の一覧", "Plans of the folder"), plans,
              errors=(422,), gives=view_schemas.PLANS),
    Operation("GET", "/plans/{key}", "readPlan", ("読み取った計画", "A plan as it was read"),
              reading_api.plan, query=_PLAN, errors=(404, 422),
              gives=reading_schemas.READING),
    Operation("POST", "/plans/{key}/corrections", "correctPlan",
              ("読み取りを訂正する", "Begin to correct what was read"), correct, 202,
              query=_PLAN, takes="application/json", errors=(400, 404, 409, 422),
              body=reading_schemas.CORRECTION, gives=JOB),
    Operation("DELETE", "/plans/{key}/corrections/{id}", "undoCorrection",
              ("訂正を取り消す", "Begin to take a correction back"), undo, 202,
              query={"revision": Parameter("revision of the plan", TEXT), **_PLAN},
              errors=(404, 409, 422), gives=JOB),
    Operation("GET", "/findings", "listFindings", ("直近の点検の結果", "The last report"),
              findings, query={"lang": Parameter("language", one_of(LANGUAGES))},
              errors=(400, 404), gives=REPORT),
    Operation("GET", "/coverage", "listCoverage",
              ("計画の組ごとの対応の件数", "Figures of what answers what, by pair of plans"),
              views.coverage, errors=(404,), gives=view_schemas.COVERAGE),
    Operation("GET", "/coverage/{pair}", "showCoverage",
              ("一組の対応表", "What answers what between two plans"), views.pair, errors=(404,),
              gives=view_schemas.RELATION),
    Operation("GET", "/hierarchy", "showHierarchy",
              ("計画の上下関係", "Which plan stands under which"), views.hierarchy, errors=(404,),
              gives=view_schemas.HIERARCHY),
    Operation("GET", "/hierarchy/{key}", "showTree",
              ("計画の項目と対応づけ", "The items of a plan and their links"), views.tree,
              errors=(404,), gives=view_schemas.TREE),
    Operation("GET", "/timeline", "showTimeline", ("計画期間", "Periods of the plans"),
              views.timeline, query={"on": Parameter("YYYY-MM-DD", DAY)}, errors=(400, 404),
              gives=view_schemas.TIMELINE),
    Operation("GET", "/indicators", "listIndicators",
              ("指標と、計画の間の比較", "Indicators, and the same one in several plans"),
              views.indicators, query=_PLAN, errors=(404,), gives=view_schemas.INDICATORS),
    Operation("POST", "/check", "check", ("点検を始める", "Begin a check"), check, 202,
              query={"asOf": Parameter("YYYY-MM-DD", DAY)}, errors=(400, 422), gives=JOB),
    Operation("POST", "/reports", "makeReport",
              ("報告のファイルを作る", "Begin to make a file of the last report"), report, 202,
              query={"form": Parameter("form", _FORMS, is_needed=True),
                     "plan": Parameter("key (annotated)", TEXT)}, errors=(404, 422), gives=JOB),
    Operation("GET", "/links", "listPairs", ("対応づける計画の組", "Pairs of plans to link"),
              link_api.pairs, errors=(409, 422), gives=link_schemas.PAIRS),
    Operation("GET", "/links/{pair}", "listMeasures",
              ("組の施策と状態", "The measures of a pair with their state"), link_api.measures,
              errors=(404, 409, 422), gives=link_schemas.MEASURES),
    Operation("GET", "/links/{pair}/candidates", "listCandidates",
              ("施策の候補と対応づけ", "The candidates and links of a measure"),
              link_api.candidates, query={"measure": Parameter("IRI", TEXT, is_needed=True)},
              errors=(404, 409, 422), gives=link_schemas.CANDIDATES),
    Operation("POST", "/links/{pair}/verdicts", "giveVerdict",
              ("判断を記録する", "Record a verdict"), link_api.verdict, 201,
              takes="application/json", body=link_schemas.VERDICT, errors=(400, 404, 409, 422),
              gives=link_schemas.GIVEN_VERDICT),
    Operation("POST", "/links/undo", "undoVerdict",
              ("判断を取り消す", "Take a verdict back"), link_api.take_back, 201,
              takes="application/json", body=link_schemas.UNDO, errors=(400, 404, 409, 422),
              gives=link_schemas.GIVEN_VERDICT),
    Operation("GET", "/jobs/{id}", "showJob", ("進み具合", "How far something is"), job,
              errors=(404,), gives=JOB),
    Operation("POST", "/jobs/{id}/cancel", "cancelJob", ("中止する", "End something"), cancel,
              errors=(404,), gives=JOB),
    Operation("GET", "/jobs/{id}/file", "downloadFile", ("作ったファイル", "The file made"), made,
              errors=(404,)),
)  # fmt: skip
"""All but the one that takes a document, which is not done in a thread."""
UPLOAD = Operation(
    "POST", "/plans", "uploadPlan", ("文書を取り込む", "Send a document to be read"), job, 202,
    takes="multipart/form-data", errors=(400, 413, 415, 422), gives=JOB,
)  # fmt: skip
