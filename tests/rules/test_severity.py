"""How a severity is lowered, and what is said about it."""

from __future__ import annotations

import pytest

from alignchecker.lang.strings import STRINGS
from alignchecker.model.finding import Confidence
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import SOFTENING, load_catalogue
from alignchecker.rules.severity import Circumstances, confidence, soften

V, W, N = Severity.VIOLATION, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("severity", "reasons", "known", "expected", "keys"),
    [
        (V, {"force"}, Circumstances(force_cap=W), W, ["force"]),
        (W, {"force"}, Circumstances(force_cap=W), W, []),
        (V, {"absence"}, Circumstances(form="summary"), W, ["summary"]),
        (V, {"absence"}, Circumstances(form="extract"), N, ["extract"]),
        (V, {"absence"}, Circumstances(form="full"), V, []),
        (V, {"absence"}, Circumstances(form="full", machine_read=True), W, ["machine"]),
        (W, {"absence"}, Circumstances(machine_read=True), W, []),
        (V, {"reading"}, Circumstances(capture="ocr"), W, ["ocr"]),
        (N, {"reading"}, Circumstances(capture="ocr"), N, ["ocr"]),
        (V, {"reading"}, Circumstances(capture="born-digital"), V, []),
        (V, {"reading"}, Circumstances(capture="born-digital", machine_read=True), W, ["read"]),
        (W, {"reading"}, Circumstances(machine_read=True), W, []),
        (V, set(), Circumstances(not_due=True), V, []),
        (V, {"stage"}, Circumstances(not_due=True), N, ["stage"]),
        (V, {"unverified"}, Circumstances(unverified=True), W, ["unverified"]),
        (W, {"ended"}, Circumstances(ended=True), N, ["ended"]),
        (V, set(), Circumstances(form="summary", capture="ocr", unverified=True), V, []),
        (V, {"force", "absence"}, Circumstances(W, "extract"), N, ["force", "extract"]),
    ],
)
def test_soften(
    severity: Severity,
    reasons: set[str],
    known: Circumstances,
    expected: Severity,
    keys: list[str],
) -> None:
    lowered, applied = soften(severity, reasons, known)
    assert lowered is expected
    assert [softening.key for softening in applied] == keys
    assert all(f"softened.{key}" in STRINGS for key in keys)


def test_confidence() -> None:
    assert confidence({"reading"}, Circumstances(capture="ocr")) is Confidence.LOW
    assert confidence({"absence"}, Circumstances(form="summary")) is Confidence.MEDIUM
    assert confidence(set(), Circumstances(form="summary")) is Confidence.HIGH
    assert confidence({"reading"}, Circumstances(machine_read=True)) is Confidence.MEDIUM
    assert confidence({"reading"}, Circumstances()) is Confidence.HIGH


def test_rules_name_reasons_that_there_are() -> None:
    rules = load_catalogue().rules.values()
    named = {reason for rule in rules for reason in rule.softened_by}
    named |= {"stage" for rule in rules if rule.due_from is not None}
    assert named == set(SOFTENING)
