"""Dates: one sentence told twice, with two dates."""

from __future__ import annotations

from datetime import date

from factcheck.conflicts.align import PARALLEL, edits, parallel, same_name
from factcheck.conflicts.detectors.base import Clash
from factcheck.facts import Reading
from factcheck.facts.base import clause_scope, governor, head_of, tokens_in
from factcheck.model import Kind, Reconciler, Severity, When
from factcheck.normalise import dates
from factcheck.text import folded

# Two dates that hang on days that are not known may still be one.
_UNKNOWN = 0.5
# Any day does to hold two open dates against each other; the middle of a year keeps away from its ends.
_DAY = date(2001, 5, 16)


def date_changed(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a date.

    Clashes: "la loi votée en 2017 interdit la chasse" / "la loi votée en 2016 interdit la chasse". Harmless: the
    same with "2017" and "mai 2017"; two sentences that differ in more.
    """
    for d in a.claim.dates:
        for e in b.claim.dates:
            # "this morning" in papers of two days is one wording, not two dates
            if folded(d.text) == folded(e.text) or _among(d, b) or _among(e, a):
                continue
            if not (disjoint(d, e) or (_open(d) and _open(e))):
                continue
            alike = parallel(a, b, (d.start, d.end), (e.start, e.end))
            if alike < PARALLEL or _of_another(a, d, b, e) or _denied(a, d) != _denied(b, e):
                continue
            if disjoint(d, e):
                return _clash(a, b, d, e, alike)
            if _open(d) and _open(e) and disjoint(some_day(d, a.claim.lang), some_day(e, b.claim.lang)):
                return _clash(a, b, d, e, alike - _UNKNOWN)
    return None


def _denied(reading: Reading, when: When) -> bool:
    """Whether something is told not to have been on a date: it may have been on another."""
    at = head_of(reading.tree, tokens_in(reading.tree, when.start, when.end))
    frame = None if at is None else governor(reading, at)
    return frame is not None and frame.negated


def _of_another(a: Reading, d: When, b: Reading, e: When) -> bool:
    """Whether another noun, name or verb stands in the place of one: another thing has another date."""
    nominal = ("NOUN", "PROPN", "VERB")
    for sides in edits(a, b, 0.0)[1]:
        words = [
            {r.tree.concept(i) for i in side if _outside(r, i, when) and r.tree.tokens[i].pos in nominal}
            for r, when, side in ((a, d, sides[0]), (b, e, sides[1]))
        ]
        if words[0] and words[1] and not any(same_name(x, y) for x in words[0] for y in words[1]):
            return True
    return False


def _outside(reading: Reading, i: int, when: When) -> bool:
    """Whether a word is no part of a date."""
    token = reading.tree.tokens[i]
    return token.end <= when.start or when.end <= token.start


def _open(when: When) -> bool:
    """Whether a date hangs on a day that is not known ("last quarter")."""
    return when.first is None and when.last is None


def some_day(when: When, lang: str) -> When:
    """What an open date would be on one and the same day: "last year" and "the year before" are one date."""
    found = dates(when.text, lang, _DAY) if _open(when) else []
    return found[0] if found else when


def disjoint(d: When, e: When) -> bool:
    """Whether two dates are known and have no day in common."""
    if not (d.first and d.last and e.first and e.last):
        return False
    return d.last < e.first or e.last < d.first


def days(when: When) -> str:
    """The days of a resolved date for a person: "2019-05-01 to 2019-05-31"."""
    return str(when.first) if when.first == when.last else f"{when.first} to {when.last}"


def _among(when: When, reading: Reading) -> bool:
    """Whether the other claim gives this date too."""
    if _open(when):
        return any(folded(d.text) == folded(when.text) for d in reading.claim.dates)
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
