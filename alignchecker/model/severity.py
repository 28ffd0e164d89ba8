"""How heavy a finding weighs."""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """参考, 要確認, 要修正: SHACL's sh:Info, sh:Warning, sh:Violation."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3

    @property
    def word(self) -> str:
        """The word of the command line and of JSON: violation, warning, info."""
        return self.name.lower()
