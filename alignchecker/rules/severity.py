"""Severity after the engine: a rule's own, lowered by what the finding rests on.

Reasons (aln:softenedBy on a rule), each a cap:
force     the finding is a gap against a plan; the verb that ties the plans says how much it binds.
absence   something was not found; a summary or an extract may simply have left it out, and where
          a document was read by machine, the reading may have missed it.
reading   the text was read by OCR, or the document by machine; what looks like a slip of the plan
          may be one of the reading.
unverified  a fact it rests on is marked aln:verified false.
ended     the plan has ended by the date of the check; nobody will correct its text.
stage     what the rule asks for need not be there yet (aln:dueFrom on the rule, not softenedBy).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alignchecker.model.finding import Confidence, Softening
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import SOFTENING

_DOUBTS = {"summary", "extract", "ocr", "unverified"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the facts behind one finding; None where a thing does not apply."""

    force_cap: Severity | None = None
    form: str | None = None
    capture: str | None = None
    unverified: bool = False
    machine_read: bool = False
    ended: bool = False
    not_due: bool = False


def soften(
    severity: Severity, reasons: Iterable[str], circumstances: Circumstances
) -> tuple[Severity, tuple[Softening, ...]]:
    """The severity to report, and each reason that lowered it, in a fixed order.

    >>> soften(Severity.VIOLATION, ["absence"], Circumstances(form="summary"))
    (<Severity.WARNING: 2>, (Softening(key='summary', severity=<Severity.WARNING: 2>),))
    """
    caps = _caps(circumstances)
    applied = []
    for reason in SOFTENING:
        key, cap = caps[reason]
        if reason not in reasons or key is None:
            continue
        # A doubt about the facts is worth saying even where it changes nothing.
        if cap < severity or key in _DOUBTS:
            applied.append(Softening(key, cap))
        severity = min(severity, cap)
    return severity, tuple(applied)


def _caps(known: Circumstances) -> Mapping[str, tuple[str | None, Severity]]:
    partial = known.form if known.form in {"summary", "extract"} else None
    missed = partial or ("machine" if known.machine_read else None)
    return {
        "force": (
            "force" if known.force_cap is not None else None,
            known.force_cap or Severity.VIOLATION,
        ),
        "absence": (missed, Severity.INFO if missed == "extract" else Severity.WARNING),
        "reading": (
            "ocr" if known.capture == "ocr" else "read" if known.machine_read else None,
            Severity.WARNING,
        ),
        "unverified": ("unverified" if known.unverified else None, Severity.WARNING),
        "ended": ("ended" if known.ended else None, Severity.INFO),
        "stage": ("stage" if known.not_due else None, Severity.INFO),
    }


def confidence(reasons: Iterable[str], known: Circumstances) -> Confidence:
    """How sure a finding is, given what it rests on."""
    if "reading" in reasons and known.capture == "ocr":
        return Confidence.LOW
    partial = known.form in {"summary", "extract"} or known.machine_read
    misread = "reading" in reasons and known.machine_read
    if known.unverified or misread or ("absence" in reasons and partial):
        return Confidence.MEDIUM
    return Confidence.HIGH
