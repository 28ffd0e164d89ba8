"""The operations as routes, and their description as OpenAPI 3.1."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from alignchecker import __version__
from alignchecker.lang import LANGUAGES
from alignchecker.reports.json_values import Json
from alignchecker.web import schemas
from alignchecker.web.bodies import read_body
from alignchecker.web.downloading import Made, saved
from alignchecker.web.operations import OPERATIONS, UPLOAD, Operation, upload
from alignchecker.web.rendering import session_of

_ALWAYS = (401, 403, 421)
"""What any request may be refused with."""


def routes() -> list[Route]:
    """All routes under /api."""
    return [
        Route("/api/openapi.json", lambda r: JSONResponse(description(session_of(r).lang))),
        *(Route("/api" + o.path, _endpoint(o), methods=[o.method]) for o in OPERATIONS),
        Route("/api" + UPLOAD.path, _upload, methods=[UPLOAD.method]),
    ]


def _endpoint(operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if operation.body is not None:
            request.state.body = await read_body(request, operation.body)
        found = await run_in_threadpool(operation.does, request)
        if isinstance(found, Made):
            return saved(found)
        return JSONResponse(found, operation.status)

    return endpoint


async def _upload(request: Request) -> Response:
    return JSONResponse(await upload(request), UPLOAD.status)


def description(lang: str) -> Json:
    """The OpenAPI document, with summaries in a language."""
    paths: dict[str, Json] = {}
    for operation in (*OPERATIONS, UPLOAD):
        at = paths.setdefault("/api" + operation.path, {})
        assert isinstance(at, dict)
        at[operation.method.lower()] = _operation(operation, lang)
    return {
        "openapi": "3.1.0",
        "info": {"title": "alignchecker", "version": __version__},
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Error": schemas.ERROR},
        },
    }


def _operation(operation: Operation, lang: str) -> Json:
    parameters: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"\{(\w+)\}", operation.path)
    ]
    parameters += [
        {"name": name, "in": "query", "description": asked.words, "schema": asked.schema,
         "required": asked.is_needed}
        for name, asked in (operation.query or {}).items()
    ]  # fmt: skip
    answer: Json = {"*/*": {}}
    if operation.gives is not None:
        answer = {"application/json": {"schema": operation.gives}}
    refused: Json = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    responses: dict[str, Json] = {
        str(operation.status): {"description": "OK", "content": answer},
        **{
            str(status): {"description": "Error", "content": refused}
            for status in (*_ALWAYS, *operation.errors, "default")
        },
    }
    said: dict[str, Json] = {
        "operationId": operation.name,
        "summary": operation.summary[LANGUAGES.index(lang)],
        "parameters": parameters,
        "responses": responses,
    }
    if operation.takes is not None:
        said["requestBody"] = {
            "required": True,
            "content": {operation.takes: {"schema": operation.body or schemas.DOCUMENT}},
        }
    return said
