"""``serve``: the app in a browser on this machine."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.lang import say
from alignchecker.model.errors import ConfigError, InputError

if TYPE_CHECKING:
    from alignchecker.web.settings import Settings

_LEAST_TOKEN = 16
_LEAST_PASSWORD = 8


def serve(
    paths: options.Paths,
    host: Annotated[str, typer.Option(help="待ち受けるアドレス / address")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="ポート（0は空いているもの） / port, 0: free")
    ] = 8311,
    token: Annotated[
        str | None, typer.Option(help="決まったトークン（自動処理用） / fixed, for scripts")
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="ブラウザーを開かない / open no browser")
    ] = False,
    remote: Annotated[
        bool, typer.Option("--remote", help="ほかの端末にも開く（要パスワード） / other machines")
    ] = False,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", readable=False, help="パスワードのファイル / its file"),
    ] = None,
    query_workers: Annotated[
        int, typer.Option(min=1, max=64, help="同時に実行する問い合わせ / queries at once")
    ] = 2,
    query_timeout: Annotated[
        float, typer.Option(min=0.1, help="問い合わせの秒数の上限 / seconds a query may take")
    ] = 30.0,
    lang: options.Lang = None,
) -> None:
    """ブラウザーで使う画面を開きます / Open the app in a browser."""
    import webbrowser
    from dataclasses import replace

    from alignchecker.rules.configuration import find, read
    from alignchecker.web.listening import is_loopback, listen, run
    from alignchecker.web.server import application

    language = options.language(lang, read(find(paths)).lang)
    folder = _folder(paths)
    if not is_loopback(host) and not remote:
        raise ConfigError(
            f"--host {host} では、ほかの端末からも開けてしまいます。そうするときは --remote を"
            "付け、パスワードを決めてください。この端末だけで使うときは --host を外してください。",
            f"--host {host} would open the app to other machines. If that is meant, add --remote"
            " and set a password; otherwise leave out --host.",
        )
    password = _password(password_file, language) if remote else None
    if token is not None and len(token) < _LEAST_TOKEN:
        raise ConfigError(
            f"--token は{_LEAST_TOKEN}文字以上にしてください。",
            f"--token needs at least {_LEAST_TOKEN} characters.",
        )
    listening = listen(host, port)
    made = _settings(paths, folder, host, listening.getsockname()[1], token, password, language)
    limits = replace(made.queries, workers=query_workers, seconds=query_timeout)
    settings = replace(made, queries=limits)
    name = f"[{host}]" if ":" in host else host
    start = f"http://{name}:{settings.port}/"

    def renewed(token: str) -> None:
        options.tell(say("serve.next", language, url=f"{start}?token={token}"))

    # However early Ctrl+C comes, it is how one ends this.
    with suppress(KeyboardInterrupt):
        options.tell(say("serve.open", language, url=f"{start}?token={settings.token}"))
        if password is not None:
            options.tell(say("serve.remote", language, url=start))
        options.tell(say("serve.end", language))
        app = application(settings, renewed)
        if not no_browser:
            webbrowser.open(f"{start}?token={settings.token}")
        run(app, listening)


def _settings(
    paths: list[Path],
    folder: Path,
    host: str,
    port: int,
    token: str | None,
    password: str | None,
    lang: str,
) -> Settings:
    import secrets
    import socket

    from alignchecker.cli.kept import parsed_files
    from alignchecker.web.settings import Settings, loopback_hosts

    hosts = {*loopback_hosts(port), f"{host}:{port}".lower()}
    if password is not None:
        hosts.add(f"{socket.gethostname()}:{port}".lower())
    return Settings(
        paths=tuple(paths),
        folder=folder,
        token=token or secrets.token_urlsafe(32),
        hosts=frozenset(hosts),
        port=port,
        any_address=password is not None,
        is_fixed=token is not None,
        password=password,
        lang=lang,
        parsed=parsed_files(),
    )


def _folder(paths: list[Path]) -> Path:
    """The first folder among the paths. Raises ConfigError where there is none, InputError for a
    path that leads nowhere."""
    from alignchecker.importers.decoding import check_is_file
    from alignchecker.importers.paths import is_folder

    for path in paths:
        if is_folder(path):
            continue
        try:
            check_is_file(path)
        except InputError as error:
            if path.suffix or not isinstance(error.__cause__, FileNotFoundError):
                raise
            raise InputError(
                "このフォルダーはありません。名前を確かめるか、先にフォルダーを作ってください。",
                "There is no such folder. Look at its name, or make it first.",
                str(path),
            ) from error
    found = next((path for path in paths if is_folder(path)), None)
    if found is None:
        raise ConfigError(
            "取り込んだ計画を置くフォルダーがありません。計画のフォルダーを指定してください。",
            "There is no folder to keep plans in. Name that of the plans.",
        )
    return found


def _password(file: Path | None, lang: str) -> str:
    """From a file, else asked for on the screen: a command line can be seen by others."""
    if file is not None:
        from alignchecker.importers.decoding import read_bytes

        try:
            found = read_bytes(file, 4096).decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise InputError(
                "UTF-8 の文字として読めません。UTF-8 で保存し直してください。",
                "This is not text in UTF-8. Save it as UTF-8.",
                str(file),
            ) from error
    elif sys.stdin.isatty():
        found = typer.prompt(
            say("serve.password", lang), hide_input=True, confirmation_prompt=True, err=True
        )
    else:
        raise ConfigError(
            "--remote にはパスワードが要ります。--password-file でファイルを指定してください。",
            "--remote needs a password. Name a file that holds it with --password-file.",
        )
    if len(found) < _LEAST_PASSWORD:
        raise ConfigError(
            f"パスワードは{_LEAST_PASSWORD}文字以上にしてください。",
            f"The password needs at least {_LEAST_PASSWORD} characters.",
        )
    return str(found)
