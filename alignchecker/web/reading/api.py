"""A plan as it was read, and its corrections, for programs."""

from __future__ import annotations

import json

from starlette.requests import Request

from alignchecker.importers.corrections import check_correction, correction_of
from alignchecker.model.correction import Correction
from alignchecker.model.errors import ConfigError
from alignchecker.reports.json_values import Json
from alignchecker.reports.plan_json import plan_json
from alignchecker.web.bodies import body_of
from alignchecker.web.folder.arriving import Arrival
from alignchecker.web.parts import parts, plan_file
from alignchecker.web.reading.correcting import read
from alignchecker.web.reading.doubts import doubts
from alignchecker.web.reading.rereading import begin, document_of
from alignchecker.web.reading.schemas import TEXTS
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import session_of
from alignchecker.web.work.jobs import Job


def plan(request: Request) -> Json:
    """A plan: facts, items, relations, what is doubtful, and what was corrected."""
    here, file = parts(request), plan_file(request)
    reading, lang = read(request, file), session_of(request).lang
    known: dict[str, Json] = json.loads(plan_json(reading.draft, lang))
    found, document = doubts(here, file, reading, lang), document_of(here, file)
    warnings: list[Json] = [
        {"code": one.code, "message": one.text, "place": one.place} for one in found.every
    ]
    return {
        **known,
        "key": file.key,
        "revision": here.project.revision_of(file),
        "iri": reading.iri,
        "document": document.name if document is not None else None,
        "warnings": warnings if found.is_whole else None,
        "corrections": [_json(c, holds=c in reading.held) for c in reading.corrections],
    }


def correct(request: Request) -> Job[Arrival]:
    """Begins to make a correction. Raises Refusal for one that is not as described, or of a plan
    that was changed since."""
    file = plan_file(request)
    reading = read(request, file)
    said = body_of(request)
    _check_revision(request, str(said["revision"]))
    correction = correction_of(
        {TEXTS[key]: str(text).strip() for key, text in said.items() if key in TEXTS},
        verified=said.get("verified") is not False,
    )
    try:
        check_correction(correction)
    except ConfigError as error:
        raise Refusal(422, "correction-lacks", ja=error.ja, en=error.en) from error
    return begin(parts(request), file, reading, [correction], (), f"/plans/{file.key}")


def undo(request: Request) -> Job[Arrival]:
    """Begins to take a correction back."""
    file = plan_file(request)
    reading = read(request, file)
    id_ = request.path_params["id"]
    if all(correction.id != id_ for correction in reading.corrections):
        raise Refusal(404, "correction")
    _check_revision(request, request.query_params.get("revision", ""))
    return begin(parts(request), file, reading, (), {id_}, f"/plans/{file.key}")


def _check_revision(request: Request, revision: str) -> None:
    if revision != parts(request).project.revision_of(plan_file(request)):
        raise Refusal(409, "stale")


def _json(correction: Correction, *, holds: bool) -> Json:
    texts: dict[str, Json] = {key: getattr(correction, name) for key, name in TEXTS.items()}
    return {"id": correction.id, **texts, "verified": correction.verified, "holds": holds}
