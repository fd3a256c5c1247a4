"""Dates: one sentence told twice, with two dates."""

from __future__ import annotations

from factcheck.conflicts.align import PARALLEL, parallel
from factcheck.conflicts.detectors.base import Clash
from factcheck.facts import Reading
from factcheck.facts.base import clause_scope
from factcheck.model import Kind, Reconciler, Severity, When
from factcheck.text import folded


def date_changed(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a date.

    Clashes: "la loi votée en 2017 interdit la chasse" / "la loi votée en 2016 interdit la chasse". Harmless: the
    same with "2017" and "mai 2017"; two sentences that differ in more.
    """
    for d in a.claim.dates:
        for e in b.claim.dates:
            same_words = folded(d.text) == folded(e.text)  # "this morning" in papers of two days
            if same_words or not disjoint(d, e) or _among(d, b) or _among(e, a):
                continue
            alike = parallel(a, b, (d.start, d.end), (e.start, e.end))
            if alike >= PARALLEL:
                return _clash(a, b, d, e, alike)
    return None


def disjoint(d: When, e: When) -> bool:
    """Whether two dates are known and have no day in common."""
    if not (d.first and d.last and e.first and e.last):
        return False
    return d.last < e.first or e.last < d.first


def _among(when: When, reading: Reading) -> bool:
    """Whether the other claim gives this date too."""
    return any((d.first, d.last) == (when.first, when.last) for d in reading.claim.dates)


def _clash(a: Reading, b: Reading, d: When, e: When, alike: float) -> Clash:
    return Clash(
        kind=Kind.DATE,
        level="changed",
        severity=Severity.CONFLICT,
        strength=alike,
        focus_a=(d.start, d.end),
        focus_b=(e.start, e.end),
        scope_a=clause_scope(a, d.start, d.end),
        scope_b=clause_scope(b, e.start, e.end),
        why=f"one sentence with “{d.text}” and with “{e.text}”",
        reconciled_by=(Reconciler.SCOPE,),
    )
