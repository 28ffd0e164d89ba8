"""What a double click starts: the app on the folder dropped on it, or on 計画 beside it."""

from __future__ import annotations

import sys
from pathlib import Path

_PLANS = "計画"


def folder(given: str, here: Path) -> Path:
    """The folder of plans. given: what was dropped; empty, where nothing was.

    Raises SystemExit with what to do, where there is none and none can be made.
    """
    # cmd hands "D:\" over with its quotation mark.
    named = given.replace('"', "\\").strip()
    if named:
        found = Path(named)
        if not found.is_dir():
            sys.exit(f"{found} はフォルダーではありません。計画のフォルダーを重ねてください。")
        return found
    made = here / _PLANS
    try:
        made.mkdir(exist_ok=True)
    except OSError as error:
        sys.exit(
            f"{made} を作れません（{error.strerror}）。書き込める場所にフォルダーごと写すか、"
            "計画のフォルダーを「alignchecker を開く」に重ねてください。"
        )
    return made


def main() -> None:
    """Serves until the window is closed; a port that is free, so that two may be open."""
    given = sys.argv[1] if len(sys.argv) > 1 else ""
    found = folder(given, Path(__file__).resolve().parents[1])
    from alignchecker.cli import main as command  # noqa: PLC0415 – what is wrong is said at once

    sys.argv = ["alignchecker", "serve", str(found), "--port", "0"]
    command()


if __name__ == "__main__":
    main()
