"""What stood at some paths at a revision of their git repository, as files in another folder."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from alignchecker.model.errors import ConfigError

_REGULAR = {"100644", "100755"}
_OF_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the revision: its path below the root of the repository, and its object."""

    path: str
    blob: str


@contextmanager
def paths_at(revision: str, paths: Sequence[Path]) -> Iterator[list[Path | None]]:
    """The same paths as the revision has them, in a folder that is gone afterwards.

    None stands for a path that the revision does not have. Links and submodules are not followed.
    Raises ConfigError where a path lies in no repository or the revision is unknown.
    """
    with tempfile.TemporaryDirectory(prefix="alignchecker-") as name:
        folder = Path(name)
        found: list[Path | None] = []
        for number, path in enumerate(paths):
            root = _root(path)
            commit = _commit(root, revision)
            inside = PurePosixPath(path.resolve().relative_to(root).as_posix())
            below = folder / str(number)
            files = _files(root, commit, inside)
            contents = _contents(root, [file.blob for file in files])
            for file, content in zip(files, contents, strict=True):
                target = below / file.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            found.append(below / inside if files else None)
        yield found


def _root(path: Path) -> Path:
    start = path if path.is_dir() else path.parent
    try:
        found = _git(start.resolve(), "rev-parse", "--show-toplevel")
    except ConfigError as error:
        raise ConfigError(
            f"{path}: git で管理されていません。--since は git のフォルダーで使ってください。",
            f"{path}: This is in no git repository. Use --since inside one.",
        ) from error
    return Path(found.decode().rstrip("\n")).resolve()


def _commit(root: Path, revision: str) -> str:
    try:
        name = f"{revision}^{{commit}}"
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    except ConfigError as error:
        raise ConfigError(
            f"「{revision}」は {root} の版として見つかりません。"
            "--since main や --since HEAD~1 のように指定してください。",
            f"There is no revision '{revision}' in {root}. Name one like main or HEAD~1.",
        ) from error
    return found.decode().strip()


def _files(root: Path, commit: str, inside: PurePosixPath) -> list[_File]:
    scope = [] if inside == PurePosixPath(".") else ["--", str(inside)]
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, *scope)
    rows = (row.partition("\t") for row in listed.decode("utf-8", "surrogateescape").split("\0"))
    return [
        _File(path, head.split()[2])
        for head, _, path in rows
        if path and head[:6] in _REGULAR and ".." not in PurePosixPath(path).parts
    ]


def _contents(root: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """The contents of objects, in their order."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    stream = io.BytesIO(_git(root, "cat-file", "--batch", given=asked))
    for _ in blobs:
        size = int(stream.readline().split()[2])
        yield stream.read(size)
        stream.read(1)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says. Raises ConfigError where it fails or is not there.

    Nothing that a repository's configuration names is run, and nothing is fetched.
    """
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
    # A hook that calls us has set these for the repository that it runs in.
    environment = {k: v for k, v in os.environ.items() if k not in _OF_A_HOOK}
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", *safe, "-C", str(folder), *arguments],
            input=given,
            capture_output=True,
            check=True,
            env=environment,
        )
    except FileNotFoundError as error:
        raise ConfigError(
            "git が見つかりません。--since を使うには git を入れてください。",
            "git was not found. Install git to use --since.",
        ) from error
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode(errors="replace").strip()
        raise ConfigError(
            f"git がうまくいきませんでした（{words}）。フォルダーの状態を確かめてください。",
            f"git failed ({words}). Look at the repository's state.",
        ) from error
    return done.stdout
