"""The words with which findings are answered, and the columns of the list that people fill in.

They are read back as well as written, in either language.
"""

from __future__ import annotations

STATUSES: dict[str, tuple[str, str]] = {
    "open": ("未対応", "open"),
    "done": ("反映済", "done"),
    "dismissed": ("見送り", "dismissed"),
}
PRIORITIES: dict[str, tuple[str, str]] = {
    "top": ("最優先", "top"),
    "high": ("高", "high"),
    "middle": ("中", "middle"),
    "low": ("低", "low"),
}
COLUMNS: dict[str, tuple[str, str]] = {
    "number": ("No.", "No."),
    "severity": ("区分", "Severity"),
    "priority": ("優先度", "Priority"),
    "plan": ("計画名", "Plan"),
    "place": ("箇所", "Place"),
    "label": ("対象", "Subject"),
    "message": ("指摘", "Finding"),
    "current": ("現在の記載", "Now"),
    "evidence": ("根拠", "Ground"),
    "remedy": ("対応案", "To do"),
    "department": ("担当課", "Department"),
    "status": ("状態", "Status"),
    "comment": ("理由・コメント", "Reason or comment"),
    "person": ("記入者", "Filled in by"),
    "date": ("記入日", "Date"),
}
"""Of the list of findings, in its order."""
KEPT = ("fingerprint", "rule", "focus", "results", "was-status", "was-priority", "was-comment",
        "was-person", "was-date")  # fmt: skip
"""Hidden columns behind them: which finding a row is about, and what was answered before."""
LIST = ("指摘一覧", "Findings")
"""The name of its sheet."""
MARKER = "alignchecker-findings"
"""The sheet that nobody sees: the version of the list, and the date of the check."""
VERSION = 1
