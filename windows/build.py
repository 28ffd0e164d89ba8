"""Builds a folder for Windows that starts with a double click: ``python windows/build.py --help``.

Runs where Python and pip are. Fetches from PyPI the wheels that requirements.lock names, each held
against its hash, and builds our own; the Python for Windows is brought by whoever runs this, as
the embeddable zip of python.org, with the hash that stands beside it there. Same input, same bytes.

The lock is made by uv, with what reads PDF files: ``uv pip compile pyproject.toml
windows/requirements.in --extra pdf --python-platform windows --python-version 3.13
--generate-hashes --only-binary :all: --no-header --no-annotate --output-file
windows/requirements.lock``.
"""

from __future__ import annotations

import argparse
import base64
import csv
import hashlib
import os
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
PYTHON = "313"
FOLDER = "alignchecker"
OPENS = "alignchecker を開く.cmd"
README = "お読みください.txt"
LONGEST = 180
"""Characters of a path in the folder: Windows stops at 259, and the folder lies somewhere."""
_AMD64 = 0x8664
_DOWNLOAD = (
    "download --no-deps --require-hashes --only-binary=:all:"
    " --platform win_amd64 --python-version 3.13"
)
_MICROSOFT = "msvc_runtime-"
_ASKED_FOR = (
    "msvcp140.dll", "msvcp140_atomic_wait.dll", "vcruntime140.dll", "vcruntime140_1.dll",
    "vcruntime140_threads.dll",
)  # fmt: skip
"""What pyoxigraph asks for, and neither Windows nor Python brings; all of one version."""
_LIBRARIES = "app/site-packages"
_RUNS = (".exe", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js.exe", ".msi", ".scr")
_EPOCH = "315532800"  # 1980-01-01, the first day that a zip knows
_WHERE = (
    "--python needs the file 'Windows embeddable package (64-bit)' of Python 3.13 from"
    " https://www.python.org/downloads/windows/, and --python-sha256 the hash printed there."
)


class Unfit(Exception):
    """What was given cannot become a folder; says why and what to do."""


def folder(python: Path, sha256: str, wheels: list[Path]) -> dict[str, bytes]:
    """All files by their path in the folder. Raises Unfit."""
    files = {f"python/{name}": data for name, data in runtime(python, sha256).items()}
    files[f"python/python{PYTHON}._pth"] = _paths()
    for wheel in sorted(wheels, key=lambda path: path.name):
        if wheel.name.startswith(_MICROSOFT):
            files |= {f"python/{name}": data for name, data in _microsoft(wheel).items()}
            continue
        for name, data in unpacked(wheel).items():
            place = f"{_LIBRARIES}/{name}"
            if files.setdefault(place, data) != data:
                raise Unfit(f"{wheel.name} would replace {name} of another wheel.")
    files["app/start.py"] = (HERE / "start.py").read_bytes()
    files[OPENS] = _for_windows("open.cmd").encode("ascii")
    files[README] = _for_windows("readme.ja.txt").encode("utf-8-sig")
    _check(files)
    return files


def runtime(python: Path, sha256: str) -> dict[str, bytes]:
    """The files of an embeddable Python. Raises Unfit where it is not the one that is meant."""
    data = python.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.lower():
        raise Unfit(f"{python} has the SHA-256 {found}, not {sha256}. Fetch it again. {_WHERE}")
    with zipfile.ZipFile(python) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    for name in ("python.exe", f"python{PYTHON}.dll", f"python{PYTHON}.zip"):
        if name not in files:
            raise Unfit(f"{python} has no {name}. {_WHERE}")
    if _machine(files["python.exe"]) != _AMD64:
        raise Unfit(f"{python} is not for 64-bit processors of Intel's kind. {_WHERE}")
    return files


def _microsoft(wheel: Path) -> dict[str, bytes]:
    """The libraries of Visual C++ that go beside Python's own. Raises Unfit."""
    held, _ = _held(wheel)
    programs = {
        name.rpartition("/")[2]: data
        for name, data in held.items()
        if ".data/data/Scripts/" in name
    }
    if not programs.keys() >= {*_ASKED_FOR}:
        raise Unfit(f"{wheel.name} has not all of {', '.join(_ASKED_FOR)}. Take another version.")
    return {name: programs[name] for name in _ASKED_FOR}


def unpacked(wheel: Path) -> dict[str, bytes]:
    """What a wheel puts beside other packages, each file held against its RECORD. Raises Unfit."""
    return dict(_placed(*_held(wheel)))


def _held(wheel: Path) -> tuple[dict[str, bytes], str]:
    """The files of a wheel, and the name of its RECORD. Raises Unfit where that does not fit."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    record = next((name for name in held if name.endswith(".dist-info/RECORD")), None)
    if record is None:
        raise Unfit(f"{wheel.name} has no RECORD. Fetch it again.")
    listed = dict(recorded(held[record]))
    for name, data in held.items():
        if name != record and listed.get(name) != _digest(data):
            raise Unfit(f"{name} in {wheel.name} is not what its RECORD says. Fetch it again.")
    return held, record


def _placed(held: Mapping[str, bytes], record: str) -> Iterator[tuple[str, bytes]]:
    """Where files lie once installed; programs and man pages of wheels are left out."""
    lines = []
    for packed, data in held.items():
        name = packed
        first, _, rest = packed.partition("/")
        if first.endswith(".data"):
            kind, _, name = rest.partition("/")
            if kind not in ("purelib", "platlib"):
                continue
        if ".." in PurePosixPath(name).parts or name.startswith("/") or "\\" in name:
            raise Unfit(f"A wheel names a file outside the folder: {name}")
        if name != record:
            lines.append(f"{_quoted(name)},{_digest(data)},{len(data)}\n")
            yield name, data
    yield record, "".join([*sorted(lines), f"{_quoted(record)},,\n"]).encode()


def recorded(record: bytes) -> Iterator[tuple[str, str]]:
    """Names and hashes that a RECORD lists."""
    for name, digest, *_ in csv.reader(record.decode().splitlines()):
        yield name, digest


def _quoted(name: str) -> str:
    return f'"{name}"' if "," in name else name


def _digest(data: bytes) -> str:
    """As RECORD writes it."""
    found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode()
    return f"sha256={found.rstrip('=')}"


def _machine(program: bytes) -> int:
    """Which processor a Windows program is for."""
    if program[:2] != b"MZ":
        return 0
    (at,) = struct.unpack_from("<I", program, 0x3C)
    return int(struct.unpack_from("<H", program, at + 4)[0])


def _paths() -> bytes:
    """Where Python looks for modules: here alone, whatever else the machine has or is set to."""
    return f"python{PYTHON}.zip\r\n.\r\n..\\app\\site-packages\r\n".encode()


def _for_windows(name: str) -> str:
    return (HERE / name).read_text("utf-8").replace("\n", "\r\n")


def _check(files: Mapping[str, bytes]) -> None:
    """Raises Unfit for what would fail on Windows, or runs without our knowing."""
    seen: dict[str, str] = {}
    for name in files:
        if len(f"{FOLDER}/{name}") > LONGEST:
            raise Unfit(f"The path is too long for Windows: {name}")
        if seen.setdefault(name.lower(), name) != name:
            raise Unfit(f"On Windows, {name} and {seen[name.lower()]} are the same file.")
        if name.lower().endswith(_RUNS) and name != OPENS and not name.startswith("python/"):
            raise Unfit(f"A wheel brings a program of its own: {name}")


def write(files: Mapping[str, bytes], output: Path) -> None:
    """One zip, with no time of day in it, whole or not at all."""
    part = output.with_name(f"{output.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, files[name])
    part.replace(output)


def fetch(into: Path) -> None:
    """Has pip fetch the wheels of requirements.lock for Windows, and build our own."""
    lock = str(HERE / "requirements.lock")
    for words in (
        # Without --no-deps, pip would ask for what this machine needs, not Windows.
        [*_DOWNLOAD.split(), "--dest", str(into), "--requirement", lock],
        ["wheel", "--no-deps", "--wheel-dir", str(into), str(HERE.parent)],
    ):
        env = os.environ | {"SOURCE_DATE_EPOCH": _EPOCH}
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words, "--quiet"]
        subprocess.run(command, check=True, env=env)


def main() -> int:
    """The command; returns the exit status."""
    asked = argparse.ArgumentParser(description=__doc__, epilog=_WHERE)
    asked.add_argument("--python", type=Path, required=True, metavar="ZIP")
    asked.add_argument("--python-sha256", required=True, metavar="HEX")
    asked.add_argument("--wheels", type=Path, help="wheels fetched before; no network")
    asked.add_argument("--output", type=Path, default=Path("alignchecker-windows.zip"))
    given = asked.parse_args()
    try:
        runtime(given.python, given.python_sha256)
        with tempfile.TemporaryDirectory() as name:
            wheels = given.wheels or Path(name)
            if given.wheels is None:
                fetch(wheels)
            files = folder(given.python, given.python_sha256, list(wheels.glob("*.whl")))
    except (Unfit, OSError, zipfile.BadZipFile, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 2
    write(files, given.output)
    size = sum(map(len, files.values()))
    print(f"{given.output}: {given.output.stat().st_size / 1e6:.1f} MB, {len(files)} files,")
    print(f"{size / 1e6:.1f} MB when unpacked. This has not been tried on Windows.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
