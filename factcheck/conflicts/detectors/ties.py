"""Ties: one stands over the other here, the other over the one there."""

from __future__ import annotations

from factcheck.conflicts.align import shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of, listed
from factcheck.facts import Reading, TieFact
from factcheck.model import Kind, Reconciler, Severity

# Rivals beat each other in turn: below what a corpus asks for.
STRENGTH = 0.45


def ties_turned(a: Reading, b: Reading) -> Clash | None:
    """X owns, follows, beats or begets Y here, Y does X there.

    Clashes: "Morvan a racheté Kerbrat" / "Kerbrat est propriétaire de Morvan". Harmless: "Morvan a racheté Kerbrat" /
    "Kerbrat est une filiale de Morvan".
    """
    for f in facts_of(a, TieFact):
        for g in facts_of(b, TieFact):
            if f.tie == g.tie and _turned(f, g):
                return _clash(a, b, f, g)
    return None


def _turned(f: TieFact, g: TieFact) -> bool:
    """Whether two ties bind the same two, the other way round."""
    crossed = shared_names(f.over, g.under) and shared_names(f.under, g.over)
    straight = shared_names(f.over, g.over) or shared_names(f.under, g.under)
    return bool(crossed) and not straight


def _clash(a: Reading, b: Reading, f: TieFact, g: TieFact) -> Clash:
    said = [f"“{r.slice(x.start, x.end)}”" for r, x in ((a, f), (b, g))]
    sides = [f"{listed(x.over, a, b)} over {listed(x.under, a, b)}" for x in (f, g)]
    return Clash(
        kind=Kind.IDENTITY,
        level="turned round",
        severity=Severity.TENSION,
        strength=STRENGTH,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{said[0]} puts {sides[0]}, {said[1]} {sides[1]} ({f.tie})",
        reconciled_by=(Reconciler.PERIOD,),
    )
