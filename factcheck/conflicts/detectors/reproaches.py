"""Attribution: a reproach that one makes and the other turns down."""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.align import shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of, listed
from factcheck.facts import Reading, ReproachFact
from factcheck.model import Kind, Reconciler, Severity

# One is accused of many things; what is turned down need not be what the other tells of.
_STRENGTH = 0.6


def reproach_rejected(a: Reading, b: Reading) -> Clash | None:
    """Somebody is accused here, and rejects the reproach there.

    Clashes: "le maire accuse Sodal d'avoir pollué la rivière" / "Sodal rejette ces accusations". Harmless: "Sodal
    dément toute difficulté financière".
    """
    turned = _found(b, a)
    return _found(a, b) or (turned.turned() if turned else None)


def _found(a: Reading, b: Reading) -> Clash | None:
    for f in facts_of(a, ReproachFact):
        for g in facts_of(b, ReproachFact):
            accused = shared_names(f.accused, g.accused)
            if g.rejected and not f.rejected and accused and (not g.act or (g.act & f.act) - f.accused):
                return _clash(a, b, f, g, accused)
    return None


def _clash(a: Reading, b: Reading, f: ReproachFact, g: ReproachFact, accused: frozenset[str]) -> Clash:
    return Clash(
        kind=Kind.ATTRIBUTION,
        level="rejected by the accused",
        severity=Severity.TENSION,
        strength=_STRENGTH,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=replace(f.scope, names=accused),
        scope_b=replace(g.scope, names=accused),
        why=f"{listed(accused, a, b)}: “{a.slice(f.start, f.end)}” against “{b.slice(g.start, g.end)}”",
        reconciled_by=(Reconciler.ATTRIBUTION,),
    )
