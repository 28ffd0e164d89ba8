"""The server on its port: bound before anything is said of it, ended by Ctrl+C."""

from __future__ import annotations

import ipaddress
import logging
import socket

import uvicorn
from starlette.types import ASGIApp

from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import ConfigError

_PATIENCE = 5
_MOST_AT_ONCE = 200


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0: on one that is free.

    Raises ConfigError where the port is taken, or the address is none of this machine's.
    """
    try:
        family, kind, number, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        found = socket.socket(family, kind, number)
        try:
            if not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind(address)
            found.listen(128)
        except BaseException:
            found.close()
            raise
    except (OSError, OverflowError) as error:
        ja, en = cause(error) if isinstance(error, OSError) else (str(error), str(error))
        raise ConfigError(
            f"{host} のポート {port} で待ち受けられません（{ja}）。"
            "ほかで使われていれば --port 0 とすると、空いているポートを使います。",
            f"Port {port} of {host} cannot be listened on ({en})."
            " If it is in use, --port 0 takes a free one.",
        ) from error
    return found


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def run(app: ASGIApp, listening: socket.socket) -> None:
    """Serves until Ctrl+C. Who asks for what is written nowhere."""
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    configuration = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        server_header=False,
        # Whoever stands between a browser and us could otherwise say where a request is from.
        proxy_headers=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_keep_alive=_PATIENCE,
        timeout_graceful_shutdown=_PATIENCE,
        ws="none",
    )
    uvicorn.Server(configuration).run(sockets=[listening])
