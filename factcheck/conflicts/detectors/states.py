"""States: one person or thing is said to be what excludes what it is said to be elsewhere."""

from __future__ import annotations

from functools import cache

from factcheck.conflicts.align import rivals, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import Reading, StateFact
from factcheck.facts.profiles import SLOTS
from factcheck.facts.slots import Course
from factcheck.lang import theme
from factcheck.model import Kind, Modality, Reconciler, Severity

# One name on both sides; the one man of his kind in one story; in two sentences that somebody holds side by side.
_NAMED, _ROLE, _ALONE = 0.6, 0.55, 0.35
# From here on both cannot hold, where the state does not change.
_SURE = 0.6
# A date that spans more days than this is a month or a year.
_SPAN = 5


def other_state(a: Reading, b: Reading) -> Clash | None:
    """One bearer stands in two states that exclude each other.

    Clashes: "le tireur était connu de la police" / "le tireur était inconnu des services de police". Harmless: "le
    conducteur du bus était ivre" / "le conducteur du camion était sobre"; "en fuite lundi" / "arrêté mardi".
    """
    found = (
        _clash(a, b, f, g, strength)
        for f in facts_of(a, StateFact)
        for g in facts_of(b, StateFact)
        if _excluded(a, b, f, g) and (strength := _one_bearer(a, b, f, g))
    )
    return min(found, key=lambda clash: clash.passing, default=None)


def _excluded(a: Reading, b: Reading, f: StateFact, g: StateFact) -> bool:
    """Whether two states exclude each other, and neither claim tells of both; one article tells how things went on."""
    if a.claim.source == b.claim.source and f.course is not Course.LASTING:
        return False
    if f.course is not Course.LASTING and f.scope.prior != g.scope.prior:
        return False  # "s'était dit en forme", "est mort"
    if f.slot in SLOTS and (f.split or g.split):
        return False  # who has two trades, or two passports
    return f.slot == g.slot and not f.values & g.values and not (_told_too(b, f) or _told_too(a, g))


def _told_too(reading: Reading, fact: StateFact) -> bool:
    """Whether the other claim tells of this state too: it tells a change, or of two people."""
    return any(g.slot == fact.slot and g.values & fact.values for g in facts_of(reading, StateFact))


def _one_bearer(a: Reading, b: Reading, f: StateFact, g: StateFact) -> float:
    """How surely two states are those of one bearer, 0 to 1."""
    p, q = f.bearer, g.bearer
    if _two_matters(a, b, f, g):
        return 0.0
    if p.nobody or q.nobody:
        return _ROLE if same_story(a, b) and _of_the_news(f) and _of_the_news(g) else 0.0
    if p.names and q.names:
        one = shared_names(p.names, q.names) and not rivals(p.names, q.names)[0]
        return (_ROLE if p.guessed or q.guessed else _NAMED) if one else 0.0
    if _told_apart(a, b, f, g):
        return 0.0
    if same_story(a, b):
        return _ROLE if p.roles & (q.roles | q.kind) or q.roles & p.kind else 0.0
    return _ALONE if p.roles & q.roles else 0.0


def _of_the_news(fact: StateFact) -> bool:
    """Whether a state is told of the days of the news, not of a year that is named."""
    return not fact.scope.prior and all(when.relative for when in fact.scope.dates)


def _of_a_year(fact: StateFact) -> bool:
    """Whether a state is told of a year or month that is named: what courts said then is another matter."""
    spans = (when.last - when.first for when in fact.scope.dates if when.first and when.last and not when.relative)
    return any(span.days > _SPAN for span in spans)


def _two_matters(a: Reading, b: Reading, f: StateFact, g: StateFact) -> bool:
    """Whether two states are told of two things: "coupable de vol", "acquitté du meurtre"; or one alone says of which.

    A verdict that does not say is one on everything, unless its article tells of two.
    """
    if f.about and g.about:
        return not f.about & g.about
    if f.family and _of_a_year(f) != _of_a_year(g):
        return True
    if f.family and not (f.split or g.split):
        return False
    around, lexicon = _around(b) if f.about else _around(a), a.tree.lexicon
    return bool(f.about or g.about) and not (f.about | g.about) & {lexicon.stem(word) for word in around}


def _around(reading: Reading) -> frozenset[str]:
    """What a claim and those before and beside it speak of."""
    return reading.topic | reading.near | reading.earlier


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
    around = _around(b) if left else _around(a)
    return bool(left or right) and not (left | right) & around


@cache
def _vague(lang: str) -> frozenset[str]:
    return frozenset(theme("states", lang)["vague"])


def _ending(f: StateFact, g: StateFact) -> int:
    """Which side's state (1 or 2) rules the other out from then on; 0 where neither does."""
    if f.course is Course.FINAL:
        return 1 if f.last else 2
    if f.bearer.nobody or g.bearer.nobody:
        return 2 if f.bearer.nobody else 1
    if f.course is Course.PASSING and f.entered != g.entered and not (g if f.entered else f).back:
        return 1 if f.entered else 2
    return 0


def _clash(a: Reading, b: Reading, f: StateFact, g: StateFact, strength: float) -> Clash:
    lasting = f.course is Course.LASTING or f.throughout or g.throughout
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
        daily=f.course is Course.DAILY,
        ending=_ending(f, g),
    )


def _said(reading: Reading, fact: StateFact) -> str:
    return f"{'not ' if fact.denied else ''}“{reading.slice(fact.start, fact.end)}”"
