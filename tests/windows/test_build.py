"""The folder for Windows is whole, holds what was meant and nothing else, and is the same twice.

Made of small wheels and a stand-in for Python: nothing is fetched. The real one is built by its own
command, ``python windows/build.py``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import struct
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
WINDOWS = {
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "implementation_name": "cpython",
    "python_full_version": "3.13.0",
    "python_version": "3.13",
    "sys_platform": "win32",
    "extra": "",
}


def loaded(name: str) -> ModuleType:
    """A script of windows/, which is no package."""
    spec = importlib.util.spec_from_file_location(f"windows_{name}", ROOT / f"windows/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build, start = loaded("build"), loaded("start")


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """A zip of some files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def wheel(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """A wheel of some files, with their hashes."""
    record = f"{name}-1.dist-info/RECORD"
    lines = [f"{file},{build._digest(data)},{len(data)}\n" for file, data in files.items()]
    whole = {**files, record: "".join([*lines, f"{record},,\n"]).encode()}
    return zipped(folder / f"{name}-1-py3-none-any.whl", whole)


def python(folder: Path, machine: int = 0x8664) -> tuple[Path, str]:
    """What looks like an embeddable Python, and its hash."""
    program = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40) + b"PE\0\0"
    program += struct.pack("<H", machine)
    files = {"python.exe": program, "python313.dll": b"", "python313.zip": b"", "LICENSE.txt": b""}
    path = zipped(folder / "python.zip", files)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_folder_holds_each_file_of_the_wheels_where_python_looks(tmp_path: Path) -> None:
    one = wheel(tmp_path, "one", {"one/__init__.py": b"a = 1\n", "one-1.data/purelib/two.py": b""})
    files = build.folder(*python(tmp_path), [one])
    assert files["app/site-packages/one/__init__.py"] == b"a = 1\n"
    assert "app/site-packages/two.py" in files
    assert b"..\\app\\site-packages" in files["python/python313._pth"]
    record = dict(build.recorded(files["app/site-packages/one-1.dist-info/RECORD"]))
    for name, digest in record.items():
        held = files[f"app/site-packages/{name}"]
        assert digest == (build._digest(held) if not name.endswith("RECORD") else "")


def test_the_same_wheels_give_the_same_bytes(tmp_path: Path) -> None:
    wheels = [wheel(tmp_path, name, {f"{name}.py": b""}) for name in ("one", "two")]
    for name, order in (("a.zip", wheels), ("b.zip", wheels[::-1])):
        build.write(build.folder(*python(tmp_path), order), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    "name", ["../out.py", "/out.py", "one/run.exe", "one/run.BAT", f"one/{'long' * 45}.py"]
)
def test_a_wheel_that_would_do_harm_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(build.Unfit):
        build.folder(*python(tmp_path), [wheel(tmp_path, "one", {name: b""})])


def test_a_changed_file_in_a_wheel_is_refused(tmp_path: Path) -> None:
    record = f"a.py,{build._digest(b'was')},3\none-1.dist-info/RECORD,,\n".encode()
    changed = zipped(tmp_path / "one.whl", {"a.py": b"is", "one-1.dist-info/RECORD": record})
    with pytest.raises(build.Unfit, match=r"a\.py"):
        build.unpacked(changed)


def test_two_wheels_do_not_replace_each_other_files(tmp_path: Path) -> None:
    wheels = [wheel(tmp_path, name, {"same.py": name.encode()}) for name in ("one", "two")]
    with pytest.raises(build.Unfit, match=r"same\.py"):
        build.folder(*python(tmp_path), wheels)


def test_another_python_is_refused(tmp_path: Path) -> None:
    path, _ = python(tmp_path)
    with pytest.raises(build.Unfit, match="SHA-256"):
        build.runtime(path, "0" * 64)
    with pytest.raises(build.Unfit, match="64-bit"):
        build.runtime(*python(tmp_path, machine=0x14C))


def test_cmd_and_paths_are_ascii_lines_of_windows_and_the_readme_is_for_notepad(
    tmp_path: Path,
) -> None:
    files = build.folder(*python(tmp_path), [])
    for name in ("python/python313._pth", build.OPENS):
        assert files[name].isascii()
        assert files[name].count(b"\n") == files[name].count(b"\r\n") > 0
    readme = files[build.README]
    assert readme.startswith(b"\xef\xbb\xbf")
    assert readme.count(b"\n") == readme.count(b"\r\n")
    # A file name that no code page of Japanese Windows has could not be opened from a command line.
    assert all(name.encode("cp932") for name in files)
    assert "まだ動作を確かめていません" in readme.decode("utf-8-sig")


def test_the_lock_has_all_that_windows_needs_and_what_is_asked_for() -> None:
    lock = (ROOT / "windows" / "requirements.lock").read_text("utf-8")
    locked = {canonicalize_name(n): v for n, v in re.findall(r"^([\w.-]+)==(\S+) \\$", lock, re.M)}
    assert lock.count("--hash=sha256:") >= len(locked) > 20
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pdf = project["optional-dependencies"]["pdf"]
    waiting = [Requirement(text) for text in (*project["dependencies"], *pdf)]
    seen = set[tuple[str, tuple[str, ...]]]()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        assert wanted.specifier.contains(locked[name]), f"{wanted}: locked is {locked.get(name)}"
        asked = name, tuple(sorted(wanted.extras))
        if asked not in seen:
            seen.add(asked)
            waiting += _needs(name, wanted.extras)
    assert locked.keys() - {name for name, _ in seen} == {"msvc-runtime"}


def _needs(name: str, extras: set[str]) -> list[Requirement]:
    """What an installed package asks for; colorama, which is for Windows alone, for nothing."""
    try:
        texts = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        assert name == "colorama"
        return []
    found = [Requirement(text) for text in texts]
    return [
        wanted
        for wanted in found
        if wanted.marker is None
        or any(wanted.marker.evaluate({**WINDOWS, "extra": extra}) for extra in {"", *extras})
    ]


def test_what_is_dropped_is_opened_and_else_the_folder_beside_is_made(tmp_path: Path) -> None:
    there = tmp_path / "計画課 共有"
    there.mkdir()
    assert start.folder(str(there), tmp_path) == there
    assert start.folder("", there) == there / "計画"
    assert (there / "計画").is_dir()
    assert start.folder("", there) == there / "計画"
    with pytest.raises(SystemExit, match="フォルダーではありません"):
        start.folder(str(tmp_path / "無い.docx"), tmp_path)
