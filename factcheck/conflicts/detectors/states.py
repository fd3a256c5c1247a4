"""States: one person or thing is said to be what excludes what it is said to be elsewhere."""

from __future__ import annotations

from functools import cache

from factcheck.conflicts.align import rivals, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import Reading, StateFact
from factcheck.facts.slots import Course
from factcheck.lang import theme
from factcheck.model import Kind, Modality, Reconciler, Severity

# One name on both sides; the one man of his kind in one story; in two sentences that somebody holds side by side.
_NAMED, _ROLE, _ALONE = 0.6, 0.55, 0.35
# From here on both cannot hold, where the state does not change.
_SURE = 0.6


def other_state(a: Reading, b: Reading) -> Clash | None:
    """One bearer stands in two states that exclude each other.

    Clashes: "le tireur était connu de la police" / "le tireur était inconnu des services de police". Harmless: "le
    conducteur du bus était ivre" / "le conducteur du camion était sobre"; "en fuite lundi" / "arrêté mardi".
    """
    for f in facts_of(a, StateFact):
        for g in facts_of(b, StateFact):
            if f.slot != g.slot or f.values & g.values or _told_too(b, f) or _told_too(a, g):
                continue
            strength = _one_bearer(a, b, f, g)
            if strength:
                return _clash(a, b, f, g, strength)
    return None


def _told_too(reading: Reading, fact: StateFact) -> bool:
    """Whether the other claim tells of this state too: it tells a change, or of two people."""
    return any(g.slot == fact.slot and g.values & fact.values for g in facts_of(reading, StateFact))


def _one_bearer(a: Reading, b: Reading, f: StateFact, g: StateFact) -> float:
    """How surely two states are those of one bearer, 0 to 1."""
    if _apart(a, b, f.about, g.about):
        return 0.0
    if f.names and g.names:
        one = shared_names(f.names, g.names) and not rivals(f.names, g.names)[0]
        return (_ROLE if f.guessed or g.guessed else _NAMED) if one else 0.0
    if f.role is None or f.role != g.role or _told_apart(a, b, f, g):
        return 0.0
    return _ROLE if same_story(a, b) else _ALONE


def _told_apart(a: Reading, b: Reading, f: StateFact, g: StateFact) -> bool:
    """Whether the bearers are two: narrowed by different words ("le conducteur du bus", "le conducteur du camion").

    What narrows one alone, the other's claim or those around it must speak of.
    """
    vague = _vague(a.tree.lexicon.lang)
    return _apart(a, b, f.narrowed - vague, g.narrowed - vague)


def _apart(a: Reading, b: Reading, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of narrowing words have none in common, or one alone is not spoken of around the other claim."""
    if left and right:
        return not left & right
    around = b.topic | b.near | b.earlier if left else a.topic | a.near | a.earlier
    return bool(left or right) and not (left | right) & around


@cache
def _vague(lang: str) -> frozenset[str]:
    return frozenset(theme("states", lang)["vague"])


def _ending(f: StateFact, g: StateFact) -> int:
    """Which side's state (1 or 2) rules the other out from then on; 0 where neither does."""
    if f.course is Course.FINAL:
        return 1 if f.last else 2
    if f.course is Course.PASSING and f.entered != g.entered and not (g if f.entered else f).back:
        return 1 if f.entered else 2
    return 0


def _clash(a: Reading, b: Reading, f: StateFact, g: StateFact, strength: float) -> Clash:
    lasting = f.course is Course.LASTING
    hedged = {f.scope.modality, g.scope.modality} != {Modality.ASSERTED}
    firm = lasting and strength >= _SURE and not hedged
    return Clash(
        kind=Kind.STATUS,
        level=f"other {f.slot}",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{_said(a, f)} against {_said(b, g)}",
        reconciled_by=() if firm else (Reconciler.SCOPE,) if lasting else (Reconciler.PERIOD,),
        passing=not lasting,
        ending=_ending(f, g),
    )


def _said(reading: Reading, fact: StateFact) -> str:
    return f"{'not ' if fact.denied else ''}“{reading.slice(fact.start, fact.end)}”"
