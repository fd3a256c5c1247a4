"""Sequences: two events told in opposite order."""

from __future__ import annotations

from factcheck.conflicts.align import same_story
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import Reading, SequenceFact
from factcheck.model import Kind, Reconciler, Severity

# Two events of one story; of two sentences that somebody holds side by side.
_STORY, _ALONE = 0.55, 0.35


def order_of_events(a: Reading, b: Reading) -> Clash | None:
    """What comes first here comes last there.

    Clashes: "une explosion suivie d'un incendie" / "l'incendie a provoqué l'explosion". Harmless: "une explosion
    suivie d'un incendie" / "l'incendie a provoqué une seconde explosion".
    """
    for f in facts_of(a, SequenceFact):
        for g in facts_of(b, SequenceFact):
            if (f.first, f.then) == (g.then, g.first) and not (_both_ways(a, f) or _both_ways(b, g)):
                return _clash(a, b, f, g, _STORY if same_story(a, b) else _ALONE)
    return None


def _both_ways(reading: Reading, fact: SequenceFact) -> bool:
    """Whether a claim tells of both orders: there is more than one such event."""
    return any((g.first, g.then) == (fact.then, fact.first) for g in facts_of(reading, SequenceFact))


def _clash(a: Reading, b: Reading, f: SequenceFact, g: SequenceFact, strength: float) -> Clash:
    return Clash(
        kind=Kind.DATE,
        level="other order",
        severity=Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{a.slice(f.start, f.end)}” ({f.first} first) against “{b.slice(g.start, g.end)}” ({g.first} first)",
        reconciled_by=(Reconciler.SCOPE,),
    )
